from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session as Db

from studyvisits.commands.rows import change, create, delete, order
from studyvisits.domain.refusal import Refused
from studyvisits.refusal_sentences import REFUSALS
from studyvisits.store.tables import Base
from tests.made import everything, made, member, participation, rows, session, visit


def refusal(db: Db, table: str, values: dict[str, object]) -> str:
    before = everything(db)
    with pytest.raises(Refused) as refused:
        create(db, table=table, values=values)
    assert everything(db) == before
    return refused.value.code


def test_create_stores_what_was_told_in_its_types(db: Db) -> None:
    project = create(db, table="projects", values={"title": " Příprava ", "first_day": date(2024, 1, 1), "aim": ""})
    create(db, table="funding_profiles", values={"project_id": project, "amount": 85440.5, "rate": Decimal(75)})
    assert rows(db, "projects", "id", "title", "first_day", "aim") == [(project, "Příprava", date(2024, 1, 1), None)]
    assert rows(db, "funding_profiles", "amount", "rate") == [(Decimal("85440.5"), Decimal(75))]


def test_create_counts_on_in_the_order_of_its_owner(db: Db) -> None:
    there = made(db)
    assert rows(db, "partners", "order") == [(0,), (1,), (2,)]
    for day in (10, 10, 11, None):
        session(db, there.prague, "Talk", day)
    assert rows(db, "sessions", "order") == [(0,), (1,), (0,), (0,)]


@pytest.mark.parametrize(
    ("table", "values", "code"),
    [
        ("people", {}, "unknown_table"),
        ("file_identity", {}, "unknown_table"),
        ("persons", {"family_name": "A", "age": 3}, "unknown_column"),
        ("persons", {"family_name": "A", "id": 3}, "unknown_column"),
        ("persons", {"family_name": "  "}, "empty_field"),
        ("persons", {"given_name": "Aino"}, "empty_field"),
        ("persons", {"family_name": 12}, "wrong_type"),
        ("persons", {"family_name": "A", "birth_date": "1980-01-01"}, "wrong_type"),
        ("persons", {"family_name": "A", "birth_date": datetime(1980, 1, 1)}, "wrong_type"),
        ("venues", {"name": "A", "capacity": True}, "wrong_type"),
        ("venues", {"name": "A", "capacity": 1.5}, "wrong_type"),
        ("venues", {"name": "A", "longitude": float("inf")}, "number_not_finite"),
        ("venues", {"name": "A", "organisation_id": 99}, "unknown_row"),
        (
            "projects",
            {"title": "A", "first_day": date(2024, 2, 1), "last_day": date(2024, 1, 1)},
            "last_day_before_first",
        ),
    ],
)
def test_create_refuses_what_cannot_be_stored(db: Db, table: str, values: dict[str, object], code: str) -> None:
    assert refusal(db, table, values) == code


def test_what_belongs_to_another_project_or_activity_is_refused(db: Db) -> None:
    here, there = made(db), made(db)
    second = visit(db, here.project, short_name="Prague 2")
    part = create(db, table="parts", values={"activity_id": second, "title": "Course"})
    grouping = create(db, table="groupings", values={"activity_id": second, "name": "Placements"})
    group = create(db, table="groups", values={"grouping_id": grouping, "name": "A"})
    talk = session(db, here.prague, "Talk")
    mine = participation(db, second, member(db, here.project, "Říha"))
    stranger = member(db, there.project, "Virtanen")
    codes = [
        refusal(db, "quotas", {"activity_id": here.prague, "partner_id": there.finland, "places": 4}),
        refusal(db, "sessions", {"activity_id": here.prague, "title": "A", "part_id": part}),
        refusal(db, "audience_rows", {"session_id": talk, "kind": "group", "group_id": group}),
        refusal(db, "session_people", {"session_id": talk, "participation_id": mine}),
        refusal(db, "participations", {"activity_id": here.prague, "member_id": stranger}),
        refusal(db, "members", {"project_id": here.project, "person_id": 1, "partner_id": there.sweden}),
    ]
    assert codes == ["belongs_elsewhere"] * 6


def test_rows_that_say_nothing_or_two_things_are_refused(db: Db) -> None:
    there = made(db)
    talk = session(db, there.prague, "Talk")
    assert refusal(db, "session_people", {"session_id": talk}) == "empty_field"
    assert refusal(db, "audience_rows", {"session_id": talk, "kind": "group"}) == "audience_unclear"
    both = {"session_id": talk, "kind": "visiting", "partner_id": there.finland}
    assert refusal(db, "audience_rows", both) == "audience_unclear"
    create(db, table="hosts", values={"activity_id": there.prague, "partner_id": there.czechia})
    assert refusal(db, "hosts", {"activity_id": there.prague, "partner_id": there.czechia}) == "already_there"


