"""Copies kept in the user's data folder without anybody asking: the last of each day with changes, and one before each
migration. The last ten stay, and of older ones the last of each month. Each is a whole sealed file."""

import json
import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from studyvisits import disk
from studyvisits.domain.refusal import Refused
from studyvisits.store import places, seal, verification
from studyvisits.store.schema import VERSIONS, Versions

KEPT = 10
DATED = re.compile(r" (\d{4}-\d{2}-\d{2})(?: \w+ \d+)?\.bak$")


def keep(pages: bytes, path: Path, *, uid: str, data: Path, today: date, version: int | None = None) -> Path:
    """Keep ``pages`` as the day's backup of the file at ``path``, or as the one before a migration from ``version``."""
    folder = disk.make_private_folder(data / "backups" / uid)
    words = today.isoformat() + (f" version {version}" if version else "")
    backup = folder / f"{places.shortened(path.name.removesuffix(places.SUFFIX))} {words}.bak"
    _write(pages, backup)
    disk.write_safely(folder / "place.json", json.dumps({"path": str(path)}).encode(), beside="place.new")
    _thin_out(folder)
    return backup


def has_of(uid: str, data: Path, today: date) -> bool:
    """Tell whether the day has its backup."""
    return any((data / "backups" / uid).glob(f"* {today.isoformat()}.bak"))


def last_good(path: Path, data: Path, versions: Versions = VERSIONS) -> Path | None:
    """Return the latest backup of a file that is whole, when the file itself cannot say which it is."""
    for backup in sorted(_of_place(path, data), key=_age, reverse=True):
        try:
            verification.verified(backup, versions)
        except Refused:
            continue
        return backup
    return None


def _write(pages: bytes, backup: Path) -> None:
    disk.write_safely(backup, pages, seal.trailer(pages, seal.digest_of(pages)), beside=f"{backup.name}.new")


def _of_place(path: Path, data: Path) -> Iterator[Path]:
    for note in (data / "backups").glob("*/place.json"):
        try:
            place = json.loads(note.read_bytes())["path"]
        except (OSError, ValueError, KeyError, TypeError):
            continue
        if places.key(Path(place)) == places.key(path):
            yield from note.parent.glob("*.bak")


def _age(backup: Path) -> tuple[str, float]:
    dated = DATED.search(backup.name)
    return (dated[1] if dated else "", os.stat(backup).st_mtime)


def _thin_out(folder: Path) -> None:
    backups = sorted((backup for backup in folder.glob("*.bak") if DATED.search(backup.name)), key=_age, reverse=True)
    months = set()
    for position, backup in enumerate(backups):
        month = _age(backup)[0][:7]
        if position >= KEPT and month in months:
            backup.unlink(missing_ok=True)
        months.add(month)
