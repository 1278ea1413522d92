"""Finding known people again, without guessing.

An e-mail address finds a person only if the name agrees too; without one on both sides the name finds them together
with partner or employer. A name agrees when its words are the same, in any order, without regard to diacritics, or when
they are the person's other name. Among several candidates those that agree in more come first; when that leaves two,
the row is ambiguous. Whom another row fits exactly is not taken by a row that fits only half.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from studyvisits.domain.folding import fold
from studyvisits.domain.roster import KnownMember, KnownPerson

EXACT, ENOUGH, OTHER_EMPLOYER, NOTHING_AGAINST = 4, 3, 2, 1
"""Name with partner and employer · with either (or with nothing, where nothing is known on both sides) · with the
partner, but another employer · only the name, but in this project, and nothing speaks against it."""


class Sought(NamedTuple):
    """A row as matching sees it. ``organisation_id`` below 0 is an organisation not known yet."""

    key: str
    email: str | None
    organisation_id: int | None
    partner_id: int | None


class Found(NamedTuple):
    """``persons``: the candidates; none means somebody new."""

    persons: tuple[int, ...]
    strength: int
    contested: bool = False
    """Several rows fit the same person only half, and differ among themselves."""

    @property
    def ambiguous(self) -> bool:
        return self.contested or len(self.persons) > 1


@lru_cache(maxsize=65_536)
def name_key(family_name: str, given_name: str | None) -> str:
    """The words of a name, folded and sorted."""
    words = fold(f"{family_name} {given_name}" if given_name else family_name).split(" ")
    return " ".join(sorted(words)) if any(words) else f"{family_name} {given_name or ''}".strip()


def keys_of(person: KnownPerson) -> set[str]:
    values = person.values
    given = values.get("given_name")
    keys = {name_key(str(values["family_name"]), str(given) if given else None)}
    other = values.get("other_name")
    if other:
        keys.add(name_key(str(other), None))
        keys.add(name_key(str(other), str(given) if given else None))
    return keys


class Matcher:
    """Known people by name and by e-mail, and whom a row fits exactly already."""

    def __init__(self, persons: Iterable[KnownPerson], project_id: int) -> None:
        self.project_id = project_id
        self.persons: dict[int, KnownPerson] = {}
        self.by_name: dict[str, list[KnownPerson]] = {}
        for person in persons:
            self.persons[person.id] = person
            for key in keys_of(person):
                self.by_name.setdefault(key, []).append(person)
        self.claimed: set[int] = set()

    def match(self, rows: Sequence[Sought]) -> list[Found]:
        """Return what is found for each row: first by e-mail and exact agreement, then the rest."""
        found = [self._find(row) for row in rows]
        for each in found:
            if each.strength >= ENOUGH and len(each.persons) == 1:
                self.claimed.add(each.persons[0])
        free = [self._without_claimed(each) for each in found]
        employers: dict[int, set[int | None]] = {}
        for row, each in zip(rows, free, strict=True):
            if each.strength == OTHER_EMPLOYER and len(each.persons) == 1:
                employers.setdefault(each.persons[0], set()).add(row.organisation_id)
        contested = {person for person, several in employers.items() if len(several) > 1}
        return [
            each._replace(contested=True)
            if each.strength == OTHER_EMPLOYER and contested.intersection(each.persons)
            else each
            for each in free
        ]

    def _without_claimed(self, found: Found) -> Found:
        if found.strength != OTHER_EMPLOYER:
            return found
        return Found(tuple(person for person in found.persons if person not in self.claimed), found.strength)

    def _find(self, row: Sought) -> Found:
        named = self.by_name.get(row.key, ())
        if not named:
            return Found((), 0)
        if row.email:
            same = tuple(person.id for person in named if _email(person) == row.email)
            if same:
                return Found(same, EXACT)
        open_ones = [person for person in named if not (row.email and _email(person))]
        strengths = {person.id: self._strength(row, person) for person in open_ones}
        best = max(strengths.values(), default=0)
        return Found(tuple(person for person, strength in strengths.items() if best and strength == best), best)

    def _strength(self, row: Sought, person: KnownPerson) -> int:
        return max((self._agreement(row, member) for member in person.members), default=0)

    def _agreement(self, row: Sought, member: KnownMember) -> int:
        here = member.project_id == self.project_id
        partner = member.partner_id if here else None
        same_employer = row.organisation_id is not None and row.organisation_id == member.organisation_id
        same_partner = row.partner_id is not None and row.partner_id == partner
        other_employer = not same_employer and None not in (row.organisation_id, member.organisation_id)
        other_partner = not same_partner and None not in (row.partner_id, partner)
        if same_employer and same_partner:
            return EXACT
        if same_employer or (same_partner and not other_employer):
            return ENOUGH
        if same_partner:
            return OTHER_EMPLOYER
        if not here or other_employer or other_partner:
            return 0
        nothing_known = all(
            each is None for each in (row.organisation_id, row.partner_id, member.organisation_id, partner)
        )
        return ENOUGH if nothing_known else NOTHING_AGAINST


def same_in_sheet(one: Sought, two: Sought) -> bool:
    """Whether two rows of one sheet, of which neither is known, are one person."""
    if one.key != two.key:
        return False
    if one.email and two.email:
        return one.email == two.email
    other_employer = (
        None not in (one.organisation_id, two.organisation_id) and one.organisation_id != two.organisation_id
    )
    other_partner = None not in (one.partner_id, two.partner_id) and one.partner_id != two.partner_id
    return not other_employer and not other_partner


def _email(person: KnownPerson) -> str | None:
    email = person.values.get("email")
    return str(email).casefold() if email else None
