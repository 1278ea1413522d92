import time
from pathlib import Path

import openpyxl
import pytest

from studyvisits.domain.refusal import Refused
from studyvisits.exchange.sheets import pasted_people, read_people_sheet
from tests.exchange.made_sheets import text_cell, value_cell, xlsx

SHEETS = Path(__file__).with_name("sheets")
ROWS = [
    ["Seznam účastníků"],
    [],
    ["Jméno", "Příjmení", "E-mail", "Telefon", "Země", "Datum narození", "Příjezd"],
    ["Jana", "Nováková", "jana@example.org", "420600000114", "Česko", "1984-04-09", "2024-03-10T14:30"],
    ["Petr", "Žák", "petr@example.org", "00420 600 000 115", "", "1979-05-01", "2024-03-10"],
    ["Celkem", "2"],
]
LETTERS = "Jméno;Příjmení\nŽofie;Řeháčková\nVäinö;Hämäläinen\n"


def bare(rows: object) -> list[list[str]]:
    """Rows without the empty cells at their ends."""
    assert isinstance(rows, list)
    found = []
    for row in rows:
        cells = list(row)
        while cells and not cells[-1]:
            cells.pop()
        found.append(cells)
    return found


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
def test_workbook_is_read_the_same_in_every_format(kind: str) -> None:
    (sheet,) = read_people_sheet(SHEETS / f"people.{kind}").sheets
    rows = [[cell.removesuffix(":00") if "T" in cell else cell for cell in row] for row in bare(sheet.rows)]
    assert (sheet.name, sheet.first_row, sheet.first_column) == ("Účastníci", 1, 1)
    assert rows == ROWS
    assert [tuple(each) for each in sheet.merged] == [(4, 5, 5, 5)]


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", LETTERS),
        ("utf-8-sig", LETTERS),
        ("utf-16", LETTERS),
        ("utf-16-le", LETTERS),
        ("utf-16-be", LETTERS),
        ("cp1250", "Jméno;Příjmení\nŽofie;Řeháčková\nŠárka;Šťastná\n"),
        ("iso8859-2", "Jméno;Příjmení\nŽofie;Řeháčková\nŠárka;Šťastná\n"),
        ("cp852", "Jméno;Příjmení\nŽofie;Řeháčková\nŠárka;Šťastná\n"),
        ("cp1252", "Förnamn;Efternamn\nÅsa;Sjöberg\nVäinö;Hämäläinen\n"),
        ("cp1251", "Име;Фамилия\nМария;Георгиева\nЖеляз;Щерев\n"),
    ],
)
def test_text_is_read_in_the_encoding_it_was_saved_in(encoding: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(text.encode(encoding))
    expected = [line.split(";") for line in text.splitlines()]
    assert read_people_sheet(path).sheets[0].rows == expected


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_separator_and_line_ends_are_found(separator: str, ending: str, tmp_path: Path) -> None:
    path = tmp_path / "people.txt"
    lines = [["Name", "Diet"], ["Anna, Dr.", "no nuts; no milk"], ["Petr", 'two\nlines and a " mark']]
    text = ending.join(separator.join('"' + cell.replace('"', '""') + '"' for cell in line) for line in lines)
    path.write_bytes(text.encode())
    assert read_people_sheet(path).sheets[0].rows == lines


def test_excels_line_naming_the_separator_is_obeyed(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("sep=|\nName|Note\nAnna|a;b;c\n")
    assert read_people_sheet(path).sheets[0].rows == [["Name", "Note"], ["Anna", "a;b;c"]]


def test_pasted_block_keeps_line_breaks_in_cells() -> None:
    text = 'Name\tDiet\r\nAnna\t"no nuts\nno milk"\r\n'
    assert pasted_people(text).sheets[0].rows == [["Name", "Diet"], ["Anna", "no nuts\nno milk"]]


@pytest.mark.parametrize("name", ["people.csv", "people.xls", "people"])
def test_contents_count_not_the_name(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes((SHEETS / "people.xlsx").read_bytes())
    assert bare(read_people_sheet(path).sheets[0].rows) == ROWS


def test_formula_is_read_as_the_value_kept_beside_it_and_never_computed(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(
        xlsx(
            '<row r="1"><c r="A1" t="str"><f>CONCAT("Anna")</f><v>Anna</v></c>'
            '<c r="B1"><f>1+1</f></c><c r="C1" t="str"><f>WEBSERVICE("http://127.0.0.1:9/")</f><v>kept</v></c>'
            f"{text_cell(3, 1, '=1+1')}</row>"
        )
    )
    assert read_people_sheet(path).sheets[0].rows == [["Anna", "", "kept", "=1+1"]]


def test_error_is_read_as_the_program_shows_it(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(xlsx(f'<row r="2">{value_cell("B2")}<c r="C2" t="e"><f>A9</f><v>#REF!</v></c></row>'))
    (sheet,) = read_people_sheet(path).sheets
    assert (sheet.rows, sheet.first_row, sheet.first_column) == ([["1", "#REF!"]], 2, 2)


def test_one_sheet_is_chosen_by_its_name_and_an_unknown_one_refused(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book["Sheet"].title = "Finland"
    book.create_sheet("Česko")["A1"] = "Name"
    book.save(tmp_path / "a.xlsx")
    assert [sheet.name for sheet in read_people_sheet(tmp_path / "a.xlsx", " česko ").sheets] == ["Česko"]
    with pytest.raises(Refused) as refused:
        read_people_sheet(tmp_path / "a.xlsx", "Sverige")
    assert (refused.value.code, refused.value.facts) == (
        "sheet_not_found",
        {"file": "a.xlsx", "sheet": "Sverige", "sheets": "Finland, Česko"},
    )


def test_hidden_rows_and_columns_are_marked(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in range(1, 7):
        sheet.append([f"{letter}{row} hidden='1'" for letter in "ABCDE"])
    for row in (2, 3, 6):
        sheet.row_dimensions[row].hidden = True
    sheet.column_dimensions["B"].hidden = True
    sheet.column_dimensions.group("D", "E", hidden=True)
    book.save(tmp_path / "a.xlsx")
    (read,) = read_people_sheet(tmp_path / "a.xlsx").sheets
    assert (read.hidden_rows, read.hidden_columns) == ({2, 3, 6}, {2, 4, 5})


def test_a_tag_that_hides_and_never_ends_takes_no_time(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(xlsx("<row hidden " * 60_000 + "/>"))
    started = time.perf_counter()
    with pytest.raises(Refused):
        read_people_sheet(tmp_path / "a.xlsx")
    assert time.perf_counter() - started < 2


def test_hidden_sheet_is_marked(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.create_sheet("lists").sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    assert [sheet.hidden for sheet in read_people_sheet(tmp_path / "a.xlsx").sheets] == [False, True]
