from datetime import date

import pytest

from studyvisits.domain.refusal import Refused
from studyvisits.domain.row_rules import check_row


@pytest.mark.parametrize(
    ("table", "row", "code"),
    [
        ("activities", {"first_day": date(2024, 6, 10), "last_day": date(2024, 6, 9)}, "last_day_before_first"),
        ("projects", {"first_day": date(2024, 6, 10), "last_day": date(2024, 6, 9)}, "last_day_before_first"),
        ("session_people", {"participation_id": None, "words": None}, "empty_field"),
        ("audience_rows", {"kind": "everybody", "group_id": 1}, "audience_unclear"),
        ("audience_rows", {"kind": "partner", "group_id": 1}, "audience_unclear"),
    ],
)
def test_columns_that_contradict_each_other_are_refused(table: str, row: dict[str, object], code: str) -> None:
    with pytest.raises(Refused) as refused:
        check_row(table, row)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("activities", {"first_day": date(2024, 6, 10), "last_day": date(2024, 6, 10)}),
        ("projects", {"first_day": date(2024, 6, 10), "last_day": None}),
        ("session_people", {"words": "two women of the long programme"}),
        ("audience_rows", {"kind": "visiting"}),
        ("audience_rows", {"kind": "group", "group_id": 1}),
        ("venues", {}),
    ],
)
def test_columns_that_agree_are_taken(table: str, row: dict[str, object]) -> None:
    check_row(table, row)
