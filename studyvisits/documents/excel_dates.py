"""How a language writes a day and a time, as number formats of Excel."""

import re
import unicodedata

_FIELDS = {"d": "d", "dd": "dd", "M": "m", "MM": "mm", "y": "yyyy", "yy": "yyyy", "yyyy": "yyyy"}
_TOKEN = re.compile(r"'[^']*'|([dMy])\1*|.", re.DOTALL)


def day_format(language: str) -> str:
    """Return a format for days, with the year whole. English names the month, since days and months stand either way
    round in it; the rest is the CLDR's, in figures; ISO 8601 for a language it does not know."""
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return "yyyy-mm-dd"
    if locale.language == "en":
        return "[$-809]d mmm yyyy"
    for length in ("medium", "short"):
        pattern = str(locale.date_formats[length].pattern)
        if "MMM" not in pattern and "L" not in pattern:
            return _from_cldr(pattern)
    return "yyyy-mm-dd"


def moment_format(language: str) -> str:
    """Return a format for a day with a time of day."""
    return f"{day_format(language)} {'h.mm' if language.partition('-')[0] in ('fi', 'da') else 'h:mm'}"


def _from_cldr(pattern: str) -> str:
    made = []
    for token in _TOKEN.finditer(pattern):
        text = token.group()
        if text.startswith("'"):
            made.append(f'"{text[1:-1]}"')
        elif unicodedata.category(text[0]) != "Cf":
            made.append(_FIELDS.get(text, text))
    return "".join(made)
