"""Which project and activity a row lies in, read from the foreign keys, and that what it points to lies there too.

A row lies where its owners lie: the rows that its columns which may not be empty point to. Persons, organisations and
venues belong to the file and lie nowhere.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Column, Table, select
from sqlalchemy.orm import Session as Db

from studyvisits.domain.refusal import Refused


@dataclass(frozen=True, slots=True)
class Home:
    project: int | None = None
    activity: int | None = None

    def agrees_with(self, other: "Home") -> bool:
        return self.project in (None, other.project) or other.project is None

    def shares_activity_with(self, other: "Home") -> bool:
        return self.activity in (None, other.activity) or other.activity is None


def pointers(table: Table) -> Iterator[tuple[Column[object], Table]]:
    """Each column that points to a row, with the table it points to."""
    for column in table.columns:
        for key in column.foreign_keys:
            yield column, key.column.table


def home_of(db: Db, table: Table, values: Mapping[str, object]) -> Home:
    """Where a row with these values lies; ``id`` is among them unless the row is new."""
    if table.name == "projects":
        return Home(project=_number(values.get("id")))
    homes = [home_at(db, target, values[column.name]) for column, target in pointers(table) if not column.nullable]
    project = next((home.project for home in homes if home.project is not None), None)
    if table.name == "activities":
        return Home(project, _number(values.get("id")))
    return Home(project, next((home.activity for home in homes if home.activity is not None), None))


def home_at(db: Db, table: Table, row_id: object) -> Home:
    if table.name == "projects":
        return Home(project=_number(row_id))
    if not any(not column.nullable for column, _ in pointers(table)):
        return Home()
    return home_of(db, table, row_at(db, table, row_id))


def row_at(db: Db, table: Table, row_id: object) -> Mapping[str, object]:
    """Return the row's columns that tell where it lies, or raise ``Refused`` when there is no such row."""
    wanted = [table.c.id, *(column for column, _ in pointers(table))]
    row = db.execute(select(*wanted).where(table.c.id == row_id)).mappings().one_or_none()
    if row is None:
        raise Refused("unknown_row", table=table.name, id=row_id)
    return {str(name): value for name, value in row.items()}


def check_pointers(db: Db, table: Table, values: Mapping[str, object]) -> Home:
    """Raise ``Refused`` unless all rows that this one points to exist and lie in its project, and in its activity where
    both lie in one (an activity may point to another one). Return where the row lies."""
    filled = [(column, target) for column, target in pointers(table) if values.get(column.name) is not None]
    homes = [(column, _existing_home(db, target, values[column.name])) for column, target in filled]
    home = home_of(db, table, values)
    for column, other in homes:
        within = other.agrees_with(home) and (table.name == "activities" or other.shares_activity_with(home))
        if not within:
            raise Refused("belongs_elsewhere", table=table.name, column=column.name, id=values[column.name])
    return home


def check_no_circle(db: Db, table: Table, values: Mapping[str, object]) -> None:
    """Raise ``Refused`` where a row points to its own kind and comes back to itself (a meeting that follows itself)."""
    for column, target in pointers(table):
        if target is not table:
            continue
        seen, following = {values.get("id")}, values.get(column.name)
        while following is not None:
            if following in seen:
                raise Refused("points_to_itself", table=table.name, column=column.name)
            seen.add(following)
            following = db.execute(select(column).where(table.c.id == following)).scalar_one()


def _existing_home(db: Db, table: Table, row_id: object) -> Home:
    if db.execute(select(table.c.id).where(table.c.id == row_id)).scalar() is None:
        raise Refused("unknown_row", table=table.name, id=row_id)
    return home_at(db, table, row_id)


def _number(value: object) -> int | None:
    return value if isinstance(value, int) else None
