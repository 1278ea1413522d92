"""From the document of a plan that fits the schema to its rows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from studyvisits.domain.fields import text_cleaned
from studyvisits.domain.kinds import AudienceKind, Mode
from studyvisits.domain.plan import Field, Form, Kind, PlanRows, Shape
from studyvisits.domain.plan_tables import KINDS, ROOTS
from studyvisits.domain.refusal import Refused
from studyvisits.domain.row_rules import AUDIENCE_POINTERS, check_row
from studyvisits.domain.zones import ZoneOf
from studyvisits.exchange.plan_names import Key, NamesInPlan
from studyvisits.exchange.plan_values import at_path, dates_stored, minutes_until, stored

Row = dict[str, Any]

LENDING = [(kind.table, kind.named_after) for kind in KINDS.values() if kind.named_after]
"""References by whose targets rows are called: found before all others, so that every name is known."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the document the rows being read stand. ``activity`` is the row of the activity around them."""

    path: str
    owner: int = 0
    activity: Row | None = None

    @property
    def scope(self) -> int:
        return self.activity["id"] if self.activity else 0


@dataclass(frozen=True, slots=True)
class Pointer:
    """A reference still to be found."""

    table: str
    row: Row
    field: Field
    name: str
    scope: int
    path: str


class PlanReading:
    """Gathers the rows of one document."""

    def __init__(self, zone_of: ZoneOf) -> None:
        self.rows: dict[str, list[Row]] = {table: [] for table in KINDS}
        self.paths: dict[Key, str] = {}
        self.pointers: list[Pointer] = []
        self.refs: dict[Key, str] = {}
        self.scopes: dict[Key, int] = {}
        self.needs_of: set[int] = set()
        self._zone_of = zone_of
        self._taken: dict[tuple[str, int, str], str] = {}

    def take(self, kind: Kind, value: Any, place: Place) -> None:
        """Read what stands in the property of a kind."""
        if kind.form is Form.ONE:
            self._take_object(kind, value, place, 0)
        elif kind.form is Form.AUDIENCE:
            self._take_audience(kind, value, place)
        else:
            for number, item in enumerate(value):
                given = {kind.fields[0].name: item} if kind.form is Form.VALUES else item
                inner = Place(f"{place.path}[{number}]", place.owner, place.activity)
                self._take_object(kind, given, inner, number)

    def _take_object(self, kind: Kind, given: Mapping[str, Any], place: Place, number: int) -> None:
        row = self._new_row(kind, place)
        if kind.dated:
            row.update(dates_stored(given, place.path))
            place = Place(place.path, place.owner, row)
        if kind.ordered:
            row["order"] = number
        for field in kind.fields:
            if field.name in given:
                path = place.path if kind.form is Form.VALUES else f"{place.path}.{field.name}"
                self._take_value(kind, row, field, given[field.name], Place(path, row["id"], place.activity))
        if kind.dated and "uid" not in given:
            self._fill_zone(row)
        self._take_identity(kind, row, given, place)
        for nested in kind.nested:
            if nested.name in given:
                inner = Place(f"{place.path}.{nested.name}", row["id"], place.activity)
                self.take(nested, given[nested.name], inner)
        if kind.table == "persons" and "needs" in given:
            self.needs_of.add(row["id"])

    def _new_row(self, kind: Kind, place: Place) -> Row:
        row: Row = {"id": len(self.rows[kind.table]) + 1, "uid": None}
        if kind.owner:
            row[kind.owner] = place.owner
        self.rows[kind.table].append(row)
        self.paths[kind.table, row["id"]] = place.path
        if place.activity is not None:
            self.scopes[kind.table, row["id"]] = place.scope
        return row

    def _take_value(self, kind: Kind, row: Row, field: Field, value: Any, place: Place) -> None:
        if field.shape is Shape.REFERENCE:
            name = text_cleaned(value) or ""
            self.pointers.append(Pointer(kind.table, row, field, name, place.scope, place.path))
            row[field.column] = None
        elif field.shape is Shape.ENDS:
            if row.get("minutes") is not None:
                raise Refused("plan_minutes_and_ends", path=place.path)
            row["minutes"] = minutes_until(row.get("start"), value, place.path)
        else:
            first_day = place.activity["first_day"] if place.activity else None
            row[field.column] = stored(kind.table, field, value, first_day=first_day, path=place.path)
            if field.starred and row[field.column] is None:
                raise Refused("plan_empty_field", path=place.path)

    def _take_identity(self, kind: Kind, row: Row, given: Mapping[str, Any], place: Place) -> None:
        row["uid"] = given.get("uid")
        key = (kind.table, row["id"])
        scope = place.scope if kind.scoped else 0
        names = {"uid": (row["uid"], "plan_uid_twice", 0), "ref": (given.get("ref"), "plan_ref_twice", scope)}
        for name, (value, code, within) in names.items():
            if value and self._taken.setdefault((f"{kind.table} {name}", within, value), place.path) != place.path:
                raise Refused(code, path=f"{place.path}.{name}", value=value[:80])
        if ref := text_cleaned(given.get("ref", "")):
            self.refs[key] = ref

    def _take_audience(self, kind: Kind, given: Mapping[str, Any], place: Place) -> None:
        code_of = {column: code for code, column in AUDIENCE_POINTERS.items()}
        for field in kind.fields:
            value, path = given.get(field.name), f"{place.path}.{field.name}"
            if field.shape is Shape.FLAG and value:
                self._new_row(kind, Place(path, place.owner, place.activity))["kind"] = AudienceKind(field.name).value
            elif value:
                for number, name in enumerate(value):
                    inner = Place(f"{path}[{number}]", place.owner, place.activity)
                    row = self._new_row(kind, inner)
                    row["kind"] = str(code_of[field.column])
                    self._take_value(kind, row, field, name, inner)

    def _fill_zone(self, row: Row) -> None:
        """A new activity keeps the clock of its town; where it is only online its zone follows from its hosts."""
        if row.get("time_zone") is None and row.get("mode") != Mode.ONLINE:
            row["time_zone"] = self._zone_of(row.get("town"), row.get("country"))


