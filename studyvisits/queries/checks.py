"""What the rules of ``studyvisits.domain.checks`` are told of a file: one query for each table, over all projects."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row as Found
from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session as Db
from sqlalchemy.orm import aliased

from studyvisits.domain.audience import Row
from studyvisits.domain.check_facts import (
    ActivityFacts,
    CheckFacts,
    GroupFacts,
    ParticipationFacts,
    ProfessionFacts,
    SessionFacts,
    VenueFacts,
)
from studyvisits.domain.kinds import ActivityKind
from studyvisits.domain.person_names import full_name
from studyvisits.domain.quotas import Counted, QuotaRow
from studyvisits.domain.zones import ZoneOf, zone_of_activity
from studyvisits.queries.zones import zone_facts
from studyvisits.store.tables import (
    Activity,
    AudienceRow,
    Group,
    Grouping,
    GroupPlace,
    HeadCount,
    Host,
    Member,
    Organisation,
    Participation,
    ParticipationRole,
    Partner,
    Person,
    Profession,
    Project,
    Quota,
    Session,
    SessionPerson,
    Venue,
)


def check_facts(db: Db, *, zone_of: ZoneOf) -> CheckFacts:
    """Everything the rules ask for. ``zone_of`` is ``Texts.zone_of``."""
    return CheckFacts(
        activities=_activities(db, zone_of),
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


def _activities(db: Db, zone_of: ZoneOf) -> dict[int, ActivityFacts]:
    zones = _zones(db, zone_of)
    hosts, countries = _hosts(db)
    quotas, counts = _quotas(db), _head_counts(db)
    rows = db.execute(
        select(
            Activity.id,
            Activity.project_id.label("project"),
            Activity.kind,
            Activity.short_name,
            Activity.title,
            Activity.status,
            Activity.certainty,
            Activity.first_day,
            Activity.last_day,
            Activity.start,
            Activity.minutes,
            Activity.mode,
            Activity.town,
            Activity.country,
            Activity.venue_id.label("venue"),
            Activity.joining_link,
            Activity.belongs_to_id.label("belongs_to"),
        )
    ).mappings()
    found: dict[int, ActivityFacts] = {}
    for row in rows:
        told = dict(row)
        id_, short_name, country = told["id"], told.pop("short_name"), told.pop("country")
        told["title"] = short_name or told["title"] or ActivityKind(told["kind"])
        found[id_] = ActivityFacts(
            **told,
            zone=zones[id_],
            hosts=tuple(hosts.get(id_, ())),
            host_countries=frozenset(countries.get(id_, ())) or frozenset({country} - {None}),
            quotas=tuple(quotas.get(id_, ())),
            head_counts=tuple(counts.get(id_, ())),
        )
    return found


def _zones(db: Db, zone_of: ZoneOf) -> dict[int, str]:
    """The zone of each activity; where nothing tells it, that of most activities of the file, so that their clocks can
    be compared."""
    projects = db.execute(select(Project.id)).scalars().all()
    told = {id_: facts for project in projects for id_, facts in zone_facts(db, project=project).items()}
    known = {id_: zone_of_activity(facts, zone_of) for id_, facts in told.items()}
    most = Counter(zone for zone in known.values() if zone is not None).most_common(1)
    return {id_: zone or (most[0][0] if most else "UTC") for id_, zone in known.items()}


def _hosts(db: Db) -> tuple[dict[int, list[int]], dict[int, list[str]]]:
    """Hosting partners, leading ones first, and their countries, by activity."""
    hosts: dict[int, list[int]] = defaultdict(list)
    countries: dict[int, list[str]] = defaultdict(list)
    for activity, partner, country in db.execute(
        select(Host.activity_id, Host.partner_id, func.coalesce(Partner.country, Organisation.country))
        .join(Partner, Partner.id == Host.partner_id)
        .join(Organisation, Organisation.id == Partner.organisation_id)
        .order_by(Host.leading.desc(), Host.order, Host.id)
    ):
        hosts[activity].append(partner)
        countries[activity] += [country] if country else []
    return hosts, countries


def _quotas(db: Db) -> dict[int, list[QuotaRow]]:
    found: dict[int, list[QuotaRow]] = defaultdict(list)
    for activity, partner, profession, places in db.execute(
        select(Quota.activity_id, Quota.partner_id, Quota.profession_id, Quota.places).order_by(Quota.id)
    ):
        found[activity].append(QuotaRow(partner, profession, places))
    return found


def _head_counts(db: Db) -> dict[int, list[Counted]]:
    found: dict[int, list[Counted]] = defaultdict(list)
    for activity, partner, presence, profession, number in db.execute(
        select(
            HeadCount.activity_id,
            HeadCount.partner_id,
            HeadCount.presence,
            HeadCount.profession_id,
            HeadCount.number,
        ).order_by(HeadCount.order, HeadCount.id)
    ):
        found[activity].append(Counted(partner, presence, profession, number))
    return found


def _participations(db: Db) -> dict[int, ParticipationFacts]:
    roles: dict[int, set[str]] = defaultdict(set)
    for participation, role in db.execute(select(ParticipationRole.participation_id, ParticipationRole.role)):
        roles[participation].add(role)
    sender, employer = aliased(Organisation), aliased(Organisation)
    rows = db.execute(
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
            func.coalesce(Partner.country, sender.country, employer.country),
            Participation.arrival_day,
            Participation.arrival_time,
            Participation.departure_day,
            Participation.departure_time,
        )
        .join(Member, Member.id == Participation.member_id)
        .join(Person, Person.id == Member.person_id)
        .outerjoin(Partner, Partner.id == Member.partner_id)
        .outerjoin(sender, sender.id == Partner.organisation_id)
        .outerjoin(employer, employer.id == Member.organisation_id)
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
