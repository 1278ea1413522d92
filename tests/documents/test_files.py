import pytest

from studyvisits.documents.files import LONGEST_NAME, file_name, safe_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("STREETWORK", "STREETWORK"),
        ("Helsinki / Vantaa: 1", "Helsinki-Vantaa-1"),
        ("..\\..\\Windows\\win.ini", "Windows-win.ini"),
        ("../../etc/passwd", "etc-passwd"),
        ("con", "_con"),
        ("Nul.tar", "_Nul.tar"),
        ("COM¹", "_COM¹"),
        ("Console", "Console"),
        ("výjezd\t\nPraha…", "výjezd-Praha…"),
        ("a\0b\x1b[31m\u202egpj", "ab[31mgpj"),
        ("Žižkov", "Žižkov"),
        ("رحلة", "رحلة"),
        (" . ", ""),
        ("???", ""),
        ("visit.", "visit"),
        ("=1+1", "=1+1"),
    ],
)
def test_safe_name(text: str, name: str) -> None:
    assert safe_name(text) == name


def test_the_name_says_what_it_is_and_counts_where_it_is_taken() -> None:
    assert file_name("Prague", "agenda", "cs", ".pdf") == "Prague_agenda_cs.pdf"
    assert file_name("Prague", "agenda", "cs", ".pdf", {"PRAGUE_agenda_cs.PDF"}) == "Prague_agenda_cs-2.pdf"
    taken = {"Prague_agenda_cs.pdf", "Prague_agenda_cs-2.pdf"}
    assert file_name("Prague", "agenda", "cs", ".pdf", taken) == "Prague_agenda_cs-3.pdf"
    assert file_name("???", "agenda", "cs", ".pdf") == "agenda_agenda_cs.pdf"


def test_long_names_are_cut_before_what_tells_them_apart() -> None:
    name = file_name("x" * 300, "participants", "en", ".xlsx", {"x" * 100})
    assert (len(name), name[-21:]) == (LONGEST_NAME, "x_participants_en.xlsx"[-21:])
    emoji = file_name("🚌" * 300, "participants", "en", ".xlsx")
    assert len(emoji.encode()) <= 240
    again = file_name("x" * 300, "participants", "en", ".xlsx", {name})
    assert again == "x" * 97 + "_participants_en-2.xlsx"
