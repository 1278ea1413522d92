"""The foot of every page: emblem, statement, disclaimer, project number, logos, page number and day."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import sqrt

from studyvisits.documents.emblem import RATIO
from studyvisits.documents.fonts import MEDIUM, STRONG, TEXT
from studyvisits.documents.funding import FundingWords
from studyvisits.documents.lettering import width
from studyvisits.documents.line_breaking import balanced, lines_of
from studyvisits.documents.paper import LINE, MM, SECOND, THIRD, Paper, Style

EMBLEM_HEIGHT = 10 * MM
"""The least height that the emblem may have on paper."""
_LOGO_SHARE = 0.75
"""Of the emblem's height and area: with other logos, the emblem is at least as large as the biggest."""
_STATEMENT = Style(STRONG, 8, 10.5)
_SMALL = Style(TEXT, 6.5, 8.2, SECOND)
_PAGE = Style(MEDIUM, 8, 10.5)
_DAY = Style(TEXT, 6.5, 8.2, THIRD)
_ABOVE, _BETWEEN = 8.0, 10.0
_SIDE = 90.0
_STATEMENT_ROOM = 96.0


MOST_LINES, MOST_STATEMENT_LINES = 16, 4
"""Longer texts would take the page from what it is for."""


@dataclass(frozen=True, slots=True)
class FootLogo:
    image: bytes
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Foot:
    """All lines are broken; ``height`` in points from the rule to the bottom of the lowest of them."""

    emblem: bool
    own_emblem: FootLogo | None
    statement: tuple[str, ...]
    small: tuple[str, ...]
    small_left: float
    logos: tuple[FootLogo, ...]
    day: str
    height: float


def too_long_for_foot(words: FundingWords, room: float) -> tuple[FundingWords, tuple[str, ...]]:
    """Take from the words what is too long for the foot of every page; return it apart, for the end of the paper."""
    over = []
    if len(lines_of(words.statement or "", _STATEMENT.face, _STATEMENT.size, _STATEMENT_ROOM)) > MOST_STATEMENT_LINES:
        over.append(words.statement or "")
        words = replace(words, statement=None)
    if len(lines_of(words.disclaimer or "", _SMALL.face, _SMALL.size, room / 2)) > MOST_LINES:
        over.append(words.disclaimer or "")
        words = replace(words, disclaimer=None)
    return words, tuple(over)


def foot(
    words: FundingWords,
    logos: Sequence[bytes],
    *,
    own_emblem: bytes | None,
    day: str,
    room: float,
) -> Foot:
    """Lay out a foot ``room`` points wide. An emblem that the project brings with it takes the place of the drawn
    one, and is printed without words too: agencies give it out with the statement in the picture."""
    own = _scaled(own_emblem, EMBLEM_HEIGHT, 4 * EMBLEM_HEIGHT) if own_emblem else None
    emblem_width = own.width if own else EMBLEM_HEIGHT * RATIO if words.emblem else 0.0
    left = emblem_width + 7 if emblem_width else 0.0
    statement = balanced(words.statement or "", _STATEMENT.face, _STATEMENT.size, _STATEMENT_ROOM)
    widest = max((width(line, _STATEMENT.face, _STATEMENT.size) for line in statement), default=-16.0)
    small_left = left + widest + 16
    small_room = room - small_left - _SIDE - 12
    small = tuple(
        line
        for text in (words.disclaimer, words.number)
        if text
        for line in lines_of(text, _SMALL.face, _SMALL.size, small_room)
    )
    shown = _harmonised(logos, room - _SIDE)
    tallest = max(
        EMBLEM_HEIGHT if emblem_width else 0.0,
        len(statement) * _STATEMENT.leading,
        len(small) * _SMALL.leading,
        _PAGE.leading + _DAY.leading,
    )
    strip = max((logo.height for logo in shown), default=0.0)
    height = _ABOVE + tallest + (strip + _BETWEEN if shown else 0.0)
    return Foot(words.emblem and own is None, own, statement, small, small_left, shown, day, height)


def draw_foot(paper: Paper, its: Foot, *, left: float, right: float, bottom: float, page: str) -> None:
    """Draw a foot whose lowest line ends at ``bottom``; ``page`` says which page it is, of how many."""
    top = bottom - its.height
    paper.rule(left, right, top, shade=LINE)
    top += _ABOVE
    paper.text_right(right, top + 6.5, page, _PAGE)
    paper.text_right(right, top + 16.5, its.day, _DAY)
    x = left
    if its.emblem:
        paper.emblem(x, top, EMBLEM_HEIGHT)
        x += EMBLEM_HEIGHT * RATIO + 7
    elif its.own_emblem:
        paper.picture(its.own_emblem.image, x, top, its.own_emblem.width, its.own_emblem.height)
        x += its.own_emblem.width + 7
    block = len(its.statement) * _STATEMENT.leading
    middle = max(0.0, (EMBLEM_HEIGHT - block) / 2) if x > left else 0.0
    paper.lines(x, top + middle + 8, its.statement, _STATEMENT)
    paper.lines(left + its.small_left, top + 6, its.small, _SMALL)
    _draw_logos(paper, its.logos, left, bottom)


def _draw_logos(paper: Paper, logos: Sequence[FootLogo], left: float, bottom: float) -> None:
    strip = max((logo.height for logo in logos), default=0.0)
    for logo in logos:
        paper.picture(logo.image, left, bottom - strip + (strip - logo.height) / 2, logo.width, logo.height)
        left += logo.width + 14


def _harmonised(logos: Sequence[bytes], room: float) -> tuple[FootLogo, ...]:
    """Give all logos about the same area, none higher or larger than the emblem, all of them in one row."""
    area = EMBLEM_HEIGHT * EMBLEM_HEIGHT * RATIO * _LOGO_SHARE
    scaled = []
    for image in logos:
        across, tall = png_size(image)
        its = min(EMBLEM_HEIGHT * _LOGO_SHARE, sqrt(area * tall / across))
        scaled.append(FootLogo(image, its * across / tall, its))
    gaps = 14 * max(0, len(scaled) - 1)
    total = sum(logo.width for logo in scaled)
    share = min(1.0, max(0.1, (room - gaps) / total)) if total else 1.0
    return tuple(FootLogo(logo.image, logo.width * share, logo.height * share) for logo in scaled)


def _scaled(image: bytes, height: float, most: float) -> FootLogo:
    across, tall = png_size(image)
    its = min(height, most * tall / across)
    return FootLogo(image, its * across / tall, its)


def png_size(image: bytes) -> tuple[int, int]:
    """Width and height in pixels, from the first chunk of a PNG (PNG specification, 11.2.2)."""
    across, tall = struct.unpack(">II", image[16:24])
    return max(1, across), max(1, tall)
