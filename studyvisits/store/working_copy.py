"""The private copy of a file in which all edits happen, and what finds it again after a crash.

A working copy is a folder with the database and ``state.json``: for which place it was made, the file's own id, the
digest of the published file it came from (``base``) and of the one it was about to publish (``next``). It goes when the
file is closed with everything published; one that is found when a file is opened therefore outlived a crash, or a
publishing that failed, and is looked at before anything else happens. The pages published are those of the working
copy, so that its digest alone tells whether it holds more than was published.
"""

import json
import os
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from studyvisits import disk
from studyvisits.domain.refusal import Refused
from studyvisits.store import failures, places

SECONDS_UNFINISHED = 86_400
"""A folder without a state was being made when a crash came, or is being made now: after a day it is swept away."""


@dataclass(frozen=True, slots=True)
class State:
    target: str
    uid: str
    base: str
    next: str = ""


@dataclass(slots=True)
class WorkingCopy:
    folder: Path
    state: State

    @property
    def database(self) -> Path:
        return self.folder / "working.db"

    def save(self, state: State) -> None:
        content = json.dumps(asdict(state)).encode()
        disk.write_safely(self.folder / "state.json", content, beside="state.new")
        self.state = state

    def remove(self) -> None:
        """Take the state first: what is left of a folder without one is swept away later."""
        with suppress(OSError):
            (self.folder / "state.json").unlink()
        shutil.rmtree(self.folder, ignore_errors=True)

    def pages(self) -> bytes:
        """Return what the copy holds, after SQLite has taken back a transaction cut short.

        Refused: working_copy_damaged, disk_failed.
        """
        with failures.refusing(self.database):
            connection = sqlite3.connect(self.database, isolation_level=None)
            try:
                connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()
                return connection.serialize()
            finally:
                connection.close()


def make(data: Path, pages: bytes, state: State) -> WorkingCopy:
    folder = disk.make_private_folder(data / "work" / os.urandom(16).hex())
    copy = WorkingCopy(folder, state)
    disk.write_whole(copy.database, pages)
    copy.save(state)
    return copy


def left_behind(data: Path) -> Iterator[WorkingCopy]:
    """Yield every working copy there is, those of files open now among them: their places are locked."""
    for folder in sorted((data / "work").glob("*")):
        try:
            state = State(**json.loads((folder / "state.json").read_bytes()))
        except FileNotFoundError:
            _sweep(folder)
        except (OSError, ValueError, TypeError):
            continue
        else:
            yield WorkingCopy(folder, state)


def lock_place(data: Path, path: Path) -> FileLock:
    """Let one window have a file; the system frees the lock when a process dies. Refused: file_in_use."""
    folder = disk.make_private_folder(data / "locks")
    lock = FileLock(folder / f"{places.key(path)}.lock", thread_local=False)
    with disk.writing_to(folder / "lock"):
        try:
            lock.acquire(timeout=0)
        except Timeout:
            raise Refused("file_in_use", file=str(path)) from None
    return lock


def _sweep(folder: Path) -> None:
    try:
        if time.time() - os.stat(folder).st_mtime > SECONDS_UNFINISHED:
            shutil.rmtree(folder, ignore_errors=True)
    except OSError:
        return


def intact_pages(copy: WorkingCopy) -> bytes | None:
    """Return what a copy left behind holds, or nothing where it cannot be read at all."""
    try:
        return copy.pages()
    except (Refused, sqlite3.Error):
        return None
