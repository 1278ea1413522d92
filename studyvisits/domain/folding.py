"""Words made comparable: what people write with or without diacritics, capitals, hyphens is the same."""

import re
import unicodedata
from functools import lru_cache

_WITHOUT_MARK = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i", "ħ": "h", "ŧ": "t"}
) | dict.fromkeys(range(0x300, 0x370))
"""Letters that do not decompose, and the block of combining marks into which the others do (Unicode, U+0300)."""
_NO_WORD = re.compile(r"[\W_]+")


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Return lower-case words without diacritics and punctuation, one blank between them."""
    text = text.casefold()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).translate(_WITHOUT_MARK)
    if text.isalnum():
        return text
    return _NO_WORD.sub(" ", text).strip()
