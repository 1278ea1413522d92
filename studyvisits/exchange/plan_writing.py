"""From the rows of a plan to its document."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from studyvisits.domain.plan import FORMAT, Field, Form, Kind, PlanRows, Row, Shape
from studyvisits.domain.plan_tables import KINDS, ROOTS
from studyvisits.domain.row_rules import AUDIENCE_POINTERS
from studyvisits.exchange.plan_names import Key, refs_for
from studyvisits.exchange.plan_values import dates_written, written

Document = dict[str, Any]


class PlanWriting:
    """Writes the rows of one plan, each under what owns it."""

    def __init__(self, plan: PlanRows) -> None:
        self._owned: dict[tuple[str, int], list[Row]] = defaultdict(list)
        self._needs_of = plan.needs_of
        for kind in KINDS.values():
            for row in sorted(plan.tables.get(kind.table, ()), key=_place):
                self._owned[kind.table, row[kind.owner] if kind.owner else 0].append(row)
        self._members = {row["id"]: row["member_id"] for row in plan.tables.get("participations", ())}
        self._refs = refs_for(plan.tables, self._scopes(plan))

    def document(self) -> Document:
        return {"format": FORMAT} | self._nested(ROOTS, 0, None)

    def _scopes(self, plan: PlanRows) -> dict[Key, int]:
        """The activity of what is referred to within one."""
        groupings = {row["id"]: row["activity_id"] for row in plan.tables.get("groupings", ())}
        return {
            (kind.table, row["id"]): row.get("activity_id") or groupings[row["grouping_id"]]
            for kind in KINDS.values()
            if kind.scoped
            for row in plan.tables.get(kind.table, ())
        }

    def _nested(self, kinds: Sequence[Kind], owner: int, activity: Row | None) -> Document:
        found: Document = {}
        for kind in kinds:
            rows = self._owned.get((kind.table, owner), [])
            if rows or (kind.table == "needs" and owner in self._needs_of):
                found[kind.name] = self._property(kind, rows, activity)
        return found

    def _property(self, kind: Kind, rows: Sequence[Row], activity: Row | None) -> Any:
        if kind.form is Form.ONE:
            return self._object(kind, rows[0], activity)
        if kind.form is Form.VALUES:
            return [self._value(kind.fields[0], row, activity) for row in rows]
        if kind.form is Form.AUDIENCE:
            return self._audience(kind, rows)
        return [self._object(kind, row, activity) for row in rows]

    def _object(self, kind: Kind, row: Row, activity: Row | None) -> Document:
        ref = self._refs.get((kind.table, row["id"]))
        found: Document = {"ref": ref} if ref else {}
        found["uid"] = row["uid"]
        around = row if kind.dated else activity
        dates = dates_written(row) if kind.dated else {}
        for field in kind.fields:
            if field.column == "start" and dates:
                found |= dates
            value = None if field.shape is Shape.ENDS else self._value(field, row, around)
            if value is not None:
                found[field.name] = value
        return found | self._nested(kind.nested, row["id"], around)

    def _value(self, field: Field, row: Row, activity: Row | None) -> Any:
        value = row.get(field.column)
        if value is None or field.shape is not Shape.REFERENCE:
            return None if value is None else written(field, value, activity=activity)
        return self._name(field.to, value)

    def _name(self, table: str, row_id: int) -> str:
        """People of an activity are called by their member's name."""
        return self._refs["members", self._members[row_id]] if table == "participations" else self._refs[table, row_id]

    def _audience(self, kind: Kind, rows: Sequence[Row]) -> Document:
        found: Document = {}
        for field in kind.fields:
            code = next((code for code, column in AUDIENCE_POINTERS.items() if column == field.column), field.name)
            of_it = [row for row in rows if row["kind"] == code]
            if of_it:
                names = [self._value(field, row, None) for row in of_it]
                found[field.name] = True if field.shape is Shape.FLAG else names
        return found


def _place(row: Row) -> tuple[Any, ...]:
    """By day where there are days, unplaced last; then in order; then as stored."""
    day = row.get("day") or date.max
    return (day, row.get("order") or 0, row["id"])
