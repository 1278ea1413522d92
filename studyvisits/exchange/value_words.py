"""Words for values of code lists, as people write them in the seven languages; ``|`` stands between phrases."""

from collections.abc import Mapping
from functools import cache

from studyvisits.domain.folding import fold
from studyvisits.domain.kinds import Gender, ParticipationStatus, Presence, Role, Sector

YES = "yes|y|true|x|✓|✔|ano|a|kyllä|joo|k|ja|j|да|da|d|1|jo|ok"
NO = "no|n|false|ne|ei|e|nej|не|н|nein|0|✗|nope"
EMPTY = (
    "-|–|—|/|?|n/a|na|nan|null|#n/a|none|.|…|...|unknown|not known|neznámo|neuvedeno|nezadáno|tuntematon|ei tiedossa|"
    "okänt|okänd|неизвестно|няма данни|neznano|ni podatka|unbekannt|k. a.|tbc|tba|tbd|bude doplněno|xxx|xx|???|??"
)
"""What stands for nothing in a field other than a name."""
NO_NEED = (
    "no|none|nothing|no allergies|no restrictions|normal|everything|standard|regular|no special|nil|omnivore|"
    "anything|eats everything|ne|nic|žádná|žádné|žádný|"
    "bez omezení|normální|běžná|standardní|nemá|nemám|bez|ei|ei mitään|ei ole|ei rajoituksia|ei allergioita|normaali|"
    "sekaruoka|kaikkiruokainen|"
    "nej|inga|ingen|inget|ingenting|allt|äter allt|normalkost|vanlig kost|не|няма|нямам|без|нормално|всичко|"
    "без ограничения|nič|brez|brez omejitev|"
    "nimam|nima|vse|normalno|nein|keine|kein|keines|alles|normalkost|ohne|isst alles|0|false"
)
"""In a column of needs: nothing needs to be kept."""

