"""What is broken, absurd or meant to harm is refused at once, with a sentence that names the cause."""

import os
import struct
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from studyvisits.domain.refusal import Refused
from studyvisits.exchange.sheets import pasted_people, read_people_sheet
from studyvisits.texts import texts_in
from studyvisits.wording import refusal_text
from tests.exchange.made_sheets import (
    MAIN,
    WORKBOOK,
    compound,
    ods,
    ods_cell,
    packed,
    text_cell,
    value_cell,
    xlsx,
    xlsx_of,
    xlsx_parts,
)

GOOD = [["Name", "E-mail"], ["Anna Berg", "anna@example.org"]]
LAUGHS = (
    "<!DOCTYPE x ["
    '<!ENTITY a "ha">' + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)) + "]>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def damaged(octets: bytes, at: float) -> bytes:
    place = int(len(octets) * at)
    return octets[:place] + bytes(byte ^ 0x5A for byte in octets[place : place + 40]) + octets[place + 40 :]


def with_lie_about_size(octets: bytes) -> bytes:
    """The directory says that the sheet is small; what is packed is not."""
    directory = octets.index(b"PK\x01\x02")
    place = octets.index(b"xl/worksheets/sheet1.xml", directory) - 46 + 24
    return octets[:place] + struct.pack("<I", 300) + octets[place + 4 :]


def flagged_as_encrypted(octets: bytes) -> bytes:
    place = octets.index(b"PK\x01\x02") + 8
    return octets[:place] + b"\x01\x00" + octets[place + 2 :]


def with_part(name: str, content: bytes | str) -> bytes:
    return packed({**xlsx_parts(text_cell(0, 1, "Name")), name: content})


def cells(*references: str) -> str:
    return "".join(f"<row>{value_cell(reference)}</row>" for reference in references)


