"""A workbook as text, read by openpyxl, its values held against what python-calamine reads."""

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook


def dump(content: bytes) -> str:
    workbook = load_workbook(BytesIO(content))
    properties = workbook.properties
    lines = [f"title {properties.title}", f"creator {properties.creator}", f"created {properties.created}"]
    second = CalamineWorkbook.from_filelike(BytesIO(content))
    for sheet in workbook.worksheets:
        lines += ["", f"== {sheet.title}", *_set_up(sheet)]
        rows = second.get_sheet_by_name(sheet.title).to_python(skip_empty_area=False)
        for row, values in zip(sheet.iter_rows(), rows, strict=True):
            number = row[0].row or 0
            lines.append(f"row {number} high {sheet.row_dimensions[number].height}")
            lines += _row(row, values)
    return "\n".join(lines) + "\n"


def _set_up(sheet: Worksheet) -> list[str]:
    page, margins, foot = sheet.page_setup, sheet.page_margins, sheet.oddFooter
    assert foot is not None
    assert sheet.sheet_properties.pageSetUpPr is not None
    widths = " ".join(f"{letter}{its.width:g}" for letter, its in sorted(sheet.column_dimensions.items()))
    return [
        f"widths {widths}",
        f"panes {sheet.freeze_panes} filter {sheet.auto_filter.ref} titles {sheet.print_title_rows}",
        f"merged {' '.join(sorted(str(each) for each in sheet.merged_cells.ranges))}",
        f"page {page.orientation} {page.paperSize} fit {sheet.sheet_properties.pageSetUpPr.fitToPage}",
        f"fit {page.fitToWidth}x{page.fitToHeight} margins {margins.left:.2f} {margins.top:.2f} {margins.bottom:.2f}",
        f"foot {foot.left.text!r} {foot.center.text!r} {foot.right.text!r}",
    ]


def _row(row: tuple[Cell | MergedCell, ...], values: Sequence[object]) -> list[str]:
    lines = []
    for place, cell in enumerate(row):
        if cell.value is None and not cell.has_style:
            continue
        seen = values[place] if place < len(values) else ""
        assert _same(cell.value, seen), f"{cell.coordinate}: {cell.value!r} and {seen!r}"
        lines.append(f"{cell.coordinate} {cell.data_type} {cell.value!r} [{_format(cell)}]")
    return lines


def _same(first: object, second: object) -> bool:
    if isinstance(first, datetime) and isinstance(second, date) and not isinstance(second, datetime):
        return first.date() == second and (first.hour, first.minute) == (0, 0)
    return first == second or (first is None and second == "")


def _format(cell: Cell | MergedCell) -> str:
    font, border, alignment = cell.font, cell.border, cell.alignment
    weight = ("b" if font.bold else "") + ("i" if font.italic else "")
    parts = [f"{font.size:g}{weight} {font.color.rgb[2:]}"]
    if cell.fill.fill_type:
        parts.append(f"on {cell.fill.start_color.rgb[2:]}")
    parts += [f"{side} {its.style}" for side, its in (("above", border.top), ("below", border.bottom)) if its.style]
    parts += [word for word in (alignment.horizontal, "wrap" if alignment.wrap_text else None) if word]
    return " ".join([*parts, *([cell.number_format] if cell.number_format != "General" else [])])
