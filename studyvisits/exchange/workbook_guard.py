"""A look at a package before anything of it is read: sizes, entities, the furthest cell.

The reader library reserves the whole rectangle up to the furthest cell and ends the process when that fails, so
absurd workbooks are found here, in one pass over the unpacked bytes with constant memory.
"""

import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from studyvisits.domain.refusal import Refused
from studyvisits.domain.sheet_limits import MAX_CELLS, MAX_CHARACTERS, MAX_COLUMNS, MAX_ROWS, column_number
from studyvisits.exchange.workbook_parts import sheets_of_parts

MAX_PARTS = 2_000
MAX_UNPACKED = 80_000_000
"""Bytes of all parts that hold text."""
MAX_RATIO = 400
_PIECE = 1 << 18
_LONGEST = 8 * MAX_CHARACTERS
"""Bytes between two tags: a letter may take several, and more when written as a reference."""
BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError, OSError)
"""What ``zipfile`` raises for damaged packages."""
_FAR = re.compile(rb"""\x20r="([A-Za-z]{2,}\d+|[A-Za-z]?\d{5,})"[^>]*>""")
_ODDLY_WRITTEN = re.compile(rb"""<(?:\w+:)?c\s(?:[^>]*\s)?r\s*=\s*["']([A-Za-z]+\d+)["'][^>]*>""")
_ODDITY = re.compile(rb"""\sr\s*=\s*'|\sr\s+=|\sr=\s|[\t\r\n]r=""")
_CAREFULLY = 4_000_000
"""Bytes of a worksheet in which every cell is looked at; beyond them only the last filled one of each row, as every
program writes cells in order. (What is not in order in a large sheet, the reading process's memory limit ends.)"""
_MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Za-z]{1,3})(\d{1,7}):([A-Za-z]{1,3})(\d{1,7})\"""")
_HIDDEN = re.compile(rb"""<(?:\w+:)?(row|col)(?=\s[^<>]*\bhidden\s*=\s*["'](?:1|true)["'])\s([^<>]*)>""")
_PLACE = re.compile(rb"""(?:^|\s)(r|min|max)\s*=\s*["'](\d{1,7})["']""")
_ERROR = re.compile(
    rb"""\sr="([A-Za-z]{1,3})(\d{1,7})"[^>]*\bt="e"[^>]*>(?:<f\b[^>]*/>|<f\b[^>]*>[^<]*</f>)?<v>(#[^<]{1,20})</v>"""
)


def open_package(path: str) -> zipfile.ZipFile:
    """Open a zip file whose directory is sane; raise ``Refused`` for one that is not."""
    try:
        package = zipfile.ZipFile(path)
    except (*BROKEN, ValueError, OverflowError):
        raise Refused("sheet_broken") from None
    parts = package.infolist()
    if len(parts) > MAX_PARTS:
        raise Refused("sheet_too_many_parts", parts=len(parts))
    if any(part.flag_bits & 1 for part in parts):
        raise Refused("sheet_password")
    unpacked = sum(part.file_size for part in parts if holds_text(part.filename))
    worst = max(
        (part.file_size / max(part.compress_size, 1) for part in parts if part.file_size > 1_000_000), default=0
    )
    if unpacked > MAX_UNPACKED or worst > MAX_RATIO:
        raise Refused("sheet_unpacks_too_big", megabytes=round(sum(part.file_size for part in parts) / 1_000_000))
    return package


def holds_text(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels", "mimetype"))


class Findings:
    """What the reader library leaves out: by worksheet, its merged cells (first row and column, last row and column),
    its cells holding an error (row, column, the error), its hidden rows and columns."""

    def __init__(self) -> None:
        self.merged: dict[str, list[tuple[int, int, int, int]]] = {}
        self.errors: dict[str, list[tuple[int, int, str]]] = {}
        self.hidden_rows: dict[str, list[int]] = {}
        self.hidden_columns: dict[str, list[int]] = {}


def look_through(package: zipfile.ZipFile, findings: Findings | None = None) -> Findings:
    """Read every part that the reader may read, keeping nothing but the findings."""
    sheets = sheets_of_parts(package)
    findings = findings or Findings()
    for name in package.namelist():
        if not (name.lower().startswith("xl/") and holds_text(name)):
            continue
        try:
            with package.open(name) as part:
                _look_at_part(part, "/worksheets/" in name.lower(), sheets.get(name, ""), findings)
        except BROKEN:
            raise Refused("sheet_broken") from None
    return findings


def _look_at_part(part: IO[bytes], is_worksheet: bool, sheet: str, findings: Findings) -> None:
    row = column = seen = 0
    pattern = _FAR
    for piece in _pieces(part):
        if not seen:
            _refuse_beginning(piece)
            pattern = _ODDLY_WRITTEN if _ODDITY.search(piece) else _FAR
        seen += len(piece)
        if not is_worksheet:
            continue
        for place in (piece,) if seen < _CAREFULLY else _last_cells(piece):
            row, column = _furthest(place, pattern, row, column, sheet)
        if b"mergeCell " in piece:
            findings.merged.setdefault(sheet, []).extend(_merged(piece))
        if b't="e"' in piece:
            findings.errors.setdefault(sheet, []).extend(_errors(piece))
        if b"hidden" in piece:
            _note_hidden(piece, sheet, findings)


def _last_cells(piece: bytes) -> Iterator[bytes]:
    for row in piece.split(b"</row>"):
        last = row.rfind(b"<c ")
        if last < 0:
            continue
        yield row if row.endswith(b"/>") else row[last : last + 60]


def _pieces(part: IO[bytes]) -> Iterator[bytes]:
    """Yield the part in pieces that end before a tag for a cell begins, so that no cell is cut in two."""
    rest = b""
    while block := part.read(_PIECE):
        piece = rest + block
        cut = max(piece.rfind(b"<c "), piece.rfind(b"<si"), piece.rfind(b"<mergeCell "))
        cut = cut if cut > 0 else piece.rfind(b"<")
        if cut <= 0 or len(piece) - cut > _LONGEST:
            if max(map(len, piece.split(b"<"))) > _LONGEST:
                raise Refused("sheet_cell_too_long")
            cut = piece.rfind(b"<")
        if cut <= 0:
            rest = piece
            continue
        yield piece[:cut]
        rest = piece[cut:]
    yield rest


def _refuse_beginning(beginning: bytes) -> None:
    """No spreadsheet program writes a document type; with one come entities, which may grow or read other files."""
    if not beginning.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<") or b"\0" in beginning[:64]:
        raise Refused("sheet_broken")
    if b"<!DOCTYPE" in beginning or b"<!ENTITY" in beginning:
        raise Refused("sheet_entities")


def _furthest(place: bytes, pattern: re.Pattern[bytes], row: int, column: int, sheet: str) -> tuple[int, int]:
    """Only cells beyond Z or row 9,999 count, where a list of people seldom reaches, and only filled ones."""
    for found in pattern.finditer(place):
        reference = found[1]
        letters = reference.rstrip(b"0123456789")
        if not letters or found[0].endswith(b"/>"):
            continue
        far = len(letters) > 3 or len(reference) - len(letters) > 7
        if not far:
            row = max(row, int(reference[len(letters) :]))
            column = max(column, column_number(letters.decode()))
            far = row > MAX_ROWS or column > MAX_COLUMNS or row * column > MAX_CELLS
        if far:
            raise Refused("sheet_too_far", sheet=sheet, cell=reference.decode("ascii")[:20])
    return row, column


def _merged(piece: bytes) -> Iterator[tuple[int, int, int, int]]:
    for found in _MERGED.finditer(piece):
        yield int(found[2]), column_number(found[1].decode()), int(found[4]), column_number(found[3].decode())


def _errors(piece: bytes) -> Iterator[tuple[int, int, str]]:
    for found in _ERROR.finditer(piece):
        yield int(found[2]), column_number(found[1].decode()), found[3].decode("ascii", "replace")


def _note_hidden(piece: bytes, sheet: str, findings: Findings) -> None:
    for found in _HIDDEN.finditer(piece):
        places = {name: int(number) for name, number in _PLACE.findall(found[2])}
        if found[1] == b"row" and b"r" in places:
            findings.hidden_rows.setdefault(sheet, []).append(places[b"r"])
        elif {b"min", b"max"} <= places.keys():
            columns = range(places[b"min"], min(places[b"max"], MAX_COLUMNS) + 1)
            findings.hidden_columns.setdefault(sheet, []).extend(columns)
