"""Everybody a sheet's rows may be, with what is stored of them: the read model of an import."""

import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import TypedDict

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from studyvisits.domain.dates import is_real
from studyvisits.domain.people_fields import PARTICIPATION_FIELDS, PERSON_FIELDS
from studyvisits.domain.people_read import Answers
from studyvisits.domain.refusal import Refused
from studyvisits.domain.roster import (
    KnownMember,
    KnownOrganisation,
    KnownParticipation,
    KnownPartner,
    KnownPerson,
    KnownProfession,
    KnownRoster,
)
from studyvisits.queries.places import hosts_of
from studyvisits.store.tables import (
    Activity,
    ImportMapping,
    Member,
    Need,
    Organisation,
    Participation,
    ParticipationRole,
    Partner,
    Person,
    Profession,
    Project,
)

_PERSON_COLUMNS = [Person.__table__.c[field] for field in PERSON_FIELDS]
_OF_PARTICIPATION = {
    field: Participation.__table__.c["note" if field == "activity_note" else field]
    for field in PARTICIPATION_FIELDS
    if field != "roles"
}


def known_people(db: Db, *, project: int, activity: int | None = None) -> KnownRoster:
    """Read the persons of the whole file, and the project's partners, professions and remembered answers.

    Raises ``Refused`` for a project that is not there, or an activity that is not one of it.
    """
    if db.execute(select(Project.id).where(Project.id == project)).first() is None:
        raise Refused("unknown_row", table="projects", id=project)
    partners = _partners(db, project)
    about = {} if activity is None else _about_activity(db, project, activity, partners)
    return KnownRoster(
        project_id=project,
        activity_id=activity,
        persons=_persons(db),
        organisations=[
            KnownOrganisation(*row)
            for row in db.execute(
                select(Organisation.id, Organisation.name, Organisation.short_name, Organisation.country).order_by(
                    Organisation.id.desc()
                )
            )
        ],
        partners=partners,
        professions=[
            KnownProfession(*row)
            for row in db.execute(
                select(Profession.id, Profession.one, Profession.many, Profession.sign).where(
                    Profession.project_id == project
                )
            )
        ],
        participations=_participations(db, activity) if activity is not None else [],
        remembered=remembered_answers(db, project=project),
        **about,
    )


class _AboutActivity(TypedDict, total=False):
    host_countries: frozenset[str]
    mode: str | None
    first_day: date | None


def _about_activity(db: Db, project: int, activity: int, partners: Sequence[KnownPartner]) -> _AboutActivity:
    """The countries of the hosts, else the activity's own; its mode, and its first day while that is real."""
    of_it = Activity.id == activity
    columns = (Activity.mode, Activity.country, Activity.first_day, Activity.certainty)
    found = db.execute(select(*columns).where(of_it, Activity.project_id == project)).first()
    if found is None:
        raise Refused("unknown_row", table="activities", id=activity)
    mode, own, first_day, certainty = found
    hosts = hosts_of(db, of_it).get(activity, ())
    countries = {partner.country for partner in partners if partner.id in hosts and partner.country}
    return {
        "host_countries": frozenset(countries or ({own} if own else ())),
        "mode": mode,
        "first_day": first_day if is_real(certainty) else None,
    }


def remembered_answers(db: Db, *, project: int) -> dict[str, Answers]:
    """Return what was answered for the project's sheets, by their headings (folded, sorted, one a line)."""
    rows = db.execute(
        select(ImportMapping.headings, ImportMapping.columns, ImportMapping.values).where(
            ImportMapping.project_id == project
        )
    )
    return {headings: Answers(json.loads(columns), json.loads(values)) for headings, columns, values in rows}


def _persons(db: Db) -> list[KnownPerson]:
    members: defaultdict[int, list[KnownMember]] = defaultdict(list)
    columns = (
        Member.id,
        Member.person_id,
        Member.project_id,
        Member.organisation_id,
        Member.partner_id,
        Member.profession_id,
        Member.job_title,
    )
    for row in db.execute(select(*columns).order_by(Member.id)):
        members[row[1]].append(KnownMember(*row))
    needs: defaultdict[int, dict[str, list[tuple[int, str]]]] = defaultdict(dict)
    for person, kind, id, text in db.execute(select(Need.person_id, Need.kind, Need.id, Need.text).order_by(Need.id)):
        needs[person].setdefault(kind, []).append((id, text))
    rows = db.execute(select(Person.id, *_PERSON_COLUMNS).order_by(Person.id))
    return [
        KnownPerson(
            id=id,
            values=dict(zip(PERSON_FIELDS, values, strict=True)),
            needs=needs.get(id, {}),
            members=members.get(id, ()),
        )
        for id, *values in rows
    ]


def _partners(db: Db, project: int) -> list[KnownPartner]:
    rows = db.execute(
        select(
            Partner.id,
            Partner.organisation_id,
            Organisation.name,
            Organisation.short_name,
            Partner.number,
            Partner.country,
            Organisation.country,
            Partner.town,
            Organisation.town,
        )
        .join(Organisation, Organisation.id == Partner.organisation_id)
        .where(Partner.project_id == project)
        .order_by(Partner.order, Partner.id)
    )
    return [
        KnownPartner(id, organisation, name, short, number, country or its_country, town or its_town)
        for id, organisation, name, short, number, country, its_country, town, its_town in rows
    ]


def _participations(db: Db, activity: int) -> list[KnownParticipation]:
    roles: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    of_activity = Participation.activity_id == activity
    for participation, id, role in db.execute(
        select(ParticipationRole.participation_id, ParticipationRole.id, ParticipationRole.role)
        .join(Participation, Participation.id == ParticipationRole.participation_id)
        .where(of_activity)
        .order_by(ParticipationRole.id)
    ):
        roles[participation].append((id, role))
    rows = db.execute(select(Participation.id, Participation.member_id, *_OF_PARTICIPATION.values()).where(of_activity))
    return [
        KnownParticipation(id, member, dict(zip(_OF_PARTICIPATION, values, strict=True)), roles.get(id, ()))
        for id, member, *values in rows
    ]
