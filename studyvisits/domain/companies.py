"""Who is in which activity and session of a file."""

from collections import defaultdict
from dataclasses import dataclass

from studyvisits.domain.audience import Company, Row, visitors_of
from studyvisits.domain.check_facts import CheckFacts, ParticipationFacts, SessionFacts
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
            people, in_groups = self.own[activity.id], groups[activity.id]
            visit = None if activity.belongs_to is None else facts.activities.get(activity.belongs_to)
            if visit is not None:
                people = [*people, *visitors_of(activity.kind, people, self.own[visit.id], status=visit.status)]
                in_groups = {**in_groups, **groups[visit.id]}
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
