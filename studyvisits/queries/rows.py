"""What hangs on rows: asked before they are deleted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Column, Table, select
from sqlalchemy.orm import Session as Db

from studyvisits.domain.refusal import Refused
from studyvisits.store.tables import Base

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Hanging:
    """``going``: how many further rows of a table go with the deleted ones. ``losing``: how many rows that stay lose
    what a column of theirs pointed to. Both in the order of the tables in the file, counts above nought."""

    going: tuple[tuple[str, int], ...]
    losing: tuple[tuple[str, str, int], ...]


def what_hangs_on(db: Db, *, table: str, ids: Sequence[int]) -> Hanging:
    """Follow the foreign keys from the rows, through all that goes with them."""
    if table not in Base.metadata.tables:
        raise Refused("unknown_table", table=table)
    going: dict[str, set[int]] = {table: set(ids)}
    losing: dict[tuple[str, str], set[int]] = {}
    fresh = [(table, frozenset(ids))]
    while fresh:
        target, targets = fresh.pop()
        for column, goes in _pointing_to(target):
            found = _rows_pointing(db, column, targets)
            if not goes:
                losing.setdefault((column.table.name, column.name), set()).update(found)
                continue
            new = found - going.setdefault(column.table.name, set())
            going[column.table.name] |= new
            if new:
                fresh.append((column.table.name, frozenset(new)))
    counted = {name: len(rows) - (len(set(ids)) if name == table else 0) for name, rows in going.items()}
    left = {place: len(rows - going.get(place[0], set())) for place, rows in losing.items()}
    names = [each.name for each in Base.metadata.sorted_tables]
    return Hanging(
        tuple((name, counted[name]) for name in names if counted.get(name)),
        tuple(
            (*place, left[place]) for place in sorted(left, key=lambda at: (names.index(at[0]), at[1])) if left[place]
        ),
    )


def _pointing_to(name: str) -> Iterator[tuple[Column[object], bool]]:
    """Each column of the file that points to the table, and whether its row goes with what it points to."""
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            for key in column.foreign_keys:
                if key.column.table.name == name:
                    yield column, key.ondelete == "CASCADE"


def _rows_pointing(db: Db, column: Column[object], ids: frozenset[int]) -> set[int]:
    table, wanted, found = column.table, sorted(ids), set[int]()
    assert isinstance(table, Table)
    for start in range(0, len(wanted), AT_ONCE):
        found.update(db.execute(select(table.c.id).where(column.in_(wanted[start : start + AT_ONCE]))).scalars())
    return found
