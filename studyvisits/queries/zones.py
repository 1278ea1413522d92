"""What tells the zones of a project's activities; ``studyvisits.domain.zones`` decides."""

from dataclasses import dataclass, replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session as Db

from studyvisits.domain.kinds import PartnerRole
from studyvisits.domain.zones import Spot, ZoneFacts
from studyvisits.queries.places import hosts_of
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
    town = func.coalesce(Partner.town, Organisation.town)
    country = func.coalesce(Partner.country, Organisation.country)
    rows = db.execute(
        select(Partner.id, town, country, Partner.role, Organisation.name)
        .join(Organisation, Organisation.id == Partner.organisation_id)
        .where(Partner.project_id == project)
        .order_by(Partner.order, Partner.id)
    )
    return tuple(PartnerSpot(id_, town or name, Spot(town, country), role) for id_, town, country, role, name in rows)


def zone_facts(db: Db, *, project: int) -> dict[int, ZoneFacts]:
    """Activity id to what tells its zone, for all activities of a project."""
    partners = partner_spots(db, project=project)
    coordinator = next((partner.spot for partner in partners if partner.role == PartnerRole.COORDINATOR), None)
    hosts = _hosts(db, project, {partner.partner_id: partner.spot for partner in partners})
    alone: dict[int, ZoneFacts] = {}
    parents: dict[int, int | None] = {}
    for row in db.execute(
        select(
            Activity.id,
            Activity.time_zone,
            Activity.mode,
            Activity.town,
            Activity.country,
            Venue.town.label("venue_town"),
            Venue.country.label("venue_country"),
            Activity.belongs_to_id,
        )
        .outerjoin(Venue, Venue.id == Activity.venue_id)
        .where(Activity.project_id == project)
    ):
        alone[row.id] = ZoneFacts(
            time_zone=row.time_zone,
            mode=row.mode,
            place=Spot(row.town, row.country),
            venue=Spot(row.venue_town, row.venue_country),
            hosts=hosts.get(row.id, ()),
            coordinator=coordinator,
        )
        parents[row.id] = row.belongs_to_id
    return {activity: _with_parents(activity, alone, parents) for activity in alone}


def _hosts(db: Db, project: int, spots: dict[int, Spot]) -> dict[int, tuple[Spot, ...]]:
    hosts = hosts_of(db, Activity.project_id == project)
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
