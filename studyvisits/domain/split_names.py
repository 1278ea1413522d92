"""Whole columns of names split into family name, given name and titles.

One name alone does not say in which order it stands; a column mostly does: by its heading, by capitals and commas, by
the given names and the endings of family names that it shows.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from studyvisits.domain.folding import fold
from studyvisits.domain.name_words import BEHIND, FAMILY_ENDINGS, GIVEN, PARTICLES, SALUTATIONS, TITLES

_NUMBERS = "0123456789 .,;:-–—/*#()\t\n"
_FORMULA = ("=", "+", "@")
"""A text that begins so is nobody's name and is left whole."""
_IN_NAMES = "-'’. "
_BRACKETS = re.compile(r"\(([^)]*)\)")
_EARLIER = re.compile(
    r"^(?:roz\.?|rozená|née|nee|geb\.?|geborene|born|o\.?\s?s\.?|ent\.?|f\.?\s?d\.?|född|по баща|roj\.?)\s+",
    re.IGNORECASE,
)


class SplitName(NamedTuple):
    family_name: str
    given_name: str | None = None
    title_before: str | None = None
    title_after: str | None = None
    other_name: str | None = None
    """What stood in brackets: "Nováková (roz. Svobodová)"."""


class _Bare(NamedTuple):
    """``words`` without titles; ``comma``: how many of them stood before a comma that is no title's, else 0."""

    words: tuple[str, ...]
    comma: int
    title_before: str | None = None
    title_after: str | None = None
    other_name: str | None = None


def split_names(names: Sequence[str], *, family_first: bool | None = None) -> list[SplitName]:
    """Split each name. ``family_first``: what the heading says of the order, if anything. A text without any word
    gives an empty family name."""
    bare = [_without_titles(name) for name in names]
    if family_first is not None:
        return [_split(each, family_first) for each in bare]
    usual = _family_stands_first(bare)
    return [_split(each, _own_order(each, usual)) for each in bare]


def part_without_titles(text: str) -> SplitName:
    """For a column of family or of given names: the name, in normal case, as ``family_name``, and titles written into
    it."""
    bare = _without_titles(text)
    words = " ".join(bare.words) if bare.comma in (0, len(bare.words)) else text
    return SplitName(_normal_case(words), None, bare.title_before, bare.title_after, bare.other_name)


@lru_cache(maxsize=4096)
def _is_title(word: str) -> bool:
    pieces = [piece for piece in re.split(r"[.\-]", word.lower()) if piece]
    whole = fold(word.rstrip(".")).replace(" ", "-")
    if not pieces:
        return False
    dotted = word.endswith(".") or "." in word
    known = word.lower().rstrip(".") in TITLES or whole in TITLES or all(fold(piece) in TITLES for piece in pieces)
    return known and (dotted or word.lower() not in ("g", "fr", "ing", "do", "fm", "med", "nat", "phil", "tri"))


def _is_behind(piece: str) -> bool:
    words = piece.lower().split()
    return bool(words) and (
        all(word in BEHIND or _is_title(word) for word in words) or (_dotted(words) and piece[0].islower())
    )


def _dotted(words: list[str]) -> bool:
    """ "univ. dipl. soc. del.": words cut short."""
    return all(word.endswith(".") for word in words)


@lru_cache(maxsize=65_536)
def _without_titles(text: str) -> _Bare:
    if text.isalpha():
        return _Bare((text,), 0)
    if text[:1] in _FORMULA:
        return _Bare((text,), 0)
    if not any(letter.isalpha() for letter in text):
        return _Bare(() if not text.strip(_NUMBERS) else (text.strip(),), 0)
    brackets = _BRACKETS.search(text)
    pieces = [piece.strip() for piece in _BRACKETS.sub(" ", text).split(",")]
    pieces = [piece for piece in pieces if piece]
    if not pieces:
        return _Bare((text,), 0)
    behind = [piece for piece in pieces[1:] if _is_behind(piece)]
    names = [pieces[0], *(piece for piece in pieces[1:] if not _is_behind(piece))]
    before: list[str] = []
    words: list[list[str]] = []
    for piece in names:
        rest = piece.split()
        while (
            rest and (len(rest) > 1 or len(names) > 1) and (_is_title(rest[0]) or (before and rest[0].lower() == "et"))
        ):
            before.append(rest.pop(0))
        while len(rest) > 1 and rest[-1].lower() in BEHIND:
            behind.insert(0, rest.pop())
        words.append(rest)
    before = [word for word in before if word.lower().rstrip(".") not in SALUTATIONS]
    flat = tuple(word for piece in words for word in piece if word.strip(_NUMBERS))
    comma = len(words[0]) if len(words) > 1 and any(words[1:]) else 0
    other = _EARLIER.sub("", brackets[1]).strip() if brackets else ""
    named = other[:1].isupper() and not other.isupper() and all(word.isalpha() for word in re.split(r"[\s-]+", other))
    return _Bare(flat, comma, " ".join(before) or None, ", ".join(behind) or None, other if named else None)


