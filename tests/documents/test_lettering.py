import pytest

from studyvisits.documents.fonts import STRONG, TEXT, TITLE
from studyvisits.documents.letter_order import is_right_to_left, levels
from studyvisits.documents.lettering import cleaned, missing_letters, pieces, width
from studyvisits.documents.line_breaking import address, balanced, lines_of


def drawn(text: str) -> str:
    """The letters from left to right, Arabic ones in the form that joins."""
    return "".join(piece.text for piece in pieces(cleaned(text), TEXT))


def test_accents_compose_and_controls_go() -> None:
    assert cleaned("Z\u030cd\u030ca\u0301r\x07\u00ad\u200b \t ok\ufe0f") == "Žďár   ok"


def test_line_ends_of_every_system_divide_lines() -> None:
    assert cleaned("a\r\nb\rc\u2028d\u0085e") == "a\nb\nc\nd\ne"


def test_a_no_break_space_stays_one() -> None:
    assert cleaned("Praha\u00a03 10\u202f000") == "Praha\u00a03 10\u00a0000"


def test_inter_draws_what_it_holds_and_dejavu_the_rest() -> None:
    found = pieces("Žďár Ελλάς Київ ქართული", TEXT)
    assert [(piece.font, piece.text) for piece in found] == [
        ("Inter-Regular", "Žďár Ελλάς Київ "),
        ("DejaVuSans", "ქართული"),
    ]


def test_a_bold_face_falls_back_to_a_bold_one() -> None:
    assert [piece.font for piece in pieces("შ", STRONG)] == ["DejaVuSans-Bold"]


def test_letters_of_no_font_are_replaced_and_named() -> None:
    assert drawn("Bus 🚌 日本") == "Bus � ��"
    assert missing_letters("Bus 🚌\ufe0f 日本\nx") == {"🚌", "日", "本"}
    assert missing_letters("Žďár שלום مرحبا\u200f\u200d") == set()


@pytest.mark.parametrize(
    ("typed", "from_left_to_right"),
    [
        ("שלום", "םולש"),
        ("abc שלום def", "abc םולש def"),
        ("שלום 123 עולם", "םלוע 123 םולש"),
        ("שלום hello 123 (test)", "hello 123 (test) םולש"),
        ("שלום (עולם)", "(םלוע) םולש"),
        ("ul. (שלום) 7", "ul. (םולש) 7"),
        ("רחוב הרצל 12, Tel Aviv", "Tel Aviv ,12 לצרה בוחר"),
    ],
)
def test_hebrew_runs_from_right_to_left(typed: str, from_left_to_right: str) -> None:
    assert drawn(typed) == from_left_to_right


def test_arabic_letters_join() -> None:
    assert (
        drawn("مرحبا") == "\ufe8e\ufe92\ufea3\ufeae\ufee3"
    )  # alef final, beh medial, hah initial, reh final, meem initial


def test_arabic_among_latin_words() -> None:
    assert drawn("Ali (علي) 3") == "Ali (\ufef2\ufee0\ufecb) 3"


def test_brackets_go_with_the_words_they_hold() -> None:
    assert levels("א (b) a (ג)") == [1, 1, 1, 2, 1, 1, 2, 1, 1, 1, 1]


def test_the_first_letter_with_a_direction_decides() -> None:
    assert [is_right_to_left(text) for text in ("12 שלום", "12 abc שלום", "", "(…)")] == [True, False, False, False]


def test_a_mark_without_a_composed_letter_stands_over_its_letter() -> None:
    (piece,) = pieces(cleaned("x\u030c"), TEXT)
    assert piece.font == "Inter-Regular"
    assert piece.width == pytest.approx(width("x", TEXT, 1), abs=1e-3)


def test_titles_are_kerned() -> None:
    assert width("AVATAR To", TITLE, 20) < width("AVATAR To", STRONG, 20)


def test_nothing_typed_turns_into_an_arrow() -> None:
    assert "".join(piece.text for piece in pieces("a -> b fi", TITLE)) == "a -> b fi"


def test_lines_break_at_blanks() -> None:
    room = width("one two", TEXT, 10) + 0.1
    assert lines_of("one two  three", TEXT, 10, room) == ("one two", "three")


def test_a_long_word_breaks_behind_a_sign_then_between_letters() -> None:
    assert lines_of("https://a.example/bcd", TEXT, 10, width("https://aa.", TEXT, 10)) == (
        "https://a.",
        "example/",
        "bcd",
    )
    assert lines_of("x" * 7, TEXT, 10, width("xxx", TEXT, 10)) == ("xxx", "xxx", "x")


def test_a_mark_never_begins_a_line() -> None:
    assert lines_of("x\u030c" * 3, TEXT, 10, width("x", TEXT, 10) + 0.1) == ("x\u030c",) * 3


def test_nothing_is_lost_when_lines_break() -> None:
    text = "A very-long/word and https://example.org/path?x=1&y=2 " + "y" * 300
    assert "".join(lines_of(text, TEXT, 9, 80)).replace(" ", "") == text.replace(" ", "")


def test_no_line_is_wider_than_its_column() -> None:
    text = "Krátký text, ale dlouhé-složené/slovo s číslem 12345678901234567890 a konec. " * 5
    assert max(width(line, TEXT, 9) for line in lines_of(text, TEXT, 9, 70)) <= 70


def test_street_and_number_stay_on_one_line() -> None:
    room = width("Na dlouhé", TEXT, 10) + 2
    assert lines_of(address("Na dlouhé 12"), TEXT, 10, room) == ("Na", "dlouhé\u00a012")


def test_an_address_wider_than_its_column_still_breaks() -> None:
    room = width("Žerotínova", TEXT, 10) + 2
    assert lines_of(address("Žerotínova 33"), TEXT, 10, room) == ("Žerotínova", "33")


def test_lines_of_hebrew_keep_their_direction() -> None:
    room = width("שלום עולם", TEXT, 10) + 1
    first, second = lines_of("שלום עולם abc (ד)", TEXT, 10, room)
    assert (drawn(first), drawn(second)) == ("םלוע םולש", "(ד) abc")


def test_a_statement_breaks_into_even_lines() -> None:
    assert balanced("Funded by the European Union", STRONG, 8, 96) == ("Funded by the", "European Union")
