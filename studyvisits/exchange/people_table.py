"""Finding the list of people in a workbook: its sheet, its heading row, its columns, its rows."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from studyvisits.domain.folding import fold
from studyvisits.domain.refusal import Refused
from studyvisits.domain.sheet import Sheet, Workbook
from studyvisits.exchange.countries import country_of
from studyvisits.exchange.heading_words import TOTALS
from studyvisits.exchange.headings import SURE, field_of, is_numbering

_LOOK_AT = 60
"""Rows from the top among which the headings are searched."""
_FEW = 4
"""A row with so many filled cells is neither a title nor a country standing alone, even repeated in merged cells."""
_REMARK = re.compile(r"[(:]|\s[-–—]\s")
NAMES = frozenset(("name", "family_name", "given_name"))


@dataclass(frozen=True, slots=True)
class Column:
    index: int
    heading: str
    """As it stands in the sheet; made unlike the others by the column's letters where necessary."""
    field: str | None


@dataclass(frozen=True, slots=True)
class PeopleTable:
    sheet: Sheet
    columns: Sequence[Column]
    headings: str
    rows: Sequence[tuple[int, Sequence[str]]]
    """Number and cells of each row that may hold a person."""
    sections: Mapping[int, str]
    """By row number the country whose name stands alone in a row above it: "Finland", then its people."""
    skipped: Sequence[int]
    others: Sequence[str]
    """Further sheets with a list of people, which are not read."""


@dataclass(frozen=True, slots=True)
class _Heading:
    top: int
    height: int
    texts: Sequence[str]
    fields: Mapping[int, str]
    score: int
    known: int
    """How many of the texts are headings we know, whether of people or not."""


def find_table(workbook: Workbook, answers: Mapping[str, str | None]) -> PeopleTable:
    """``answers`` are fields for folded headings. Raises ``Refused`` where no row holds headings of people, and for a
    form that one person has filled in."""
    visible = [sheet for sheet in workbook.sheets if not sheet.hidden] or workbook.sheets
    found = [(heading, sheet) for sheet in visible if (heading := _best_heading(sheet, answers))]
    if not found:
        if not any(any(map(any, sheet.rows)) for sheet in visible):
            raise Refused("sheet_empty", file=workbook.file)
        raise Refused("sheet_no_headings", file=workbook.file, sheets=", ".join(sheet.name for sheet in visible))
    heading, sheet = max(found, key=lambda item: (item[0].score, len(item[1].rows)))
    others = [each.name for _, each in found if each is not sheet]
    return _table(workbook.file, sheet, heading, others)


def _best_heading(sheet: Sheet, answers: Mapping[str, str | None]) -> _Heading | None:
    """Look at every row for headings spelt rightly, then at the best row, or else at all, for misspelt ones too."""
    tops = [index for index in range(min(_LOOK_AT, len(sheet.rows))) if any(sheet.rows[index])]
    best = _best_of(sheet, tops, answers, misspelt=False)
    return _best_of(sheet, [best.top] if best else tops, answers, misspelt=True)


def _best_of(
    sheet: Sheet, tops: Sequence[int], answers: Mapping[str, str | None], *, misspelt: bool
) -> _Heading | None:
    best: _Heading | None = None
    for top in tops:
        candidates = [_heading(top, 1, sheet.rows[top], answers, misspelt)]
        if top + 1 < len(sheet.rows) and candidates[0].known:
            candidates.append(_heading(top, 2, _two_rows(sheet, top), answers, misspelt))
        for candidate in candidates:
            if candidate.score and (best is None or candidate.score > best.score):
                best = candidate
    return best


def _heading(
    top: int, height: int, texts: Sequence[str], answers: Mapping[str, str | None], misspelt: bool
) -> _Heading:
    """Score one row, or two, as headings: what is sure counts more, and without any name it is none."""
    best: dict[str, tuple[int, int]] = {}
    for index, text in enumerate(texts):
        if not text or len(text) > 300:
            continue
        field, sureness = field_of(text, answers, misspelt=misspelt)
        if field and sureness > best.get(field, (0, 0))[0]:
            best[field] = (sureness, index)
    fields = _names_told_apart({index: field for field, (_, index) in best.items()})
    people = NAMES.intersection(fields.values())
    filled = sum(1 for text in texts if text)
    likely = len(fields) > 1 or filled <= 2 or sum(map(is_numbering, texts))
    score = sum(sureness for sureness, _ in best.values()) if people and likely else 0
    return _Heading(top, height, texts, fields, score, len(best))


