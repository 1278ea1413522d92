"""Writing rows under all rules beneath the tables. Every command writes through here."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar

from sqlalchemy import Column, Table, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session as Db

from studyvisits.commands.homes import check_no_circle, check_pointers, home_at, pointers
from studyvisits.domain.fields import checked
from studyvisits.domain.refusal import Refused
from studyvisits.domain.row_rules import check_row
from studyvisits.store.tables import Base, ExactNumber

T = TypeVar("T")
Values = Mapping[str, object]

NOT_WRITTEN = frozenset({"file_identity"})
AT_ONCE = 500
"""Values in one statement; SQLite takes 32,766 variables."""


def table_named(name: str) -> Table:
    table = Base.metadata.tables.get(name)
    if table is None or name in NOT_WRITTEN:
        raise Refused("unknown_table", table=name)
    return table


def insert_row(db: Db, name: str, values: Values) -> int:
    """Write a new row, last in its order unless told otherwise, and return its id."""
    table = table_named(name)
    row = values_checked(table, values)
    for column in table.columns:
        needed = not column.nullable and column.default is None and not column.primary_key
        if needed and row.get(column.name) is None:
            raise Refused("empty_field", table=name, column=column.name)
    check_row(name, row)
    check_pointers(db, table, row)
    check_no_circle(db, table, row)
    if "order" in table.c and "order" not in row:
        row["order"] = last_order(db, table, row) + 1
    if name == "group_places":
        leave_groups_beside(db, row)
    with _once(table):
        new_id: int = db.execute(insert(table).values(row).returning(table.c.id)).scalar_one()
    return new_id


def update_rows(db: Db, name: str, ids: Sequence[int], values: Values) -> None:
    """Write the same values into several rows. A row never changes the project or activity it lies in."""
    table = table_named(name)
    new = values_checked(table, values)
    emptied = [key for key, value in new.items() if value is None and not table.c[key].nullable]
    if emptied:
        raise Refused("empty_field", table=name, column=emptied[0])
    for row in rows_at(db, table, ids):
        merged = {**row, **new}
        check_row(name, merged)
        if any(column.name in new for column, _ in pointers(table)):
            if check_pointers(db, table, merged) != home_at(db, table, row["id"]):
                raise Refused("cannot_change_home", table=name, id=row["id"])
            check_no_circle(db, table, merged)
            if name == "group_places":
                leave_groups_beside(db, merged)
    for some in some_at_once(ids) if new else ():
        with _once(table):
            db.execute(update(table).where(table.c.id.in_(some)).values(new))


def delete_rows(db: Db, name: str, ids: Sequence[int]) -> None:
    """What hangs on the rows goes with them or loses its pointer, as the tables say."""
    table = table_named(name)
    rows_at(db, table, ids)
    for some in some_at_once(ids):
        db.execute(delete(table).where(table.c.id.in_(some)))


def values_checked(table: Table, values: Values) -> dict[str, object]:
    unknown = [name for name in values if name not in table.c or name in ("id", "uid")]
    if unknown:
        raise Refused("unknown_column", table=table.name, column=unknown[0])
    return {name: checked(table.name, name, _typed(table.c[name], value)) for name, value in values.items()}


def rows_at(db: Db, table: Table, ids: Sequence[int]) -> list[Mapping[str, Any]]:
    """Return the rows in the order of the ids, or raise ``Refused`` for the first that does not exist."""
    found: dict[int, Mapping[str, Any]] = {}
    for some in some_at_once(ids):
        for row in db.execute(select(table).where(table.c.id.in_(some))).mappings():
            found[row["id"]] = {str(key): value for key, value in row.items()}
    for row_id in ids:
        if row_id not in found:
            raise Refused("unknown_row", table=table.name, id=row_id)
    return [found[row_id] for row_id in ids]


def siblings_of(table: Table) -> list[Column[object]]:
    """The columns that rows of one order share: their owner; with sessions their day too."""
    owner = next((column for column, _ in pointers(table) if not column.nullable), None)
    shared = [] if owner is None else [owner]
    return [*shared, table.c.day] if table.name == "sessions" else shared


def last_order(db: Db, table: Table, row: Values) -> int:
    """Return the greatest order among the row's siblings, -1 where there is none."""
    shared = [column == row.get(column.name) for column in siblings_of(table)]
    greatest = db.execute(select(func.max(table.c.order)).where(*shared)).scalar()
    return -1 if greatest is None else int(greatest)


def leave_groups_beside(db: Db, place: Values) -> None:
    """A person is in at most one group of a grouping: whoever is put into one leaves the others."""
    groups, places = Base.metadata.tables["groups"], Base.metadata.tables["group_places"]
    grouping = select(groups.c.grouping_id).where(groups.c.id == place["group_id"]).scalar_subquery()
    beside = select(groups.c.id).where(groups.c.grouping_id == grouping, groups.c.id != place["group_id"])
    left = [places.c.participation_id == place["participation_id"], places.c.group_id.in_(beside)]
    if place.get("id") is not None:
        left.append(places.c.id != place["id"])
    db.execute(delete(places).where(*left))


def some_at_once(values: Sequence[T]) -> list[Sequence[T]]:
    return [values[start : start + AT_ONCE] for start in range(0, len(values), AT_ONCE)]


def _typed(column: Column[object], value: object) -> object:
    """Return the value in its column's type, or raise ``Refused``."""
    if value is None:
        return None
    wanted = Decimal if isinstance(column.type, ExactNumber) else column.type.python_type
    if wanted in (float, Decimal) and isinstance(value, (int, float)) and not isinstance(value, bool):
        return wanted(str(value))
    fits = isinstance(value, wanted) and not (wanted is int and isinstance(value, bool))
    if not fits or (wanted is date and isinstance(value, datetime)):
        raise Refused("wrong_type", table=column.table.name, column=column.name, value=str(value)[:80])
    return str(value) if wanted is str else value


@contextmanager
def _once(table: Table) -> Iterator[None]:
    """Refuse a second row where a constraint allows one; all references were checked before."""
    try:
        yield
    except IntegrityError as twice:
        raise Refused("already_there", table=table.name) from twice
