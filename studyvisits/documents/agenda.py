"""The agenda of an activity as a PDF: what people hold in their hands."""

from dataclasses import dataclass, replace
from datetime import date

from studyvisits.documents.agenda_days import Day, Row
from studyvisits.documents.agenda_rows import (
    BAND,
    BAND_PADDING,
    DAY_HEADING,
    DAY_NOTE,
    FIRST_BASELINE,
    ICON,
    ICON_ROOM,
    PLACE_LEFT,
    SIGN,
    SIGN_GAP,
    SIGN_HEIGHT,
    TIME_WIDTH,
    SetDay,
    SetLine,
    SetRow,
    set_days,
)
from studyvisits.documents.agenda_words import AgendaWords, agenda_words
from studyvisits.documents.fonts import STRONG, TEXT, TITLE
from studyvisits.documents.funding import funding_words
from studyvisits.documents.lettering import cleaned, missing_letters, width
from studyvisits.documents.line_breaking import lines_of
from studyvisits.documents.meta_block import MetaBlock, draw_meta, meta_block
from studyvisits.documents.page_foot import Foot, draw_foot, foot, too_long_for_foot
from studyvisits.documents.page_head import draw_head, head_height, head_lines
from studyvisits.documents.paper import A4, ACCENT, FAINT, INK, MM, SECOND, SOFT, Paper, Style
from studyvisits.documents.paper_warnings import letters_warning
from studyvisits.domain.dates import is_real
from studyvisits.domain.kinds import LogoKind, SessionKind
from studyvisits.domain.page_breaking import Block, Stretch, pages
from studyvisits.domain.problem import Problem
from studyvisits.queries.agenda import Agenda
from studyvisits.texts import Texts

LEFT, RIGHT = 18 * MM, A4[0] - 18 * MM
BOTTOM = A4[1] - 11 * MM
ROOM = RIGHT - LEFT
GAP = 13.0
_TITLES = (
    Style(TITLE, 23, 28, spacing=-0.35),
    Style(TITLE, 15, 19.5, spacing=-0.1),
    Style(STRONG, 9.5, 12.5),
    Style(STRONG, 6.5, 8.5),
)
TALLEST_TITLE = 100.0
"""Points; a title that needs more is set smaller."""
_UNDER_TITLE = 3.0
_SUBTITLE = Style(TEXT, 12, 16, SECOND)
_PURPOSE = Style(TEXT, 9, 12.5, SECOND)
_PURPOSE_ROOM = ROOM * 0.86
MOST_PURPOSE = 0.3
"""Of a page; a longer purpose gets a heading of its own and runs over pages."""
KIND_MARKS = {
    SessionKind.PLACEMENT: ("footprints", "#2C7A4B"),
    SessionKind.COURSE: ("graduation-cap", "#4156B0"),
    SessionKind.MEETING: ("messages-square", "#87479B"),
    SessionKind.MEAL: ("utensils", "#86650A"),
    SessionKind.TRAVEL: ("bus", "#56636F"),
    SessionKind.SOCIAL: ("smile", "#B0386A"),
    SessionKind.SEMINAR: ("presentation", "#A34C26"),
}
"""Icon and colour of each kind of session; the shape alone tells it in grey."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands above the first day, broken and measured. ``tops`` of title, subtitle, facts and purpose, and
    ``bottom``, count from the top of the page."""

    title: tuple[str, ...]
    title_style: Style
    subtitle: tuple[str, ...]
    meta: MetaBlock
    purpose: tuple[str, ...]
    tops: tuple[float, float, float, float]
    bottom: float


