import pytest

from studyvisits.documents.excel_dates import day_format, moment_format


@pytest.mark.parametrize(
    ("language", "day"),
    [
        ("en", "[$-809]d mmm yyyy"),
        ("cs", "d. m. yyyy"),
        ("fi", "d.m.yyyy"),
        ("sv", "yyyy-mm-dd"),
        ("de-AT", "dd.mm.yyyy"),
        ("sl", "d. m. yyyy"),
        ("xx", "yyyy-mm-dd"),
        ("", "yyyy-mm-dd"),
    ],
)
def test_days_are_written_as_the_language_writes_them(language: str, day: str) -> None:
    assert day_format(language) == day


def test_a_time_follows_the_day() -> None:
    assert (moment_format("cs"), moment_format("fi")) == ("d. m. yyyy h:mm", "d.m.yyyy h.mm")
