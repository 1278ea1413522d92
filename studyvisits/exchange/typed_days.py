"""Days and times of day as people type them, or as a spreadsheet keeps them."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from studyvisits.domain.dates import DAY_MINUTES
from studyvisits.domain.folding import fold
from studyvisits.domain.month_words import month_called

_ISO = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T ]+(\d{1,2}:\d{2})(?::\d{2}(?:\.\d+)?)?Z?)?")
_HOUR = r"(?:[Uu]hr|[Hh]od\.?|h|ч\.?|часа|uri)"
_CLOCK = rf"(?:\D{{1,4}}\s*)?(?:(\d{{1,2}}[:.]\d{{2}}|\d{{1,2}}(?=\s*{_HOUR}))(?:\s*{_HOUR})?)"
"""A time beside a day: "14:30", "klo 14.30", "9.30 Uhr", "9 Uhr"."""
_DAY_FIRST = re.compile(
    r"(?:\D{2,14}\s+)?(\d{1,2})\s*([./\- ])\s*(\d{1,2})\s*[./\- ]\s*(\d{4}|'?\d{2})"
    rf"(?:\s*(?:г\.?|r\.?))?(?:,?\s+{_CLOCK})?"
)
_NAMED = re.compile(
    r"(?:\D{2,14}[\s,]+)?(\d{1,2})(?:\.|st|nd|rd|th|-\w{2}|:\w)?\s*(?:of\s+|de\s+)?([^\W\d]+)\.?,?\s+(\d{4})"
    rf"(?:\s*г\.?)?(?:,?\s+{_CLOCK})?"
)
_YEARLESS = re.compile(
    r"(?:[^\W\d]{2,14}\.?,?\s+)?(\d{1,2})\.?\s*(?:of\s+|den\s+)?(\d{1,2}(?=\.)|[^\W\d]{3,})\.?(?:,?\s+(\d{1,2}:\d{2}))?"
)
_NAMED_US = re.compile(r"([^\W\d]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_SERIAL = re.compile(r"(\d{5})(?:\.(\d+))?")
_COMPACT = re.compile(r"(19|20)(\d{2})(\d{2})(\d{2})")
_TIME = re.compile(
    r"(?:\D{0,12}\s)?(\d{1,2})(?:\s*[:.hH]\s*(\d{2}))?(?::\d{2})?\s*(am|pm|a\.m\.|p\.m\.)?"
    r"\s*(?:h|hod|hod\.|klo|uhr|uur|ч\.?|часа)?",
    re.IGNORECASE,
)
_EXCEL_EPOCH = date(1899, 12, 30)
"""Day 0 of Excel's 1900 system for every day from March 1900 on."""

_CZECH_SHORT = {
    fold(word): number for number, word in enumerate("led úno bře dub kvě čvn čvc srp zář říj lis pro".split(), 1)
}
"""As Czech dates in cells have them; in a sentence "pro" and "dub" are words of their own."""


class NoSuchDay(ValueError):
    """Written as a day, but the calendar has none such."""


class NoDay(ValueError):
    """Not written as a day at all."""


def month_stands_first(values: Iterable[str]) -> bool:
    """Whether a column is written the American way: some second number is above 12, and no first one is."""
    proved = False
    for value in values:
        found = _DAY_FIRST.fullmatch(value.strip())
        if not found or found[2] != "/":
            continue
        if int(found[1]) > 12:
            return False
        proved = proved or int(found[3]) > 12
    return proved


def day_and_time(text: str, *, month_first: bool = False, latest: date | None = None) -> tuple[date, int | None]:
    """Return the day and, where one stands beside it, the time in minutes since midnight.

    A year of two digits is the last such year before ``latest``, else this century's. Raises ``NoSuchDay``, ``NoDay``.
    """
    text = " ".join(text.replace("\u00a0", " ").split())
    if found := _ISO.fullmatch(text):
        return _day(int(found[1]), int(found[2]), int(found[3])), _minutes_or_none(found[4]) or None
    if found := _COMPACT.fullmatch(text):
        return _day(int(found[1] + found[2]), int(found[3]), int(found[4])), None
    if found := _DAY_FIRST.fullmatch(text):
        return _of_numbers(found, month_first, latest), _minutes_or_none(found[5])
    if found := _SERIAL.fullmatch(text):
        minutes = round(float(f"0.{found[2]}") * DAY_MINUTES) if found[2] else None
        return _EXCEL_EPOCH + timedelta(days=int(found[1])), minutes
    if found := _NAMED.fullmatch(text):
        return _of_name(found[3], found[2], found[1]), _minutes_or_none(found[4])
    if found := _NAMED_US.fullmatch(text):
        return _of_name(found[3], found[1], found[2]), None
    raise NoDay(text)


def with_year(text: str, near: date) -> str:
    """Add the year to a day written without one, "8.3.", "Friday 12 March": the year that brings it nearest to
    ``near``. Other texts stay as they are."""
    found = _YEARLESS.fullmatch(" ".join(text.split()))
    month = found and (int(found[2]) if found[2].isdecimal() else _month(found[2]))
    if not found or not month:
        return text
    days = []
    for year in (near.year - 1, near.year, near.year + 1):
        try:
            days.append(date(year, month, int(found[1])))
        except ValueError:
            continue
    if not days:
        return text
    return f"{min(days, key=lambda day: abs(day - near))} {found[3] or ''}".strip()


def minutes_of(text: str) -> int:
    """Raise ``NoDay`` for what is no time of day."""
    text = text.strip()
    if re.fullmatch(r"0\.\d+", text):
        return round(float(text) * DAY_MINUTES) % DAY_MINUTES
    found = _TIME.fullmatch(text.split("T")[-1])
    if not found:
        raise NoDay(text)
    hours, minutes = int(found[1]), int(found[2] or 0)
    half = (found[3] or "").replace(".", "").lower()
    if half:
        hours = hours % 12 + 12 * (half == "pm")
    if hours > 23 or minutes > 59:
        raise NoSuchDay(text)
    return hours * 60 + minutes


def _minutes_or_none(text: str | None) -> int | None:
    return minutes_of(text) if text else None


def _of_numbers(found: re.Match[str], month_first: bool, latest: date | None) -> date:
    one, two, year = int(found[1]), int(found[3]), found[4].lstrip("'")
    full = int(year) if len(year) == 4 else _century(int(year), latest)
    if found[2] == "/" and (month_first or (two > 12 and one <= 12)):
        one, two = two, one
    return _day(full, two, one)


def _century(year: int, latest: date | None) -> int:
    return 2000 + year if latest is None or 2000 + year <= latest.year else 1900 + year


def _month(word: str) -> int | None:
    return month_called(word) or _CZECH_SHORT.get(fold(word))


def _of_name(year: str, month: str, day: str) -> date:
    number = _month(month)
    if number is None:
        raise NoDay(month)
    return _day(int(year), number, int(day))


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise NoSuchDay from None
