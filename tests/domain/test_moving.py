from datetime import date

import pytest

from studyvisits.domain.moving import Dates, dates_from, days_shifted, meeting_dates, shifted
from studyvisits.domain.refusal import Refused

MAY, JUNE = date(2024, 5, 13), date(2024, 6, 10)


def test_dates_keep_their_length_from_wherever_they_begin() -> None:
    now = Dates(JUNE, date(2024, 6, 14), "fixed")
    assert dates_from(now, MAY, "provisional") == Dates(MAY, date(2024, 5, 17), "provisional")
    assert dates_from(now, MAY, "month") == Dates(date(2024, 5, 6), date(2024, 5, 10), "month")
    assert dates_from(now, MAY, "open") == Dates(date(2000, 1, 3), date(2000, 1, 7), "open")


@pytest.mark.parametrize(
    ("own", "of_activity", "first_day", "certainty"),
    [
        ("fixed", "fixed", date(2024, 5, 20), "fixed"),
        ("provisional", "fixed", date(2024, 5, 20), "provisional"),
        ("fixed", "provisional", date(2024, 5, 20), "provisional"),
        ("provisional", "month", date(2024, 5, 6), "month"),
        ("fixed", "month", date(2024, 5, 6), "month"),
        ("month", "fixed", date(2024, 5, 6), "month"),
        ("open", "fixed", date(2000, 1, 3), "open"),
        ("fixed", "open", date(2000, 1, 3), "open"),
    ],
)
def test_a_meeting_is_never_surer_than_its_activity(
    own: str, of_activity: str, first_day: date, certainty: str
) -> None:
    assert meeting_dates(Dates(MAY, MAY, own), 7, of_activity) == Dates(first_day, first_day, certainty)


def test_days_are_shifted_together_and_not_past_the_years_kept() -> None:
    assert days_shifted([(1, JUNE), (2, MAY), (3, JUNE)], 1) == {date(2024, 6, 11): [1, 3], date(2024, 5, 14): [2]}
    for days in (10**7, -(10**6), 10**12):
        with pytest.raises(Refused):
            shifted(JUNE, days)
