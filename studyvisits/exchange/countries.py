"""Countries as people write them: code, name or adjective, in the seven languages of our users.

Names come from CLDR; what CLDR does not know (adjectives, people, short and old names) stands here, for the countries
that take part in European exchanges.
"""

from functools import cache

from studyvisits.domain.fields import COMMISSION_COUNTRIES, COUNTRIES
from studyvisits.domain.folding import fold

LANGUAGES = ("en", "cs", "fi", "sv", "bg", "sl", "de")

_WORDS = {
    "AT": (
        "austrian rakouský rakouská rakušan rakušanka itävaltalainen österrikisk österrikiska австрийски австриец "
        "австрийка avstrijski avstrijska avstrijec österreichisch österreicher österreicherin"
    ),
    "BE": "belgian belgický belgická belgialainen belgisk belgiska белгийски белгиец belgijski belgijska belgisch",
    "BG": (
        "bulgarian bulharský bulharská bulharka bulhar bulgarialainen bulgarisk bulgariska български българин "
        "българка българско bolgarski bolgarska bolgar bulgarisch bulgare bulgarin"
    ),
    "CH": "swiss švýcarský švýcarská sveitsiläinen schweizisk schweiziska швейцарски švicarski schweizerisch schweizer",
    "CY": "cypriot kyperský kyproslainen cypriotisk кипърски ciprski zyprisch",
    "CZ": (
        "czech čr český česká čech češka tšekkiläinen tsekki tjeckisk tjeckiska tjeck чешки чешка "
        "чех чехиня češki češka čeh tschechisch tscheche tschechin|"
        "czech republic|česká republika|tšekin tasavalta|tjeckiska republiken|чешка република|češka republika|"
        "tschechische republik"
    ),
    "DE": (
        "german německý německá němec němka saksalainen tysk tyska германски немски немски германец nemški nemška "
        "nemec nemka deutsch deutsche deutscher brd"
    ),
    "DK": "danish dánský dánská tanskalainen dansk danska датски danski dänisch",
    "EE": "estonian estonský estonská virolainen estnisk estniska естонски estonski estnisch eestiläinen",
    "ES": "spanish španělský španělská espanjalainen spansk spanska испански španski spanisch",
    "FI": (
        "finnish finn finský finská fin finka suomalainen suomi finsk finska finländsk finländare finländska фински "
        "финландски финландец финландка finski finska finec finka finnisch finne finnin"
    ),
    "FR": "french francouzský francouzská ranskalainen fransk franska френски francoski französisch",
    "GB": (
        "british english scottish welsh anglický anglie england scotland wales skotsko britský "
        "britská britti brittiläinen englantilainen brittisk engelsk британски английски англия "
        "britanski angleški anglija britisch englisch uk|"
        "great britain|velká británie|iso britannia|storbritannien|великобритания|velika britanija|grossbritannien"
    ),
    "GR": "greek řecký řecká kreikkalainen grekisk grekiska гръцки grški griechisch",
    "HR": (
        "croatian chorvatský chorvatská kroatialainen kroatisk kroatiska хърватски hrvaški hrvaška hrvat kroatisch "
        "hrvatska"
    ),
    "HU": "hungarian maďarský maďarská unkarilainen ungersk ungerska унгарски madžarski ungarisch",
    "IE": "irish irský irská irlantilainen irländsk irländska ирландски irski irisch",
    "IS": "icelandic islandský islantilainen isländsk исландски islandski isländisch",
    "IT": (
        "italian italský italská ital italka italialainen italiensk italienska италиански italijanski italijanska "
        "italienisch"
    ),
    "LT": "lithuanian litevský litevská liettualainen litauisk литовски litovski litauisch",
    "LU": "luxembourgish lucemburský luxemburgilainen luxemburgisk люксембургски luksemburški luxemburgisch",
    "LV": "latvian lotyšský lotyšská latvialainen lettisk латвийски latvijski lettisch",
    "MT": "maltese maltský maltalainen maltesisk малтийски malteški maltesisch",
    "NL": (
        "dutch holland holandsko nizozemský nizozemská hollanti hollantilainen alankomaalainen holländsk nederländsk "
        "холандски холандия nizozemski niederländisch holländisch"
    ),
    "NO": "norwegian norský norská norjalainen norsk norska норвежки norveški norwegisch",
    "PL": "polish polský polská puolalainen polsk polska полски poljski poljska polnisch",
    "PT": "portuguese portugalský portugalská portugalilainen portugisisk португалски portugalski portugiesisch",
    "RO": "romanian rumunský rumunská romanialainen rumänsk румънски romunski rumänisch",
    "RS": "serbian srbský srbská serbialainen serbisk сръбски srbski serbisch",
    "RU": "russian ruský ruská venäläinen rysk руски ruski russisch",
    "SE": (
        "swedish swede švédský švédská švéd švédka ruotsalainen svensk svenska шведски швед шведка švedski švedska "
        "šved švedinja schwedisch schwede schwedin"
    ),
    "SI": (
        "slovenian slovene slovinský slovinská slovinka slovenialainen slovensk словенски словенец словенка "
        "slovenski slovenska slovenec slovenka slowenisch slowene slowenin"
    ),
    "SK": (
        "slovak slovenský slovenská slovák slovakialainen slovakisk slovakiska словашки slovaški slovaška slowakisch sr"
    ),
    "TR": "turkish turecký turecká turkkilainen turkisk турски turški türkisch turkey",
    "UA": "ukrainian ukrajinský ukrajinská ukrajinec ukrajinka ukrainalainen ukrainsk украински ukrajinski ukrainisch",
    "US": (
        "american usa americký americká amerikkalainen yhdysvaltalainen amerikansk американски сащ ameriški "
        "amerikanisch"
    ),
}
_SLOVAK_OR_SLOVENE = {"slovenska": None, "slovensky": "SK", "slovenska republika": "SK", "slovenka": None}
"""Once folded, Czech "slovenská" (Slovak) and Slovene "slovenska" (Slovenian) are one word: asked, not guessed."""


@cache
def country_of(text: str) -> str | None:
    """Return the ISO 3166-1 alpha-2 code, or ``None`` where the word is not understood."""
    word = fold(text)
    bare = word.replace(" ", "").upper()
    if len(bare) == 2 and text.isascii():
        code = COMMISSION_COUNTRIES.get(bare, bare)
        if code in COUNTRIES:
            return code
    if word in _SLOVAK_OR_SLOVENE:
        return _SLOVAK_OR_SLOVENE[word]
    return _own_words().get(word) or _from_cldr(word, bare)


@cache
def _own_words() -> dict[str, str]:
    found: dict[str, str] = {}
    for code, words in _WORDS.items():
        first, *phrases = words.split("|")
        for word in (*first.split(), *phrases):
            found.setdefault(fold(word), code)
    return found


def _from_cldr(word: str, bare: str) -> str | None:
    if len(bare) == 3 and bare.isascii():
        from babel.core import get_global

        code = (get_global("territory_aliases").get(bare) or [""])[0]
        if code in COUNTRIES:
            return str(code)
    for language in LANGUAGES:
        if word in _names(language):
            return _names(language)[word]
    return None


@cache
def _names(language: str) -> dict[str, str]:
    from babel import Locale

    names = Locale.parse(language).territories
    return {fold(name): code for code, name in names.items() if code in COUNTRIES}
