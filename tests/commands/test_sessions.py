from datetime import date

import pytest
from sqlalchemy.orm import Session as Db

from studyvisits.commands.participations import Who
from studyvisits.commands.people import put_in_session
from studyvisits.commands.rows import create
from studyvisits.commands.sessions import (
    copy_day,
    duplicate_session,
    move_session,
    name_in_words,
    place_in_order,
    resize_session,
    set_audience,
    take_off,
    unplace_sessions,
)
from studyvisits.domain.refusal import Refused
from tests.made import everything, made, member, rows, session

MONDAY, TUESDAY = date(2024, 6, 10), date(2024, 6, 11)


def placed(db: Db) -> list[tuple[object, ...]]:
    return rows(db, "sessions", "title", "day", "start", "minutes", "order")


def test_moving_within_a_day_keeps_the_order_and_to_another_comes_last(db: Db) -> None:
    there = made(db)
    a, b = session(db, there.prague, "A", 10, 540, minutes=60), session(db, there.prague, "B", 10)
    session(db, there.prague, "C", 11, 600)
    move_session(db, session=a, day=MONDAY, start=1410)
    move_session(db, session=b, day=TUESDAY, start=None)
    assert placed(db) == [
        ("A", MONDAY, 1410, 60, 0),
        ("B", TUESDAY, None, None, 1),
        ("C", TUESDAY, 600, None, 0),
    ]


def test_placing_in_order_takes_the_time_away(db: Db) -> None:
    there = made(db)
    a, b, c = (session(db, there.prague, title, 10) for title in "ABC")
    d = session(db, there.prague, "D", 11, 600, minutes=30)
    place_in_order(db, session=d, day=MONDAY, after=a)
    assert placed(db) == [
        ("A", MONDAY, None, None, 0),
        ("B", MONDAY, None, None, 2),
        ("C", MONDAY, None, None, 3),
        ("D", MONDAY, None, 30, 1),
    ]
    place_in_order(db, session=c, day=MONDAY, after=None)
    assert rows(db, "sessions", "id", "order") == [(a, 1), (b, 3), (c, 0), (d, 2)]
    with pytest.raises(Refused):
        place_in_order(db, session=c, day=TUESDAY, after=a)


def test_unplacing_puts_on_the_shelf_and_keeps_the_length(db: Db) -> None:
    there = made(db)
    session(db, there.prague, "Shelf", None)
    a = session(db, there.prague, "A", 10, 540, minutes=60)
    unplace_sessions(db, sessions=[a])
    assert placed(db) == [("Shelf", None, None, None, 0), ("A", None, None, 60, 1)]


def test_resizing_takes_any_length_above_nothing(db: Db) -> None:
    there = made(db)
    a = session(db, there.prague, "A", 10, 540)
    resize_session(db, session=a, minutes=600, start=1200)
    assert placed(db) == [("A", MONDAY, 1200, 600, 0)]
    resize_session(db, session=a, minutes=None)
    assert placed(db) == [("A", MONDAY, 1200, None, 0)]
    for wrong in (0, -15):
        with pytest.raises(Refused):
            resize_session(db, session=a, minutes=wrong)


def test_a_duplicate_carries_audience_and_people_and_is_planned(db: Db) -> None:
    there = made(db)
    a = session(db, there.prague, "A", 10, 540, minutes=60, state="confirmed", description="<b>bold</b>")
    set_audience(db, sessions=[a], audience=[("local", None), ("partner", there.sweden)])
    name_in_words(db, session=a, words="two women of the long programme", role="speaker")
    copy = duplicate_session(db, session=a, day=TUESDAY, start=600)
    shelf = duplicate_session(db, session=a)
    assert rows(db, "sessions", "id", "day", "start", "minutes", "state", "description") == [
        (a, MONDAY, 540, 60, "confirmed", "<b>bold</b>"),
        (copy, TUESDAY, 600, 60, "planned", "<b>bold</b>"),
        (shelf, None, None, 60, "planned", "<b>bold</b>"),
    ]
    audience = [
        (each, kind, partner) for each in (a, copy, shelf) for kind, partner in for_local_people_and(there.sweden)
    ]
    assert rows(db, "audience_rows", "session_id", "kind", "partner_id") == audience
    words = "two women of the long programme"
    assert rows(db, "session_people", "session_id", "words", "role") == [
        (each, words, "speaker") for each in (a, copy, shelf)
    ]
    assert len(set(rows(db, "sessions", "uid"))) == 3


def for_local_people_and(partner: int) -> list[tuple[str, int | None]]:
    return [("local", None), ("partner", partner)]


def test_a_day_is_copied_in_its_order(db: Db) -> None:
    there = made(db)
    for title, start in (("A", 540), ("B", None), ("C", 480)):
        session(db, there.prague, title, 10, start)
    session(db, there.prague, "There already", 11)
    copies = copy_day(db, activity=there.prague, day=MONDAY, to_day=TUESDAY)
    assert len(copies) == 3
    assert placed(db)[4:] == [
        ("A", TUESDAY, 540, None, 1),
        ("B", TUESDAY, None, None, 2),
        ("C", TUESDAY, 480, None, 3),
    ]
    with pytest.raises(Refused):
        copy_day(db, activity=there.prague, day=MONDAY, to_day=MONDAY)


def test_an_audience_is_replaced_row_by_row(db: Db) -> None:
    there = made(db)
    a, b = session(db, there.prague, "A"), session(db, there.prague, "B")
    set_audience(db, sessions=[a, b], audience=[("visiting", None), ("profession", there.official)])
    kept = rows(db, "audience_rows", "id", "session_id", "kind")
    set_audience(db, sessions=[a], audience=[("profession", there.official), ("partner", there.finland)])
    assert rows(db, "audience_rows", "id", "session_id", "kind") == [*kept[1:], (kept[-1][0] + 1, a, "partner")]  # type: ignore[operator]
    set_audience(db, sessions=[a, b], audience=[])
    assert rows(db, "audience_rows", "id") == []


def test_somebody_named_singly_takes_part(db: Db) -> None:
    there = made(db)
    a, b = session(db, there.prague, "A"), session(db, there.prague, "B")
    guest = member(db, there.project, "Virtanen", partner_id=there.finland)
    set_audience(db, sessions=[a, b], audience=[("participation", Who(member=guest))])
    ((who, presence),) = rows(db, "participations", "id", "presence")
    assert presence == "visiting"
    assert rows(db, "audience_rows", "session_id", "kind", "participation_id") == [
        (a, "participation", who),
        (b, "participation", who),
    ]


@pytest.mark.parametrize(
    "audience", [[("group", None)], [("visiting", 1)], [("friends", None)], [("partner", 999)], [("group", 1)]]
)
def test_an_audience_that_says_nothing_is_refused(db: Db, audience: list[tuple[str, int | None]]) -> None:
    there = made(db)
    a = session(db, there.prague, "A")
    before = everything(db)
    with pytest.raises(Refused):
        set_audience(db, sessions=[a], audience=audience)
    assert everything(db) == before


def test_taking_off_leaves_the_participation(db: Db) -> None:
    there = made(db)
    a = session(db, there.prague, "A")
    who = put_in_session(db, session=a, who=Who(member=member(db, there.project, "Říha")))
    create(db, table="session_people", values={"session_id": a, "words": "a colleague"})
    take_off(db, session=a, participation=who)
    assert rows(db, "session_people", "words") == [("a colleague",)]
    assert rows(db, "participations", "id") == [(who,)]
