"""Sessions: where they stand in a programme, how long they last, and whom they are for."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from studyvisits.commands.copying import copy_session
from studyvisits.commands.participations import Who, participation_of
from studyvisits.commands.writing import delete_rows, insert_row, last_order, rows_at, table_named, update_rows
from studyvisits.domain.kinds import AudienceKind
from studyvisits.domain.refusal import Refused
from studyvisits.domain.row_rules import AUDIENCE_POINTERS
from studyvisits.store.tables import AudienceRow, Session, SessionPerson


def move_session(db: Db, *, session: int, day: date, start: int | None) -> None:
    """Put a session on a day at minutes since midnight. Without a start it stands last among those of the day, or where
    it stood if it was there already."""
    row = _row(db, session)
    values: dict[str, object] = {"day": day, "start": start}
    if row["day"] != day:
        values["order"] = last_order(db, table_named("sessions"), {**row, "day": day}) + 1
    update_rows(db, "sessions", [session], values)


def place_in_order(db: Db, *, session: int, day: date, after: int | None) -> None:
    """Put a session on a day without a time, behind another one of that day, or before all others."""
    table, row = table_named("sessions"), _row(db, session)
    beside = select(Session.id).where(Session.activity_id == row["activity_id"], Session.day == day)
    there = [found for found in db.execute(beside.order_by(Session.order, Session.id)).scalars() if found != session]
    if after is not None and after not in there:
        raise Refused("unknown_row", table="sessions", id=after)
    place = 0 if after is None else there.index(after) + 1
    update_rows(db, "sessions", [session], {"day": day, "start": None})
    for order, placed in enumerate([*there[:place], session, *there[place:]]):
        if rows_at(db, table, [placed])[0]["order"] != order:
            update_rows(db, "sessions", [placed], {"order": order})


def unplace_sessions(db: Db, *, sessions: Sequence[int]) -> None:
    """Put sessions on the shelf of those without a day. How long they last stays."""
    for session in sessions:
        row = _row(db, session)
        if row["day"] is not None:
            order = last_order(db, table_named("sessions"), {**row, "day": None}) + 1
            update_rows(db, "sessions", [session], {"day": None, "start": None, "order": order})


def resize_session(db: Db, *, session: int, minutes: int | None, start: int | None = None) -> None:
    """Give a session another length and, pulled at its upper edge, another start. Minutes ≤ 0 are refused."""
    values: dict[str, object] = {"minutes": minutes}
    if start is not None:
        values["start"] = start
    update_rows(db, "sessions", [session], values)


def duplicate_session(db: Db, *, session: int, day: date | None = None, start: int | None = None) -> int:
    """Return the id of a copy where it was dropped, or on the shelf when no day is given."""
    return copy_session(db, session, {"day": day, "start": start})


def copy_day(db: Db, *, activity: int, day: date, to_day: date) -> list[int]:
    """Return the ids of copies of all sessions of a day, at the same times and in the same order on another day."""
    if day == to_day:
        raise Refused("copy_onto_itself", day=day.isoformat())
    wanted = select(Session.id).where(Session.activity_id == activity, Session.day == day)
    there = list(db.execute(wanted.order_by(Session.order, Session.id)).scalars())
    return [copy_session(db, session, {"day": to_day}) for session in there]


def set_audience(db: Db, *, sessions: Sequence[int], audience: Sequence[tuple[str, int | Who | None]]) -> None:
    """Say whom sessions are for: pairs of a kind and the id of the group, partner, profession or participation it
    needs, or somebody who is given a participation. None at all means everybody."""
    for session in sessions:
        activity = _row(db, session)["activity_id"]
        known = [(str(kind), _known(db, activity, pointed)) for kind, pointed in audience]
        wanted = list(dict.fromkeys(known))
        table = table_named("audience_rows")
        found = db.execute(select(table).where(AudienceRow.session_id == session)).mappings()
        before = {(row["kind"], row.get(AUDIENCE_POINTERS.get(row["kind"], ""))): row["id"] for row in found}
        delete_rows(db, "audience_rows", [row for said, row in before.items() if said not in wanted])
        for kind, pointed in wanted:
            if (kind, pointed) not in before:
                insert_row(db, "audience_rows", {"session_id": session, "kind": kind, **_pointer(kind, pointed)})


def name_in_words(db: Db, *, session: int, words: str, role: str | None = None) -> int:
    """Put somebody on a session who is told in words alone ("two women of the long programme")."""
    return insert_row(db, "session_people", {"session_id": session, "words": words, "role": role})


def take_off(db: Db, *, session: int, participation: int) -> None:
    """Take a person off a session; the participation stays."""
    wanted = select(SessionPerson.id).where(
        SessionPerson.session_id == session, SessionPerson.participation_id == participation
    )
    delete_rows(db, "session_people", list(db.execute(wanted).scalars()))


def _known(db: Db, activity: int, pointed: int | Who | None) -> int | None:
    return participation_of(db, activity, pointed) if isinstance(pointed, Who) else pointed


def _pointer(kind: str, pointed: int | None) -> dict[str, object]:
    column = AUDIENCE_POINTERS.get(kind)
    if column is None and pointed is not None:
        raise Refused("audience_unclear", kind=kind, column=AudienceKind.EVERYBODY)
    return {column: pointed} if column else {}


def _row(db: Db, session: int) -> Mapping[str, Any]:
    return rows_at(db, table_named("sessions"), [session])[0]
