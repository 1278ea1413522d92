"""A checked copy of a file that is not opened as it is: damaged, or changed by another program.

Only rows are taken over, into a new file made from our own schema, so that nothing a stranger hid in it (a trigger, a
view) comes along; rows that our tables would not hold make the whole copy impossible, since half a file misleads.
"""

import math
import sqlite3
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path

from studyvisits import disk
from studyvisits.domain.refusal import Refused
from studyvisits.store import places, publishing, schema, verification
from studyvisits.store.schema import VERSIONS, Versions


def checked_copy(path: Path, *, today: date, versions: Versions = VERSIONS) -> Path:
    """Write ``NAME (checked DATE).studyvisits`` beside a file and return it.

    Refused: file_beyond_repair, and as opening for a file that is not one of ours or is newer.
    """
    content = disk.read_whole(path, starts=verification.DATABASE)
    version = verification.version_known(content, path, versions)
    try:
        size = verification.page_size(content)
        pages = _rebuilt(content[: len(content) // size * size], version, versions)
    except (sqlite3.Error, ArithmeticError, ValueError):
        raise Refused("file_beyond_repair", file=str(path)) from None
    copy = places.free_name(path, f"checked {today.isoformat()}")
    publishing.put_new(pages, copy, path.parent)
    return copy


def _rebuilt(pages: bytes, version: int, versions: Versions) -> bytes:
    with (
        closing(sqlite3.connect(":memory:", isolation_level=None)) as old,
        closing(sqlite3.connect(":memory:", isolation_level=None)) as new,
    ):
        old.deserialize(pages)
        for setting in ("trusted_schema=OFF", "cell_size_check=ON", "query_only=ON"):
            old.execute(f"PRAGMA {setting}")
        if old.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]:
            raise ValueError("the pages do not hang together")
        new.deserialize(schema.new_file(versions, version))
        new.execute("BEGIN")
        new.execute("DELETE FROM file_identity")
        for table in _tables(new):
            _take_over(old, new, table, versions.accepted(version))
        if new.execute("PRAGMA foreign_key_check").fetchall():
            raise ValueError("rows point to nothing")
        new.execute("COMMIT")
        return new.serialize()


def _tables(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid").fetchall()
    return [name for (name,) in rows]


def _take_over(old: sqlite3.Connection, new: sqlite3.Connection, table: str, accepted: frozenset[str]) -> None:
    query = "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?"
    if any(schema.folded(sql or "") not in accepted for (sql,) in old.execute(query, (table,)).fetchall()):
        raise ValueError("a table is not ours")
    told = new.execute(f'PRAGMA table_info("{table}")').fetchall()
    columns, kinds = [f'"{row[1]}"' for row in told], [row[2] for row in told]
    rows = old.execute(f'SELECT {", ".join(columns)} FROM "{table}"').fetchall()
    for row in rows:
        for kind, value in zip(kinds, row, strict=True):
            _check(kind, value)
    slots = ", ".join("?" * len(columns))
    new.executemany(f'INSERT INTO "{table}" ({", ".join(columns)}) VALUES ({slots})', rows)


def _check(kind: str, value: object) -> None:
    """SQLite keeps any value in any column; those that we could not read again raise ValueError or ArithmeticError."""
    match kind, value:
        case _, None:
            return
        case ("INTEGER", int()) | ("BOOLEAN", 0 | 1) | ("BLOB", bytes()):
            return
        case "DOUBLE", float() if math.isfinite(value):
            return
        case "TEXT", str() if "\0" not in value:
            return
        case "DATE", str() if date.fromisoformat(value).isoformat() == value:
            return
        case "VARCHAR", str() if Decimal(value).is_finite():
            return
    raise ValueError(f"{value!r} is not {kind}")
