import pytest

from studyvisits.domain.place_words import partner_meant, profession_meant
from studyvisits.domain.roster import KnownPartner, KnownProfession

PARTNERS = [
    KnownPartner(1, 11, "Česká asociace streetwork", "ČAS", "P1", "CZ", "Praha"),
    KnownPartner(2, 12, "Helsingin kaupunki", None, "P2", "FI", "Helsinki"),
    KnownPartner(3, 13, "Tampereen kaupunki", None, "P3", "FI", "Tampere"),
]
PROFESSIONS = [
    KnownProfession(1, "streetworker", "streetworkers", "SW"),
    KnownProfession(2, "úředník", "úředníci", None),
]


@pytest.mark.parametrize(
    ("word", "id"),
    [("cas", 1), ("P3", 3), ("HELSINKI", 2), ("Helsingin kaupunk", 2), ("česká", 1), ("Finland", None), ("Oslo", None)],
)
def test_a_word_means_a_partner_only_when_it_fits_one(word: str, id: int | None) -> None:
    assert partner_meant(word, PARTNERS, {"česká": "CZ", "Finland": "FI"}) == id


@pytest.mark.parametrize(
    ("word", "id"),
    [
        ("Streetworkers", 1),
        ("sw", 1),
        ("streetworkerka", 1),
        ("streetworker/ka", 1),
        ("uredník", 2),
        ("kurator", None),
        ("-", None),
    ],
)
def test_a_word_means_a_profession_in_another_ending_too(word: str, id: int | None) -> None:
    assert profession_meant(word, PROFESSIONS) == id
