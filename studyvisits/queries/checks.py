"""What the rules of ``studyvisits.domain.checks`` are told of a file: one query for each table, over all projects."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row as Found
from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session as Db

from studyvisits.domain.audience import Row
from studyvisits.domain.check_facts import (
    CheckFacts,
    GroupFacts,
    ParticipationFacts,
    ProfessionFacts,
    SessionFacts,
    VenueFacts,
)
from studyvisits.domain.person_names import full_name
from studyvisits.domain.zones import ZoneOf
from studyvisits.queries.checked_activities import activities_to_check
from studyvisits.queries.members import COUNTRY, with_member
from studyvisits.store.tables import (
    AudienceRow,
    Group,
    Grouping,
    GroupPlace,
    Member,
    Organisation,
    Participation,
    ParticipationRole,
    Partner,
    Person,
    Profession,
    Session,
    SessionPerson,
    Venue,
)


def check_facts(db: Db, *, zone_of: ZoneOf) -> CheckFacts:
    """Everything the rules ask for. ``zone_of`` is ``Texts.zone_of``."""
    return CheckFacts(
        activities=activities_to_check(db, zone_of),
        participations=_participations(db),
        sessions=_sessions(db, _SESSIONS),
        groups=_groups(db),
        venues=_venues(db),
        partners=_partners(db),
        professions={
            id_: ProfessionFacts(one, many or one)
            for id_, one, many in db.execute(select(Profession.id, Profession.one, Profession.many))
        },
    )


def session_facts(db: Db, *, session: int) -> SessionFacts | None:
    """One session as the rules see it, for ``Watch.recheck``; nothing where it is gone."""
    return _sessions(db, _SESSIONS.where(Session.id == session), session).get(session)


_SESSIONS = select(
    Session.id,
    Session.activity_id.label("activity"),
    Session.title,
    Session.kind,
    Session.day,
    Session.start,
    Session.minutes,
    Session.venue_id.label("venue"),
    Session.place_note,
    Session.state,
)


def _sessions(db: Db, wanted: Select[*tuple[Any, ...]], session: int | None = None) -> dict[int, SessionFacts]:
    rows = select(
        AudienceRow.session_id,
        AudienceRow.kind,
        func.coalesce(
            AudienceRow.group_id, AudienceRow.partner_id, AudienceRow.profession_id, AudienceRow.participation_id
        ),
    ).order_by(AudienceRow.id)
    people = (
        select(SessionPerson.session_id, SessionPerson.participation_id)
        .where(SessionPerson.participation_id.is_not(None))
        .order_by(SessionPerson.id)
    )
    if session is not None:
        rows = rows.where(AudienceRow.session_id == session)
        people = people.where(SessionPerson.session_id == session)
    audience: dict[int, list[Row]] = defaultdict(list)
    for id_, kind, of in db.execute(rows):
        audience[id_].append(Row(kind, of))
    there = _lists(db.execute(people))
    return {
        row["id"]: SessionFacts(**row, audience=tuple(audience.get(row["id"], ())), people=there.get(row["id"], ()))
        for row in db.execute(wanted).mappings()
    }


def _participations(db: Db) -> dict[int, ParticipationFacts]:
    roles: dict[int, set[str]] = defaultdict(set)
    for participation, role in db.execute(select(ParticipationRole.participation_id, ParticipationRole.role)):
        roles[participation].add(role)
    rows = db.execute(
        with_member(
            select(
                Participation.id,
                Participation.activity_id,
                Member.person_id,
                Person.family_name,
                Person.given_name,
                Participation.status,
                Participation.presence,
                Member.partner_id,
                Member.profession_id,
                COUNTRY,
                Participation.arrival_day,
                Participation.arrival_time,
                Participation.departure_day,
                Participation.departure_time,
            )
        )
    )
    return {
        id_: ParticipationFacts(
            id_,
            activity,
            person,
            full_name(family_name, given_name),
            status,
            presence,
            frozenset(roles.get(id_, ())),
            *rest,
        )
        for id_, activity, person, family_name, given_name, status, presence, *rest in rows
    }


def _groups(db: Db) -> dict[int, GroupFacts]:
    people = _lists(db.execute(select(GroupPlace.group_id, GroupPlace.participation_id).order_by(GroupPlace.id)))
    rows = db.execute(
        select(Group.id, Grouping.activity_id, Group.name, Group.facilitator_id).join(
            Grouping, Grouping.id == Group.grouping_id
        )
    )
    return {row[0]: GroupFacts(*row, people=people.get(row[0], ())) for row in rows}


def _venues(db: Db) -> dict[int, VenueFacts]:
    bodies = {
        name.strip().casefold()
        for names in db.execute(select(Organisation.name, Organisation.short_name))
        for name in names
        if name
    }
    return {
        id_: VenueFacts(id_, name, name.strip().casefold() in bodies)
        for id_, name in db.execute(select(Venue.id, Venue.name))
    }


def _partners(db: Db) -> dict[int, str]:
    """What partners are called in a sentence: the short name, else the name."""
    rows = db.execute(
        select(Partner.id, func.coalesce(Organisation.short_name, Organisation.name)).join(
            Organisation, Organisation.id == Partner.organisation_id
        )
    )
    return dict(rows.all())


def _lists(rows: Iterable[Found[*tuple[int, int | None]]]) -> dict[int, tuple[int, ...]]:
    found: dict[int, tuple[int, ...]] = {}
    for owner, one in rows:
        if one is not None:
            found[owner] = (*found.get(owner, ()), one)
    return found
