"""Words by which a name is taken apart: titles, salutations, particles, given names, endings of family names."""

TITLES = frozenset(
    "bc bca mgr mga ing arch akad dr drs prof doc docent mudr mddr phdr judr rndr mvdr paedr paeddr thdr thmgr thlic "
    "rcdr phmr "
    "pharmdr dis mag magister dipl med jur phil rer nat habil univ fil lic maist tri oik kand vtm ytm fm hc msc ddr "
    "d-р др д-р проф доц инж арх mr mrs ms miss mx mme hr herr frau fr fru pan pani pí ga gospa gospod "
    "г-н г-жа g dr.in mag.a mag.in dipl.-ing ddr.in prof.in".split()
)
SALUTATIONS = frozenset("mr mrs ms miss mx herr frau fru pan pani ga gospa gospod г-н г-жа hr".split())
BEHIND = frozenset(
    "phd ph.d ph.d. csc csc. drsc drsc. dsc dsc. dis dis. mba mpa msc ma ba bsc llm ll.m ll.m. m.a m.a. b.a b.a. mph "
    "mha "
    "ytm vtm fm hm ktm vtt ytt fil.mag. fil.dr. fil.kand. mbl mgr mgr. bc bc. mag mag. dr dr. dipl. spec. jr. jr sr. "
    "th.d. dr.h.c. edd ed.d. m.sc. b.sc.".split()
)
PARTICLES = frozenset(
    "von vom van de der den del della di da dal dos das do du af av zu zum zur la le el al bin ibn ter "
    "ten y e und".split()
)
GIVEN = frozenset(
    "jan jana jiri jirka petr petra pavel pavla pavlina martin martina tomas lucie lenka katerina eva hana marie "
    "anna josef jaroslav miroslav "
    "zdenek vaclav michal michaela milan karel frantisek david jakub lukas ondrej marek veronika tereza barbora "
    "adela klara kristyna "
    "alena helena ivana jitka monika simona zuzana vera ludmila dana radka sarka roman filip vojtech matej adam "
    "daniel vit radek ales libor "
    "juha jukka mikko matti timo jari kari antti pekka ville janne sami heikki hannu markku marko petri teemu tuomas "
    "lauri eero "
    "anne paivi sari minna tiina johanna hanna satu kirsi maria mari laura heidi sanna katja riikka outi virpi aino "
    "vaino liisa leena pirjo "
    "helmi emilia eeva elina noora jenni veera onni eetu oskari kaisa tarja raija merja ulla ritva "
    "lars anders johan erik per karl nils mats bjorn magnus fredrik mikael peter jonas henrik gustav oskar axel sven "
    "olof goran stefan "
    "kerstin birgitta ingrid karin anita elisabeth ulla susanne lena marianne malin sara linnea elin ida astrid "
    "sofia emma annika camilla asa "
    "ivan georgi dimitar nikolay petar hristo stoyan todor vasil aleksandar stefan plamen krasimir mariya elena "
    "ivanka desislava "
    "иван георги димитър николай петър христо стоян тодор васил александър стефан пламен красимир мария елена иванка "
    "десислава "
    "гергана силвия радостина виктория надежда калина росица цветелина даниела борис кирил асен ася милена албена "
    "снежана "
    "franc janez marko andrej joze ivan anton bojan matej matjaz branko igor rok ales mateja marija ana maja irena "
    "mojca natasa "
    "klavdija zinka marinka spela urska tina nina katja alenka vesna polona janja tomaz primoz gregor luka ziga blaz "
    "miha "
    "thomas michael andreas stefan christian wolfgang klaus jurgen hans heinz dieter uwe matthias markus alexander "
    "sebastian florian "
    "sabine andrea claudia susanne petra monika ursula birgit heike gabriele christine katharina julia lisa sophie "
    "johannes franz georg "
    "john james robert mary patricia linda william richard susan jessica sarah charles christopher nancy karen paul "
    "mark george alice".split()
)
FAMILY_ENDINGS = (
    "ova",
    "nen",
    "sson",
    "sky",
    "ska",
    "cky",
    "cka",
    "berg",
    "strom",
    "stedt",
    "lund",
    "mann",
    "meier",
    "bauer",
    "huber",
    "ov",
    "ev",
    "eva",
    "ски",
    "ска",
    "ова",
    "ева",
    "ов",
    "ев",
    "ic",
    "sek",
    "cek",
    "nik",
)
