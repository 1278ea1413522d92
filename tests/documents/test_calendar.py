from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import update
from sqlalchemy.orm import Session as Db

from studyvisits.commands.rows import create
from studyvisits.documents.calendar import calendar_ics
from studyvisits.domain.zones import ZoneFacts
from studyvisits.queries.activity_heads import ActivityHead, ProjectHead
from studyvisits.queries.calendar import Calendar, CalendarActivity, CalendarSession, calendar
from studyvisits.store.tables import Activity, Session
from studyvisits.texts import texts_in
from tests.conftest import Golden
from tests.documents.calendar_reading import Read, read_calendar
from tests.documents.visit_to_prague import meeting_of, visit_to_prague
from tests.made import Made, session

TODAY = date(2024, 5, 6)


@pytest.fixture
def told(db: Db) -> Made:
    made = visit_to_prague(db)
    for table, ids in ((Activity, "a"), (Session, "5")):
        for (row,) in db.execute(table.__table__.select().with_only_columns(table.id)).all():
            db.execute(update(table).where(table.id == row).values(uid=f"{ids * 8}{row:024x}"))
    return made


def placed(db: Db, told: Made, title: str, start: int | None = None, day: int | None = 10, **values: object) -> int:
    made = session(db, told.prague, title, day, start, **values)
    db.execute(update(Session).where(Session.id == made).values(uid=f"{'5' * 8}{made:024x}"))
    return made


def read(db: Db, told: Made, activity: int | None = None, language: str = "en") -> Read:
    content, _ = calendar_ics(calendar(db, project=told.project, activity=activity), texts_in(language), today=TODAY)
    return read_calendar(content)


def problems(db: Db, told: Made) -> list[tuple[str, object]]:
    _, found = calendar_ics(calendar(db, project=told.project), texts_in("en"), today=TODAY)
    return [(problem.code, problem.facts["activity"]) for problem in found]


def head(zone: str, first: date, last: date) -> ActivityHead:
    return ActivityHead(
        1, "a" * 32, "study_visit", "Visit", None, None, first, last, "fixed", None, None, None, None, None, None, None,
        None, None, "planned", None, None, (), ZoneFacts(time_zone=zone),
    )  # fmt: skip


def one_session(zone: str, day: date, start: int, minutes: int | None) -> Calendar:
    its = CalendarSession(
        "5" * 32, "Session", None, day, start, minutes, 0, None, None, None, None, "planned", None, (), ()
    )
    project = ProjectHead(1, "b" * 32, "Project", None, "en", None, None, None)
    return Calendar(project, (CalendarActivity(head(zone, day, day), (its,)),))


@pytest.mark.parametrize("zone", ["Europe/Helsinki", "Europe/Prague", "Europe/Stockholm", "Europe/Sofia"])
@pytest.mark.parametrize(
    "day",
    [
        date(2024, 3, 30),
        date(2024, 3, 31),
        date(2024, 4, 1),
        date(2024, 10, 26),
        date(2024, 10, 27),
        date(2024, 10, 28),
        date(2006, 3, 26),
        date(2006, 6, 12),
        date(2006, 10, 29),
        date(2006, 12, 4),
    ],
)
def test_every_clock_is_right_on_both_sides_of_the_change(zone: str, day: date) -> None:
    content, _ = calendar_ics(one_session(zone, day, 9 * 60 + 30, 90), texts_in("en"), today=TODAY)
    found = read_calendar(content)
    begins = datetime(day.year, day.month, day.day, 9, 30, tzinfo=ZoneInfo(zone))
    event = found.event("Session")
    assert found.moment(event, "DTSTART") == begins.astimezone(UTC)
    assert found.moment(event, "DTEND") == (begins + timedelta(minutes=90)).astimezone(UTC)


