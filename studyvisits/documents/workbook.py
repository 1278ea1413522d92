"""Sheets of plain rows written as an Excel workbook, in openpyxl's write-only mode.

That mode takes widths, heights and panes only before the first row, so a sheet is described whole and written then.
A row shares the tuple of its styles with all rows like it, and the cells of one such tuple are made once and used again
for every row: the mode writes each cell before it asks for the next.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Literal, cast

from studyvisits.documents.plain_text import plain

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | date | datetime | None
Rule = tuple[Literal["hair", "thin", "medium"], str]
"""Weight and colour (RRGGBB) of a line."""

LONGEST_TEXT = 32_767
"""UTF-16 units of a cell (Excel specifications and limits)."""
LONGEST_SHEET_NAME = 31
HIGHEST = 409.0
"""Points of the highest row that Excel draws."""
FONT = "Arial"
"""On every Windows and macOS; LibreOffice brings Liberation Sans, of the same widths, wherever it runs."""

TEXT_SIZE = 9.0
"""Points."""
LINE_HEIGHT = 16.5
"""Points of a row of one line."""

INK, SECOND, THIRD = "1A2229", "45505A", "5C6771"
EDGE, RULE, SOFT_RULE = "7C8791", "C4CBD1", "E3E7EA"
ACCENT, ACCENT_SOFT, ACCENT_INK = "0E5E70", "DCEEF1", "0A4C5B"
GREY = "ECEFF1"


@dataclass(frozen=True, slots=True)
class Style:
    """Sizes in points, colours as RRGGBB."""

    size: float = TEXT_SIZE
    bold: bool = False
    italic: bool = False
    colour: str = INK
    fill: str | None = None
    above: Rule | None = None
    below: Rule | None = None
    wrap: bool = False
    horizontal: str | None = None
    indent: int = 0
    vertical: str = "center"
    number_format: str = "General"


@dataclass(slots=True)
class Row:
    """``values`` and ``styles`` are of equal length; a value without a style is not written. ``height`` in points."""

    values: Sequence[Value]
    styles: Sequence[Style | None]
    height: float | None = None


@dataclass(slots=True)
class Sheet:
    """``heading`` is the number of the row (from 1) that stays in sight and is repeated on every page, ``last`` that of
    the last row of its table, ``frozen`` the number of columns that stay in sight, ``printed`` that of those that go on
    paper where not all do; ``merged`` are ranges; ``footer`` is the text at its left, middle and right, "&P" the page
    and "&N" the number of pages."""

    title: str
    rows: list[Row]
    widths: Sequence[float]
    heading: int | None = None
    last: int | None = None
    frozen: int = 0
    printed: int | None = None
    merged: list[str] = field(default_factory=list)
    footer: tuple[str, str, str] = ("", "", "")


@dataclass(frozen=True, slots=True)
class Cut:
    """A text that was longer than a cell may hold."""

    sheet: str
    cell: str


def write_workbook(sheets: Sequence[Sheet], *, title: str, today: date) -> tuple[bytes, tuple[Cut, ...]]:
    """Return the workbook and the cells whose text had to be cut. Its cells are the same whenever it is made."""
    from openpyxl import Workbook

    workbook = Workbook(write_only=True)
    _write_in_our_font(workbook)
    workbook.properties.title = plain(title)
    workbook.properties.creator = "Study Visits"
    workbook.properties.created = datetime.combine(today, time())
    names = sheet_names([sheet.title for sheet in sheets])
    cut: list[Cut] = []
    for sheet, name in zip(sheets, names, strict=True):
        cut.extend(_write_sheet(workbook, sheet, name))
    content = BytesIO()
    workbook.save(content)
    return content.getvalue(), tuple(cut)


def sheet_names(titles: Sequence[str]) -> list[str]:
    """Return names that Excel takes: at most 31 UTF-16 units, none of ``[]:*?/\\``, no apostrophe at an end, never
    "History", and no two alike without regard to capitals."""
    names: list[str] = []
    taken: set[str] = {"history"}
    for title in titles:
        plain_title = re.sub(r"[\[\]:*?/\\]", "-", " ".join(plain(title).split())).strip("' ") or "-"
        name, number = _units(plain_title, LONGEST_SHEET_NAME), 1
        while name.casefold() in taken:
            number += 1
            end = f" ({number})"
            name = _units(plain_title, LONGEST_SHEET_NAME - len(end)) + end
        taken.add(name.casefold())
        names.append(name)
    return names


def text_width(text: str) -> int:
    """Return how many digits wide the longest line is: two for letters of East Asia and emoji, none for marks."""
    if text.isascii():
        return len(text) if "\n" not in text else max(len(line) for line in text.split("\n"))
    import unicodedata

    widest = line = 0
    for letter in text:
        if letter == "\n":
            line = 0
        elif not unicodedata.combining(letter):
            line += 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        widest = max(widest, line)
    return widest


def lines_needed(text: str, width: float) -> int:
    """Return how many lines a text takes in a column that holds ``width`` digits, broken at blanks."""
    needed = 0
    for paragraph in text.split("\n"):
        needed, used = needed + 1, 0
        for word in paragraph.split(" "):
            length = text_width(word)
            if used and used + 1 + length > width:
                needed, used = needed + 1, 0
            needed += int((length - 1) // width) if length > width else 0
            used += length + (1 if used else 0)
    return needed


def footer_text(text: str) -> str:
    """Return a text for a footer, where an ampersand begins a code."""
    return " ".join(plain(text).split()).replace("&", "&&")


def _units(text: str, most: int) -> str:
    """Cut to UTF-16 units without halving a letter beyond the basic plane."""
    if len(text.encode("utf-16-le")) <= 2 * most:
        return text
    return text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore").rstrip("' ")


def _write_in_our_font(workbook: "Workbook") -> None:
    """Make ours the workbook's first font, whose digit is the unit of widths: Calibri's would be another one wherever
    it is missing. openpyxl has no public way."""
    from openpyxl.styles import Font

    ours = Font(name=FONT, size=TEXT_SIZE)
    workbook._fonts.clear()  # type: ignore[attr-defined]  # noqa: SLF001
    workbook._fonts.add(ours)  # type: ignore[attr-defined]  # noqa: SLF001
    workbook._named_styles["Normal"].font = ours  # type: ignore[attr-defined]  # noqa: SLF001


def _write_sheet(workbook: "Workbook", sheet: Sheet, name: str) -> list[Cut]:
    made = cast("Worksheet", workbook.create_sheet(name))
    _set_up(made, sheet)
    for number, row in enumerate(sheet.rows, start=1):
        if row.height is not None:
            made.row_dimensions[number].height = row.height
    cut: list[Cut] = []
    cells: dict[int, list[Cell | None]] = {}
    for number, row in enumerate(sheet.rows, start=1):
        shared = cells.get(id(row.styles))
        if shared is None:
            shared = cells[id(row.styles)] = _cells(made, row.styles)
        for column, (cell, value) in enumerate(zip(shared, row.values, strict=True), start=1):
            if cell is None:
                continue
            if type(value) is str:
                text = _readable(value)
                if len(text) > LONGEST_TEXT // 2 and len(fitting := _units(text, LONGEST_TEXT)) < len(text):
                    cut.append(Cut(name, f"{_letters(column)}{number}"))
                    text = fitting
                cell.value = text or None
                cell.data_type = "s" if text else "n"
            else:
                cell.value = value
        made.append(shared)
    return cut


def _readable(text: str) -> str:
    """Return what of a text a cell may hold. Excel reads ``_x0041_`` as the letter A unless its first sign is coded."""
    if not text.isprintable():
        text = plain(text)
    if "_x" in text:
        text = re.sub("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text)
    return text


def _letters(column: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(column))


def _set_up(made: "Worksheet", sheet: Sheet) -> None:
    """Panes, widths and print: A4 landscape, as wide as the page, the heading on every page."""
    from openpyxl.worksheet.properties import PageSetupProperties

    for column, width in enumerate(sheet.widths, start=1):
        made.column_dimensions[_letters(column)].width = width
    for merged in sheet.merged:
        made.merged_cells.add(merged)
    made.sheet_view.showGridLines = False
    made.sheet_format.defaultRowHeight = LINE_HEIGHT
    made.sheet_format.customHeight = True
    made.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    made.page_setup.orientation = "landscape"
    made.page_setup.paperSize = "9"
    made.page_setup.fitToWidth = 1
    made.page_setup.fitToHeight = 0
    made.page_margins.left = made.page_margins.right = 15 / 25.4
    made.page_margins.top, made.page_margins.bottom = 15 / 25.4, 18 / 25.4
    made.page_margins.header, made.page_margins.footer = 8 / 25.4, 9 / 25.4
    for part, text in zip(("left", "center", "right"), sheet.footer, strict=True):
        place = getattr(made.oddFooter, part)
        place.text, place.size, place.font, place.color = text or None, 8, f"{FONT},Regular", SECOND
    if sheet.printed is not None:
        made.print_area = f"A1:{_letters(sheet.printed)}{len(sheet.rows)}"
    if sheet.heading is None:
        return
    made.freeze_panes = f"{_letters(sheet.frozen + 1)}{sheet.heading + 1}"
    made.print_title_rows = f"{sheet.heading}:{sheet.heading}"
    if sheet.last is not None and sheet.last > sheet.heading:
        made.auto_filter.ref = f"A{sheet.heading}:{_letters(len(sheet.rows[sheet.heading - 1].values))}{sheet.last}"


def _cells(made: "Worksheet", styles: Sequence[Style | None]) -> "list[Cell | None]":
    return [None if style is None else _cell(made, style) for style in styles]


def _cell(made: "Worksheet", style: Style) -> "Cell":
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    cell = WriteOnlyCell(made)
    cell.font = Font(name=FONT, size=style.size, bold=style.bold, italic=style.italic, color=style.colour)
    cell.alignment = Alignment(
        horizontal=style.horizontal, vertical=style.vertical, wrap_text=style.wrap, indent=style.indent
    )
    cell.number_format = style.number_format
    if style.fill is not None:
        cell.fill = PatternFill("solid", start_color=style.fill, end_color=style.fill)
    if style.above or style.below:
        above, below = (Side(*rule) if rule else Side() for rule in (style.above, style.below))
        cell.border = Border(top=above, bottom=below)
    return cell
