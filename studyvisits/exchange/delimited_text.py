"""Tables as text: .csv, .tsv, .txt and a block copied from a spreadsheet."""

import codecs
import csv
import io
from collections import Counter
from itertools import pairwise

from studyvisits.domain.refusal import Refused
from studyvisits.domain.sheet_limits import MAX_CELLS, MAX_CHARACTERS, MAX_COLUMNS, MAX_ROWS

SEPARATORS = "\t;,|"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LETTERS = {
    "cp1250": "áčďéěíňóřšťúůýžäöüÁČĎÉĚÍŇÓŘŠŤÚŮÝŽÄÖÜßćđĆĐľĺôąęłńśźż–“„”’…€§°",
    "iso8859-2": "áčďéěíňóřšťúůýžäöüÁČĎÉĚÍŇÓŘŠŤÚŮÝŽÄÖÜßćđĆĐľĺôąęłńśźż§°",
    "cp1252": "äöåÄÖÅéÉüÜßøæØÆáíóúñàèêëçôîïâšžŠŽ–“„”’…€§°",
    "cp1251": "абвгдежзийклмнопрстуфхцчшщъьюяАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЮЯыэё–“„”’…€№§°",
    "mac_latin2": "áčďéěíňóřšťúůýžäöüÁČĎÉĚÍŇÓŘŠŤÚŮÝŽÄÖÜß",
    "cp852": "áčďéěíňóřšťúůýžäöüÁČĎÉĚÍŇÓŘŠŤÚŮÝŽÄÖÜß",
}
"""Letters that people of our languages write, in the encodings their programs save; tried in this order."""


def decode(content: bytes) -> str:
    """Raise ``Refused`` for what is no text in any usual encoding."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content, encoding)
    if b"\0" in content[:4096]:
        return _strictly(content, _utf16_without_mark(content[:4096]))
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _of_one_byte(content)


def _strictly(content: bytes, encoding: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        raise Refused("sheet_encoding") from None
    if "\0" in text:
        raise Refused("sheet_encoding")
    return text


def _utf16_without_mark(head: bytes) -> str:
    """Of mostly Latin text every second byte is zero; which second byte tells the order."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if min(even, odd) * 10 > max(even, odd) or max(even, odd) * 10 < len(head):
        raise Refused("sheet_encoding")
    return "utf-16-be" if even > odd else "utf-16-le"


def _of_one_byte(content: bytes) -> str:
    sample = bytes(byte for byte in content[:2_000_000] if byte > 127)
    best = max(_LETTERS, key=lambda encoding: _plausibility(content, sample, encoding))
    if _plausibility(content, sample, best) < 0.8:
        best = _detected(content)
    return _strictly(content, best)


def _plausibility(content: bytes, sample: bytes, encoding: str) -> float:
    """Share of the letters beyond ASCII that our languages use; capitals inside a word speak against it."""
    counts = Counter(sample)
    good = bad = 0
    for byte, times in counts.items():
        letter = bytes([byte]).decode(encoding, "replace")
        if letter in _LETTERS[encoding]:
            good += times
        elif not letter.isspace():
            bad += times
    text = content[:20_000].decode(encoding, "replace")
    inside = sum(1 for one, two in pairwise(text) if one.islower() and two.isupper() and two > "\x7f")
    return (good - inside) / max(good + bad, 1)


def _detected(content: bytes) -> str:
    from charset_normalizer import from_bytes

    found = from_bytes(content[:100_000]).best()
    if found is None:
        raise Refused("sheet_encoding")
    return found.encoding


def rows_of(text: str, separator: str | None = None) -> list[list[str]]:
    """Return the cells, row by row; raise ``Refused`` for what is larger than any list of people."""
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        separator, text = first.strip()[4], rest
    separator = separator or _separator(text[:200_000])
    rows: list[list[str]] = []
    cells = 0
    csv.field_size_limit(MAX_CHARACTERS)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            cells += len(row)
            if len(rows) >= MAX_ROWS or cells > MAX_CELLS or len(row) > MAX_COLUMNS:
                raise Refused("sheet_too_large", rows=MAX_ROWS, columns=MAX_COLUMNS, row=len(rows) + 1)
            rows.append([cell.strip() for cell in row])
    except csv.Error:
        raise Refused("sheet_cell_too_long_in_row", row=len(rows) + 1) from None
    return rows


def _separator(text: str) -> str:
    """The separator that cuts most rows into the same number of cells, of several the one that makes most cells."""
    return max(SEPARATORS, key=lambda separator: _regularity(text, separator))


def _regularity(text: str, separator: str) -> float:
    csv.field_size_limit(MAX_CHARACTERS)
    widths: Counter[int] = Counter()
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator)):
            if number == 100:
                break
            if any(row):
                widths[len(row)] += 1
    except csv.Error:
        pass
    if not widths:
        return 0.0
    width, times = max(widths.items(), key=lambda item: (item[1] * (item[0] > 1), item[0]))
    return 0.0 if width == 1 else times / widths.total() + min(width, 50) / 1000
