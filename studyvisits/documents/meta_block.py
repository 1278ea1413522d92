"""The facts under a title, in up to four columns: a small label, below it what is looked for first, then the rest."""

from collections.abc import Sequence
from dataclasses import dataclass

from studyvisits.documents.agenda_words import Cell
from studyvisits.documents.fonts import MEDIUM, TEXT
from studyvisits.documents.line_breaking import address, lines_of
from studyvisits.documents.paper import SECOND, THIRD, Paper, Style

COLUMNS = 4
_LABEL = Style(TEXT, 7.5, 10, THIRD)
_STRONG = Style(MEDIUM, 9, 12)
_PLAIN = Style(TEXT, 8.5, 11.5, SECOND)
_GUTTER = 16.0
_ABOVE, _BETWEEN = 16.0, 12.0


@dataclass(frozen=True, slots=True)
class MetaLine:
    text: str
    style: Style
    link: str | None


@dataclass(frozen=True, slots=True)
class MetaCell:
    label: tuple[str, ...]
    lines: tuple[MetaLine, ...]
    height: float


@dataclass(frozen=True, slots=True)
class MetaBlock:
    """``rows`` of cells, each with its height; all cells have one ``width``."""

    rows: tuple[tuple[MetaCell, ...], ...]
    heights: tuple[float, ...]
    width: float
    height: float


def meta_block(cells: Sequence[Cell], room: float) -> MetaBlock:
    """Lay out the facts in a block ``room`` points wide."""
    if not cells:
        return MetaBlock((), (), room, 0.0)
    rows_needed = -(-len(cells) // COLUMNS)
    columns = max(2, -(-len(cells) // rows_needed))
    cell_width = (room - (columns - 1) * _GUTTER) / columns
    done = [_cell(cell, cell_width) for cell in cells]
    rows = tuple(tuple(done[place : place + columns]) for place in range(0, len(done), columns))
    heights = tuple(max(cell.height for cell in row) for row in rows)
    height = _ABOVE + sum(heights) + _BETWEEN * (len(rows) - 1)
    return MetaBlock(rows, heights, cell_width, height)


def _cell(cell: Cell, room: float) -> MetaCell:
    label = lines_of(cell.label, _LABEL.face, _LABEL.size, room)
    lines = tuple(
        MetaLine(text, style, line.link)
        for line in cell.lines
        for style in (_STRONG if line.strong else _PLAIN,)
        for text in lines_of(line.text if line.link else address(line.text), style.face, style.size, room)
    )
    return MetaCell(label, lines, len(label) * _LABEL.leading + sum(line.style.leading for line in lines) + 2)


def draw_meta(paper: Paper, block: MetaBlock, left: float, top: float) -> None:
    y = top + _ABOVE
    for row, height in zip(block.rows, block.heights, strict=True):
        x = left
        for cell in row:
            _draw_cell(paper, cell, x, y, block.width)
            x += block.width + _GUTTER
        y += height + _BETWEEN


def _draw_cell(paper: Paper, cell: MetaCell, x: float, y: float, room: float) -> None:
    baseline = paper.lines(x, y + _LABEL.size, cell.label, _LABEL) - _LABEL.leading + 2
    for line in cell.lines:
        baseline += line.style.leading
        paper.text(x, baseline, line.text, line.style)
        if line.link:
            paper.link(line.link, x, baseline - line.style.size, room, line.style.leading)
