"""Whom the sessions of an activity are for, and who does something in them."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session as Db

from studyvisits.domain.person_names import full_name
from studyvisits.queries.members import COUNTRY, with_member
from studyvisits.store.tables import (
    Activity,
    AudienceRow,
    Group,
    Grouping,
    Member,
    Organisation,
    Participation,
    Partner,
    Person,
    Profession,
    Session,
    SessionPerson,
)


@dataclass(frozen=True, slots=True)
class AudienceLine:
    """``of`` is the id of the group, partner, profession or participation, ``name`` its own words; neither for
    everybody, visiting and local people. A group's grouping tells "A" of the placements from "A" of the tables."""

    kind: str
    of: int | None = None
    name: str | None = None
    grouping: str | None = None


@dataclass(frozen=True, slots=True)
class SessionFigure:
    """Somebody who does something in a session: ``name`` is that of the person, or the words told instead."""

    id: int
    participation_id: int | None
    name: str
    role: str | None
    status: str | None = None
    country: str | None = None


def audiences(db: Db, wanted: ColumnElement[bool]) -> dict[int, tuple[AudienceLine, ...]]:
    """Return the audience rows of each session that has some: by kind, each in its own order. ``wanted`` is a condition
    on ``Activity``, here and below."""
    of = func.coalesce(
        AudienceRow.group_id, AudienceRow.partner_id, AudienceRow.profession_id, AudienceRow.participation_id
    )
    partner_name = func.coalesce(Organisation.short_name, Organisation.name)
    query = (
        select(
            AudienceRow.session_id,
            AudienceRow.kind,
            of,
            func.coalesce(Group.name, partner_name, Profession.many, Profession.one),
            Grouping.name,
            Person.given_name,
            Person.family_name,
        )
        .join(Session, Session.id == AudienceRow.session_id)
        .join(Activity, Activity.id == Session.activity_id)
        .join(Group, Group.id == AudienceRow.group_id, isouter=True)
        .join(Grouping, Grouping.id == Group.grouping_id, isouter=True)
        .join(Partner, Partner.id == AudienceRow.partner_id, isouter=True)
        .join(Organisation, Organisation.id == Partner.organisation_id, isouter=True)
        .join(Profession, Profession.id == AudienceRow.profession_id, isouter=True)
        .join(Participation, Participation.id == AudienceRow.participation_id, isouter=True)
        .join(Member, Member.id == Participation.member_id, isouter=True)
        .join(Person, Person.id == Member.person_id, isouter=True)
        .where(wanted)
        .order_by(AudienceRow.kind, Grouping.order, Group.order, Partner.order, Profession.order, AudienceRow.id)
    )
    found: dict[int, list[AudienceLine]] = defaultdict(list)
    for session, kind, pointed, name, grouping, given, family in db.execute(query):
        shown = full_name(family, given) if family else name
        found[session].append(AudienceLine(kind, pointed, shown, grouping))
    return {session: tuple(lines) for session, lines in found.items()}


def session_people(db: Db, wanted: ColumnElement[bool]) -> dict[int, tuple[SessionFigure, ...]]:
    """Return the people of each session that has some, in their order."""
    query = (
        with_member(
            select(
                SessionPerson.session_id,
                SessionPerson.id,
                SessionPerson.participation_id,
                SessionPerson.words,
                SessionPerson.role,
                Person.family_name,
                Person.given_name,
                Person.title_before,
                Person.title_after,
                Participation.status,
                COUNTRY,
            )
            .join(Session, Session.id == SessionPerson.session_id)
            .join(Activity, Activity.id == Session.activity_id)
            .join(Participation, Participation.id == SessionPerson.participation_id, isouter=True),
            outer=True,
        )
        .where(wanted)
        .order_by(SessionPerson.order, SessionPerson.id)
    )
    found: dict[int, list[SessionFigure]] = defaultdict(list)
    for session, row, participation, words, role, family, *names, status, country in db.execute(query):
        name = full_name(family, *names) if family else words or ""
        found[session].append(SessionFigure(row, participation, name, role, status, country))
    return {session: tuple(people) for session, people in found.items()}
