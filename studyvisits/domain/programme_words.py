"""Words of programmes in Bulgarian, Czech, English, Finnish, German, Slovenian and Swedish, folded when they are used.

A stem that ends in ``*`` stands for every word that begins so.
"""

from collections.abc import Iterable, Mapping
from functools import cache

from studyvisits.domain.folding import fold
from studyvisits.domain.kinds import SessionKind

SOCIAL_PHRASES = """
welcome dinner|farewell dinner|gala dinner|free evening|free time|free afternoon|social evening|social programme|
social event|cultural programme|city walk|river walk|city tour|sightseeing|sauna|party|concert|drinks|barbecue|
společenský večer|volný večer|volný čas|volno|kulturní program|prohlídka města|procházka|slavnostní večeře|
uvítací večeře|koncert|posezení|vapaa-aika|vapaa ilta|ilta vapaa|vapaata|kaupunkikierros|illanvietto|
tervetuliaisillallinen|
fritid|fri kväll|ledig kväll|stadsvandring|välkomstmiddag|avslutningsmiddag|freizeit|freier abend|stadtrundgang|
stadtführung|geselliger abend|prosti čas|prost večer|ogled mesta|družabni večer|družabno srečanje|свободно време|
свободна вечер|разходка|вечеря с програма|обиколка на града
"""

STEMS: Mapping[SessionKind, str] = {
    SessionKind.MEAL: """
        coffee* tea lunch* breakfast* dinner* supper brunch refreshment* break breaks meal* snack* káva kávu kávička
        přestávk* pauz* oběd* snídaně večeře občerstven* raut svačin* coffeebreak kahvi* aamukahvi* iltapäiväkahvi*
        tauko kahvitauko lounas* aamiai*
        illalli* päivälli* ruokai* tarjoilu* fika fikapaus* kaffe* kaffepaus paus lunchpaus frukost* middag* måltid*
        mittag* abendess* frühstück* kaffeepause pause imbiss* kava odmor* kosil* zajtrk* večerj* malic* pogostitev*
        кафе* обяд* закуск* вечеря* почивк*
    """,
    SessionKind.TRAVEL: """
        bus buses coach train trains tram tramway metro ferry flight* transfer* departure* arrival* travel* journey
        autobus* vlak* tramvaj* metrem přesun* odjezd* příjezd* odlet* přílet* cesta přejezd* lennon lento lentokent*
        bussi* juna* raitiovaunu* lähtö* saapumi* matka siirtymi* kuljetu* lautta* laiva buss bussresa tåg* resa avresa
        ankomst* spårvagn* flyg* färja* förflyttning* zug bahn* fahrt abfahrt* anreise* abreise* ankunft* abflug* flug*
        avtobus* prevoz* odhod* prihod* vožnj* polet* пътуван* отпътуван* пристиган* трансфер* автобус* влак* полет*
        заминаван*
    """,
    SessionKind.SEMINAR: """
        seminar* conference* panel* symposium* roundtable discussion* seminář* konferenc* kulatý diskus* diskuz*
        seminaar* konferens* paneeli* keskustelu* podiumsdisk* diskussion* posvet* okrogl* razprav* семинар*
        конференци* панел* дискуси*
    """,
    SessionKind.COURSE: """
        course* training* workshop* lecture* lesson* module* kurz* školen* dílna dílny workshopy přednášk* výuk* nácvik*
        kurss* koulutu* työpaj* luento* luennot harjoitu* kurs* utbildning* verkstad föreläsning* övning* schulung*
        fortbildung* werkstatt* vortrag* übung* usposablj* izobraž* delavnic* predavanj* tečaj* обучени* лекци*
        работилниц* курс* упражнени*
    """,
    SessionKind.PLACEMENT: """
        placement* visit visits outreach* shadowing internship* exkurz* stáž* návštěv* praxe terén* vierailu* tutustumi*
        harjoittelu* jalkautumi* besök* studiebesök* praktik* fältarbete* uppsökande besuch* hospitation* praktikum*
        obisk* praks*
        посещени* стаж* практика
    """,
    SessionKind.MEETING: """
        meeting* debrief* reflection* evaluation* feedback setkán* schůzk* porad* reflexe hodnocen* zhodnocen*
        vyhodnocen* shrnut* tapaami* kokous* purku* arvioin* palaute* yhteenveto möte* träff* uppsamling utvärdering*
        reflektion* sammanfattning* treffen* besprechung* reflexion* auswertung* nachbesprechung* sestan* srečan*
        evalvaci* vrednoten* refleksij* povzetek среща срещи обсъждан* оценка обратна
    """,
}

