"""What one heading means: a field, and how surely."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from studyvisits.domain.folding import fold
from studyvisits.exchange.heading_words import ASKING, FAMILY_FIRST, GIVEN_FIRST, NOT_OURS, NUMBERING, PASSPORT, WORDS

SURE = 100
_NEAR = 88
"""Least likeness, in per cent, of a heading misspelt (rapidfuzz, Indel ratio)."""
_SPLIT = re.compile(r"[/|\n\r;]|\s[-–—]\s|[()\[\]]")


def field_of(heading: str, answers: Mapping[str, str | None], *, misspelt: bool = True) -> tuple[str | None, int]:
    """Return the field and the sureness, 0 to ``SURE``. ``answers`` give fields for folded headings and come first;
    one of theirs may be ``None``: not wanted. Looking for misspelt ones too takes twenty times as long."""
    word = fold(heading)
    if word in answers:
        return answers[word], SURE
    found = _recognised(heading)
    return found if found[0] or not misspelt else _nearly(heading)


@cache
def _recognised(heading: str) -> tuple[str | None, int]:
    word = fold(heading)
    if not word or is_numbering(heading):
        return None, 0
    phrases = _phrases()
    if word in phrases:
        return phrases[word], SURE
    pieces = [piece for piece in map(fold, _SPLIT.split(heading)) if piece]
    if _speaks_of_others(word, pieces):
        return None, 0
    if found := _in_any_order().get(" ".join(sorted(word.split()))):
        return found, SURE - 5
    for piece in pieces:
        for told in (piece, _without_asking(piece)):
            if told in phrases:
                return phrases[told], SURE - 5
    return _contained(word)


def _speaks_of_others(word: str, pieces: Iterable[str]) -> bool:
    """Whether a word tells that it is not about the person; "as in your passport" beside a name tells only how to
    spell it."""
    stops = _stop_words().intersection(word.split())
    if stops and stops <= _folded_words(PASSPORT):
        names = {_phrases().get(_without_asking(piece)) or _contained(piece)[0] for piece in pieces}
        return names.isdisjoint(("name", "family_name", "given_name"))
    return bool(stops)


def _without_asking(piece: str) -> str:
    """ "Which organisation do you work for?" asks for the organisation."""
    asking = _folded_words(ASKING) | _folded_words(PASSPORT)
    return " ".join(word for word in piece.split() if word not in asking)


def is_numbering(heading: str) -> bool:
    return fold(heading) in _numbering() or heading.strip() in ("#", "№")


def family_stands_first(heading: str) -> bool | None:
    """What the heading of a column of whole names says of their order; ``None``: nothing."""
    for text in (heading, *_SPLIT.split(heading), heading.split(",")[0]):
        if fold(text) in _folded(FAMILY_FIRST):
            return True
        if fold(text) in _folded(GIVEN_FIRST):
            return False
    return None


def _contained(word: str) -> tuple[str | None, int]:
    """The longest phrase that stands in a longer heading as whole words: "E-mail address for invitations"."""
    words = word.split()
    best: tuple[int, int, str] | None = None
    for length in range(min(len(words), 5), 0, -1):
        for start in range(len(words) - length + 1):
            phrase = " ".join(words[start : start + length])
            field = _phrases().get(phrase)
            if field and _weighty(phrase, words, field) and (best is None or length > best[0]):
                best = (length, len(phrase), field)
        if best:
            break
    return (best[2], 60 + 5 * best[0]) if best else (None, 0)


def _weighty(phrase: str, words: list[str], field: str) -> bool:
    """Whether a phrase decides about a heading it is only a part of: short ones such as "place" or "name" do not."""
    telling = field in (
        "email",
        "phone",
        "diet",
        "allergy",
        "birth_date",
        "nationality",
        "gender",
        "family_name",
        "given_name",
    )
    if telling and len(phrase) >= 4:
        return True
    return len(phrase) * 2 >= len(" ".join(words)) and len(words) <= 5


@cache
def _nearly(heading: str) -> tuple[str | None, int]:
    word = fold(heading)
    if len(word) < 5 or _stop_words().intersection(word.split()):
        return None, 0
    from rapidfuzz import fuzz, process

    best = process.extractOne(word, _phrases().keys(), scorer=fuzz.ratio, score_cutoff=_NEAR)
    if best is None or len(best[0]) < 5:
        return None, 0
    return _phrases()[best[0]], 75


@cache
def _phrases() -> dict[str, str]:
    found: dict[str, str] = {}
    for field, words in WORDS.items():
        for phrase in words.split("|"):
            found.setdefault(fold(phrase), field)
        found.setdefault(fold(field), field)
    return found


@cache
def _in_any_order() -> dict[str, str]:
    """ "Účast potvrzena" says the same as "potvrzená účast"."""
    return {" ".join(sorted(phrase.split())): field for phrase, field in reversed(_phrases().items())}


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(map(fold, NOT_OURS))


@cache
def _numbering() -> frozenset[str]:
    return frozenset(map(fold, NUMBERING)) - {""}


@cache
def _folded_words(words: str) -> frozenset[str]:
    return frozenset(map(fold, words.split()))


@cache
def _folded(phrases: str) -> frozenset[str]:
    return frozenset(map(fold, phrases.split("|")))
