from datetime import date

import pytest

from studyvisits.domain.known_names import KnownNames, PersonName, PlaceName
from studyvisits.domain.programme_lines import Asked, read_lines
from studyvisits.domain.programme_read import OtherDay, ReadPerson, ReadProgramme, ReadSession
from studyvisits.domain.programme_tables import is_table

NAMES = KnownNames(
    people=(PersonName(1, "Říha", "Tomáš"), PersonName(2, "Mäkelä", "Aino")),
    venues=(PlaceName(1, "Great hall"),),
    groups=((1, "A"), (2, "B")),
)
TUESDAY = Asked(date(2024, 6, 11), date(2024, 6, 10))


def read(*rows: str) -> ReadProgramme:
    return read_lines("\n".join(row.replace("|", "\t") for row in rows), NAMES, TUESDAY)


def test_columns_are_known_by_their_headings_in_any_order() -> None:
    assert read(
        "Kdo|Čas|Program|Místo|Poznámka",
        "T. Říha|9:30–12:00|Social department|Great hall|bring a badge",
        "Aino Mäkelä; paní Nováková|13|Kurz|Žerotínova 33|",
        "||Volno||",
    ) == ReadProgramme(
        (
            ReadSession(
                "Social department",
                570,
                150,
                None,
                1,
                "Great hall",
                people=(ReadPerson("T. Říha", 1),),
                description="bring a badge",
            ),
            ReadSession("Volno", kind="social"),
        ),
        ("Aino Mäkelä; paní Nováková | 13 | Kurz | Žerotínova 33",),
    )


def test_times_in_two_cells_with_and_without_headings() -> None:
    expected = (
        ReadSession("Welcome", 540, 30, "meeting", 1, "Great hall", people=(ReadPerson("T. Říha", 1),)),
        ReadSession("Lunch", 720, None, "meal"),
    )
    assert read("9:00|9:30|Welcome|Great hall|T. Říha", "12:00||Lunch").sessions == expected
    assert read("Od|Do|Téma|Kde|Lektor", "9.00|9.30|Welcome|Great hall|T. Říha", "12.00||Lunch||").sessions == expected


def test_the_usual_order_without_headings() -> None:
    assert read("9:30–12:00|Visit|Vinohradská 40|Ing. Jana Malá", "|Debrief").sessions == (
        ReadSession(
            "Visit", 570, 150, "placement", place_note="Vinohradská 40", people=(ReadPerson("Ing. Jana Malá"),)
        ),
        ReadSession("Debrief", kind="meeting"),
    )


def test_columns_of_groups_become_sessions_for_them() -> None:
    assert read(
        "Time|Skupina A|Group B", "9:00|Welcome|Welcome", "10:00–12:00|Day centre, U Bulhara 3|Shelter"
    ).sessions == (
        ReadSession("Welcome", 540, kind="meeting"),
        ReadSession("Day centre", 600, 120, place_note="U Bulhara 3", groups=(1,)),
        ReadSession("Shelter", 600, 120, groups=(2,)),
    )


def test_cells_that_say_no_more_than_a_group_and_columns_of_groups_not_known() -> None:
    assert read("Time|Group A|Group B|Group C", "9:00|a|b|c") == ReadProgramme(
        (ReadSession("a", 540, groups=(1,), description="c"), ReadSession("b", 540, groups=(2,), description="c"))
    )


def test_a_column_of_lengths_and_one_of_groups() -> None:
    assert read("Start|Duration|Session|Group", "9:00|45|Talk|A", "10:00|1 h|Panel|A + B").sessions == (
        ReadSession("Talk", 540, 45, groups=(1,)),
        ReadSession("Panel", 600, 60, "seminar", groups=(1, 2)),
    )


def test_rows_of_other_days_are_elsewhere() -> None:
    assert read(
        "Date|Time|Activity", "10.6.|9:00|Yesterday", "|10:00|Yesterday too", "11.6.|9:00|Today", "|10:00|Today too"
    ) == ReadProgramme(
        (ReadSession("Today", 540), ReadSession("Today too", 600)),
        elsewhere=(OtherDay("10.6.", ("10.6. | 9:00 | Yesterday", "10:00 | Yesterday too")),),
    )


def test_cells_of_several_lines_and_rows_that_go_on() -> None:
    text = '9:00\t"Welcome,\nregistration"\tGreat hall\n\t\t2nd floor\tT. Říha\n9:30\tTalk "Streets"\t\t'
    assert read_lines(text, NAMES).sessions == (
        ReadSession(
            "Welcome, registration",
            540,
            None,
            "meeting",
            1,
            "Great hall",
            "2nd floor",
            people=(ReadPerson("T. Říha", 1),),
        ),
        ReadSession('Talk "Streets"', 570),
    )


def test_marks_that_do_not_fit_are_letters() -> None:
    assert read_lines('9:00\t"Streets\tGreat hall\n9:30\tTalk', NAMES).sessions == (
        ReadSession('"Streets', 540, None, None, 1, "Great hall"),
        ReadSession("Talk", 570),
    )


def test_a_table_of_upright_strokes() -> None:
    assert read_lines("| 9:00 | Welcome | Hall 3 |\n|---|---|---|\n| 10:00 | Coffee | |", NAMES).sessions == (
        ReadSession("Welcome", 540, None, "meeting", place_note="Hall 3"),
        ReadSession("Coffee", 600, None, "meal"),
    )


def test_lines_with_a_tab_for_an_indent_are_no_table() -> None:
    assert [is_table(lines) for lines in (["9:00 A", "\tand more"], ["9:00\tA"], ["", " "], [])] == [
        False,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize("cell", ["9:00\n–\n10:30", "9:00 –\n10:30", "9:00\n–10:30", "9.00\n10.30"])
def test_a_span_that_a_narrow_cell_broke_is_one(cell: str) -> None:
    assert read_lines(f"Time\tProgramme\tPlace\n{cell}\tTalk\tGreat hall", NAMES) == ReadProgramme(
        (ReadSession("Talk", 540, 90, None, 1, "Great hall"),)
    )


@pytest.mark.parametrize("heading", ["Responsible", "Zajišťuje", "Vastuuhenkilö", "Medverkande", "Verantwortlich"])
def test_a_column_of_those_in_charge_holds_people(heading: str) -> None:
    assert read(f"Time|Programme|{heading}", "9:00|Talk|T. Říha").sessions == (
        ReadSession("Talk", 540, people=(ReadPerson("T. Říha", 1),)),
    )
