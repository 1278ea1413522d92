import pytest

from studyvisits.domain.known_names import People, PersonName, PlaceName, Places, pieces_of

PEOPLE = People(
    [
        PersonName(1, "Říha", "Tomáš"),
        PersonName(2, "Nováková", "Jana"),
        PersonName(3, "Nováková", "Jitka"),
        PersonName(4, "van der Berg", "Jan Willem"),
        PersonName(5, "Ivanova", "Maria", "Мария Иванова"),
        PersonName(6, "Cher"),
    ]
)
HALL, GREAT_HALL = PlaceName(1, "Hall", "Main street 1"), PlaceName(2, "Great hall", None, "GH")
TWINS = (PlaceName(4, "North", "Side street 2"), PlaceName(5, "South", "Side street 2"))
PLACES = Places([HALL, GREAT_HALL, PlaceName(3, "ČAS"), *TWINS])


@pytest.mark.parametrize(
    ("words", "person"),
    [
        ("Tomáš Říha", 1),
        ("RIHA Tomas", 1),
        ("Říha, T.", 1),
        ("Ing. Tomáš Říha, Ph.D.", 1),
        ("Říha", 1),
        ("Tomáš Ríhaa", 1),
        ("Jana Nováková", 2),
        ("J. Nováková", None),
        ("Nováková", None),
        ("Jan van der Berg", 4),
        ("J. W. van der Berg", 4),
        ("Мария Иванова", 5),
        ("Cher", 6),
        ("Tomáš Malý", None),
        ("", None),
    ],
)
def test_a_person_is_found_by_what_people_write(words: str, person: int | None) -> None:
    assert PEOPLE.called(words) == person


def test_people_are_found_within_a_text() -> None:
    text = "Lecture by T. Říha, then Jana Nováková (and Cher, J. Nováková)"
    assert PEOPLE.named_in(text) == [(1, "T. Říha"), (2, "Jana Nováková")]


def test_a_list_of_people_is_parted_but_not_at_titles() -> None:
    text = "Mgr. Jana Malá, Ph.D., Ing. Petr Novák; A. Virta ja B. Aalto & C\nD och E"
    assert pieces_of(text) == ["Mgr. Jana Malá, Ph.D.", "Ing. Petr Novák", "A. Virta", "B. Aalto", "C", "D", "E"]


def test_places_are_found_by_name_address_or_within_a_title() -> None:
    called = [PLACES.called(words) for words in ("great hall", "gh", "Hall, Main street 1", "Hall 2", "")]
    assert called == [GREAT_HALL, GREAT_HALL, HALL, None, None]
    assert [PLACES.at_address(words) for words in ("main street 1", "Side street 2", "")] == [HALL, None, None]
    within = [PLACES.within(words) for words in ("In the Great Hall!", "Hallway", "čas", "the hall, great", "")]
    assert within == [GREAT_HALL, None, None, HALL, None]
