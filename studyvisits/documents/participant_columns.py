"""The table of people of one activity: which columns it has, in which order its rows stand, what is in them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from studyvisits.documents.excel_dates import day_format, moment_format
from studyvisits.documents.workbook import (
    ACCENT,
    EDGE,
    HIGHEST,
    INK,
    SECOND,
    SOFT_RULE,
    THIRD,
    Row,
    Style,
    Value,
    lines_needed,
    text_width,
)
from studyvisits.domain.collation import sort_key
from studyvisits.domain.kinds import EXPECTED, NeedKind, ParticipationStatus, Presence, Role
from studyvisits.queries.participants import Listed, ParticipantLists
from studyvisits.texts import Texts, mark

APART = (ParticipationStatus.RESERVE, ParticipationStatus.CANCELLED, ParticipationStatus.NO_SHOW)
"""People who are not expected stand behind the others, without a number, in this order."""
PAGE = 158.0
"""Digits in a line of an A4 page, landscape, at nine tenths of the size, which is 8 points: what the printed columns
should not pass."""
LEAST = 130.0
"""Digits."""
PRESENCES = (Presence.VISITING, Presence.LOCAL, None)
BOLDER = 1.12
"""How much wider bold text is."""
SLIMMER = 1.08
"""How many more letters than digits a line takes at least, where not all of them are capitals."""
INDENT = 1
"""Digits, roughly: between a full cell and the text in the next."""
LONGEST_WORD = 18
"""Digits; longer ones are e-mail addresses or play."""
LINE = 11.5
"""Points of one line of 9-point text."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words that many rows share, looked up once."""

    texts: Texts
    partners: dict[int, str]
    professions: dict[int, str]
    labels: dict[str, str] = field(default_factory=dict)
    countries: dict[str, str] = field(default_factory=dict)

    def label(self, kind: Presence | ParticipationStatus | Role) -> str:
        if kind.value not in self.labels:
            self.labels[kind.value] = self.texts.label(kind)
        return self.labels[kind.value]

    def country(self, code: str | None) -> str:
        if code is None:
            return ""
        if code not in self.countries:
            self.countries[code] = self.texts.country(code)
        return self.countries[code]


def words_of(lists: ParticipantLists, texts: Texts) -> Words:
    return Words(
        texts,
        {partner.id: partner.name for partner in lists.partners},
        {profession.id: profession.one for profession in lists.professions},
    )


@dataclass(frozen=True, slots=True)
class Column:
    """``widest``: how many digits wide it may grow before its text is broken into lines, ``narrowest``: how far it may
    be narrowed where the page has no room. A column that is not ``always`` there appears when somebody has something
    in it; one that is not ``printed`` stands in the workbook alone, behind the others."""

    heading: str
    value: Callable[[Listed, Words], Value]
    widest: float
    narrowest: float
    always: bool = False
    style: str = "text"
    printed: bool = True


def _titles(person: Listed, _: Words) -> Value:
    return ", ".join(title for title in (person.title_before, person.title_after) if title)


def _address(person: Listed, _: Words) -> Value:
    address, town = person.address or "", person.town or ""
    return address if town.casefold() in address.casefold() else ", ".join(part for part in (address, town) if part)


def _sender(person: Listed, words: Words) -> Value:
    sender = words.partners.get(person.partner_id or 0)
    return None if sender == person.organisation else sender


def _presence(person: Listed, words: Words) -> Value:
    return words.label(Presence(person.presence)) if person.presence else None


def _profession(person: Listed, words: Words) -> Value:
    return words.professions.get(person.profession_id or 0)


def _roles(person: Listed, words: Words) -> Value:
    """Whoever has no other role is a participant, which needs no word; who is one besides is told as such, so that the
    list says the same when it is read again."""
    roles = () if set(person.roles) == {Role.PARTICIPANT} else person.roles
    return ", ".join(words.label(Role(role)) for role in roles)


def _status(person: Listed, words: Words) -> Value:
    return words.label(ParticipationStatus(person.status))


def _arrival(person: Listed, _: Words) -> Value:
    return _moment(person.arrival_day, person.arrival_time)


def _departure(person: Listed, _: Words) -> Value:
    return _moment(person.departure_day, person.departure_time)


def _moment(day: date | None, minutes: int | None) -> date | None:
    if day is None or minutes is None:
        return day
    return datetime.combine(day, time()) + timedelta(minutes=minutes)


def _need(kind: NeedKind) -> Callable[[Listed, Words], Value]:
    return lambda person, _: "; ".join(text for its, text in person.needs if its == kind)