_GENDER = {
    Gender.FEMALE: (
        "f|w|ž|n|female|woman|fem|žena|z|nainen|kvinna|k|жена|ж|ženska|ženski|frau|weiblich|dívka|fru|paní|nő"
    ),
    Gender.MALE: "m|male|man|muž|mies|мъж|м|moški|moski|mann|männlich|herr|pan",
    Gender.OTHER: (
        "other|x|d|diverse|divers|nonbinary|non binary|jiné|jiný|nebinární|muu|muunsukupuolinen|annat|icke binär|"
        "друго|друг|drugo|anders"
    ),
}
_PRESENCE = {
    Presence.VISITING: (
        "visiting|visitor|visit|guest|foreign|traveller|travelling|incoming|výjezd|vyjíždějící|host|hostující|"
        "návštěvník|"
        "přijíždějící|stážista|stážistka|vierailija|vieras|vieraileva|matkustaja|besökare|besökande|gäst|resande|"
        "гост|гостуващ|пътуващ|гостенка|gost|gostja|gostujoči|obiskovalec|obiskovalka|gast|besucher|besucherin|"
        "besuchend|reisend"
    ),
    Presence.LOCAL: (
        "local|host country|home|hosting|domácí|místní|lokální|hostitel|hostitelka|paikallinen|isäntä|lokal|lokala|"
        "värd|"
        "местен|местна|домакин|lokalni|domači|domačin|domačinka|gostitelj|gostiteljica|gastgeber|gastgeberin|"
        "einheimisch|vor ort|ortsansässig"
    ),
}
_STATUS = {
    ParticipationStatus.NOMINATED: (
        "nominated|registered|applied|proposed|candidate|navržen|navržena|nominován|nominovaná|přihlášen|přihlášena|"
        "nominována|"
        "ehdotettu|ehdolla|ilmoittautunut|nimetty|nominerad|anmäld|föreslagen|номиниран|номинирана|записан|записана|"
        "предложен|предложена|"
        "predlagan|predlagana|prijavljen|prijavljena|nominiran|nominirana|nominiert|vorgeschlagen|angemeldet"
    ),
    ParticipationStatus.INVITED: (
        "invited|invitation sent|asked|pozván|pozvána|pozvaný|pozvaná|osloven|oslovena|kutsuttu|inbjuden|bjuden|"
        "поканен|поканена|povabljen|povabljena|"
        "eingeladen|angefragt"
    ),
    ParticipationStatus.CONFIRMED: (
        "confirmed|yes|accepted|coming|ok|attending|potvrzen|potvrzena|potvrzeno|potvrzený|potvrzená|ano|vahvistettu|"
        "vahvistanut|kyllä|tulossa|osallistuu|"
        "bekräftad|bekräftat|ja|kommer|deltar|потвърден|потвърдена|потвърдено|да|potrjen|potrjena|potrjeno|da|pride|"
        "bestätigt|zugesagt|true|x|1|will attend|taking part|zúčastní se|zúčastním se|účastní se|přijede|osallistun|"
        "kommer att delta|ще участва|ще участвам|участва|se udeleži|udeležil se bom|nimmt teil|nehme teil|kommt"
    ),
    ParticipationStatus.RESERVE: (
        "reserve|waiting list|waitlist|substitute|backup|standby|náhradník|náhradnice|náhradní|v záloze|"
        "čekací listina|vara|varasija|varalla|varahenkilö|"
        "reserv|ersättare|väntelista|резерва|резервен|резервна|чакащ|rezerva|rezervni|rezervna|ersatz|nachrücker|"
        "nachrückerin|warteliste"
    ),
    ParticipationStatus.CANCELLED: (
        "cancelled|canceled|declined|withdrawn|no|not coming|zrušeno|zrušen|zrušena|odmítl|odmítla|odhlášen|"
        "odhlášena|ne|nejede|omluven|omluvena|peruttu|"
        "perunut|peruutettu|estynyt|ei|ei osallistu|avbokad|avanmäld|inställd|nej|återbud|отказан|отказал|отказала|"
        "отменен|отменена|не|odpovedan|odpovedal|odpovedala|odjavljen|odjavljena|"
        "abgesagt|storniert|abgemeldet|nein|false|0|not attending|will not attend|not taking part|nezúčastní se|"
        "nezúčastním se|neúčastní se|nepřijede|en|en osallistu|deltar inte|deltar ej|kommer inte|kommer ej|"
        "няма да участва|няма да участвам|не участва|se ne udeleži|se ne bo udeležil|se ne bo udeležila|"
        "nimmt nicht teil|nehme nicht teil|kommt nicht"
    ),
    ParticipationStatus.NO_SHOW: (
        "no show|noshow|absent|did not come|nepřišel|nepřišla|nedostavil se|nedostavila se|neúčast|ei saapunut|"
        "poissa|uteblev|utebliven|не се яви|отсъства|"
        "ni prišel|ni prišla|odsoten|odsotna|nicht erschienen|abwesend"
    ),
}
_ROLES = {
    Role.PARTICIPANT: (
        "participant|attendee|delegate|účastník|účastnice|osallistuja|deltagare|участник|участничка|udeleženec|"
        "udeleženka|teilnehmer|teilnehmerin|teilnehmende"
    ),
    Role.GROUP_LEADER: (
        "group leader|leader|team leader|delegation leader|vedoucí skupiny|vedoucí|vedoucí delegace|ryhmänjohtaja|"
        "ryhmänvetäjä|gruppledare|ledare|водач на група|ръководител на група|vodja skupine|vodja|gruppenleiter|"
        "gruppenleiterin|gruppenleitung"
    ),
    Role.HOST_CONTACT: (
        "host contact|contact|contact person|local contact|kontaktní osoba|kontakt|yhteyshenkilö|kontaktperson|"
        "värdkontakt|лице за контакт|контакт|kontaktna oseba|ansprechpartner|ansprechpartnerin|ansprechperson"
    ),
    Role.SPEAKER: (
        "speaker|presenter|lecturer|řečník|řečnice|přednášející|mluvčí|puhuja|luennoitsija|talare|föreläsare|лектор|"
        "говорител|презентатор|govornik|govornica|predavatelj|predavateljica|referent|referentin|redner|rednerin|"
        "vortragende"
    ),
    Role.TRAINER: (
        "trainer|instructor|teacher|školitel|školitelka|lektor|lektorka|kouluttaja|utbildare|tränare|обучител|"
        "обучителка|треньор|predavatelj usposabljanja|trener|trenerka|trainerin"
    ),
    Role.FACILITATOR: (
        "facilitator|moderator|facilitátor|facilitátorka|moderátor|moderátorka|fasilitaattori|ohjaaja|facilitatör|"
        "handledare|фасилитатор|модератор|moderatorka|facilitatorka|moderatorin"
    ),
    Role.INTERPRETER: (
        "interpreter|translator|tlumočník|tlumočnice|překladatel|překladatelka|tulkki|tolk|преводач|преводачка|"
        "tolmač|tolmačka|prevajalec|prevajalka|dolmetscher|dolmetscherin"
    ),
    Role.ACCOMPANYING_PERSON: (
        "accompanying person|accompanying|companion|assistant|personal assistant|doprovod|asistent|asistentka|"
        "doprovázející osoba|avustaja|saattaja|medföljande|ledsagare|assistent|придружител|придружител ка|асистент|"
        "spremljevalec|spremljevalka|begleitperson|begleitung"
    ),
    Role.ORGANISER: (
        "organiser|organizer|coordinator|organizátor|organizátorka|koordinátor|koordinátorka|järjestäjä|"
        "koordinaattori|arrangör|koordinator|samordnare|организатор|координатор|organizator|organizatorka|"
        "koordinatorka|organisator|organisatorin|koordinatorin"
    ),
}
_SECTOR = {
    Sector.NGO: (
        "ngo|non profit|nonprofit|association|nezisková organizace|nno|neziskovka|nestátní nezisková organizace|"
        "spolek|järjestö|kansalaisjärjestö|yhdistys|ideell organisation|förening|нпо|неправителствена организация|"
        "сдружение|nevladna organizacija|nvo|društvo|nro|verein|nichtregierungsorganisation"
    ),
    Sector.MUNICIPALITY: (
        "municipality|city|town|municipal|local authority|obec|město|městský úřad|magistrát|kunta|kaupunki|kommun|"
        "stad|община|občina|gemeinde|stadt|kommune"
    ),
    Sector.REGION: (
        "region|regional|county|kraj|krajský úřad|maakunta|hyvinvointialue|län|област|регион|regija|land|bundesland|"
        "landkreis"
    ),
    Sector.STATE: (
        "state|government|ministry|national authority|stát|ministerstvo|státní|valtio|ministeriö|stat|statlig|"
        "myndighet|държава|държавна институция|министерство|država|ministrstvo|staat|ministerium|bund"
    ),
    Sector.SERVICE_PROVIDER: (
        "service provider|social service|services|poskytovatel|poskytovatel služeb|sociální služba|palveluntuottaja|"
        "tjänsteleverantör|доставчик на социални услуги|доставчик|izvajalec|izvajalec storitev|dienstleister|"
        "leistungserbringer"
    ),
    Sector.EDUCATION: (
        "education|school|university|research|škola|vzdělávání|univerzita|koulu|koulutus|yliopisto|"
        "ammattikorkeakoulu|skola|utbildning|universitet|образование|училище|университет|izobraževanje|šola|univerza|"
        "bildung|schule|universität|hochschule"
    ),
    Sector.COMPANY: (
        "company|business|private|firma|podnik|soukromý sektor|yritys|företag|фирма|компания|бизнес|podjetje|"
        "unternehmen"
    ),
    Sector.INTERNATIONAL: (
        "international|international organisation|mezinárodní|mezinárodní organizace|kansainvälinen|"
        "kansainvälinen järjestö|internationell|"
        "internationell organisation|международна организация|mednarodna organizacija|internationale organisation"
    ),
    Sector.OTHER: "other|jiné|jiný|muu|annat|övrigt|друго|drugo|andere|sonstige|sonstiges",
}
_LISTS: Mapping[str, Mapping[str, str]] = {
    "gender": {str(code): words for code, words in _GENDER.items()},
    "presence": {str(code): words for code, words in _PRESENCE.items()},
    "status": {str(code): words for code, words in _STATUS.items()},
    "roles": {str(code): words for code, words in _ROLES.items()},
    "sector": {str(code): words for code, words in _SECTOR.items()},
}


@cache
def code_words(field: str) -> Mapping[str, str]:
    """Return the code for each folded word of a code list's field."""
    found: dict[str, str] = {}
    for code, words in _LISTS[field].items():
        for word in (code, code.replace("_", " "), *words.split("|")):
            found.setdefault(fold(word), code)
    return found


@cache
def plain_words(field: str) -> frozenset[str]:
    """Folded, all that answers a question for this field, a yes or no to taking part among them."""
    return frozenset(code_words(field)) | (_folded(YES) | _folded(NO) if field == "status" else frozenset())


def says_nothing(text: str) -> bool:
    return text.casefold() in _NOTHING


@cache
def needs_nothing(text: str) -> bool:
    return fold(text) in _folded(NO_NEED) or not fold(text)


@cache
def is_yes(text: str) -> bool | None:
    """``None``: neither yes nor no."""
    word = fold(text) or text.strip()
    return True if word in _folded(YES) else False if word in _folded(NO) else None


@cache
def _folded(phrases: str) -> frozenset[str]:
    return frozenset(fold(phrase) or phrase for phrase in phrases.split("|"))


_NOTHING = frozenset(EMPTY.split("|")) | {""}
