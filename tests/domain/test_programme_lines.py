from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyvisits.domain.known_names import KnownNames, PersonName, PlaceName
from studyvisits.domain.programme_lines import Asked, read_lines
from studyvisits.domain.programme_read import OtherDay, ReadPerson, ReadProgramme, ReadSession

NAMES = KnownNames(
    people=(
        PersonName(1, "Říha", "Tomáš"),
        PersonName(2, "Mäkelä", "Aino"),
        PersonName(3, "Nováková", "Jana"),
        PersonName(4, "Nováková", "Jitka"),
        PersonName(5, "Ivanova", "Maria", "Мария Иванова"),
    ),
    venues=(PlaceName(1, "Day centre U Bulhara", "U Bulhara 3"), PlaceName(2, "Town hall Praha 9", "Sokolovská 14")),
    organisations=(PlaceName(7, "Terén Žižkov"),),
    groups=((1, "A"), (2, "B")),
)
TUESDAY = Asked(date(2024, 6, 11), date(2024, 6, 10))
RIHA, MAKELA = ReadPerson("T. Říha", 1), ReadPerson("Aino Mäkelä", 2)


def read(text: str, names: KnownNames = NAMES) -> ReadProgramme:
    return read_lines(text, names, TUESDAY)


def session(line: str, names: KnownNames = NAMES) -> ReadSession:
    programme = read(line, names)
    assert (len(programme.sessions), programme.unread) == (1, ())
    return programme.sessions[0]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "9:30–12:00 Social department, Sokolovská 14 (T. Říha)",
            ReadSession("Social department", 570, 150, None, 2, "Town hall Praha 9", people=(RIHA,)),
        ),
        (
            "9:30–12:00 Social department, Křížikova 52, Karlín (T. Malý)",
            ReadSession(
                "Social department", 570, 150, place_note="Křížikova 52, Karlín", people=(ReadPerson("T. Malý"),)
            ),
        ),
        (
            "• 9.30 A: Day centre U Bulhara (Aino Mäkelä, Tomas Riha)",
            ReadSession(
                "Day centre U Bulhara",
                570,
                venue=1,
                place="Day centre U Bulhara",
                people=(MAKELA, ReadPerson("Tomas Riha", 1)),
                groups=(1,),
            ),
        ),
        (
            "Skupina B – 13:30 Visit to Day centre U Bulhara",
            ReadSession(
                "Visit to Day centre U Bulhara", 810, None, "placement", 1, "Day centre U Bulhara", groups=(2,)
            ),
        ),
        ("9:00 A, B: Welcome", ReadSession("Welcome", 540, None, "meeting", groups=(1, 2))),
        ("9:00 C: Welcome", ReadSession("C: Welcome", 540, None, "meeting")),
        ("1. Welcome, introduction", ReadSession("Welcome, introduction", kind="meeting")),
        ("coffee break (15 min)", ReadSession("coffee break", None, 15, "meal")),
        ("12:15–13:15 Lunch, Karlín", ReadSession("Lunch", 735, 60, "meal", place_note="Karlín")),
        ("8:45 Tram 16 to Praha 9", ReadSession("Tram 16 to Praha 9", 525, None, "travel")),
        ("18:00 Welcome dinner @ Riegrovy sady", ReadSession("Welcome dinner @ Riegrovy sady", 1080, None, "social")),
        ("18:00 Night round @ Na Knížecí 5", ReadSession("Night round", 1080, place_note="Na Knížecí 5")),
        (
            "klo 14 Jalkautuminen, Terén Žižkov",
            ReadSession("Jalkautuminen, Terén Žižkov", 840, None, "placement", organisation=7),
        ),
        (
            "14:00 Lecture by T. Říha: numbers, part 1, 2018-2020",
            ReadSession("Lecture by T. Říha: numbers, part 1, 2018-2020", 840, None, "course", people=(RIHA,)),
        ),
        (
            "9:30–12 Посещение на център, ул. „Раковски“ 15 (Мария Иванова)",
            ReadSession(
                "Посещение на център",
                570,
                150,
                "placement",
                place_note="ул. „Раковски“ 15",
                people=(ReadPerson("Мария Иванова", 5),),
            ),
        ),
        (
            "9:00 Talk (Mgr. Jana Malá, Ph.D., Ing. Petr Novák)",
            ReadSession("Talk", 540, people=(ReadPerson("Mgr. Jana Malá, Ph.D."), ReadPerson("Ing. Petr Novák"))),
        ),
        (
            "9.00 - 9.30 Uvodni pozdrav – dr. Nina Bostič, direktorica",
            ReadSession("Uvodni pozdrav", 540, 30, "meeting", people=(ReadPerson("dr. Nina Bostič, direktorica"),)),
        ),
        ("??:?? Something", ReadSession("Something")),
        (
            "11:00 Visit to the library (Terén Žižkov)",
            ReadSession("Visit to the library (Terén Žižkov)", 660, None, "placement", organisation=7),
        ),
        ("9:00 Talk (Nováková)", ReadSession("Talk (Nováková)", 540)),
        ("9:00 Talk (J. Nováková)", ReadSession("Talk", 540, people=(ReadPerson("J. Nováková"),))),
        ("9:00 Talk (Tomáš Říiha)", ReadSession("Talk", 540, people=(ReadPerson("Tomáš Říiha", 1),))),
        ("9:00 Talk (in Finnish)", ReadSession("Talk (in Finnish)", 540)),
        ("9:00 =1+1 <b>Bold</b> \U0001f600", ReadSession("=1+1 <b>Bold</b> \U0001f600", 540)),
    ],
)
def test_a_line_becomes_a_session(line: str, expected: ReadSession) -> None:
    assert session(line) == expected


