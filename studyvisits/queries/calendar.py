"""What a calendar file tells of a project's activities."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from studyvisits.queries.activity_heads import (
    VENUE,
    ActivityHead,
    Place,
    ProjectHead,
    activity_heads,
    place_in,
    project_head,
)
from studyvisits.queries.session_company import audiences, session_people
from studyvisits.store.tables import Activity, Organisation, Session, Venue


@dataclass(frozen=True, slots=True)
class For:
    """One of those a session is for: ``kind`` of the audience and, where it has one, the name of it."""

    kind: str
    name: str | None


@dataclass(frozen=True, slots=True)
class With:
    """Somebody who does something in a session, and as what."""

    name: str
    role: str | None


@dataclass(frozen=True, slots=True)
class CalendarSession:
    """A placed session; times in minutes since midnight of ``day`` and minutes."""

    uid: str
    title: str
    kind: str | None
    day: date
    start: int | None
    minutes: int | None
    order: int
    place: Place | None
    place_note: str | None
    organisation: str | None
    working_language: str | None
    state: str
    description: str | None
    people: tuple[With, ...]
    audience: tuple[For, ...]
    part_id: int | None = None


@dataclass(frozen=True, slots=True)
class CalendarActivity:
    """``sessions`` in the order of their days and of ``order``."""

    head: ActivityHead
    sessions: tuple[CalendarSession, ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    project: ProjectHead
    activities: tuple[CalendarActivity, ...]


def calendar(db: Db, *, project: int, activity: int | None = None) -> Calendar:
    """Of a project, or of one activity of it. Raises Refused ``unknown_row``."""
    heads = activity_heads(db, project=project, activity=activity)
    sessions = placed_sessions(db, project=project, activity=activity)
    return Calendar(
        project_head(db, project=project),
        tuple(CalendarActivity(head, tuple(sessions.get(head.id, ()))) for head in heads),
    )


def placed_sessions(db: Db, *, project: int, activity: int | None = None) -> dict[int, list[CalendarSession]]:
    """Activity id to its sessions that have a day, by day and order."""
    wanted = Activity.project_id == project if activity is None else Activity.id == activity
    people, audience = session_people(db, wanted), audiences(db, wanted)
    rows = db.execute(
        select(
            Session.activity_id,
            Session.id,
            Session.uid,
            Session.title,
            Session.kind,
            Session.day,
            Session.start,
            Session.minutes,
            Session.order,
            Session.place_note,
            Session.working_language,
            Session.state,
            Session.description,
            Session.part_id,
            Organisation.name.label("organisation"),
            *VENUE,
        )
        .join(Activity, Activity.id == Session.activity_id)
        .outerjoin(Venue, Venue.id == Session.venue_id)
        .outerjoin(Organisation, Organisation.id == Session.organisation_id)
        .where(wanted, Session.day.is_not(None))
        .order_by(Session.day, Session.order, Session.id)
    ).mappings()
    found: dict[int, list[CalendarSession]] = defaultdict(list)
    for row in rows:
        found[row["activity_id"]].append(
            CalendarSession(
                **{
                    name: value
                    for name, value in row.items()
                    if name not in ("activity_id", "id") and not name.startswith("venue")
                },
                place=place_in(row),
                people=tuple(With(one.name, one.role) for one in people.get(row["id"], ()) if one.name),
                audience=tuple(For(one.kind, one.name) for one in audience.get(row["id"], ())),
            )
        )
    return found