def test_change_gives_several_rows_the_same_values(db: Db) -> None:
    there = made(db)
    first, second, third = (session(db, there.prague, title) for title in "ABC")
    change(db, table="sessions", ids=[first, third], values={"start": 600, "kind": "meal"})
    assert rows(db, "sessions", "id", "start", "kind") == [
        (first, 600, "meal"),
        (second, None, None),
        (third, 600, "meal"),
    ]


def test_change_refuses_to_empty_to_move_away_and_to_turn_in_circles(db: Db) -> None:
    here, there = made(db), made(db)
    meeting = visit(db, here.project, kind="preparatory_meeting", belongs_to_id=here.prague)
    before = everything(db)
    wrong: list[tuple[str, int, dict[str, object], str]] = [
        ("projects", here.project, {"title": None}, "empty_field"),
        ("activities", here.prague, {"last_day": date(2024, 6, 9)}, "last_day_before_first"),
        ("activities", here.prague, {"belongs_to_id": here.prague}, "points_to_itself"),
        ("activities", here.prague, {"belongs_to_id": meeting}, "points_to_itself"),
        ("activities", here.prague, {"belongs_to_id": there.prague}, "belongs_elsewhere"),
        ("activities", here.prague, {"project_id": there.project}, "cannot_change_home"),
        ("partners", here.finland, {"project_id": there.project}, "cannot_change_home"),
        ("sessions", 77, {"title": "A"}, "unknown_row"),
    ]
    codes = []
    for table, row, values, _ in wrong:
        with pytest.raises(Refused) as refused:
            change(db, table=table, ids=[row], values=values)
        codes.append(refused.value.code)
    assert codes == [code for *_, code in wrong]
    assert everything(db) == before


def test_order_shares_out_the_places_of_the_rows_named(db: Db) -> None:
    there = made(db)
    a, b, c, d = (session(db, there.prague, title) for title in "ABCD")
    order(db, table="sessions", ids=[d, a])
    assert rows(db, "sessions", "title", "order") == [("A", 3), ("B", 1), ("C", 2), ("D", 0)]
    order(db, table="sessions", ids=[a, b, c, d])
    assert rows(db, "sessions", "title", "order") == [("A", 0), ("B", 1), ("C", 2), ("D", 3)]


def test_order_refuses_rows_of_several_owners(db: Db) -> None:
    here, there = made(db), made(db)
    with pytest.raises(Refused) as refused:
        order(db, table="partners", ids=[here.finland, there.finland])
    assert refused.value.code == "order_of_several"


def test_a_person_put_into_another_group_of_the_grouping_leaves_the_first(db: Db) -> None:
    there = made(db)
    who = participation(db, there.prague, member(db, there.project, "Říha"))
    first, second = (
        create(db, table="groupings", values={"activity_id": there.prague, "name": name}) for name in ("Days", "Tables")
    )
    a, b = (create(db, table="groups", values={"grouping_id": first, "name": name}) for name in "AB")
    table = create(db, table="groups", values={"grouping_id": second, "name": "1"})
    for group in (a, table, b):
        create(db, table="group_places", values={"group_id": group, "participation_id": who})
    assert rows(db, "group_places", "group_id", "participation_id") == [(table, who), (b, who)]


def test_delete_takes_what_hangs_on_the_rows(db: Db) -> None:
    there = made(db)
    session(db, there.prague, "Talk")
    delete(db, table="activities", ids=[there.prague])
    assert (rows(db, "activities", "id"), rows(db, "sessions", "id")) == ([], [])
    with pytest.raises(Refused):
        delete(db, table="activities", ids=[there.prague])


ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 9),
    st.integers(),
    st.floats(),
    st.decimals(),
    st.dates(),
    st.datetimes(),
    st.text(max_size=12),
    st.binary(max_size=3),
    st.sampled_from(["group", "fixed", "study_visit", "cs", "CZ", "Europe/Prague", "EUR", "speaker"]),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.data())
def test_whatever_is_told_is_stored_or_refused_with_a_reason(db: Db, data: st.DataObject) -> None:
    table = data.draw(st.sampled_from(sorted(set(Base.metadata.tables) - {"file_identity"})))
    columns = Base.metadata.tables[table].columns.keys()
    values = data.draw(st.dictionaries(st.sampled_from(columns), ANYTHING, min_size=1))
    with db.begin_nested() as step:
        made(db)
        for write in (
            lambda: create(db, table=table, values=values),
            lambda: change(db, table=table, ids=[1], values=values),
        ):
            before, code = everything(db), None
            try:
                write()
            except Refused as refused:
                code = refused.code
            assert code is None or (code in REFUSALS and everything(db) == before)
        step.rollback()
