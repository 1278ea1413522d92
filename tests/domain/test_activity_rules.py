from dataclasses import replace
from datetime import date

import pytest

from studyvisits.domain.kinds import Severity
from studyvisits.domain.problem import Problem
from studyvisits.domain.problem_facts import Title
from tests.domain.checked import GOTEBORG, MEETING, PRAGUE, at_activity, codes, found

CONFIRMED = replace(PRAGUE, status="confirmed")
HELD = replace(PRAGUE, status="held")
SEMINAR = replace(CONFIRMED, id=4, kind="seminar", title="Closing seminar")
FOLLOW_UP = replace(MEETING, kind="follow_up_meeting")


def test_a_new_project_shows_no_problems() -> None:
    assert codes(activities=(PRAGUE, GOTEBORG, replace(PRAGUE, id=9, certainty="open", town=None))) == []


def test_a_confirmed_visit_without_preparatory_meeting() -> None:
    assert found(activities=(CONFIRMED,)) == [
        Problem("visit_without_preparation", Severity.WARN, at_activity(PRAGUE), {"activity": Title("Prague")})
    ]
    assert codes(activities=(CONFIRMED, MEETING)) == []
    assert codes(activities=(CONFIRMED, replace(MEETING, certainty="open"))) == []
    assert codes(activities=(CONFIRMED, replace(MEETING, status="cancelled"))) == ["visit_without_preparation"]
    assert codes(activities=(CONFIRMED, replace(MEETING, belongs_to=2))) == ["visit_without_preparation"]
    assert codes(activities=(CONFIRMED, FOLLOW_UP)) == ["visit_without_preparation"]
    assert codes(activities=(SEMINAR,)) == []


def test_a_held_visit_without_follow_up_after_twelve_weeks() -> None:
    at_last, before = date(2024, 9, 6), date(2024, 9, 5)

    assert found(activities=(HELD,), today=at_last) == [
        Problem(
            "visit_without_follow_up",
            Severity.WARN,
            at_activity(PRAGUE),
            {"activity": Title("Prague"), "last": date(2024, 6, 14)},
        )
    ]
    assert codes(activities=(HELD,), today=before) == []
    assert codes(activities=(HELD, FOLLOW_UP), today=at_last) == []
    assert codes(activities=(HELD, MEETING), today=at_last) == ["visit_without_follow_up"]
    assert codes(activities=(replace(HELD, certainty="month"),), today=at_last) == []
    assert codes(activities=(replace(HELD, kind="training"),), today=at_last) == []


@pytest.mark.parametrize("certainty", ["provisional", "month", "open"])
def test_confirmed_without_fixed_dates(certainty: str) -> None:
    assert codes(activities=(replace(SEMINAR, certainty=certainty),)) == ["activity_without_dates"]
    assert codes(activities=(replace(SEMINAR, certainty=certainty, status="planned"),)) == []


def test_confirmed_without_place_or_link() -> None:
    nowhere = replace(SEMINAR, town=None)

    assert codes(activities=(nowhere,)) == ["activity_without_place"]
    assert codes(activities=(replace(nowhere, venue=20),)) == []
    assert codes(activities=(replace(nowhere, mode="online"),)) == ["activity_without_link"]
    assert codes(activities=(replace(nowhere, mode="online", joining_link="https://example.org"),)) == []
    assert codes(activities=(replace(nowhere, joining_link="https://example.org"),)) == []
    assert codes(activities=(replace(nowhere, mode="hybrid"),)) == ["activity_without_link", "activity_without_place"]
    assert codes(activities=(replace(nowhere, status="cancelled"),)) == []
