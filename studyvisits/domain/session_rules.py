"""What may be wrong with one session: outside its activity, too long, before somebody arrives or after they leave."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal

from studyvisits.domain.check_facts import ActivityFacts, ParticipationFacts, SessionFacts
from studyvisits.domain.dates import DAY_MINUTES
from studyvisits.domain.findings import Finding, finding, of_participation, of_session, title_of
from studyvisits.domain.kinds import SessionKind, SessionState, Severity
from studyvisits.domain.problem_facts import Moment, Span, Title

LONGEST = 16 * 60
"""Minutes."""

ON_THE_EVE = frozenset({SessionKind.TRAVEL, SessionKind.SOCIAL})
"""What may be on the day before an activity and the day after it."""


def findings_of_session(
    session: SessionFacts, activity: ActivityFacts, people: Collection[ParticipationFacts]
) -> list[Finding]:
    """``people`` are the participations in the session."""
    if session.state == SessionState.CANCELLED:
        return []
    found = []
    if session.day is not None and _is_outside(session, session.day, activity):
        found.append(_outside(session, session.day, activity))
    if session.minutes is not None and session.minutes > LONGEST:
        found.append(_too_long(session, session.minutes, activity))
    if session.day is not None and session.kind != SessionKind.TRAVEL:
        found += _while_away(session, session.day, activity, [one for one in people if one.activity == activity.id])
    return found


def _is_outside(session: SessionFacts, day: date, activity: ActivityFacts) -> bool:
    eve = timedelta(days=1 if session.kind in ON_THE_EVE else 0)
    return not activity.first_day - eve <= day <= activity.last_day + eve


def _outside(session: SessionFacts, day: date, activity: ActivityFacts) -> Finding:
    told = {
        "session": Title(session.title),
        "day": activity.day(day),
        "activity": title_of(activity),
        "span": Span(activity.day(activity.first_day), activity.day(activity.last_day)),
    }
    return _finding("session_outside_activity", session, activity, told)


def _too_long(session: SessionFacts, minutes: int, activity: ActivityFacts) -> Finding:
    hours = (Decimal(minutes) / 60).quantize(Decimal("0.1"))
    told = {"session": Title(session.title, of=activity.title), "hours": hours}
    return _finding("session_too_long", session, activity, told)


def _while_away(
    session: SessionFacts, day: date, activity: ActivityFacts, people: Iterable[ParticipationFacts]
) -> list[Finding]:
    """One problem for all who come, or leave, at the same moment. Who travels is on the way meanwhile, and who is of
    another activity (a meeting has the visiting people of its visit) does not arrive for this one."""
    early: dict[tuple[date, int | None], list[ParticipationFacts]] = defaultdict(list)
    late: dict[tuple[date, int | None], list[ParticipationFacts]] = defaultdict(list)
    for one in people:
        if one.arrival_day is not None and _begins_before(session, day, one.arrival_day, one.arrival_time):
            early[one.arrival_day, one.arrival_time].append(one)
        if one.departure_day is not None and _ends_after(session, day, one.departure_day, one.departure_time):
            late[one.departure_day, one.departure_time].append(one)
    begins = {"begins": Moment(activity.day(day), session.start)}
    ends = {"ends": _end(session, day, activity)}
    return [
        _absence(code, session, activity, Moment(activity.day(when), time), edge, who)
        for code, groups, edge in (("session_before_arrival", early, begins), ("session_after_departure", late, ends))
        for (when, time), who in groups.items()
    ]


def _begins_before(session: SessionFacts, day: date, arrival: date, time: int | None) -> bool:
    """By days alone where either time is unknown. Both clocks are the activity's."""
    if session.start is None or time is None:
        return day < arrival
    return session.start < (arrival - day).days * DAY_MINUTES + time


def _ends_after(session: SessionFacts, day: date, departure: date, time: int | None) -> bool:
    if session.start is None or time is None:
        return day > departure
    return session.start + (session.minutes or 1) > (departure - day).days * DAY_MINUTES + time


def _end(session: SessionFacts, day: date, activity: ActivityFacts) -> Moment:
    if session.start is None:
        return Moment(activity.day(day), None)
    days, time = divmod(session.start + (session.minutes or 0), DAY_MINUTES)
    return Moment(activity.day(day + timedelta(days=days)), time)


def _absence(
    code: str,
    session: SessionFacts,
    activity: ActivityFacts,
    moment: Moment,
    edge: Mapping[str, Moment],
    who: list[ParticipationFacts],
) -> Finding:
    who = sorted(who, key=lambda one: (one.name, one.id))
    told: dict[str, object] = {
        "people": tuple({one.person: one.name for one in who}.values()),
        "moment": moment,
        "session": Title(session.title),
        **edge,
    }
    return _finding(code, session, activity, told, others=who)


def _finding(
    code: str,
    session: SessionFacts,
    activity: ActivityFacts,
    told: Mapping[str, object],
    others: Iterable[ParticipationFacts] = (),
) -> Finding:
    return finding(
        code,
        Severity.WARN,
        activity,
        of_session(session),
        told,
        others=tuple(map(of_participation, others)),
        day=session.day or date.min,
        start=-1 if session.start is None else session.start,
    )
