"""Typed lines, once read, become sessions of a day."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session as Db

from studyvisits.commands.participations import Who, put_on_session
from studyvisits.commands.writing import insert_row
from studyvisits.domain.kinds import AudienceKind
from studyvisits.domain.programme_read import ReadSession


def add_programme(db: Db, *, activity: int, day: date | None, sessions: Sequence[ReadSession]) -> list[int]:
    """Add sessions to those of a day, behind them in its order, and return their ids. Without a day they wait on the
    shelf. People known are put on them, with a participation where they had none; the others stay words."""
    return [_add(db, activity, day, session) for session in sessions]


def _add(db: Db, activity: int, day: date | None, read: ReadSession) -> int:
    values: dict[str, object] = {
        "activity_id": activity,
        "title": read.title,
        "kind": read.kind,
        "day": day,
        "start": read.start,
        "minutes": read.minutes,
        "venue_id": read.venue,
        "place_note": read.place_note,
        "organisation_id": read.organisation,
        "description": read.description,
    }
    session = insert_row(db, "sessions", values)
    for group in read.groups:
        insert_row(db, "audience_rows", {"session_id": session, "kind": AudienceKind.GROUP, "group_id": group})
    for person in read.people:
        if person.person is None:
            insert_row(db, "session_people", {"session_id": session, "words": person.words})
        else:
            put_on_session(db, session, Who(person=person.person))
    return session