def _names_told_apart(fields: Mapping[int, str]) -> dict[int, str]:
    """ "Jméno" beside "Příjmení" is a given name, "Name" beside "Vorname" a family name."""
    kinds = set(fields.values())
    told = dict(fields)
    for index, field in fields.items():
        if field == "name" and "family_name" in kinds and "given_name" not in kinds:
            told[index] = "given_name"
        elif field == "name" and "given_name" in kinds and "family_name" not in kinds:
            told[index] = "family_name"
        elif field == "name" and {"family_name", "given_name"} <= kinds:
            del told[index]
    return told


def _two_rows(sheet: Sheet, index: int) -> list[str]:
    """Headings in two rows: "Arrival" over "day" and "time"; the upper one reaches as far as its merged cells do."""
    upper, lower = list(sheet.rows[index]), list(sheet.rows[index + 1])
    width = max(len(upper), len(lower))
    upper += [""] * (width - len(upper))
    lower += [""] * (width - len(lower))
    for top, left, _, right in sheet.merged:
        if top == sheet.row_number(index):
            first = left - sheet.first_column
            for column in range(first, min(right - sheet.first_column + 1, width)):
                upper[column] = upper[first]
    return [f"{one} {two}".strip() for one, two in zip(upper, lower, strict=True)]


def _table(file: str, sheet: Sheet, heading: _Heading, others: Sequence[str]) -> PeopleTable:
    rows = _unmerged(sheet, heading)
    columns = _columns(sheet, heading, rows)
    people, sections, skipped = _people_rows(heading, columns, rows)
    if _is_form(heading, people):
        raise Refused("sheet_is_form", file=file, sheet=sheet.name)
    key = "\n".join(sorted(filter(None, map(fold, heading.texts))))
    return PeopleTable(
        sheet=sheet,
        columns=columns,
        headings=key,
        rows=people,
        sections=sections,
        skipped=skipped,
        others=others,
    )


def _is_form(heading: _Heading, rows: Sequence[tuple[int, Sequence[str]]]) -> bool:
    """Whether labels stand below each other, with what one person answered beside them: no list."""
    names = [index for index, field in heading.fields.items() if field in NAMES]
    told = [row[index] for _, row in rows for index in names if row[index]]
    return len(told) > 1 and 2 * sum(field_of(text, {}, misspelt=False)[1] >= SURE - 5 for text in told) > len(told)


def _columns(sheet: Sheet, heading: _Heading, rows: Sequence[tuple[int, Sequence[str]]]) -> list[Column]:
    width = max([len(heading.texts), *(len(row) for _, row in rows)])
    texts = [" ".join(text.split()) for text in heading.texts] + [""] * (width - len(heading.texts))
    times = Counter(texts)
    columns = []
    for index, text in enumerate(texts):
        letters = f"({sheet.column_letters(index)})"
        if text:
            shown = text if times[text] == 1 else f"{text} {letters}"
            columns.append(Column(index, shown, heading.fields.get(index)))
        elif any(index < len(row) and row[index] for _, row in rows):
            columns.append(Column(index, letters, None))
    return columns


def _unmerged(sheet: Sheet, heading: _Heading) -> list[tuple[int, Sequence[str]]]:
    """The rows below the headings, with what stands in cells merged downwards in each of them, save for names."""
    first = heading.top + heading.height
    rows: list[tuple[int, Sequence[str]]] = [
        (sheet.row_number(index), sheet.rows[index]) for index in range(first, len(sheet.rows))
    ]
    for top, left, bottom, _ in sheet.merged:
        above, column = top - sheet.first_row - first, left - sheet.first_column
        field = heading.fields.get(column)
        if (
            bottom == top
            or not 0 <= above < len(rows)
            or field in NAMES
            or field in (None, "email", "phone", "birth_date")
        ):
            continue
        text = rows[above][1][column] if column < len(rows[above][1]) else ""
        for index in range(above + 1, min(above + 1 + bottom - top, len(rows))):
            number, cells = rows[index]
            if any(cells):
                filled = list(cells) + [""] * (column + 1 - len(cells))
                filled[column] = filled[column] or text
                rows[index] = (number, filled)
    return rows


