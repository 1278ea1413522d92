"""A small rotation for tests of commands and queries: three partners, two professions, a visit to Prague."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from studyvisits.commands.rows import create
from studyvisits.store.tables import Base


@dataclass(frozen=True, slots=True)
class Made:
    project: int
    finland: int
    czechia: int
    sweden: int
    streetworker: int
    official: int
    prague: int


def rows(db: Db, table: str, *columns: str) -> list[tuple[object, ...]]:
    """All rows of a table, in order of their ids, these columns."""
    wanted = Base.metadata.tables[table]
    found = db.execute(select(*(wanted.c[name] for name in columns)).order_by(wanted.c.id))
    return [tuple(row) for row in found]


def everything(db: Db) -> dict[str, list[tuple[object, ...]]]:
    """All rows of the file, by table, without those of tables that are empty."""
    tables = {name: rows(db, name, *table.c.keys()) for name, table in sorted(Base.metadata.tables.items())}
    return {name: found for name, found in tables.items() if found}


def made(db: Db) -> Made:
    project = create(db, table="projects", values={"title": "Streetwork", "acronym": "STREET", "language": "en"})
    finland, czechia, sweden = (partner(db, project, *where) for where in PARTNERS)
    streetworker, official = (profession(db, project, one, many) for one, many in PROFESSIONS)
    return Made(project, finland, czechia, sweden, streetworker, official, visit(db, project))


PARTNERS = (("Katutyö", "FI", "Helsinki"), ("ČAS", "CZ", "Praha"), ("Fältgruppen", "SE", "Göteborg"))
PROFESSIONS = (("streetworker", "streetworkers"), ("official", "officials"))


def partner(db: Db, project: int, name: str, country: str, town: str) -> int:
    body = create(db, table="organisations", values={"name": name, "country": country, "town": town})
    values = {"project_id": project, "organisation_id": body, "country": country, "town": town}
    return create(db, table="partners", values=values)


def profession(db: Db, project: int, one: str, many: str) -> int:
    return create(db, table="professions", values={"project_id": project, "one": one, "many": many})


def visit(db: Db, project: int, **values: object) -> int:
    told: Mapping[str, object] = {
        "project_id": project,
        "kind": "study_visit",
        "short_name": "Prague",
        "title": "Human trafficking on the street",
        "first_day": date(2024, 6, 10),
        "last_day": date(2024, 6, 14),
        "certainty": "fixed",
        "country": "CZ",
        "town": "Praha",
        **values,
    }
    return create(db, table="activities", values=told)


def member(db: Db, project: int, family_name: str, **values: object) -> int:
    """``given_name`` goes to the person, all else to the member."""
    person = create(
        db, table="persons", values={"family_name": family_name, "given_name": values.pop("given_name", None)}
    )
    return create(db, table="members", values={"project_id": project, "person_id": person, **values})


def participation(db: Db, activity: int, of_member: int, **values: object) -> int:
    told = {"activity_id": activity, "member_id": of_member, **values}
    return create(db, table="participations", values=told)


def session(db: Db, activity: int, title: str, day: int | None = 10, start: int | None = None, **values: object) -> int:
    """A session in June 2024."""
    placed = {"day": None if day is None else date(2024, 6, day), "start": start}
    return create(db, table="sessions", values={"activity_id": activity, "title": title, **placed, **values})
