"""Where days come to lie when an activity is moved, fixed, or its dates are given up again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from studyvisits.domain.dates import OPEN_DAY, first_monday
from studyvisits.domain.fields import YEARS
from studyvisits.domain.kinds import Certainty
from studyvisits.domain.refusal import Refused

LEAST_SURE_FIRST = (Certainty.OPEN, Certainty.MONTH, Certainty.PROVISIONAL, Certainty.FIXED)


@dataclass(frozen=True, slots=True)
class Dates:
    first_day: date
    last_day: date
    certainty: str


def shifted(day: date, days: int) -> date:
    """Return the day so many days later; raises ``Refused`` past the years that are kept."""
    try:
        moved = day + timedelta(days=days)
    except OverflowError:
        moved = date.max
    if not YEARS[0] <= moved.year <= YEARS[1]:
        raise Refused("moved_out_of_range", day=day, days=days)
    return moved


def dates_from(now: Dates, first_day: date, certainty: str) -> Dates:
    """Return the activity's dates from a new first day on, as long as now. Days of *month* begin with the month's first
    Monday and *open* ones where all open ones do, whatever day was asked for."""
    start = {
        Certainty.MONTH: first_monday(first_day.year, first_day.month),
        Certainty.OPEN: OPEN_DAY,
    }.get(Certainty(certainty), first_day)
    return Dates(start, shifted(start, (now.last_day - now.first_day).days), certainty)


def meeting_dates(now: Dates, days: int, activity_certainty: str) -> Dates:
    """Return the dates of a meeting whose activity moved by so many days and then has this certainty.

    A meeting that goes along is as sure as the less sure of the two: with provisional dates it has provisional ones,
    with a month a month, with open dates open ones; a meeting of which the month alone was known stays so in the month
    it comes to lie in.
    """
    certainty = min(Certainty(now.certainty), Certainty(activity_certainty), key=LEAST_SURE_FIRST.index)
    if certainty == Certainty.OPEN:
        return dates_from(now, now.first_day, certainty)
    return dates_from(now, shifted(now.first_day, days), certainty)


def days_shifted(days: Iterable[tuple[int, date]], by: int) -> Mapping[date, list[int]]:
    """Return the rows' ids by the day they come to lie on."""
    moved: dict[date, list[int]] = {}
    for row_id, day in days:
        moved.setdefault(shifted(day, by), []).append(row_id)
    return moved