def _people_rows(
    heading: _Heading, columns: Sequence[Column], rows: Sequence[tuple[int, Sequence[str]]]
) -> tuple[list[tuple[int, Sequence[str]]], dict[int, str], list[int]]:
    width = max((column.index for column in columns), default=0) + 1
    titles = {index: fold(text) for index, text in enumerate(heading.texts) if text}
    numbering = {column.index for column in columns if is_numbering(column.heading)}
    names = {index for index, field in heading.fields.items() if field in NAMES}
    names_again = {heading.texts[index] for index in names}
    people: list[tuple[int, Sequence[str]]] = []
    skipped: list[int] = []
    sections: dict[int, str] = {}
    section = None
    running = 0
    for number, row in rows:
        filled = len(row) - row.count("")
        if not filled:
            continue
        first = next(filter(None, row))
        if _is_total(first, row) or (not names_again.isdisjoint(row) and _repeats_headings(row, titles)):
            skipped.append(number)
        elif filled < _FEW + len(numbering) and (country := _section(row, numbering)):
            section = country
            skipped.append(number)
        elif (counted := _running_number(row, numbering)) is not None and _is_count(row, numbering, counted, running):
            skipped.append(number)
        elif filled < _FEW + len(numbering) and not _holds_person(row, numbering, names):
            if any(cell and not cell.rstrip(".").isdigit() for cell in row):
                skipped.append(number)
        else:
            people.append((number, row if len(row) >= width else [*row, *[""] * (width - len(row))]))
            running = counted or running
            if section:
                sections[number] = section
    return people, sections, skipped


def _section(row: Sequence[str], numbering: set[int]) -> str | None:
    """The country that stands alone in a row, whatever is said of it: "Czech Republic (host)", "Finland – 4"."""
    filled = {cell for index, cell in enumerate(row) if cell and index not in numbering}
    text = _REMARK.split(filled.pop())[0].strip() if len(filled) == 1 else ""
    return country_of(text) if 3 < len(text) < 40 else None


def _is_total(first: str, row: Sequence[str]) -> bool:
    """ "Celkem", "Total: 12": the word stands first, and what else there is are numbers."""
    if len(first) > 40 or first.isdigit() or not _begins_with_total(first):
        return False
    return all(not cell or cell == first or not any(map(str.isalpha, cell)) or _begins_with_total(cell) for cell in row)


def _is_count(row: Sequence[str], numbering: set[int], number: int, running: int) -> bool:
    """ "22 People named" below a numbered list, our own among them: words beside a number that does not go on."""
    if not running or number == running + 1:
        return False
    return sum(1 for index, cell in enumerate(row) if cell and index not in numbering) == 1


def _running_number(row: Sequence[str], numbering: set[int]) -> int | None:
    for index in numbering:
        text = row[index].rstrip(".") if index < len(row) else ""
        if text.isdecimal() and len(text) < 7:
            return int(text)
    return None


def _begins_with_total(text: str) -> bool:
    return fold(text).split(" ")[0] in _totals()


@cache
def _totals() -> frozenset[str]:
    return frozenset(map(fold, TOTALS))


def _repeats_headings(row: Sequence[str], titles: Mapping[int, str]) -> bool:
    same = sum(1 for index, cell in enumerate(row) if cell and titles.get(index) == fold(cell))
    return same >= 2 and same * 2 > sum(1 for cell in row if cell)


def _holds_person(row: Sequence[str], numbering: set[int], names: set[int]) -> bool:
    """A row with a single text is a person only when it is a name and stands where names stand."""
    filled = [index for index, cell in enumerate(row) if cell and index not in numbering]
    if len(filled) != 1:
        return bool(filled)
    text = row[filled[0]]
    if filled[0] not in names:
        return "@" in text
    words = text.split()
    return len(words) <= 5 and len(text) <= 320 and not any(sign in text for sign in ":*§©") and not _has_number(text)


def _has_number(text: str) -> bool:
    return any(letter.isdigit() for letter in text)
