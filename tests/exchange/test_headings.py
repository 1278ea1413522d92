import pytest

from studyvisits.domain.folding import fold
from studyvisits.domain.people_fields import FIELDS
from studyvisits.exchange.heading_words import WORDS
from studyvisits.exchange.headings import family_stands_first, field_of, is_numbering


def test_every_word_is_of_one_field_and_every_field_has_words() -> None:
    fields: dict[str, set[str]] = {}
    for field, words in WORDS.items():
        for phrase in words.split("|"):
            fields.setdefault(fold(phrase), set()).add(field)
    assert {word: of for word, of in fields.items() if len(of) > 1 or not word} == {}
    assert set(WORDS) == FIELDS


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("PŘÍJMENÍ:", "family_name"),
        ("E-mail (work) *", "email"),
        ("Telefonní číslo / Phone", "phone"),
        ("Etunimi / Förnamn", "given_name"),
        ("Datum narození (DD.MM.RRRR)", "birth_date"),
        ("Účast potvrzena", "status"),
        ("Will you attend?", "status"),
        ("Zúčastní se:", "status"),
        ("Osallistutko?", "status"),
        ("Kommer att delta (ja/nej)", "status"),
        ("Ще участвате ли?", "status"),
        ("Se bo udeležil/a", "status"),
        ("Nehmen Sie teil?", "status"),
        ("Participation fee", None),
        ("Kommer från", None),
        ("Do you have any dietary requirements? (vegetarian, vegan …)", "diet"),
        ("Name of organisation", "organisation"),
        ("Organizatoin", "organisation"),
        ("birth_date", "birth_date"),
        ("Длъжност", "job_title"),
        ("What is your first name (as in your passport)?", "given_name"),
        ("Name as in passport", "name"),
        ("Which organisation do you work for?", "organisation"),
        ("What is your current position?", "job_title"),
        ("Which country do you come from?", "country"),
        ("When do you arrive?", "arrival_day"),
        ("Jaká je vaše pracovní pozice?", "job_title"),
        ("Ammattinimike", "job_title"),
        ("geb. am", "birth_date"),
        ("How did you hear about us?", None),
        ("Will you need accommodation?", None),
        ("Passport number", None),
        ("Name of your supervisor", None),
        ("Emergency contact name", None),
        ("Emergency contact (phone)", None),
        ("Kontakt na blízkou osobu (telefon)", None),
        ("Number of children", None),
        ("Číslo pasu", None),
        ("Podpis", None),
        ("č.", None),
        ("", None),
        ("=1+1", None),
    ],
)
def test_heading_means_a_field_or_nothing(heading: str, field: str | None) -> None:
    assert field_of(heading, {})[0] == field


def test_answers_come_first() -> None:
    assert field_of("E-mail", {"e mail": None}) == (None, 100)
    assert field_of("Кой", {"кои": "name"}) == ("name", 100)


@pytest.mark.parametrize("heading", ["č.", "#", "№", "P.č.", "Nr.", "Lfd. Nr."])
def test_numbering_is_told_from_headings(heading: str) -> None:
    assert is_numbering(heading)


@pytest.mark.parametrize(
    ("heading", "first"),
    [
        ("Příjmení a jméno, titul", True),
        ("Jméno a příjmení", False),
        ("Sukunimi ja etunimi / Efternamn och förnamn", True),
        ("Фамилия и име", True),
        ("Name", None),
    ],
)
def test_heading_says_which_name_stands_first(heading: str, first: bool | None) -> None:
    assert family_stands_first(heading) is first
