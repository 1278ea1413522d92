"""Reading .ods (OpenDocument 1.3, part 3, 9: tables), without the rectangle that the reader library would reserve.

A cell or row may say that it is repeated a million times; repeats of empty cells are how every program ends a row,
repeats of filled ones are counted before they are made.
"""

import re
import zipfile
from xml.parsers import expat

from studyvisits.domain.refusal import Refused
from studyvisits.domain.sheet_limits import MAX_CELLS, MAX_CHARACTERS, MAX_COLUMNS, MAX_ROWS, column_letters

_DURATION = re.compile(r"PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S")
_BLANKS = {"text:s": " ", "text:line-break": "\n", "text:tab": "\t"}


class _Table:
    """One sheet while it is read. Rows and columns count from 0."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.hidden = False
        self.rows: list[list[str]] = []
        self.merged: list[tuple[int, int, int, int]] = []
        self.row: list[str] = []
        self.row_repeats = 1
        self.cells = 0
        self.waiting = 0
        self.waiting_rows = 0

    def begin_row(self, repeats: int) -> None:
        self.row, self.row_repeats, self.waiting = [], repeats, 0

    def add_cell(self, text: str, repeats: int) -> None:
        if not text:
            self.waiting += repeats
            return
        width = len(self.row) + self.waiting + repeats
        if width > MAX_COLUMNS:
            raise Refused("sheet_too_far", sheet=self.name, cell=f"{column_letters(width)}{self.row_number}")
        self.row.extend([""] * self.waiting + [text] * repeats)
        self.waiting = 0

    def end_row(self) -> None:
        if not self.row:
            self.waiting_rows += self.row_repeats
            return
        height = len(self.rows) + self.waiting_rows + self.row_repeats
        self.cells += len(self.row) * self.row_repeats
        if height > MAX_ROWS or self.cells > MAX_CELLS:
            raise Refused("sheet_too_far", sheet=self.name, cell=f"{column_letters(len(self.row))}{height}")
        self.rows.extend([] for _ in range(self.waiting_rows))
        self.rows.extend(self.row.copy() for _ in range(self.row_repeats))
        self.waiting_rows = 0

    @property
    def row_number(self) -> int:
        return len(self.rows) + self.waiting_rows + 1


class _Reader:
    def __init__(self) -> None:
        self.tables: list[_Table] = []
        self.hidden_styles: set[str] = set()
        self.style = ""
        self.depth = 0
        self.cell: dict[str, str] | None = None
        self.text: list[str] = []
        self.length = 0
        self.paragraphs = 0
        self.aside = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table:table-cell" or name == "table:covered-table-cell":
            self.cell, self.text, self.length, self.paragraphs = attributes, [], 0, 0
        elif name == "text:p":
            if self.paragraphs and not self.aside:
                self.text.append("\n")
            self.paragraphs += not self.aside
        elif name == "table:table-row":
            if self.tables:
                self.tables[-1].begin_row(_repeats(attributes, "table:number-rows-repeated"))
        elif name in _BLANKS:
            self.text.append(_BLANKS[name] * min(_repeats(attributes, "text:c"), 100))
        elif name == "office:annotation":
            self.aside += 1
        elif name == "table:table":
            self._start_table(attributes)
        else:
            self._start_style(name, attributes)

    def _start_style(self, name: str, attributes: dict[str, str]) -> None:
        if name == "style:style":
            self.style = attributes.get("style:name", "")
        elif name == "style:table-properties" and attributes.get("table:display") == "false":
            self.hidden_styles.add(self.style)

    def _start_table(self, attributes: dict[str, str]) -> None:
        if self.cell is not None:
            raise Refused("sheet_broken")
        table = _Table(attributes.get("table:name", ""))
        table.hidden = attributes.get("table:style-name", "") in self.hidden_styles
        self.tables.append(table)

    def end(self, name: str) -> None:
        if name == "table:table-cell" or name == "table:covered-table-cell":
            self._end_cell(covered=name == "table:covered-table-cell")
        elif name == "table:table-row":
            if self.tables:
                self.tables[-1].end_row()
        elif name == "office:annotation":
            self.aside -= 1

    def _end_cell(self, *, covered: bool) -> None:
        attributes = self.cell or {}
        self.cell = None
        if not self.tables:
            return
        table = self.tables[-1]
        text = "" if covered else _meaning(attributes, "".join(self.text))
        rows = _repeats(attributes, "table:number-rows-spanned")
        columns = _repeats(attributes, "table:number-columns-spanned")
        if text and rows > 1:
            row, column = table.row_number, len(table.row) + table.waiting + 1
            table.merged.append((row, column, row + min(rows, MAX_ROWS) - 1, column + min(columns, MAX_COLUMNS) - 1))
        table.add_cell(text, _repeats(attributes, "table:number-columns-repeated"))

    def characters(self, text: str) -> None:
        if self.cell is None or self.aside or not self.paragraphs:
            return
        self.length += len(text)
        if self.length > MAX_CHARACTERS:
            table = self.tables[-1] if self.tables else _Table("")
            raise Refused("sheet_cell_too_long_in_row", row=table.row_number)
        self.text.append(text)


def read_opendocument(package: zipfile.ZipFile) -> list[_Table]:
    """Raise ``Refused`` where the document is protected, damaged, or larger than any list of people."""
    if "META-INF/manifest.xml" in package.namelist() and b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise Refused("sheet_password")
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    parser.StartDoctypeDeclHandler = _refuse_document_type
    try:
        with package.open("content.xml") as content:
            parser.ParseFile(content)
    except (expat.ExpatError, KeyError, EOFError, NotImplementedError, RuntimeError, zipfile.BadZipFile):
        raise Refused("sheet_broken") from None
    return reader.tables


def _refuse_document_type(*_: object) -> None:
    raise Refused("sheet_entities")


def _repeats(attributes: dict[str, str], name: str) -> int:
    value = attributes.get(name)
    if value is None:
        return 1
    if not value.isascii() or not value.isdigit() or len(value) > 9:
        raise Refused("sheet_broken")
    return max(int(value), 1)


def _meaning(attributes: dict[str, str], shown: str) -> str:
    """Return what is stored rather than what is shown, which a column's width or format may have shortened."""
    kind = attributes.get("office:value-type", "")
    if attributes.get("calcext:value-type") == "error":
        return shown if shown.startswith("#") else f"#{shown}"
    if kind in ("float", "percentage", "currency"):
        return _number(attributes.get("office:value", ""), shown)
    if kind == "date":
        return attributes.get("office:date-value", shown).removesuffix("T00:00:00")
    if kind == "time":
        found = _DURATION.fullmatch(attributes.get("office:time-value", ""))
        return f"{found[1]}:{found[2]}" if found else shown
    if kind == "boolean":
        return attributes.get("office:boolean-value", "").upper()
    return shown.strip() or attributes.get("office:string-value", "").strip()


def _number(value: str, shown: str) -> str:
    try:
        number = float(value)
    except ValueError:
        return shown
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else value
