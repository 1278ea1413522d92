"""What is missing of an activity that is confirmed or held: dates, place, link, the meetings around a visit."""

from collections.abc import Iterable
from datetime import date, timedelta

from studyvisits.domain.check_facts import ActivityFacts
from studyvisits.domain.findings import Finding, finding, of_activity, title_of
from studyvisits.domain.kinds import ActivityKind, ActivityStatus, Certainty, Mode, Severity

FOLLOW_UP_WITHIN = timedelta(weeks=12)

Meetings = frozenset[tuple[int | None, str]]
"""What meetings belong to, and their kind."""


def meetings_of(activities: Iterable[ActivityFacts]) -> Meetings:
    return frozenset((one.belongs_to, one.kind) for one in activities if one.counts)


def findings_of_activity(activity: ActivityFacts, meetings: Meetings, today: date) -> list[Finding]:
    """``meetings`` are those of all activities that count."""
    codes = list(_missing_when_confirmed(activity, meetings)) if activity.status == ActivityStatus.CONFIRMED else []
    if _lacks_follow_up(activity, meetings, today):
        codes.append("visit_without_follow_up")
    return [_finding(code, activity) for code in codes]


def _missing_when_confirmed(activity: ActivityFacts, meetings: Meetings) -> Iterable[str]:
    if activity.certainty != Certainty.FIXED:
        yield "activity_without_dates"
    if _needs_place(activity) and not activity.town and activity.venue is None:
        yield "activity_without_place"
    if activity.mode in (Mode.ONLINE, Mode.HYBRID) and not activity.joining_link:
        yield "activity_without_link"
    preparation = (activity.id, ActivityKind.PREPARATORY_MEETING)
    if activity.kind == ActivityKind.STUDY_VISIT and preparation not in meetings:
        yield "visit_without_preparation"


def _needs_place(activity: ActivityFacts) -> bool:
    """What nobody called online, but can be joined by a link, is online."""
    return activity.mode != Mode.ONLINE and not (activity.mode is None and activity.joining_link)


def _lacks_follow_up(activity: ActivityFacts, meetings: Meetings, today: date) -> bool:
    return (
        activity.kind == ActivityKind.STUDY_VISIT
        and activity.status == ActivityStatus.HELD
        and activity.real
        and today >= activity.last_day + FOLLOW_UP_WITHIN
        and (activity.id, ActivityKind.FOLLOW_UP_MEETING) not in meetings
    )


def _finding(code: str, activity: ActivityFacts) -> Finding:
    told: dict[str, object] = {"activity": title_of(activity)}
    if code == "visit_without_follow_up":
        told["last"] = activity.last_day
    return finding(code, Severity.WARN, activity, of_activity(activity), told)
