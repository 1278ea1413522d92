"""The process that reads one sheet and may fail: started by ``exchange.sheets``, limited in time and memory.

Whatever a hostile file does to the reader library, it does it here. Nothing slow is imported, so that starting costs
some twenty milliseconds. The answer is marshalled to standard output: ``("read", [(name, hidden, first row, first
column, merged, hidden
rows, hidden columns, rows), …])`` or ``("refused", code, facts)``.
"""

import gc
import marshal
import sys
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from studyvisits.domain.refusal import Refused
from studyvisits.domain.sheet_limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, column_letters
from studyvisits.exchange import sheet_kinds
from studyvisits.exchange.workbook_guard import Findings, look_through, open_package

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    import python_calamine

Read = tuple[str, bool, int, int, list[tuple[int, int, int, int]], list[int], list[int], list[list[str]]]
MEMORY = 200_000_000
"""Bytes of address space."""
_WITHOUT_REFERENCES = 2
"""The version of the format: later ones look for values that occur twice, which takes longer than writing them."""
LOOK_FIRST = 4_000_000
"""Bytes unpacked. Smaller workbooks are read only after they were looked through, so that whatever is wrong with them
is named; in larger ones the limits may end the reading sooner."""


def main(path: str, sheet: str, seconds: str) -> None:
    gc.disable()
    _limit(float(seconds))
    answer: tuple[object, ...]
    try:
        answer = ("read", read(path, sheet or None))
    except Refused as refused:
        answer = ("refused", refused.code, dict(refused.facts))
    except MemoryError:
        answer = ("refused", "sheet_too_much_memory", {})
    marshal.dump(answer, sys.stdout.buffer, _WITHOUT_REFERENCES)
    sys.stdout.buffer.flush()


def _limit(seconds: float) -> None:
    """Processor time and address space on POSIX; elsewhere the parent's clock alone ends the process."""
    if sys.platform == "win32":
        return
    import resource
    import signal

    signal.setitimer(signal.ITIMER_PROF, seconds)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def read(path: str, wanted: str | None) -> list[Read]:
    kind = sheet_kinds.kind_of_beginning(_content(path, 4096))
    if kind == sheet_kinds.TEXT:
        from studyvisits.exchange.delimited_text import decode, rows_of

        return [("", False, 1, 1, [], [], [], rows_of(decode(_content(path))))]
    if kind == "ole":
        sheet_kinds.kind_of_compound(_content(path))
        return _read_with_library(path, wanted, Findings())
    package = open_package(path)
    names = package.namelist()
    mimetype = package.read("mimetype")[:200] if "mimetype" in names else b""
    if sheet_kinds.kind_of_package(names, mimetype) == sheet_kinds.ODS:
        return _read_opendocument(package, wanted)
    if sum(part.file_size for part in package.infolist()) < LOOK_FIRST:
        return _read_with_library(path, wanted, look_through(package))
    return _read_while_looking(path, wanted, package)


def _content(path: str, most: int = -1) -> bytes:
    with open(path, "rb") as file:  # noqa: PTH123 (importing pathlib would take as long as all the rest)
        return file.read(most)


def _read_while_looking(path: str, wanted: str | None, package: zipfile.ZipFile) -> list[Read]:
    """The library lets other threads run: a long list is looked through in the time that it takes to read anyway."""
    import threading

    findings = Findings()
    refused: list[Refused] = []

    def look() -> None:
        try:
            look_through(package, findings)
        except Refused as one:
            refused.append(one)

    looking = threading.Thread(target=look)
    looking.start()
    try:
        return _read_with_library(path, wanted, findings, looking.join)
    finally:
        looking.join()
        if refused:
            raise refused[0]


def _read_opendocument(package: zipfile.ZipFile, wanted: str | None) -> list[Read]:
    from studyvisits.exchange.opendocument_sheet import read_opendocument

    tables = read_opendocument(package)
    names = _chosen([table.name for table in tables], wanted)
    return [
        (table.name, table.hidden, 1, 1, table.merged, [], [], table.rows) for table in tables if table.name in names
    ]


def _read_with_library(
    path: str, wanted: str | None, findings: Findings, wait: Callable[[], object] = bool
) -> list[Read]:
    """``wait`` returns when the findings are complete."""
    import python_calamine

    try:
        workbook = _opened(path)
        kinds = {each.name: each for each in workbook.sheets_metadata}
        names = _chosen(
            [name for name, each in kinds.items() if each.typ == python_calamine.SheetTypeEnum.WorkSheet], wanted
        )
        sheets = [workbook.get_sheet_by_name(name) for name in names]
        wait()
        visible = python_calamine.SheetVisibleEnum.Visible
        return [_sheet(sheet, kinds[sheet.name].visible != visible, findings) for sheet in sheets]
    except python_calamine.PasswordError:
        raise Refused("sheet_password") from None
    except python_calamine.CalamineError as error:
        raise Refused("sheet_password" if "assword" in str(error) else "sheet_broken") from None
    except (ValueError, OverflowError, UnicodeError, OSError):
        raise Refused("sheet_broken") from None


def _opened(path: str) -> "python_calamine.CalamineWorkbook":
    """Given a path the library believes its extension; given bytes it looks, which takes longer."""
    import io

    import python_calamine

    said = path[-4:].lower()
    if said == ("xlsx" if _content(path, 2) == b"PK" else ".xls"):
        return python_calamine.CalamineWorkbook.from_path(path)
    return python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(_content(path)))


def _chosen(names: list[str], wanted: str | None) -> list[str]:
    if wanted is None:
        return names
    for same in (str.strip, str.casefold):
        found = [name for name in names if same(name.strip()) == same(wanted.strip())]
        if found:
            return found
    raise Refused("sheet_not_found", sheet=wanted, sheets=", ".join(names))


def _sheet(sheet: "python_calamine.CalamineSheet", hidden: bool, findings: Findings) -> Read:
    first_row, first_column = sheet.start or (0, 0)
    height, width = sheet.height, sheet.width
    if height > MAX_ROWS or width > MAX_COLUMNS or height * width > MAX_CELLS:
        cell = f"{column_letters(first_column + width)}{first_row + height}"
        raise Refused("sheet_too_far", sheet=sheet.name, cell=cell)
    cells: list[list[Any]] = sheet.to_python()
    rows = [
        [each if (kind := each.__class__) is str else _WRITTEN.get(kind, _text)(each) for each in row] for row in cells
    ]
    for row, column, error in findings.errors.get(sheet.name, ()):
        inside = 0 <= row - 1 - first_row < len(rows) and 0 <= column - 1 - first_column < width
        if inside:
            rows[row - 1 - first_row][column - 1 - first_column] = error
    merged = findings.merged.get(sheet.name)
    if merged is None:
        merged = [(a + 1, b + 1, c + 1, d + 1) for (a, b), (c, d) in sheet.merged_cell_ranges or ()]
    hidden_rows, hidden_columns = (each.get(sheet.name, []) for each in (findings.hidden_rows, findings.hidden_columns))
    return sheet.name, hidden, first_row + 1, first_column + 1, merged, hidden_rows, hidden_columns, rows


def _text(value: object) -> str:
    """Write a cell as a person would have typed it: no ``.0``, days and times in ISO 8601."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d") if value.time() == time() else value.isoformat("T", "minutes")
    if isinstance(value, timedelta):
        minutes = int(value.total_seconds() // 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return str(value)


def _number_text(value: float) -> str:
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


_WRITTEN: "dict[type, Callable[[Any], str]]" = {date: date.isoformat, float: _number_text}
"""The kinds of a cell that a long list holds in every row."""
