"""Opening a file: from the place the user chose to a working copy that is locked, checked and of this version.

What a crash left behind is settled first: edits that were never published go on where they stopped, or, where the
file is another by now, beside it as a file of their own. Nothing is dropped that was not published. SQLAlchemy is
imported only where a migration needs it, so that a window can read its first rows before.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock

from studyvisits import disk
from studyvisits.domain.refusal import Refused
from studyvisits.store import backups, failures, places, publishing, seal, verification, working_copy
from studyvisits.store.schema import VERSIONS, Versions
from studyvisits.store.verification import Content
from studyvisits.store.working_copy import State, WorkingCopy

if TYPE_CHECKING:
    from sqlalchemy import Engine

DAMAGE = {
    "file_missing",
    "file_empty",
    "file_not_ours",
    "file_other_database",
    "file_truncated",
    "file_changed_elsewhere",
    "file_damaged",
    "file_has_foreign_parts",
}


@dataclass(frozen=True, slots=True)
class Opening:
    """What happened while a file was opened, to be told.

    ``recovered``: edits that a crash had left unpublished are in it. ``beside``: such edits lie in a file of their own,
    since the file itself is another by now. ``unreadable``: folders with what was left behind and cannot be read.
    ``migrated_from``: the version it had, and ``backup`` the file as it was then.
    """

    recovered: bool = False
    beside: tuple[Path, ...] = ()
    unreadable: tuple[Path, ...] = ()
    migrated_from: int | None = None
    backup: Path | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    copy: WorkingCopy
    lock: FileLock
    opening: Opening


def open_file(path: Path, data: Path, today: date, versions: Versions = VERSIONS) -> Opened:
    """Refused: as ``verification.verified``, with ``last_good`` (a path, or nothing) for a file that is damaged;
    file_in_use; and as writing to the data folder refuses."""
    lock = working_copy.lock_place(data, path)
    try:
        with suppress(OSError, ValueError):  # a path without a name
            path.with_name(publishing.temporary_name(path, data)).unlink()
        content = _content(path, data, today, versions)
        copy, opening = _settle(path, content, data, today, versions)
        return Opened(copy, lock, _migrated(copy, opening, path, data, today, versions))
    except BaseException:
        lock.release()
        raise


def open_for_reading(path: Path, data: Path, versions: Versions = VERSIONS) -> "tuple[Engine, bool]":
    """Return the file as it was last published, in memory, brought to the latest version if it is older; and whether
    a window, or one that crashed, has edits of it that are not published yet."""
    content = _content(path, data, None, versions)
    from studyvisits.store import database, migrations

    engine = database.engine_in_memory(content.pages)
    if content.version < versions.latest:
        migrations.migrate(engine, content.version, versions)
    return engine, _has_unpublished(path, content, data)


def _has_unpublished(path: Path, content: Content, data: Path) -> bool:
    for copy in working_copy.left_behind(data):
        if places.key(Path(copy.state.target)) == places.key(path):
            with suppress(OSError):
                digest = seal.digest_of(copy.database.read_bytes())
                return digest not in (content.digest, copy.state.base)
    return False


def _content(path: Path, data: Path, today: date | None, versions: Versions) -> Content:
    """With ``today`` a working copy left behind is made a backup first, where the file itself is damaged."""
    try:
        return verification.verified(path, versions)
    except Refused as refused:
        if refused.code not in DAMAGE:
            raise
        if today is not None:
            _back_up_left_behind(path, data, today, versions)
        good = backups.last_good(path, data, versions)
        raise Refused(refused.code, **refused.facts, last_good=str(good or "")) from None


def _back_up_left_behind(path: Path, data: Path, today: date, versions: Versions) -> None:
    """A working copy whose file is damaged may be the last good one there is: it becomes the latest backup."""
    for copy in working_copy.left_behind(data):
        if places.key(Path(copy.state.target)) == places.key(path):
            content = _examined(copy, path, versions)
            if content is not None:
                backups.keep(content.pages, path, uid=content.uid, data=data, today=today)


def _examined(copy: WorkingCopy, path: Path, versions: Versions) -> Content | None:
    pages = working_copy.intact_pages(copy)
    if pages is None:
        return None
    try:
        return verification.examined(pages, path, versions)
    except Refused as refused:
        if refused.code == "file_newer":
            raise
        return None


def _settle(path: Path, content: Content, data: Path, today: date, versions: Versions) -> tuple[WorkingCopy, Opening]:
    going_on: WorkingCopy | None = None
    beside, unreadable = [], []
    for copy in _found(path, content.uid, data):
        left = _examined(copy, path, versions)
        if left is None:
            unreadable.append(_put_away(copy, data))
        elif left.digest in (content.digest, copy.state.base):
            copy.remove()
        elif going_on is None and content.digest in (copy.state.base, copy.state.next):
            copy.save(State(str(path), content.uid, content.digest))
            going_on = copy
        else:
            beside.append(_keep_beside(left, path, data, today))
            copy.remove()
    state = State(str(path), content.uid, content.digest)
    return going_on or working_copy.make(data, content.pages, state), Opening(
        recovered=going_on is not None, beside=tuple(beside), unreadable=tuple(unreadable)
    )


def _found(path: Path, uid: str, data: Path) -> Iterator[WorkingCopy]:
    """Yield what was left behind for this place, and for one that is gone if it is the same file, which was moved."""
    for copy in working_copy.left_behind(data):
        target = Path(copy.state.target)
        if places.key(target) == places.key(path):
            yield copy
        elif copy.state.uid == uid and not os.path.lexists(target):
            try:
                lock = working_copy.lock_place(data, target)
            except Refused:  # a window has it: it was moved while it is open
                continue
            try:
                yield copy
            finally:
                lock.release()


def _keep_beside(left: Content, path: Path, data: Path, today: date) -> Path:
    ours = places.from_here(path, today)
    publishing.put_new(left.pages, ours, data)
    return ours


def _put_away(copy: WorkingCopy, data: Path) -> Path:
    folder = disk.make_private_folder(data / "unreadable") / copy.folder.name
    with disk.writing_to(folder):
        os.rename(copy.folder, folder)
    return folder


def _migrated(copy: WorkingCopy, opening: Opening, path: Path, data: Path, today: date, versions: Versions) -> Opening:
    """Bring the working copy to the latest version; the file as it was becomes a backup first."""
    with open(copy.database, "rb") as file:
        version = verification.version_in(file.read(verification.HEADER))
    if version == versions.latest:
        return opening
    backup = backups.keep(copy.pages(), path, uid=copy.state.uid, data=data, today=today, version=version)
    from studyvisits.store import database, migrations

    with failures.refusing(copy.database):
        engine = database.engine_on(copy.database)
        try:
            migrations.migrate(engine, version, versions)
        finally:
            engine.dispose()
    return replace(opening, migrated_from=version, backup=backup)