COLUMNS = (
    Column(mark("Surname"), lambda person, _: person.family_name, 22, 15, always=True, style="name"),
    Column(mark("First name"), lambda person, _: person.given_name, 18, 11, always=True),
    Column(mark("Title"), _titles, 20, 14),
    Column(mark("Organisation"), lambda person, _: person.organisation, 32, 18, always=True),
    Column(mark("Country"), lambda person, words: words.country(person.country), 16, 11, always=True),
    Column(mark("Profession"), _profession, 18, 12),
    Column(mark("Job title"), lambda person, _: person.job_title, 32, 18, always=True),
    Column(mark("Visiting or local"), _presence, 16, 10, style="presence"),
    Column(mark("Role"), _roles, 24, 14),
    Column(mark("Status"), _status, 14, 11),
)
"""What a funder asks for, and what is printed."""
BEHIND = (
    Column(mark("Sent by"), _sender, 28, 28, printed=False),
    Column(mark("Arrival"), _arrival, 18, 18, style="moment", printed=False),
    Column(mark("Departure"), _departure, 18, 18, style="moment", printed=False),
    Column(mark("E-mail"), lambda person, _: person.email, 44, 44, style="code", printed=False),
    Column(mark("Phone"), lambda person, _: person.phone, 20, 20, style="code", printed=False),
    Column(mark("Address of the organisation"), _address, 40, 40, printed=False),
)
NEEDS = (
    Column(mark("Diet"), _need(NeedKind.DIET), 26, 14, always=True),
    Column(mark("Allergies"), _need(NeedKind.ALLERGY), 26, 14, always=True),
    Column(mark("Access"), _need(NeedKind.ACCESS), 26, 14, always=True),
    Column(mark("Health"), _need(NeedKind.HEALTH), 26, 14, always=True),
)


@dataclass(frozen=True, slots=True)
class People:
    """A table ready to be written: headings with their widths, and its rows, a running number first. Only the first
    ``printed`` columns go on paper."""

    headings: tuple[str, ...]
    widths: tuple[float, ...]
    rows: list[Row]
    printed: int


def people_table(people: Sequence[Listed], words: Words, *, needs: bool) -> People:
    """Expected people come first and are numbered; within them visiting, local and others, by country, by name."""
    ordered = in_list_order(people, words)
    columns = [*COLUMNS, *(NEEDS if needs else ()), *BEHIND]
    values = [[column.value(person, words) for column in columns] for person in ordered]
    kept = [
        place
        for place, column in enumerate(columns)
        if column.always or any(row[place] not in (None, "") for row in values)
    ]
    shown = [columns[place] for place in kept]
    headings = (words.texts.gettext("No."), *(words.texts.gettext(column.heading) for column in shown))
    widths = _widths(headings, shown, [[row[place] for place in kept] for row in values])
    rows = _rows(ordered, shown, kept, values, widths, words.texts.language)
    return People(headings, widths, rows, 1 + sum(column.printed for column in shown))


def in_list_order(people: Sequence[Listed], words: Words) -> list[Listed]:
    language = words.texts.language
    countries = {code: sort_key(words.country(code), language) for code in {person.country for person in people}}

    def place(person: Listed) -> tuple[object, ...]:
        expected = person.status in EXPECTED
        return (
            0 if expected else 1 + APART.index(ParticipationStatus(person.status)),
            PRESENCES.index(Presence(person.presence) if person.presence else None),
            0 if expected or person.reserve_order is None else person.reserve_order,
            not person.country,
            countries[person.country],
            sort_key(person.family_name, language),
            sort_key(person.given_name or "", language),
        )

    return sorted(people, key=place)


def _widths(headings: Sequence[str], columns: Sequence[Column], values: list[list[Value]]) -> tuple[float, ...]:
    """As wide as the widest text, up to what the column may grow to; a filter button takes two digits."""
    widths = [max(5.0, len(str(len(values))) + 2.0)]
    for place, column in enumerate(columns):
        texts = {row[place] for row in values if type(row[place]) is str}
        widest = max((text_width(text) for text in texts if isinstance(text, str)), default=0)
        if column.style == "moment":
            widest = max(widest, _moments_width([row[place] for row in values]))
        word = max(text_width(word) for word in headings[place + 1].split(" "))
        fitting = widest * (BOLDER if column.style == "name" else 1) + 2 + INDENT
        widths.append(max(word + 3.5, min(column.widest, fitting)))
    least = [
        widths[place + 1]
        if column.style == "moment"
        else min(widths[place + 1], max(column.narrowest, _longest_word([row[place] for row in values], column)))
        for place, column in enumerate(columns)
    ]
    printed = 1 + sum(column.printed for column in columns)
    return (*_narrowed(widths[:printed], [0.0, *least[: printed - 1]]), *widths[printed:])


