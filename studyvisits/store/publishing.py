"""Putting the working copy, whole and checked, at the place the user chose.

Two stages: the thread that owns the database takes a ``Copy`` (memory alone, milliseconds); everything else happens on
that copy and may run in a worker. Whoever else wrote the target meanwhile keeps it: ours goes beside it.
"""

import os
import sqlite3
import threading
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from filelock import FileLock

from studyvisits import disk
from studyvisits.domain.refusal import Refused
from studyvisits.store import backups, places, seal
from studyvisits.store.working_copy import WorkingCopy, lock_place


@dataclass(frozen=True, slots=True)
class Copy:
    """The pages of a file as they were after its edit ``number``; ``last`` when it is being closed."""

    pages: bytes
    number: int
    today: date
    last: bool = False


@dataclass(frozen=True, slots=True)
class Published:
    """Where the file now lies. ``conflict`` is the place it should have gone to, where somebody else's version was
    found instead: that one was left as it is, and ``path`` is ours beside it, which the file is from now on."""

    path: Path
    conflict: Path | None = None


class Publisher:
    """Knows the target of a working copy and what was last put there. ``put`` may be called from any thread."""

    def __init__(self, copy: WorkingCopy, data: Path) -> None:
        self._copy = copy
        self._data = data
        self._number = 0
        self._backed_up = 0
        self._busy = threading.Lock()
        self._locks: list[FileLock] = []
        self._theirs: Path | None = None

    @property
    def target(self) -> Path:
        return Path(self._copy.state.target)

    @property
    def number(self) -> int:
        """The latest edit that is published."""
        return self._number

    @property
    def all_backed_up(self) -> bool:
        return self._backed_up == self._number

    def put(self, copy: Copy) -> Published:
        """Publish a copy unless a later one is there already, and see to the day's backup.

        Refused: folder_missing, folder_read_only, file_open_elsewhere, file_is_folder, file_name_too_long, disk_full,
        disk_failed, working_copy_damaged; the working copy keeps everything, and the next attempt may succeed.
        """
        with self._busy:
            published = Published(self.target)
            if copy.number > self._number:
                published = self._put(copy)
                self._number = copy.number
            self._back_up(copy)
            return published

    def release(self) -> None:
        with self._busy:
            for lock in self._locks:
                lock.release()

    def _put(self, copy: Copy) -> Published:
        check(copy.pages, self.target)
        digest = seal.digest_of(copy.pages)
        new = self.target.with_name(temporary_name(self.target, self._data))
        disk.write_whole(new, copy.pages, seal.trailer(copy.pages, digest))
        try:
            self._copy.save(replace(self._copy.state, next=digest))
            if not self._is_ours(self._copy.state.base):
                self._go_beside(copy.today)
            disk.replace(new, self.target)
        finally:
            new.unlink(missing_ok=True)
        self._copy.state = replace(self._copy.state, base=digest)
        conflict, self._theirs = self._theirs, None
        return Published(self.target, conflict)

    def _back_up(self, copy: Copy) -> None:
        """The first version of a day at once, in case of a crash, and the last one at closing. A backup that fails
        says nothing: the file itself is published, and the next day tries again."""
        uid = self._copy.state.uid
        if copy.number < self._number or not (copy.last or not backups.has_of(uid, self._data, copy.today)):
            return
        with suppress(Refused):
            backups.keep(copy.pages, self.target, uid=uid, data=self._data, today=copy.today)
            self._backed_up = copy.number

    def _is_ours(self, base: str) -> bool:
        """Tell whether the target is still the version we started from; one that is gone can be made anew."""
        try:
            return seal.fingerprint(disk.read_whole(self.target)) == base
        except Refused as refused:
            if refused.code == "file_missing":
                return True
            raise

    def _go_beside(self, today: date) -> None:
        """From here on the file lies elsewhere; with no base, a crash before it does leaves edits to be found."""
        theirs, ours = self.target, places.from_here(self.target, today)
        self._locks.append(lock_place(self._data, ours))
        self._copy.save(replace(self._copy.state, target=str(ours), base=""))
        self._theirs = theirs


def check(pages: bytes, path: Path) -> None:
    """Refuse to publish a working copy that the disk has spoilt. Refused: working_copy_damaged."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.deserialize(pages)
        sound = connection.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)]
    except sqlite3.Error:
        sound = False
    finally:
        connection.close()
    if not sound:
        raise Refused("working_copy_damaged", file=str(path))


def temporary_name(target: Path, data: Path) -> str:
    """One name per place and computer, so that what a crash leaves is written over; synchronisers pass over it."""
    return f"~{places.key(Path(f'{places.computer()}|{data}|{target}'))}.tmp"


def put_new(pages: bytes, path: Path, data: Path) -> str:
    """Make a file where there is none and return its digest. Refused: file_exists and as ``Publisher.put``."""
    if os.path.lexists(path):
        raise Refused("file_exists", file=str(path))
    digest = seal.digest_of(pages)
    disk.write_safely(path, pages, seal.trailer(pages, digest), beside=temporary_name(path, data))
    return digest
