"""The activities of a file as the rules of ``studyvisits.domain.checks`` see them."""

from collections import Counter
from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import Session as Db

from studyvisits.domain.check_facts import ActivityFacts
from studyvisits.domain.kinds import ActivityKind
from studyvisits.domain.zones import ZoneOf, zone_of_activity
from studyvisits.queries.places import head_counts_of, hosts_of, quotas_of
from studyvisits.queries.zones import zone_facts
from studyvisits.store.tables import Activity, Organisation, Partner


def activities_to_check(db: Db, zone_of: ZoneOf) -> dict[int, ActivityFacts]:
    zones = _zones(db, zone_of)
    hosts, countries = hosts_of(db), _countries(db)
    quotas, counts = quotas_of(db), head_counts_of(db)
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
            hosts=hosts.get(id_, ()),
            host_countries=_known(map(countries.get, hosts.get(id_, ()))) or _known([country]),
            quotas=tuple(quotas.get(id_, ())),
            head_counts=tuple(counts.get(id_, ())),
        )
    return found


def _known(countries: Iterable[str | None]) -> frozenset[str]:
    return frozenset(country for country in countries if country)


def _zones(db: Db, zone_of: ZoneOf) -> dict[int, str]:
    """The zone of each activity; where nothing tells it, that of most activities of the file, so that their clocks can
    be compared."""
    known = {id_: zone_of_activity(facts, zone_of) for id_, facts in zone_facts(db).items()}
    most = Counter(zone for zone in known.values() if zone is not None).most_common(1)
    return {id_: zone or (most[0][0] if most else "UTC") for id_, zone in known.items()}


def _countries(db: Db) -> dict[int, str | None]:
    """The countries of partners."""
    rows = db.execute(
        select(Partner.id, func.coalesce(Partner.country, Organisation.country)).join(
            Organisation, Organisation.id == Partner.organisation_id
        )
    )
    return dict(rows.all())
