"""What a file holds: its mark, its version, and the accepted schema of every version there was.

The schemas are texts, ``versions/NNNN.sql``: a new file is made from the latest, a file that is opened is compared with
that of its own version, so that a table, view or trigger of a stranger's never runs. A test holds the latest to
``tables.py`` (``--accept`` rewrites it), another the migrations to the schemas.
"""

import re
import sqlite3
import uuid
from dataclasses import dataclass
from functools import cache
from pathlib import Path

APPLICATION_ID = 0x53565654
"""Bytes 68 to 71 of a file: SVVT."""
NOT_NAMES = str.maketrans("", "", "\"`[]'")


@dataclass(frozen=True, slots=True)
class Versions:
    """The versions of the file that a program knows: in ``folder`` one accepted schema and one migration for each."""

    latest: int
    folder: Path

    def statements(self, version: int) -> tuple[str, ...]:
        return _statements(self.folder / f"{version:04}.sql")

    def accepted(self, version: int) -> frozenset[str]:
        return _folded_statements(self.folder / f"{version:04}.sql")


VERSIONS = Versions(latest=1, folder=Path(__file__).with_name("versions"))


@cache
def _statements(path: Path) -> tuple[str, ...]:
    return tuple(part.strip() for part in path.read_text("utf-8").split(";\n") if part.strip())


@cache
def _folded_statements(path: Path) -> frozenset[str]:
    return frozenset(map(folded, _statements(path)))


def folded(statement: str) -> str:
    """Alembic's rebuilt tables differ from new ones in quotes and blanks, and in nothing else."""
    return re.sub(r"\s*([(),])\s*", r"\1", " ".join(statement.translate(NOT_NAMES).split()))


def present(connection: sqlite3.Connection) -> frozenset[str]:
    """Return the folded statements of everything in a file; SQLite's own indexes follow from the tables."""
    rows = connection.execute("SELECT sql FROM main.sqlite_schema WHERE NOT (type = 'index' AND sql IS NULL)")
    return frozenset(folded(sql or "") for (sql,) in rows.fetchall())


def new_file(versions: Versions = VERSIONS, version: int | None = None) -> bytes:
    """Return the pages of an empty file with an identity of its own, of the latest version unless told otherwise."""
    version = version or versions.latest
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={version}")
        connection.execute("BEGIN")
        for statement in versions.statements(version):
            connection.execute(statement)
        connection.execute("INSERT INTO file_identity (id, uid) VALUES (1, ?)", (uuid.uuid4().hex,))
        connection.execute("COMMIT")
        return connection.serialize()
    finally:
        connection.close()
