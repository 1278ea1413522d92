"""A table pasted from Word or Excel: cells parted by tabs, with or without a row of headings."""

import csv
import io
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from studyvisits.domain.folding import fold
from studyvisits.domain.programme_items import Items
from studyvisits.domain.programme_read import OtherDays, ReadPerson, ReadProgramme, ReadSession
from studyvisits.domain.programme_words import COLUMNS, TITLE_ROWS, kind_of, phrases
from studyvisits.domain.typed_days import TypedDay, typed_day
from studyvisits.domain.typed_lengths import length_of
from studyvisits.domain.typed_times import ImpossibleTimeError, Times, clock_of, times_in

Row = Mapping[str, str]
WITHOUT_HEADINGS = ("title", "place", "people", "description")
"""The columns behind the times of a table without headings, in the order people type them."""
BLANKS = re.compile(r"[^\S\n]+")
FOR_GROUPS = "groups "
BROKEN_SPAN = re.compile(
    r"^[^\S\n]*(\d{1,2}[:.]\d{2})[^\S\n]*(?:[-–—][^\S\n]*)?\n(?:[^\S\n]*[-–—][^\S\n]*\n?)?[^\S\n]*(\d{1,2}[:.]\d{2})(?=\t)",
    re.MULTILINE,
)
RULE = re.compile(r"[\s|:+=-]*")


def with_whole_times(lines: Sequence[str]) -> list[str]:
    """Put a span together that a narrow cell of Word's broke into lines: "9:00", "–", "10:30" and a tab."""
    return BROKEN_SPAN.sub(r"\1 – \2", "\n".join(lines)).split("\n")


def is_table(lines: Sequence[str]) -> bool:
    """Whether half of the lines have cells: tabs inside, or upright strokes around."""
    told = [line for line in lines if line.strip()]
    celled = [line for line in told if "\t" in line.strip() or line.count("|") >= 2]
    return bool(told) and 2 * len(celled) >= len(told)


def read_table(text: str, items: Items, is_meant: Callable[[TypedDay], bool] | None = None) -> ReadProgramme:
    """Read a day's sessions; rows of other days, if a column or a row above them tells the day, are elsewhere."""
    reading = _Rows(items, is_meant)
    for cells in _cells(text):
        reading.row(cells)
    return ReadProgramme(tuple(reading.sessions), tuple(reading.unread), reading.elsewhere.found())


