"""Problems in the order in which they are shown: what stops first, then activity after activity as time goes."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from studyvisits.domain.check_facts import ActivityFacts, ParticipationFacts, SessionFacts
from studyvisits.domain.kinds import Certainty, Severity
from studyvisits.domain.problem import Problem, Where
from studyvisits.domain.problem_facts import Title

Owner = int | tuple[int, int] | None
Rank = tuple[bool, bool, date, int, date, int, str, str, int, tuple[tuple[str, int], ...]]


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem with its place in the order; no two of a file have the same."""

    rank: Rank
    problem: Problem


def finding(
    code: str,
    severity: Severity,
    activity: ActivityFacts,
    where: Where,
    facts: Mapping[str, object],
    *,
    others: tuple[Where, ...] = (),
    day: date = date.min,
    start: int = -1,
) -> Finding:
    """``activity`` is the one of ``where``; ``day`` and ``start`` put what concerns a session in its place. Code,
    ``where`` and the first two of ``others`` tell a finding from any other."""
    rank = (
        severity != Severity.STOP,
        activity.certainty == Certainty.OPEN,
        activity.first_day,
        activity.id,
        day,
        start,
        code,
        where.table,
        where.id,
        tuple((other.table, other.id) for other in others[:2]),
    )
    return Finding(rank, Problem(code, severity, where, facts, others))


def of_activity(activity: ActivityFacts) -> Where:
    return Where("activities", activity.id, activity.title)


def of_session(session: SessionFacts) -> Where:
    return Where("sessions", session.id, session.title)


def of_participation(participation: ParticipationFacts) -> Where:
    return Where("participations", participation.id, participation.name)


def title_of(activity: ActivityFacts) -> Title:
    return Title(activity.title)


class Findings:
    """All findings in order, and what each is owed to: a session (its id), a pair of engagements, or neither (None)."""

    def __init__(self, by_owner: Mapping[Owner, Sequence[Finding]]) -> None:
        self._ranks_of = {owner: [one.rank for one in found] for owner, found in by_owner.items() if found}
        everything = sorted((one for found in by_owner.values() for one in found), key=lambda one: one.rank)
        self._ranks = [one.rank for one in everything]
        self._problems = [one.problem for one in everything]

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(self._problems)

    def replace(self, owner: Owner, found: Sequence[Finding]) -> None:
        """Take out what was owed to the owner and put in what is."""
        for rank in self._ranks_of.pop(owner, ()):
            place = bisect_left(self._ranks, rank)
            del self._ranks[place], self._problems[place]
        for one in found:
            place = bisect_left(self._ranks, one.rank)
            self._ranks.insert(place, one.rank)
            self._problems.insert(place, one.problem)
        if found:
            self._ranks_of[owner] = [one.rank for one in found]
