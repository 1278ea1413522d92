"""Typed lines, or a table pasted from Word or Excel, as the sessions of a day."""

import re
from dataclasses import dataclass, field, replace
from datetime import date

from studyvisits.domain.folding import fold
from studyvisits.domain.known_names import KnownNames
from studyvisits.domain.programme_items import Items, is_place
from studyvisits.domain.programme_read import OtherDays, ReadProgramme, ReadSession
from studyvisits.domain.programme_tables import is_table, read_table, with_whole_times
from studyvisits.domain.programme_words import EVERYBODY, TITLE_ROWS, phrases
from studyvisits.domain.typed_days import TypedDay, typed_day
from studyvisits.domain.typed_times import ImpossibleTimeError, Times, plain_digits, times_in, uses_compact

BULLET = re.compile(r"(?:[•·▪▫◦●○‣⁃*►▶➢➤✓o]|[-–—](?=\s))\s+|[•·▪●]")
NUMBERING = re.compile(r"(?:\(?\d{1,2}[.)]|[a-z]\))\s+(?=[^\W\d_]|\d{1,2}[:.]\d{2}|\d{1,2}\s?[-–—])")
NO_ITEM = re.compile(
    r"https?://|www\.|\S@\S|(?:€|eur|kč|czk|sek)\s?\d|\d\s?(?:€|eur\b|kč|czk|sek\b|лв)|\+\d{6}", re.IGNORECASE
)
"""Lines without a time that tell addresses of the web, prices or telephone numbers."""
LONGEST_LINE = 2000
UNKNOWN_TIME = re.compile(r"^(?:[?xX]{1,2}[:.][?xX]{2}(?:\s?[-–—]\s?[?xX]{1,2}[:.][?xX]{2})?|\?{2,})[\s:–—-]*")
BLANKS = re.compile(r"[^\S\n\t]+")


@dataclass(frozen=True, slots=True)
class Asked:
    """The day that lines are read for, in an activity that begins on ``first_day``. Where its dates are not settled
    days have numbers alone."""

    day: date
    first_day: date
    real: bool = True

    def is_meant(self, told: TypedDay) -> bool:
        return told.is_on(self.day, self.first_day, real=self.real)


