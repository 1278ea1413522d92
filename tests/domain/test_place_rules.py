from dataclasses import replace
from datetime import date, timedelta

import pytest

from studyvisits.domain.kinds import Severity
from studyvisits.domain.problem import Problem, Where
from studyvisits.domain.problem_facts import Title
from studyvisits.domain.quotas import Counted, QuotaRow
from tests.domain.checked import CZ, FI, OFFICE, PRAGUE, STREET, at_activity, codes, found, person

HALF = replace(PRAGUE, quotas=(QuotaRow(FI, STREET, 1), QuotaRow(FI, OFFICE, 1)))
STREETWORKERS = [person(id_, f"Street {id_}", profession=STREET) for id_ in (1, 2, 3)]
OFFICIALS = [person(id_, f"Office {id_}", profession=OFFICE) for id_ in (4, 5)]
KATUTYO = Where("partners", FI, "Katutyö")


def test_a_profession_that_overflows() -> None:
    assert found(*STREETWORKERS[:2], activities=(HALF,)) == [
        Problem(
            "profession_quota_exceeded",
            Severity.STOP,
            at_activity(HALF),
            {
                "partner": "Katutyö",
                "activity": Title("Prague"),
                "profession": "streetworkers",
                "filled": 2,
                "places": 1,
            },
            (KATUTYO, Where("professions", STREET, "streetworker")),
        )
    ]
    assert codes(STREETWORKERS[0], OFFICIALS[0], activities=(HALF,)) == []
    assert codes(STREETWORKERS[0], replace(STREETWORKERS[1], status="reserve"), activities=(HALF,)) == []


def test_a_total_that_overflows_by_more_than_its_professions() -> None:
    unknown = person(9, "Unknown", profession=None)

    assert found(STREETWORKERS[0], OFFICIALS[0], unknown, activities=(HALF,)) == [
        Problem(
            "quota_exceeded",
            Severity.STOP,
            at_activity(HALF),
            {"partner": "Katutyö", "activity": Title("Prague"), "filled": 3, "places": 2},
            (KATUTYO,),
        )
    ]
    assert codes(*STREETWORKERS, *OFFICIALS, activities=(HALF,)) == ["profession_quota_exceeded"] * 2
    assert codes(*STREETWORKERS, unknown, activities=(HALF,)) == ["profession_quota_exceeded"]
    assert codes(*STREETWORKERS[:2], OFFICIALS[0], unknown, activities=(HALF,)) == [
        "profession_quota_exceeded",
        "quota_exceeded",
    ]


def test_a_head_count_overflows_too() -> None:
    seminar = replace(PRAGUE, quotas=(QuotaRow(FI, None, 80),), head_counts=(Counted(FI, "visiting", None, 81),))
    assert [problem.facts["filled"] for problem in found(STREETWORKERS[0], activities=(seminar,))] == [81]
    assert codes(STREETWORKERS[0], activities=(replace(seminar, quotas=()),)) == []
    assert codes(STREETWORKERS[0], activities=(replace(seminar, status="cancelled"),)) == []


def test_a_hosts_places_are_for_local_people_whatever_their_partner() -> None:
    hosting = replace(PRAGUE, quotas=(QuotaRow(CZ, None, 1),))
    local = [person(id_, f"Local {id_}", presence="local", partner=None) for id_ in (1, 2)]
    assert [problem.facts["filled"] for problem in found(*local, activities=(hosting,))] == [2]


@pytest.mark.parametrize(
    ("days_before", "expected"),
    [(57, []), (56, ["places_open"]), (1, ["places_open"]), (0, []), (-1, [])],
)
def test_open_places_are_a_warning_from_eight_weeks_before_until_the_first_day(
    days_before: int, expected: list[str]
) -> None:
    today = PRAGUE.first_day - timedelta(days=days_before)
    assert codes(STREETWORKERS[0], activities=(HALF,), today=today) == expected


def test_open_places_are_said_by_partner() -> None:
    today = date(2024, 6, 1)

    assert found(STREETWORKERS[0], activities=(HALF,), today=today) == [
        Problem(
            "places_open",
            Severity.WARN,
            at_activity(HALF),
            {
                "partner": "Katutyö",
                "activity": Title("Prague"),
                "open": 1,
                "places": 2,
                "day": date(2024, 6, 10),
            },
            (KATUTYO,),
        )
    ]
    assert codes(STREETWORKERS[0], OFFICIALS[0], activities=(HALF,), today=today) == []
    for changed in ({"certainty": "provisional"}, {"certainty": "month"}, {"status": "held"}, {"status": "cancelled"}):
        assert codes(activities=(replace(HALF, **changed),), today=today) == []  # type: ignore[arg-type]
