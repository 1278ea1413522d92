"""Facts of problems that are more than text or a number; ``studyvisits.wording`` writes them as the language does."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Title:
    """What a session or activity is called, in quotation marks. ``of``: the activity of a session, where that must be
    said. Either may be a value of ``ActivityKind``, for an activity without a title."""

    text: str
    of: str | None = None


@dataclass(frozen=True, slots=True)
class DayNumber:
    """A day of an activity whose date is not settled yet: "Day 3"."""

    number: int


Day = date | DayNumber


@dataclass(frozen=True, slots=True)
class Span:
    """From a day to another, which may be the same; both of one kind."""

    first: Day
    last: Day


@dataclass(frozen=True, slots=True)
class Times:
    """Minutes since midnight, and how many; without a length the start alone."""

    start: int
    minutes: int | None


@dataclass(frozen=True, slots=True)
class Moment:
    """A day and, where it is known, the time on it in minutes since midnight."""

    day: Day
    time: int | None