def read_lines(text: str, names: KnownNames, asked: Asked | None = None) -> ReadProgramme:
    """Read the sessions of one day. What is told of other days is returned as ``elsewhere``, and what no session
    can be made of as ``unread``."""
    lines = plain_digits(text.replace("\ufeff", "").replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    lines = with_whole_times(lines)
    items = Items(names)
    if is_table(lines):
        return read_table("\n".join(lines), items, asked.is_meant if asked else None)
    return _Reading(items, asked, uses_compact([_bare(line) for line in lines])).read(lines)


@dataclass(slots=True)
class _Reading:
    """Goes through lines from top to bottom; what a line is depends on those above it."""

    items: Items
    asked: Asked | None
    compact: bool
    sessions: list[ReadSession] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    elsewhere: OtherDays = field(default_factory=OtherDays)
    waiting: Times | None = None
    waiting_line: str = ""
    open: bool = False
    groups: tuple[int, ...] = ()

    def read(self, lines: list[str]) -> ReadProgramme:
        margin = min((_indent(line) for line in lines if line.strip()), default=0)
        for line in lines:
            self._line(line, indented=_indent(line) >= margin + 2)
        self._give_up_waiting()
        return ReadProgramme(tuple(self.sessions), tuple(self.unread), self.elsewhere.found())

    def _line(self, line: str, *, indented: bool) -> None:
        bare = _bare(line)
        if not bare:
            self.open = False
        elif self._is_heading(bare):
            return
        elif self.elsewhere.open:
            self.elsewhere.add(line.strip())
        elif len(bare) > LONGEST_LINE or fold(bare) in phrases(TITLE_ROWS):
            self.unread.append(line.strip())
        elif self._is_group_heading(bare):
            self.open = False
        else:
            self._item(line, bare, indented=indented)

    def _is_heading(self, bare: str) -> bool:
        """A date, "Day 2" or a weekday on a line of its own, or with a title behind it."""
        told = typed_day(bare)
        if told is None or (told.rest and not _is_above_others(bare, told)):
            return False
        meant = self.asked is None or self.asked.is_meant(told)
        self.open, self.groups = False, ()
        self._give_up_waiting()
        self.elsewhere.go_to(None if meant else bare)
        if not meant:
            self.elsewhere.add(bare)
        return True

    def _is_group_heading(self, bare: str) -> bool:
        """A group on a line of its own: the lines below are for it, until another one or everybody is named."""
        groups, rest = self.items.groups_before(bare)
        if not groups and fold(bare).split()[:1] != [fold(bare)]:
            groups, rest = self.items.groups_called(bare), ""
        if fold(bare) in phrases(EVERYBODY):
            self.groups = ()
        elif groups and not rest:
            self.groups = groups
        return fold(bare) in phrases(EVERYBODY) or bool(groups and not rest)

    def _item(self, line: str, bare: str, *, indented: bool) -> None:
        groups, words = self.items.groups_before(bare)
        try:
            times = times_in(words, compact=self.compact)
        except ImpossibleTimeError:
            self.unread.append(line.strip())
            self.open = False
            return
        timed = times.start is not None
        if not timed and NO_ITEM.search(bare):
            self.unread.append(line.strip())
            return
        if not timed and self.sessions and self.waiting is None and (indented or self.open):
            self._go_on(bare)
        elif timed and not times.rest:
            self._give_up_waiting()
            self.waiting, self.waiting_line = times, line.strip()
        else:
            self._new(line, times, groups)

    def _new(self, line: str, times: Times, groups: tuple[int, ...]) -> None:
        told = times
        if self.waiting is not None and times.start is None:
            told, self.open = replace(self.waiting, rest=times.rest), True
            self.waiting = None
        else:
            self._give_up_waiting()
            self.open = False
        session = self.items.item(told.rest, start=told.start, minutes=told.minutes)
        if session is None:
            self.unread.append(line.strip())
        else:
            self.sessions.append(replace(session, groups=groups or session.groups or self.groups))

    def _go_on(self, bare: str) -> None:
        """A further line of the item above: its place where it has none and the line looks like one, else told."""
        last = self.sessions.pop()
        venue, note = self.items.place([bare])
        if last.venue is None and last.place_note is None and (venue is not None or is_place(bare)):
            known = (venue.id, venue.name) if venue else (None, None)
            last = replace(last, venue=known[0], place=known[1], place_note=note)
        else:
            last = replace(last, description="\n".join(filter(None, (last.description, bare))))
        self.sessions.append(last)

    def _give_up_waiting(self) -> None:
        """A time below which no words came."""
        if self.waiting is not None:
            self.unread.append(self.waiting_line)
        self.waiting = None


def _is_above_others(bare: str, told: TypedDay) -> bool:
    """Whether words behind a day make a heading with it: always behind a date or number without a time, behind a
    weekday alone only when something parts them."""
    try:
        timed = times_in(told.rest).start is not None
    except ImpossibleTimeError:
        timed = True
    before = bare[: len(bare) - len(told.rest)].rstrip() if bare.endswith(told.rest) else bare
    return not timed and (told.day is not None or told.number is not None or before.endswith((":", "–", "—", "-", ",")))


def _bare(line: str) -> str:
    """A line without bullets, numbering and repeated blanks."""
    words = BLANKS.sub(" ", line.replace("\t", " ")).strip()
    words = UNKNOWN_TIME.sub("", BULLET.sub("", words, count=1) if BULLET.match(words) else words)
    if typed_day(words) is None and NUMBERING.match(words):
        words = NUMBERING.sub("", words, count=1)
    return words.strip()


def _indent(line: str) -> int:
    width = 0
    for letter in line:
        if not letter.isspace():
            break
        width += 4 if letter == "\t" else 1
    return width
