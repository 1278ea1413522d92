"""Finding somebody's participation in an activity, or making it, with the member and the person behind it."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session as Db
from sqlalchemy.orm import aliased

from studyvisits.commands.writing import insert_row, rows_at, table_named, update_rows
from studyvisits.domain.kinds import Role, SessionKind
from studyvisits.domain.presence import presence_of
from studyvisits.domain.refusal import Refused
from studyvisits.domain.split_names import split_names
from studyvisits.store.tables import Activity, Host, Member, Organisation, Participation, Partner, SessionPerson


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody, told in one of four ways: by an id as far along as there is one, or by a name not known yet."""

    participation: int | None = None
    member: int | None = None
    person: int | None = None
    name: str | None = None


def participation_of(db: Db, activity: int, who: Who, *, role: str | None = None) -> int:
    """Return the id of somebody's participation. A new one is confirmed, its presence follows from the countries, and
    it has the role told: without any it would fill a participant's place."""
    if who.participation is not None:
        row = rows_at(db, table_named("participations"), [who.participation])[0]
        if row["activity_id"] != activity:
            raise Refused("belongs_elsewhere", table="participations", column="activity_id", id=who.participation)
        return who.participation
    if who.member is None:
        return _of_person(db, activity, person_of(db, who), role)
    return _of_member(db, activity, who.member, role)


def put_on_session(db: Db, session: int, who: Who, role: str | None = None) -> int:
    """Put somebody on a session once and return the participation; see ``studyvisits.commands.people``."""
    row = rows_at(db, table_named("sessions"), [session])[0]
    met = Role.HOST_CONTACT if row["kind"] == SessionKind.PLACEMENT else Role.SPEAKER
    participation = participation_of(db, row["activity_id"], who, role=role or met)
    on_it = SessionPerson.session_id == session
    there = db.execute(select(SessionPerson.id).where(on_it, SessionPerson.participation_id == participation)).scalar()
    if there is None:
        insert_row(db, "session_people", {"session_id": session, "participation_id": participation, "role": role})
    elif role is not None:
        update_rows(db, "session_people", [there], {"role": role})
    return participation


def person_of(db: Db, who: Who) -> int:
    return who.person if who.person is not None else new_person(db, who.name or "")


def new_person(db: Db, name: str) -> int:
    return insert_row(db, "persons", split_names([name])[0]._asdict())


def member_of(db: Db, project: int, person: int) -> int:
    """Return the person's first member in the project, new if there is none."""
    wanted = select(func.min(Member.id)).where(Member.project_id == project, Member.person_id == person)
    found: int | None = db.execute(wanted).scalar()
    return found or insert_row(db, "members", {"project_id": project, "person_id": person})


def derived_presence(db: Db, activity: int, member: int) -> str | None:
    countries = (
        select(func.coalesce(Partner.country, Organisation.country))
        .join(Organisation, Organisation.id == Partner.organisation_id)
        .join(Host, Host.partner_id == Partner.id)
        .where(Host.activity_id == activity)
    )
    hosts = {country for country in db.execute(countries).scalars() if country}
    mode, own = db.execute(select(Activity.mode, Activity.country).where(Activity.id == activity)).one()
    return presence_of(_country(db, member), hosts or ({own} if own else set()), mode)


def _of_person(db: Db, activity: int, person: int, role: str | None) -> int:
    """Of a person with several members in the project the one who takes part already is meant."""
    joined = select(Participation.id).join(Member, Member.id == Participation.member_id)
    here = joined.where(Participation.activity_id == activity, Member.person_id == person)
    found: int | None = db.execute(here.order_by(Participation.id)).scalars().first()
    if found is not None:
        return found
    project = rows_at(db, table_named("activities"), [activity])[0]["project_id"]
    return _of_member(db, activity, member_of(db, project, person), role)


def _of_member(db: Db, activity: int, member: int, role: str | None) -> int:
    here = select(Participation.id).where(Participation.activity_id == activity, Participation.member_id == member)
    found: int | None = db.execute(here).scalar()
    if found is not None:
        return found
    rows_at(db, table_named("members"), [member])
    values = {"activity_id": activity, "member_id": member, "presence": derived_presence(db, activity, member)}
    participation = insert_row(db, "participations", values)
    if role is not None:
        insert_row(db, "participation_roles", {"participation_id": participation, "role": role})
    return participation


def _country(db: Db, member: int) -> str | None:
    """The partner's country, else that of its organisation, else the employer's."""
    sender, employer = aliased(Organisation), aliased(Organisation)
    wanted = (
        select(func.coalesce(Partner.country, sender.country, employer.country))
        .select_from(Member)
        .outerjoin(Partner, Partner.id == Member.partner_id)
        .outerjoin(sender, sender.id == Partner.organisation_id)
        .outerjoin(employer, employer.id == Member.organisation_id)
        .where(Member.id == member)
    )
    country: str | None = db.execute(wanted).scalar()
    return country
