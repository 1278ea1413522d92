from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from typing import cast

import pytest
from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from sqlalchemy import delete, update
from sqlalchemy.orm import Session as Db

from studyvisits.commands.rows import create
from studyvisits.documents.participant_columns import PAGE
from studyvisits.documents.participants import participants_xlsx
from studyvisits.queries.participants import HeadCountLine, ParticipantLists, participants
from studyvisits.store.tables import Activity, HeadCount, Participation, Project, Quota
from studyvisits.texts import texts_in
from tests.conftest import Golden
from tests.documents.visit_to_prague import meeting_of, visit_to_prague
from tests.documents.workbook_dump import dump
from tests.made import Made, visit

TODAY = date(2024, 5, 6)
POINTS_OF_A_DIGIT = 5.25
"""Of 9-point Arial on the screen's grid: 7 pixels of 0.75 points, the unit of widths."""
PLACE_HEADINGS = ("Country", "Partner", "Visiting or local", "Streetworkers", "Officials")


@pytest.fixture
def told(db: Db) -> Made:
    return visit_to_prague(db)


def sheets(lists: ParticipantLists, language: str = "en", *, needs: bool = False) -> list[Worksheet]:
    content, problems = participants_xlsx(lists, texts_in(language), today=TODAY, needs=needs)
    assert problems == ()
    return cast("list[Worksheet]", load_workbook(BytesIO(content)).worksheets)


def table(sheet: Worksheet) -> list[tuple[object, ...]]:
    """The heading and the rows below it, as far as the filter goes."""
    assert sheet.auto_filter.ref
    cells = cast("tuple[tuple[Cell, ...], ...]", sheet[sheet.auto_filter.ref])
    return [tuple(cell.value for cell in row) for row in cells]


def column(sheet: Worksheet, heading: str) -> list[object]:
    first, *rows = table(sheet)
    return [row[first.index(heading)] for row in rows]


def fact(sheet: Worksheet, label: str) -> object:
    """What stands beside a label above the table."""
    (told,) = [row[2].value for row in sheet.iter_rows() if row[0].value == label]
    return told


def number_formats(sheet: Worksheet, place: int) -> list[str]:
    """Of the cells of one column that hold something."""
    assert sheet.auto_filter.ref
    first = int(sheet.auto_filter.ref.split(":")[0][1:]) + 1
    cells = [row[place] for row in sheet.iter_rows(min_row=first, max_row=first + 14)]
    return [cell.number_format for cell in cells if cell.value is not None]


def on_paper(sheet: Worksheet) -> list[float]:
    """The widths of the columns of the print area."""
    first, last = sheet.print_area.partition("!")[2].replace("$", "").split(":")
    assert first == "A1"
    return [sheet.column_dimensions[get_column_letter(at)].width for at in range(1, sheet[last].column + 1)]


def texts(sheet: Worksheet) -> list[object]:
    return [cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None]


def test_the_list_of_a_visit(db: Db, told: Made, golden: Golden) -> None:
    lists = participants(db, project=told.project, activity=told.prague)
    content, problems = participants_xlsx(lists, texts_in("en"), today=TODAY)
    golden("participants-visit-en.txt", dump(content))
    assert problems == ()


def test_the_list_of_a_project(db: Db, told: Made, golden: Golden) -> None:
    content, _ = participants_xlsx(participants(db, project=told.project), texts_in("en"), today=TODAY)
    golden("participants-project-en.txt", dump(content))


def test_the_same_day_gives_the_same_workbook(db: Db, told: Made) -> None:
    lists = participants(db, project=told.project)
    first, second = (participants_xlsx(lists, texts_in("sv"), today=TODAY)[0] for _ in range(2))
    assert dump(first) == dump(second)


def test_visiting_come_before_local_then_by_country_then_as_the_language_sorts(db: Db, told: Made) -> None:
    """Finsko, Švédsko in Czech; Ruotsi, Suomi in Finnish."""
    lists = participants(db, project=told.project, activity=told.prague)
    czech, finnish = (column(sheets(lists, language)[1], heading) for language, heading in _surname_headings())
    finns = ["Äijälä", "Hämäläinen", "Järvinen", "Lehtimäki"]
    local = ["Černý", "Chalupa", "Hůlková", "Žďárský"]
    swedes = ["=1+1", "Bergqvist", "Lindström", "Sjöberg"]
    assert czech == [*finns, *swedes, "جعفر", "Černý", "Hůlková", "Chalupa", "Žďárský", "Öhman", "Vrána"]
    finnish_finns = ["Hämäläinen", "Järvinen", "Lehtimäki", "Äijälä"]
    assert finnish == [*swedes, *finnish_finns, "جعفر", *local, "Öhman", "Vrána"]


