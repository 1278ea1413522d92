"""Rows that every sheet of a list is built of: title, facts, funder's sentence, heading, numbers, footer."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from studyvisits.documents.funding import funding_words
from studyvisits.documents.workbook import (
    ACCENT,
    ACCENT_INK,
    ACCENT_SOFT,
    EDGE,
    GREY,
    HIGHEST,
    SECOND,
    TEXT_SIZE,
    THIRD,
    Row,
    Style,
    footer_text,
    lines_needed,
    text_width,
)
from studyvisits.queries.funding import Funding
from studyvisits.texts import Texts

TITLE = Style(size=17, bold=True)
SUBTITLE = Style(size=10.5, colour=SECOND)
LABEL = Style(size=8.5, colour=THIRD)
FACT = Style()
STATEMENT = Style(size=7.5, colour=SECOND, wrap=True, horizontal="left")
HEADING = Style(size=8.5, bold=True, colour=ACCENT_INK, fill=ACCENT_SOFT, below=("medium", ACCENT), wrap=True)
NUMBER_HEADING = Style(
    size=8.5,
    bold=True,
    colour=ACCENT_INK,
    fill=ACCENT_SOFT,
    below=("medium", ACCENT),
    wrap=True,
    horizontal="right",
    indent=1,
)
BOLD, BOLD_NUMBER = Style(bold=True), Style(horizontal="right", indent=1, bold=True)
STATEMENT_LINE = 10.5
"""Points."""


def title_rows(title: str, subtitle: Sequence[str]) -> list[Row]:
    below = " · ".join(dict.fromkeys(part for part in subtitle if part))
    return [Row((title,), (TITLE,), 28), Row((below,), (SUBTITLE,), 18)]


def columns_for(labels: Sequence[str], widths: Sequence[float], *, least: int) -> int:
    """Return over how many columns labels run so that none is cut by the fact behind it."""
    longest = max(map(text_width, labels), default=0) * LABEL.size / TEXT_SIZE + 1.5
    return next((count for count in range(least, len(widths)) if sum(widths[:count]) >= longest), least)


def fact_rows(facts: Sequence[tuple[str, str]], *, over: int) -> list[Row]:
    """``over`` is the number of columns over which a label may run."""
    empty = (None,) * (over - 1)
    return [Row((label, *empty, fact), (LABEL, *empty, FACT), 14.5) for label, fact in facts]


def funding_rows(
    told: Funding | None,
    year: int | None,
    texts: Texts,
    widths: Sequence[float],
    *,
    over: int,
    after: int,
    merged: list[str],
) -> list[Row]:
    """Programme and number as facts, then the statement over the whole width; ends with a narrow gap. ``year`` is that
    in which the project began, ``after`` the number of rows above; ``merged`` takes the range of the statement."""
    rows: list[Row] = []
    if told is not None:
        facts = ((texts.gettext("Programme"), told.programme), (texts.gettext("Project number"), told.grant_number))
        rows += fact_rows([(label, fact) for label, fact in facts if fact], over=over)
        sentence = _statement(told, texts, year)
        if sentence:
            rows.append(_spread(sentence, widths))
            merged.append(f"A{after + len(rows)}:{column_letters(len(widths))}{after + len(rows)}")
    return [*rows, gap(7)]


def heading_row(
    headings: Sequence[str],
    widths: Sequence[float],
    numbers: Sequence[int] = (0,),
    *,
    indent: int = 0,
    printed: int | None = None,
) -> Row:
    """``numbers`` are the places of columns of numbers, whose headings stand at the right as they do; ``indent`` is
    that of the texts below the others. The headings behind the first ``printed`` are grey: they stay off the paper."""
    lines = max(lines_needed(text, width - 2.5 - indent) for text, width in zip(headings, widths, strict=True))
    heading = replace(HEADING, horizontal="left", indent=indent) if indent else HEADING
    behind = replace(heading, colour=SECOND, fill=GREY, below=("medium", EDGE))
    most = len(headings) if printed is None else printed
    styles = tuple(
        NUMBER_HEADING if place in numbers else heading if place < most else behind for place in range(len(headings))
    )
    return Row(tuple(headings), styles, 8 + 12.0 * lines)


def fit_lines(rows: Sequence[Row], widths: Sequence[float], *, after: int, merged: list[str]) -> None:
    """Break the last text of each row over the columns to its right where it would run past the table, and so past the
    edge of the page. ``after`` is the number of rows above, ``merged`` takes the ranges."""
    for number, row in enumerate(rows, start=after + 1):
        at = len(row.values) - 1
        text, style = (row.values[at], row.styles[at]) if row.values else (None, None)
        if not isinstance(text, str) or style is None or style.wrap or at >= len(widths):
            continue
        lines = lines_needed(text, sum(widths[at:]) * TEXT_SIZE / style.size)
        if lines > 1:
            empty = len(widths) - at - 1
            row.values = (*row.values, *(None,) * empty)
            row.styles = (*row.styles[:at], *(replace(style, wrap=True, horizontal="left"),) * (empty + 1))
            row.height = min(HIGHEST, 5 + lines * style.size * 1.3)
            if empty:
                merged.append(f"{column_letters(at + 1)}{number}:{column_letters(len(widths))}{number}")


def gap(height: float = 10) -> Row:
    return Row((), (), height)


def footer(project: str, texts: Texts, today: date) -> tuple[str, str, str]:
    pages = texts.gettext("Page {page} of {pages}").format(page="&P", pages="&N")
    as_of = texts.gettext("As of {day}").format(day=texts.day_year(today))
    return footer_text(project), footer_text(as_of), pages


def column_letters(column: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(column))


def _statement(told: Funding, texts: Texts, year: int | None) -> str:
    """Statement and disclaimer, without the first where the second begins with it, as most do."""
    words = funding_words(told, texts, year=year)
    statement, disclaimer = words.statement or "", words.disclaimer or ""
    if disclaimer.startswith(statement.rstrip(".")):
        return disclaimer
    return " ".join(text for text in (statement, disclaimer) if text)


def _spread(text: str, widths: Sequence[float]) -> Row:
    """A text over the whole width; a row of merged cells does not grow by itself."""
    width = sum(widths) * 1.15
    height = min(HIGHEST, 6 + STATEMENT_LINE * lines_needed(text, width))
    return Row((text, *(None,) * (len(widths) - 1)), (STATEMENT,) * len(widths), height)
