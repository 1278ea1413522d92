"""Where a command's words go: one JSON document, or sentences, on standard output; remarks on standard error."""

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from studyvisits.domain.fields import CONTROLS
from studyvisits.texts import Texts


class Exit(IntEnum):
    DONE = 0
    FOUND = 1
    """Done, but problems of severity *stop* were found."""
    USAGE = 2
    REFUSED = 3


@dataclass(frozen=True, slots=True)
class Console:
    texts: Texts
    json: bool
    today: date

    def say(self, line: str) -> None:
        if not self.json:
            print(_shown(line))

    def remark(self, line: str) -> None:
        print(_shown(line), file=sys.stderr)

    def result(self, document: Mapping[str, object]) -> None:
        if self.json:
            print(json.dumps(document, ensure_ascii=False, indent=2, default=str))


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
