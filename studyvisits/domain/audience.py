"""Who is in a session.

A session without audience rows is for everybody; rows add up. In it are those who are expected (nominated, invited or
confirmed) as participant or group leader and whom a row covers, and whoever else is expected and named singly: in a row
or among those who do something there. Words are nobody. A meeting that belongs to an activity has its visiting people
until it is given participants of its own; a speaker put into the meeting does not send them away.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from studyvisits.domain.kinds import MEETING_KINDS, ActivityStatus, AudienceKind, Presence
from studyvisits.domain.quotas import fills_place, takes_part


class HasRoles(Protocol):
    @property
    def roles(self) -> Collection[str]: ...


class Expectable(HasRoles, Protocol):
    @property
    def presence(self) -> str | None: ...
    @property
    def status(self) -> str: ...


class Attending(Expectable, Protocol):
    """A participation; ``partner`` and ``profession`` are the member's, as ids."""

    @property
    def id(self) -> int: ...
    @property
    def partner(self) -> int | None: ...
    @property
    def profession(self) -> int | None: ...


E = TypeVar("E", bound=Expectable)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a session's audience; ``of`` is the id of the group, partner, profession or participation."""

    kind: str
    of: int | None = None


class Company:
    """The people of one activity, sorted by what an audience row may say.

    ``groups`` holds the participations in each group, ``expected`` all expected ones of the file: somebody of another
    activity can be named singly.
    """

    def __init__(
        self, people: Iterable[Attending], groups: Mapping[int, Iterable[int]], *, expected: frozenset[int]
    ) -> None:
        self._expected = expected
        present = [one for one in people if fills_place(one.status, one.roles)]
        self.everybody = frozenset(one.id for one in present)
        self._covered: dict[Row, frozenset[int]] = {Row(AudienceKind.EVERYBODY): self.everybody}
        covered: dict[Row, set[int]] = defaultdict(set)
        for one in present:
            for row in _rows_about(one):
                covered[row].add(one.id)
        for group, members in groups.items():
            covered[Row(AudienceKind.GROUP, group)] = set(self.everybody.intersection(members))
        self._covered |= {row: frozenset(members) for row, members in covered.items()}

    def of(self, rows: Sequence[Row], session_people: Iterable[int] = ()) -> frozenset[int]:
        """Return the participations in a session with these rows and these people who do something there."""
        found = self.everybody if not rows else frozenset[int]().union(*map(self._one, rows))
        return found.union(self._expected.intersection(session_people))

    def _one(self, row: Row) -> frozenset[int]:
        if row.kind == AudienceKind.PARTICIPATION:
            return frozenset({row.of} & self._expected) if row.of is not None else frozenset()
        return self._covered.get(row, frozenset())


def visitors_of(kind: str, own: Iterable[HasRoles], belongs_to: Iterable[E], *, status: str) -> list[E]:
    """Return whom an activity of this kind has from what it belongs to (its people, its status).

    A meeting has the visiting participants and group leaders who are expected, as those of a session are, until
    somebody takes part in the meeting as one themselves. What is cancelled sends nobody."""
    if kind not in MEETING_KINDS or status == ActivityStatus.CANCELLED or any(takes_part(one.roles) for one in own):
        return []
    return [one for one in belongs_to if one.presence == Presence.VISITING and fills_place(one.status, one.roles)]


def _rows_about(one: Attending) -> Iterable[Row]:
    if one.presence in (Presence.VISITING, Presence.LOCAL):
        yield Row(one.presence)
    if one.partner is not None:
        yield Row(AudienceKind.PARTNER, one.partner)
    if one.profession is not None:
        yield Row(AudienceKind.PROFESSION, one.profession)
