"""Reading and writing whole files, with what users can meet on the way (full disk, missing folder, a file open in
another program) as ``Refused``. Nothing half-written ever stands under a name the user chose."""

import errno
import os
import shutil
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from studyvisits.domain.refusal import Refused

LARGEST = 1 << 30
"""Bytes. A file is held in memory whole, several times over; one with all its logos has some megabytes."""
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
SECONDS_TO_RETRY = 1.0
"""How long a virus scanner or synchroniser may hold a file before it counts as open elsewhere."""


def read_whole(path: Path, *, starts: bytes = b"") -> bytes:
    """Return a file's bytes, or only the first ones where it begins otherwise than ``starts``, however large it is.

    Refused: file_missing, file_is_folder, file_not_ours (a device or pipe), file_unreadable, file_too_large.
    """
    with reading_from(path):
        status = os.stat(path)
        if stat.S_ISDIR(status.st_mode):
            raise Refused("file_is_folder", file=str(path))
        if not stat.S_ISREG(status.st_mode):
            raise Refused("file_not_ours", file=str(path))
        with open(path, "rb") as file:
            first = file.read(len(starts))
            if first != starts:
                return first
            if status.st_size > LARGEST:
                raise Refused("file_too_large", file=str(path))
            return first + file.read()


@contextmanager
def reading_from(path: Path) -> Iterator[None]:
    try:
        yield
    except (FileNotFoundError, NotADirectoryError):
        raise Refused("file_missing", file=str(path)) from None
    except PermissionError as failure:
        if sys.platform == "win32" and getattr(failure, "winerror", 0) == 32:  # ERROR_SHARING_VIOLATION
            raise Refused("file_open_elsewhere", file=str(path)) from None
        raise Refused("file_unreadable", file=str(path)) from None
    except (OSError, ValueError) as failure:
        raise Refused("disk_failed", file=str(path), reason=_reason(failure)) from None


@contextmanager
def writing_to(path: Path) -> Iterator[None]:
    """Refused: folder_missing, folder_is_file, folder_read_only, disk_full, file_exists, file_name_too_long,
    disk_failed."""
    try:
        yield
    except (FileNotFoundError, NotADirectoryError):
        raise _without_folder(path, path.parent, "folder_missing") from None
    except FileExistsError:
        raise Refused("file_exists", file=str(path)) from None
    except OSError as failure:
        if isinstance(failure, PermissionError) or failure.errno == errno.EROFS:
            raise Refused("folder_read_only", file=str(path), folder=str(path.parent)) from None
        if failure.errno in FULL:
            raise Refused("disk_full", file=str(path)) from None
        if failure.errno == errno.ENAMETOOLONG:
            raise Refused("file_name_too_long", file=str(path)) from None
        raise Refused("disk_failed", file=str(path), reason=_reason(failure)) from None


def _without_folder(path: Path, folder: Path, missing: str) -> Refused:
    """Say what is the matter with a folder of which the system says alone that there is none: it is a file, it is there
    but takes nothing (as /proc does), or it is ``missing``."""
    there = next(each for each in (folder, *folder.parents) if os.path.lexists(each) or each == each.parent)
    code = "folder_is_file" if not os.path.isdir(there) else "folder_read_only" if there == folder else missing
    return Refused(code, file=str(path), folder=str(folder if code == "folder_missing" else there))


def write_whole(path: Path, *pieces: bytes) -> None:
    """Write a file that is on the disk, not only under way to it, when this returns; a failed one is taken away."""
    with writing_to(path):
        try:
            with open(path, "wb") as file:
                for piece in pieces:
                    file.write(piece)
                file.flush()
                _flush(file.fileno())
        except BaseException:
            path.unlink(missing_ok=True)
            raise


def replace(new: Path, target: Path) -> None:
    """Put ``new`` in the place of ``target``, at once or not at all.

    Refused: file_open_elsewhere, file_is_folder, file_read_only.
    """
    if os.path.isdir(target):
        raise Refused("file_is_folder", file=str(target))
    with writing_to(target):
        if target.exists():
            if not os.stat(target).st_mode & 0o222:
                raise Refused("file_read_only", file=str(target))
            shutil.copymode(target, new)
        try:
            _patiently(lambda: os.replace(new, target))
        except PermissionError:
            raise Refused("file_open_elsewhere", file=str(target)) from None
        sync_folder(target.parent)


def write_safely(path: Path, *pieces: bytes, beside: str = "") -> None:
    """Write ``beside`` (a name; made up where there is none) first, then put it in the place of ``path``; nothing
    half-written stays. Refused: as ``writing_to`` and ``replace``."""
    if os.path.isdir(path):  # "." has no name to write beside
        raise Refused("file_is_folder", file=str(path))
    new = path.with_name(beside or f"~{os.urandom(8).hex()}.tmp")
    write_whole(new, *pieces)
    try:
        replace(new, path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def sync_folder(folder: Path) -> None:
    """Have a renaming survive a power cut. Windows knows no such call: there the file system's own journal does it."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as failure:
        if failure.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EACCES):  # some network folders cannot
            raise
    finally:
        os.close(handle)


def write_with_folder(path: Path, content: bytes) -> None:
    """Write safely, in a folder that is made if it is missing."""
    make_folder(path.parent)
    write_safely(path, content)


def make_folder(folder: Path, *, mode: int = 0o777) -> Path:
    """Make a folder, and those around it, unless it is there. Refused: as ``writing_to``, but for file_exists."""
    with writing_to(folder):
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=mode)
        except (FileExistsError, FileNotFoundError, NotADirectoryError):
            raise _without_folder(folder, folder, "folder_read_only") from None
    return folder


def make_private_folder(folder: Path) -> Path:
    return make_folder(folder, mode=0o700)


def _flush(handle: int) -> None:
    """On macOS ``fsync`` stops at the drive's own memory, which a power cut empties."""
    if sys.platform == "darwin":
        import fcntl

        with suppress(OSError):  # some network folders know no better than fsync
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)


def _patiently(act: Callable[[], None]) -> None:
    until = time.monotonic() + SECONDS_TO_RETRY
    while True:
        try:
            return act()
        except PermissionError:
            if sys.platform != "win32" or time.monotonic() > until:
                raise
            time.sleep(0.05)


def _reason(failure: Exception) -> str:
    return getattr(failure, "strerror", None) or str(failure)
