"""A zone of the IANA database as a VTIMEZONE (RFC 5545, 3.6.5) that is right for the days used.

The library's own lists the changes one by one, which Outlook reads an hour off, so the yearly rule is written instead.
It stands in the last line of the zone's file (RFC 9636, 3.3; POSIX TZ string) and is taken only if it gives the changes
that really happened from the year before the first day to the last. Where it does not (Moscow in 2010, Morocco's
Ramadan), each change is an observance of its own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import TZPATH, ZoneInfo

if TYPE_CHECKING:
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

OLDEST = 1970
"""The year before which no rule is followed back."""

_WEEKDAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
_NAME = r"(<[^>]+>|[A-Za-z]+)"
_TIME = r"([-+]?[\d:]+)"
_ONSET = rf"M(\d+)\.(\d)\.(\d)(?:/{_TIME})?"
_RULE = re.compile(rf"{_NAME}{_TIME}{_NAME}{_TIME}?,{_ONSET},{_ONSET}")


@dataclass(frozen=True, slots=True)
class Change:
    """``wall`` is what the clock showed when it was put from the offset ``before`` to ``after`` (east of Greenwich)."""

    wall: datetime
    before: timedelta
    after: timedelta
    name: str


@dataclass(frozen=True, slots=True)
class Onset:
    """The ``week``-th (5: the last) ``weekday`` (0: Sunday) of a month, ``at`` after midnight by the clock so far."""

    month: int
    week: int
    weekday: int
    at: timedelta

    def in_year(self, year: int) -> datetime:
        first = date(year, self.month, 1)
        day = first + timedelta(days=(self.weekday - first.isoweekday()) % 7 + 7 * (self.week - 1))
        if day.month != self.month:
            day -= timedelta(days=7)
        return datetime(day.year, day.month, day.day) + self.at

    @property
    def recurrence(self) -> dict[str, object]:
        week = -1 if self.week == 5 else self.week
        return {"FREQ": "YEARLY", "BYMONTH": self.month, "BYDAY": f"{week}{_WEEKDAYS[self.weekday]}"}


@dataclass(frozen=True, slots=True)
class Rule:
    """The two changes of a year, whichever comes first."""

    onsets: tuple[tuple[Onset, timedelta, timedelta, str], ...]

    def in_year(self, year: int) -> tuple[Change, ...]:
        changes = (Change(onset.in_year(year), before, after, name) for onset, before, after, name in self.onsets)
        return tuple(sorted(changes, key=_wall))


def time_zone(name: str, first: date, last: date) -> "Timezone":
    """Return a VTIMEZONE for moments from ``first`` to ``last``.

    Raises KeyError (of zoneinfo) for a name that the database does not hold.
    """
    from icalendar import Timezone

    zone = Timezone()
    zone.add("tzid", name)
    rule = _rule(name)
    began = None if rule is None else _began(name, rule, first.year, last.year)
    if rule is not None and began is not None:
        for change, (onset, *_) in zip(rule.in_year(began), sorted(rule.onsets, key=_month), strict=True):
            zone.add_component(_observance(change, change.after > change.before, onset.recurrence))
    else:
        for change, summer in _one_by_one(name, first.year, last.year):
            zone.add_component(_observance(change, summer, None))
    return zone


def _observance(
    change: Change, summer: bool, recurrence: dict[str, object] | None
) -> "TimezoneDaylight | TimezoneStandard":
    from icalendar import TimezoneDaylight, TimezoneStandard

    made = TimezoneDaylight() if summer else TimezoneStandard()
    made.add("dtstart", change.wall)
    made.add("tzoffsetfrom", change.before)
    made.add("tzoffsetto", change.after)
    made.add("tzname", change.name)
    if recurrence is not None:
        made.add("rrule", recurrence)
    return made


def _began(name: str, rule: Rule, first: int, last: int) -> int | None:
    """The earliest year from which the rule has held without a break; None if it did not hold all the time needed."""
    if any(_changes(name, year) != rule.in_year(year) for year in range(first - 1, last + 1)):
        return None
    year = first - 1
    while year > OLDEST and _changes(name, year - 1) == rule.in_year(year - 1):
        year -= 1
    return year


def _one_by_one(name: str, first: int, last: int) -> Iterator[tuple[Change, bool]]:
    zone = ZoneInfo(name)
    changes = [change for year in range(first - 1, last + 1) for change in _changes(name, year)]
    start = datetime(first - 1, 1, 1, tzinfo=UTC).astimezone(zone)
    offset = start.utcoffset() or timedelta()
    yield Change(datetime(OLDEST, 1, 1), offset, offset, start.tzname() or name), _is_summer(start)
    for change in changes:
        after = (change.wall - change.before).replace(tzinfo=UTC).astimezone(zone)
        yield change, _is_summer(after)


def _is_summer(moment: datetime) -> bool:
    return (moment.dst() or timedelta()) > timedelta()


@cache
def _changes(name: str, year: int) -> tuple[Change, ...]:
    """Every change of the offset in a year of Greenwich, as the zone database has it."""
    zone = ZoneInfo(name)
    found = []
    early = datetime(year, 1, 1, tzinfo=UTC)
    end = datetime(year + 1, 1, 1, tzinfo=UTC)
    while early < end:
        late = early + timedelta(days=1)
        before, after = _offset(zone, early), _offset(zone, late)
        if before != after:
            at = _first_second(zone, early, late, before)
            wall = (at + before).replace(tzinfo=None)
            found.append(Change(wall, before, after, at.astimezone(zone).tzname() or name))
        early = late
    return tuple(found)


def _first_second(zone: ZoneInfo, early: datetime, late: datetime, before: timedelta) -> datetime:
    low, high = 0, int((late - early).total_seconds())
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _offset(zone, early + timedelta(seconds=middle)) == before else (low, middle)
    return early + timedelta(seconds=high)


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def _wall(change: Change) -> datetime:
    return change.wall


def _month(onset: tuple[Onset, timedelta, timedelta, str]) -> int:
    return onset[0].month


@cache
def _rule(name: str) -> Rule | None:
    """The yearly rule of the zone's file; None for a zone without summer time or with a rule that RRULE cannot say."""
    found = _RULE.fullmatch(_last_line(name))
    if found is None:
        return None
    standard_name, standard_time, summer_name, summer_time, *onsets = found.groups()
    standard = -_duration(standard_time)
    summer = standard + timedelta(hours=1) if summer_time is None else -_duration(summer_time)
    begins, ends = _onset(onsets[:4]), _onset(onsets[4:])
    if any(not timedelta() <= onset.at < timedelta(days=1) for onset in (begins, ends)):
        return None
    return Rule(
        (
            (begins, standard, summer, summer_name.strip("<>")),
            (ends, summer, standard, standard_name.strip("<>")),
        )
    )


def _onset(fields: list[str | None]) -> Onset:
    month, week, weekday, at = fields
    return Onset(int(month or 0), int(week or 0), int(weekday or 0), _duration(at or "2"))


def _duration(text: str) -> timedelta:
    """Hours, or hours:minutes:seconds, signed."""
    hours, minutes, seconds = (int(part) for part in f"{text.lstrip('+-')}:0:0".split(":")[:3])
    length = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return -length if text.startswith("-") else length


def _last_line(name: str) -> str:
    """Found where zoneinfo finds the zone: in the system's folders, else in the tzdata package."""
    ZoneInfo(name)  # refuses names that lead out of the database
    for folder in TZPATH:
        path = Path(folder, name)
        if path.is_file():
            return _line(path.read_bytes())
    package, _, file = f"tzdata/zoneinfo/{name}".rpartition("/")
    return _line(resources.files(package.replace("/", ".")).joinpath(file).read_bytes())


def _line(content: bytes) -> str:
    return content.rstrip(b"\n").rsplit(b"\n", 1)[-1].decode("ascii", "replace")
