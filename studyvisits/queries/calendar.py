"""What a calendar file tells of a project's activities."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session as Db
from sqlalchemy.orm import aliased

from studyvisits.domain.kinds import AudienceKind
from studyvisits.domain.person_names import full_name
from studyvisits.queries.activity_heads import (
    VENUE,
    ActivityHead,
    Place,
    ProjectHead,
    activity_heads,
    place_in,
    project_head,
)
from studyvisits.store.tables import (
    Activity,
    AudienceRow,
    Group,
    Member,
    Organisation,
    Participation,
    Partner,
    Person,
    Profession,
    Session,
    SessionPerson,
    Venue,
)


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
    people = _people(db, project, activity)
    audience = _audience(db, project, activity)
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
        .where(_of(project, activity), Session.day.is_not(None))
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
                people=tuple(people.get(row["id"], ())),
                audience=tuple(audience.get(row["id"], ())),
            )
        )
    return found


def _people(db: Db, project: int, activity: int | None) -> dict[int, list[With]]:
    rows = db.execute(
        select(
            SessionPerson.session_id,
            SessionPerson.participation_id,
            SessionPerson.words,
            SessionPerson.role,
            Person.family_name,
            Person.given_name,
            Person.title_before,
            Person.title_after,
        )
        .join(Session, Session.id == SessionPerson.session_id)
        .join(Activity, Activity.id == Session.activity_id)
        .outerjoin(Participation, Participation.id == SessionPerson.participation_id)
        .outerjoin(Member, Member.id == Participation.member_id)
        .outerjoin(Person, Person.id == Member.person_id)
        .where(_of(project, activity))
        .order_by(SessionPerson.order, SessionPerson.id)
    )
    found: dict[int, list[With]] = defaultdict(list)
    for session, participation, words, role, family, given, before, after in rows:
        name = words if participation is None else full_name(family, given, before, after)
        if name:
            found[session].append(With(name, role))
    return found


def _audience(db: Db, project: int, activity: int | None) -> dict[int, list[For]]:
    sender = aliased(Organisation)
    rows = db.execute(
        select(
            AudienceRow.session_id,
            AudienceRow.kind,
            func.coalesce(
                Group.name, sender.short_name, sender.name, Profession.many, Profession.one, Person.family_name
            ),
            Person.given_name,
        )
        .join(Session, Session.id == AudienceRow.session_id)
        .join(Activity, Activity.id == Session.activity_id)
        .outerjoin(Group, Group.id == AudienceRow.group_id)
        .outerjoin(Partner, Partner.id == AudienceRow.partner_id)
        .outerjoin(sender, sender.id == Partner.organisation_id)
        .outerjoin(Profession, Profession.id == AudienceRow.profession_id)
        .outerjoin(Participation, Participation.id == AudienceRow.participation_id)
        .outerjoin(Member, Member.id == Participation.member_id)
        .outerjoin(Person, Person.id == Member.person_id)
        .where(_of(project, activity))
        .order_by(AudienceRow.kind, Group.order, Partner.order, Profession.order, AudienceRow.id)
    )
    found: dict[int, list[For]] = defaultdict(list)
    for session, kind, name, given in rows:
        single = kind == AudienceKind.PARTICIPATION and name is not None
        found[session].append(For(kind, full_name(name, given) if single else name))
    return found


def _of(project: int, activity: int | None) -> ColumnElement[bool]:
    return Activity.project_id == project if activity is None else Activity.id == activity
