# ruff: noqa: E501 (a table of people reads best with one a line)
"""A visit to Prague with its meeting, told as an organiser would have it six weeks before, awkward people included."""

from datetime import date

from sqlalchemy import update
from sqlalchemy.orm import Session as Db

from studyvisits.commands.rows import create
from studyvisits.store.tables import Activity, Organisation, Project
from tests.made import Made, made, participation

PEOPLE = (
    # family, given, before, after, employer, town, partner, profession, job title, presence, status, role
    ("Hämäläinen", "Väinö", None, None, "Katutyö", "Helsinki", "FI", 0, "Senior streetworker", "visiting", "confirmed", "group_leader"),
    ("Järvinen", "Päivi", None, None, "City of Helsinki", "Helsinki", "FI", 1, "Planning officer, social services", "visiting", "confirmed", None),
    ("Lehtimäki", "Jyrki", None, None, "City of Vantaa", "Vantaa", "FI", 1, "Coordinator, youth and safety", "visiting", "nominated", None),
    ("Äijälä", "Aino", None, None, "Katutyö", "Helsinki", "FI", 0, "Streetworker", "visiting", "confirmed", None),
    ("Öhman", "Tove", None, None, "Katutyö", "Helsinki", "FI", 0, None, "visiting", "reserve", None),
    ("Bergqvist", "Örjan", None, None, "Fältgruppen", "Göteborg", "SE", 0, "Field worker", "visiting", "confirmed", None),
    ("Lindström", "Åsa", None, None, "Fältgruppen", "Göteborg", "SE", 0, "Field worker, team leader", "visiting", "invited", None),
    ("Sjöberg", "Björn", None, None, "City of Göteborg", "Göteborg", "SE", 1, "Development manager", "visiting", "confirmed", None),
    ("Černý", "Ondřej", "Mgr.", "Ph.D.", "ČAS", "Praha", "CZ", 0, "Counsellor", "local", "confirmed", None),
    ("Chalupa", "Jiří", None, None, "Praha 9, social department", "Praha", "CZ", 1, "Head of department", "local", "confirmed", None),
    ("Hůlková", "Barbora", "Bc.", None, "City of Prague", "Praha", "CZ", 1, "Coordinator of homelessness policy", "local", "confirmed", None),
    ("Žďárský", "Jiří", None, None, "ČAS", "Praha", "CZ", 0, "Streetworker", "local", "confirmed", "interpreter"),
    ("Vrána", "Štěpán", None, None, "Ministry of the Interior", "Praha", "CZ", 1, "Adviser", "local", "cancelled", None),
    ("=1+1", "<b>Anna</b>", None, None, "'; DROP TABLE persons; --", None, "SE", 1, "@SUM(A1)", "visiting", "confirmed", None),
    ("جعفر", "Лев 🚌", None, None, "x" * 300, None, None, None, "First line\nsecond line\x07", "visiting", "confirmed", "speaker"),
)  # fmt: skip


def visit_to_prague(db: Db) -> Made:
    """The made rotation with its funder, host, quotas, people, and a preparatory meeting online."""
    told = made(db)
    partners = {"FI": told.finland, "CZ": told.czechia, "SE": told.sweden}
    professions = (told.streetworker, told.official)
    db.execute(
        update(Project)
        .where(Project.id == told.project)
        .values(title="Streetwork in three cities", first_day=date(2023, 11, 1), last_day=date(2025, 1, 31))
    )
    create(db, table="hosts", values={"activity_id": told.prague, "partner_id": told.czechia})
    _fund(db, told)
    for partner in (told.finland, told.sweden):
        for profession in professions:
            _quota(db, told.prague, partner, profession, 2)
    _quota(db, told.prague, told.czechia, None, 12)
    bodies: dict[str, int] = {
        name: id_
        for id_, name in db.execute(
            Organisation.__table__.select().with_only_columns(Organisation.id, Organisation.name)
        )
    }
    for place, row in enumerate(PEOPLE):
        _person(db, told, partners, professions, bodies, place, row)
    create(
        db,
        table="activities",
        values={
            "project_id": told.project,
            "kind": "preparatory_meeting",
            "short_name": "Before Prague",
            "first_day": date(2024, 5, 7),
            "last_day": date(2024, 5, 7),
            "certainty": "fixed",
            "start": 14 * 60,
            "minutes": 90,
            "mode": "online",
            "joining_link": "https://meet.example.org/prague",
            "belongs_to_id": told.prague,
        },
    )
    db.flush()
    return told


def _fund(db: Db, told: Made) -> None:
    profile = create(
        db,
        table="funding_profiles",
        values={
            "project_id": told.project,
            "programme": "Erasmus+",
            "granting_authority": "the Czech National Agency for International Education and Research",
            "grant_number": "2023-1-CZ01-KA122-ADU-000135790",
            "kind": "funded",
        },
    )
    create(
        db,
        table="statements",
        values={
            "funding_profile_id": profile,
            "language": "en",
            "statement": "Funded by the European Union.",
            "disclaimer": "Views and opinions expressed are however those of the author(s) only.",
        },
    )


def _quota(db: Db, activity: int, partner: int, profession: int | None, places: int) -> None:
    values = {"activity_id": activity, "partner_id": partner, "profession_id": profession, "places": places}
    create(db, table="quotas", values=values)


def _person(
    db: Db,
    told: Made,
    partners: dict[str, int],
    professions: tuple[int, int],
    bodies: dict[str, int],
    place: int,
    row: tuple[object, ...],
) -> None:
    family, given, before, after, employer, town, partner, profession, job, presence, status, role = row
    assert isinstance(employer, str)
    if employer not in bodies:
        bodies[employer] = create(db, table="organisations", values={"name": employer, "town": town})
    names = {"family_name": family, "given_name": given, "title_before": before, "title_after": after}
    contact = {"email": f"person{place}@example.org", "phone": f"00420 {place:03}"} if place % 2 else {}
    person = create(db, table="persons", values={**names, **contact})
    if place == 1:
        create(db, table="needs", values={"person_id": person, "kind": "diet", "text": "vegan"})
    member = create(
        db,
        table="members",
        values={
            "project_id": told.project,
            "person_id": person,
            "organisation_id": bodies[employer],
            "partner_id": partners.get(str(partner)),
            "profession_id": None if profession is None else professions[int(str(profession))],
            "job_title": job,
        },
    )
    travel = {"arrival_day": date(2024, 6, 9), "arrival_time": 17 * 60 + 5} if place == 0 else {}
    if 0 < place < 4:
        travel = {"arrival_day": date(2024, 6, 9), "departure_day": date(2024, 6, 15)}
    its = participation(db, told.prague, member, presence=presence, status=status, **travel)
    if role:
        create(db, table="participation_roles", values={"participation_id": its, "role": role})


def meeting_of(db: Db, told: Made) -> int:
    found = db.execute(
        Activity.__table__.select().with_only_columns(Activity.id).where(Activity.belongs_to_id == told.prague)
    )
    return int(found.scalar_one())
