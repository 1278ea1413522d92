"""A people sheet as it was understood: typed values by field, and what could not be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Answers:
    """What somebody said about a sheet: a mapping file, what was remembered, what was set for all rows.

    ``columns``: field by heading, ``None`` for a column not wanted. ``values``: by field, the meaning of each value as
    it stands in the sheet, ``None`` for nothing. ``given``: one value for every row, by field; it wins.
    """

    columns: Mapping[str, str | None] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str | None]] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)


class WhyEmpty(StrEnum):
    """Why a value was left empty: no meaning was found, or it is a country that tells nobody's partner."""

    NOT_UNDERSTOOD = "not_understood"
    NO_PARTNER_THERE = "no_partner_there"
    SEVERAL_PARTNERS_THERE = "several_partners_there"
    PARTNER_ELSEWHERE = "partner_elsewhere"


@dataclass(frozen=True, slots=True)
class Unknown:
    """A value left empty; ``rows`` as the spreadsheet program numbers them."""

    field: str
    value: str
    rows: tuple[int, ...]
    why: WhyEmpty = WhyEmpty.NOT_UNDERSTOOD


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """``column`` is its heading, empty where no single cell is at fault; ``reason`` a code that has a sentence."""

    row: int
    column: str
    value: str
    reason: str


@dataclass(slots=True)
class PeopleRow:
    """``values`` by field: text, ``date``, minutes since midnight, codes, a tuple of roles; ``None`` for nothing."""

    number: int
    values: dict[str, object]

    def text(self, field: str) -> str | None:
        value = self.values.get(field)
        return value if isinstance(value, str) else None


@dataclass(frozen=True, slots=True)
class PeopleRead:
    sheet: str
    headings: str
    """Folded, sorted, one a line: by this answers are remembered."""
    columns: Mapping[str, str]
    """Field by heading as it stands in the sheet."""
    ignored: Sequence[str]
    rows: Sequence[PeopleRow]
    unknown: Sequence[Unknown]
    refused: Sequence[RefusedRow]
    skipped: Sequence[int]
    """Rows that hold no person: totals, repeated headings, titles, foot-notes."""
    other_sheets: Sequence[str]
    """Further sheets of the workbook with a list of people, which are not read."""
    given: Mapping[str, object]
    answers: Answers
    partner_countries: Mapping[str, str]
    """Country code of each word in the partner's column that means a country."""
    country_words: Mapping[str, str]
    """The word that stood in the sheet, by country code."""
    hidden_rows: Sequence[int] = ()
    hidden_columns: Sequence[str] = ()
    """What was read although the spreadsheet program does not show it: numbers of rows, headings."""
