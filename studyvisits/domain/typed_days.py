"""Days as people type them on the command line and above the lines of a programme: "2024-06-11", "11.6.", "Tuesday 11
June", "Day 2"."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from studyvisits.domain.dates import day_number, is_real
from studyvisits.domain.folding import fold
from studyvisits.domain.month_words import month_called
from studyvisits.domain.refusal import Refused

WEEKDAYS = (
    "monday mon pondeli po maanantai ma mandag man montag mo ponedeljek pon понеделник",
    "tuesday tue utery ut tiistai ti tisdag tis dienstag di torek tor вторник",
    "wednesday wed streda st keskiviikko ke onsdag ons mittwoch mi sreda sre сряда",
    "thursday thu ctvrtek ct torstai to torsdag tors donnerstag do cetrtek cet четвъртък",
    "friday fri patek pa perjantai pe fredag fre freitag fr petek pet петък",
    "saturday sat sobota so lauantai la lordag lor samstag sa sobota sob събота",
    "sunday sun nedele ne sunnuntai su sondag son sonntag nedelja ned неделя",
)
DAY_WORDS = "day|den|päivä|dag|tag|dan|ден"
NUMBERED = re.compile(
    rf"\s*(?:(?:{DAY_WORDS})\s*(?P<a>\d{{1,3}})|(?P<b>\d{{1,3}})\.?\s*(?:{DAY_WORDS}))(?!\w)", re.IGNORECASE
)
ISO = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)")
POINTED = re.compile(
    r"(?<![\d.:])(?P<day>\d{1,2})(?:\.\s?(?P<month>\d{1,2})\.(?:\s?(?P<year>\d{4}|\d{2})(?![\d:]))?|"
    r"/(?P<month2>\d{1,2})(?:/(?P<year2>\d{4}))?)(?![\d:])"
)
WORDED = re.compile(
    r"(?<!\d)(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\.?\s+(?P<month>[^\W\d_]{3,})|(?P<month2>[^\W\d_]{3,})\s+(?P<day2>\d{1,2})"
    r"(?:st|nd|rd|th)?)\.?,?(?:\s+(?P<year>\d{4})(?!\d))?(?![\d:])"
)


@dataclass(frozen=True, slots=True)
class TypedDay:
    """What was told of a day: some of its date, its weekday (Monday is 0), or its number in the activity; and what
    else stood there."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    number: int | None = None
    rest: str = ""

    def is_on(self, day: date, first_day: date, *, real: bool) -> bool:
        """Whether nothing told speaks against the day. Days not settled yet have a number alone."""
        told = [(self.number, day_number(day, first_day))]
        if real:
            told += [(self.day, day.day), (self.month, day.month), (self.year, day.year), (self.weekday, day.weekday())]
        return all(said in (None, true) for said, true in told)


def typed_day(text: str) -> TypedDay | None:
    """Read a day that a text tells at its beginning, weekday and date in either order; ``None`` where there is none."""
    numbered = NUMBERED.match(text)
    number = int(numbered["a"] or numbered["b"]) if numbered else None
    left = text[numbered.end() :] if numbered else text
    weekday, left = _weekday(left)
    date_found = _date(left)
    if date_found is not None:
        (day, month, year), left = date_found
        if weekday is None:
            weekday, left = _weekday(left, short=False)
        return TypedDay(day, month, year, weekday, number, _rest(left))
    if weekday is None and number is None:
        return None
    return TypedDay(weekday=weekday, number=number, rest=_rest(left))


def day_told(text: str, *, first_day: date, last_day: date, certainty: str) -> date:
    """Return the day of an activity that a text means: a date with or without its year, a weekday that occurs in it
    once, "Day 2", or "2". Raises ``Refused`` for anything else."""
    stripped = text.strip()
    if re.fullmatch(r"[0-9]{1,3}", stripped):
        told: TypedDay | None = TypedDay(number=int(stripped))
    else:
        told = typed_day(f"{stripped}." if re.fullmatch(r"[0-9]{1,2}\.[0-9]{1,2}", stripped) else stripped)
    if told is None or told.rest:
        raise Refused("day_not_understood", value=text)
    if told.number is not None:
        if not 1 <= told.number <= 366:
            raise Refused("day_not_understood", value=text)
        return first_day + timedelta(days=told.number - 1)
    if not is_real(certainty):
        raise Refused("day_without_dates", value=text)
    near = [first_day + timedelta(days=by) for by in range(-190, (last_day - first_day).days + 190)]
    if told.day is None:
        near = [day for day in near if first_day <= day <= last_day]
    elif told.year is not None:
        near = _exactly(told)
    found = [day for day in near if told.is_on(day, first_day, real=True)]
    if not found or (told.day is None and len(found) > 1):
        raise Refused("day_not_understood", value=text)
    return min(found, key=lambda day: abs((day - first_day).days))


def _exactly(told: TypedDay) -> list[date]:
    try:
        return [date(told.year or 0, told.month or 0, told.day or 0)]
    except ValueError:
        return []


def _date(text: str) -> tuple[tuple[int, int, int | None], str] | None:
    for pattern in (ISO, POINTED, WORDED):
        found = pattern.search(text)
        if not found or re.search(r"\w", text[: found.start()]):
            continue
        told = found.groupdict()
        month = _month(told["month"] or told.get("month2"))
        day, year = int(told["day"] or told.get("day2") or 0), told.get("year") or told.get("year2")
        if month is not None and 1 <= month <= 12 and 1 <= day <= 31:
            full = None if year is None else int(year) + (2000 if len(year) == 2 else 0)
            return (day, month, full), text[found.end() :]
    return None


def _month(told: str | None) -> int | None:
    if told is None or told.isdigit():
        return None if told is None else int(told)
    return month_called(told)


def _weekday(text: str, *, short: bool = True) -> tuple[int | None, str]:
    """Short names ("Po", "to") are weekdays only before a date, where no sentence begins with them."""
    found = re.match(r"[\s,(]*([^\W\d_]+)\.?[\s,)]*(?:den\s+(?=\d))?", text)
    if not found:
        return None, text
    word = fold(found[1])
    for number, names in enumerate(WEEKDAYS):
        if word in fold(names).split() and (len(word) > 4 or (short and _date(text[found.end() :]) is not None)):
            return number, text[found.end() :]
    return None, text


def _rest(text: str) -> str:
    return text.strip(" \t,.;:–—-()")
