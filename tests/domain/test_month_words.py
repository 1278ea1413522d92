import pytest

from studyvisits.domain.month_words import month_called


@pytest.mark.parametrize(
    ("word", "month"),
    [
        ("March", 3),
        ("MÄRZ", 3),
        ("brezna", 3),
        ("června", 6),
        ("heinäkuussa", 7),
        ("touko", 5),
        ("okt", 10),
        ("септември", 9),
        ("maj", 5),
    ],
)
def test_a_month_is_known_in_every_form(word: str, month: int) -> None:
    assert month_called(word) == month


@pytest.mark.parametrize("word", ["pro", "dub", "led", "kuu", "Marchand", "", "3"])
def test_what_is_a_word_of_its_own_is_no_month(word: str) -> None:
    assert month_called(word) is None
