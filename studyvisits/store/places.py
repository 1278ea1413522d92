"""Where things lie on this computer, and the names of files that this program puts beside a user's own."""

import hashlib
import os
import platform
import re
from datetime import date
from pathlib import Path

from studyvisits.domain.refusal import Refused

VARIABLE = "STUDYVISITS_DATA"
SUFFIX = ".studyvisits"
LONGEST_STEM = 150
"""Bytes. File systems take 255 for a name; the words added and a synchroniser's own need the rest."""


def data_folder(given: Path | None = None) -> Path:
    """Return where working copies, locks and backups lie: what was given, else ``STUDYVISITS_DATA``, else the user's
    own data folder, which no synchroniser watches."""
    if given is not None:
        return given
    if os.environ.get(VARIABLE):
        return Path(os.environ[VARIABLE])
    import platformdirs

    return Path(platformdirs.user_data_dir("studyvisits", appauthor=False))


def log_folder() -> Path:
    """Return where crash logs lie: in the folder that ``STUDYVISITS_DATA`` names, else where the system has logs."""
    if os.environ.get(VARIABLE):
        return Path(os.environ[VARIABLE]) / "logs"
    import platformdirs

    return Path(platformdirs.user_log_dir("studyvisits", appauthor=False))


def true_path(path: Path) -> Path:
    """Follow symbolic links, so that publishing replaces the file and not the link. Refused: file_missing."""
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError):
        raise Refused("file_missing", file=str(path)) from None


def key(path: Path) -> str:
    """Name a place the same way whatever the spelling: 16 hexadecimal digits."""
    return hashlib.sha256(os.path.normcase(path).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def free_name(path: Path, words: str) -> Path:
    """Return ``NAME (words).studyvisits`` beside a file, numbered from 2 where it is taken."""
    stem = shortened(path.name.removesuffix(SUFFIX))
    number, found = 1, path.with_name(f"{stem} ({words}){SUFFIX}")
    while os.path.lexists(found):
        number += 1
        found = path.with_name(f"{stem} ({words}) {number}{SUFFIX}")
    return found


def from_here(path: Path, today: date) -> Path:
    return free_name(path, f"from {computer()}, {today.isoformat()}")


def computer() -> str:
    return re.sub(r"[^\w.-]+", " ", platform.node()).strip(" .")[:40] or "this computer"


def shortened(stem: str) -> str:
    return os.fsencode(stem)[:LONGEST_STEM].decode("utf-8", "ignore").strip()