WEAK_MEETING = """
welcome* registration* introduction* opening* closing* greeting* uvítán* přivítán* registrac* představen* zahájen*
zakončen* závěr* úvod* tervetulo* ilmoittautu* esittely* avaus* avajai* päätös* välkomm* registrering* introduktion*
inledning* öppning* avslutning* begrüßung* anmeldung* registrierung* vorstellung* eröffnung* abschluss* pozdrav*
registracij* prijav* predstavit* otvoritev* uvod* zaključ* откриван* закриван* регистраци* представян* приветстви*
"""

STREET_WORDS = """
street str road avenue square lane boulevard quay ulice ul náměstí nám nábřeží třída katu tie tori kuja *katu *tie
*tori *gatan gatan gata *vägen *torget torg *straße *strasse str platz *platz *gasse allee weg cesta trg ulica улица ул
площад пл бул булевард
"""
ROOM_WORDS = """
hotel room hall floor auditorium lobby library office foyer building park station stop school university sál sálek
učebna místnost zasedačka zasedací radnice patro budova knihovna nádraží zastávka kavárna *sali huone sali kerros
kirjasto hotelli rakennus auditorio aula rum rummet sal salen våning bibliotek rådhuset raum saal stock rathaus
gebäude soba dvorana nadstropje knjižnica učilnica predavalnica хотел зала стая етаж сграда библиотека община online
zoom teams
"""
"""The agenda prints what stands behind the comma as the place when one of these words is in it."""

NOT_PLACES = """
part parts session group groups module day block round step phase lesson topic theme section version number no question
část díl blok skupina skupiny téma kolo den lekce fáze osa osob osoba lidí ryhmä ryhmät osa moduuli aihe päivä vaihe del
grupp grupper tema dag fas teil gruppe gruppen thema tag phase del skupini dan korak част група групи ден тема модул
people persons participants hours hour minutes min
"""

TITLE_ROWS = """
programme|program|agenda|schedule|timetable|ohjelma|aikataulu|ohjelmarunko|schema|zeitplan|programm|tagesordnung|urnik|
spored|програма|график|дневен ред|harmonogram|rozvrh|časový plán|dagordning|plan
"""

GROUP_WORDS = "group groups skupina skupiny ryhmä ryhmät grupp grupper gruppe gruppen skupini група групи"
GROUP_JOINED = "and a ja och und in и"

NOT_MEETINGS = (
    "meeting point|meeting place|místo setkání|místo srazu|tapaamispaikka|kokoontumispaikka|mötesplats|treffpunkt"
)
EVERYBODY = (
    "all|all groups|everybody|together|všichni|společně|kaikki|yhteinen|alla|gemensamt|alle|gemeinsam|vsi|skupaj|всички"
)

