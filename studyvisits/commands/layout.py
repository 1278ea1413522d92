"""Laying out a whole project in one step."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from studyvisits.commands.writing import insert_row, update_rows
from studyvisits.domain.fields import checked
from studyvisits.domain.kinds import Mode, PartKind
from studyvisits.domain.layout import (
    ActivityLaid,
    PartnerTold,
    ProjectTold,
    activities_laid,
    part_days,
    session_kind,
)
from studyvisits.store.tables import Organisation


@dataclass(frozen=True, slots=True)
class _Laid:
    project: int
    partners: tuple[int, ...]
    professions: tuple[int, ...]


def lay_out_project(db: Db, *, told: ProjectTold) -> int:
    """Return the id of a new project with partners, professions, visits, meetings, seminars, places and funding.

    Organisations that the file knows by the name told and the country are taken. Visits are called by their host's
    town. Each day of a part has one session without a time, until the real ones take its place. Raises ``Refused`` as
    creating would.
    """
    head = {"title": told.title, "acronym": told.acronym, "aim": told.aim, "language": told.language}
    project = insert_row(db, "projects", head)
    partners = tuple(_partner(db, project, partner) for partner in told.partners)
    professions = tuple(
        insert_row(db, "professions", {"project_id": project, "one": each.one, "many": each.many, "sign": each.sign})
        for each in told.professions
    )
    if told.funding:
        insert_row(db, "funding_profiles", {"project_id": project, **told.funding})
    laid = _Laid(project, partners, professions)
    activities: dict[int, int] = {}
    planned = list(enumerate(activities_laid(told)))
    for place, activity in planned:
        activities[place] = _activity(db, told, laid, activity)
    for place, activity in planned:
        if activity.belongs_to is not None:
            _belong(db, activities[place], activities[activity.belongs_to])
    return project


def _partner(db: Db, project: int, told: PartnerTold) -> int:
    country = checked("partners", "country", told.country)
    values = {
        "project_id": project,
        "organisation_id": _organisation(db, told, country),
        "role": told.role,
        "country": country,
        "town": told.town,
        "sends": told.sends,
        "hosts": told.hosts,
    }
    return insert_row(db, "partners", values)


def _organisation(db: Db, told: PartnerTold, country: object) -> int:
    wanted = checked("organisations", "name", told.name)
    same = select(Organisation.id).where(Organisation.name == wanted, Organisation.country == country)
    found: int | None = db.execute(same.order_by(Organisation.id)).scalars().first() if wanted else None
    values = {"name": wanted or told.town or country, "country": country, "town": told.town}
    return found or insert_row(db, "organisations", values)


def _activity(db: Db, told: ProjectTold, laid: _Laid, activity: ActivityLaid) -> int:
    host = None if activity.host is None else told.partners[activity.host]
    on_site = host if host is not None and activity.mode != Mode.ONLINE else None
    values = {
        "project_id": laid.project,
        "kind": activity.kind,
        "title": activity.title,
        "short_name": on_site.town if on_site and activity.parts else None,
        "first_day": activity.dates.first_day,
        "last_day": activity.dates.last_day,
        "certainty": activity.dates.certainty,
        "mode": activity.mode,
        "town": on_site.town if on_site else None,
        "country": on_site.country if on_site else None,
        "time_zone": host.time_zone if host else None,
    }
    created = insert_row(db, "activities", values)
    if activity.host is not None:
        insert_row(db, "hosts", {"activity_id": created, "partner_id": laid.partners[activity.host]})
    _places(db, laid, created, activity)
    _parts(db, created, activity)
    return created


def _places(db: Db, laid: _Laid, created: int, activity: ActivityLaid) -> None:
    for row in activity.places:
        profession = None if row.profession is None else laid.professions[row.profession]
        values = {"partner_id": laid.partners[row.partner], "profession_id": profession, "places": row.places}
        insert_row(db, "quotas", {"activity_id": created, **values})


def _parts(db: Db, created: int, activity: ActivityLaid) -> None:
    """The parts, with a session on each of their days; placements are for the visitors alone."""
    parts = [
        insert_row(db, "parts", {"activity_id": created, "title": part.title, "kind": part.kind})
        for part in activity.parts
    ]
    for place, day in part_days(activity.parts, activity.dates.first_day):
        part = activity.parts[place]
        values = {"title": part.title, "kind": session_kind(part), "part_id": parts[place], "day": day}
        session = insert_row(db, "sessions", {"activity_id": created, **values})
        if part.kind == PartKind.PLACEMENTS:
            insert_row(db, "audience_rows", {"session_id": session, "kind": "visiting"})


def _belong(db: Db, meeting: int, visit: int) -> None:
    update_rows(db, "activities", [meeting], {"belongs_to_id": visit})
