"""How days are kept while they are not settled, and how a day becomes "Day 3".

An activity always has a first and a last day. While its certainty is *month* they count from the month's first Monday,
while it is *open* from the first Monday of January 2000; so a programme can be planned, moved and fixed in one way.
"""

from datetime import date, timedelta

from studyvisits.domain.kinds import Certainty

DAY_MINUTES = 24 * 60

REAL = frozenset({Certainty.FIXED, Certainty.PROVISIONAL})
"""The certainties whose days are days of the calendar."""


def first_monday(year: int, month: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=-first.weekday() % 7)


OPEN_DAY = first_monday(2000, 1)


def day_number(day: date, first_day: date) -> int:
    """Return 1 for the activity's first day; 0 and below for days before it."""
    return (day - first_day).days + 1


def is_real(certainty: str) -> bool:
    return certainty in REAL
