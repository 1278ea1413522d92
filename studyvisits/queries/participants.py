"""What participant lists tell of a project's activities."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session as Db
from sqlalchemy.orm import aliased

from studyvisits.domain.audience import visitors_of
from studyvisits.domain.kinds import Mode, Presence
from studyvisits.domain.quotas import Counted, Named, PartnerFilling, QuotaRow, fill, fills_place
from studyvisits.queries.activity_heads import ActivityHead, ProjectHead, activity_heads, project_head
from studyvisits.queries.funding import Funding, funding
from studyvisits.queries.members import COUNTRY, employer, with_member
from studyvisits.queries.places import hosts_of, quotas_of
from studyvisits.queries.zones import PartnerSpot, partner_spots
from studyvisits.store.tables import (
    Activity,
    HeadCount,
    Member,
    Need,
    Organisation,
    Participation,
    ParticipationRole,
    Partner,
    Person,
    Profession,
)


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody in an activity. ``country`` is the partner's, else the organisation's; times of day in minutes since
    midnight; ``needs`` holds kinds and texts, and nothing unless asked for."""

    person_id: int
    family_name: str
    given_name: str | None
    title_before: str | None
    title_after: str | None
    email: str | None
    phone: str | None
    organisation: str | None
    address: str | None
    town: str | None
    country: str | None
    partner_id: int | None
    profession_id: int | None
    job_title: str | None
    presence: str | None
    status: str
    roles: tuple[str, ...]
    arrival_day: date | None
    arrival_time: int | None
    departure_day: date | None
    departure_time: int | None
    reserve_order: int | None
    needs: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class HeadCountLine:
    """People told as a number, those of them who are named among them."""

    number: int
    presence: str | None
    partner_id: int | None
    organisation: str | None
    sector: str | None
    country: str | None
    profession_id: int | None
    note: str | None


@dataclass(frozen=True, slots=True)
class ListedPartner:
    id: int
    name: str
    short_name: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class ListedProfession:
    id: int
    one: str
    many: str


@dataclass(frozen=True, slots=True)
class ActivityList:
    """``hosting`` are the partners that host, leading ones first. ``of_visit``: those of the visit that a meeting
    belongs to are among the people, because it has no participants of its own yet."""

    head: ActivityHead
    people: tuple[Listed, ...] = ()
    counted: tuple[HeadCountLine, ...] = ()
    quotas: tuple[QuotaRow, ...] = ()
    hosting: tuple[int, ...] = ()
    of_visit: bool = False


@dataclass(frozen=True, slots=True)
class ParticipantLists:
    project: ProjectHead
    funding: Funding | None
    partners: tuple[ListedPartner, ...]
    spots: tuple[PartnerSpot, ...]
    professions: tuple[ListedProfession, ...]
    activities: tuple[ActivityList, ...]


def participants(db: Db, *, project: int, activity: int | None = None, needs: bool = False) -> ParticipantLists:
    """The people of a project's activities, or of one. Raises Refused ``unknown_row``."""
    heads = activity_heads(db, project=project, activity=activity)
    wanted = Activity.project_id == project
    if activity is not None:
        wanted = Activity.id.in_([activity, *(head.belongs_to_id for head in heads if head.belongs_to_id is not None)])
    people, counted = _people(db, wanted, needs), _counted(db, wanted)
    quotas, hosting = quotas_of(db, wanted), hosts_of(db, wanted)
    states = dict(db.execute(select(Activity.id, Activity.status).where(wanted)).all())
    return ParticipantLists(
        project_head(db, project=project),
        funding(db, project=project),
        _partners(db, project),
        partner_spots(db, project=project),
        _professions(db, project),
        tuple(_list(head, people, counted, quotas, hosting, states) for head in heads),
    )


def fillings_of(one: ActivityList) -> tuple[PartnerFilling, ...]:
    """How the places of an activity are filled."""
    placed = [person for person in one.people if fills_place(person.status, person.roles)]
    return fill(
        one.quotas,
        [Named(person.partner_id, person.presence, person.profession_id) for person in placed],
        [Counted(each.partner_id, each.presence, each.profession_id, each.number) for each in one.counted],
        hosts=one.hosting,
    )


def _list(
    head: ActivityHead,
    people: dict[int, list[Listed]],
    counted: dict[int, list[HeadCountLine]],
    quotas: dict[int, list[QuotaRow]],
    hosting: dict[int, tuple[int, ...]],
    states: dict[int, str],
) -> ActivityList:
    own = ActivityList(
        head,
        tuple(people.get(head.id, ())),
        tuple(counted.get(head.id, ())),
        tuple(quotas.get(head.id, ())),
        hosting.get(head.id, ()),
    )
    if head.belongs_to_id is None:
        return own
    its_people = people.get(head.belongs_to_id, [])
    visitors = visitors_of(head.kind, own.people, its_people, status=states[head.belongs_to_id])
    already = {person.person_id for person in own.people}
    shown = _as_in_meeting([person for person in visitors if person.person_id not in already], head)
    return replace(own, people=(*own.people, *shown), of_visit=bool(shown))


