"""The participant list: a workbook with a summary of places and a table of people for each activity."""

from collections import Counter
from datetime import date

from studyvisits.documents.activity_words import dates_of, kind_of, place_line, state_of, times_of, title_of, town_of
from studyvisits.documents.participant_columns import INDENT, PRESENCES, Words, people_table, words_of
from studyvisits.documents.participant_summary import began_in, summary_sheet
from studyvisits.documents.sheet_pieces import (
    columns_for,
    fact_rows,
    fit_lines,
    footer,
    funding_rows,
    heading_row,
    title_rows,
)
from studyvisits.documents.workbook import Sheet, write_workbook
from studyvisits.domain.kinds import EXPECTED, ParticipationStatus, Presence, Sector, Severity
from studyvisits.domain.problem import Problem, Where
from studyvisits.queries.participants import ActivityList, HeadCountLine, ParticipantLists
from studyvisits.texts import Texts

FROZEN = 3
"""Columns that stay in sight: number, surname, first name."""


def participants_xlsx(
    lists: ParticipantLists, texts: Texts, *, today: date, needs: bool = False
) -> tuple[bytes, tuple[Problem, ...]]:
    """Return the workbook and a problem ``cell_text_cut`` for each text that was longer than a cell holds.

    The summary comes first, then a sheet for each activity that has people, named or counted (of one activity alone
    always its sheet). Needs are left out unless asked for.
    """
    words = words_of(lists, texts)
    shown = [one for one in lists.activities if one.people or one.counted or len(lists.activities) == 1]
    sheets = [summary_sheet(lists, words, today)]
    sheets += [_list_sheet(lists, one, words, today, needs) for one in shown]
    title = " · ".join([_project(lists), texts.gettext("List of participants")])
    content, cut = write_workbook(sheets, title=title, today=today)
    where = Where("projects", lists.project.id, lists.project.title)
    return content, tuple(
        Problem("cell_text_cut", Severity.WARN, where, {"sheet": one.sheet, "cell": one.cell}) for one in cut
    )


def _project(lists: ParticipantLists) -> str:
    return lists.project.acronym or lists.project.title


def _list_sheet(lists: ParticipantLists, one: ActivityList, words: Words, today: date, needs: bool) -> Sheet:
    texts, head = words.texts, one.head
    table = people_table(one.people, words, needs=needs)
    subtitle = [kind_of(head, texts), town_of(head, texts), dates_of(head, texts), times_of(head, lists.spots, texts)]
    rows = title_rows(texts.gettext("List of participants"), [title_of(head, texts), *subtitle, state_of(head, texts)])
    facts = [*_facts(lists, one, texts), *_numbers(one, words)]
    over = columns_for([label for label, _fact in facts], table.widths, least=2)
    rows += fact_rows(facts, over=over)
    merged: list[str] = []
    on_paper = table.widths[: table.printed]
    fit_lines(rows, on_paper, after=0, merged=merged)
    rows += funding_rows(lists.funding, began_in(lists), texts, on_paper, over=over, after=len(rows), merged=merged)
    rows.append(heading_row(table.headings, table.widths, indent=INDENT, printed=table.printed))
    heading = len(rows)
    rows += table.rows
    return Sheet(
        title=head.short_name or title_of(head, texts),
        rows=rows,
        widths=table.widths,
        heading=heading,
        last=len(rows),
        frozen=FROZEN,
        printed=table.printed,
        merged=merged,
        footer=footer(_project(lists), texts, today),
    )


def _facts(lists: ParticipantLists, one: ActivityList, texts: Texts) -> list[tuple[str, str]]:
    head, project = one.head, lists.project
    title = project.title if not project.acronym else f"{project.acronym} · {project.title}"
    facts = [(texts.gettext("Project"), title)]
    if one.head.hosts:
        facts.append((texts.gettext("Host"), ", ".join(head.hosts)))
    if head.venue:
        facts.append((texts.gettext("Venue"), place_line(head.venue)))
    if one.of_visit:
        visitors = texts.gettext("those who travel, as the meeting has no list of its own")
        facts.append((texts.gettext("People"), visitors))
    return facts


def _numbers(one: ActivityList, words: Words) -> list[tuple[str, str]]:
    """How many people there are, and those who are told as a number. Above the table, where they stay on the page on
    which it begins."""
    texts = words.texts
    expected = [person for person in one.people if person.status in EXPECTED]
    presences = Counter(person.presence for person in expected)
    numbers = [(texts.label(which), presences[which]) for which in PRESENCES if which and presences[which]]
    for status in (ParticipationStatus.RESERVE, ParticipationStatus.CANCELLED, ParticipationStatus.NO_SHOW):
        number = sum(person.status == status for person in one.people)
        if number:
            numbers.append((texts.label(status), number))
    told = [texts.number(len(expected)), *(f"{label}: {texts.number(number)}" for label, number in numbers)]
    facts = [(texts.gettext("People named"), " · ".join(told))]
    if one.counted:
        counted = (f"{texts.number(each.number)} · {_described(each, words)}" for each in one.counted)
        facts.append((texts.gettext("Head counts"), "\n".join(counted)))
    return facts


def _described(counted: HeadCountLine, words: Words) -> str:
    texts = words.texts
    parts = (
        texts.label(Presence(counted.presence)) if counted.presence else "",
        counted.organisation,
        texts.label(Sector(counted.sector)) if counted.sector else "",
        words.country(counted.country),
        words.professions.get(counted.profession_id or 0),
        counted.note,
    )
    return " · ".join(part for part in parts if part) or texts.gettext("people")
