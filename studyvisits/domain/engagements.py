"""When people and venues are taken, as stretches of real time.

An engagement is a session with a time, or an activity with clock times in which no session has one. Wall clock and zone
become minutes since 1970 in UTC, so that two clocks can be compared. The days of an activity whose date is not settled
mean nothing outside it: its engagements are compared with one another only (``frame`` is the activity's id, 0 for all
real ones).
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from studyvisits.domain.check_facts import ActivityFacts, SessionFacts
from studyvisits.domain.dates import DAY_MINUTES
from studyvisits.domain.kinds import SessionState
from studyvisits.domain.zones import moment

EPOCH = date(1970, 1, 1).toordinal()
Stretch = tuple[int, int, int]
"""Start, end and id of an engagement. Minutes; one without a length lasts the minute it begins. The id is that of the
session, or that of the activity with a minus before it."""


@dataclass(frozen=True, slots=True)
class Engagement:
    """``people`` are persons, not participations: somebody can be there as two members. ``day``, ``start``, ``minutes``
    are those of the wall clock."""

    stretch: Stretch
    frame: int
    activity: int
    title: str
    kind: str | None
    day: date
    start: int
    minutes: int | None
    venue: int | None
    place_note: str | None
    people: frozenset[int]

    @property
    def id(self) -> int:
        return self.stretch[2]

    @property
    def is_activity(self) -> bool:
        return self.id < 0


def has_time(session: SessionFacts) -> bool:
    """Untimed, unplaced and cancelled sessions take nobody's time."""
    return session.day is not None and session.start is not None and session.state != SessionState.CANCELLED


def engagement_of_session(session: SessionFacts, activity: ActivityFacts, people: frozenset[int]) -> Engagement:
    """Of a session that ``has_time``."""
    assert session.day is not None
    assert session.start is not None
    return Engagement(
        (*_stretch(activity, session.day, session.start, session.minutes), session.id),
        0 if activity.real else activity.id,
        activity.id,
        session.title,
        session.kind,
        session.day,
        session.start,
        session.minutes,
        session.venue,
        session.place_note,
        people,
    )


def engagements_of_activity(activity: ActivityFacts, people: frozenset[int]) -> list[Engagement]:
    """Of an activity without timed sessions, where it has clock times on real days: one for each day, since
    "9:00–16:00" of an activity that lasts days is said of all of them. One longer than a day stands for itself."""
    if activity.start is None or not activity.real:
        return []
    whole = activity.minutes is not None and activity.minutes > DAY_MINUTES
    days = 1 if whole else (activity.last_day - activity.first_day).days + 1
    return [
        _on_day(activity, activity.first_day + timedelta(days=day), activity.start, people)
        for day in range(max(1, days))
    ]


def _on_day(activity: ActivityFacts, day: date, start: int, people: frozenset[int]) -> Engagement:
    return Engagement(
        (*_stretch(activity, day, start, activity.minutes), -activity.id),
        0,
        activity.id,
        activity.title,
        None,
        day,
        start,
        activity.minutes,
        activity.venue,
        None,
        people,
    )


def _stretch(activity: ActivityFacts, day: date, start: int, minutes: int | None) -> tuple[int, int]:
    begin = _instant(activity, day, start)
    if minutes is None:
        return begin, begin + 1
    return begin, max(begin + 1, _instant(activity, day, start + minutes))


def _instant(activity: ActivityFacts, day: date, minutes: int) -> int:
    """``minutes`` may pass midnight; on the days the clocks change the length is that of the clock on the wall."""
    wall = (day.toordinal() - EPOCH) * DAY_MINUTES + minutes
    if not activity.real:
        return wall
    offset = _steady_offset(activity.zone, day) if minutes < 2 * DAY_MINUTES else None
    return wall - offset if offset is not None else int(moment(day, minutes, activity.zone).timestamp()) // 60


@lru_cache(maxsize=4096)
def _steady_offset(zone: str, day: date) -> int | None:
    """Return how many minutes the clock is ahead of UTC from this midnight for two days, unless that changes."""
    midnight = datetime.combine(day, time(), tzinfo=ZoneInfo(zone))
    after = (midnight.replace(tzinfo=None) + timedelta(days=2)).replace(tzinfo=ZoneInfo(zone))
    first, last = midnight.utcoffset(), after.utcoffset()
    assert first is not None
    return first // timedelta(minutes=1) if first == last else None
