import random

import pytest

from studyvisits.domain.collation import sort_key


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("cs", ["Cibulka", "Čermák", "Dvořák", "Hájek", "Hůlková", "Chalupa", "Ibl", "Řehák", "Šík", "Zeman", "Žák"]),
        ("sv", ["Andersson", "Zetterberg", "Åberg", "Äng", "Öberg"]),
        ("fi", ["Aalto", "Åström", "Äijälä", "Öhman"]),
        ("en", ["Äijälä", "Anderson", "Čermák", "Chalupa", "Czerny", "Öberg", "O'Brien", "Olsen", "Zeman"]),
        ("bg", ["Иванов", "Йорданов", "Костов"]),
        ("da", ["Andersen", "Zachariassen", "Æbelø", "Ørsted", "Åkjær"]),
        ("pl", ["Lis", "Luty", "Łoś", "Zając", "Źrebiec", "Żak"]),
        ("de", ["Groß", "Großmann", "Grube", "Müller", "Muster"]),
        ("xx", ["", "a b", "ab", "جعفر"]),
    ],
)  # fmt: skip
def test_names_stand_where_readers_look_for_them(language: str, names: list[str]) -> None:
    shuffled = random.Random(7).sample(names, len(names))
    assert sorted(shuffled, key=lambda name: sort_key(name, language)) == names


def test_equal_letters_keep_one_order() -> None:
    assert sorted(["Novák", "Novak", "novak"], key=lambda name: sort_key(name, "en")) == ["Novak", "Novák", "novak"]


def test_decomposed_letters_sort_as_composed_ones() -> None:
    assert sort_key("A\u030aberg", "sv")[0] == sort_key("Åberg", "sv")[0]
