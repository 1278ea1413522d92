from datetime import date

import pytest
from sqlalchemy.orm import Session as Db

from studyvisits.commands.programme import add_programme
from studyvisits.commands.rows import create
from studyvisits.domain.programme_lines import Asked, read_lines
from studyvisits.domain.programme_read import ReadSession
from studyvisits.domain.refusal import Refused
from studyvisits.queries.known_names import known_names
from tests.made import everything, made, member, rows, session

TUESDAY = date(2024, 6, 11)
LINES = """
Tuesday 11 June
9:30–12:00 A: Social department, Sokolovská 14 (T. Říha)
12:00 Lunch, Bistro Žižkov
Debrief with Aino Mäkelä (Mgr. Jana Malá)
"""


def test_typed_lines_become_sessions_of_a_day(db: Db) -> None:
    there = made(db)
    session(db, there.prague, "There already", 11)
    member(db, there.project, "Říha", given_name="Tomáš", partner_id=there.czechia)
    member(db, there.project, "Mäkelä", given_name="Aino", partner_id=there.finland)
    member(db, made(db).project, "Malá", given_name="Jana")
    venue = create(db, table="venues", values={"name": "Town hall", "address": "Sokolovská 14"})
    grouping = create(db, table="groupings", values={"activity_id": there.prague, "name": "Placements"})
    group = create(db, table="groups", values={"grouping_id": grouping, "name": "A"})

    read = read_lines(LINES, known_names(db, activity=there.prague), Asked(TUESDAY, date(2024, 6, 10)))
    first, second, third = add_programme(db, activity=there.prague, day=TUESDAY, sessions=read.sessions)

    columns = ("id", "title", "day", "start", "minutes", "order", "kind", "venue_id", "place_note")
    assert rows(db, "sessions", *columns)[1:] == [
        (first, "Social department", TUESDAY, 570, 150, 1, None, venue, None),
        (second, "Lunch", TUESDAY, 720, None, 2, "meal", None, "Bistro Žižkov"),
        (third, "Debrief with Aino Mäkelä", TUESDAY, None, None, 3, "meeting", None, None),
    ]
    assert rows(db, "audience_rows", "session_id", "kind", "group_id") == [(first, "group", group)]
    assert rows(db, "participations", "id", "member_id", "presence") == [(1, 1, "local"), (2, 2, "visiting")]
    assert rows(db, "participation_roles", "participation_id", "role") == [(1, "speaker"), (2, "speaker")]
    assert rows(db, "session_people", "session_id", "participation_id", "words") == [
        (first, 1, None),
        (third, None, "Mgr. Jana Malá"),
        (third, 2, None),
    ]


def test_sessions_without_a_day_wait_on_the_shelf(db: Db) -> None:
    there = made(db)
    add_programme(db, activity=there.prague, day=None, sessions=[ReadSession("A"), ReadSession("B", 540, 15)])
    columns = ("title", "day", "start", "minutes", "order")
    assert rows(db, "sessions", *columns) == [("A", None, None, None, 0), ("B", None, 540, 15, 1)]


def test_an_unknown_activity_is_refused(db: Db) -> None:
    made(db)
    before = everything(db)
    with pytest.raises(Refused):
        add_programme(db, activity=99, day=TUESDAY, sessions=[ReadSession("A")])
    assert everything(db) == before
