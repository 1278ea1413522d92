"""The people, venues, organisations and groups that a programme may name, and how they are found in what was typed."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from studyvisits.domain.folding import fold
from studyvisits.domain.split_names import SplitName, split_names

ALMOST = 91
"""Least likeness (rapidfuzz, of 100) of two names of two words and more that are taken for one with a slip in it."""
LONGEST_NAME = 5
PIECES = re.compile(
    r"\s*(?:[;\n&]|,(?!\s*(?:(?:[A-Z]\w{0,3}\.)+|MBA|MSc|PhD|CSc)\s*(?:[,;)\n]|$))|\s(?:and|a|ja|och|und|in|и)\s)\s*"
)


@dataclass(frozen=True, slots=True)
class KnownPerson:
    id: int
    family_name: str
    given_name: str | None = None
    other_name: str | None = None


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A venue or an organisation; ``other`` is a short name."""

    id: int
    name: str
    address: str | None = None
    other: str | None = None


@dataclass(frozen=True, slots=True)
class KnownNames:
    people: tuple[KnownPerson, ...] = ()
    venues: tuple[KnownPlace, ...] = ()
    organisations: tuple[KnownPlace, ...] = ()
    groups: tuple[tuple[int, str], ...] = ()


class People:
    """Finds persons by what people write of them: both orders, initials, the family name alone where one has it."""

    def __init__(self, people: Sequence[KnownPerson]) -> None:
        ways: dict[str, set[int]] = defaultdict(set)
        families: dict[str, set[int]] = defaultdict(set)
        for person in people:
            families[fold(person.family_name)].add(person.id)
            for way in _written(person):
                ways[way].add(person.id)
        self._ways = _only_one(ways)
        self._families = _only_one(families)

    def called(self, piece: str) -> int | None:
        """Return the person whom a text that is a name means, or nobody where it could be two."""
        told = split_names([piece])[0]
        words = fold(f"{told.given_name or ''} {told.family_name}")
        return (
            self._ways.get(fold(piece))
            or self._ways.get(words)
            or self._families.get(words)
            or self._almost(words, told)
        )

    def named_in(self, text: str) -> list[tuple[int, str]]:
        """Return the persons named in full or with initials anywhere in a text, with the words that name them."""
        words = text.split()
        found: list[tuple[int, str]] = []
        start = 0
        while start < len(words):
            for length in range(min(LONGEST_NAME, len(words) - start), 1, -1):
                name = " ".join(words[start : start + length])
                person = self._ways.get(fold(name))
                if person is not None:
                    found.append((person, name.strip(" ,.;:()")))
                    start += length - 1
                    break
            start += 1
        return found

    def _almost(self, words: str, told: SplitName) -> int | None:
        if not told.given_name or len(told.given_name.rstrip(".")) < 3:
            return None
        from rapidfuzz import fuzz, process

        near = process.extract(words, list(self._ways), scorer=fuzz.ratio, score_cutoff=ALMOST, limit=5)
        people = {self._ways[way] for way, _, _ in near}
        return people.pop() if len(people) == 1 else None


def pieces_of(text: str) -> list[str]:
    """Part a list of people: at commas, semicolons, line ends and the words for *and*; a title behind a name stays."""
    return [piece.strip() for piece in PIECES.split(text) if piece.strip()]


def place_called(piece: str, places: Iterable[KnownPlace]) -> KnownPlace | None:
    """Return the place that a text means which is its name, alone or with its address."""
    folded = fold(piece)
    for place in places:
        names = [fold(name) for name in (place.name, place.other) if name]
        address = fold(place.address or "")
        if folded and (folded in names or (address and folded in [f"{name} {address}" for name in names])):
            return place
    return None


def place_at_address(piece: str, places: Iterable[KnownPlace]) -> KnownPlace | None:
    folded = fold(piece)
    found = [place for place in places if place.address and fold(place.address) == folded]
    return found[0] if folded and len(found) == 1 else None


def place_within(text: str, places: Iterable[KnownPlace]) -> KnownPlace | None:
    """Return the place with the longest name that stands in a text as whole words."""
    line = f" {fold(text)} "
    found = [place for place in places if len(fold(place.name)) > 3 and f" {fold(place.name)} " in line]
    return max(found, key=lambda place: len(place.name), default=None)


def _written(person: KnownPerson) -> set[str]:
    family, given = fold(person.family_name), fold(person.given_name or "")
    ways = {fold(person.other_name or "")}
    if given:
        initials = " ".join(word[0] for word in given.split())
        for before in (given, given.split()[0], initials, initials[0]):
            ways |= {f"{before} {family}", f"{family} {before}"}
    return ways - {""}


def _only_one(found: Mapping[str, set[int]]) -> dict[str, int]:
    """Leave out what could mean two people."""
    return {way: next(iter(people)) for way, people in found.items() if len(people) == 1}
