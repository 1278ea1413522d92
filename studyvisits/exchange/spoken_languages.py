"""Languages that people speak, as they write them: "English (B2), Deutsch, česky"."""

import re
from functools import cache

from studyvisits.domain.folding import fold
from studyvisits.exchange.countries import LANGUAGES

_WORDS = {
    "bg": "bulharsky bulgariaa bolgarsko",
    "cs": "česky čeština tšekkiä češko český cz",
    "de": "německy němčina nj saksaa nemško deutsch",
    "en": "anglicky angličtina aj englantia angleško english",
    "es": "španělsky španělština espanjaa špansko",
    "fi": "finsky finština suomea finsko",
    "fr": "francouzsky francouzština ranskaa francosko",
    "it": "italsky italština italiaa italijansko",
    "pl": "polsky polština puolaa poljsko",
    "ru": "rusky ruština venäjää rusko",
    "sk": "slovensky slovenština slovakkia slovaško",
    "sl": "slovinsky slovinština sloveniaa slovensko slovenščina",
    "sv": "švédsky švédština ruotsia švedsko se",
    "uk": "ukrajinsky ukrajinština ukrainaa ukrajinsko ua",
}
_LEVEL = re.compile(r"\([^)]*\)|\b[ABC][12](?:[+-]|\b)|[-–:].*$")
_BETWEEN = re.compile(r"[,;/|+&\n]|\s(?:a|and|ja|och|и|in|und)\s")
_PLAIN_CODE = re.compile(r"[a-z]{2}(?:\s+[a-z]{2})*", re.IGNORECASE)


def languages_of(text: str) -> str | None:
    """Return language codes with a blank between them, or ``None`` when a word among them is not understood."""
    words = text.split() if _PLAIN_CODE.fullmatch(text.strip()) else _BETWEEN.split(text)
    codes = [language_of(bare) for word in words if (bare := _LEVEL.sub("", word).strip())]
    if not codes or None in codes:
        return None
    return " ".join(dict.fromkeys(code for code in codes if code))


@cache
def language_of(text: str) -> str | None:
    word = fold(text)
    if word in _own_words():
        return _own_words()[word]
    for language in LANGUAGES:
        names = _names(language)
        if word in names:
            return names[word]
    return word if len(word) == 2 and word in _names("en").values() else None


@cache
def _own_words() -> dict[str, str]:
    return {fold(word): code for code, words in _WORDS.items() for word in words.split()}


@cache
def _names(language: str) -> dict[str, str]:
    from babel import Locale

    return {fold(name): code for code, name in Locale.parse(language).languages.items() if "_" not in code}