def agenda_pdf(
    agenda: Agenda, texts: Texts, *, today: date, compress: bool = True
) -> tuple[bytes, tuple[Problem, ...]]:
    """Return the PDF and what it does not hold: ``letters_not_on_paper`` where no font has them.

    The same agenda, language and day make the same bytes.
    """
    words = agenda_words(agenda, texts)
    head = head_lines(words.project, words.document, ROOM)
    its_foot, left_over = _foot(agenda, texts, today)
    floor = BOTTOM - its_foot.height - 10
    top = head_height(head) + 22
    words = _with_room(words, left_over, most=(floor - top) * MOST_PURPOSE, texts=texts)
    opening = _opening(words, head_height(head))
    days = set_days(words.days, room=ROOM, tallest=floor - top - 60)
    laid = pages([_block(day) for day in days], first_room=floor - opening.bottom, room=floor - top, gap=GAP)
    paper = Paper(words.title, words.project, texts.language, compress)
    for number, stretches in enumerate(laid, 1):
        draw_head(paper, head, LEFT, RIGHT)
        if number == 1:
            _draw_opening(paper, opening)
        for stretch in stretches:
            above = opening.bottom if number == 1 else top
            _draw_stretch(paper, days[stretch.block], stretch, above + stretch.top, texts)
        said = texts.gettext("Page {page} of {pages}").format(page=number, pages=len(laid))
        draw_foot(paper, its_foot, left=LEFT, right=RIGHT, bottom=BOTTOM, page=said)
        paper.next_page()
    return paper.finished(), letters_warning(missing_letters(_everything(words, its_foot)), agenda.head, texts)


def _everything(words: AgendaWords, its_foot: Foot) -> str:
    """All that is printed, for the letters in it."""
    said = [words.project, words.document, words.title, words.subtitle, words.state, words.purpose, words.remark]
    said += [line.text for cell in words.cells for line in cell.lines]
    for day in words.days:
        said += [day.heading, day.note]
        for row in day.rows:
            said += [row.band, row.title, row.place, *row.signs, *row.below, *row.place_below]
    return " ".join((*said, *its_foot.statement, *its_foot.small))


def _with_room(words: AgendaWords, left_over: tuple[str, ...], *, most: float, texts: Texts) -> AgendaWords:
    """Let long texts run over pages as days do: a purpose higher than ``most`` points before the first of them, what
    the foot could not take behind the last."""
    days = words.days
    if len(lines_of(words.purpose, _PURPOSE.face, _PURPOSE.size, _PURPOSE_ROOM)) * _PURPOSE.leading > most:
        days = (Day(texts.gettext("Purpose"), "", _paragraphs((words.purpose,))), *days)
        words = replace(words, purpose="")
    if left_over:
        days = (*days, Day(texts.gettext("Funding"), "", _paragraphs(left_over)))
    return replace(words, days=days)


def _paragraphs(told: tuple[str, ...]) -> tuple[Row, ...]:
    return tuple(Row(below=(paragraph,)) for text in told for paragraph in text.splitlines() if paragraph.strip())


def _foot(agenda: Agenda, texts: Texts, today: date) -> tuple[Foot, tuple[str, ...]]:
    """The foot of every page, and what is too long for it."""
    first = agenda.project.first_day or (agenda.head.first_day if is_real(agenda.head.certainty) else None)
    own = next((logo.image for logo in agenda.logos if logo.kind == LogoKind.EMBLEM), None)
    words = funding_words(agenda.funding, texts, year=first.year if first else None)
    words, left_over = too_long_for_foot(words, ROOM)
    its_foot = foot(
        words,
        [logo.image for logo in agenda.logos if logo.kind != LogoKind.EMBLEM],
        own_emblem=own,
        day=texts.gettext("As of {day}").format(day=texts.day_year(today)),
        room=ROOM,
    )
    return its_foot, left_over


def _opening(words: AgendaWords, head_bottom: float) -> Opening:
    for style in _TITLES:
        title = lines_of(words.title, style.face, style.size, ROOM)
        if len(title) * style.leading <= TALLEST_TITLE:
            break
    subtitle = tuple(
        line for text in (words.subtitle, words.state) for line in lines_of(text, _SUBTITLE.face, _SUBTITLE.size, ROOM)
    )
    meta = meta_block(words.cells, ROOM)
    purpose = tuple(
        line
        for text in (words.purpose, words.remark)
        for line in lines_of(text, _PURPOSE.face, _PURPOSE.size, _PURPOSE_ROOM)
    )
    top = head_bottom + 20
    subtitle_top = top + len(title) * style.leading + _UNDER_TITLE
    meta_top = subtitle_top + len(subtitle) * _SUBTITLE.leading
    purpose_top = meta_top + meta.height + 12
    bottom = purpose_top + len(purpose) * _PURPOSE.leading + 14 if purpose else purpose_top + 2
    return Opening(title, style, subtitle, meta, purpose, (top, subtitle_top, meta_top, purpose_top), bottom)