MEASURE = """
import resource, sys
from pathlib import Path
from studyvisits.domain.refusal import Refused
from studyvisits.exchange.sheets import read_people_sheet
try:
    read_people_sheet(Path(sys.argv[1]))
except Refused:
    print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
"""Started on its own, because a child of a large process counts that one's memory as its own until it begins."""
REPEATED = 'table:number-columns-repeated="{columns}"'
HOSTILE: dict[str, tuple[str, bytes, str]] = {
    "a corner to corner sheet": ("a.xlsx", xlsx(cells("A1", "XFD1048576")), "sheet_too_far"),
    "a cell far below": ("a.xlsx", xlsx(cells("A1", "A1048576")), "sheet_too_far"),
    "a cell far to the right": ("a.xlsx", xlsx(cells("A1", "XFD1")), "sheet_too_far"),
    "a cell beyond Excel": ("a.xlsx", xlsx(cells("A1", "ZZZZ99999999")), "sheet_too_far"),
    "a reference in single quotes": ("a.xlsx", xlsx(cells("A1", "XFD1048576").replace('"', "'")), "sheet_too_far"),
    "a reference with blanks": ("a.xlsx", xlsx(cells("A1", "XFD1048576").replace("r=", "r = ")), "sheet_too_far"),
    "a far cell first": ("a.xlsx", xlsx(cells("XFD1048576", "A1")), "sheet_too_far"),
    "far cells by their rows alone": (
        "a.xlsx",
        xlsx('<row r="1"><c><v>1</v></c></row><row r="1048576">' + "<c><v>1</v></c>" * 2000 + "</row>"),
        "sheet_too_much_memory",
    ),
    "a bomb of zeros": ("a.xlsx", with_part("xl/sharedStrings.xml", "0" * 90_000_000), "sheet_unpacks_too_big"),
    "a bomb of cells": (
        "a.xlsx",
        xlsx("<row>" + "<c><v>1</v></c>" * 3_000_000 + "</row>"),
        "sheet_unpacks_too_big",
    ),
    "a bomb of blanks": ("a.xlsx", with_part("xl/styles.xml", " " * 20_000_000), "sheet_unpacks_too_big"),
    "a lie about the size": (
        "a.xlsx",
        with_lie_about_size(xlsx_of([[f"name {number}"] for number in range(9000)])),
        "sheet_broken",
    ),
    "five thousand parts": (
        "a.xlsx",
        packed({**xlsx_parts(""), **{f"xl/media/{number}.png": "" for number in range(5000)}}),
        "sheet_too_many_parts",
    ),
    "a million laughs": (
        "a.xlsx",
        packed({**xlsx_parts(""), "xl/sharedStrings.xml": LAUGHS + "<sst/>"}),
        "sheet_entities",
    ),
    "a file from outside": (
        "a.xlsx",
        packed({**xlsx_parts(""), "xl/styles.xml": OUTSIDE + "<a>&a;</a>"}),
        "sheet_entities",
    ),
    "entities in the workbook": (
        "a.xlsx",
        packed({**xlsx_parts(""), "xl/workbook.xml": LAUGHS + WORKBOOK}),
        "sheet_entities",
    ),
    "a text of a million letters": (
        "a.xlsx",
        xlsx(text_cell(0, 1, "".join(map(str, range(200_000))))),
        "sheet_cell_too_long",
    ),
    "one long text everywhere": (
        "a.xlsx",
        packed(
            {
                **xlsx_parts("".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 20_000))),
                "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"><si><t>{"y" * 32_000}</t></si></sst>',
            }
        ),
        "sheet_too_much_memory",
    ),
    "a workbook cut short": ("a.xlsx", xlsx_of(GOOD)[:-200], "sheet_broken"),
    "a sheet damaged in the middle": ("a.xlsx", damaged(xlsx_of(GOOD * 400), 0.4), "sheet_broken"),
    "a directory damaged": ("a.xlsx", damaged(xlsx_of(GOOD), 0.85), "sheet_wrong_kind"),
    "a sheet that is no XML": (
        "a.xlsx",
        packed({**xlsx_parts(""), "xl/worksheets/sheet1.xml": b"\x01\x02<<<>>"}),
        "sheet_broken",
    ),
    "a sheet in UTF-16": (
        "a.xlsx",
        packed({**xlsx_parts(""), "xl/worksheets/sheet1.xml": "<worksheet/>".encode("utf-16")}),
        "sheet_broken",
    ),
    "no relations": (
        "a.xlsx",
        packed({name: part for name, part in xlsx_parts("").items() if "workbook.xml.rels" not in name}),
        "sheet_broken",
    ),
    "a protected zip": ("a.xlsx", flagged_as_encrypted(xlsx_of(GOOD)), "sheet_password"),
    "a protected workbook": ("a.xlsx", compound("EncryptionInfo", "EncryptedPackage"), "sheet_password"),
    "a broken old workbook": ("a.xls", compound("Workbook"), "sheet_broken"),
    "an empty compound file": ("a.xls", compound(), "sheet_broken"),
    "an old letter": ("a.xls", compound("WordDocument"), "sheet_wrong_kind"),
    "a letter": ("a.xlsx", packed({"word/document.xml": "<a/>"}), "sheet_wrong_kind"),
    "slides": ("a.xlsx", packed({"ppt/presentation.xml": "<a/>"}), "sheet_wrong_kind"),
    "a binary workbook": ("a.xlsb", packed({"xl/workbook.bin": "x"}), "sheet_wrong_kind"),
    "any zip": ("a.xlsx", packed({"photo.jpg": "x"}), "sheet_wrong_kind"),
    "a PDF": ("list.xlsx", b"%PDF-1.7\n1 0 obj", "sheet_wrong_kind"),
    "a picture": ("list.csv", b"\x89PNG\r\n\x1a\n" + bytes(50), "sheet_wrong_kind"),
    "a program": ("list.csv", b"MZ\x90\x00" + bytes(500), "sheet_wrong_kind"),
    "a web page": ("list.xls", b"<html><table><tr><td>Name</td></tr></table></html>", "sheet_wrong_kind"),
    "Excel's XML of 2003": (
        "list.xls",
        b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
        "sheet_wrong_kind",
    ),
    "a link to Google": ("list.xlsx", b'{"url": "https://docs.google.com/open?id=1"}', "sheet_google_link"),
    "an empty file": ("list.xlsx", b"", "sheet_empty"),
    "bytes of no text": ("list.csv", bytes(range(256)) * 40, "sheet_encoding"),
    "UTF-16 with half a letter": ("list.csv", b"\xff\xfeN\x00a\x00\x00\xd8", "sheet_encoding"),
    "a quotation mark never closed": (
        "list.csv",
        b'Name,Mail\n"Anna,' + b"x, y\n" * 20_000,
        "sheet_cell_too_long_in_row",
    ),
    "a line of a million commas": ("list.csv", b"Name" + b"," * 1_000_000, "sheet_too_large"),
    "a million lines": ("list.csv", b"Name;Mail\n" + b"a;b\n" * 1_000_000, "sheet_too_large"),
    "a CSV too large": ("list.csv", b"a" * 25_000_001, "sheet_file_too_big"),
    "a filled cell repeated": (
        "a.ods",
        ods(f"<table:table-row>{ods_cell('x', REPEATED.format(columns=16384))}</table:table-row>"),
        "sheet_too_far",
    ),
    "a filled row repeated": (
        "a.ods",
        ods(f'<table:table-row table:number-rows-repeated="1048576">{ods_cell("x")}</table:table-row>'),
        "sheet_too_far",
    ),
    "repeats by repeats": (
        "a.ods",
        ods(
            f'<table:table-row table:number-rows-repeated="40000">'
            f"{ods_cell('x', REPEATED.format(columns=900))}</table:table-row>"
        ),
        "sheet_too_far",
    ),
    "empty rows, then a cell": (
        "a.ods",
        ods(
            '<table:table-row table:number-rows-repeated="1000000"><table:table-cell/></table:table-row>'
            f"<table:table-row>{ods_cell('x')}</table:table-row>"
        ),
        "sheet_too_far",
    ),
    "repeats beyond numbers": (
        "a.ods",
        ods(f"<table:table-row>{ods_cell('x', REPEATED.format(columns='9' * 40))}</table:table-row>"),
        "sheet_broken",
    ),
    "a negative repeat": (
        "a.ods",
        ods(f"<table:table-row>{ods_cell('x', REPEATED.format(columns=-5))}</table:table-row>"),
        "sheet_broken",
    ),
    "laughs in OpenDocument": ("a.ods", ods("", beginning=LAUGHS), "sheet_entities"),
    "an OpenDocument bomb": ("a.ods", ods(" " * 60_000_000), "sheet_unpacks_too_big"),
    "an OpenDocument cell without end": (
        "a.ods",
        ods(f"<table:table-row>{ods_cell('x' * 50_000)}</table:table-row>"),
        "sheet_cell_too_long_in_row",
    ),
    "a protected OpenDocument": ("a.ods", ods("", manifest="<manifest:encryption-data/>"), "sheet_password"),
    "an OpenDocument without contents": (
        "a.ods",
        packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
        "sheet_broken",
    ),
    "an OpenDocument letter": (
        "a.ods",
        packed({"mimetype": "application/vnd.oasis.opendocument.text"}),
        "sheet_wrong_kind",
    ),
    "tables in tables": (
        "a.ods",
        ods("<table:table-row><table:table-cell><table:table/></table:table-cell></table:table-row>"),
        "sheet_broken",
    ),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_file_is_refused_at_once(case: str, tmp_path: Path) -> None:
    name, content, code = HOSTILE[case]
    path = tmp_path / name
    path.write_bytes(content)
    start = time.perf_counter()
    with pytest.raises(Refused) as refused:
        read_people_sheet(path)
    seconds = time.perf_counter() - start
    assert refused.value.code == code
    assert refused.value.facts["file"] == name
    assert name in refusal_text(refused.value, texts_in("en"))
    assert seconds < 2


