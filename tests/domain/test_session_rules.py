from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from studyvisits.domain.kinds import Severity
from studyvisits.domain.problem import Problem, Where
from studyvisits.domain.problem_facts import DayNumber, Moment, Span, Title
from tests.domain.checked import MEETING, PRAGUE, at_session, codes, found, person, session

RIHA = person(1, "Tomáš Říha")
MONDAY, FRIDAY = date(2024, 6, 10), date(2024, 6, 14)


def test_a_session_outside_its_activity() -> None:
    assert found(session(1, "Course", day=15)) == [
        Problem(
            "session_outside_activity",
            Severity.WARN,
            at_session(1, "Course"),
            {
                "session": Title("Course"),
                "day": date(2024, 6, 15),
                "activity": Title("Prague"),
                "span": Span(MONDAY, FRIDAY),
            },
        )
    ]
    assert codes(session(1, "Course", day=15), activities=(replace(PRAGUE, status="cancelled"),)) == []


@pytest.mark.parametrize(
    ("day", "kind", "outside"),
    [
        (9, "travel", False),
        (15, "social", False),
        (8, "travel", True),
        (16, "social", True),
        (9, "meal", True),
        (9, None, True),
        (10, None, False),
        (14, None, False),
        (None, None, False),
    ],
)
def test_travel_and_social_time_may_be_on_the_eve_and_the_day_after(
    day: int | None, kind: str | None, outside: bool
) -> None:
    assert codes(session(1, "Bus", day=day, kind=kind)) == ["session_outside_activity"] * outside
    assert codes(session(1, "Bus", day=day, kind=kind, start=None)) == ["session_outside_activity"] * outside
    assert codes(session(1, "Bus", day=day, kind=kind, state="cancelled")) == []


def test_days_outside_an_activity_that_is_not_settled_are_numbers() -> None:
    (problem,) = found(session(1, "Course", day=15), activities=(replace(PRAGUE, certainty="month"),))
    assert problem.facts["day"] == DayNumber(6)
    assert problem.facts["span"] == Span(DayNumber(1), DayNumber(5))


def test_a_session_longer_than_sixteen_hours() -> None:
    assert found(session(1, "Night", minutes=961)) == [
        Problem(
            "session_too_long",
            Severity.WARN,
            at_session(1, "Night"),
            {"session": Title("Night", of="Prague"), "hours": Decimal("16.0")},
        )
    ]
    assert codes(session(1, "Night", minutes=960)) == []
    assert codes(session(1, "Night", minutes=961, state="cancelled")) == []


def test_a_session_before_people_arrive_is_one_problem_for_those_who_come_together() -> None:
    told: dict[str, Any] = {"arrival_day": MONDAY, "arrival_time": 600}
    three = (person(1, "Říha", **told), person(2, "Aho", **told), person(3, "Ek", **{**told, "arrival_time": 660}))

    assert found(*three, session(1, "Welcome", start=570)) == [
        Problem(
            "session_before_arrival",
            Severity.WARN,
            at_session(1, "Welcome"),
            {
                "people": people,
                "moment": Moment(MONDAY, time),
                "session": Title("Welcome"),
                "begins": Moment(MONDAY, 570),
            },
            others,
        )
        for people, time, others in (
            (("Aho", "Říha"), 600, (Where("participations", 2, "Aho"), Where("participations", 1, "Říha"))),
            (("Ek",), 660, (Where("participations", 3, "Ek"),)),
        )
    ]


def test_a_session_after_somebody_left() -> None:
    leaving = replace(RIHA, departure_day=FRIDAY, departure_time=840)

    assert found(leaving, session(1, "Farewell", day=14, start=800)) == [
        Problem(
            "session_after_departure",
            Severity.WARN,
            at_session(1, "Farewell"),
            {
                "people": ("Tomáš Říha",),
                "moment": Moment(FRIDAY, 840),
                "session": Title("Farewell"),
                "ends": Moment(FRIDAY, 860),
            },
            (Where("participations", 1, "Tomáš Říha"),),
        )
    ]
    assert codes(leaving, session(1, "Farewell", day=14, start=780)) == []
    assert codes(leaving, session(1, "Farewell", day=14, start=840, minutes=None)) == ["session_after_departure"]
    assert codes(leaving, session(1, "Farewell", day=14, start=839, minutes=None)) == []


def test_without_a_time_days_alone_are_compared() -> None:
    comes = replace(RIHA, arrival_day=date(2024, 6, 11), departure_day=date(2024, 6, 13))

    assert codes(comes, session(1, "One", day=11, start=0), session(2, "Two", day=13, start=1380)) == []
    assert codes(comes, session(1, "One", day=10), session(2, "Two", day=14)) == [
        "session_before_arrival",
        "session_after_departure",
    ]
    timed = replace(RIHA, arrival_day=MONDAY, arrival_time=900)
    assert codes(timed, session(1, "In order", day=10, start=None)) == []
    (night,) = found(replace(RIHA, departure_day=MONDAY, departure_time=1380), session(1, "Night", start=1350))
    assert night.facts["ends"] == Moment(MONDAY, 1410)


def test_who_is_on_the_way_or_not_in_the_session_is_not_missed() -> None:
    comes = replace(RIHA, arrival_day=MONDAY, arrival_time=900, departure_day=FRIDAY, departure_time=600)

    assert codes(comes, session(1, "Train", start=480, kind="travel")) == []
    assert codes(replace(comes, status="reserve"), session(1, "Welcome")) == []
    online = replace(session(1, "Call", start=840), activity=3, day=MEETING.first_day)
    assert codes(comes, online, activities=(PRAGUE, MEETING)) == []
