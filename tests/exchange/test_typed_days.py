from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyvisits.exchange.typed_days import NoDay, NoSuchDay, day_and_time, minutes_of, month_stands_first, with_year

APRIL = date(2024, 4, 9)


@pytest.mark.parametrize(
    "text",
    [
        "9.4.2024", "9. 4. 2024", "09.04.2024", "9/4/2024", "9-4-2024", "2024-04-09", "2024/4/9", "20240409", "9.4.24",
        "45391", "po 9.4.2024", "9. dubna 2024", "9 April 2024", "9th of April 2024", "April 9, 2024",
        "9. huhtikuuta 2024", "den 9 april 2024", "9 април 2024 г.", "9. aprila 2024", "9. April 2024",
        "2024-04-09T00:00:00", " 9.4.2024\u00a0",
    ],
)  # fmt: skip
def test_a_day_as_people_write_it(text: str) -> None:
    assert day_and_time(text) == (APRIL, None)


@pytest.mark.parametrize(
    "text",
    [
        "9.4.2024 14:30", "2024-04-09T14:30", "9. dubna 2024 14:30", "45391.6041666667", "9.4.2024 klo 14.30",
        "09.04.2024, 14.30 Uhr", "9. 4. 2024 v 14:30 hod.", "den 9 april 2024 kl. 14.30", "09.04.2024 г., 14:30 ч.",
    ],
)  # fmt: skip
def test_a_time_beside_the_day(text: str) -> None:
    assert day_and_time(text) == (APRIL, 870)


def test_an_hour_alone_is_a_time_where_it_says_so() -> None:
    assert day_and_time("9.4.2024, 9 Uhr") == (APRIL, 540)
    with pytest.raises(NoDay):
        day_and_time("9.4.2024, 9")


@pytest.mark.parametrize("text", ["31.2.2024", "2024-13-01", "0.4.2024", "31. dubna 2024", "32/1/2024"])
def test_days_that_cannot_be(text: str) -> None:
    with pytest.raises(NoSuchDay):
        day_and_time(text)


@pytest.mark.parametrize("text", ["1984", "April", "soon", "9.4.", "1.2.3.4", "9. brumaire 2024", "=TODAY()", "٩.٤.x"])
def test_what_is_no_day(text: str) -> None:
    with pytest.raises(NoDay):
        day_and_time(text)


def test_years_of_two_digits_are_the_last_before_the_latest() -> None:
    latest = date(2014, 1, 1)
    assert [day_and_time(f"1.5.{year}", latest=latest)[0].year for year in ("79", "14", "15", "05")] == [
        1979,
        2014,
        1915,
        2005,
    ]


@given(st.dates(date(1901, 1, 1), date(2199, 12, 31)))
def test_every_day_in_every_spelling(day: date) -> None:
    serial = (day - date(1899, 12, 30)).days
    spellings = [day.isoformat(), f"{day.day}. {day.month}. {day.year}", f"{day:%d/%m/%Y}", f"{day:%Y%m%d}"]
    spellings += [str(serial)] if 9_999 < serial < 100_000 else []
    if not 1900 <= day.year < 2100:
        spellings.remove(f"{day:%Y%m%d}")
    assert {day_and_time(text) for text in spellings} == {(day, None)}


@given(st.lists(st.dates(date(1950, 1, 1), date(2020, 1, 1)), min_size=1))
def test_a_column_is_american_only_when_a_day_proves_it(days: list[date]) -> None:
    assert month_stands_first([f"{day:%m/%d/%Y}" for day in days]) is (any(day.day > 12 for day in days))
    assert month_stands_first([f"{day:%d/%m/%Y}" for day in days]) is False


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("14:30", 870), ("14.30", 870), ("9", 540), ("9h", 540), ("klo 9.15", 555), ("2 pm", 840), ("12:05 am", 5),
     ("0.5", 720), ("14:30:00", 870), ("14 hod", 840), ("2024-03-10T09:05", 545)],
)  # fmt: skip
def test_a_time_as_people_write_it(text: str, minutes: int) -> None:
    assert minutes_of(text) == minutes


def test_excel_counts_days_from_the_end_of_1899() -> None:
    assert day_and_time("25569") == (date(1970, 1, 1), None)
    assert day_and_time("45391")[0] - day_and_time("45390")[0] == timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("8.3.", "2027-03-08"),
        ("po 8. 3.", "2027-03-08"),
        ("8.3. 18:30", "2027-03-08 18:30"),
        ("Friday 12 March", "2027-03-12"),
        ("12. března", "2027-03-12"),
        ("30.12.", "2026-12-30"),
        ("31.2.", "31.2."),
        ("8.3.2026", "8.3.2026"),
        ("soon", "soon"),
        ("12 people", "12 people"),
        ("", ""),
    ],
)
def test_a_day_without_a_year_is_the_nearest(text: str, day: str) -> None:
    assert with_year(text, date(2027, 3, 8)) == day
