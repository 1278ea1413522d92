"""What people write above the columns of their lists, by field, in the seven languages of our users.

``|`` stands between phrases. English, Czech, Finnish, Swedish, Bulgarian, Slovenian, German; diacritics and capitals do
not matter when compared.
"""

WORDS = {
    "family_name": (
        "family name|surname|last name|lastname|familyname|příjmení|sukunimi|efternamn|фамилия|фамилно име|priimek|"
        "nachname|familienname|zuname"
    ),
    "given_name": (
        "given name|first name|firstname|forename|given names|christian name|křestní jméno|jméno křestní|etunimi|"
        "etunimet|"
        "kutsumanimi|förnamn|tilltalsnamn|собствено име|първо име|лично име|osebno ime|vorname|vornamen|rufname"
    ),
    "middle_name": "middle name|patronymic|презиме|бащино име|prostřední jméno|mellannamn",
    "name": (
        "name|full name|name and surname|first and last name|name of participant|participant name|participant|"
        "participants|"
        "first name and surname|first name last name|name surname|surname and name|surname name|last name first name|"
        "surname first name|surname and first name|names|person|jméno|jméno a příjmení|příjmení a jméno|"
        "jméno příjmení|příjmení jméno|celé jméno|účastník|účastnice|jméno účastníka|nimi|etu ja sukunimi|"
        "etunimi ja sukunimi|sukunimi ja etunimi|suku ja etunimi|koko nimi|osallistuja|osallistujan nimi|"
        "etunimi sukunimi|"
        "sukunimi etunimi|namn|för och efternamn|förnamn och efternamn|efternamn och förnamn|förnamn efternamn|"
        "efternamn förnamn|fullständigt namn|deltagare|deltagarens namn|име|имена|име и фамилия|фамилия и име|"
        "трите имена|три имена|име презиме фамилия|име презиме и фамилия|участник|участници|ime|ime in priimek|"
        "priimek in ime|ime priimek|priimek ime|udeleženec|udeleženka|ime udeleženca|vor und nachname|"
        "vorname und nachname|vorname nachname|vorname und name|nachname vorname|nachname und vorname|name vorname|"
        "name und vorname|vollständiger name|teilnehmer|teilnehmerin|teilnehmende|teilnehmer in"
    ),
    "title_before": (
        "title|academic title|titul|titul před|titul před jménem|tituly|oppiarvo|titel|akademisk titel|"
        "akademischer titel|"
        "титла|научна степен|naziv|akademski naziv|titel vor"
    ),
    "title_after": "title after|title after name|post nominal|titul za|titul za jménem|titel nach|naziv za imenom",
    "other_name": (
        "other name|maiden name|former name|previous name|birth name|rodné příjmení|dřívější příjmení|dřívější jméno|"
        "entinen nimi|entinen sukunimi|tidigare namn|tidigare efternamn|предишно име|предишна фамилия|dekliški priimek|"
        "prejšnji priimek|geburtsname|früherer name|name in latin|name in cyrillic|име на латиница"
    ),
    "email": (
        "email|e mail|mail|email address|e mail address|emailová adresa|e mailová adresa|elektronická adresa|"
        "sähköposti|sähköpostiosoite|s posti|e post|epost|e postadress|mejl|mejladress|мейл|имейл|и мейл|ел поща|"
        "електронна поща|имейл адрес|e pošta|epošta|elektronska pošta|e naslov|elektronski naslov|e mail adresse|"
        "emailadresse|mailadresse|kontaktní e mail"
    ),
    "phone": (
        "phone|telephone|phone number|telephone number|mobile|mobile phone|mobile number|cell|cell phone|tel|tel č|"
        "telefon|"
        "telefonní číslo|tel číslo|mobil|mobilní telefon|číslo telefonu|puhelin|puhelinnumero|puh|puh nro|gsm|"
        "matkapuhelin|telefonnummer|mobiltelefon|mobilnummer|телефон|телефонен номер|мобилен|мобилен телефон|тел|gsm|"
        "telefonska številka|telefonska|mobilni telefon|tel št|handy|handynummer|telefon nr|kontaktní telefon"
    ),
    "nationality": (
        "nationality|citizenship|národnost|státní příslušnost|státní občanství|občanství|kansalaisuus|nationalitet|"
        "medborgarskap|гражданство|националност|državljanstvo|narodnost|staatsangehörigkeit|nationalität|"
        "staatsbürgerschaft"
    ),
    "gender": "gender|sex|pohlaví|sukupuoli|kön|пол|spol|geschlecht|gender identity",
    "birth_date": (
        "birth date|date of birth|birthdate|birthday|born|dob|d o b|datum narození|narozen|narozena|dat nar|"
        "dat narození|"
        "nar|syntymäaika|syntymäpäivä|synt aika|syntynyt|födelsedatum|född|födelsedag|дата на раждане|рождена дата|"
        "роден|родена|datum rojstva|rojstni datum|rojen|geburtsdatum|geb|geb am|geboren|geb datum|geboren am|geburtstag"
    ),
    "languages": (
        "languages|language|spoken languages|languages spoken|language skills|jazyky|jazyk|jazykové znalosti|"
        "znalost jazyků|jazyková vybavenost|kielet|kieli|kielitaito|språk|språkkunskaper|език|езици|владеене на езици|"
        "jezik|jeziki|znanje jezikov|sprachen|sprache|sprachkenntnisse"
    ),
    "paper_language": (
        "language of papers|paper language|language of documents|correspondence language|jazyk dokumentů|"
        "jazyk komunikace|"
        "asiointikieli|dokumentspråk|език на документите|jezik dokumentov|dokumentensprache|korrespondenzsprache"
    ),
    "note": (
        "note|notes|remark|remarks|comment|comments|poznámka|poznámky|pozn|komentář|huomautus|huomautukset|huom|"
        "lisätiedot|lisätietoja|kommentti|anmärkning|anteckning|anteckningar|kommentar|övrigt|бележка|бележки|"
        "забележка|"
        "забележки|коментар|opomba|opombe|opomnja|bemerkung|bemerkungen|anmerkung|anmerkungen|kommentare|hinweis"
    ),
    "diet": (
        "diet|dietary requirements|dietary needs|dietary restrictions|dietary preferences|food|meals|special diet|"
        "food preferences|strava|dieta|stravování|stravovací požadavky|stravovací omezení|dietní omezení|"
        "stravovací preference|jídlo|ruokavalio|erityisruokavalio|ruokarajoitteet|erikoisruokavalio|kost|specialkost|"
        "kosthållning|matpreferenser|matpreferens|хранене|храна|диета|хранителни изисквания|хранителни предпочитания|"
        "хранителен режим|prehrana|prehranske omejitve|posebnosti pri prehrani|način prehrane|ernährung|verpflegung|"
        "essen|essenswünsche|diät|ernährungsweise|kostform"
    ),
    "allergy": (
        "allergy|allergies|food allergies|alergie|alergie a intolerance|allergia|allergiat|ruoka aineallergiat|allergi|"
        "allergier|födoämnesallergi|алергия|алергии|alergija|alergije|alergije in intolerance|allergie|allergien|"
        "unverträglichkeiten|allergies and intolerances|intolerances"
    ),
    "access": (
        "access needs|accessibility|accessibility needs|special needs|access|access requirements|speciální potřeby|"
        "zvláštní potřeby|přístupnost|bezbariérovost|bezbariérový přístup|esteettömyys|esteettömyystarpeet|"
        "erityistarpeet|tillgänglighet|tillgänglighetsbehov|särskilda behov|достъпност|специални нужди|"
        "специални потребности|dostopnost|posebne potrebe|barrierefreiheit|besondere bedürfnisse|barrierefreier zugang"
    ),
    "health": (
        "health|health conditions|medical conditions|health information|zdravotní omezení|zdravotní stav|zdraví|"
        "terveys|"
        "terveydentila|terveystiedot|hälsa|hälsotillstånd|здраве|здравословно състояние|zdravje|zdravstveno stanje|"
        "gesundheit|gesundheitliche einschränkungen"
    ),
    "organisation": (
        "organisation|organization|institution|employer|company|workplace|work place|name of organisation|"
        "organisation name|"
        "name of organization|name of institution|sending organisation|affiliation|organizace|zaměstnavatel|instituce|"
        "název organizace|pracoviště|vysílající organizace|firma|organisaatio|työnantaja|työpaikka|organisaation nimi|"
        "yritys|laitos|lähettävä organisaatio|arbetsgivare|arbetsplats|organisationens namn|myndighet|организация|"
        "институция|работодател|месторабота|име на организацията|фирма|учреждение|organizacija|delodajalec|ustanova|"
        "institucija|naziv organizacije|ime organizacije|zavod|arbeitgeber|einrichtung|dienststelle|"
        "name der organisation|betrieb|träger|verein|työpiste|organisation employer|agency|arbeitsstelle"
    ),
    "sector": (
        "sector|type of organisation|organisation type|typ organizace|sektor|sektori|organisaatiotyyppi|"
        "typ av organisation|"
        "сектор|тип организация|vrsta organizacije|art der organisation|bereich|organisationstyp"
    ),
    "organisation_address": (
        "organisation address|address of organisation|address of the organisation|employer address|work address|"
        "adresa organizace|adresa zaměstnavatele|adresa pracoviště|sídlo organizace|organisaation osoite|"
        "työpaikan osoite|"
        "organisationens adress|arbetsplatsens adress|адрес на организацията|служебен адрес|naslov organizacije|"
        "adresse der organisation|dienstadresse|adresse des arbeitgebers"
    ),
    "partner": (
        "partner|partner organisation|project partner|partner country|partnerská organizace|partner projektu|"
        "kumppani|hankekumppani|partneri|projektpartner|партньор|партньорска организация|projektni partner|"
        "partnerska organizacija|delegation|delegace|delegaatio|делегация|delegacija|partnerorganisation"
    ),
    "profession": (
        "profession|category|professional group|occupation|target group|participant category|kategorie|profese|"
        "profesní skupina|povolání|kategorie účastníka|cílová skupina|ammatti|ammattiryhmä|kategoria|ryhmä ammatti|"
        "yrke|"
        "yrkesgrupp|yrkeskategori|kategori|професия|категория|професионална група|целева група|poklic|kategorija|"
        "poklicna skupina|ciljna skupina|beruf|berufsgruppe|zielgruppe|profil"
    ),
    "job_title": (
        "job title|job|position|function|job position|role in organisation|position in organisation|work position|"
        "pozice|"
        "funkce|pracovní pozice|pracovní zařazení|pozice v organizaci|funkce v organizaci|tehtävä|tehtävänimike|"
        "virkanimike|ammattinimike|nimike|työtehtävä|toimenkuva|asema|befattning|titel befattning|tjänst|arbetstitel|"
        "funktion|yrkestitel|arbetsuppgift|длъжност|позиция|должност|функция|заемана длъжност|delovno mesto|funkcija|"
        "položaj|naziv delovnega mesta|berufsbezeichnung|stelle|tätigkeit|dienstbezeichnung|stellenbezeichnung"
    ),
    "country": (
        "country|state|country of origin|sending country|home country|country of residence|země|stát|vysílající země|"
        "země původu|maa|lähtömaa|kotimaa|lähettävä maa|land|hemland|avsändarland|държава|страна|država|dežela|"
        "država pošiljateljica|herkunftsland|entsendeland|staat|country code|kód země|maakoodi|landskod|ländercode"
    ),
    "town": (
        "town|city|municipality|place|location|město|obec|místo|sídlo|kaupunki|kunta|paikkakunta|stad|ort|kommun|град|"
        "населено място|община|mesto|kraj|občina|stadt|wohnort|gemeinde|standort"
    ),
    "presence": (
        "presence|visiting or local|visitor or local|visiting local|host or visitor|účast|typ účasti|host nebo místní|"
        "läsnäolo|vierailija tai paikallinen|närvaro|besökare eller lokal|besökande eller lokal|присъствие|вид участие|"
        "prisotnost|gost ali domačin|anwesenheit|gast oder lokal|gast gastgeber"
    ),
    "status": (
        "status|participation status|state of registration|confirmation|confirmed|registration status|stav|"
        "stav přihlášky|"
        "stav účasti|potvrzeno|potvrzení|potvrzená účast|tila|osallistumisen tila|vahvistus|vahvistettu|bekräftad|"
        "bekräftelse|deltagarstatus|статус|потвърждение|потвърдено|потвърден|stanje|status udeležbe|potrditev|potrjeno|"
        "bestätigung|bestätigt|zusage|anmeldestatus|"
        "attending|attends|attend|attendance|will attend|will be attending|taking part|will take part|take part|"
        "participates|participating|participation|will participate|"
        "zúčastní se|zúčastním se|zúčastníte se|účastní se|bude se účastnit|zúčastní|"
        "osallistuu|osallistun|osallistutko|osallistutteko|osallistuminen|"
        "kommer att delta|deltar|ska delta|deltagande|"
        "ще участва|ще участвам|ще участвате ли|участва|участие|ще присъства|"
        "se udeleži|se bo udeležil|se bo udeležila|se bo udeležil a|ali se boste udeležili|udeležba|"
        "nimmt teil|nehme teil|nehmen teil|teilnahme|wird teilnehmen"
    ),
    "roles": (
        "role|roles|role in activity|role in project|role v projektu|úloha|role na akci|rooli|roolit|"
        "rooli hankkeessa|roll|"
        "roller|роля|роли|vloga|vloge|vloga v projektu|rolle|rollen|rolle im projekt"
    ),
    "arrival_day": (
        "arrival|arrive|arrival date|date of arrival|arrival day|arrives|příjezd|datum příjezdu|den příjezdu|přílet|"
        "saapuminen|"
        "saapumispäivä|saapuu|tulopäivä|tulo|ankomst|ankomstdag|ankomstdatum|пристигане|дата на пристигане|prihod|"
        "datum prihoda|anreise|ankunft|anreisedatum|anreisetag|ankunftsdatum"
    ),
    "arrival_time": (
        "arrival time|time of arrival|čas příjezdu|čas příletu|saapumisaika|tuloaika|ankomsttid|час на пристигане|"
        "čas prihoda|ura prihoda|ankunftszeit|anreisezeit|arrival hour"
    ),
    "departure_day": (
        "departure|depart|departure date|date of departure|departure day|departs|odjezd|datum odjezdu|den odjezdu|"
        "odlet|lähtö|lähtöpäivä|lähtee|poistuminen|avresa|avresedag|avresedatum|hemresa|заминаване|дата на заминаване|"
        "отпътуване|odhod|datum odhoda|abreise|abfahrt|abreisedatum|abreisetag|rückreise"
    ),
    "departure_time": (
        "departure time|time of departure|čas odjezdu|čas odletu|lähtöaika|avresetid|час на заминаване|čas odhoda|"
        "ura odhoda|abreisezeit|abfahrtszeit|departure hour"
    ),
    "reserve_order": (
        "reserve order|order of reserves|reserve number|pořadí náhradníka|pořadí náhradníků|varasija|varasijanumero|"
        "reservplats|reservnummer|резерва номер|ред на резервите|vrstni red rezerv|reservenummer|nachrückplatz"
    ),
    "activity_note": (
        "note on participation|participation note|poznámka k účasti|huomautus osallistumisesta|"
        "anmärkning om deltagande|"
        "бележка за участието|opomba o udeležbi|bemerkung zur teilnahme"
    ),
}
NUMBERING = frozenset(
    "# no nr n č p č poř č pořadí číslo nro numero nummer lfd nr ord № п no по ред zap št št št id".split()
) | {
    "p c",
    "por c",
    "lfd nr",
    "zap st",
    "no по ред",
    "no",
    "st",
    "row",
    "c",
    "n o",
}
"""Headings of the column that only numbers the rows; folded."""
NOT_OURS = frozenset(
    "emergency nouzový nouzová nouzové nouze krizový blízká blízké blízkou blízký hätätilanne hätäyhteys lähiomainen "
    "omainen "
    "nöd närmast anhörig anhörigs спешен спешност близък nujni nujno notfall notfallkontakt hotel hotelli хотел bank "
    "iban účet "
    "passport pas passi pass паспорт potni reisepass signature podpis allekirjoitus underskrift подпис unterschrift "
    "mother father matka otec supervisor nadřízený nadřízeného esihenkilö esimies chef ръководител vodja vorgesetzter "
    "coordinator koordinátor insurance pojištění fee poplatek room pokoj huone rum стая soba zimmer bydliště home "
    "domů koti kotiosoite trvalé постоянен домашен domači stalni wohnadresse privat privatadresse birthplace invoice "
    "fakturační laskutus faktura".split()
)
"""Words that make a heading speak of something else than the person and the post: an emergency contact's name …"""
PASSPORT = "passport pas passi pass паспорт reisepass"
"""Of these the words that may also tell how to spell a name: "First name (as in your passport)"."""
ASKING = (
    "what which who where when as in on is are your the a an do does you please enter fill write give state specify "
    "current currently work working for belong to come from of will jaké jaká jaký který která které kde kdy je jsou "
    "vaše váš vás vám prosím uveďte napište vyplňte vaší vašeho vašich pracujete mikä missä milloin sinun teidän "
    "kirjoita ilmoita vad vilken vilket var när är ditt din dina ert er skriv ange arbetar du ni какво какъв каква "
    "кой коя къде кога е вашето вашата вашият ви моля напишете kaj kateri katera katero kje kdaj vaš vaša prosimo "
    "vpišite navedite podle mukaan enligt според wie im was welche welcher welches wo wann ist ihr ihre ihren bitte "
    "geben sie angeben arbeiten"
)
"""Words of questions that forms put about a heading: "What is your …?"."""
FAMILY_FIRST = (
    "surname and name|surname name|last name first name|surname first name|surname and first name|příjmení a jméno|"
    "příjmení jméno|sukunimi ja etunimi|suku ja etunimi|sukunimi etunimi|efternamn och förnamn|efternamn förnamn|"
    "фамилия и име|priimek in ime|priimek ime|nachname vorname|nachname und vorname|name vorname|name und vorname"
)
GIVEN_FIRST = (
    "name and surname|first and last name|first name and surname|first name last name|name surname|jméno a příjmení|"
    "jméno příjmení|etu ja sukunimi|etunimi ja sukunimi|etunimi sukunimi|för och efternamn|förnamn och efternamn|"
    "förnamn efternamn|име и фамилия|трите имена|три имена|име презиме фамилия|име презиме и фамилия|ime in priimek|"
    "ime priimek|vor und nachname|vorname und nachname|vorname nachname|vorname und name"
)
"""Headings of one column of whole names that say in which order they stand."""
TOTALS = frozenset(
    "celkem součet celkový počet yhteensä summa totalt antal sammanlagt общо всичко сума брой skupaj vsota število "
    "gesamt "
    "gesamtzahl summe insgesamt anzahl total totals sum subtotal mezisoučet välisumma delsumma zwischensumme".split()
)