def test_indented_lines_and_lines_below_a_time_go_on() -> None:
    text = """
    9:00 Contact officers
        Korunní 98
        bring your badge
        - and no cameras

    10:00–11:00
    Outreach base
    Koněvova 18
    with an interpreter

    Debrief
    """
    assert read(text) == ReadProgramme(
        (
            ReadSession(
                "Contact officers", 540, place_note="Korunní 98", description="bring your badge\nand no cameras"
            ),
            ReadSession(
                "Outreach base", 600, 60, "placement", place_note="Koněvova 18", description="with an interpreter"
            ),
            ReadSession("Debrief", kind="meeting"),
        )
    )


def test_lines_without_sense_are_unread_and_those_of_other_days_elsewhere() -> None:
    text = """Programme
Monday 10 June
9:00 Yesterday
Day 2: Placements
9:00 Today
25:70 Broken
Info: jana@cas.cz
cena 120 Kč
***
11:30
Wednesday
9:00 Tomorrow
úterý 11. 6. 2024
14:00 Today again"""
    assert read(text) == ReadProgramme(
        (ReadSession("Today", 540), ReadSession("Today again", 840)),
        (
            "Programme",
            "25:70 Broken",
            "Info: jana@cas.cz",
            "cena 120 Kč",
            "***",
            "11:30",
        ),
        (
            OtherDay("Monday 10 June", ("Monday 10 June", "9:00 Yesterday")),
            OtherDay("Wednesday", ("Wednesday", "9:00 Tomorrow")),
        ),
    )


def test_a_group_on_a_line_of_its_own_holds_for_the_lines_below() -> None:
    text = "Group A:\n9:30 Day centre\nSkupina B\n9:30 Shelter\nAll\n12:00 Lunch"
    assert read(text).sessions == (
        ReadSession("Day centre", 570, groups=(1,)),
        ReadSession("Shelter", 570, groups=(2,)),
        ReadSession("Lunch", 720, kind="meal"),
    )


def test_windows_line_ends_and_marks_of_unicode_are_no_words() -> None:
    assert read("\ufeff9:00 Welcome\r\n10:00 Coffee\r\n").sessions == (
        ReadSession("Welcome", 540, kind="meeting"),
        ReadSession("Coffee", 600, kind="meal"),
    )


def test_an_absurd_line_is_unread() -> None:
    absurd = "9:00 " + "a, " * 50_000 + "end"
    assert read(absurd) == ReadProgramme((), (absurd,))


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200) | st.text("19:.–-() \n\tAa,;|•", max_size=60))
def test_no_text_breaks_the_reading(text: str) -> None:
    programme = read(text)
    assert all(any(letter.isalpha() for letter in each.title) for each in programme.sessions)
    assert all(each.minutes is None or each.minutes > 0 for each in programme.sessions)


def test_a_hotel_behind_a_dash_is_a_place_and_nobody() -> None:
    assert session("9:30 Откриване – хотел „Перла“, зала 2 (Георги Стоев)") == ReadSession(
        "Откриване", 570, None, "meeting", place_note="хотел „Перла“, зала 2", people=(ReadPerson("Георги Стоев"),)
    )
