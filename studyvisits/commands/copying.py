"""Copying a session with what is said in it: its audience and its people."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from studyvisits.commands.writing import insert_row, rows_at, table_named

OWN = frozenset({"id", "uid"})
WITH_A_SESSION = ("audience_rows", "session_people")


def copy_session(db: Db, session: int, changes: Mapping[str, object]) -> int:
    """Return the id of a copy; nobody has confirmed it, so it is planned. ``changes`` win over what was copied."""
    row = rows_at(db, table_named("sessions"), [session])[0]
    copied = {name: value for name, value in row.items() if name not in OWN and name != "order"}
    copy = insert_row(db, "sessions", {**copied, "state": "planned", **changes})
    for name in WITH_A_SESSION:
        table = table_named(name)
        for said in db.execute(select(table).where(table.c.session_id == session).order_by(table.c.id)).mappings():
            insert_row(db, name, {**{key: said[key] for key in said if key not in OWN}, "session_id": copy})
    return copy
