"""What befalls the disk under an open database, told as ``Refused``. Needs no SQLAlchemy: a file opens before it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from studyvisits.domain.refusal import Refused

REFUSALS = {
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_IOERR: "disk_failed",
    sqlite3.SQLITE_CANTOPEN: "disk_failed",
    sqlite3.SQLITE_READONLY: "folder_read_only",
    sqlite3.SQLITE_BUSY: "file_in_use",
    sqlite3.SQLITE_CORRUPT: "working_copy_damaged",
    sqlite3.SQLITE_NOTADB: "working_copy_damaged",
}


@contextmanager
def refusing(path: Path) -> Iterator[None]:
    """Turn SQLite's own failures, also those that SQLAlchemy has wrapped, into ``Refused``; all else is a bug."""
    try:
        yield
    except Exception as failure:
        original = getattr(failure, "orig", failure)
        code = REFUSALS.get(getattr(original, "sqlite_errorcode", 0) & 0xFF)
        if code is None or not isinstance(original, sqlite3.Error):
            raise
        raise Refused(code, file=str(path), folder=str(path.parent), reason=str(original)) from failure
