"""The people, venues, organisations and groups that a programme may name, and how they are found in what was typed."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from studyvisits.domain.folding import fold
from studyvisits.domain.split_names import SplitName, split_names

ALMOST = 91
"""Least likeness (rapidfuzz, of 100) of two names of two words and more that are taken for one with a slip in it."""
LONGEST_NAME = 5
SHORTEST_WITHIN = 4
"""Letters of a name that is looked for inside a title: "ČAS" is a word of its own too often."""
PIECES = re.compile(
    r"\s*(?:[;\n&]|,(?!\s*(?:(?:[A-Z]\w{0,3}\.)+|MBA|MSc|PhD|CSc)\s*(?:[,;)\n]|$))|\s(?:and|a|ja|och|und|in|и)\s)\s*"
)


@dataclass(frozen=True, slots=True)
class PersonName:
    id: int
    family_name: str
    given_name: str | None = None
    other_name: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A venue or an organisation; ``other`` is a short name."""

    id: int
    name: str
    address: str | None = None
    other: str | None = None


@dataclass(frozen=True, slots=True)
class KnownNames:
    people: tuple[PersonName, ...] = ()
    venues: tuple[PlaceName, ...] = ()
    organisations: tuple[PlaceName, ...] = ()
    groups: tuple[tuple[int, str], ...] = ()


class People:
    """Finds persons by what people write of them: both orders, initials, the family name alone where one has it."""

    def __init__(self, people: Sequence[PersonName]) -> None:
        ways: dict[str, set[int]] = defaultdict(set)
        families: dict[str, set[int]] = defaultdict(set)
        for person in people:
            families[fold(person.family_name)].add(person.id)
            for way in _written(person):
                ways[way].add(person.id)
        self._ways = _only_one(ways)
        self._families = _only_one(families)
        self._spellings = list(self._ways)

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

        near = process.extract(words, self._spellings, scorer=fuzz.ratio, score_cutoff=ALMOST, limit=5)
        people = {self._ways[way] for way, _, _ in near}
        return people.pop() if len(people) == 1 else None


def pieces_of(text: str) -> list[str]:
    """Part a list of people: at commas, semicolons, line ends and the words for *and*; a title behind a name stays."""
    return [piece.strip() for piece in PIECES.split(text) if piece.strip()]


class Places:
    """Finds venues or organisations by their names, alone, with the address, or within a text."""

    def __init__(self, places: Sequence[PlaceName]) -> None:
        self._names: dict[str, PlaceName] = {}
        self._within: dict[str, PlaceName] = {}
        at: dict[str, set[int]] = defaultdict(set)
        by_id = {place.id: place for place in places}
        for place in reversed(places):
            names, address = [fold(name) for name in (place.name, place.other) if name], fold(place.address or "")
            for name in names:
                self._names[name] = place
                self._names[f"{name} {address}".strip()] = place
            if names and len(names[0]) >= SHORTEST_WITHIN:
                self._within[names[0]] = place
            at[address].add(place.id)
        self._at = {address: by_id[place] for address, place in _only_one(at).items() if address}
        self._longest = max((len(name.split()) for name in self._within), default=0)

    def called(self, piece: str) -> PlaceName | None:
        """Return the place that a text means which is its name, alone or with its address."""
        return self._names.get(fold(piece))

    def at_address(self, piece: str) -> PlaceName | None:
        return self._at.get(fold(piece))

    def within(self, text: str) -> PlaceName | None:
        """Return the place whose name, of all that stand in a text as whole words, has the most words."""
        words = fold(text).split()
        for length in range(min(self._longest, len(words)), 0, -1):
            for start in range(len(words) - length + 1):
                place = self._within.get(" ".join(words[start : start + length]))
                if place is not None:
                    return place
        return None


def _written(person: PersonName) -> set[str]:
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
