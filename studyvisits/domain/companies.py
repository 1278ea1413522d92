"""Who is in which activity and session of a file."""

from collections import defaultdict
from dataclasses import dataclass

from studyvisits.domain.audience import Company, Row, people_of
from studyvisits.domain.check_facts import ActivityFacts, CheckFacts, ParticipationFacts, SessionFacts
from studyvisits.domain.kinds import EXPECTED


@dataclass(frozen=True, slots=True)
class Present:
    """Those in a session, and the persons they are."""

    participations: tuple[ParticipationFacts, ...]
    persons: frozenset[int]


class Companies:
    """``own`` are the participations of each activity, those of a visit not among its meeting's."""

    def __init__(self, facts: CheckFacts) -> None:
        self._participations = facts.participations
        self._known: dict[tuple[int, tuple[Row, ...], tuple[int, ...]], Present] = {}
        self.own: dict[int, list[ParticipationFacts]] = defaultdict(list)
        for one in facts.participations.values():
            self.own[one.activity].append(one)
        groups: dict[int, dict[int, tuple[int, ...]]] = defaultdict(dict)
        for group in facts.groups.values():
            groups[group.activity][group.id] = group.people
        expected = frozenset(one.id for one in facts.participations.values() if one.status in EXPECTED)
        self._companies: dict[int, Company] = {}
        for activity in facts.activities.values():
            visit = _visit_of(activity, facts)
            people = people_of(activity.kind, self.own[activity.id], [] if visit is None else self.own[visit])
            in_groups = {**groups[activity.id], **({} if visit is None else groups[visit])}
            self._companies[activity.id] = Company(people, in_groups, expected=expected)

    def in_session(self, session: SessionFacts) -> Present:
        return self._present(session.activity, session.audience, session.people)

    def in_activity(self, activity: int) -> Present:
        """Everybody, as in a session without audience rows."""
        return self._present(activity, (), ())

    def _present(self, activity: int, audience: tuple[Row, ...], people: tuple[int, ...]) -> Present:
        """Most sessions of an activity share a few audiences, so each is found once."""
        key = (activity, audience, people)
        if key not in self._known:
            found = self._companies[activity].of(audience, people)
            there = tuple(self._participations[one] for one in sorted(found))
            self._known[key] = Present(there, frozenset(one.person for one in there))
        return self._known[key]


def _visit_of(activity: ActivityFacts, facts: CheckFacts) -> int | None:
    """What the activity belongs to, unless that is cancelled. A meeting of its people can be for one of its groups."""
    visit = None if activity.belongs_to is None else facts.activities.get(activity.belongs_to)
    return visit.id if visit is not None and visit.counts else None
