import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyvisits.domain.split_names import SplitName, part_without_titles, split_names

ONE = {
    "Ing. Jana Nováková, Ph.D.": ("Nováková", "Jana", "Ing.", "Ph.D.", None),
    "NOVÁKOVÁ Jana": ("Nováková", "Jana", None, None, None),
    "Jana NOVÁKOVÁ": ("Nováková", "Jana", None, None, None),
    "JANA NOVÁKOVÁ": ("Nováková", "Jana", None, None, None),
    "Nováková, Jana": ("Nováková", "Jana", None, None, None),
    "Nováková, Jana, Ph.D.": ("Nováková", "Jana", None, "Ph.D.", None),
    "Mgr. et Mgr. Petr Žák": ("Žák", "Petr", "Mgr. et Mgr.", None, None),
    "Žák Petr, Mgr.": ("Žák", "Petr", None, "Mgr.", None),
    "Eva Dvořáková DiS.": ("Dvořáková", "Eva", None, "DiS.", None),
    "dr. Klavdija Rižnar": ("Rižnar", "Klavdija", "dr.", None, None),
    "Marija Novak, univ. dipl. soc. del.": ("Novak", "Marija", None, "univ. dipl. soc. del.", None),
    "Dr. med. Hans Müller": ("Müller", "Hans", "Dr. med.", None, None),
    "von der Heide Anna": ("von der Heide", "Anna", None, None, None),
    "Prof. Dr. Anna von Trapp": ("von Trapp", "Anna", "Prof. Dr.", None, None),
    "Maria de la Cruz": ("de la Cruz", "Maria", None, None, None),
    "Иван Петров Георгиев": ("Георгиев", "Иван Петров", None, None, None),
    "д-р Мария Иванова": ("Иванова", "Мария", "д-р", None, None),
    "Väinö Hämäläinen": ("Hämäläinen", "Väinö", None, None, None),
    "O'BRIEN Mary": ("O'Brien", "Mary", None, None, None),
    "MUDr. ŠŤASTNÁ-NOVÁ Eva, MBA": ("Šťastná-Nová", "Eva", "MUDr.", "MBA", None),
    "Novák J.": ("Novák", "J.", None, None, None),
    "Frau Anna Schmidt": ("Schmidt", "Anna", None, None, None),
    "Jana Nováková (roz. Malá)": ("Nováková", "Jana", None, None, "Malá"),
    "Björk": ("Björk", None, None, None, None),
    "=1+1": ("=1+1", None, None, None, None),
    "12 / 4": ("", None, None, None, None),
    "": ("", None, None, None, None),
}


@pytest.mark.parametrize("name", ONE)
def test_one_name_is_split(name: str) -> None:
    (found,) = split_names([name])
    assert tuple(found) == ONE[name]


def test_a_column_shows_its_order() -> None:
    found = split_names(["Nováková Jana", "Žák Petr", "Svoboda Karel", "Li Wei"])
    assert [(name.family_name, name.given_name) for name in found] == [
        ("Nováková", "Jana"),
        ("Žák", "Petr"),
        ("Svoboda", "Karel"),
        ("Li", "Wei"),
    ]


def test_a_name_that_clearly_stands_the_other_way_round_does() -> None:
    found = split_names(["Jana Malá", "Petr Žák", "Karel Černý", "Nováková Eva"])
    assert [name.family_name for name in found] == ["Malá", "Žák", "Černý", "Nováková"]


def test_the_heading_decides_against_all_signs() -> None:
    found = split_names(["Jana Petr", "Li Wei"], family_first=True)
    assert [name.family_name for name in found] == ["Jana", "Li"]


def test_titles_in_a_column_of_family_names_are_taken_apart() -> None:
    assert tuple(part_without_titles("NOVÁKOVÁ, Ph.D.")) == ("Nováková", None, None, "Ph.D.", None)
    assert part_without_titles("van der Berg").family_name == "van der Berg"
    assert part_without_titles("x" * 300).family_name == "x" * 300


@given(st.lists(st.text(max_size=40), max_size=8))
def test_every_name_gives_one_split_and_loses_no_word_of_letters(names: list[str]) -> None:
    found = split_names(names)
    assert len(found) == len(names)
    assert all(split.family_name for split, name in zip(found, names, strict=True) if name.strip().isalpha())


@pytest.mark.parametrize(
    ("text", "title"),
    [("Dr.in Huber, Maria", "Dr.in"), ("Mag.a Maria Huber", "Mag.a"), ("Dipl.-Ing. Maria Huber", "Dipl.-Ing.")],
)
def test_titles_with_the_endings_of_german_are_titles(text: str, title: str) -> None:
    assert split_names([text]) == [SplitName("Huber", "Maria", title)]
