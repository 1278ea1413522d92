"""What stands at the head of every list, agenda and calendar: the project and its activities."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import RowMapping, select
from sqlalchemy.orm import Session as Db

from studyvisits.domain.kinds import PartnerRole
from studyvisits.domain.refusal import Refused
from studyvisits.domain.zones import ZoneFacts
from studyvisits.queries.activity_order import IN_TIME
from studyvisits.queries.zones import zone_facts
from studyvisits.store.tables import Activity, Host, Organisation, Partner, Project, Venue


@dataclass(frozen=True, slots=True)
class ProjectHead:
    id: int
    uid: str
    title: str
    acronym: str | None
    language: str | None
    first_day: date | None
    last_day: date | None
    coordinator: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """A venue as it is printed; each but ``name`` may be empty."""

    name: str
    address: str | None
    town: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class ActivityHead:
    """``hosts`` are the names of organisations, leading ones first; ``start`` and ``minutes`` are the clock times of a
    meeting (minutes since midnight, minutes)."""

    id: int
    uid: str
    kind: str
    short_name: str | None
    title: str | None
    purpose: str | None
    first_day: date
    last_day: date
    certainty: str
    start: int | None
    minutes: int | None
    mode: str | None
    town: str | None
    country: str | None
    venue: Place | None
    joining_link: str | None
    working_languages: str | None
    web_page: str | None
    status: str
    cancel_reason: str | None
    belongs_to_id: int | None
    hosts: tuple[str, ...]
    zone: ZoneFacts


def project_head(db: Db, *, project: int) -> ProjectHead:
    """Raises Refused ``unknown_row``."""
    row = db.execute(
        select(
            Project.id,
            Project.uid,
            Project.title,
            Project.acronym,
            Project.language,
            Project.first_day,
            Project.last_day,
        ).where(Project.id == project)
    ).one_or_none()
    if row is None:
        raise Refused("unknown_row", table="projects", id=project)
    coordinator = db.execute(
        select(Organisation.name)
        .join(Partner, Partner.organisation_id == Organisation.id)
        .where(Partner.project_id == project, Partner.role == PartnerRole.COORDINATOR)
        .order_by(Partner.order, Partner.id)
    ).scalars()
    return ProjectHead(*row, coordinator=next(iter(coordinator.all()), None))


def activity_heads(db: Db, *, project: int, activity: int | None = None) -> tuple[ActivityHead, ...]:
    """All activities of a project, or the one, in order of time; those whose date is open come last.

    Raises Refused ``unknown_row`` where the activity is not the project's.
    """
    zones = zone_facts(db, project=project)
    if activity is not None and activity not in zones:
        raise Refused("unknown_row", table="activities", id=activity)
    hosts = _hosts(db, project)
    wanted = Activity.project_id == project if activity is None else Activity.id == activity
    rows = db.execute(
        select(
            Activity.id,
            Activity.uid,
            Activity.kind,
            Activity.short_name,
            Activity.title,
            Activity.purpose,
            Activity.first_day,
            Activity.last_day,
            Activity.certainty,
            Activity.start,
            Activity.minutes,
            Activity.mode,
            Activity.town,
            Activity.country,
            Activity.joining_link,
            Activity.working_languages,
            Activity.web_page,
            Activity.status,
            Activity.cancel_reason,
            Activity.belongs_to_id,
            *VENUE,
        )
        .outerjoin(Venue, Venue.id == Activity.venue_id)
        .where(wanted)
        .order_by(*IN_TIME)
    ).mappings()
    return tuple(
        ActivityHead(
            **{name: value for name, value in row.items() if not name.startswith("venue")},
            venue=place_in(row),
            hosts=hosts.get(row["id"], ()),
            zone=zones[row["id"]],
        )
        for row in rows
    )


VENUE = (
    Venue.name.label("venue"),
    Venue.address.label("venue_address"),
    Venue.town.label("venue_town"),
    Venue.country.label("venue_country"),
)
"""The columns from which ``place_in`` makes a place."""


def place_in(row: RowMapping) -> Place | None:
    return None if row["venue"] is None else Place(*(row[column.key] for column in VENUE))


def project_of(db: Db, *, activity: int) -> int:
    """Raises Refused ``unknown_row``."""
    project = db.execute(select(Activity.project_id).where(Activity.id == activity)).scalar_one_or_none()
    if project is None:
        raise Refused("unknown_row", table="activities", id=activity)
    return project


def _hosts(db: Db, project: int) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for activity, name in db.execute(
        select(Host.activity_id, Organisation.name)
        .join(Partner, Partner.id == Host.partner_id)
        .join(Organisation, Organisation.id == Partner.organisation_id)
        .where(Partner.project_id == project)
        .order_by(Host.leading.desc(), Host.order, Host.id)
    ):
        found[activity] = (*found.get(activity, ()), name)
    return found
