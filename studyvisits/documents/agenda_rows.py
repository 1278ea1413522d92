"""Rows of an agenda measured and broken into lines, ready to be laid on pages and drawn."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from studyvisits.documents.agenda_days import Day, Row
from studyvisits.documents.fonts import MEDIUM, STRONG, TEXT
from studyvisits.documents.lettering import cleaned, width
from studyvisits.documents.line_breaking import address, lines_of
from studyvisits.documents.paper import SECOND, THIRD, Style

TIME = Style(MEDIUM, 9.5, 11.5)
CLOCK = Style(TEXT, 7.5, 9.5, SECOND)
TITLE_LINE = Style(STRONG, 9.5, 12)
CANCELLED = Style(STRONG, 9.5, 12, THIRD)
BELOW = Style(TEXT, 8.5, 11)
PLACE = Style(TEXT, 9.5, 11.6)
DAY_HEADING = Style(STRONG, 12, 15)
DAY_NOTE = Style(TEXT, 8.5, 11, SECOND)
BAND = Style(STRONG, 9, 11.5)
SIGN = Style(STRONG, 7.5, 9, SECOND)

TIME_WIDTH, ICON, ICON_ROOM = 74.0, 10.0, 17.0
PLACE_LEFT = 318.0
SIGN_HEIGHT, SIGN_GAP = 12.0, 3.0
FIRST_BASELINE, LAST_SPACE = 13.0, 5.4
HEADING_HEIGHT = 22.0
BAND_PADDING = 5.0


@dataclass(frozen=True, slots=True)
class SetLine:
    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Sign:
    """A group in its box."""

    text: str
    width: float


@dataclass(frozen=True, slots=True)
class SetRow:
    """A row with its columns broken into lines; ``struck`` of the title's lines are crossed out. ``begins`` is false
    for what is left of a row too tall for one page."""

    height: float
    band: tuple[str, ...] = ()
    time: tuple[SetLine, ...] = ()
    title: tuple[SetLine, ...] = ()
    place: tuple[SetLine, ...] = ()
    signs: tuple[Sign, ...] = ()
    kind: str | None = None
    beside: bool = False
    struck: int = 0
    begins: bool = True


@dataclass(frozen=True, slots=True)
class SetDay:
    """``timed``: a column for times is kept. ``note`` stands at the end of the heading's line."""

    heading: tuple[str, ...]
    note: str
    rows: tuple[SetRow, ...]
    timed: bool

    @property
    def heading_height(self) -> float:
        return HEADING_HEIGHT + (len(self.heading) - 1) * DAY_HEADING.leading


def set_days(days: Sequence[Day], *, room: float, tallest: float) -> tuple[SetDay, ...]:
    """Measure days for a page ``room`` wide; rows taller than ``tallest`` are cut between lines."""
    timed = any(row.times for day in days for row in day.rows)
    return tuple(_day(day, room, tallest, TIME_WIDTH if timed else 0.0) for day in days)


def _day(day: Day, room: float, tallest: float, time_width: float) -> SetDay:
    note = " ".join(lines_of(day.note, DAY_NOTE.face, DAY_NOTE.size, 10 * room))
    left = room - width(cleaned(day.heading), DAY_HEADING.face, DAY_HEADING.size) - 24
    rows = list(day.rows)
    if width(note, DAY_NOTE.face, DAY_NOTE.size) > left:
        rows.insert(0, Row(band=day.note))
        note = ""
    heading = lines_of(day.heading, DAY_HEADING.face, DAY_HEADING.size, room)
    cut = [piece for row in rows for piece in _cut(set_row(row, room, time_width), tallest)]
    return SetDay(heading, note, tuple(cut), timed=time_width > 0)


def set_row(row: Row, room: float, time_width: float) -> SetRow:
    if row.band:
        band = lines_of(row.band, BAND.face, BAND.size, room - 2 * BAND_PADDING)
        return SetRow(len(band) * BAND.leading + 2 * BAND_PADDING + 2, band=band)
    signs = tuple(_sign(name) for name in row.signs)
    signs_width = sum(sign.width + SIGN_GAP for sign in signs) + (3 if signs else 0)
    has_place = bool(row.place or row.place_below)
    title_room = (PLACE_LEFT - 10 if has_place else room) - time_width - ICON_ROOM - signs_width
    style = CANCELLED if row.cancelled else TITLE_LINE
    title = _set(row.title, style, title_room)
    below = tuple(line for text in row.below for line in _set(text, _second(row), title_room))
    place = (
        *_set(address(row.place), replace(PLACE, colour=THIRD) if row.cancelled else PLACE, room - PLACE_LEFT),
        *(line for text in row.place_below for line in _set(address(text), _second(row), room - PLACE_LEFT)),
    )
    time = tuple(
        line
        for number, text in enumerate(row.times)
        for line in _set(text, CLOCK if number else TIME, time_width - 8 if time_width else room)
    )
    columns = (time, (*title, *below), place)
    return SetRow(
        max(_height(column) for column in columns),
        time=time,
        title=columns[1],
        place=place,
        signs=signs,
        kind=row.kind,
        beside=row.beside,
        struck=len(title) if row.cancelled else 0,
    )


def _second(row: Row) -> Style:
    return replace(BELOW, colour=THIRD if row.cancelled else SECOND)


def _set(text: str, style: Style, room: float) -> tuple[SetLine, ...]:
    return tuple(SetLine(line, style) for line in lines_of(text, style.face, style.size, room))


def _sign(name: str) -> Sign:
    text = " ".join(lines_of(name, SIGN.face, SIGN.size, 1000))
    return Sign(text, max(SIGN_HEIGHT, width(text, SIGN.face, SIGN.size) + 7))


def _height(lines: Sequence[SetLine]) -> float:
    return FIRST_BASELINE + sum(line.style.leading for line in lines[1:]) + LAST_SPACE + (0.0 if lines[1:] else 1.1)


def _cut(row: SetRow, tallest: float) -> list[SetRow]:
    """Divide a row that no page can hold between its lines; nothing of it is lost."""
    if row.height <= tallest:
        return [row]
    if row.band:
        most = int((tallest - 2 * BAND_PADDING - 2) // BAND.leading)
        bands = [row.band[place : place + most] for place in range(0, len(row.band), most)]
        return [SetRow(len(band) * BAND.leading + 2 * BAND_PADDING + 2, band=band) for band in bands]
    most = int((tallest - FIRST_BASELINE - LAST_SPACE) // TITLE_LINE.leading)
    pieces = []
    for first in range(0, max(len(row.title), len(row.place), len(row.time)), most):
        time, title, place = (column[first : first + most] for column in (row.time, row.title, row.place))
        piece = SetRow(
            max(_height(column) for column in (time, title, place)),
            time=time,
            title=title,
            place=place,
            struck=max(0, min(len(title), row.struck - first)),
            begins=not first,
        )
        pieces.append(piece if first else replace(piece, signs=row.signs, kind=row.kind, beside=row.beside))
    return pieces
