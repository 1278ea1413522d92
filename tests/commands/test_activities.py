from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session as Db

from studyvisits.commands.activities import (
    add_activity,
    cancel_activity,
    fix_dates,
    give_up_dates,
    lengthen_activity,
    move_activity,
    set_hosts,
)
from studyvisits.commands.rows import change
from studyvisits.domain.refusal import Refused
from tests.made import everything, made, member, participation, rows, session, visit

JUNE = date(2024, 6, 10)
DAYS = st.dates(date(1900, 1, 1), date(2150, 1, 1))


def full_visit(db: Db) -> int:
    """The visit to Prague with sessions, somebody's journey and a meeting four weeks before it."""
    there = made(db)
    for day in (10, 10, 11, None):
        session(db, there.prague, "Talk", day, 600)
    journey = {"arrival_day": date(2024, 6, 9), "arrival_time": 1200, "departure_day": date(2024, 6, 15)}
    participation(db, there.prague, member(db, there.project, "Virtanen"), **journey)
    may = {"first_day": date(2024, 5, 13), "last_day": date(2024, 5, 13), "belongs_to_id": there.prague}
    session(db, visit(db, there.project, kind="preparatory_meeting", **may), "Hello", None)
    return there.prague


def dates(db: Db) -> list[tuple[object, ...]]:
    return rows(db, "activities", "first_day", "last_day", "certainty")


def test_moving_shifts_sessions_and_journeys_and_leaves_meetings(db: Db) -> None:
    prague = full_visit(db)
    move_activity(db, activity=prague, first_day=date(2024, 6, 17))
    assert dates(db) == [
        (date(2024, 6, 17), date(2024, 6, 21), "fixed"),
        (date(2024, 5, 13), date(2024, 5, 13), "fixed"),
    ]
    days = [date(2024, 6, 17), date(2024, 6, 17), date(2024, 6, 18), None, None]
    assert rows(db, "sessions", "day") == [(day,) for day in days]
    assert rows(db, "participations", "arrival_day", "departure_day") == [(date(2024, 6, 16), date(2024, 6, 22))]


def test_moving_takes_meetings_along_when_asked(db: Db) -> None:
    move_activity(db, activity=full_visit(db), first_day=date(2024, 6, 24), with_meetings=True)
    assert dates(db)[1] == (date(2024, 5, 27), date(2024, 5, 27), "fixed")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(day=DAYS, with_meetings=st.booleans())
def test_moving_there_and_back_changes_nothing(db: Db, day: date, with_meetings: bool) -> None:
    with db.begin_nested() as step:
        prague = full_visit(db)
        before = everything(db)
        move_activity(db, activity=prague, first_day=day, with_meetings=with_meetings)
        move_activity(db, activity=prague, first_day=JUNE, with_meetings=with_meetings)
        assert everything(db) == before
        step.rollback()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(month=st.none() | DAYS)
def test_giving_up_dates_and_fixing_them_again_changes_nothing(db: Db, month: date | None) -> None:
    with db.begin_nested() as step:
        prague = full_visit(db)
        before = everything(db)
        give_up_dates(db, activity=prague, month=month)
        fix_dates(db, activity=prague, first_day=JUNE)
        assert everything(db) == before
        step.rollback()


def test_giving_up_dates_leaves_days_counted_from_the_months_first_monday(db: Db) -> None:
    prague = full_visit(db)
    give_up_dates(db, activity=prague, month=date(2024, 9, 20), with_meetings=True)
    assert dates(db) == [
        (date(2024, 9, 2), date(2024, 9, 6), "month"),
        (date(2024, 8, 5), date(2024, 8, 5), "month"),
    ]
    assert rows(db, "sessions", "day")[:3] == [(date(2024, 9, 2),), (date(2024, 9, 2),), (date(2024, 9, 3),)]
    give_up_dates(db, activity=prague, with_meetings=True)
    assert dates(db) == [
        (date(2000, 1, 3), date(2000, 1, 7), "open"),
        (date(2000, 1, 3), date(2000, 1, 3), "open"),
    ]
    assert rows(db, "sessions", "day")[:3] == [(date(2000, 1, 3),), (date(2000, 1, 3),), (date(2000, 1, 4),)]


