import pytest

from studyvisits.exchange.countries import country_of
from studyvisits.exchange.spoken_languages import languages_of

WORDS = {
    "CZ": "CZ cz CZE Czechia Česko Česká ČR ceska Tšekki tšekkiläinen Tjeckien tjeckisk Чехия чешки Češka Tschechien",
    "FI": "FI FIN Finnish Finsko finský Suomi suomalainen finsk Финландия фински Finska finski Finnland finnisch",
    "SE": "SE SWE Sweden Swedish Švédsko švédská Ruotsi ruotsalainen Sverige svensk Швеция шведски Švedska Schweden",
    "BG": "Bulgaria Bulharsko bulharská Bulgarialainen Bulgarien България български Bolgarija bolgarski bulgarisch",
    "SI": "Slovenia Slovinsko slovinská slovenialainen Slovenien Словения словенски Slovenija slowenisch",
    "SK": "Slovakia Slovensko slovenský Slowakei slovakialainen slovaški",
    "DE": "Germany Německo Saksa saksalainen Tyskland tysk Германия германски Nemčija nemški Deutschland deutsch",
    "GR": "GR EL Greece Řecko Kreikka",
    "GB": "UK GB England",
    "JP": "Japan Japonsko Япония JPN",
}


@pytest.mark.parametrize("code", WORDS)
def test_country_is_known_by_code_name_and_adjective(code: str) -> None:
    assert {word: country_of(word) for word in WORDS[code].split()} == dict.fromkeys(WORDS[code].split(), code)


@pytest.mark.parametrize("word", ["", "?", "Atlantis", "Göteborg", "ZZ", "slovenská", "=1+1"])
def test_what_is_no_country_or_two_is_not_guessed(word: str) -> None:
    assert country_of(word) is None


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("English (B2), Deutsch", "en de"),
        ("česky, anglicky, německy", "cs en de"),
        ("suomi, ruotsi ja englanti", "fi sv en"),
        ("svenska och engelska", "sv en"),
        ("български и английски", "bg en"),
        ("slovenščina in angleščina", "sl en"),
        ("en fi", "en fi"),
        ("AJ, NJ", "en de"),
        ("English, Klingonian", None),
    ],
)
def test_languages_become_codes(text: str, codes: str | None) -> None:
    assert languages_of(text) == codes
