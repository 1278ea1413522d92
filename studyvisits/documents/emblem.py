"""The European emblem, drawn after its own geometry (Graphics guide to the European emblem, Council of Europe and
European Commission): a flag of 3 to 2; twelve five-pointed stars, one point up, like the hours on a clock, on a circle
whose radius is a third of the height, each in a circle of an eighteenth of the height."""

from math import cos, pi, sin
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

RATIO = 3 / 2
BLUE, YELLOW = "#003399", "#FFCC00"
_DEEP = sin(pi / 10) / sin(3 * pi / 10)
"""How far the inner corners of a five-pointed star are from its middle, its points being 1 away."""


def draw_emblem(canvas: "Canvas", height: float) -> None:
    """Draw the emblem with its lower left corner at the origin."""
    from reportlab.lib.colors import HexColor

    canvas.setFillColor(HexColor(BLUE))
    canvas.rect(0, 0, height * RATIO, height, stroke=0, fill=1)
    canvas.setFillColor(HexColor(YELLOW))
    path = canvas.beginPath()
    for x, y in star_middles(height):
        for corner, point in enumerate(star(x, y, height / 18)):
            (path.lineTo if corner else path.moveTo)(*point)
        path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def star_middles(height: float) -> list[tuple[float, float]]:
    x, y, radius = height * RATIO / 2, height / 2, height / 3
    return [(x + radius * sin(hour * pi / 6), y + radius * cos(hour * pi / 6)) for hour in range(12)]


def star(x: float, y: float, radius: float) -> list[tuple[float, float]]:
    """The ten corners of a star that stands on two of its points."""
    corners = []
    for corner in range(10):
        away = radius * (_DEEP if corner % 2 else 1)
        corners.append((x + away * sin(corner * pi / 5), y + away * cos(corner * pi / 5)))
    return corners
