"""Which way the letters of a line run, by the Unicode Bidirectional Algorithm (UAX 9)."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

JOINERS = "\u200c\u200d"
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
_BRACKETS = {"(": ")", "[": "]", "{": "}", "«": "»", "‹": "›"}
_LETTERS = {"L": "a", "R": "\N{HEBREW LETTER ALEF}"}


def has_right_to_left(text: str) -> bool:
    return _RIGHT_TO_LEFT.search(text) is not None


def is_right_to_left(paragraph: str) -> bool:
    """Whether the first letter with a direction runs from right to left (P2, P3)."""
    return next((way == "R" for way in map(_way, paragraph) if way), False)


def levels(text: str) -> list[int]:
    """The embedding level of each letter of a line: odd ones run from right to left."""
    if not has_right_to_left(text):
        return [0] * len(text)
    from bidi import algorithm

    base = int(is_right_to_left(text))
    storage: dict[str, Any] = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, ("L", "R")[base]
    algorithm.get_embedding_levels(_with_brackets_resolved(text, "LR"[base]), storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    return _with_joiners(text, [letter["level"] for letter in storage["chars"]], base)


def in_visual_order(runs: Sequence[tuple[str, str, int]]) -> list[tuple[str, str, int]]:
    """Order runs (text, anything, level) as they stand from left to right (L2)."""
    ordered = list(runs)
    for turned in range(max((level for _, _, level in runs), default=0), 0, -1):
        place = 0
        while place < len(ordered):
            end = place
            while end < len(ordered) and ordered[end][2] >= turned:
                end += 1
            ordered[place:end] = reversed(ordered[place:end])
            place = end + 1
    return ordered


def _way(letter: str) -> str | None:
    return {"L": "L", "R": "R", "AL": "R"}.get(unicodedata.bidirectional(letter))


def _with_brackets_resolved(text: str, base: str) -> str:
    """Put a letter of the direction that a pair of brackets takes in the place of each of them (N0), since the library
    treats brackets as any other sign; only levels are read from the text made here."""
    letters = list(text)
    ways = _ways(text, base)
    for opening, closing in _pairs(text):
        within = {way for way in ways[opening + 1 : closing] if way}
        before = next((way for way in reversed(ways[:opening]) if way), base)
        if not within:
            continue
        way = base if base in within or before == base else before
        ways[opening] = ways[closing] = way
        letters[opening] = letters[closing] = _LETTERS[way]
    return "".join(letters)


def _ways(text: str, base: str) -> list[str | None]:
    """Numbers run with the letters before them (W7), else count as right to left."""
    found: list[str | None] = []
    last = base
    for letter in text:
        way = _way(letter)
        last = way or last
        is_number = unicodedata.bidirectional(letter) in ("EN", "AN")
        found.append(way or (last if is_number else None))
    return found


def _pairs(text: str) -> list[tuple[int, int]]:
    """Places of brackets that belong together, in the order of their openings (BD16)."""
    pairs: list[tuple[int, int]] = []
    awaited: list[tuple[str, int]] = []
    for place, letter in enumerate(text):
        if letter in _BRACKETS:
            awaited.append((_BRACKETS[letter], place))
        elif any(letter == closing for closing, _ in awaited):
            while awaited:
                closing, opening = awaited.pop()
                if closing == letter:
                    pairs.append((opening, place))
                    break
    return sorted(pairs)


def _with_joiners(text: str, found: list[int], base: int) -> list[int]:
    """The algorithm takes joiners out (X9); each goes with the letter before it."""
    left = iter(found)
    all_levels: list[int] = []
    for letter in text:
        all_levels.append((all_levels[-1] if all_levels else base) if letter in JOINERS else next(left, base))
    return all_levels
