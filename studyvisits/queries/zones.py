"""What tells the zones of a project's activities; ``studyvisits.domain.zones`` decides."""

from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session as Db

from studyvisits.domain.kinds import PartnerRole
from studyvisits.domain.zones import Spot, ZoneFacts
from studyvisits.queries.places import EVERY, hosts_of
from studyvisits.store.tables import Activity, Organisation, Partner, Venue


@dataclass(frozen=True, slots=True)
class PartnerSpot:
    """Where a partner is: its own town and country, each else its organisation's; ``place`` is what people call it."""

    partner_id: int
    place: str
    spot: Spot
    role: str | None


def partner_spots(db: Db, *, project: int) -> tuple[PartnerSpot, ...]:
    """The partners of a project in their order."""
    return tuple(spot for _, spot in _spots(db, Partner.project_id == project))


def _spots(db: Db, wanted: ColumnElement[bool]) -> list[tuple[int, PartnerSpot]]:
    """Each with its project."""
    town = func.coalesce(Partner.town, Organisation.town)
    country = func.coalesce(Partner.country, Organisation.country)
    rows = db.execute(
        select(Partner.project_id, Partner.id, town, country, Partner.role, Organisation.name)
        .join(Organisation, Organisation.id == Partner.organisation_id)
        .where(wanted)
        .order_by(Partner.order, Partner.id)
    )
    return [
        (project, PartnerSpot(id_, town or name, Spot(town, country), role))
        for project, id_, town, country, role, name in rows
    ]


def zone_facts(db: Db, *, project: int | None = None) -> dict[int, ZoneFacts]:
    """Activity id to what tells its zone, for all activities of a project, or of the file."""
    partners = _spots(db, EVERY if project is None else Partner.project_id == project)
    of_project = EVERY if project is None else Activity.project_id == project
    coordinators: dict[int, Spot] = {}
    for its_project, partner in partners:
        if partner.role == PartnerRole.COORDINATOR:
            coordinators.setdefault(its_project, partner.spot)
    hosts = _hosts(db, of_project, {partner.partner_id: partner.spot for _, partner in partners})
    alone: dict[int, ZoneFacts] = {}
    parents: dict[int, int | None] = {}
    for row in db.execute(
        select(
            Activity.id,
            Activity.project_id,
            Activity.time_zone,
            Activity.mode,
            Activity.town,
            Activity.country,
            Venue.town.label("venue_town"),
            Venue.country.label("venue_country"),
            Activity.belongs_to_id,
        )
        .outerjoin(Venue, Venue.id == Activity.venue_id)
        .where(of_project)
    ):
        alone[row.id] = ZoneFacts(
            time_zone=row.time_zone,
            mode=row.mode,
            place=Spot(row.town, row.country),
            venue=Spot(row.venue_town, row.venue_country),
            hosts=hosts.get(row.id, ()),
            coordinator=coordinators.get(row.project_id),
        )
        parents[row.id] = row.belongs_to_id
    return {activity: _with_parents(activity, alone, parents) for activity in alone}


def _hosts(db: Db, wanted: ColumnElement[bool], spots: dict[int, Spot]) -> dict[int, tuple[Spot, ...]]:
    hosts = hosts_of(db, wanted)
    return {activity: tuple(spots[one] for one in partners) for activity, partners in hosts.items()}


def _with_parents(activity: int, alone: dict[int, ZoneFacts], parents: dict[int, int | None]) -> ZoneFacts:
    """Hang on each activity what it belongs to; a circle ends where it began."""
    line: list[int] = []
    current: int | None = activity
    while current in alone and current not in line:
        line.append(current)
        current = parents[current]
    facts: ZoneFacts | None = None
    for step in reversed(line):
        facts = replace(alone[step], belongs_to=facts)
    return alone[activity] if facts is None else facts