def _as_in_meeting(visitors: list[Listed], head: ActivityHead) -> tuple[Listed, ...]:
    """Online nobody is visiting or local, and nobody arrives."""
    presence = None if head.mode == Mode.ONLINE else Presence.VISITING
    return tuple(
        replace(person, presence=presence, arrival_day=None, arrival_time=None, departure_day=None, departure_time=None)
        for person in visitors
    )


def _people(db: Db, wanted: ColumnElement[bool], needs: bool) -> dict[int, list[Listed]]:
    roles = _roles(db, wanted)
    special = _needs(db, wanted) if needs else {}
    rows = db.execute(
        with_member(
            select(
                Participation.activity_id,
                Participation.id,
                Member.person_id,
                Person.family_name,
                Person.given_name,
                Person.title_before,
                Person.title_after,
                Person.email,
                Person.phone,
                employer.name.label("organisation"),
                employer.address,
                employer.town,
                COUNTRY.label("country"),
                Member.partner_id,
                Member.profession_id,
                Member.job_title,
                Participation.presence,
                Participation.status,
                Participation.arrival_day,
                Participation.arrival_time,
                Participation.departure_day,
                Participation.departure_time,
                Participation.reserve_order,
            )
        )
        .join(Activity, Activity.id == Participation.activity_id)
        .where(wanted)
        .order_by(Participation.id)
    )
    found: dict[int, list[Listed]] = defaultdict(list)
    for row in rows.mappings():
        told = dict(row)
        activity, participation = told.pop("activity_id"), told.pop("id")
        needed = tuple(special.get(row["person_id"], ()))
        listed = Listed(roles=tuple(roles.get(participation, ())), needs=needed, **told)
        found[activity].append(listed)
    return found


def _roles(db: Db, wanted: ColumnElement[bool]) -> dict[int, list[str]]:
    rows = db.execute(
        select(ParticipationRole.participation_id, ParticipationRole.role)
        .join(Participation, Participation.id == ParticipationRole.participation_id)
        .join(Activity, Activity.id == Participation.activity_id)
        .where(wanted)
        .order_by(ParticipationRole.id)
    )
    found: dict[int, list[str]] = defaultdict(list)
    for participation, role in rows:
        found[participation].append(role)
    return found


def _needs(db: Db, wanted: ColumnElement[bool]) -> dict[int, list[tuple[str, str]]]:
    rows = db.execute(
        select(Need.person_id, Need.kind, Need.text)
        .where(
            Need.person_id.in_(
                select(Member.person_id)
                .join(Participation, Participation.member_id == Member.id)
                .join(Activity, Activity.id == Participation.activity_id)
                .where(wanted)
            )
        )
        .order_by(Need.id)
    )
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for person, kind, text in rows:
        found[person].append((kind, text))
    return found


def _counted(db: Db, wanted: ColumnElement[bool]) -> dict[int, list[HeadCountLine]]:
    """The country is told, else the partner's, else the organisation's."""
    body, sender = aliased(Organisation), aliased(Organisation)
    rows = db.execute(
        select(
            HeadCount.activity_id,
            HeadCount.number,
            HeadCount.presence,
            HeadCount.partner_id,
            func.coalesce(body.name, sender.name).label("organisation"),
            HeadCount.sector,
            func.coalesce(HeadCount.country, Partner.country, sender.country, body.country).label("country"),
            HeadCount.profession_id,
            HeadCount.note,
        )
        .join(Activity, Activity.id == HeadCount.activity_id)
        .outerjoin(Partner, Partner.id == HeadCount.partner_id)
        .outerjoin(sender, sender.id == Partner.organisation_id)
        .outerjoin(body, body.id == HeadCount.organisation_id)
        .where(wanted)
        .order_by(HeadCount.order, HeadCount.id)
    )
    found: dict[int, list[HeadCountLine]] = defaultdict(list)
    for row in rows.mappings():
        told = dict(row)
        found[told.pop("activity_id")].append(HeadCountLine(**told))
    return found


def _partners(db: Db, project: int) -> tuple[ListedPartner, ...]:
    rows = db.execute(
        select(
            Partner.id,
            Organisation.name,
            Organisation.short_name,
            func.coalesce(Partner.country, Organisation.country),
        )
        .join(Organisation, Organisation.id == Partner.organisation_id)
        .where(Partner.project_id == project)
        .order_by(Partner.order, Partner.id)
    )
    return tuple(ListedPartner(*row) for row in rows)


def _professions(db: Db, project: int) -> tuple[ListedProfession, ...]:
    rows = db.execute(
        select(Profession.id, Profession.one, func.coalesce(Profession.many, Profession.one))
        .where(Profession.project_id == project)
        .order_by(Profession.order, Profession.id)
    )
    return tuple(ListedProfession(*row) for row in rows)
