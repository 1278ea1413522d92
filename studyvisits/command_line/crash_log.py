"""What a fault leaves behind for those who mend it."""

import tempfile
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from studyvisits import disk
from studyvisits.domain.refusal import Refused
from studyvisits.store.places import log_folder

KEPT = 10


def keep_crash(text: str) -> Path | None:
    """Keep a log among the last ten, in the folder for temporary files where the user's own cannot be written; nothing
    where neither can."""
    for folder in (log_folder(), Path(tempfile.gettempdir()) / "studyvisits-logs"):
        with suppress(Refused):
            return _keep(text, folder)
    return None


def _keep(text: str, folder: Path) -> Path:
    log = folder / f"crash-{datetime.now(UTC):%Y-%m-%d-%H%M%S-%f}.txt"
    disk.make_private_folder(folder)
    disk.write_safely(log, text.encode("utf-8", "replace"))
    for old in sorted(folder.glob("crash-*.txt"))[:-KEPT]:
        with suppress(OSError):
            old.unlink()
    return log
