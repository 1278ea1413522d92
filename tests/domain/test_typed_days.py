from datetime import date

import pytest

from studyvisits.domain.refusal import Refused
from studyvisits.domain.typed_days import TypedDay, day_told, typed_day

FIRST, LAST = date(2024, 6, 10), date(2024, 6, 14)


def told(text: str, certainty: str = "fixed") -> date:
    return day_told(text, first_day=FIRST, last_day=LAST, certainty=certainty)


@pytest.mark.parametrize(
    "text",
    [
        "2024-06-11",
        "11.6.",
        "11.6",
        "11.6.2024",
        "11. 6. 2024",
        "11/6/2024",
        "Tuesday 11 June",
        "June 11, 2024",
        "úterý 11. června 2024",
        "tiistai 11.6.",
        "Ti 11.6.",
        "11. kesäkuuta",
        "вторник, 11 юни",
        "torek, 11. junija",
        "Dienstag, 11. Juni",
        "Day 2",
        "2. den",
        "Päivä 2",
        "Ден 2",
        " 2 ",
        "Tuesday",
    ],
)
def test_a_day_is_told_in_many_ways(text: str) -> None:
    assert told(text) == date(2024, 6, 11)


@pytest.mark.parametrize(
    "text",
    ["", "0", "367", "someday", "31.2.2024", "Wed 11.6.", "Tuesday coffee", "Saturday", "12.50 €", "2024", "٢٢٢٢"],
)
def test_what_tells_no_day_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        told(text)
    assert refused.value.code == "day_not_understood"


def test_days_not_settled_have_numbers_alone() -> None:
    assert told("Day 3", "month") == date(2024, 6, 12)
    with pytest.raises(Refused) as refused:
        told("11.6.", "open")
    assert refused.value.code == "day_without_dates"


def test_without_a_year_the_nearest_one_is_meant() -> None:
    days = [
        day_told(text, first_day=date(2024, 1, 2), last_day=date(2024, 1, 5), certainty="fixed")
        for text in ("31.12.", "1.2.")
    ]
    assert days == [date(2023, 12, 31), date(2024, 2, 1)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Day 2: Course", TypedDay(number=2, rest="Course")),
        ("Monday: Placements", TypedDay(weekday=0, rest="Placements")),
        ("10.15 Pause", None),
        ("3 days of placements", None),
        ("Po obědě", None),
        ("to be confirmed", None),
    ],
)
def test_a_heading_is_read_with_what_else_it_says(text: str, day: TypedDay | None) -> None:
    assert typed_day(text) == day


def test_a_day_is_meant_unless_something_told_speaks_against_it() -> None:
    asked = [
        TypedDay(number=2),
        TypedDay(weekday=1),
        TypedDay(day=11, month=6),
        TypedDay(weekday=2),
        TypedDay(number=3),
    ]
    assert [each.is_on(date(2024, 6, 11), FIRST, real=True) for each in asked] == [True, True, True, False, False]
    assert TypedDay(weekday=2).is_on(date(2024, 6, 11), FIRST, real=False)
