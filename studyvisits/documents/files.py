"""Files written safely, under names that every system takes."""

import errno
import os
import re
import unicodedata
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from studyvisits.domain.refusal import Refused

LONGEST_NAME = 120
"""Letters of a file name, its suffix included."""
LONGEST_NAME_OCTETS = 240
"""File systems take 255 octets, and the name it has while being written is longer."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"}
)
"""Names that Windows keeps for devices, whatever suffix follows (Naming Files, Paths, and Namespaces)."""

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def safe_name(text: str) -> str:
    """Return what of ``text`` may stand in a file name: no separators, control or invisible characters, no blanks or
    dots at its ends, no device of Windows; empty where nothing is left."""
    plain = _FORBIDDEN.sub("-", unicodedata.normalize("NFC", text))
    plain = "".join(" " if letter.isspace() else letter for letter in plain if not _is_hidden(letter))
    plain = re.sub(r" +", "-", plain.strip())
    plain = re.sub(r"-{2,}", "-", plain).strip("-. ")
    return f"_{plain}" if plain.partition(".")[0].casefold() in _RESERVED else plain


def file_name(stem: str, document: str, language: str, suffix: str, taken: Collection[str] = ()) -> str:
    """Return ``stem_document_language.suffix``, with ``-2`` and so on before the suffix where the name is among
    ``taken`` (compared as Windows and macOS do, without regard to capitals)."""
    folded = {name.casefold() for name in taken}
    number = 1
    while True:
        end = f"_{document}_{language}{'' if number == 1 else f'-{number}'}{suffix}"
        name = _shortened(safe_name(stem) or document, end) + end
        if name.casefold() not in folded:
            return name
        number += 1


def write_safely(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path`` whole or not at all, in a folder that is made if it is missing.

    Raises Refused: ``file_open_elsewhere`` (in Excel, say), ``file_read_only``, ``file_is_folder``, ``disk_full``,
    ``disk_failed``, ``folder_read_only``, ``folder_missing``, ``file_name_too_long``.
    """
    beside = path.with_name(f".{_shortened(path.name, '')[:60]}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_through(beside, content)
        _refuse_protected(path)
        beside.replace(path)
        _flush_folder(path.parent)
    except OSError as error:
        raise _refused(error, path, beside) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _is_hidden(letter: str) -> bool:
    """Control, format (direction marks among them), surrogate and private characters; blanks are not hidden."""
    return unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Co", "Cn") and not letter.isspace()


def _shortened(stem: str, end: str) -> str:
    stem = stem[: max(1, LONGEST_NAME - len(end))]
    while len((stem + end).encode()) > LONGEST_NAME_OCTETS and len(stem) > 1:
        stem = stem[:-1]
    return stem.rstrip("-. ") or stem


def _write_through(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _refuse_protected(path: Path) -> None:
    """Replacing would put a new file over one marked read-only on POSIX; Windows refuses by itself."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "a folder", str(path))
    if path.exists() and not path.stat().st_mode & 0o222:
        raise OSError(errno.EROFS, "read-only", str(path))


def _flush_folder(folder: Path) -> None:
    """Make the new name durable where folders can be opened (not on Windows)."""
    if os.name != "posix":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _refused(error: OSError, path: Path, beside: Path) -> Refused:
    facts = {"file": str(path), "folder": str(path.parent)}
    if error.errno in _FULL:
        return Refused("disk_full", **facts)
    if isinstance(error, (FileNotFoundError, NotADirectoryError, FileExistsError)):
        return Refused("folder_missing", **facts)
    if error.errno == errno.ENAMETOOLONG:
        return Refused("file_name_too_long", **facts)
    if isinstance(error, IsADirectoryError):
        return Refused("file_is_folder", **facts)
    if error.errno == errno.EROFS and error.filename == str(path):
        return Refused("file_read_only", **facts)
    if isinstance(error, PermissionError) and beside.exists():
        return Refused("file_open_elsewhere", **facts)
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return Refused("folder_read_only", **facts)
    return Refused("disk_failed", **facts, reason=error.strerror or str(error))
