"""Places of an activity that are exceeded, or still open shortly before it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from studyvisits.domain.check_facts import ActivityFacts, CheckFacts, ParticipationFacts
from studyvisits.domain.findings import Finding, finding, of_activity, title_of
from studyvisits.domain.kinds import ActivityStatus, Certainty, Severity
from studyvisits.domain.problem import Where
from studyvisits.domain.quotas import Line, Named, PartnerFilling, fill, fills_place

OPEN_FROM = timedelta(weeks=8)
"""How long before the first day an open place is no longer a state but a warning."""


def findings_of_places(
    activity: ActivityFacts, people: Iterable[ParticipationFacts], facts: CheckFacts, today: date
) -> list[Finding]:
    """``people`` are the activity's own participations, not those a meeting has from its visit."""
    named = [Named(one.partner, one.presence, one.profession) for one in people if fills_place(one.status, one.roles)]
    fillings = fill(activity.quotas, named, activity.head_counts, hosts=activity.hosts)
    urgent = _is_urgent(activity, today)
    return [
        found
        for filling in fillings
        if filling.has_quota
        for found in (*_exceeded(activity, filling, facts), *(_open(activity, filling, facts) if urgent else ()))
    ]


def _is_urgent(activity: ActivityFacts, today: date) -> bool:
    return (
        activity.certainty == Certainty.FIXED
        and activity.status != ActivityStatus.HELD
        and activity.first_day - OPEN_FROM <= today < activity.first_day
    )


def _exceeded(activity: ActivityFacts, filling: PartnerFilling, facts: CheckFacts) -> Iterator[Finding]:
    """Each profession that overflows, and the whole where it overflows by more than the professions do."""
    for line in filling.exceeded:
        yield _of_profession(activity, filling, line, facts)
    if filling.filled - filling.places > sum(line.over for line in filling.exceeded):
        told = {"filled": filling.filled, "places": filling.places}
        yield _finding("quota_exceeded", Severity.STOP, activity, filling, facts, told)


def _of_profession(activity: ActivityFacts, filling: PartnerFilling, line: Line, facts: CheckFacts) -> Finding:
    assert line.profession is not None
    profession = facts.professions[line.profession]
    told = {"profession": profession.many, "filled": line.filled, "places": line.places}
    other = Where("professions", line.profession, profession.one)
    return _finding("profession_quota_exceeded", Severity.STOP, activity, filling, facts, told, other)


def _open(activity: ActivityFacts, filling: PartnerFilling, facts: CheckFacts) -> Iterator[Finding]:
    if filling.open:
        told = {"open": filling.open, "places": filling.places, "day": activity.first_day}
        yield _finding("places_open", Severity.WARN, activity, filling, facts, told)


def _finding(
    code: str,
    severity: Severity,
    activity: ActivityFacts,
    filling: PartnerFilling,
    facts: CheckFacts,
    told: Mapping[str, object],
    *others: Where,
) -> Finding:
    assert filling.partner is not None
    partner = facts.partners[filling.partner]
    return finding(
        code,
        severity,
        activity,
        of_activity(activity),
        {"partner": partner, "activity": title_of(activity), **told},
        others=(Where("partners", filling.partner, partner), *others),
    )