def _surname_headings() -> list[tuple[str, str]]:
    return [(language, texts_in(language).gettext("Surname")) for language in ("cs", "fi")]


def test_only_expected_people_are_numbered_and_counted(db: Db, told: Made) -> None:
    sheet = sheets(participants(db, project=told.project, activity=told.prague))[1]
    assert column(sheet, "No.") == [*range(1, 14), None, None]
    assert fact(sheet, "People named") == "13 · Visiting: 9 · Local: 4 · Reserve: 1 · Cancelled: 1"


def test_text_is_never_a_formula(db: Db, told: Made) -> None:
    sheet = sheets(participants(db, project=told.project, activity=told.prague))[1]
    kinds = {cell.value: cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert [kinds[text] for text in ("=1+1", "@SUM(A1)", "<b>Anna</b>", "00420 001")] == ["s"] * 4
    assert "f" not in kinds.values()


def test_days_are_dates_and_moments_have_their_time(db: Db, told: Made) -> None:
    lists = participants(db, project=told.project, activity=told.prague)
    sheet = sheets(lists)[1]
    assert column(sheet, "Arrival")[:4] == [
        datetime(2024, 6, 9),
        datetime(2024, 6, 9, 17, 5),
        *[datetime(2024, 6, 9)] * 2,
    ]
    place = table(sheet)[0].index("Arrival")
    formats = {
        language: number_formats(sheets(lists, language)[1], place) for language in ("en", "cs", "fi", "sv", "bg")
    }
    assert {language: set(its) for language, its in formats.items()} == {
        "en": {"[$-809]d mmm yyyy", "[$-809]d mmm yyyy h:mm"},
        "cs": {"d. m. yyyy", "d. m. yyyy h:mm"},
        "fi": {"d.m.yyyy", "d.m.yyyy h.mm"},
        "sv": {"yyyy-mm-dd", "yyyy-mm-dd h:mm"},
        "bg": {'d.mm.yyyy\u202f"г".', 'd.mm.yyyy\u202f"г". h:mm'},
    }


def test_needs_stay_out_unless_asked_for(db: Db, told: Made) -> None:
    plain = participants(db, project=told.project, activity=told.prague)
    assert all(person.needs == () for person in plain.activities[0].people)
    assert "vegan" not in texts(sheets(plain)[1])
    with_needs = participants(db, project=told.project, activity=told.prague, needs=True)
    sheet = sheets(with_needs, needs=True)[1]
    assert column(sheet, "Diet") == [None, None, "vegan", *[None] * 12]
    first = table(sheet)[0].index("Diet")
    assert table(sheet)[0][first : first + 4] == ("Diet", "Allergies", "Access", "Health")
    assert "vegan" not in texts(sheets(with_needs)[1])


def test_the_summary_sets_partners_against_their_places(db: Db, told: Made) -> None:
    sheet = sheets(participants(db, project=told.project, activity=told.prague))[0]
    assert table(sheet) == [
        (*PLACE_HEADINGS, "Places for any", "People", "Other roles", "State"),
        ("Finland", "Katutyö", "Visiting", "2 of 2", "2 of 2", None, "4 of 4", None, "complete"),
        ("Sweden", "Fältgruppen", "Visiting", "2 of 2", "2 of 2", None, "4 of 4", None, "complete"),
        ("Czechia", "ČAS", "Local", 1, 2, 12, "3 of 12", 1, "9 open"),
        (None, "without a partner", "Visiting", None, None, None, None, 1, None),
    ]  # fmt: skip
    assert [cell.value for cell in sheet[sheet.max_row]] == ["Together", None, None, 5, 6, 12, 11, 2, None]


def test_too_many_are_named_in_the_summary(db: Db, told: Made) -> None:
    db.execute(update(Quota).where(Quota.partner_id == told.finland).values(places=1))
    sheet = sheets(participants(db, project=told.project, activity=told.prague))[0]
    assert column(sheet, "State")[0] == "2 too many"


def test_people_told_as_a_number(db: Db, told: Made) -> None:
    """Ten and ten people, none of them named, as in Tábor and Wels; and 74 at a seminar, four of them named."""
    db.execute(delete(Participation))
    for partner, presence in ((told.finland, "visiting"), (told.czechia, "local")):
        create(
            db,
            table="head_counts",
            values={"activity_id": told.prague, "number": 10, "partner_id": partner, "presence": presence},
        )
    first, second = sheets(participants(db, project=told.project, activity=told.prague))
    assert column(first, "People") == ["10 of 4, none named", "0 of 4", "10 of 12, none named"]
    assert (second.auto_filter.ref, second.freeze_panes) == (None, "D12")
    assert fact(second, "People named") == "0"
    assert fact(second, "Head counts") == "10 · Visiting · Katutyö · Finland\n10 · Local · ČAS · Czechia"


def test_some_of_those_counted_are_named(db: Db, told: Made) -> None:
    db.execute(delete(Quota))
    db.execute(delete(HeadCount))
    create(
        db,
        table="head_counts",
        values={"activity_id": told.prague, "number": 74, "partner_id": told.finland, "presence": "visiting"},
    )
    sheet = sheets(participants(db, project=told.project, activity=told.prague))[0]
    assert [row[-3:] for row in table(sheet) if row[1] == "Katutyö"] == [("74, 4 named", None, None)]


def test_an_activity_with_nobody(db: Db, told: Made) -> None:
    empty = visit(db, told.project, short_name="Empty", certainty="open")
    first, second = sheets(participants(db, project=told.project, activity=empty))
    assert (first.title, second.title) == ("Summary", "Empty")
    assert second["A2"].value == "Human trafficking on the street · Study visit · Praha, Czechia · date open"
    assert second.auto_filter.ref is None
    assert [row[1] for row in table(first)[1:]] == ["nobody yet"]


def test_a_meeting_has_the_people_of_its_visit_until_it_has_its_own(db: Db, told: Made) -> None:
    meeting = meeting_of(db, told)
    sheet = sheets(participants(db, project=told.project, activity=meeting))[1]
    assert len(column(sheet, "Surname")) == 8
    assert "Visiting or local" not in table(sheet)[0]
    assert sheet["A2"].value == (
        "Before Prague · Preparatory meeting · Online · 7 May 2024 · 14:00–15:30 Praha · 15:00–16:30 Helsinki"
    )
    member = create(
        db,
        table="members",
        values={
            "project_id": told.project,
            "person_id": create(db, table="persons", values={"family_name": "Alone"}),
        },
    )
    create(db, table="participations", values={"activity_id": meeting, "member_id": member})
    sheet = sheets(participants(db, project=told.project, activity=meeting))[1]
    assert column(sheet, "Surname") == ["Alone"]


def test_twelve_activities_have_a_sheet_each_under_legal_names(db: Db, told: Made) -> None:
    lists = participants(db, project=told.project)
    one = next(each for each in lists.activities if each.head.id == told.prague)
    names = [
        "History",
        "a/b:c",
        "A-B-C",
        "x" * 300,
        "X" * 300,
        "🚌" * 40,
        "'quoted'",
        "",
        "Summary",
        "[1]",
        "?",
        "=1+1",
    ]
    many = tuple(
        replace(one, head=replace(one.head, id=place, short_name=name or None, title=name or None))
        for place, name in enumerate(names)
    )
    made = sheets(replace(lists, activities=many))
    assert [sheet.title for sheet in made] == [
        "Summary",
        "History (2)",
        "a-b-c",
        "A-B-C (2)",
        "x" * 31,
        "X" * 27 + " (2)",
        "🚌" * 15,
        "quoted",
        "Study visit",
        "Summary (2)",
        "-1-",
        "-",
        "=1+1",
    ]
    assert len(table(made[0])) == 1 + 12 * 4


def test_a_text_longer_than_a_cell_is_cut_and_told(db: Db, told: Made) -> None:
    lists = participants(db, project=told.project, activity=told.prague)
    person = replace(lists.activities[0].people[0], job_title="é" * 40_000)
    changed = replace(lists, activities=(replace(lists.activities[0], people=(person,)),))
    content, problems = participants_xlsx(changed, texts_in("en"), today=TODAY)
    assert [(problem.code, dict(problem.facts)) for problem in problems] == [
        ("cell_text_cut", {"sheet": "Prague", "cell": "G11"})
    ]
    sheet = load_workbook(BytesIO(content)).worksheets[1]
    assert sheet["G11"].value == "é" * 32_767


def test_names_of_three_hundred_letters_do_not_widen_the_page(db: Db, told: Made) -> None:
    lists = participants(db, project=told.project, activity=told.prague)
    people = tuple(
        replace(person, family_name="Ř" * 300, given_name="漢" * 300, job_title="long words " * 30)
        for person in lists.activities[0].people
    )
    sheet = sheets(replace(lists, activities=(replace(lists.activities[0], people=people),)))[1]
    assert sum(on_paper(sheet)) <= PAGE * 1.1
    assert max(each.height or 0 for each in sheet.row_dimensions.values()) == 409


def test_long_lines_above_the_table_stay_on_the_page(db: Db, told: Made) -> None:
    db.execute(update(Project).values(title="A project of many words " * 12))
    db.execute(update(Activity).where(Activity.id == told.prague).values(title="Long title " * 25, status="cancelled"))
    first, second = sheets(participants(db, project=told.project, activity=told.prague))
    assert sorted(str(each) for each in first.merged_cells.ranges) == ["A2:I2", "A7:I7", "B3:I3"]
    assert sorted(str(each) for each in second.merged_cells.ranges) == ["A2:K2", "A8:K8", "C3:K3"]
    assert (first.row_dimensions[3].height or 0) > 20
    assert str(second["A2"].value).endswith(" · Cancelled")


def test_contacts_and_travel_stand_behind_what_is_printed_and_print_stays_readable(db: Db, told: Made) -> None:
    sheet = sheets(participants(db, project=told.project, activity=told.prague))[1]
    headings = [str(heading) for heading in table(sheet)[0]]
    printed = headings[: len(on_paper(sheet))]
    assert printed == [
        "No.", "Surname", "First name", "Title", "Organisation", "Country", "Profession", "Job title",
        "Visiting or local", "Role", "Status",
    ]  # fmt: skip
    assert {"E-mail", "Phone", "Arrival", "Departure"} <= set(headings) - set(printed)
    width_of_paper = (297 - 2 * 15) / 25.4 * 72
    assert 9 * width_of_paper / (sum(on_paper(sheet)) * POINTS_OF_A_DIGIT) >= 8


def test_clean_of_what_xml_forbids(db: Db, told: Made) -> None:
    db.execute(update(Activity).where(Activity.id == told.prague).values(title="A\x00B\x0b_x0041_\ufffe C"))
    sheet = sheets(participants(db, project=told.project, activity=told.prague))[1]
    assert str(sheet["A2"].value).split(" · ")[0] in ("AB_x005F_x0041_ C", "AB_x0041_ C")


def test_a_count_of_all_names_whoever_was_there(db: Db, told: Made) -> None:
    one = participants(db, project=told.project, activity=told.prague)
    speaker = replace(one.activities[0].people[0], roles=("speaker",), partner_id=None, presence=None)
    everybody = HeadCountLine(74, None, None, None, None, None, None, None)
    activity = replace(one.activities[0], people=(speaker,), counted=(everybody,), quotas=())
    summary = sheets(replace(one, activities=(activity,)))[0]
    assert "74, 1 named" in [cell.value for row in summary.iter_rows() for cell in row]


def test_no_label_above_a_list_is_cut_by_its_fact(db: Db, told: Made) -> None:
    lists = participants(db, project=told.project, activity=told.prague)
    few = tuple(
        replace(person, family_name="Ek", given_name="Bo", title_before=None) for person in lists.activities[0].people
    )
    changed = replace(lists, activities=(replace(lists.activities[0], people=few),))
    content, _ = participants_xlsx(changed, texts_in("cs"), today=TODAY)
    sheet = load_workbook(BytesIO(content)).worksheets[1]
    (label,) = [cell for row in sheet.iter_rows() for cell in row if cell.value == "Osoby uvedené jménem"]
    fact = next(cell for cell in sheet[label.row][1:] if cell.value is not None)
    room = sum(sheet.column_dimensions[get_column_letter(column)].width for column in range(1, fact.column))
    assert room >= len("Osoby uvedené jménem")
