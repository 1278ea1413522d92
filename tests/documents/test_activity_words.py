import pytest

from studyvisits.documents.activity_words import audience_words, place_line, times_of
from studyvisits.domain.zones import Spot
from studyvisits.queries.activity_heads import Place
from studyvisits.queries.zones import PartnerSpot
from studyvisits.texts import texts_in
from tests.documents.agendas import SPOTS, head

TOKYO = PartnerSpot(3, "Tokyo", Spot("Tokyo", "JP"), "partner")
LIMA = PartnerSpot(4, "Lima", Spot("Lima", "PE"), "partner")


@pytest.mark.parametrize(
    ("start", "minutes", "spots", "times"),
    [
        (None, None, SPOTS, ""),
        (840, 60, SPOTS[1:], "14:00–15:00"),
        (840, 60, SPOTS, "14:00–15:00 Praha · 15:00–16:00 Helsinki"),
        (1020, 60, [*SPOTS, TOKYO], "17:00–18:00 Praha · 18:00–19:00 Helsinki · 0:00–1:00 Tokyo (next day)"),
        (300, None, [*SPOTS, LIMA], "5:00 Praha · 6:00 Helsinki · 22:00 Lima (day before)"),
    ],
)
def test_clock_times_tell_where_it_is_another_day(
    start: int | None, minutes: int | None, spots: list[PartnerSpot], times: str
) -> None:
    assert times_of(head(start=start, minutes=minutes), spots, texts_in("en")) == times


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
