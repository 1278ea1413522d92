"""Which rows of a sheet are which person, known or new, so that the same sheet would find the same people again.

Matching alone answers for what is known before the import. Where a name stands in several rows, what one row brings
(an address, an employer, a whole person) decides how another would be matched the next time; there the answer is
sought that stays the same when it is matched against what it makes.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from studyvisits.domain.matching import Found, Matcher, Sought, same_in_sheet
from studyvisits.domain.roster import KnownMember, KnownPerson

_ROUNDS = 8
"""Few names settle later than in the second; those that never do are ambiguous."""
MemberMeant = Callable[[KnownPerson, Mapping[str, object]], KnownMember | str | None]


@dataclass(slots=True)
class Assignment:
    """By row: the id of a known person; below 0 somebody new, the same for all rows of theirs; ``None``: ambiguous."""

    people: list[int | None]
    candidates: dict[int, tuple[int, ...]] = field(default_factory=dict)
    """Of ambiguous rows: known people, by the row's index."""


def assign(rows: Sequence[Sought], persons: Sequence[KnownPerson], project: int, member: MemberMeant) -> Assignment:
    """``member`` tells which member of a person a row's employer and partner mean, as for writing."""
    matcher = Matcher(persons, project)
    everybody = range(len(rows))
    assigned = Assignment([None] * len(rows))
    _take(assigned, rows, everybody, matcher.match(rows))
    times = Counter(row.key for row in rows)
    several = [index for index in everybody if times[rows[index].key] > 1]
    if several:
        named = {
            person.id: person
            for key in {rows[index].key for index in several}
            for person in matcher.by_name.get(key, ())
        }
        _settle(assigned, rows, several, list(named.values()), project, member)
    return assigned


def _take(assigned: Assignment, rows: Sequence[Sought], indices: Sequence[int], found: Sequence[Found]) -> None:
    new_ones: dict[str, list[list[int]]] = {}
    for index, each in zip(indices, found, strict=True):
        assigned.candidates.pop(index, None)
        if each.ambiguous:
            assigned.people[index] = None
            assigned.candidates[index] = tuple(person for person in each.persons if person > 0)
        elif each.persons:
            assigned.people[index] = each.persons[0]
        else:
            groups = new_ones.setdefault(rows[index].key, [])
            fitting = [group for group in groups if all(same_in_sheet(rows[index], rows[one]) for one in group)]
            group = fitting[0] if fitting else []
            if not fitting:
                groups.append(group)
            group.append(index)
            assigned.people[index] = -1 - group[0]


def _settle(
    assigned: Assignment,
    rows: Sequence[Sought],
    indices: Sequence[int],
    persons: Sequence[KnownPerson],
    project: int,
    member: MemberMeant,
) -> None:
    for _ in range(_ROUNDS):
        before = [assigned.people[index] for index in indices]
        afterwards = _afterwards(assigned, rows, indices, persons, project, member)
        _take(assigned, rows, indices, Matcher(afterwards, project).match([rows[index] for index in indices]))
        unsettled = {
            rows[index].key for index, person in zip(indices, before, strict=True) if assigned.people[index] != person
        }
        if not unsettled:
            return
    for index in indices:
        if rows[index].key in unsettled:
            assigned.people[index] = None
            assigned.candidates.setdefault(index, ())


def _afterwards(
    assigned: Assignment,
    rows: Sequence[Sought],
    indices: Sequence[int],
    persons: Sequence[KnownPerson],
    project: int,
    member: MemberMeant,
) -> list[KnownPerson]:
    """Return what matching would see of these people when the rows had been brought in."""
    groups: dict[int, list[Sought]] = {}
    for index in indices:
        person = assigned.people[index]
        if person is not None:
            groups.setdefault(person, []).append(rows[index])
    known = {person.id: person for person in persons}
    afterwards = [person for person in persons if person.id not in groups]
    for id, group in groups.items():
        told: dict[str, object] = {}
        for row in group:
            told |= {name: value for name, value in row._asdict().items() if value is not None}
        afterwards.append(_with(known.get(id), id, told, project, member))
    return afterwards


def _with(
    person: KnownPerson | None, id: int, told: Mapping[str, object], project: int, member: MemberMeant
) -> KnownPerson:
    if person is None:
        person = KnownPerson(id, {"family_name": told["key"]}, {}, [])
    email = told.get("email") or person.values.get("email")
    changed = member(person, told)
    if isinstance(changed, str):
        return person
    old = changed or KnownMember(id, id, project, None, None, None, None)
    organisation, partner = told.get("organisation_id"), told.get("partner_id")
    new = KnownMember(
        old.id,
        id,
        project,
        organisation if isinstance(organisation, int) else old.organisation_id,
        partner if isinstance(partner, int) else old.partner_id,
        None,
        None,
    )
    members = [*(each for each in person.members if each is not changed), new]
    return KnownPerson(id, {**person.values, "email": email}, {}, members)
