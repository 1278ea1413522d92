"""Something wrong or missing, as data: rules make problems, ``studyvisits.wording`` words them, screens go to them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from studyvisits.domain.kinds import Severity


@dataclass(frozen=True, slots=True)
class Where:
    """The row a problem belongs to: table name as in the file, integer id, and a title a person recognises."""

    table: str
    id: int
    title: str


@dataclass(frozen=True, slots=True)
class Problem:
    """``facts`` fill the sentence's slots: text, numbers, dates, tuples of text. ``where`` is the place to jump to,
    ``others`` further rows concerned (the second session of a clash, its people)."""

    code: str
    severity: Severity
    where: Where
    facts: Mapping[str, object] = field(default_factory=dict)
    others: tuple[Where, ...] = ()
