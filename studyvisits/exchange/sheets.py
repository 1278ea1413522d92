"""Reading a list of people from a file or a pasted block: text in rows, whatever the file is or wants to be."""

import marshal
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

from studyvisits.domain.refusal import Refused
from studyvisits.domain.sheet import Sheet, Workbook
from studyvisits.exchange import sheet_kinds
from studyvisits.exchange.named_file import reading_of

READ_SHEET = "--read-sheet"
"""First argument by which a frozen program is started as the reading process; ``__main__`` passes the others on to
``studyvisits.exchange.sheet_process.main``."""
MAX_BYTES = 25_000_000
PASTED = "Ctrl+V"
"""Stands for the file's name where there is none."""
_START = (
    "import sys; sys.path[:] = sys.argv[4].split({separator!r}); from studyvisits.exchange.sheet_process import "
    "main; main(*sys.argv[1:4])"
)


def read_people_sheet(path: Path, sheet: str | None = None) -> Workbook:
    """Read every sheet of a workbook, or the one called ``sheet``. Never evaluates anything.

    Raises ``Refused`` with ``file`` and the cause for what is missing, protected, damaged, hostile or no spreadsheet.
    """
    with reading_of(path.name):
        answer = _ask_process(path, sheet, _size(path))
        if answer[0] == "refused":
            raise Refused(answer[1], **answer[2])
    sheets = tuple(
        Sheet(
            name=name,
            hidden=hidden,
            first_row=row,
            first_column=column,
            merged=merged,
            hidden_rows=frozenset(hidden_rows),
            hidden_columns=frozenset(hidden_columns),
            rows=rows,
        )
        for name, hidden, row, column, merged, hidden_rows, hidden_columns, rows in answer[1]
    )
    return Workbook(file=path.name, sheets=sheets)


def pasted_people(text: str) -> Workbook:
    """Take a block as it was copied from a spreadsheet: cells between tabs, those with line breaks in quotes."""
    from studyvisits.exchange.delimited_text import rows_of

    with reading_of(PASTED):
        if len(text) > MAX_BYTES:
            raise Refused("sheet_file_too_big", **_sizes(len(text)))
        rows = rows_of(text.replace("\0", ""), "\t" if "\t" in text else None)
    return Workbook(file=PASTED, sheets=(Sheet(name="", rows=rows),))


def piped_people(content: bytes, *, file: str) -> Workbook:
    """Take what another program gives out: CSV in any usual encoding, or a block copied from a spreadsheet. It is read
    in this process, as text is; ``file`` is told in a refusal."""
    from studyvisits.exchange.delimited_text import decode, rows_of

    with reading_of(file):
        if len(content) > MAX_BYTES:
            raise Refused("sheet_file_too_big", **_sizes(len(content)))
        if sheet_kinds.kind_of_beginning(content[:4096]) != sheet_kinds.TEXT:
            raise Refused("sheet_encoding")
        rows = rows_of(decode(content))
    return Workbook(file=file, sheets=(Sheet(name="", rows=rows),))


def _sizes(octets: int) -> dict[str, int]:
    return {"megabytes": round(octets / 1_000_000), "most": MAX_BYTES // 1_000_000}


def _size(path: Path) -> int:
    try:
        state = path.stat()
        if stat.S_ISDIR(state.st_mode):
            raise Refused("sheet_is_folder")
        if not stat.S_ISREG(state.st_mode):
            raise Refused("sheet_not_a_file")
        with path.open("rb") as file:
            file.read(1)
    except FileNotFoundError:
        raise Refused("sheet_missing") from None
    except (OSError, ValueError):
        raise Refused("sheet_locked") from None
    if state.st_size == 0:
        raise Refused("sheet_empty")
    if state.st_size > MAX_BYTES:
        raise Refused("sheet_file_too_big", **_sizes(state.st_size))
    return state.st_size


def _ask_process(path: Path, sheet: str | None, size: int) -> tuple[Any, ...]:
    """Processor time grows with the file: nothing small may take long."""
    seconds = 1.4 + 2 * size / 1_000_000
    arguments = [str(path.resolve()), sheet or "", str(seconds)]
    patience = seconds * 2 if sys.platform == "win32" else seconds * 10
    try:
        done = subprocess.run(
            _command(arguments),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=patience,
            check=False,
            env={**os.environ, "RUST_BACKTRACE": "0"},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        raise Refused("sheet_too_slow") from None
    if done.returncode == 0:
        answer: tuple[Any, ...] = marshal.loads(done.stdout)  # noqa: S302 (written by our own process)
        return answer
    raise Refused(_cause_of_end(done.returncode, done.stderr))


def _command(arguments: list[str]) -> list[str]:
    """Without the site module and the user's settings a bare interpreter starts in half the time."""
    if getattr(sys, "frozen", False):
        return [sys.executable, READ_SHEET, *arguments]
    start = _START.format(separator=os.pathsep)
    paths = os.pathsep.join(str(Path(each).absolute()) for each in sys.path)
    return [sys.executable, "-I", "-S", "-c", start, *arguments, paths]


def _cause_of_end(code: int, words: bytes) -> str:
    """How the reading process ended: its clock's signal, the library's abort, or its panic over a damaged file."""
    if sys.platform != "win32":
        import signal

        if code in (-signal.SIGPROF, -signal.SIGXCPU):
            return "sheet_too_slow"
    if b"memory allocation" in words or b"MemoryError" in words or code == -9:
        return "sheet_too_much_memory"
    return "sheet_broken"
