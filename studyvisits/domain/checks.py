"""All rules over a file: once, or again and again while sessions are moved.

Built once for an opened programme, a ``Watch`` keeps who is taken when and every problem in its place in the order. A
session that changed gives up its own problems and those of the pairs it made, and is looked at alone. What else changes
(people, groups, venues, activities) needs a new one.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from studyvisits.domain.activity_rules import findings_of_activity, meetings_of
from studyvisits.domain.check_facts import CheckFacts, GroupFacts, ParticipationFacts, SessionFacts
from studyvisits.domain.clash_rules import Persons, findings_of_pair
from studyvisits.domain.companies import Companies
from studyvisits.domain.diary import Pair
from studyvisits.domain.findings import Finding, Findings, Owner
from studyvisits.domain.people_rules import findings_of_group, findings_of_stays, findings_of_visitors
from studyvisits.domain.place_rules import findings_of_places
from studyvisits.domain.problem import Problem, Where
from studyvisits.domain.session_rules import findings_of_session
from studyvisits.domain.timetable import Timetable


def check(facts: CheckFacts, today: date) -> tuple[Problem, ...]:
    """Return all problems of a file, what stops first, then activity after activity in order of time."""
    return Watch(facts, today).problems


def of_project(problems: Iterable[Problem], facts: CheckFacts, project: int) -> tuple[Problem, ...]:
    """Return the problems that concern a project: of two sessions that clash, either may be its own."""
    activities = {id_ for id_, activity in facts.activities.items() if activity.project == project}
    rows: Mapping[str, Mapping[int, SessionFacts | ParticipationFacts | GroupFacts]] = {
        "sessions": facts.sessions,
        "participations": facts.participations,
        "groups": facts.groups,
    }

    def concerns(where: Where) -> bool:
        if where.table == "activities":
            return where.id in activities
        row = rows.get(where.table, {}).get(where.id)
        return row is not None and row.activity in activities

    return tuple(problem for problem in problems if any(map(concerns, (problem.where, *problem.others))))


class Watch:
    """The problems of a file, kept up to date while its sessions change."""

    def __init__(self, facts: CheckFacts, today: date) -> None:
        self._facts = facts
        self._companies = Companies(facts)
        self._persons = Persons(facts)
        self._timetable = Timetable(facts, self._companies)
        found: dict[Owner, list[Finding]] = {None: list(_of_activities(facts, self._companies, today))}
        found.update((id_, self._of_session(session)) for id_, session in facts.sessions.items())
        found.update((pair, self._of_pair(pair)) for pair in self._timetable.diary.pairs())
        self._findings = Findings(found)

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self._findings.problems

    def recheck(self, session: SessionFacts) -> tuple[Problem, ...]:
        """Take a session as it is now, changed or new, and return all problems of the file."""
        self._findings.replace(session.id, self._of_session(session))
        self._follow(*self._timetable.change(session))
        return self.problems

    def drop(self, session: int) -> tuple[Problem, ...]:
        """Forget a deleted session and return all problems of the file."""
        self._findings.replace(session, [])
        self._follow(*self._timetable.drop(session))
        return self.problems

    def _follow(self, gone: set[Pair], new: set[Pair]) -> None:
        for pair in gone:
            self._findings.replace(pair, [])
        for pair in new:
            self._findings.replace(pair, self._of_pair(pair))

    def _of_session(self, session: SessionFacts) -> list[Finding]:
        activity = self._facts.activities[session.activity]
        if not activity.counts:
            return []
        return findings_of_session(session, activity, self._companies.in_session(session).participations)

    def _of_pair(self, pair: Pair) -> list[Finding]:
        one, other = self._timetable.diary.first_meeting(pair)
        return findings_of_pair(one, other, self._facts, self._persons)


def _of_activities(facts: CheckFacts, companies: Companies, today: date) -> Iterator[Finding]:
    """The problems that no session changes."""
    meetings = meetings_of(facts.activities.values())
    for activity in facts.activities.values():
        if activity.counts:
            people = companies.own[activity.id]
            yield from findings_of_activity(activity, meetings, today)
            yield from findings_of_places(activity, people, facts, today)
            yield from findings_of_visitors(activity, people)
    for group in facts.groups.values():
        if facts.activities[group.activity].counts:
            yield from findings_of_group(group, facts)
    yield from findings_of_stays(facts)
