"""Text broken into lines before anything is drawn."""

import re
from functools import lru_cache

from studyvisits.documents.fonts import Face
from studyvisits.documents.letter_order import is_right_to_left
from studyvisits.documents.lettering import cleaned, width

_AFTER_SIGNS = re.compile(r"(?<=[-/–—.,;:?&=_@\\|])(?=[^\s])")
"""Where a word that is wider than its column is broken first: addresses of web pages, lists without blanks."""


def lines_of(text: str, face: Face, size: float, room: float) -> tuple[str, ...]:
    """Break typed text into cleaned lines no wider than ``room`` points: at line feeds and blanks; a word that is
    wider alone is broken behind a sign in it, else between two letters. Nothing is left out; blank lines are."""
    return _lines(cleaned(text), face, size, room)


def balanced(text: str, face: Face, size: float, room: float) -> tuple[str, ...]:
    """Break as ``lines_of`` does, into as many lines, but as even as they can be."""
    lines = lines_of(text, face, size, room)
    while len(lines) > 1:
        narrower = max(width(line, face, size) for line in lines) - 0.1
        tried = lines_of(text, face, size, narrower)
        if len(tried) > len(lines):
            break
        lines = tried
    return lines


def address(text: str) -> str:
    """Keep a street and its number, a town and its district, on one line where that is possible."""
    return re.sub(r" (?=\d+\w?\b)", "\u00a0", text)


def unbroken(date: str) -> str:
    """Keep the number of a day and its month on one line: "6. června", "10 June", whose blank the CLDR leaves open."""
    return re.sub(r"(?<=\d) |(?<=\d\.) ", "\u00a0", date)


@lru_cache(maxsize=8192)
def _lines(text: str, face: Face, size: float, room: float) -> tuple[str, ...]:
    if "\n" not in text and width(text, face, size) <= room:
        stripped = text.strip(" ")
        return (stripped,) if stripped else ()
    return tuple(
        _as_read(line, is_right_to_left(paragraph))
        for paragraph in text.split("\n")
        for line in _paragraph(paragraph, face, size, room)
    )


def _as_read(line: str, right_to_left: bool) -> str:
    """Keep the direction of its paragraph for a line that begins with a letter of the other direction, by a mark that
    is not drawn."""
    if is_right_to_left(line) == right_to_left:
        return line
    return f"\N{RIGHT-TO-LEFT MARK}{line}" if right_to_left else f"\N{LEFT-TO-RIGHT MARK}{line}"


def _paragraph(text: str, face: Face, size: float, room: float) -> list[str]:
    lines: list[str] = []
    blank = width(" ", face, size)
    line, used = "", 0.0
    for word in text.split(" "):
        if not word:
            continue
        needed = width(word, face, size)
        if line and used + blank + needed <= room:
            line, used = f"{line} {word}", used + blank + needed
            continue
        if line:
            lines.append(line)
        *full, line = _fitting(word, face, size, room) if needed > room else [word]
        lines += full
        used = width(line, face, size)
    return [*lines, line] if line else lines


def _fitting(word: str, face: Face, size: float, room: float) -> list[str]:
    """Cut a word that is too wide for a line."""
    bits = word.split("\u00a0") if "\u00a0" in word else _AFTER_SIGNS.split(word)
    glue = " " if "\u00a0" in word else ""
    if len(bits) == 1:
        return _by_letters(word, face, size, room)
    lines: list[str] = []
    line = ""
    for bit in bits:
        longer = f"{line}{glue}{bit}" if line else bit
        if width(longer, face, size) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _fitting(bit, face, size, room) if width(bit, face, size) > room else [bit]
        lines += full
    return [*lines, line]


def _by_letters(word: str, face: Face, size: float, room: float) -> list[str]:
    """At least one letter a line; a combining mark stays with its letter."""
    lines, line = [], ""
    for cluster in re.findall(r"[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]+", word):
        if line and width(line + cluster, face, size) > room:
            lines.append(line)
            line = ""
        line += cluster
    return [*lines, line]
