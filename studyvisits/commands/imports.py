"""Bringing people in: what a plan says is written, each table in one go."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session as Db

from studyvisits.domain.collecting import no_collecting
from studyvisits.domain.people_read import Answers
from studyvisits.domain.refusal import Refused
from studyvisits.domain.roster import ImportPlan, PlannedPerson
from studyvisits.store.bulk import delete_rows, first_free_id, insert_rows, update_rows
from studyvisits.store.tables import ImportMapping

_OWNERS_FIRST = ("organisations", "persons", "needs", "members", "participations", "participation_roles")
"""The tables that an import writes; each row points only to rows of tables before its own."""
Values = Mapping[str, object]


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


class _Writing:
    """What is to be written, gathered by table: each goes to the file in one go."""

    def __init__(self, db: Db, plan: ImportPlan) -> None:
        self.db = db
        self.plan = plan
        self.inserts: dict[str, list[Values]] = {table: [] for table in _OWNERS_FIRST}
        self.first_ids = {table: first_free_id(db, table) for table in _OWNERS_FIRST}
        self.updates: dict[str, list[tuple[int, Values]]] = {table: [] for table in _OWNERS_FIRST}
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
        for each in self.plan.organisations:
            self.organisations.append(self._insert("organisations", asdict(each)))

    def _add(self, person: PlannedPerson) -> None:
        person_id = self._insert("persons", person.person_values)
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
                self._insert("needs", {"person_id": person_id, "kind": kind, "text": text})
            else:
                self._update("needs", need_id, {"text": text})

    def _add_member(self, person: PlannedPerson, person_id: int) -> None:
        values = self._with_organisation(person.member_values)
        owners = {"project_id": self.plan.project_id, "person_id": person_id}
        self._add_participation(person, self._insert("members", {**owners, **values}))

    def _add_participation(self, person: PlannedPerson, member_id: int) -> None:
        values = person.participation_values
        if values is None:
            return
        if "activity_note" in values:
            values = {"note" if field == "activity_note" else field: value for field, value in values.items()}
        participation_id = person.participation_id
        if participation_id is None:
            owners = {"activity_id": self.plan.activity_id, "member_id": member_id}
            participation_id = self._insert("participations", {**owners, "status": "confirmed", **values})
        else:
            self._update("participations", participation_id, values)
        self.gone_roles.extend(person.gone_roles)
        for role in person.new_roles:
            self._insert("participation_roles", {"participation_id": participation_id, "role": role})

    def _with_organisation(self, values: Values) -> Values:
        organisation = values.get("organisation_id")
        if isinstance(organisation, int) and organisation < 0:
            return {**values, "organisation_id": self.organisations[-1 - organisation]}
        return values

    def _insert(self, table: str, values: Values) -> int:
        rows = self.inserts[table]
        rows.append(values)
        return self.first_ids[table] + len(rows) - 1

    def _update(self, table: str, id: int, values: Values) -> None:
        if values:
            self.updates[table].append((id, values))

    def _send(self) -> None:
        for table, rows in self.inserts.items():
            if rows:
                insert_rows(self.db, table, rows, first_id=self.first_ids[table])
        for table, changes in self.updates.items():
            if update_rows(self.db, table, changes) != len(changes):
                raise Refused("import_outdated")
        delete_rows(self.db, "participation_roles", self.gone_roles)


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