def _own_order(bare: _Bare, usual: bool) -> bool:
    """A name that clearly stands the other way round than its column does so."""
    words = bare.words
    if len(words) < 2:
        return usual
    first, last = _like_given(words[0]), _like_given(words[-1])
    if last and not first and _like_family(words[0]):
        return True
    if first and not last and _like_family(words[-1]):
        return False
    return usual


def _is_capital(word: str) -> bool:
    return word.isupper() and sum(letter.isalpha() for letter in word) > 1


def _split(bare: _Bare, family_first: bool) -> SplitName:
    words = bare.words
    if not words:
        return SplitName("")
    cut = _family_words(words, bare.comma, family_first)
    family, given = words[cut[0] : cut[1]], words[: cut[0]] + words[cut[1] :]
    return SplitName(_normal_case(" ".join(family)), _normal_case(" ".join(given)) or None, *bare[2:])


def _family_words(words: tuple[str, ...], comma: int, family_first: bool) -> tuple[int, int]:
    """Return the stretch of the words that is the family name."""
    count = len(words)
    if comma:
        return 0, min(comma, count)
    if count == 1:
        return 0, 1
    capitals = [_is_capital(word) for word in words]
    if any(capitals) and not all(capitals):
        if capitals[0]:
            return 0, capitals.index(False)
        if capitals[-1]:
            first = count - 1
            while first > 1 and (capitals[first - 1] or words[first - 1].lower() in PARTICLES):
                first -= 1
            return first, count
    initial = len(words[-1].rstrip(".")) == 1 < len(words[0].rstrip("."))
    if (words[0].islower() and words[0] in PARTICLES) or family_first or initial:
        last = 1
        while last < count - 1 and words[last - 1].lower() in PARTICLES:
            last += 1
        return 0, last
    first = count - 1
    while first > 1 and words[first - 1].lower() in PARTICLES:
        first -= 1
    return first, count


def _family_stands_first(column: Sequence[_Bare]) -> bool:
    """Weigh known given names and endings of family names at either end of names without comma and capitals."""
    first = last = 0
    for bare in column[:500]:
        words = bare.words
        if len(words) < 2 or bare.comma:
            continue
        mixed = [_is_capital(word) for word in words]
        if any(mixed) and not all(mixed):
            first += 2 * mixed[0]
            last += 2 * mixed[-1]
            continue
        first += _like_given(words[-1]) + _like_family(words[0])
        last += _like_given(words[0]) + _like_family(words[-1])
    return first > last


@cache
def _given_names() -> frozenset[str]:
    return frozenset(fold(name) for name in GIVEN)


@lru_cache(maxsize=65_536)
def _like_given(word: str) -> int:
    return 3 * (fold(word).split(" ")[0] in _given_names())


@lru_cache(maxsize=65_536)
def _like_family(word: str) -> int:
    folded = fold(word)
    return folded.endswith(FAMILY_ENDINGS) and folded not in _given_names()


def _normal_case(text: str) -> str:
    """Names all in capitals (two letters and more) become capitalised; everything else stays as it was typed, above
    all "@SUM(A1)" and what else is no name."""
    if not text.isupper():
        if not any(map(_is_capital, text.split())) or " " not in text:
            return text
        return " ".join(_normal_case(word) for word in text.split())
    words = text.split()
    if not all(letter.isalpha() or letter in _IN_NAMES for letter in text):
        return text
    if sum(letter.isalpha() for letter in text) < 2 or all(len(word.rstrip(".")) < 2 for word in words):
        return text
    return " ".join(_capitalised(word) for word in words)


def _capitalised(word: str) -> str:
    if word.lower() in PARTICLES and len(word) > 1:
        return word.lower()
    if len(word.replace(".", "")) < 2:
        return word
    return "".join(piece.capitalize() for piece in re.split(r"([-'’.])", word))
