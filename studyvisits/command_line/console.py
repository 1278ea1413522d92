"""Where a command's words go: one JSON document, or sentences, on standard output; remarks on standard error."""

import json
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from pathlib import Path

from studyvisits.domain.fields import CONTROLS
from studyvisits.texts import Texts


class Exit(IntEnum):
    DONE = 0
    FOUND = 1
    """Done, but problems of severity *stop* were found."""
    USAGE = 2
    REFUSED = 3


class Unsaid(Exception):
    """Standard output took nothing more; its cause is the OSError."""


@dataclass(frozen=True, slots=True)
class Console:
    """``changed``: files that the command has published or is about to, for whatever goes wrong afterwards."""

    texts: Texts
    json: bool
    today: date
    changed: list[Path] = field(default_factory=list)

    def say(self, line: str) -> None:
        if not self.json:
            self.write(f"{_shown(line)}\n")

    def remark(self, line: str) -> None:
        with suppress(OSError):  # nobody listens
            print(_shown(line), file=sys.stderr)

    def result(self, document: Mapping[str, object]) -> None:
        if self.json:
            self.write(json.dumps(document, ensure_ascii=False, indent=2, default=str) + "\n")

    def write(self, text: str) -> None:
        """Raises Unsaid."""
        if sys.stdout is not None:  # closed by whoever started the program
            try:
                sys.stdout.write(text)
            except OSError as failure:
                raise Unsaid from failure

    def flush(self) -> None:
        """Raises Unsaid, where much of what was written only meets the full disk."""
        if sys.stdout is not None:
            try:
                sys.stdout.flush()
            except OSError as failure:
                raise Unsaid from failure


def _shown(line: str) -> str:
    """Without what moves a terminal's cursor or colours it: file names and cells of a sheet are strangers' words."""
    return line.translate(_UNSEEN)


_UNSEEN = {**CONTROLS, **dict.fromkeys((0, 13, *range(128, 160)))}


def prepare_streams() -> None:
    """Letters that a terminal's encoding lacks are replaced rather than raising; a pipe gets UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if stream.isatty():
            reconfigure(errors="replace")
        else:
            reconfigure(encoding="utf-8", errors="replace")