def rows_of(document: Mapping[str, Any], zone_of: ZoneOf) -> PlanRows:
    """Return the rows of a document that fits the schema. Raises ``Refused`` with the path of what cannot be stored."""
    reading = PlanReading(zone_of)
    for kind in ROOTS:
        if kind.name in document:
            reading.take(kind, document[kind.name], Place(f"$.{kind.name}"))
    _find_pointers(reading)
    for table, rows in reading.rows.items():
        for row in rows:
            try:
                check_row(table, row)
            except Refused as refused:
                raise at_path(refused, reading.paths[table, row["id"]]) from refused
    _check_once(reading)
    _check_circles(reading)
    _check_groups(reading)
    return PlanRows(reading.rows, frozenset(reading.needs_of))


def _find_pointers(reading: PlanReading) -> None:
    names = NamesInPlan(reading.rows, reading.refs, reading.scopes)
    first = {key: number for number, key in enumerate(LENDING)}
    for pointer in sorted(reading.pointers, key=lambda one: first.get((one.table, one.field.column), len(first))):
        found = names.find(pointer.field.to, pointer.name, scope=pointer.scope, path=pointer.path)
        pointer.row[pointer.field.column] = found


def _check_once(reading: PlanReading) -> None:
    """Refuse a second row where the file holds only one."""
    for kind in KINDS.values():
        seen: set[tuple[Any, ...]] = set()
        for row in reading.rows[kind.table] if kind.unique else ():
            key = (row[kind.owner], *(row[column] for column in kind.unique))
            if key in seen:
                raise Refused("plan_twice", path=reading.paths[kind.table, row["id"]])
            seen.add(key)


def _check_circles(reading: PlanReading) -> None:
    """Refuse what belongs to, repeats or replaces itself, on however long a way."""
    for table, column in _own_pointers():
        rows = reading.rows[table]
        for row in rows:
            seen, following = {row["id"]}, row.get(column)
            while following is not None:
                if following in seen:
                    raise Refused("plan_points_to_itself", path=reading.paths[table, row["id"]])
                seen.add(following)
                following = rows[following - 1].get(column)


def _own_pointers() -> Iterator[tuple[str, str]]:
    for kind in KINDS.values():
        yield from ((kind.table, field.column) for field in kind.fields if field.to == kind.table)


def _check_groups(reading: PlanReading) -> None:
    """A person is in at most one group of a grouping."""
    groups, seen = reading.rows["groups"], set[tuple[int, int]]()
    for place in reading.rows["group_places"]:
        key = (groups[place["group_id"] - 1]["grouping_id"], place["participation_id"])
        if key in seen:
            raise Refused("plan_in_two_groups", path=reading.paths["group_places", place["id"]])
        seen.add(key)
