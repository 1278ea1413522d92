"""Create, change, order and delete rows of any table: all that needs no rule of its own.

Tables and columns are named as in the file. What hangs on a row is told beforehand by
``studyvisits.queries.rows.what_hangs_on``.
"""

from collections.abc import Mapping, Sequence

from sqlalchemy import Table, select, update
from sqlalchemy.orm import Session as Db

from studyvisits.commands.writing import delete_rows, insert_row, rows_at, siblings_of, table_named, update_rows
from studyvisits.domain.refusal import Refused


def create(db: Db, *, table: str, values: Mapping[str, object]) -> int:
    """Return the id of the new row. Raises ``Refused`` for what cannot be stored."""
    return insert_row(db, table, values)


def change(db: Db, *, table: str, ids: Sequence[int], values: Mapping[str, object]) -> None:
    """Give several rows the same values. Raises ``Refused`` for what cannot be stored."""
    update_rows(db, table, ids, values)


def delete(db: Db, *, table: str, ids: Sequence[int]) -> None:
    delete_rows(db, table, ids)


def order(db: Db, *, table: str, ids: Sequence[int]) -> None:
    """Put rows of one owner (sessions: of one day) into this order.

    Rows beside them that are not named keep their places; the named ones share out theirs.
    """
    wanted = table_named(table)
    if "order" not in wanted.c:
        raise Refused("unknown_column", table=table, column="order")
    if len(set(ids)) != len(ids):
        raise Refused("already_there", table=table)
    if not ids:
        return
    before = _in_order_now(db, wanted, ids)
    named, among = iter(ids), set(ids)
    for place, row_id in enumerate(next(named) if old in among else old for old in before):
        db.execute(update(wanted).where(wanted.c.id == row_id, wanted.c.order != place).values(order=place))


def _in_order_now(db: Db, table: Table, ids: Sequence[int]) -> list[int]:
    rows = rows_at(db, table, ids)
    shared = siblings_of(table)
    keys = {tuple(row[column.name] for column in shared) for row in rows}
    if len(keys) > 1:
        raise Refused("order_of_several", table=table.name)
    siblings = select(table.c.id).where(*(column == rows[0][column.name] for column in shared))
    return list(db.execute(siblings.order_by(table.c.order, table.c.id)).scalars())
