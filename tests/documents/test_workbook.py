from datetime import date, datetime
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from studyvisits.documents.workbook import Row, Sheet, Style, lines_needed, sheet_names, text_width, write_workbook

PLAIN = Style()


@pytest.mark.parametrize(
    ("text", "width"),
    [("abc", 3), ("", 0), ("漢字", 4), ("e\u0301", 1), ("long\nline", 4), ("é\nab", 2), ("🚌", 2)],
)
def test_text_width(text: str, width: int) -> None:
    assert text_width(text) == width


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [("", 5, 1), ("one two", 7, 1), ("one two", 6, 2), ("x" * 10, 5, 2), ("x" * 11, 5, 3), ("a\n\nb", 5, 3)],
)  # fmt: skip
def test_lines_needed(text: str, width: float, lines: int) -> None:
    assert lines_needed(text.strip(), width) == lines


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=60), min_size=1, max_size=6))
def test_excel_takes_every_sheet_name(titles: list[str]) -> None:
    names = sheet_names(titles)
    assert len({name.casefold() for name in names}) == len(titles)
    for name in names:
        assert 0 < len(name.encode("utf-16-le")) <= 62
        assert not set("[]:*?/\\") & set(name)
        assert name.strip("'") == name


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=40), min_size=1, max_size=4))
def test_any_text_is_read_back_as_text(texts: list[str]) -> None:
    """But for what XML forbids; by a second library too."""
    content, cut = write_workbook(
        [Sheet("S", [Row((text,), (PLAIN,)) for text in texts], [20])], title="T", today=date(2024, 5, 6)
    )
    cells = [row[0] for row in load_workbook(BytesIO(content)).worksheets[0].iter_rows()]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    read = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_name("S").to_python(skip_empty_area=False)
    assert all(isinstance(value, str) for row in read for value in row)
    assert cut == ()


def test_one_cell_serves_every_row_without_carrying_over() -> None:
    styles = (PLAIN, Style(number_format="yyyy-mm-dd"), PLAIN)
    rows = [
        Row(("a", date(2024, 6, 10), 1), styles),
        Row((None, None, None), styles),
        Row(("=b", datetime(2024, 6, 11, 9, 30), "2"), styles),
    ]
    content, _ = write_workbook([Sheet("S", rows, [9, 9, 9])], title="T", today=date(2024, 5, 6))
    read = [[cell.value for cell in row] for row in load_workbook(BytesIO(content)).worksheets[0].iter_rows()]
    assert read == [
        ["a", datetime(2024, 6, 10), 1],
        [None, None, None],
        ["=b", datetime(2024, 6, 11, 9, 30), "2"],
    ]
