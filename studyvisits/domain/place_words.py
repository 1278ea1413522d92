"""Which partner or profession of a project a word means."""

import re
from collections.abc import Iterable, Mapping, Sequence

from studyvisits.domain.folding import fold
from studyvisits.domain.roster import KnownPartner, KnownProfession

_NEAR = 88
"""Least likeness in per cent (rapidfuzz, Indel ratio): a slip or an ending, not another word."""


def partner_meant(word: str, partners: Sequence[KnownPartner], countries: Mapping[str, str]) -> int | None:
    """Number, name, short name, town or country, when exactly one partner has it; ``None`` otherwise.

    ``countries``: codes of the words that mean a country."""
    by_word: dict[str, set[int]] = {}
    for partner in partners:
        for name in (partner.number, partner.name, partner.short_name, partner.town):
            if name:
                by_word.setdefault(fold(name), set()).add(partner.id)
    found = by_word.get(fold(word)) or {p.id for p in partners if p.country and p.country == countries.get(word)}
    return _only(found) or _near(word, by_word)


def profession_meant(word: str, professions: Sequence[KnownProfession]) -> int | None:
    """One, many or sign, in another ending too: "streetworkerka", "streetworker/ka"."""
    by_word: dict[str, set[int]] = {}
    for profession in professions:
        for name in (profession.one, profession.many, profession.sign):
            if name:
                by_word.setdefault(fold(name), set()).add(profession.id)
    for piece in (word, *re.split(r"[/(,]", word)):
        if fold(piece) and (found := _only(by_word.get(fold(piece), ()))):
            return found
    return _near(word, by_word)


def _only(found: Iterable[int]) -> int | None:
    several = set(found)
    return several.pop() if len(several) == 1 else None


def _near(word: str, by_word: Mapping[str, set[int]]) -> int | None:
    folded = fold(word)
    if len(folded) < 5:
        return None
    from rapidfuzz import fuzz

    near: set[int] = set()
    for known, ids in by_word.items():
        ending = len(known) >= 6 and folded.startswith(known) and len(folded) - len(known) <= 3
        inside = (
            len(folded) >= 8 and len(known) >= 8 and (f" {folded} " in f" {known} " or f" {known} " in f" {folded} ")
        )
        if ending or inside or (len(known) >= 5 and fuzz.ratio(known, folded) >= _NEAR):
            near |= ids
    return _only(near)
