"""Facts as they stand under the title of a paper: a label, and lines below it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """``strong`` is what is looked for first; ``link`` a page of the web that it opens."""

    text: str
    strong: bool = False
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A fact under the title, below its label."""

    label: str
    lines: tuple[Line, ...]
