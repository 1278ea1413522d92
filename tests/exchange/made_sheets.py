"""Small spreadsheets, honest and hostile, made by hand where no program would write them."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORKBOOK = (
    f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets><sheet name="People" sheetId="1" r:id="rId1"/></sheets>'
    "</workbook>"
)
WORKBOOK_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
)
ROOT_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
ODS = b"application/vnd.oasis.opendocument.spreadsheet"


def packed(parts: Mapping[str, bytes | str], *, level: int = 6) -> bytes:
    octets = io.BytesIO()
    with zipfile.ZipFile(octets, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return octets.getvalue()


def xlsx_parts(rows: str, *, before: str = "", after: str = "") -> dict[str, bytes | str]:
    """``rows``: what stands within ``sheetData``; ``before`` and ``after`` it."""
    sheet = f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'
    return {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": ROOT_RELATIONS,
        "xl/workbook.xml": WORKBOOK,
        "xl/_rels/workbook.xml.rels": WORKBOOK_RELATIONS,
        "xl/worksheets/sheet1.xml": sheet,
    }


def xlsx(rows: str, *, before: str = "", after: str = "") -> bytes:
    return packed(xlsx_parts(rows, before=before, after=after))


def xlsx_of(rows: Iterable[Sequence[str]], *, after: str = "") -> bytes:
    """A workbook of texts."""
    lines = "".join(
        f'<row r="{number}">{"".join(text_cell(index, number, text) for index, text in enumerate(row))}</row>'
        for number, row in enumerate(rows, 1)
    )
    return xlsx(lines, after=after)


def text_cell(index: int, row: int, text: str) -> str:
    if not text:
        return ""
    return f'<c r="{chr(65 + index)}{row}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def value_cell(reference: str, value: str = "1") -> str:
    return f'<c r="{reference}"><v>{value}</v></c>'


def ods(table: str, *, beginning: str = "", manifest: str = "") -> bytes:
    """``table``: what stands within the table."""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{beginning}<office:document-content xmlns:office="{OFFICE}" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="People">{table}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    return packed({"mimetype": ODS, "content.xml": content, "META-INF/manifest.xml": manifest or "<manifest/>"})


def ods_cell(text: str, attributes: str = "") -> str:
    return f"<table:table-cell {attributes}><text:p>{escape(text)}</text:p></table:table-cell>"


def compound(*names: str) -> bytes:
    """The beginning of an OLE compound file and the names in its directory; nothing else of it."""
    directory = b"".join((name + "\0").encode("utf-16-le").ljust(128, b"\0") for name in names)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + directory
