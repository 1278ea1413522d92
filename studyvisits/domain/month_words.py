"""The months as people write them in the languages of our users, whole or cut short."""

import re
from functools import cache

from studyvisits.domain.folding import fold

_WORDS = (
    "january jan leden ledna tammi januari januar jänner јануар януари яну",
    "february feb únor února helmi februari februar feber февруари фев",
    "march mar březen března maalis mars märz marec marca март мар",
    "april apr duben dubna huhti aprila април апр",
    "may květen května touko maj maja mai май",
    "june jun červen června kesä juni junij junija юни",
    "july jul červenec července heinä juli julij julija юли",
    "august aug srpen srpna elo augusti avgust avgusta avg август авг",
    "september sep sept září syys septembra септември сеп септ",
    "october oct říjen října loka oktober oktobra okt октомври окт",
    "november nov listopad listopadu marras novembra ноември ное",
    "december dec prosinec prosince joulu dezember dez decembra декември дек",
)
_FINNISH = re.compile(r"(\w+?)kuu(?:n|ta|ssa)?")
"""Tammikuu, "11. tammikuuta", "tammikuussa"."""


def month_called(word: str) -> int | None:
    """Return 1 to 12, or nothing where the word is no month's name."""
    folded = fold(word)
    finnish = _FINNISH.fullmatch(folded)
    return _months().get(finnish[1] if finnish else folded)


@cache
def _months() -> dict[str, int]:
    return {fold(word): number for number, words in enumerate(_WORDS, 1) for word in words.split()}
