"""Names in the order a reader of a language looks for them.

Accents do not count, but where a language has letters of its own they stand where its alphabet has them: Č behind C and
Ch behind H in Czech, Å, Ä, Ö at the end in Swedish and Finnish. The alphabets are those of the Unicode CLDR's standard
collations; a full collation would need a library of 30 MB.
"""

import re
import unicodedata
from functools import cache

_BEHIND: dict[str, dict[str, str]] = {
    "cs": {"č": "c", "ř": "r", "š": "s", "ž": "z", "ch": "h"},
    "sk": {"ä": "a", "č": "c", "ch": "h", "ô": "o", "š": "s", "ž": "z"},
    "sl": {"č": "c", "ć": "c", "đ": "d", "š": "s", "ž": "z"},
    "hr": {"č": "c", "ć": "c", "dž": "d", "đ": "d", "lj": "l", "nj": "n", "š": "s", "ž": "z"},
    "sv": {"å": "z", "ä": "z", "ö": "z"},
    "fi": {"å": "z", "ä": "z", "ö": "z"},
    "da": {"æ": "z", "ø": "z", "å": "z"},
    "nb": {"æ": "z", "ø": "z", "å": "z"},
    "et": {"š": "s", "z": "s", "ž": "s", "õ": "w", "ä": "w", "ö": "w", "ü": "w"},
    "pl": {"ą": "a", "ć": "c", "ę": "e", "ł": "l", "ń": "n", "ó": "o", "ś": "s", "ź": "z", "ż": "z"},
    "es": {"ñ": "n"},
}
"""Language to its own letters (in their order where several stand together) and the letter each stands behind."""

_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_EVERYWHERE = {"й": "и"}
_LAST = 0xE000
"""The first of Unicode's private letters, which sort behind every letter that a name holds."""


def sort_key(text: str, language: str) -> tuple[str, str]:
    """Return a key to sort by: the letters without accents and capitals, then, between equal ones, the text itself."""
    letters, found = _letters(language)
    lower = unicodedata.normalize("NFC", text).lower()
    if not lower.isascii() or language in ("cs", "sk", "hr"):
        lower = found.sub(lambda own: letters[own[0]], lower)
        lower = "".join(each for each in unicodedata.normalize("NFD", lower) if not unicodedata.combining(each))
        lower = lower.translate(_PLAIN).replace("ß", "ss")
    return lower.replace("-", " ").replace("'", "").replace("’", ""), text


@cache
def _letters(language: str) -> tuple[dict[str, str], re.Pattern[str]]:
    own = {**_BEHIND.get(language, {}), **_EVERYWHERE}
    letters = {letter: behind + chr(_LAST + place) for place, (letter, behind) in enumerate(own.items())}
    longest_first = sorted(letters, key=len, reverse=True)
    return letters, re.compile("|".join(longest_first))