def test_fixing_takes_a_last_day_and_refuses_unreal_ones(db: Db) -> None:
    prague = full_visit(db)
    give_up_dates(db, activity=prague)
    fix_dates(db, activity=prague, first_day=JUNE, last_day=date(2024, 6, 12), certainty="provisional")
    assert dates(db)[0] == (JUNE, date(2024, 6, 12), "provisional")
    before = everything(db)
    for wrong in ({"certainty": "month"}, {"last_day": date(2024, 6, 9)}):
        with pytest.raises(Refused):
            fix_dates(db, activity=prague, first_day=JUNE, **wrong)
    assert everything(db) == before


def test_moving_a_month_moves_to_the_month_and_open_dates_cannot_move(db: Db) -> None:
    prague = full_visit(db)
    give_up_dates(db, activity=prague, month=JUNE)
    move_activity(db, activity=prague, first_day=date(2024, 10, 31))
    assert dates(db)[0] == (date(2024, 10, 7), date(2024, 10, 11), "month")
    give_up_dates(db, activity=prague)
    with pytest.raises(Refused) as refused:
        move_activity(db, activity=prague, first_day=JUNE)
    assert refused.value.code == "dates_open"


def test_lengthening_moves_nothing(db: Db) -> None:
    prague = full_visit(db)
    sessions = rows(db, "sessions", "day")
    lengthen_activity(db, activity=prague, first_day=date(2024, 6, 9), last_day=date(2024, 6, 10))
    assert dates(db)[0] == (date(2024, 6, 9), date(2024, 6, 10), "fixed")
    lengthen_activity(db, activity=prague, days=1)
    assert dates(db)[0] == (date(2024, 6, 9), date(2024, 6, 9), "fixed")
    assert rows(db, "sessions", "day") == sessions
    for wrong in (0, -3, 10**9):
        with pytest.raises(Refused):
            lengthen_activity(db, activity=prague, days=wrong)


def test_adding_an_activity_from_its_month_its_day_or_nothing(db: Db) -> None:
    there = made(db)
    add_activity(db, project=there.project, kind="seminar")
    add_activity(db, project=there.project, kind="seminar", first_day=date(2024, 11, 30), certainty="month", days=2)
    add_activity(db, project=there.project, kind="seminar", first_day=JUNE, hosts=[there.sweden, there.finland])
    assert dates(db)[1:] == [
        (date(2000, 1, 3), date(2000, 1, 3), "open"),
        (date(2024, 11, 4), date(2024, 11, 5), "month"),
        (JUNE, JUNE, "fixed"),
    ]
    assert rows(db, "hosts", "partner_id", "leading", "order") == [(there.sweden, True, 0), (there.finland, False, 1)]


def test_hosts_are_set_as_told_the_first_leading(db: Db) -> None:
    there = made(db)
    set_hosts(db, activity=there.prague, partners=[there.czechia, there.sweden])
    set_hosts(db, activity=there.prague, partners=[there.finland, there.czechia])
    hosts = rows(db, "hosts", "partner_id", "leading", "order")
    assert sorted(hosts) == [(there.finland, True, 0), (there.czechia, False, 1)]


def test_cancelling_keeps_the_reason(db: Db) -> None:
    there = made(db)
    cancel_activity(db, activity=there.prague, reason=" no flights ")
    assert rows(db, "activities", "status", "cancel_reason") == [("cancelled", "no flights")]
    change(db, table="activities", ids=[there.prague], values={"status": "planned", "cancel_reason": ""})
    assert rows(db, "activities", "status", "cancel_reason") == [("planned", None)]


def test_an_activity_is_not_moved_past_the_years_kept(db: Db) -> None:
    prague = full_visit(db)
    before = everything(db)
    with pytest.raises(Refused) as refused:
        fix_dates(db, activity=prague, first_day=date.max)
    assert (refused.value.code, everything(db)) == ("moved_out_of_range", before)