class _Rows:
    def __init__(self, items: Items, is_meant: Callable[[TypedDay], bool] | None) -> None:
        self.sessions: list[ReadSession] = []
        self.unread: list[str] = []
        self.elsewhere = OtherDays()
        self._items = items
        self._is_meant = is_meant
        self._columns: list[str] | None = None
        self._time_cells = 1

    def row(self, cells: list[str]) -> None:
        filled = [cell for cell in cells if cell]
        line = " | ".join(filled)
        headings = self._headings(cells) if self._columns is None and not self.sessions else None
        if headings:
            self._columns = headings
        elif len(filled) == 1 and (told := typed_day(filled[0])) is not None:
            self._go_to(told, line)
            if self.elsewhere.open:
                self.elsewhere.add(line)
        elif filled:
            self._told(cells, line)

    def _headings(self, cells: Sequence[str]) -> list[str] | None:
        """Return the column of each cell if the row is one of headings: two known ones at least, and most of them.

        A heading that names groups of the activity makes a column of what these do.
        """
        columns = [_column(cell) or self._column_of_groups(cell) for cell in cells]
        named = [name for name in columns if name]
        filled = [cell for cell in cells if cell]
        return columns if len(named) >= 2 and 2 * len(named) >= len(filled) else None

    def _column_of_groups(self, cell: str) -> str:
        groups = self._items.groups_called(cell)
        return FOR_GROUPS + " ".join(map(str, groups)) if groups else ""

    def _go_to(self, told: TypedDay, typed: str) -> None:
        self.elsewhere.go_to(None if self._is_meant is None or self._is_meant(told) else typed)

    def _told(self, cells: list[str], line: str) -> None:
        row = dict(_by_heading(cells, self._columns) if self._columns else self._by_place(cells))
        told = typed_day(row.get("day", ""))
        if told is not None:
            self._go_to(told, row["day"])
        if self.elsewhere.open:
            self.elsewhere.add(line)
            return
        if fold(line) in phrases(TITLE_ROWS):
            self.unread.append(line)
            return
        try:
            found = self._sessions(row)
        except ImpossibleTimeError:
            found = []
        self.sessions += found
        if not found and not self._goes_on(row):
            self.unread.append(line)

    def _by_place(self, cells: Sequence[str]) -> dict[str, str]:
        """Name the cells of a table without headings: times first, in one or two cells, the others in usual order."""
        row: dict[str, str] = {}
        rest = list(cells)
        if len(rest) > 1 and typed_day(rest[0]) is not None:
            row["day"] = rest.pop(0)
        if rest and _is_time(rest[0]):
            row["time"] = rest.pop(0)
            self._time_cells = 1
            if rest and clock_of(row["time"]) is not None and (clock_of(rest[0]) is not None or not rest[0]):
                row["start"], row["end"] = row.pop("time"), rest.pop(0)
                self._time_cells = 2
        elif rest and not rest[0]:
            rest = rest[self._time_cells :]
        behind = "\n".join(filter(None, rest[3:]))
        return {**row, **dict(zip(WITHOUT_HEADINGS, [*rest[:3], *[""] * (3 - len(rest)), behind], strict=False))}

    def _sessions(self, row: Row) -> list[ReadSession]:
        """One session, or one for each cell of groups; the same words for all groups are one for everybody."""
        cells = {name: cell for name, cell in row.items() if name.startswith(FOR_GROUPS)}
        told: dict[str, list[int]] = {}
        for name, cell in cells.items():
            told.setdefault(cell, []).extend(map(int, name.removeprefix(FOR_GROUPS).split()))
        shared = len(told) == 1 and len(cells) > 1
        rows = [(cell, () if shared else tuple(groups)) for cell, groups in told.items()] or [
            (row.get("title", ""), ())
        ]
        read = [(self._session({**row, "title": title}), groups) for title, groups in rows]
        return [replace(one, groups=groups or one.groups) for one, groups in read if one is not None]

    def _session(self, row: Row) -> ReadSession | None:
        times = _times(row)
        title = " ".join(f"{times.rest} {row.get('title', '')}".split())
        groups = self._items.groups_called(row.get("group", "")) if row.get("group") else ()
        if not any(letter.isalpha() for letter in title):
            return None
        people: list[ReadPerson] = self._items.people(row.get("people", ""))
        if row.get("place"):
            read = self._items.built(title, times.start, times.minutes, [row["place"]], people, groups)
            before, bare = self._items.groups_before(title)
            read = replace(read, title=bare, kind=kind_of(bare), groups=groups or before)
        else:
            found = self._items.item(title, start=times.start, minutes=times.minutes)
            if found is None:
                return None
            known = {each.person for each in people if each.person}
            named = tuple(each for each in found.people if each.person not in known)
            read = replace(found, people=(*people, *named), groups=groups or found.groups)
        return replace(read, description=row.get("description") or None)

    def _goes_on(self, row: Row) -> bool:
        """A row without times and title: more of the place, the people or the description of the one above."""
        words = [cell for name, cell in row.items() if name not in ("time", "start", "end", "minutes") and cell]
        if not self.sessions or not words or any(row.get(name) for name in ("time", "start", "title")):
            return False
        last = self.sessions.pop()
        people = (*last.people, *self._items.people(row.get("people", "")))
        note = ", ".join(filter(None, (last.place_note, row.get("place")))) or None
        told = "\n".join(filter(None, (last.description, row.get("description")))) or None
        self.sessions.append(replace(last, people=people, place_note=note, description=told))
        return True


def _cells(text: str) -> list[list[str]]:
    """Part a text into rows and cells. Excel puts cells of several lines into quotation marks; a text whose marks do
    not fit is parted at every tab."""
    if "\t" not in text:
        rows = [line.strip().strip("|").split("|") for line in text.split("\n") if not RULE.fullmatch(line)]
    else:
        try:
            rows = list(csv.reader(io.StringIO(text), dialect="excel-tab", strict=True))
        except csv.Error:
            rows = [line.split("\t") for line in text.split("\n")]
    return [[BLANKS.sub(" ", cell).strip() for cell in row] for row in rows]


def _column(cell: str) -> str:
    return next((name for name, words in COLUMNS.items() if fold(cell) in phrases(words)), "")


def _by_heading(cells: Sequence[str], columns: Sequence[str]) -> dict[str, str]:
    row: dict[str, str] = {}
    for name, cell in zip([*columns, *[""] * len(cells)], cells, strict=False):
        if cell:
            key = name or "description"
            row[key] = f"{row[key]}, {cell}" if key in row else cell
    return row


def _is_time(cell: str) -> bool:
    try:
        times = times_in(cell)
    except ImpossibleTimeError:
        return True
    return times.start is not None and not times.rest


def _times(row: Row) -> Times:
    start, end = clock_of(row.get("start", "")), row.get("end", "")
    minutes = _minutes(row.get("minutes", ""))
    if start is not None:
        told = times_in(f"{row['start']} – {end}" if clock_of(end) is not None else row["start"])
        return replace(told, minutes=told.minutes or minutes)
    if row.get("start"):
        raise ImpossibleTimeError(row["start"])
    times = times_in(" ".join(row.get("time", "").split()), compact=True)
    if row.get("time") and times.start is None:
        raise ImpossibleTimeError(row["time"])
    return replace(times, minutes=times.minutes or minutes) if row.get("time") else Times(None, minutes, "")


def _minutes(cell: str) -> int | None:
    return int(cell) or None if re.fullmatch(r"\d{1,3}", cell) else length_of(cell)
