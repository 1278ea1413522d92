"""A person in two sessions at once, over all projects of a file; a venue used twice at once.

A pair of engagements that meet makes at most one problem of each. What meets and is no clash:

- one session told in the programmes of two activities: the same title, times and venue;
- meals, travel and social time at one venue: a canteen, a station and a square hold several groups;
- one building: a venue that bears the name of an organisation is that organisation's house, not a room in it;
- one venue with two different notes on the place, such as two rooms.
"""

from collections.abc import Mapping

from studyvisits.domain.check_facts import CheckFacts
from studyvisits.domain.dates import DAY_MINUTES
from studyvisits.domain.engagements import Engagement
from studyvisits.domain.findings import Finding, finding
from studyvisits.domain.kinds import SessionKind, Severity
from studyvisits.domain.problem import Where
from studyvisits.domain.problem_facts import Day, Times, Title

SHARING = frozenset({SessionKind.MEAL, SessionKind.TRAVEL, SessionKind.SOCIAL})
"""The kinds of session that leave room for others at the same venue."""


class Persons:
    """Persons as rows to jump to, by name. The same people meet again and again, so each company is sorted once."""

    def __init__(self, facts: CheckFacts) -> None:
        self._persons = {one.person: Where("persons", one.person, one.name) for one in facts.participations.values()}
        self._known: dict[frozenset[int], tuple[Where, ...]] = {}

    def by_name(self, people: frozenset[int]) -> tuple[Where, ...]:
        if people not in self._known:
            rows = (self._persons[person] for person in people)
            self._known[people] = tuple(sorted(rows, key=lambda row: (row.title, row.id)))
        return self._known[people]


def findings_of_pair(one: Engagement, other: Engagement, facts: CheckFacts, persons: Persons) -> list[Finding]:
    """Return the problems of two engagements that meet."""
    if _is_told_twice(one, other):
        return []
    first, second = sorted((one, other), key=lambda engagement: engagement.stretch)
    found = []
    people = first.people & second.people
    if people:
        found.append(_person_clash(first, second, persons.by_name(people), facts))
    if first.venue is not None and first.venue == second.venue and _is_crowded(first, second, facts):
        found.append(_venue_clash(first, second, facts))
    return found


def _is_told_twice(one: Engagement, other: Engagement) -> bool:
    return (
        one.activity != other.activity
        and one.venue is not None
        and one.venue == other.venue
        and one.stretch[:2] == other.stretch[:2]
        and one.title.strip().casefold() == other.title.strip().casefold()
    )


def _is_crowded(one: Engagement, other: Engagement, facts: CheckFacts) -> bool:
    assert one.venue is not None
    if facts.venues[one.venue].is_building or (one.kind in SHARING and other.kind in SHARING):
        return False
    notes = {(note or "").strip().casefold() for note in (one.place_note, other.place_note)}
    return "" in notes or len(notes) == 1


def _person_clash(first: Engagement, second: Engagement, people: tuple[Where, ...], facts: CheckFacts) -> Finding:
    told = {"people": tuple(person.title for person in people), **_both(first, second, facts)}
    return _finding("person_in_two_sessions", Severity.STOP, first, told, (_where(second), *people), facts)


def _venue_clash(first: Engagement, second: Engagement, facts: CheckFacts) -> Finding:
    assert first.venue is not None
    venue = facts.venues[first.venue]
    told = {"venue": venue.name, **_both(first, second, facts)}
    others = (_where(second), Where("venues", venue.id, venue.name))
    return _finding("venue_used_twice", Severity.WARN, first, told, others, facts)


def _finding(
    code: str,
    severity: Severity,
    first: Engagement,
    told: Mapping[str, object],
    others: tuple[Where, ...],
    facts: CheckFacts,
) -> Finding:
    activity = facts.activities[first.activity]
    return finding(code, severity, activity, _where(first), told, others=others, day=first.day, start=first.start)


def _both(first: Engagement, second: Engagement, facts: CheckFacts) -> dict[str, object]:
    day, times = _shared_time(first, second, facts)
    return {
        "first": _title(first, second, facts),
        "second": _title(second, first, facts),
        "times": times,
        "day": day,
    }


def _shared_time(first: Engagement, second: Engagement, facts: CheckFacts) -> tuple[Day, Times]:
    """The time both take, as the clock of the later one shows it."""
    end = min(first.stretch[1], second.stretch[1])
    minutes = None if first.minutes is None or second.minutes is None else end - second.stretch[0]
    return facts.activities[second.activity].day(second.day), Times(second.start % DAY_MINUTES, minutes)


def _title(engagement: Engagement, beside: Engagement, facts: CheckFacts) -> Title:
    """With the activity where the two are of different ones."""
    if engagement.is_activity or engagement.activity == beside.activity:
        return Title(engagement.title)
    return Title(engagement.title, of=facts.activities[engagement.activity].title)


def _where(engagement: Engagement) -> Where:
    if engagement.is_activity:
        return Where("activities", -engagement.id, engagement.title)
    return Where("sessions", engagement.id, engagement.title)
