"""Bringing people in: what a plan says is written, each table in one go."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session as Db

from studyvisits.domain.collecting import no_collecting
from studyvisits.domain.people_fields import PARTICIPATION_FIELDS, PERSON_FIELDS
from studyvisits.domain.people_read import Answers
from studyvisits.domain.refusal import Refused
from studyvisits.domain.roster import ImportPlan, PlannedPerson
from studyvisits.store.tables import Base, ImportMapping, new_uids

_MEMBER_COLUMNS = ("organisation_id", "partner_id", "profession_id", "job_title")
_PARTICIPATION_COLUMNS = tuple(
    "note" if field == "activity_note" else field for field in PARTICIPATION_FIELDS if field != "roles"
)
Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """How many people were made, and how many of those known were changed."""

    new: int
    changed: int


def import_people(db: Db, *, plan: ImportPlan, partial: bool = False) -> Imported:
    """Write the plan. Without ``partial`` a plan with refused rows is refused whole.

    Raises ``Refused`` also when the file has changed since the plan was made, so that a row it speaks of is gone.
    """
    if plan.refused and not partial:
        raise Refused("import_rows_refused", count=len(plan.refused), row=plan.refused[0].row)
    try:
        with no_collecting():
            _Writing(db, plan).write()
    except IntegrityError:
        raise Refused("import_outdated") from None
    return Imported(new=len(plan.new), changed=len(plan.changed))


class _Gathered:
    """The new rows of one table."""

    __slots__ = ("columns", "first_id", "rows")

    def __init__(self, columns: tuple[str, ...], first_id: int) -> None:
        self.columns = columns
        self.first_id = first_id
        self.rows: list[Row] = []


class _Writing:
    """Rows are gathered by table and go to the driver as they are: a third of the time that Core takes (it would look
    at every value), which is most of an import. Days therefore become ISO 8601 text here."""

    def __init__(self, db: Db, plan: ImportPlan) -> None:
        self.db = db
        self.plan = plan
        self.inserts: dict[str, _Gathered] = {}
        self.updates: dict[tuple[str, tuple[str, ...]], list[Row]] = {}
        self.gone_roles: list[int] = []
        self.organisations: list[int] = []

    def write(self) -> None:
        self._add_organisations()
        for person in self.plan.new:
            self._add(person)
        for person in self.plan.changed:
            self._change(person)
        self._send()
        if self.plan.remember is not None:
            _remember(self.db, self.plan, self.plan.remember)

    def _add_organisations(self) -> None:
        columns = ("name", "sector", "address", "town", "country")
        for each in self.plan.organisations:
            values = (each.name, each.sector, each.address, each.town, each.country)
            self.organisations.append(self._insert("organisations", columns, values))

    def _add(self, person: PlannedPerson) -> None:
        values = person.person_values
        person_id = self._insert("persons", PERSON_FIELDS, tuple(map(values.get, PERSON_FIELDS)))
        self._add_needs(person, person_id)
        self._add_member(person, person_id)

    def _change(self, person: PlannedPerson) -> None:
        assert person.person_id is not None
        self._update("persons", person.person_id, person.person_values)
        self._add_needs(person, person.person_id)
        if person.member_id is None:
            self._add_member(person, person.person_id)
            return
        self._update("members", person.member_id, self._with_organisation(person.member_values))
        self._add_participation(person, person.member_id)

    def _add_needs(self, person: PlannedPerson, person_id: int) -> None:
        for need_id, kind, text in person.needs:
            if need_id is None:
                self._insert("needs", ("person_id", "kind", "text"), (person_id, kind, text))
            else:
                self._update("needs", need_id, {"text": text})

    def _add_member(self, person: PlannedPerson, person_id: int) -> None:
        values = self._with_organisation(person.member_values)
        columns = ("project_id", "person_id", *_MEMBER_COLUMNS)
        member_id = self._insert(
            "members", columns, (self.plan.project_id, person_id, *map(values.get, _MEMBER_COLUMNS))
        )
        self._add_participation(person, member_id)

    def _add_participation(self, person: PlannedPerson, member_id: int) -> None:
        values = person.participation_values
        if values is None:
            return
        values = {"note" if field == "activity_note" else field: value for field, value in values.items()}
        participation_id = person.participation_id
        if participation_id is None:
            values.setdefault("status", "confirmed")
            columns = ("activity_id", "member_id", *_PARTICIPATION_COLUMNS)
            row = (self.plan.activity_id, member_id, *map(values.get, _PARTICIPATION_COLUMNS))
            participation_id = self._insert("participations", columns, row)
        else:
            self._update("participations", participation_id, values)
        self.gone_roles.extend(person.gone_roles)
        for role in person.new_roles:
            self._insert("participation_roles", ("participation_id", "role"), (participation_id, role))

    def _with_organisation(self, values: Mapping[str, object]) -> dict[str, object]:
        organisation = values.get("organisation_id")
        if isinstance(organisation, int) and organisation < 0:
            return {**values, "organisation_id": self.organisations[-1 - organisation]}
        return dict(values)

    def _insert(self, table: str, columns: tuple[str, ...], values: Row) -> int:
        gathered = self.inserts.get(table)
        if gathered is None:
            gathered = self.inserts[table] = _Gathered(columns, self._first_free(table))
        id = gathered.first_id + len(gathered.rows)
        gathered.rows.append((id, *values))
        return id

    def _first_free(self, table: str) -> int:
        return int(self.db.execute(select(func.max(Base.metadata.tables[table].c.id))).scalar() or 0) + 1

    def _update(self, table: str, id: int, values: Mapping[str, object]) -> None:
        if values:
            columns = tuple(sorted(values))
            row = (*map(values.get, columns), id)
            self.updates.setdefault((table, columns), []).append(row)

    def _send(self) -> None:
        connection = self.db.connection()
        for table, gathered in self.inserts.items():
            columns = ("id", *gathered.columns, "uid")
            names = ", ".join(f'"{column}"' for column in columns)
            marks = ", ".join("?" * len(columns))
            rows = _days_as_text(columns, gathered.rows)
            uids = new_uids(len(rows))
            rows = [(*row, uid) for row, uid in zip(rows, uids, strict=True)]
            connection.exec_driver_sql(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)
        for (table, columns), rows in self.updates.items():
            settings = ", ".join(f'"{column}" = ?' for column in columns)
            done = connection.exec_driver_sql(
                f"UPDATE {table} SET {settings} WHERE id = ?", _days_as_text(columns, rows)
            )
            if done.rowcount != len(rows):
                raise Refused("import_outdated")
        if self.gone_roles:
            roles = [(id,) for id in self.gone_roles]
            connection.exec_driver_sql("DELETE FROM participation_roles WHERE id = ?", roles)


def _days_as_text(columns: Sequence[str], rows: list[Row]) -> list[Row]:
    for place, column in enumerate(columns):
        if column.endswith(("_date", "_day")):
            rows = [(*row[:place], _as_text(row[place]), *row[place + 1 :]) for row in rows]
    return rows


def _as_text(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _remember(db: Db, plan: ImportPlan, answers: Answers) -> None:
    found = db.execute(
        select(ImportMapping).where(
            ImportMapping.project_id == plan.project_id, ImportMapping.headings == plan.headings
        )
    ).scalar_one_or_none()
    mapping = found or ImportMapping(project_id=plan.project_id, headings=plan.headings)
    mapping.columns = json.dumps(dict(answers.columns), ensure_ascii=False, sort_keys=True)
    mapping.values = json.dumps(
        {field: dict(meanings) for field, meanings in answers.values.items()}, ensure_ascii=False, sort_keys=True
    )
    db.add(mapping)
    db.flush()
