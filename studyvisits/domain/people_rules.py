"""Who cannot be where they are put: visitors at home, on two visits at once, facilitators who are not coming."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from studyvisits.domain.check_facts import ActivityFacts, CheckFacts, GroupFacts, ParticipationFacts
from studyvisits.domain.findings import Finding, finding, of_activity, of_participation, title_of
from studyvisits.domain.kinds import ActivityKind, Mode, ParticipationStatus, Presence, Severity
from studyvisits.domain.problem import Where
from studyvisits.domain.problem_facts import Span, Title
from studyvisits.domain.quotas import fills_place

NOT_COMING: Mapping[str, str] = {
    ParticipationStatus.RESERVE: "facilitator_is_reserve",
    ParticipationStatus.CANCELLED: "facilitator_cancelled",
    ParticipationStatus.NO_SHOW: "facilitator_did_not_come",
}


@dataclass(frozen=True, slots=True)
class Stay:
    """Somebody's days on a visit, from their arrival where it is known to their departure."""

    first: date
    last: date
    activity: int
    person: int


def findings_of_visitors(activity: ActivityFacts, people: Iterable[ParticipationFacts]) -> list[Finding]:
    """Visitors from a hosting country, on study visits: those who would fill a place of another country."""
    if activity.kind != ActivityKind.STUDY_VISIT:
        return []
    return [
        finding(
            "visitor_from_host_country",
            Severity.STOP,
            activity,
            of_participation(one),
            {"person": one.name, "country": one.country, "activity": title_of(activity)},
            others=(of_activity(activity),),
        )
        for one in people
        if one.presence == Presence.VISITING
        and one.country in activity.host_countries
        and fills_place(one.status, one.roles)
    ]


def findings_of_group(group: GroupFacts, facts: CheckFacts) -> list[Finding]:
    """The group's facilitator is reserve, cancelled or did not come."""
    if group.facilitator is None:
        return []
    one, activity = facts.participations[group.facilitator], facts.activities[group.activity]
    code = NOT_COMING.get(one.status)
    if code is None:
        return []
    told = {"person": one.name, "group": Title(group.name, of=activity.title)}
    where = Where("groups", group.id, group.name)
    return [finding(code, Severity.STOP, activity, where, told, others=(of_participation(one),))]


def findings_of_stays(facts: CheckFacts) -> list[Finding]:
    """People on two visits at once, over all projects: one problem for each two visits."""
    of_person: dict[int, list[Stay]] = defaultdict(list)
    names: dict[int, str] = {}
    for one in facts.participations.values():
        activity = facts.activities[one.activity]
        if _travels(one, activity):
            of_person[one.person].append(_stay(one, activity))
            names[one.person] = one.name
    shared: dict[tuple[int, int], dict[int, tuple[date, date]]] = defaultdict(dict)
    for stays in of_person.values():
        for earlier, later in _overlapping(stays):
            pair = (earlier.activity, later.activity)
            shared[min(pair), max(pair)][earlier.person] = (later.first, min(earlier.last, later.last))
    return [_on_two_visits(*pair, days, names, facts) for pair, days in shared.items()]


def _travels(one: ParticipationFacts, activity: ActivityFacts) -> bool:
    """Who is local goes home at night, and comes on the days that suit."""
    return (
        activity.kind == ActivityKind.STUDY_VISIT
        and activity.counts
        and activity.real
        and activity.mode != Mode.ONLINE
        and one.presence != Presence.LOCAL
        and fills_place(one.status, one.roles)
    )


def _stay(one: ParticipationFacts, activity: ActivityFacts) -> Stay:
    first = one.arrival_day or activity.first_day
    last = one.departure_day or activity.last_day
    return Stay(first, max(first, last), activity.id, one.person)


def _overlapping(stays: list[Stay]) -> Iterator[tuple[Stay, Stay]]:
    """The day on which one ends and the next begins is no overlap: whoever goes on from one visit to the next meets
    both hosts that day, and sessions tell whether that works. Two stays of one and the same day are one."""
    stays.sort(key=lambda stay: (stay.first, stay.last, stay.activity))
    for place, earlier in enumerate(stays):
        for later in stays[place + 1 :]:
            if later.first > earlier.last:
                break
            same_day = later.last == earlier.first
            if later.activity != earlier.activity and (later.first < earlier.last or same_day):
                yield earlier, later


def _on_two_visits(
    one: int, other: int, days: dict[int, tuple[date, date]], names: dict[int, str], facts: CheckFacts
) -> Finding:
    activities = (facts.activities[one], facts.activities[other])
    first, second = sorted(activities, key=lambda activity: (activity.first_day, activity.id))
    people = sorted((names[person], person) for person in days)
    told = {
        "people": tuple(name for name, _ in people),
        "first": title_of(first),
        "second": title_of(second),
        "span": Span(min(begin for begin, _ in days.values()), max(end for _, end in days.values())),
    }
    others = (of_activity(second), *(Where("persons", person, name) for name, person in people))
    return finding("person_on_two_visits", Severity.STOP, first, of_activity(first), told, others=others)
