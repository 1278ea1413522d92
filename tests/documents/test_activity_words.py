import pytest

from studyvisits.documents.activity_words import audience_words, place_line
from studyvisits.queries.activity_heads import Place
from studyvisits.texts import texts_in


@pytest.mark.parametrize(
    ("place", "note", "line"),
    [
        (None, None, ""),
        (None, "meeting point stop Ohrada", "meeting point stop Ohrada"),
        (Place("Kotva", "Sokolovská 14, Praha 8", "Praha", "CZ"), None, "Kotva, Sokolovská 14, Praha 8"),
        (Place("Kotva", None, "Praha", "CZ"), "2nd floor", "Kotva, Praha, 2nd floor"),
        (Place("City Hall, Helsinki", None, "Helsinki", "FI"), None, "City Hall, Helsinki"),
    ],
)
def test_a_place_says_nothing_twice(place: Place | None, note: str | None, line: str) -> None:
    assert place_line(place, note) == line


def test_whom_a_session_is_for() -> None:
    texts = texts_in("en")
    assert audience_words([], texts) == ""
    assert audience_words([("everybody", None), ("group", "A")], texts) == ""
    assert audience_words([("visiting", None), ("group", "A"), ("partner", "ČAS")], texts) == (
        "visiting participants, group A and ČAS"
    )
