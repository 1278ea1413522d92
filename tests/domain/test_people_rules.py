from dataclasses import replace
from datetime import date

import pytest

from studyvisits.domain.check_facts import GroupFacts
from studyvisits.domain.kinds import Severity
from studyvisits.domain.problem import Problem, Where
from studyvisits.domain.problem_facts import Span, Title
from tests.domain.checked import GOTEBORG, PRAGUE, at_activity, codes, found, person

RIHA = person(1, "Tomáš Říha")
AGAIN = person(2, "Tomáš Říha", activity=2, person=1)
GROUP = GroupFacts(7, 1, "A", facilitator=1)


def test_a_visitor_from_a_hosting_country() -> None:
    czech = person(1, "Jana Nová", country="CZ")

    assert found(czech) == [
        Problem(
            "visitor_from_host_country",
            Severity.STOP,
            Where("participations", 1, "Jana Nová"),
            {"person": "Jana Nová", "country": "CZ", "activity": Title("Prague")},
            (at_activity(PRAGUE),),
        )
    ]
    assert codes(replace(czech, presence="local")) == []
    assert codes(replace(czech, status="reserve")) == []
    assert codes(replace(czech, roles=frozenset({"interpreter"}))) == []
    assert codes(replace(czech, country=None)) == []
    assert codes(czech, activities=(replace(PRAGUE, kind="training"),)) == []
    assert codes(czech, activities=(replace(PRAGUE, status="cancelled"),)) == []


def test_a_person_on_two_visits_at_once() -> None:
    other = person(5, "Eva Černá", activity=1), person(6, "Eva Černá", activity=2, person=5)

    assert found(RIHA, AGAIN, *other) == [
        Problem(
            "person_on_two_visits",
            Severity.STOP,
            at_activity(PRAGUE),
            {
                "people": ("Eva Černá", "Tomáš Říha"),
                "first": Title("Prague"),
                "second": Title("Göteborg"),
                "span": Span(date(2024, 6, 10), date(2024, 6, 14)),
            },
            (at_activity(GOTEBORG), Where("persons", 5, "Eva Černá"), Where("persons", 1, "Tomáš Říha")),
        )
    ]


@pytest.mark.parametrize(
    "changed",
    [
        {"first_day": date(2024, 6, 14), "last_day": date(2024, 6, 16)},
        {"certainty": "month"},
        {"kind": "seminar"},
        {"mode": "online"},
        {"status": "cancelled"},
    ],
)
def test_visits_that_do_not_overlap_or_need_no_travel(changed: dict[str, object]) -> None:
    other = replace(GOTEBORG, project=2, **changed)  # type: ignore[arg-type]
    assert codes(RIHA, AGAIN, activities=(PRAGUE, other)) == []


def test_who_is_local_or_no_longer_expected_or_leaves_in_time_is_not_on_two_visits() -> None:
    assert codes(RIHA, replace(AGAIN, presence="local")) == []
    assert codes(RIHA, replace(AGAIN, status="cancelled")) == []
    assert codes(RIHA, replace(AGAIN, roles=frozenset({"speaker"}))) == []
    halves = replace(RIHA, departure_day=date(2024, 6, 12)), replace(AGAIN, arrival_day=date(2024, 6, 12))
    assert codes(*halves) == []
    assert codes(halves[0], replace(AGAIN, arrival_day=date(2024, 6, 11))) == ["person_on_two_visits"]
    assert codes(RIHA, replace(AGAIN, activity=1, id=9)) == []


@pytest.mark.parametrize(
    ("days", "problems"),
    [
        ((12, 12, 12, 12), ["person_on_two_visits"]),
        ((12, 12, 13, 13), []),
        ((12, 12, 12, 14), []),
        ((10, 12, 12, 12), []),
        ((10, 14, 12, 12), ["person_on_two_visits"]),
    ],
)
def test_two_visits_of_the_same_single_day_overlap(days: tuple[int, int, int, int], problems: list[str]) -> None:
    first, last, second_first, second_last = (date(2024, 6, day) for day in days)
    one = replace(PRAGUE, first_day=first, last_day=last)
    other = replace(GOTEBORG, first_day=second_first, last_day=second_last)

    assert codes(RIHA, AGAIN, activities=(one, other)) == problems


@pytest.mark.parametrize(
    ("status", "code"),
    [
        ("reserve", "facilitator_is_reserve"),
        ("cancelled", "facilitator_cancelled"),
        ("no_show", "facilitator_did_not_come"),
    ],
)
def test_a_facilitator_who_is_not_coming(status: str, code: str) -> None:
    gone = replace(RIHA, status=status)

    assert found(gone, GROUP) == [
        Problem(
            code,
            Severity.STOP,
            Where("groups", 7, "A"),
            {"person": "Tomáš Říha", "group": Title("A", of="Prague")},
            (Where("participations", 1, "Tomáš Říha"),),
        )
    ]
    assert codes(gone, GROUP, activities=(replace(PRAGUE, status="cancelled"),)) == []
    assert codes(gone, replace(GROUP, facilitator=None)) == []


@pytest.mark.parametrize("status", ["nominated", "invited", "confirmed"])
def test_a_facilitator_who_is_expected(status: str) -> None:
    assert codes(replace(RIHA, status=status), GROUP) == []
