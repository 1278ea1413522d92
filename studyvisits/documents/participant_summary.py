"""The first sheet of a participant list: who funds it, and partners by profession against their places."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from studyvisits.documents.activity_words import dates_of, kind_of, state_of, times_of, title_of, town_of
from studyvisits.documents.participant_columns import LEAST, Words
from studyvisits.documents.participant_lines import Line, lines_of
from studyvisits.documents.sheet_pieces import (
    BOLD,
    BOLD_NUMBER,
    fact_rows,
    fit_lines,
    footer,
    funding_rows,
    heading_row,
    title_rows,
)
from studyvisits.documents.workbook import (
    EDGE,
    INK,
    SOFT_RULE,
    Row,
    Sheet,
    Style,
    Value,
    lines_needed,
    text_width,
)
from studyvisits.domain.kinds import EXPECTED, Certainty, Mode, Presence
from studyvisits.domain.quotas import PartnerFilling
from studyvisits.queries.participants import ActivityList, ParticipantLists
from studyvisits.texts import Texts

OK_INK, WARN_INK, STOP_INK = "1D5A36", "704704", "8C1D17"
WIDEST = 34.0
LEAST_FIRST = 15.0
"""The first column also holds the labels above the table."""


@dataclass(frozen=True, slots=True)
class Column:
    """``number`` is what is added up below, and puts the column at the right; ``state`` is coloured by the places."""

    heading: str
    value: Callable[[Line], Value]
    number: Callable[[Line], int] | None = None
    bold: bool = False
    state: bool = False


def summary_sheet(lists: ParticipantLists, words: Words, today: date) -> Sheet:
    texts = words.texts
    lines = [line for one in lists.activities for line in lines_of(one)]
    columns = _columns(lists, lines, words)
    values = [[column.value(line) for column in columns] for line in lines]
    headings = [column.heading for column in columns]
    widths = _widths(headings, values)
    single = lists.activities[0] if len(lists.activities) == 1 else None
    rows = title_rows(_title(lists, single, texts), _subtitle(lists, single, texts))
    merged: list[str] = []
    rows += fact_rows(_facts(lists, single, texts), over=1)
    fit_lines(rows, widths, after=0, merged=merged)
    rows += funding_rows(lists.funding, began_in(lists), texts, widths, over=1, after=len(rows), merged=merged)
    rows.append(heading_row(headings, widths, [place for place, column in enumerate(columns) if column.number]))
    heading = len(rows)
    rows += _rows(lines, columns, values, widths, texts)
    last = len(rows)
    if single is not None and lines:
        rows.append(_together(lines, columns, texts))
    return Sheet(
        title=texts.gettext("Summary"),
        rows=rows,
        widths=widths,
        heading=heading,
        last=last,
        merged=merged,
        footer=footer(lists.project.acronym or lists.project.title, texts, today),
    )


def began_in(lists: ParticipantLists) -> int | None:
    """The year in which the project began: its own first day, else that of its first dated activity here."""
    days = [one.head.first_day for one in lists.activities if one.head.certainty != Certainty.OPEN]
    first = lists.project.first_day or min(days, default=None)
    return first.year if first else None


def _title(lists: ParticipantLists, single: ActivityList | None, texts: Texts) -> str:
    return texts.gettext("Participants") if single else lists.project.title


def _subtitle(lists: ParticipantLists, single: ActivityList | None, texts: Texts) -> list[str]:
    if single is None:
        project = lists.project
        span = texts.span(project.first_day, project.last_day) if project.first_day and project.last_day else ""
        return [project.acronym or "", texts.gettext("Participants"), span]
    head = single.head
    named = [title_of(head, texts), kind_of(head, texts), town_of(head, texts)]
    return [*named, dates_of(head, texts), times_of(head, lists.spots, texts), state_of(head, texts)]


def _facts(lists: ParticipantLists, single: ActivityList | None, texts: Texts) -> list[tuple[str, str]]:
    project, facts = lists.project, []
    if single is not None:
        title = f"{project.acronym} · {project.title}" if project.acronym else project.title
        facts.append((texts.gettext("Project"), title))
        if single.head.hosts:
            facts.append((texts.gettext("Host"), ", ".join(single.head.hosts)))
    if project.coordinator:
        facts.append((texts.gettext("Coordinator"), project.coordinator))
    if single is None and lists.partners:
        facts.append((texts.gettext("Partners"), ", ".join(partner.name for partner in lists.partners)))
    return facts


def _columns(lists: ParticipantLists, lines: Sequence[Line], words: Words) -> list[Column]:
    texts, countries = words.texts, {partner.id: words.country(partner.country) for partner in lists.partners}
    columns = []
    if len(lists.activities) > 1:
        columns += [
            Column(texts.gettext("Activity"), lambda line: title_of(line.one.head, texts), bold=True),
            Column(texts.gettext("Date"), lambda line: dates_of(line.one.head, texts)),
        ]
    columns += [
        Column(texts.gettext("Country"), lambda line: countries.get(line.filling.partner or 0), bold=True),
        Column(texts.gettext("Partner"), lambda line: _partner(line, words)),
        Column(texts.gettext("Visiting or local"), lambda line: _presence(line, texts)),
    ]
    columns += [
        Column(_capital(profession.many), _of_profession(profession.id, texts), _number_of(profession.id))
        for profession in lists.professions
    ]
    if any(line.places[None] for line in lines):
        columns.append(Column(texts.gettext("Places for any"), lambda line: line.places[None] or None, _places_for_any))
    if any(line.people[None] for line in lines) and lists.professions:
        columns.append(
            Column(texts.gettext("Profession unknown"), lambda line: line.people[None] or None, _number_of(None))
        )
    columns.append(Column(texts.gettext("People"), lambda line: _filled(line, texts), _number_filled, bold=True))
    if any(line.others for line in lines):
        columns.append(Column(texts.gettext("Other roles"), lambda line: line.others or None, _number_of_others))
    columns.append(Column(texts.gettext("State"), lambda line: _state(line.filling, texts)[0], bold=True, state=True))
    return columns


def _partner(line: Line, words: Words) -> str:
    if line.filling.partner is None:
        somebody = line.filling.filled or line.others
        return words.texts.gettext("without a partner") if somebody else words.texts.gettext("nobody yet")
    return words.partners.get(line.filling.partner, "")


def _presence(line: Line, texts: Texts) -> str:
    if line.one.head.mode == Mode.ONLINE or not line.filling.presence:
        return ""
    return texts.label(Presence(line.filling.presence))


def _of_profession(profession: int, texts: Texts) -> Callable[[Line], Value]:
    def value(line: Line) -> Value:
        number, places = line.people[profession], line.places[profession]
        if places:
            return texts.gettext("{filled} of {places}").format(filled=number, places=places)
        return number or None

    return value


def _filled(line: Line, texts: Texts) -> Value:
    """ "3 of 4" places; "74, 4 named" where some are told as a number; the number alone where there are no places."""
    filling, named = line.filling, _named(line)
    if filling.filled <= filling.named:
        words = texts.gettext("{filled} of {places}") if filling.places else ""
    elif filling.places:
        some, none = (
            texts.gettext("{filled} of {places}, {named} named"),
            texts.gettext("{filled} of {places}, none named"),
        )
        words = some if named else none
    else:
        some, none = texts.gettext("{filled}, {named} named"), texts.gettext("{filled}, none named")
        words = some if named else none
    if not words:
        return filling.filled or None
    return words.format(filled=filling.filled, places=filling.places, named=named)


def _named(line: Line) -> int:
    """A head count that tells neither partner nor presence is the number of all who were there, speakers and hosts
    among them."""
    filling = line.filling
    if filling.partner is None and filling.presence is None and filling.counted:
        return sum(person.status in EXPECTED for person in line.one.people)
    return filling.named


def _state(filling: PartnerFilling, texts: Texts) -> tuple[str, str]:
    """The words and their colour; nothing where there are no places."""
    over = max(filling.filled - filling.places, sum(line.over for line in filling.exceeded))
    if not filling.has_quota or not (filling.places or filling.filled):
        return "", INK
    if over > 0:
        return texts.ngettext("{n} too many", "{n} too many", over).format(n=over), STOP_INK
    if filling.open:
        return texts.ngettext("{n} open", "{n} open", filling.open).format(n=filling.open), WARN_INK
    return texts.gettext("complete"), OK_INK


def _widths(headings: Sequence[str], values: Sequence[Sequence[Value]]) -> tuple[float, ...]:
    """Wide enough for the longest word of the heading and, up to a limit, for the widest text; together no narrower
    than a list, so that what stands above has room."""
    widths = []
    for place, heading in enumerate(headings):
        widest = max((text_width(str(row[place])) for row in values if row[place] is not None), default=0)
        word = max(text_width(word) for word in heading.split(" "))
        widths.append(max(9.0 if place else LEAST_FIRST, word + 4.5, min(WIDEST, widest + 2.5)))
    more = max(0.0, LEAST - sum(widths)) / len(widths)
    return tuple(round(each + more, 1) for each in widths)


def _rows(
    lines: Sequence[Line],
    columns: Sequence[Column],
    values: Sequence[Sequence[Value]],
    widths: Sequence[float],
    texts: Texts,
) -> list[Row]:
    """A stronger rule stands above the first row of each activity."""
    rows: list[Row] = []
    before: Line | None = None
    for line, shown in zip(lines, values, strict=True):
        first = before is not None and before.one is not line.one
        styles = tuple(_style(column, line, texts, first) for column in columns)
        most = max(lines_needed(str(value), width - 0.5) for value, width in zip(shown, widths, strict=True))
        rows.append(Row(shown, styles, 5 + 11.5 * most))
        before = line
    return rows


def _style(column: Column, line: Line, texts: Texts, first: bool) -> Style:
    return Style(
        bold=column.bold,
        colour=_state(line.filling, texts)[1] if column.state else INK,
        above=("thin", EDGE) if first else None,
        below=("thin", SOFT_RULE),
        wrap=column.number is None,
        horizontal="right" if column.number else "left",
        indent=1 if column.number else 0,
    )


def _together(lines: Sequence[Line], columns: Sequence[Column], texts: Texts) -> Row:
    values: list[Value] = [sum(column.number(line) for line in lines) if column.number else None for column in columns]
    values[0] = texts.gettext("Together")
    styles = tuple(BOLD_NUMBER if column.number else BOLD for column in columns)
    return Row(values, styles, 20)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _number_of(profession: int | None) -> Callable[[Line], int]:
    return lambda line: line.people[profession]


def _places_for_any(line: Line) -> int:
    return line.places[None]


def _number_filled(line: Line) -> int:
    return line.filling.filled


def _number_of_others(line: Line) -> int:
    return line.others