def _draw_opening(paper: Paper, its: Opening) -> None:
    top, subtitle_top, meta_top, purpose_top = its.tops
    paper.lines(LEFT, top + its.title_style.size, its.title, its.title_style)
    paper.lines(LEFT, subtitle_top + _SUBTITLE.size, its.subtitle, _SUBTITLE)
    draw_meta(paper, its.meta, LEFT, meta_top)
    paper.lines(LEFT, purpose_top + _PURPOSE.size, its.purpose, _PURPOSE)


def _block(day: SetDay) -> Block:
    """Rows at the same time stay together as long as they are few, and a part's title with its first row."""
    rows = day.rows
    tied = [False] * len(rows)
    for place, row in enumerate(rows):
        tied[place] = row.beside or (place > 0 and bool(rows[place - 1].band))
    return Block(day.heading_height, tuple(row.height for row in rows), tuple(tied), day.heading_height)


def _draw_stretch(paper: Paper, day: SetDay, stretch: Stretch, y: float, texts: Texts) -> None:
    heading = day.heading
    if stretch.goes_on:
        said = texts.gettext("{day} (continued)").format(day=" ".join(heading))
        heading = lines_of(said, DAY_HEADING.face, DAY_HEADING.size, ROOM)[: len(heading)]
    else:
        paper.bookmark(f"day{stretch.block}", " ".join(heading).replace("\u00a0", " "), y)
    bottom = y + day.heading_height
    paper.lines(LEFT, y + 14, heading, DAY_HEADING)
    if day.note:
        left = ROOM - width(cleaned(heading[-1]), DAY_HEADING.face, DAY_HEADING.size) - 12
        if width(day.note, DAY_NOTE.face, DAY_NOTE.size) <= left:
            paper.text_right(RIGHT, bottom - 8, day.note, DAY_NOTE)
    paper.rule(LEFT, RIGHT, bottom, shade=ACCENT, thickness=1)
    _draw_rows(paper, day, stretch, bottom)


def _draw_rows(paper: Paper, day: SetDay, stretch: Stretch, y: float) -> None:
    indent = TIME_WIDTH if day.timed else 0.0
    for place in range(stretch.first, stretch.last):
        row = day.rows[place]
        if row.band:
            _draw_band(paper, row, y)
        else:
            if place > stretch.first and row.begins and not day.rows[place - 1].band:
                paper.rule(LEFT + (indent if row.beside else 0), RIGHT, y, shade=FAINT)
            _draw_row(paper, row, y, indent)
        y += row.height


def _draw_band(paper: Paper, row: SetRow, y: float) -> None:
    paper.box(LEFT, y + 1, ROOM, row.height - 2, shade="#F0F3F5")
    paper.lines(LEFT + BAND_PADDING, y + BAND_PADDING + 1 + 8.6, row.band, BAND)


def _draw_row(paper: Paper, row: SetRow, y: float, indent: float) -> None:
    baseline = y + FIRST_BASELINE
    _draw_column(paper, row.time, LEFT, baseline)
    x = LEFT + indent
    if row.kind in KIND_MARKS:
        icon, shade = KIND_MARKS[SessionKind(row.kind)]
        paper.icon(icon, x, baseline - 8.4, ICON, shade=shade)
    x += ICON_ROOM
    for sign in row.signs:
        paper.box(x, baseline - 9.2, sign.width, SIGN_HEIGHT, shade=SOFT, radius=2)
        paper.text_centred(x + sign.width / 2, baseline - 0.5, sign.text, SIGN)
        x += sign.width + SIGN_GAP
    x += 3 if row.signs else 0
    _draw_column(paper, row.title, x, baseline, row.struck)
    _draw_column(paper, row.place, LEFT + PLACE_LEFT, baseline)


def _draw_column(paper: Paper, lines: tuple[SetLine, ...], x: float, baseline: float, struck: int = 0) -> None:
    for number, line in enumerate(lines):
        baseline += line.style.leading if number else 0
        paper.text(x, baseline, line.text, line.style)
        if number < struck:
            end = x + width(line.text, line.style.face, line.style.size)
            paper.rule(x, end, baseline - 3.2, shade=INK, thickness=0.7)
