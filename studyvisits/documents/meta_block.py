"""The facts under a title, in up to four columns: a small label, below it what is looked for first, then the rest."""

from collections.abc import Sequence
from dataclasses import dataclass

from studyvisits.documents.facts import Cell, Line
from studyvisits.documents.fonts import MEDIUM, TEXT
from studyvisits.documents.lettering import cleaned, width
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
    """``rows`` of cells, each with its height; ``widths`` of the columns. ``wide`` cells stand below, each in a row of
    its own."""

    rows: tuple[tuple[MetaCell, ...], ...]
    heights: tuple[float, ...]
    widths: tuple[float, ...]
    wide: tuple[MetaCell, ...]
    room: float
    height: float


def meta_block(cells: Sequence[Cell], room: float) -> MetaBlock:
    """Lay out the facts in a block ``room`` points wide. A long link has the whole width to itself."""
    if not cells:
        return MetaBlock((), (), (), (), room, 0.0)
    wide = [cell for cell in cells if any(line.link and _need(line) > room / 3 for line in cell.lines)]
    narrow = [cell for cell in cells if cell not in wide]
    rows_needed = max(1, -(-len(narrow) // COLUMNS))
    columns = max(3, -(-len(narrow) // rows_needed))
    widths = _widths(narrow, columns, room - (columns - 1) * _GUTTER)
    done = [_cell(cell, widths[place % columns]) for place, cell in enumerate(narrow)]
    rows = tuple(tuple(done[place : place + columns]) for place in range(0, len(done), columns))
    heights = tuple(max(cell.height for cell in row) for row in rows)
    below = tuple(_cell(cell, room) for cell in wide)
    tall = [*heights, *(cell.height for cell in below)]
    return MetaBlock(rows, heights, widths, below, room, _ABOVE + sum(tall) + _BETWEEN * (len(tall) - 1))


def _widths(cells: Sequence[Cell], columns: int, room: float) -> tuple[float, ...]:
    """Give each column what its longest line needs and the same share of the rest; where that is too much, the widest
    ones give way first, as far as what is looked for first stays unbroken."""
    if len(cells) < columns:
        return (room / columns,) * columns
    needs, strong = _needs(cells, columns), _needs(cells, columns, strong=True)
    if sum(strong) > room:
        strong = [0.0] * columns
    most = max(needs)
    while sum(widths := [max(floor, min(need, most)) for need, floor in zip(needs, strong, strict=True)]) > room:
        most -= 1
    spare = room - sum(widths)
    return tuple(each + spare / columns for each in widths)


def _needs(cells: Sequence[Cell], columns: int, *, strong: bool = False) -> list[float]:
    needs = [0.0] * columns
    for place, cell in enumerate(cells):
        lines = [_need(line) + 1 for line in cell.lines if line.strong or not strong]
        needs[place % columns] = max(needs[place % columns], *lines, 0.0)
    return needs


def _need(line: Line) -> float:
    style = _style(line)
    return width(cleaned(line.text), style.face, style.size)


def _style(line: Line) -> Style:
    return _STRONG if line.strong else _PLAIN


def _cell(cell: Cell, room: float) -> MetaCell:
    label = lines_of(cell.label, _LABEL.face, _LABEL.size, room)
    lines = tuple(
        MetaLine(text, style, line.link)
        for line in cell.lines
        for style in (_style(line),)
        for text in lines_of(line.text if line.link else address(line.text), style.face, style.size, room)
    )
    return MetaCell(label, lines, len(label) * _LABEL.leading + sum(line.style.leading for line in lines) + 2)


def draw_meta(paper: Paper, block: MetaBlock, left: float, top: float) -> None:
    y = top + _ABOVE
    for row, height in zip(block.rows, block.heights, strict=True):
        x = left
        for cell, its_width in zip(row, block.widths, strict=False):
            _draw_cell(paper, cell, x, y, its_width)
            x += its_width + _GUTTER
        y += height + _BETWEEN
    for cell in block.wide:
        _draw_cell(paper, cell, left, y, block.room)
        y += cell.height + _BETWEEN


def _draw_cell(paper: Paper, cell: MetaCell, x: float, y: float, room: float) -> None:
    baseline = paper.lines(x, y + _LABEL.size, cell.label, _LABEL) - _LABEL.leading + 2
    for line in cell.lines:
        baseline += line.style.leading
        paper.text(x, baseline, line.text, line.style)
        if line.link:
            paper.link(line.link, x, baseline - line.style.size, room, line.style.leading)