def _longest_word(values: Sequence[Value], column: Column) -> float:
    """What a column takes so that no word in it is broken, but for those of addresses of the net and the like."""
    words = {word for value in values if isinstance(value, str) for word in value.split()}
    lengths = (text_width(word) for word in words)
    longest = max((length for length in lengths if length <= LONGEST_WORD), default=0)
    return longest * (BOLDER if column.style in ("name", "presence") else 1) + 1.5 + INDENT


def _narrowed(widths: list[float], narrowest: Sequence[float]) -> tuple[float, ...]:
    """Take from the widest column, digit by digit, while the page has no room for all; widen a table that would leave
    half of the page empty."""
    if sum(widths) < LEAST:
        more = (LEAST - sum(widths)) / (len(widths) - 1)
        return (widths[0], *(round(width + more, 1) for width in widths[1:]))
    while sum(widths) > PAGE:
        room = [width - least if least else 0.0 for width, least in zip(widths, narrowest, strict=True)]
        if max(room) < 1:
            break
        widths[room.index(max(room))] -= 1
    return tuple(widths)


def _moments_width(values: Sequence[Value]) -> int:
    if any(isinstance(value, datetime) for value in values):
        return 15
    return 11 if any(value is not None for value in values) else 0


def _rows(
    people: Sequence[Listed],
    columns: Sequence[Column],
    kept: Sequence[int],
    values: list[list[Value]],
    widths: Sequence[float],
    language: str,
) -> list[Row]:
    """A stronger rule stands above the first row of each country and presence."""
    looks = _Looks(columns, language)
    rows: list[Row] = []
    before: tuple[object, ...] | None = None
    number = 0
    for person, all_values in zip(people, values, strict=True):
        expected = person.status in EXPECTED
        block = (expected, person.presence, person.country)
        number += expected
        shown: list[Value] = [number if expected else None, *(all_values[place] for place in kept)]
        styles = looks.of(person, shown, first=before is not None and block != before)
        rows.append(Row(shown, styles, _height(shown, widths)))
        before = block
    return rows


def _height(values: Sequence[Value], widths: Sequence[float]) -> float:
    most = 1
    for value, width in zip(values, widths, strict=True):
        room = width - 0.5 - INDENT
        if type(value) is str and not value.isupper():
            room *= SLIMMER
        if type(value) is str and not (len(value) <= room and value.isascii() and value.isprintable()):
            most = max(most, lines_needed(value, room))
    return min(HIGHEST, most * LINE + 5)


class _Looks:
    """The tuples of styles that rows share."""

    def __init__(self, columns: Sequence[Column], language: str) -> None:
        self._columns = columns
        self._day, self._moment = day_format(language), moment_format(language)
        self._made: dict[tuple[object, ...], tuple[Style, ...]] = {}

    def of(self, person: Listed, values: Sequence[Value], *, first: bool) -> tuple[Style, ...]:
        timed: tuple[bool, ...] = ()
        if person.arrival_time is not None or person.departure_time is not None:
            timed = tuple(isinstance(value, datetime) for value in values)
        key = (person.status in EXPECTED, person.presence == Presence.VISITING, first, timed)
        if key not in self._made:
            number = Style(colour=THIRD, horizontal="right", indent=1, below=("thin", SOFT_RULE))
            moments = timed or (False,) * len(values)
            columns = enumerate(self._columns, start=1)
            plain = (number, *(self._style(column, person, moments[place]) for place, column in columns))
            self._made[key] = tuple(replace(style, above=("thin", EDGE)) for style in plain) if first else plain
        return self._made[key]

    def _style(self, column: Column, person: Listed, timed: bool) -> Style:
        expected = person.status in EXPECTED
        colour = INK if column.style in ("text", "name") else SECOND
        if column.style == "presence" and person.presence == Presence.VISITING:
            colour = ACCENT
        return Style(
            bold=expected and (column.style == "name" or colour == ACCENT),
            italic=not expected,
            colour=colour if expected else THIRD,
            below=("thin", SOFT_RULE),
            wrap=True,
            horizontal="left",
            indent=INDENT,
            number_format=self._format(column.style, timed),
        )

    def _format(self, style: str, timed: bool) -> str:
        """A phone number stays text when it is edited; other text is "General", as Excel shows long text in cells
        formatted as text as a row of hashes."""
        if style == "moment":
            return self._moment if timed else self._day
        return "@" if style == "code" else "General"
