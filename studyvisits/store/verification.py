"""Everything that is looked at before a file is opened, read or migrated."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from studyvisits import disk
from studyvisits.domain.refusal import Refused
from studyvisits.store import schema, seal
from studyvisits.store.schema import VERSIONS, Versions

DATABASE = b"SQLite format 3\0"
HEADER = 100


@dataclass(frozen=True, slots=True)
class Content:
    """A file that was found whole. ``digest`` is that of its pages, ``uid`` the file's own."""

    pages: bytes
    digest: str
    version: int
    uid: str


def verified(path: Path, versions: Versions = VERSIONS) -> Content:
    """Read a file and look it through; what is returned may be opened as it is.

    Refused: file_missing, file_is_folder, file_unreadable, file_empty, file_not_ours, file_other_database, file_newer,
    file_truncated, file_changed_elsewhere, file_damaged, file_has_foreign_parts.
    """
    content = disk.read_whole(path, starts=DATABASE)
    version = version_known(content, path, versions)
    return _examined(_pages(content, path), path, version, versions)


def examined(pages: bytes, path: Path, versions: Versions = VERSIONS) -> Content:
    """Look through the pages of a working copy, which has no trailer. Refused: file_newer, file_damaged and others."""
    return _examined(pages, path, version_known(pages, path, versions), versions)


def _examined(pages: bytes, path: Path, version: int, versions: Versions) -> Content:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.deserialize(pages)
        for setting in ("trusted_schema=OFF", "cell_size_check=ON", "query_only=ON"):
            connection.execute(f"PRAGMA {setting}")
        _refuse_foreign_parts(connection, path, versions.accepted(version))
        if connection.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
            raise Refused("file_damaged", file=str(path))
        ((uid,),) = connection.execute("SELECT uid FROM file_identity").fetchall()
    except (sqlite3.Error, ValueError):
        raise Refused("file_damaged", file=str(path)) from None
    finally:
        connection.close()
    return Content(pages=pages, digest=seal.digest_of(pages), version=version, uid=str(uid))


def claimed_version(path: Path) -> int | None:
    """Return the version that a file says it has, were it damaged; nothing where it is not of this program."""
    content = disk.read_whole(path, starts=DATABASE)
    ours = len(content) >= HEADER and _number(content, 68) == schema.APPLICATION_ID
    return version_in(content) if ours else None


def page_size(content: bytes) -> int:
    size = int.from_bytes(content[16:18], "big")
    return 65536 if size == 1 else size


def version_in(content: bytes) -> int:
    return _number(content, 60)


def version_known(content: bytes, path: Path, versions: Versions) -> int:
    """Return the version of a file of ours. It is looked at before the trailer, whose form a newer program may have
    changed."""
    if not content:
        raise Refused("file_empty", file=str(path))
    if not content.startswith(DATABASE):
        raise Refused("file_not_ours", file=str(path))
    if len(content) < HEADER:
        raise Refused("file_truncated", file=str(path))
    if _number(content, 68) != schema.APPLICATION_ID:
        raise Refused("file_other_database", file=str(path))
    version = version_in(content)
    if version > versions.latest:
        raise Refused("file_newer", file=str(path), version=version, known=versions.latest)
    if version < 1:
        raise Refused("file_damaged", file=str(path))
    return version


def _pages(content: bytes, path: Path) -> bytes:
    if not seal.has_mark(content):
        whole = _number(content, 28) * page_size(content)
        cut_off = len(content) < whole + seal.SIZE and len(content) != whole
        raise Refused("file_truncated" if cut_off else "file_changed_elsewhere", file=str(path))
    if seal.sealed_digest(content) is None:
        raise Refused("file_damaged", file=str(path))
    return content[: -seal.SIZE]


def _number(content: bytes, offset: int) -> int:
    return int.from_bytes(content[offset : offset + 4], "big")


def _refuse_foreign_parts(connection: sqlite3.Connection, path: Path, accepted: frozenset[str]) -> None:
    present = schema.present(connection)
    foreign = sorted(present - accepted)
    if foreign:
        raise Refused("file_has_foreign_parts", file=str(path), part=" ".join(foreign[0].split()[:4]))
    if accepted - present:
        raise Refused("file_damaged", file=str(path))
