"""The line at the top of every page: the project's sign and name, and what paper this is."""

from typing import TYPE_CHECKING

from studyvisits.documents.fonts import STRONG, TEXT
from studyvisits.documents.line_breaking import lines_of
from studyvisits.documents.paper import ACCENT, MM, SECOND, Paper, Style, colour

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

TOP = 17 * MM - 13
SIGN = 18.0
_PROJECT = Style(STRONG, 9.5, 12, spacing=0.3)
_DOCUMENT = Style(TEXT, 8.5, 11, SECOND)


def head_lines(project: str, document: str, room: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Break both names; each may use half of the page."""
    half = room / 2 - SIGN - 14
    return (
        lines_of(project, _PROJECT.face, _PROJECT.size * 1.04, half),
        lines_of(document, _DOCUMENT.face, _DOCUMENT.size, room / 2),
    )


def head_height(lines: tuple[tuple[str, ...], tuple[str, ...]]) -> float:
    """From the top of the page to the end of the line."""
    project, document = lines
    taller = max((len(project) - 1) * _PROJECT.leading, (len(document) - 1) * _DOCUMENT.leading, 0)
    return TOP + SIGN + taller


def draw_head(paper: Paper, lines: tuple[tuple[str, ...], tuple[str, ...]], left: float, right: float) -> None:
    project, document = lines
    paper.stamp("sign", _draw_sign, left, paper.height - TOP - SIGN)
    paper.lines(left + SIGN + 7, TOP + 12.4, project, _PROJECT)
    baseline = TOP + 12.4
    for line in document:
        paper.text_right(right, baseline, line, _DOCUMENT)
        baseline += _DOCUMENT.leading


def _draw_sign(canvas: "Canvas") -> None:
    """Three partners on one round: the program's own sign."""
    canvas.setFillColor(colour(ACCENT))
    canvas.roundRect(0, 0, SIGN, SIGN, 4, stroke=0, fill=1)
    canvas.setStrokeColor(colour("#FFFFFF"))
    canvas.setFillColor(colour("#FFFFFF"))
    canvas.setLineWidth(1)
    middle, away = SIGN / 2, SIGN * 0.285
    for place in (90, 210, 330):
        canvas.arc(middle - away, middle - away, middle + away, middle + away, startAng=place + 32, extent=56)
    for across, up in ((0.0, 1.0), (-0.866, -0.5), (0.866, -0.5)):
        canvas.circle(middle + away * across, middle + away * up, SIGN * 0.095, stroke=0, fill=1)
