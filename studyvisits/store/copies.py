"""What a user asks for by name: is this file whole, copy it, put that copy back."""

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from studyvisits import disk
from studyvisits.domain.refusal import Refused
from studyvisits.store import places, publishing, seal, verification
from studyvisits.store.schema import VERSIONS, Versions
from studyvisits.store.working_copy import lock_place


@dataclass(frozen=True, slots=True)
class Verified:
    """``version`` is nothing where the file does not tell; ``findings`` say what is wrong, worst first, or nothing."""

    version: int | None
    findings: tuple[Refused, ...]

    @property
    def ok(self) -> bool:
        return not self.findings


def verify_file(path: Path, *, versions: Versions = VERSIONS) -> Verified:
    """Look a file through as opening does, and report instead of refusing; an absent or unreadable one is refused."""
    try:
        return Verified(verification.verified(path, versions).version, ())
    except Refused as refused:
        if refused.code in {"file_missing", "file_is_folder", "file_unreadable", "disk_failed"}:
            raise
        return Verified(verification.claimed_version(path), (refused,))


def backup_file(path: Path, folder: Path, *, today: date, versions: Versions = VERSIONS) -> Path:
    """Copy what was last published into a folder, which is made if need be, under the day's name."""
    pages = verification.verified(path, versions).pages
    disk.make_folder(folder)
    backup = places.free_name(folder / path.name, today.isoformat())
    publishing.put_new(pages, backup, folder)
    return backup


def restore_file(
    backup: Path, path: Path, *, today: date, data: Path | None = None, versions: Versions = VERSIONS
) -> Path | None:
    """Put a backup in the place of a file and return where what was there has been set aside.

    Refused: file_in_use while a window has the file open, and as opening refuses the backup.
    """
    content = verification.verified(backup, versions)
    path, data = places.true_path(path), places.data_folder(data)
    if os.path.isdir(path):
        raise Refused("file_is_folder", file=str(path))
    lock = lock_place(data, path)
    try:
        new = path.with_name(publishing.temporary_name(path, data))
        disk.write_whole(new, content.pages, seal.trailer(content.pages, content.digest))
        try:
            aside = _set_aside(path, today)
            try:
                disk.replace(new, path)
            except BaseException:
                if aside is not None:
                    os.rename(aside, path)
                raise
        finally:
            new.unlink(missing_ok=True)
        return aside
    finally:
        lock.release()


def _set_aside(path: Path, today: date) -> Path | None:
    if not os.path.lexists(path):
        return None
    aside = places.free_name(path, f"replaced {today.isoformat()}")
    with disk.writing_to(path):
        try:
            os.rename(path, aside)
        except PermissionError:
            raise Refused("file_open_elsewhere", file=str(path)) from None
    return aside
