"""Each fact of the report on the peer review in Ormož of 2018, and where it is in the plan."""

from tests.samples.plans import Fact, at, check, sample

EVENT = "project.activities[0]"

FACTS: list[Fact] = [
    ("(text in Slovenian)", "project.language", "sl"),
    ("2SoKroG", "project.acronym", "2SoKroG"),
    ("SOCIALNA AKTIVACIJA ZA ZAGOTAVLJANJE …", "project.title",
     "Socialna aktivacija za zagotavljanje zdravega, varnega in dostopnejšega čezmejnega območja"),
    ("logo-interreg", "project.funding.programme", "Interreg"),
    ("Partner 3", "project.partners[*].number", ["3"]),
    ("CENTER PONOVNE UPORABE D.O.O.,SO.P.", "organisations[0].name", "Center ponovne uporabe d.o.o., so.p."),
    ("CPU d.o.o., SO.P.", "organisations[0].short_name", "CPU"),
    ("VRAZOVA ULICA 9", "organisations[0].address", "Vrazova ulica 9"),
    ("2270 ORMOŽ", "organisations[0].town", "2270 Ormož"),
    ("+386 31 689 920", "organisations[0].phone", "+386 31 689 920"),
    ("ormoz@cpu-reuse.com", "organisations[0].email", "ormoz@cpu-reuse.com"),
    ("»Peer Review«", f"{EVENT}.kind", "peer_review"),
    ("»Peer Review« Vloga socialne aktivacije …", f"{EVENT}.title",
     ("»Peer Review« Vloga socialne aktivacije na čezmejnem območju Slovenija – Hrvaška za krepitev partnerstev in "
      "izboljšanje institucionalnih zmogljivosti")),
    ("Izvajalec dogodka: CENTER PONOVNE UPORABE", f"{EVENT}.hosts[*].partner", ["CPU"]),
    ("6.12.2018", f"{EVENT}.dates", "2018-12-06"),
    ("Grad Ormož", f"{EVENT}.venue", "Grad Ormož"),
    ("Grad Ormož", "venues[0].name", "Grad Ormož"),
    ("Grajski trg 3", "venues[0].address", "Grajski trg 3"),
    ("Ormož", "venues[0].town", "Ormož"),
    ("Ormož", f"{EVENT}.town", "Ormož"),
    ("9.30", f"{EVENT}.start", "09:30"),
    ("14.15", f"{EVENT}.ends", "14:15"),
    ("Število udeležencev: 74", f"{EVENT}.head_counts[*].number", [74]),
    ("Centrov za socialno delo, Uradov za delo tako iz Slovenije kot tudi iz Hrvaške, …",
     f"{EVENT}.head_counts[0].note",
     ("Centri za socialno delo in uradi za delo iz Slovenije in Hrvaške, socialna podjetja, institucije "
      "neformalnega izobraževanja, lokalne skupnosti, tematski eksperti, predstavniki ministrstva MDDSZ, "
      "vsi predstavniki projektnih partnerjev")),
    ("se je izvedlo", f"{EVENT}.status", "held"),
    ("Z namenom osveščanja, izobraževanja, spodbujanja in razprave …", f"{EVENT}.purpose",
     ("Osveščanje, izobraževanje, spodbujanje in razprava o vlogi socialne aktivacije: najnovejše ugotovitve, trendi, "
      "smernice in primeri dobrih praks, ki so podlaga za razvoj krepitve medsektorskih partnerstev in izboljšanja "
      "institucionalnih zmogljivosti na področju socialne aktivacije.")),
    ("Rižnar, Kores, Kolarič, Vovk", "persons[*].family_name", ["Rižnar", "Kores", "Kolarič", "Vovk"]),
    ("Klavdija, Dolores, Zinka, Marinka", "persons[*].given_name", ["Klavdija", "Dolores", "Zinka", "Marinka"]),
    ("dr. Klavdija Rižnar, dr. Zinka Kolarič, dr. Marinka Vovk", "persons[*].title_before",
     ["dr.", None, "dr.", "dr."]),
    ("predstavnica vodilnega partnerja", "project.members[0].job_title", "predstavnica vodilnega partnerja"),
    ("(the lead partner is not named)", "project.members[0].organisation", None),
    ("predstavnica EPIC v Evropski uniji", "project.members[1].job_title", "predstavnica EPIC v Evropski uniji"),
    ("EPIC", "project.members[1].organisation", "EPIC"),
    ("iz Fakultete za socialno delo", "project.members[2].organisation", "Fakulteta za socialno delo"),
    ("predstavnica projektnega partnerja Centra ponovne uporabe", "project.members[3].job_title",
     "predstavnica projektnega partnerja"),
    ("Centra ponovne uporabe", "project.members[3].partner", "CPU"),
    ("Dogodek je povezovala … dr. Marinka Vovk", f"{EVENT}.participations[3]",
     {"member": "Marinka Vovk", "presence": "local", "roles": ["facilitator"], "note": "Povezovala je dogodek."}),
    ("V prvem delu je aktivno sodelovala", f"{EVENT}.participations[*].roles",
     [["speaker"], ["speaker"], ["speaker"], ["facilitator"]]),
    ("V prvem delu, V drugem delu, Ob zaključku", f"{EVENT}.parts[*].title", ["Prvi del", "Drugi del", "Ob zaključku"]),
    ("Po vsebinski predstavitvi projekta 2SoKrog …", f"{EVENT}.sessions[*].title", [
        "Vsebinska predstavitev projekta 2SoKrog",
        "Stanje na področju izvajanja pilotnih projektov socialne aktivacije v Sloveniji in razvojne usmeritve",
        "Nabor ciljnih skupin in njihova vloga v vključevanju oseb v socialno aktivacijo",
        "Vloga in izkušnje centrov za socialno delo",
        "Pilotna praksa Centra ponovne uporabe: socialna aktivacija dolgega programa iz praktičnega vidika v Ormožu",
    ]),
    ("V prvem delu … V drugem delu … Ob zaključku", f"{EVENT}.sessions[*].part",
     ["Prvi del", "Prvi del", "Drugi del", "Drugi del", "Ob zaključku"]),
    ("(no hours between the first and the last)", f"{EVENT}.sessions[*].start", [None] * 5),
    ("primerjava prakse in izkušenj v Evropski uniji in v svetu", f"{EVENT}.sessions[1].description",
     "Primerjava prakse in izkušenj v Evropski uniji in v svetu."),
    ("sodelujoči govorniki", f"{EVENT}.sessions[1].people[*].person",
     ["Klavdija Rižnar", "Dolores Kores", "Zinka Kolarič"]),
    ("predstavniki uradov za delo", f"{EVENT}.sessions[2].people[*].words", ["predstavniki uradov za delo"]),
    ("predstavniki Centrov za socialno delo", f"{EVENT}.sessions[3].people[*].words",
     ["predstavniki centrov za socialno delo"]),
    ("udeleženki dolgega programa SA", f"{EVENT}.sessions[4].people[*].words", ["udeleženki dolgega programa SA"]),
    ("Grajska kavarniška popravljalnica, ki je edinstvena tovrstna v Evropi", f"{EVENT}.sessions[4].description",
     "V okviru projekta je nastala Grajska kavarniška popravljalnica, ki je edinstvena tovrstna v Evropi."),
    ("Udeleženci so tako v praksi spoznali pomembno vlogo …", f"{EVENT}.notes",
     ("Udeleženci so v praksi spoznali pomembno vlogo socialne aktivacije za razvoj aktivne socialne politike na "
      "čezmejnem območju.")),
    ("Povezava", f"{EVENT}.web_page",
     "https://www.bistra.si/2sokrog/novice/645-vloga-socialne-aktivacije-na-cezmejnem-obmocju-slovenija-hrvaska"),
]  # fmt: skip


def test_facts() -> None:
    check("2sokrog-ormoz", FACTS)


def test_what_the_report_leaves_open_is_said() -> None:
    notes = at(sample("2sokrog-ormoz"), "project.notes")
    for words in (
        "kdo je vodilni partner in kdo so drugi partnerji",
        "koliko udeležencev je prišlo od kod",
        "kdaj se je začela posamezna točka",
        "Da gre za program Interreg, je razvidno iz logotipa",
        "drugi so povedani z besedami",
    ):
        assert notes.count(words) == 1, words