@settings(max_examples=60, deadline=None)
@given(
    st.dates(date(1997, 1, 1), date(2035, 12, 31)),
    st.integers(4 * 60, 23 * 60),
    st.sampled_from(["Europe/Helsinki", "Europe/Prague", "Europe/Stockholm", "Europe/Ljubljana", "Europe/Istanbul"]),
)
def test_any_session_of_the_day_begins_when_its_clock_says(day: date, start: int, zone: str) -> None:
    content, _ = calendar_ics(one_session(zone, day, start, None), texts_in("en"), today=TODAY)
    found = read_calendar(content)
    event = found.event("Session")
    wall = datetime(day.year, day.month, day.day, start // 60, start % 60, tzinfo=ZoneInfo(zone))
    assert found.moment(event, "DTSTART") == wall.astimezone(UTC)
    assert found.moment(event, "DTEND") is None


def test_a_session_may_pass_midnight(db: Db, told: Made) -> None:
    placed(db, told, "Night walk", 22 * 60, minutes=240)
    found = read(db, told)
    event = found.event("Night walk")
    assert (event["DTSTART;TZID=Europe/Prague"], event["DTEND;TZID=Europe/Prague"]) == (
        "20240610T220000",
        "20240611T020000",
    )


def test_the_calendar_of_a_project(db: Db, told: Made, golden: Golden) -> None:
    venue = create(
        db, table="venues", values={"name": "Centrum Kotva", "address": "Sokolovská 14, Praha 8", "town": "Praha"}
    )
    walk = placed(
        db,
        told,
        "Walk; with, signs \\ and ěščř 🚌",
        9 * 60,
        minutes=150,
        venue_id=venue,
        place_note="bell “Terén”",
        description="Two lines:\nwhat to bring, and why.",
        notes="never printed",
        working_language="cs",
    )
    create(db, table="audience_rows", values={"session_id": walk, "kind": "visiting"})
    create(db, table="audience_rows", values={"session_id": walk, "kind": "partner", "partner_id": told.czechia})
    create(db, table="session_people", values={"session_id": walk, "participation_id": 9, "role": "speaker"})
    create(db, table="session_people", values={"session_id": walk, "words": "two women of the long programme"})
    placed(db, told, "Called off", 14 * 60, minutes=60, state="cancelled")
    placed(db, told, "Supper", place_note="address given on the day")
    placed(db, told, "Farewell", day=14)
    placed(db, told, "On the shelf", day=None)
    content, _ = calendar_ics(calendar(db, project=told.project), texts_in("en"), today=TODAY)
    golden("calendar-project-en.ics", content)
    assert "never printed" not in content.decode()
    assert "On the shelf" not in content.decode()


def test_what_has_no_time_is_listed_in_the_all_day_entry(db: Db, told: Made) -> None:
    placed(db, told, "Second", order=2)
    placed(db, told, "First", order=1)
    placed(db, told, "Gone", order=3, state="cancelled")
    placed(db, told, "Later", day=12)
    found = read(db, told, told.prague)
    event = found.event("Human trafficking on the street")
    assert event["DESCRIPTION"].split("\n")[:-1] == [
        "Monday 10 June",
        "– First",
        "– Second",
        "Wednesday 12 June",
        "– Later",
    ]
    assert (found.moment(event, "DTSTART"), found.moment(event, "DTEND")) == (date(2024, 6, 10), date(2024, 6, 15))
    assert len(found.events) == 1
    assert found.zones == {}


def test_a_meeting_is_one_entry_until_it_has_sessions(db: Db, told: Made) -> None:
    meeting = meeting_of(db, told)
    found = read(db, told, meeting)
    assert [event["SUMMARY"] for event in found.events] == ["Before Prague"]
    assert found.moment(found.events[0], "DTSTART") == datetime(2024, 5, 7, 12, tzinfo=UTC)
    assert found.events[0]["URL"] == "https://meet.example.org/prague"
    day = {"activity_id": meeting, "day": date(2024, 5, 7)}
    create(db, table="sessions", values={**day, "title": "Round of names", "start": 14 * 60})
    assert [event["SUMMARY"] for event in read(db, told, meeting).events] == ["Round of names"]


def test_an_order_without_times_stands_in_the_entry_of_its_event(db: Db, told: Made) -> None:
    db.execute(
        update(Activity).where(Activity.id == told.prague).values(start=870, minutes=180, last_day=date(2024, 6, 10))
    )
    placed(db, told, "Welcome", order=1)
    placed(db, told, "Coffee break", order=2)
    event = read(db, told, told.prague).event("Human trafficking on the street")
    assert event["DTSTART;TZID=Europe/Prague"] == "20240610T143000"
    assert event["DESCRIPTION"].split("\n")[:-1] == ["– Welcome", "– Coffee break"]


def test_what_has_no_date_is_left_out_and_told(db: Db, told: Made) -> None:
    placed(db, told, "Walk", 9 * 60)
    db.execute(update(Activity).where(Activity.id == told.prague).values(certainty="month"))
    assert [event["SUMMARY"] for event in read(db, told).events] == ["Before Prague"]
    assert problems(db, told) == [("calendar_without_date", "Human trafficking on the street")]


def test_provisional_and_cancelled_say_so(db: Db, told: Made) -> None:
    placed(db, told, "Walk", 9 * 60)
    db.execute(update(Activity).where(Activity.id == told.prague).values(certainty="provisional"))
    event = read(db, told).event("Walk (provisional)")
    assert event["STATUS"] == "TENTATIVE"
    db.execute(
        update(Activity).where(Activity.id == told.prague).values(status="cancelled", cancel_reason="no flights")
    )
    event = read(db, told).event("Cancelled: Walk")
    assert (event["STATUS"], event["DESCRIPTION"].split("\n")[0]) == ("CANCELLED", "Reason: no flights")


@pytest.mark.parametrize(
    ("status", "certainty", "told_of_it"),
    [
        ("planned", "fixed", "TENTATIVE"),
        ("confirmed", "provisional", "TENTATIVE"),
        ("confirmed", "fixed", "CONFIRMED"),
        ("held", "fixed", "CONFIRMED"),
        ("cancelled", "fixed", "CANCELLED"),
    ],
)
def test_an_activity_and_its_sessions_are_as_sure_as_it_is(
    db: Db, told: Made, status: str, certainty: str, told_of_it: str
) -> None:
    placed(db, told, "Walk", 9 * 60, state="asked")
    db.execute(update(Activity).where(Activity.id == told.prague).values(status=status, certainty=certainty))
    assert [event["STATUS"] for event in read(db, told, told.prague).events] == [told_of_it, told_of_it]


def test_without_a_place_clocks_have_no_zone_and_it_is_told(db: Db, told: Made) -> None:
    found, warned = calendar_ics(one_session("", date(2024, 6, 10), 540, 60), texts_in("en"), today=TODAY)
    read_back = read_calendar(found)
    assert read_back.moment(read_back.event("Session"), "DTSTART") == datetime(2024, 6, 10, 9)
    assert [problem.code for problem in warned] == ["calendar_without_zone"]


def test_the_same_ids_come_back(db: Db, told: Made) -> None:
    placed(db, told, "Walk", 9 * 60)
    first, second = (sorted(event["UID"] for event in read(db, told, language=its).events) for its in ("en", "fi"))
    assert first == second
    assert len(set(first)) == 3


@settings(max_examples=50, deadline=None)
@given(
    st.text(max_size=300), st.sampled_from(["javascript:alert(1)", "https://x.example/\r\nBEGIN:VEVENT", "http://ok"])
)
def test_no_text_breaks_out_of_its_line(title: str, link: str) -> None:
    told = one_session("Europe/Prague", date(2024, 6, 10), 540, 60)
    (activity,) = told.activities
    changed = ActivityHead(
        **{name: getattr(activity.head, name) for name in ActivityHead.__slots__}
        | {"title": title, "joining_link": link, "cancel_reason": title, "purpose": title}
    )
    content, _ = calendar_ics(
        Calendar(told.project, (CalendarActivity(changed, activity.sessions),)), texts_in("en"), today=TODAY
    )
    found = read_calendar(content)
    assert len(found.events) == 2
    assert {event.get("URL") for event in found.events} == ({"http://ok"} if link == "http://ok" else {None})
