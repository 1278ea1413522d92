"""Many rows of one table in one go.

The one place where rows do not pass through Core: it looks at every value of every row, which for a sheet of 10,000
people took three times as long as SQLite itself, and most of an import. Statements and the form of days (ISO 8601
text) are therefore SQLite's own here, so that commands need not know them. Undo and the guard on values see these rows
as any.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import chain

from sqlalchemy import Column, Date, Table, func, select
from sqlalchemy.orm import Session as Db

from studyvisits.store.tables import Base, new_uids

Values = Mapping[str, object]


def first_free_id(db: Db, table: str) -> int:
    return int(db.execute(select(func.max(_mapped(table).c.id))).scalar() or 0) + 1


def insert_rows(db: Db, table: str, rows: Sequence[Values], *, first_id: int) -> None:
    """Number the rows from ``first_id`` on and give each a ``uid``. What a row does not name stays empty."""
    mapped = _mapped(table)
    columns: dict[str, Sequence[object]] = {
        "id": range(first_id, first_id + len(rows)),
        "uid": new_uids(len(rows)),
    }
    for name in dict.fromkeys(chain.from_iterable(rows)):
        columns[name] = _stored(mapped.c[name], [row.get(name) for row in rows])
    names, marks = _quoted(columns), ", ".join("?" * len(columns))
    statement = f'INSERT INTO "{table}" ({", ".join(names)}) VALUES ({marks})'
    db.connection().exec_driver_sql(statement, list(zip(*columns.values(), strict=True)))


def update_rows(db: Db, table: str, changes: Sequence[tuple[int, Values]]) -> int:
    """``changes``: id, and what becomes of its columns. Return how many rows were still there."""
    alike: defaultdict[tuple[str, ...], list[tuple[int, Values]]] = defaultdict(list)
    for id, values in changes:
        alike[tuple(sorted(values))].append((id, values))
    found = 0
    for names, several in alike.items():
        columns = [_stored(_mapped(table).c[name], [values[name] for _, values in several]) for name in names]
        settings = ", ".join(f"{name} = ?" for name in _quoted(names))
        rows = list(zip(*columns, [id for id, _ in several], strict=True))
        found += db.connection().exec_driver_sql(f'UPDATE "{table}" SET {settings} WHERE id = ?', rows).rowcount
    return found


def delete_rows(db: Db, table: str, ids: Sequence[int]) -> None:
    if ids:
        db.connection().exec_driver_sql(f'DELETE FROM "{table}" WHERE id = ?', [(id,) for id in ids])


def _mapped(table: str) -> Table:
    return Base.metadata.tables[table]


def _quoted(names: Mapping[str, object] | Sequence[str]) -> list[str]:
    return [f'"{name}"' for name in names]


def _stored(column: Column[object], values: list[object]) -> list[object]:
    if not isinstance(column.type, Date):
        return values
    texts = {day: day.isoformat() for day in set(values) if isinstance(day, date)}
    return [texts[day] if isinstance(day, date) else day for day in values]
