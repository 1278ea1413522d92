"""What a file really is, told by its first bytes and, in a package, by the names of its parts; never by its extension.

Kinds that hold a table are ``xlsx xls ods text``; everything else is named as its makers call it, for the refusal.
"""

from collections.abc import Collection

from studyvisits.domain.refusal import Refused

XLSX, XLS, ODS, TEXT = "xlsx", "xls", "ods", "text"

_BEGINNINGS = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"{\\rtf", "RTF"),
    (b"MZ", "EXE"),
    (b"\x7fELF", "ELF"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"Rar!", "RAR"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
    (b"SQLite format 3\x00", "SQLite"),
)
_PARTS = (
    ("word/document.xml", "Word"),
    ("ppt/presentation.xml", "PowerPoint"),
    ("xl/workbook.bin", "Excel Binary (.xlsb)"),
    ("Index/Document.iwa", "Apple Numbers"),
    ("Index.zip", "Apple Numbers"),
)


def kind_of_beginning(head: bytes) -> str:
    """Return the kind that the first kilobytes show: ``zip`` and ``ole`` need a look inside.

    Raises ``Refused`` for what holds no table.
    """
    if head[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return "zip"
    if head[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        return "ole"
    for beginning, kind in _BEGINNINGS:
        if head.startswith(beginning):
            raise Refused("sheet_wrong_kind", kind=kind)
    _refuse_markup(head.lstrip(b"\xef\xbb\xbf \t\r\n").lower())
    return TEXT


def _refuse_markup(text: bytes) -> None:
    text = text.replace(b"\x00", b"")
    if text[:1] == b"{" and b"docs.google.com" in text:
        raise Refused("sheet_google_link")
    if text[:1] != b"<":
        return
    if b"urn:schemas-microsoft-com:office:spreadsheet" in text or b"excel.sheet" in text:
        raise Refused("sheet_wrong_kind", kind="Excel 2003 XML")
    if any(tag in text for tag in (b"<html", b"<!doctype html", b"<table", b"<body", b"<head")):
        raise Refused("sheet_wrong_kind", kind="HTML")
    if text.startswith((b"<?xml", b"<!doctype", b"<svg")):
        raise Refused("sheet_wrong_kind", kind="XML")


def kind_of_package(names: Collection[str], mimetype: bytes) -> str:
    """``names`` are the parts of a zip file, ``mimetype`` the contents of the part of that name."""
    lower = {name.lower() for name in names}
    if "xl/workbook.xml" in lower:
        return XLSX
    if mimetype.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        return ODS
    if mimetype.startswith(b"application/vnd.oasis.opendocument."):
        raise Refused(
            "sheet_wrong_kind", kind="OpenDocument " + mimetype.split(b".")[-1].decode("ascii", "replace")[:20]
        )
    for part, kind in _PARTS:
        if part.lower() in lower:
            raise Refused("sheet_wrong_kind", kind=kind)
    raise Refused("sheet_wrong_kind", kind="ZIP")


def kind_of_compound(content: bytes) -> str:
    """An OLE compound file: the names in its directory are UTF-16LE ([MS-CFB] 2.6.1)."""

    def holds(name: str) -> bool:
        return (name + "\0").encode("utf-16-le") in content

    if holds("EncryptedPackage"):
        raise Refused("sheet_password")
    if holds("Workbook") or holds("Book"):
        return XLS
    if holds("WordDocument"):
        raise Refused("sheet_wrong_kind", kind="Word")
    if holds("PowerPoint Document"):
        raise Refused("sheet_wrong_kind", kind="PowerPoint")
    if holds("__properties_version1.0"):
        raise Refused("sheet_wrong_kind", kind="Outlook")
    raise Refused("sheet_broken")
