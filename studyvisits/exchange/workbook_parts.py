"""Which part of an Excel package holds which sheet (ECMA-376 part 1, 18.2.19, and part 2, 9: relationships)."""

import posixpath
import zipfile
from xml.parsers import expat

from studyvisits.domain.refusal import Refused


def sheets_of_parts(package: zipfile.ZipFile) -> dict[str, str]:
    """Return the sheet's name for each worksheet's part."""
    by_lower = {name.lower(): name for name in package.namelist()}
    workbook = by_lower["xl/workbook.xml"]
    relations = by_lower.get("xl/_rels/workbook.xml.rels")
    if relations is None:
        raise Refused("sheet_broken")
    targets = {
        each.get("Id", ""): posixpath.normpath(posixpath.join("xl", each.get("Target", ""))).lstrip("/")
        if not each.get("Target", "").startswith("/")
        else each.get("Target", "").lstrip("/")
        for each in _elements(package, relations, "Relationship")
    }
    sheets = {}
    for each in _elements(package, workbook, "sheet"):
        identity = next((value for key, value in each.items() if key.split(":")[-1] == "id"), "")
        part = by_lower.get(targets.get(identity, "").lower())
        if part:
            sheets[part] = each.get("name", "")
    return sheets


def _elements(package: zipfile.ZipFile, part: str, tag: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    parser = expat.ParserCreate()

    def start(name: str, attributes: dict[str, str]) -> None:
        if name.split(":")[-1] == tag:
            found.append(attributes)

    parser.StartElementHandler = start
    try:
        parser.Parse(package.read(part), True)
    except expat.ExpatError:
        raise Refused("sheet_broken") from None
    return found
