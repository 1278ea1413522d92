"""A workbook understood as a list of people: typed values row by row, and what could not be understood."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from studyvisits.domain.collecting import no_collecting
from studyvisits.domain.folding import fold
from studyvisits.domain.people_fields import FIELDS, PARTICIPATION_FIELDS
from studyvisits.domain.people_read import Answers, PeopleRead, PeopleRow, RefusedRow, Unknown
from studyvisits.domain.refusal import Refused
from studyvisits.domain.sheet import Workbook
from studyvisits.domain.split_names import SplitName, part_without_titles, split_names
from studyvisits.exchange.cell_values import NotUnderstood, Refusal, cleaned_text, meaning, plain_meanings
from studyvisits.exchange.countries import country_of
from studyvisits.exchange.headings import family_stands_first
from studyvisits.exchange.named_file import reading_of
from studyvisits.exchange.people_table import Column, PeopleTable, find_table
from studyvisits.exchange.typed_days import month_stands_first, with_year
from studyvisits.exchange.value_words import plain_words, says_nothing

_OTHERWISE = {"presence": "status", "status": "presence"}
_NOBODY = frozenset(("n n", "nn"))
"""Nomen nescio, folded: a place kept for somebody who has no name yet."""
_SPLIT_FIELDS = ("family_name", "given_name", "title_before", "title_after", "other_name")


def understand_people(
    workbook: Workbook,
    *,
    answers: Answers,
    remembered: Mapping[str, Answers],
    today: date,
    with_activity: bool,
    near: date | None = None,
) -> PeopleRead:
    """``remembered``: earlier answers by headings, which ``answers`` add to. Without an activity its fields are
    ignored. ``near``: the first day of the activity, by which arrivals without a year find theirs.

    Raises ``Refused`` where no list of people is found, or an answer or a value given for all rows has no meaning.
    """
    with reading_of(workbook.file), no_collecting():
        return _understood(workbook, answers, remembered, today, with_activity, near)


def _understood(
    workbook: Workbook,
    answers: Answers,
    remembered: Mapping[str, Answers],
    today: date,
    with_activity: bool,
    near: date | None,
) -> PeopleRead:
    _refuse_unknown_fields(answers)
    vocabulary = _folded_columns([*remembered.values(), answers])
    table = find_table(workbook, vocabulary)
    earlier = remembered.get(table.headings)
    if earlier is not None:
        answers = _joined(earlier, answers)
    own = _folded_columns([earlier, answers] if earlier else [answers])
    if own != vocabulary:
        table = find_table(workbook, own)
    given = {field: _given(field, text, today) for field, text in answers.given.items()}
    return _Reading(table, answers, given, today, with_activity, near).read()


def _refuse_unknown_fields(answers: Answers) -> None:
    asked = [*answers.columns.values(), *answers.values, *answers.given]
    for field in asked:
        if field and field not in FIELDS:
            raise Refused("import_no_such_field", field=field, fields=", ".join(sorted(FIELDS)))


def _folded_columns(several: Sequence[Answers]) -> dict[str, str | None]:
    return {fold(heading): field or None for answers in several for heading, field in answers.columns.items()}


def _joined(earlier: Answers, now: Answers) -> Answers:
    values = {field: dict(meanings) for field, meanings in earlier.values.items()}
    for field, meanings in now.values.items():
        values.setdefault(field, {}).update(meanings)
    return Answers({**earlier.columns, **now.columns}, values, now.given)


def _given(field: str, text: str, today: date) -> object:
    try:
        value = meaning(field, text, today=today)
    except (NotUnderstood, Refusal):
        raise Refused("import_set_not_understood", field=field, value=text) from None
    return value[0] if isinstance(value, tuple) and field.endswith("_day") else value


class _Reading:
    """One sheet while it is read, column by column: a value that occurs a thousand times is understood once."""

    def __init__(
        self,
        table: PeopleTable,
        answers: Answers,
        given: Mapping[str, object],
        today: date,
        with_activity: bool,
        near: date | None,
    ) -> None:
        self.table = table
        self.answers = answers
        self.given = given
        self.today = today
        self.with_activity = with_activity
        self.near = near
        self.unknown: dict[tuple[str, str], list[int]] = {}
        self.refused: dict[int, RefusedRow] = {}
        self.values: dict[str, list[object]] = {}
        self.countries: dict[str, str] = {}
        self.nobody: list[int] = []

    def read(self) -> PeopleRead:
        columns, ignored = self._columns()
        for column in columns:
            if column.field not in self.given:
                self._read_column(column)
        self._split_names(columns)
        self._add_sections()
        rows = self._rows()
        return PeopleRead(
            sheet=self.table.sheet.name,
            headings=self.table.headings,
            columns={column.heading: column.field for column in columns if column.field},
            ignored=[column.heading for column in ignored],
            rows=rows,
            unknown=[Unknown(field, value, tuple(rows)) for (field, value), rows in self.unknown.items()],
            refused=sorted(self.refused.values(), key=lambda refused: refused.row),
            skipped=sorted([*self.table.skipped, *self.nobody]),
            other_sheets=self.table.others,
            given=self.given,
            answers=self.answers,
            partner_countries=self._partner_countries(),
            country_words=self.countries,
            hidden_rows=sorted(self.table.sheet.hidden_rows & {number for number, _ in self.table.rows}),
            hidden_columns=[column.heading for column in columns if self._is_hidden(column)],
        )

    def _is_hidden(self, column: Column) -> bool:
        return column.index + self.table.sheet.first_column in self.table.sheet.hidden_columns

    def _partner_countries(self) -> dict[str, str]:
        words = {*self.values.get("partner", ()), self.given.get("partner")}
        return {word: code for word in words if isinstance(word, str) and (code := country_of(word))}

    def _columns(self) -> tuple[list[Column], list[Column]]:
        taken: list[Column] = []
        ignored: list[Column] = []
        for column in self._told_by_values(self.table.columns):
            wanted = column.field and (self.with_activity or column.field not in PARTICIPATION_FIELDS)
            (taken if wanted else ignored).append(column)
        return taken, ignored

    def _told_by_values(self, columns: Sequence[Column]) -> Sequence[Column]:
        """ "Presence", "Účast", "Anwesenheit" may ask whether somebody comes, or comes as a visitor: the cells tell."""
        asked = {fold(heading) for heading in self.answers.columns}
        fields = {column.field for column in columns} | set(self.given)
        told = list(columns)
        for place, column in enumerate(columns):
            other = _OTHERWISE.get(column.field or "")
            if other and other not in fields and fold(column.heading) not in asked:
                cells = {row[column.index] for _, row in self.table.rows}
                words = {fold(cell) for cell in cells if not says_nothing(cell)}
                if words and words <= plain_words(other):
                    told[place] = replace(column, field=other)
        return told

    def _read_column(self, column: Column) -> None:
        field, index = column.field or "", column.index
        cells = [row[index] for _, row in self.table.rows]
        answers = {fold(value): answer for value, answer in self.answers.values.get(field, {}).items()}
        if field == "name":
            self._note_errors(column, cells)
            self.values["name"] = [_without_nothing(cell) for cell in cells]
            return
        different = set(cells)
        month_first = field.endswith(("_day", "_date")) and month_stands_first(different)
        meanings: dict[str, object] = {}
        failed: dict[str, str] = {}
        if not answers:
            meanings.update(plain_meanings(field, different))
            different.difference_update(meanings)
        for cell in different:
            text = answers.get(fold(cell), cell) if answers else cell
            if text and self.near and field in ("arrival_day", "departure_day"):
                text = with_year(text, self.near)
            try:
                meanings[cell] = meaning(
                    field, text or "", heading=column.heading, month_first=month_first, today=self.today
                )
            except NotUnderstood:
                failed[cell] = ""
            except Refusal as refusal:
                failed[cell] = str(refusal)
        if failed:
            self._note_failures(column, cells, failed)
        if field == "country":
            self.countries = {str(code): cell for cell, code in meanings.items() if code}
        self._keep(field, [meanings.get(cell) for cell in cells])

    def _note_errors(self, column: Column, cells: Sequence[str]) -> None:
        failed = {}
        for cell in set(cells):
            try:
                meaning("name", cell, today=self.today)
            except Refusal as refusal:
                failed[cell] = str(refusal)
        self._note_failures(column, cells, failed)

    def _note_failures(self, column: Column, cells: Sequence[str], failed: Mapping[str, str]) -> None:
        for (number, _), cell in zip(self.table.rows, cells, strict=True):
            reason = failed.get(cell)
            if reason:
                self.refused.setdefault(number, RefusedRow(number, column.heading, cell, reason))
            elif reason is not None:
                self.unknown.setdefault((column.field or "", cell), []).append(number)

    def _keep(self, field: str, values: list[object]) -> None:
        if field in ("arrival_day", "departure_day"):
            pairs = [value if isinstance(value, tuple) else (None, None) for value in values]
            times: list[object] = [minutes for _, minutes in pairs]
            values = [day for day, _ in pairs]
            time_field = field.replace("_day", "_time")
            if any(minutes is not None for minutes in times) and time_field not in self.values:
                self.values[time_field] = times
        self.values[field] = values

    def _split_names(self, columns: Sequence[Column]) -> None:
        names = self.values.pop("name", None)
        if names is not None:
            heading = next((column.heading for column in columns if column.field == "name"), "")
            split = split_names([str(name or "") for name in names], family_first=family_stands_first(heading))
            for position, field in enumerate(_SPLIT_FIELDS):
                self._add(field, [each[position] for each in split])
        for field in ("family_name", "given_name"):
            if names is None and field in self.values:
                self._part_titles(field)
        middle = self.values.pop("middle_name", None)
        if middle is not None:
            given = self.values.get("given_name", [None] * len(middle))
            self.values["given_name"] = [
                " ".join(str(name) for name in pair if name) or None for pair in zip(given, middle, strict=True)
            ]

    def _part_titles(self, field: str) -> None:
        parts: dict[object, SplitName] = {
            text: part_without_titles(str(text)) if text else SplitName("") for text in set(self.values[field])
        }
        split = [parts[text] for text in self.values[field]]
        self.values[field] = [part.family_name or None for part in split]
        for position in (2, 3, 4):
            self._add(_SPLIT_FIELDS[position], [part[position] for part in split])

    def _add(self, field: str, values: Sequence[object]) -> None:
        """Fill in where no column of its own says anything."""
        if not any(values) or field in self.given:
            return
        earlier = self.values.get(field)
        self.values[field] = (
            list(values) if earlier is None else [one or two for one, two in zip(earlier, values, strict=True)]
        )

    def _add_sections(self) -> None:
        if self.table.sections and not {"country", "partner"} & {*self.values, *self.given}:
            self.values["country"] = [self.table.sections.get(number) for number, _ in self.table.rows]

    def _rows(self) -> list[PeopleRow]:
        fields = list(self.values)
        rows = []
        for (number, cells), values in zip(self.table.rows, zip(*self.values.values(), strict=True), strict=True):
            row = dict(zip(fields, values, strict=True))
            if not row.get("family_name"):
                row["family_name"], row["given_name"] = row.get("given_name"), None
            if _is_nobody(row.get("family_name"), row.get("given_name")):
                self.nobody.append(number)
                self.refused.pop(number, None)
                continue
            if number in self.refused:
                continue
            if not row["family_name"] and "family_name" not in self.given:
                self._refuse_nameless(number, cells)
                continue
            row.update(self.given)
            rows.append(PeopleRow(number, row))
        return rows

    def _refuse_nameless(self, number: int, cells: Sequence[str]) -> None:
        shown = next((cell for cell in cells if cell), "")
        self.refused[number] = RefusedRow(number, "", shown, "row_without_name")


def _is_nobody(family_name: object, given_name: object) -> bool:
    """Short as it is, it is looked for in short names only."""
    if not isinstance(family_name, str) or len(family_name) > 4:
        return False
    return fold(f"{family_name} {given_name or ''}") in _NOBODY


def _without_nothing(cell: str) -> str | None:
    cleaned = cleaned_text(cell)
    return None if cleaned is None or says_nothing(cleaned) else " ".join(cleaned.split())
