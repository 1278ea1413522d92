"""The icons of ``resources/icons`` as lines on paper: SVG shapes on a grid of 24, drawn with a pen."""

import re
from dataclasses import dataclass, field
from functools import cache
from math import atan2, cos, hypot, pi, radians, sin, sqrt, tan
from typing import TYPE_CHECKING

from studyvisits.assets import resource

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

GRID = 24
PEN = 2
Step = tuple[float, ...]
Stroke = tuple[Step, ...]
"""One line of the pen: the point where it begins, then lines (two numbers) and Bézier curves (six)."""

_TAG = re.compile(r"<(path|circle|rect|line|polyline)\b([^>]*?)/?>", re.DOTALL)
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_TOKEN = re.compile(r"[a-zA-Z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?")
_NUMBERS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "A": 7}


def draw_icon(canvas: "Canvas", name: str) -> None:
    """Draw an icon in the pen's colour into the square of ``GRID`` points at the origin."""
    canvas.transform(1, 0, 0, -1, 0, GRID)
    canvas.setLineWidth(PEN)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    path = canvas.beginPath()
    for stroke in strokes(name):
        path.moveTo(*stroke[0])
        for step in stroke[1:]:
            if len(step) == 2:
                path.lineTo(*step)
            else:
                path.curveTo(*step)
    canvas.drawPath(path)


@cache
def strokes(name: str) -> tuple[Stroke, ...]:
    """Read the shapes of an icon's SVG file."""
    text = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    found: list[Stroke] = []
    for tag, attributes in _TAG.findall(text):
        told = dict(_ATTRIBUTE.findall(attributes))
        if tag == "path":
            found += _path(told["d"])
        elif tag == "circle":
            found.append(_circle(*(float(told[each]) for each in ("cx", "cy", "r"))))
        elif tag == "rect":
            found.append(_rectangle({name: float(value) for name, value in told.items() if name in _SIDES}))
        elif tag == "line":
            x1, y1, x2, y2 = (float(told[each]) for each in ("x1", "y1", "x2", "y2"))
            found.append(((x1, y1), (x2, y2)))
        else:
            numbers = [float(each) for each in re.split(r"[\s,]+", told["points"].strip())]
            found.append(tuple(zip(numbers[::2], numbers[1::2], strict=True)))
    return tuple(found)


_SIDES = frozenset({"x", "y", "width", "height", "rx"})


def _circle(x: float, y: float, radius: float) -> Stroke:
    right, left = (x + radius, y), (x - radius, y)
    return (right, *arc(right, radius, left), *arc(left, radius, right))


def _rectangle(told: dict[str, float]) -> Stroke:
    left, top, r = told.get("x", 0.0), told.get("y", 0.0), told.get("rx", 0.0)
    right, bottom = left + told["width"], top + told["height"]
    return (
        (left + r, top),
        (right - r, top),
        *arc((right - r, top), r, (right, top + r)),
        (right, bottom - r),
        *arc((right, bottom - r), r, (right - r, bottom)),
        (left + r, bottom),
        *arc((left + r, bottom), r, (left, bottom - r)),
        (left, top + r),
        *arc((left, top + r), r, (left + r, top)),
    )


def _path(data: str) -> list[Stroke]:
    """Turn the commands of an SVG path (SVG 2, 9.3) into strokes."""
    pen = _Pen()
    tokens = _TOKEN.findall(data)
    command, place = "", 0
    while place < len(tokens):
        if tokens[place].isalpha():
            command = tokens[place]
            place += 1
        if command in "zZ":
            pen.close()
            continue
        numbers, place = _numbers(tokens, place, _NUMBERS[command.upper()], command in "aA")
        pen.draw(command, numbers)
        command = {"m": "l", "M": "L"}.get(command, command)
    return [tuple(stroke) for stroke in pen.strokes]