def test_there_are_at_least_forty_hostile_files() -> None:
    assert len(HOSTILE) >= 40


@pytest.mark.skipif(sys.platform != "linux", reason="Linux counts in KiB")
@pytest.mark.parametrize("case", ["far cells by their rows alone", "one long text everywhere", "a bomb of cells"])
def test_no_reading_process_takes_more_than_200_mb(case: str, tmp_path: Path) -> None:
    name, content, _ = HOSTILE[case]
    path = tmp_path / name
    path.write_bytes(content)
    peak = subprocess.run([sys.executable, "-c", MEASURE, str(path)], capture_output=True, check=True, text=True).stdout
    assert 10_000 < int(peak) < 200_000


@pytest.mark.parametrize(
    ("name", "code"), [("nothing.xlsx", "sheet_missing"), ("", "sheet_is_folder"), ("a\0b.xlsx", "sheet_locked")]
)
def test_what_is_no_file_is_refused(name: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read_people_sheet(tmp_path / name)
    assert refused.value.code == code


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with a name are POSIX")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    with pytest.raises(Refused) as refused:
        read_people_sheet(tmp_path / "pipe.csv")
    assert refused.value.code == "sheet_not_a_file"


def test_a_pasted_block_too_large_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        pasted_people("Name\tMail\n" + "a\tb\n" * 60_000)
    assert refused.value.code == "sheet_too_large"


HARMLESS: dict[str, bytes] = {
    "macros beside the sheet": packed({**xlsx_parts(text_cell(0, 1, "Name")), "xl/vbaProject.bin": b"Auto_Open"}),
    "a dimension of all columns": xlsx(text_cell(0, 1, "Name"), before='<dimension ref="A1:XFD1048576"/>'),
    "a format to the last row": xlsx(
        f'<row r="1">{text_cell(0, 1, "Name")}</row><row r="1048576"><c r="XFD1048576" s="0"/></row>'
    ),
    "an external link": packed(
        {**xlsx_parts(text_cell(0, 1, "Name")), "xl/externalLinks/externalLink1.xml": "<externalLink/>"}
    ),
    "parts that climb out": packed({**xlsx_parts(text_cell(0, 1, "Name")), "../../../../tmp/x.xml": "<a/>"}),
}


@pytest.mark.parametrize("case", HARMLESS)
def test_harmless_oddity_is_read(case: str, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(HARMLESS[case])
    assert [row for row in read_people_sheet(path).sheets[0].rows if any(row)] == [["Name"]]


def test_repeated_empty_cells_cost_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.ods"
    empty = '<table:table-cell table:number-columns-repeated="16383"/>'
    path.write_bytes(
        ods(
            f"<table:table-row>{ods_cell('Name')}{empty}</table:table-row>"
            f'<table:table-row table:number-rows-repeated="1048575"><table:table-cell/></table:table-row>'
        )
    )
    assert read_people_sheet(path).sheets[0].rows == [["Name"]]


def test_the_zip_library_is_not_tricked_into_another_folder(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(HARMLESS["parts that climb out"])
    assert zipfile.is_zipfile(path)
    read_people_sheet(path)
    assert sorted(tmp_path.iterdir()) == [path]