COLUMNS: Mapping[str, str] = {
    "time": "time|times|hour|čas|hodina|kdy|aika|klo|kello|kellonaika|tid|klockan|kl|zeit|uhrzeit|ura|час|време|when",
    "start": "from|start|starts|begin|od|začátek|začíná|alkaa|alku|från|börjar|von|beginn|začetek|от|начало|čas od",
    "end": "to|end|ends|until|do|konec|končí|päättyy|loppuu|loppu|till|slutar|slut|bis|ende|konec|до|край|čas do",
    "minutes": "duration|length|minutes|min|délka|trvání|kesto|längd|varaktighet|dauer|trajanje|продължителност",
    "title": "programme|program|session|topic|title|activity|what|content|agenda|item|program dne|obsah|náplň|téma|"
    "aktivita|název|co|ohjelma|aihe|sisältö|otsikko|innehåll|ämne|aktivitet|tema|rubrik|programm|inhalt|thema|titel|"
    "programmpunkt|vsebina|dejavnost|naslov|aktivnost|програма|тема|дейност|съдържание|заглавие",
    "place": "place|venue|location|where|room|address|místo|kde|místnost|sál|adresa|paikka|missä|sijainti|osoite|tila|"
    "plats|lokal|var|adress|ort|raum|wo|adresse|kraj|lokacija|prostor|naslov kraja|място|къде|зала|адрес",
    "people": "people|person|persons|speaker|speakers|who|lecturer|lecturers|facilitator|facilitators|host|hosts|"
    "contact|trainer|trainers|leads|led by|responsible|responsible person|in charge|presenter|presenters|moderator|kdo|"
    "přednášející|lektor|lektoři|lektorka|osoby|řečník|vede|kontakt|garant|zajišťuje|zodpovídá|odpovídá|"
    "odpovědná osoba|moderátor|účinkující|puhuja|puhujat|kuka|vastuuhenkilö|vastuussa|vastaa|esittäjä|kouluttaja|"
    "isäntä|vetäjä|talare|föreläsare|vem|ansvarig|medverkande|värd|ledare|kontaktperson|referent|referenten|wer|"
    "leitung|verantwortlich|zuständig|moderation|vortragende|ansprechpartner|predavatelj|izvajalec|izvajalci|"
    "kdo vodi|vodi|odgovorna oseba|moderator ka|лектор|лектори|кой|водещ|отговорник|отговорно лице|модератор|"
    "обучител|говорител",
    "group": "group|groups|skupina|skupiny|ryhmä|grupp|gruppe|skupine|група|for whom|audience",
    "description": "description|note|notes|remark|remarks|details|popis|poznámka|poznámky|kuvaus|huomautus|huomiot|"
    "lisätiedot|beskrivning|anmärkning|bemerkung|beschreibung|hinweis|opis|opombe|opomba|описание|бележка|бележки",
    "day": "date|day|datum|den|pvm|päivä|päivämäärä|dag|tag|dan|дата|ден",
}


@cache
def exact_words(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split() if "*" not in word)


@cache
def phrases(text: str) -> frozenset[str]:
    return frozenset(fold(phrase) for phrase in text.split("|"))


@cache
def _beginnings(words: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in words.split() if word.endswith("*"))


@cache
def _endings(words: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in words.split() if word.startswith("*"))


def holds(words: str, folded: str) -> bool:
    """Whether a folded word is one of the stems."""
    beginnings, endings = _beginnings(words), _endings(words)
    ends = folded.endswith(endings) and folded not in endings
    return folded in exact_words(words) or folded.startswith(beginnings) or ends


def kind_of(title: str) -> SessionKind | None:
    """Guess the kind of a session from the words of its title: the first word that tells, greetings last."""
    words = fold(title).split()
    line = f" {' '.join(words)} "
    if any(f" {phrase} " in line for phrase in phrases(SOCIAL_PHRASES)):
        return SessionKind.SOCIAL
    for phrase in phrases(NOT_MEETINGS):
        line = line.replace(f" {phrase} ", " ")
    return _first_kind(line.split()) or (
        SessionKind.MEETING if any(holds(WEAK_MEETING, word) for word in words) else None
    )


def _first_kind(words: Iterable[str]) -> SessionKind | None:
    for word in words:
        for kind, stems in STEMS.items():
            if holds(stems, word):
                return kind
    return None
