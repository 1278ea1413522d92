"""A sheet as it was read: text in rows, without any meaning yet."""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from studyvisits.domain.sheet_limits import column_letters


@dataclass(frozen=True, slots=True)
class Sheet:
    """``rows`` are equally long or not; an empty cell is ``""``. Days are ``2024-04-09``, times ``14:30``, both with a
    ``T`` between, whole numbers have no ``.0``, yes and no are ``TRUE`` and ``FALSE``, errors ``#REF!`` and so on."""

    name: str
    rows: Sequence[Sequence[str]]
    first_row: int = 1
    """Number, as the spreadsheet program shows it, of the first of ``rows``."""
    first_column: int = 1
    merged: Sequence[tuple[int, int, int, int]] = ()
    """First row and column, last row and column of merged cells, numbered as the spreadsheet program does."""
    hidden: bool = False
    hidden_rows: Set[int] = frozenset()
    hidden_columns: Set[int] = frozenset()
    """Hidden, filtered away or folded, numbered as the spreadsheet program does; known of .xlsx only."""

    def row_number(self, index: int) -> int:
        return self.first_row + index

    def column_letters(self, index: int) -> str:
        return column_letters(self.first_column + index)


@dataclass(frozen=True, slots=True)
class Workbook:
    file: str
    """The file's name without its folder."""
    sheets: tuple[Sheet, ...]