@dataclass(slots=True)
class _Pen:
    """``pull`` is the second control point of the curve drawn last, which a smooth one (S) mirrors."""

    strokes: list[list[Step]] = field(default_factory=list)
    here: tuple[float, float] = (0.0, 0.0)
    start: tuple[float, float] = (0.0, 0.0)
    pull: tuple[float, float] | None = None

    def draw(self, command: str, numbers: list[float]) -> None:
        x, y = self.here if command.islower() else (0.0, 0.0)
        match command.upper(), numbers:
            case "M", _:
                self.here = self.start = (numbers[0] + x, numbers[1] + y)
                self.strokes.append([self.here])
            case "H", _:
                self._line(numbers[0] + x, self.here[1])
            case "V", _:
                self._line(self.here[0], numbers[0] + y)
            case "L", _:
                self._line(numbers[0] + x, numbers[1] + y)
            case "A", [radius, _, _, large, clockwise, to_x, to_y]:
                there = (to_x + x, to_y + y)
                self.strokes[-1] += arc(self.here, radius, there, large=bool(large), clockwise=bool(clockwise))
                self.here, self.pull = there, None
            case curve, _:
                self._curve(curve, [number + (x, y)[place % 2] for place, number in enumerate(numbers)])

    def close(self) -> None:
        self._line(*self.start)

    def _line(self, x: float, y: float) -> None:
        self.strokes[-1].append((x, y))
        self.here, self.pull = (x, y), None

    def _curve(self, kind: str, numbers: list[float]) -> None:
        if kind == "S":
            (x, y), (pull_x, pull_y) = self.here, self.pull or self.here
            numbers = [2 * x - pull_x, 2 * y - pull_y, *numbers]
        elif kind == "Q":
            numbers = _cubic(self.here, numbers)
        self.strokes[-1].append(tuple(numbers))
        self.pull, self.here = (numbers[2], numbers[3]), (numbers[4], numbers[5])


def _numbers(tokens: list[str], place: int, count: int, is_arc: bool) -> tuple[list[float], int]:
    """Read ``count`` numbers. The two flags of an arc may be written without a blank behind them ("01-8.9")."""
    found: list[float] = []
    while len(found) < count:
        token = tokens[place]
        if is_arc and len(found) in (3, 4) and len(token) > 1:
            found.append(float(token[0]))
            tokens[place] = token[1:]
            continue
        found.append(float(token))
        place += 1
    return found, place


def _cubic(here: tuple[float, float], quadratic: list[float]) -> list[float]:
    qx, qy, x, y = quadratic
    return [
        here[0] + 2 / 3 * (qx - here[0]),
        here[1] + 2 / 3 * (qy - here[1]),
        x + 2 / 3 * (qx - x),
        y + 2 / 3 * (qy - y),
        x,
        y,
    ]


def arc(
    here: tuple[float, float],
    radius: float,
    there: tuple[float, float],
    *,
    large: bool = False,
    clockwise: bool = True,
) -> list[Step]:
    """Return the curves of a circle's arc between two points, y pointing down (SVG 2, implementation notes, B.2)."""
    (x1, y1), (x2, y2) = here, there
    half = hypot(x2 - x1, y2 - y1) / 2
    if half == 0 or radius == 0:
        return [there]
    radius = max(radius, half)
    rise = sqrt(max(0.0, radius * radius - half * half)) / (2 * half)
    side = 1 if large != clockwise else -1
    cx = (x1 + x2) / 2 - side * rise * (y2 - y1)
    cy = (y1 + y2) / 2 + side * rise * (x2 - x1)
    begin, end = atan2(y1 - cy, x1 - cx), atan2(y2 - cy, x2 - cx)
    turn = end - begin
    if clockwise and turn <= 0:
        turn += 2 * pi
    elif not clockwise and turn >= 0:
        turn -= 2 * pi
    count = max(1, round(abs(turn) / radians(60)))
    return [_curve(cx, cy, radius, begin + turn * n / count, turn / count) for n in range(count)]


def _curve(cx: float, cy: float, radius: float, begin: float, turn: float) -> Step:
    pull = 4 / 3 * tan(turn / 4) * radius
    end = begin + turn
    x1, y1 = cx + radius * cos(begin), cy + radius * sin(begin)
    x2, y2 = cx + radius * cos(end), cy + radius * sin(end)
    return (
        x1 - pull * sin(begin),
        y1 + pull * cos(begin),
        x2 + pull * sin(end),
        y2 - pull * cos(end),
        x2,
        y2,
    )
