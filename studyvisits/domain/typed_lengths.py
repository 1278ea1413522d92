"""How long something lasts, as people type it: "45 min", "1 h 30 min", "1,5 h", "2 hodiny", "45 минути"."""

import re

MINUTE_WORDS = r"min(?:ut\w*|uuttia|uter|uten)?|мин(?:ути|ута)?|[’′'](?!\w)"
HOURS_LONG = r"hours?|hrs?|hodin[ayu]?|hod|stunden?|std|tuntia?|tim(?:mar|me)?|ur[aei]?|часа?|h"
LENGTH = re.compile(
    rf"(?:(?P<h>\d{{1,2}}(?:[.,]\d+)?)\s?(?:{HOURS_LONG})(?!\w)\.?\s?(?:(?P<hm>\d{{1,2}})\s?(?:{MINUTE_WORDS})\.?)?"
    rf"|(?P<m>\d{{1,3}})\s?(?:{MINUTE_WORDS})\.?)",
    re.IGNORECASE,
)


def length_of(text: str) -> int | None:
    """Read a length that is a text by itself, in minutes."""
    found = LENGTH.fullmatch(text.strip(" ()[]"))
    return _minutes(found) if found else None


def length_at_front(text: str) -> tuple[int | None, str]:
    """Return the minutes that a text begins with, and what follows them."""
    found = LENGTH.match(text)
    if not found or text[found.end() : found.end() + 1].isalnum():
        return None, text
    return _minutes(found), text[found.end() :]


def _minutes(found: re.Match[str]) -> int | None:
    if found["m"]:
        return int(found["m"]) or None
    return round(float(found["h"].replace(",", ".")) * 60) + int(found["hm"] or 0) or None
