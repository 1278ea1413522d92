"""What the agenda of one activity prints. Nothing of needs, and no notes of sessions."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from studyvisits.domain.kinds import EXPECTED, Presence, Role
from studyvisits.domain.person_names import full_name
from studyvisits.queries.activity_heads import ActivityHead, ProjectHead, project_of
from studyvisits.queries.calendar import CalendarSession, placed_sessions
from studyvisits.queries.funding import Funding
from studyvisits.queries.participants import ActivityList, Listed, ParticipantLists, fillings_of, participants
from studyvisits.queries.zones import PartnerSpot
from studyvisits.store.tables import FundingProfile, Host, Logo, Organisation, Part, Partner


@dataclass(frozen=True, slots=True)
class HostAddress:
    name: str
    address: str | None
    town: str | None


@dataclass(frozen=True, slots=True)
class OnTheSpot:
    """Whom visitors call."""

    name: str
    phone: str | None
    email: str | None


@dataclass(frozen=True, slots=True)
class From:
    """People of a partner (empty: of none that is known) and presence: ``named``, and ``filled`` with those who are
    only counted; ``places`` are those it has, however many are filled."""

    partner: str | None
    presence: str | None
    places: int
    named: int
    filled: int


@dataclass(frozen=True, slots=True)
class AgendaPart:
    id: int
    title: str
    organisation: str | None


@dataclass(frozen=True, slots=True)
class PrintedLogo:
    """``image`` is a PNG that the program itself encoded."""

    kind: str
    image: bytes


@dataclass(frozen=True, slots=True)
class Agenda:
    """``sessions`` are those that have a day, by day and order."""

    project: ProjectHead
    head: ActivityHead
    funding: Funding | None
    logos: tuple[PrintedLogo, ...]
    spots: tuple[PartnerSpot, ...]
    hosts: tuple[HostAddress, ...]
    contacts: tuple[OnTheSpot, ...]
    interpreters: tuple[str, ...]
    people: tuple[From, ...]
    parts: tuple[AgendaPart, ...]
    sessions: tuple[CalendarSession, ...]


def agenda(db: Db, *, activity: int) -> Agenda:
    """Raises Refused ``unknown_row``."""
    project = project_of(db, activity=activity)
    lists = participants(db, project=project, activity=activity)
    its = lists.activities[0]
    expected = [person for person in its.people if person.status in EXPECTED]
    return Agenda(
        lists.project,
        its.head,
        lists.funding,
        _logos(db, project),
        lists.spots,
        _hosts(db, activity),
        tuple(
            OnTheSpot(_name(person), person.phone, person.email) for person in _with_role(expected, Role.HOST_CONTACT)
        ),
        tuple(_name(person) for person in _with_role(expected, Role.INTERPRETER)),
        _people(lists, its),
        _parts(db, activity),
        tuple(placed_sessions(db, project=project, activity=activity).get(activity, ())),
    )


def _with_role(people: Iterable[Listed], role: str) -> Iterable[Listed]:
    return (person for person in people if role in person.roles)


def _name(person: Listed) -> str:
    return full_name(person.family_name, person.given_name, person.title_before, person.title_after)


def _people(lists: ParticipantLists, its: ActivityList) -> tuple[From, ...]:
    names = {partner.id: partner.name for partner in lists.partners}
    found = [
        From(names.get(one.partner or 0), one.presence, one.places, one.named, one.filled)
        for one in fillings_of(its)
        if one.places or one.filled
    ]
    return tuple(sorted(found, key=lambda one: one.presence != Presence.VISITING))


def _logos(db: Db, project: int) -> tuple[PrintedLogo, ...]:
    rows = db.execute(
        select(Logo.kind, Logo.image)
        .join(FundingProfile, FundingProfile.id == Logo.funding_profile_id)
        .where(FundingProfile.project_id == project)
        .order_by(Logo.order, Logo.id)
    )
    return tuple(PrintedLogo(*row) for row in rows)


def _hosts(db: Db, activity: int) -> tuple[HostAddress, ...]:
    rows = db.execute(
        select(Organisation.name, Organisation.address, Organisation.town)
        .join(Partner, Partner.organisation_id == Organisation.id)
        .join(Host, Host.partner_id == Partner.id)
        .where(Host.activity_id == activity)
        .order_by(Host.leading.desc(), Host.order, Host.id)
    )
    return tuple(HostAddress(*row) for row in rows)


def _parts(db: Db, activity: int) -> tuple[AgendaPart, ...]:
    rows = db.execute(
        select(Part.id, Part.title, Organisation.name)
        .outerjoin(Organisation, Organisation.id == Part.organisation_id)
        .where(Part.activity_id == activity)
        .order_by(Part.order, Part.id)
    )
    return tuple(AgendaPart(*row) for row in rows)
