"""The activities of a file as the rules of ``studyvisits.domain.checks`` see them."""

from collections import Counter, defaultdict

from sqlalchemy import func, select
from sqlalchemy.orm import Session as Db

from studyvisits.domain.check_facts import ActivityFacts
from studyvisits.domain.kinds import ActivityKind
from studyvisits.domain.quotas import Counted, QuotaRow
from studyvisits.domain.zones import ZoneOf, zone_of_activity
from studyvisits.queries.zones import zone_facts
from studyvisits.store.tables import Activity, HeadCount, Host, Organisation, Partner, Project, Quota


def activities_to_check(db: Db, zone_of: ZoneOf) -> dict[int, ActivityFacts]:
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
