"""Which engagements meet: a sorted list for each person and each venue.

Lists sort by start, end and id, so that bisection finds one among equals. Two engagements meet where they share a
person or a venue and overlap. All pairs at once are a sweep through each list; those of one engagement need the longest
of its lists to know how far back an earlier one can reach.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator

from studyvisits.domain.engagements import Engagement, Stretch

Pair = tuple[int, int]
"""Ids of two engagements that meet, the smaller first."""
Key = tuple[int, int, int]
"""Frame, 0 for a person or 1 for a venue, id."""


class Diary:
    def __init__(self, engagements: Iterable[Engagement]) -> None:
        self._engagements: dict[int, list[Engagement]] = defaultdict(list)
        """By id: one, or those of an activity's days."""
        self._lists: dict[Key, list[Stretch]] = defaultdict(list)
        self._longest: dict[Key, int] = defaultdict(int)
        self._partners: dict[int, set[int]] = defaultdict(set)
        for engagement in engagements:
            self._engagements[engagement.id].append(engagement)
            for key in _keys(engagement):
                self._lists[key].append(engagement.stretch)
                self._note_length(key, engagement.stretch)
        for stretches in self._lists.values():
            stretches.sort()
            for one, other in _meetings(stretches):
                self._partners[one].add(other)
                self._partners[other].add(one)

    def first_meeting(self, pair: Pair) -> tuple[Engagement, Engagement]:
        """Return the two of a pair, where they meet on several days those of the first."""
        ones, others = (self._engagements[engagement] for engagement in pair)
        return next((one, other) for one in ones for other in others if _overlap(one.stretch, other.stretch))

    def pairs(self) -> Iterator[Pair]:
        return ((one, other) for one, others in self._partners.items() for other in others if one < other)

    def add(self, engagement: Engagement) -> set[Pair]:
        """Put an engagement in and return the pairs it makes."""
        partners = {other for key in _keys(engagement) for other in self._meeting(key, engagement)}
        self._engagements[engagement.id].append(engagement)
        for key in _keys(engagement):
            insort(self._lists[key], engagement.stretch)
            self._note_length(key, engagement.stretch)
        for other in partners:
            self._partners[other].add(engagement.id)
        self._partners[engagement.id] |= partners
        return {_pair(engagement.id, other) for other in partners}

    def remove(self, engagement: int) -> set[Pair]:
        """Take an engagement out, if it is there, and return the pairs it made."""
        for gone in self._engagements.pop(engagement, []):
            for key in _keys(gone):
                stretches = self._lists[key]
                del stretches[bisect_left(stretches, gone.stretch)]
        partners = self._partners.pop(engagement, set())
        for other in partners:
            self._partners[other].remove(engagement)
        return {_pair(engagement, other) for other in partners}

    def _meeting(self, key: Key, engagement: Engagement) -> Iterator[int]:
        start, end, _ = engagement.stretch
        stretches = self._lists.get(key, [])
        earliest = bisect_left(stretches, start - self._longest.get(key, 0), key=_start)
        for place in range(earliest, len(stretches)):
            begins, ends, other = stretches[place]
            if begins >= end:
                return
            if ends > start:
                yield other

    def _note_length(self, key: Key, stretch: Stretch) -> None:
        """The longest only grows: too long costs a look further back, too short would miss a pair."""
        self._longest[key] = max(self._longest[key], stretch[1] - stretch[0])


def _overlap(one: Stretch, other: Stretch) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _start(stretch: Stretch) -> int:
    return stretch[0]


def _meetings(stretches: list[Stretch]) -> Iterator[Pair]:
    for place, (_, end, one) in enumerate(stretches):
        for later in range(place + 1, len(stretches)):
            start, _, other = stretches[later]
            if start >= end:
                break
            yield one, other


def _keys(engagement: Engagement) -> Iterator[Key]:
    for person in engagement.people:
        yield engagement.frame, 0, person
    if engagement.venue is not None:
        yield engagement.frame, 1, engagement.venue


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)
