"""What the cells of a rotation are made of: hosts, places and people of each activity of a project."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from studyvisits.domain.kinds import EXPECTED
from studyvisits.domain.quotas import Counted, Named, PartnerFilling, QuotaRow, fill, fills_place, stands_with
from studyvisits.store.tables import (
    Activity,
    HeadCount,
    Host,
    Member,
    Participation,
    ParticipationRole,
    Profession,
    Quota,
)


@dataclass(frozen=True, slots=True)
class ActivityFacts:
    """What an activity's cells are made of. ``states`` count people by partner, presence, profession and status."""

    hosts: tuple[int, ...]
    fillings: tuple[PartnerFilling, ...]
    states: Counter[tuple[int | None, str | None, int | None, str]]
    people: int


def activity_facts(db: Db, project: int) -> dict[int, ActivityFacts]:
    hosts, quotas, counts = _hosts(db, project), _quotas(db, project), _head_counts(db, project)
    named: dict[int, list[Named]] = defaultdict(list)
    states: dict[int, list[tuple[Named, str]]] = defaultdict(list)
    present: Counter[int] = Counter()
    for activity, person, status, roles in _people(db, project):
        present[activity] += status in EXPECTED
        if fills_place(status, roles):
            named[activity].append(person)
            states[activity].append((person, status))
    found = {}
    for activity in db.execute(select(Activity.id).where(Activity.project_id == project)).scalars():
        own = tuple(hosts.get(activity, ()))
        fillings = fill(quotas[activity], named[activity], counts[activity], hosts=own)
        number = max(present[activity], sum(each.filled for each in fillings))
        found[activity] = ActivityFacts(own, fillings, _states(states[activity], quotas[activity], own), number)
    return found


def _states(
    people: Sequence[tuple[Named, str]], quotas: Sequence[QuotaRow], hosts: Sequence[int]
) -> Counter[tuple[int | None, str | None, int | None, str]]:
    quota_hosts = [host for host in hosts if any(row.partner == host for row in quotas)]
    keyed = ((stands_with(who.partner, who.presence, quota_hosts), who.profession, status) for who, status in people)
    return Counter((partner, presence, profession, status) for (partner, presence), profession, status in keyed)


def _hosts(db: Db, project: int) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    wanted = select(Host.activity_id, Host.partner_id).join(Activity, Activity.id == Host.activity_id)
    in_order = (Host.leading.desc(), Host.order, Host.id)
    for activity, partner in db.execute(wanted.where(Activity.project_id == project).order_by(*in_order)):
        found[activity].append(partner)
    return found


def _quotas(db: Db, project: int) -> dict[int, list[QuotaRow]]:
    found: dict[int, list[QuotaRow]] = defaultdict(list)
    wanted = select(Quota.activity_id, Quota.partner_id, Quota.profession_id, Quota.places)
    in_project = (
        wanted.join(Activity, Activity.id == Quota.activity_id)
        .join(Profession, Profession.id == Quota.profession_id, isouter=True)
        .where(Activity.project_id == project)
        .order_by(Profession.order.is_(None), Profession.order, Quota.id)
    )
    for activity, partner, profession, places in db.execute(in_project):
        found[activity].append(QuotaRow(partner, profession, places))
    return found


def _head_counts(db: Db, project: int) -> dict[int, list[Counted]]:
    found: dict[int, list[Counted]] = defaultdict(list)
    columns = (HeadCount.partner_id, HeadCount.presence, HeadCount.profession_id, HeadCount.number)
    wanted = select(HeadCount.activity_id, *columns).join(Activity, Activity.id == HeadCount.activity_id)
    for row in db.execute(wanted.where(Activity.project_id == project).order_by(HeadCount.id)):
        found[row.activity_id].append(Counted(row.partner_id, row.presence, row.profession_id, row.number))
    return found


def _people(db: Db, project: int) -> list[tuple[int, Named, str, frozenset[str]]]:
    roles: dict[int, set[str]] = defaultdict(set)
    in_project = Activity.project_id == project
    held = (
        select(ParticipationRole.participation_id, ParticipationRole.role)
        .join(Participation, Participation.id == ParticipationRole.participation_id)
        .join(Activity, Activity.id == Participation.activity_id)
    )
    for participation, role in db.execute(held.where(in_project)):
        roles[participation].add(role)
    wanted = (
        select(
            Participation.id,
            Participation.activity_id,
            Participation.status,
            Member.partner_id,
            Participation.presence,
            Member.profession_id,
        )
        .join(Activity, Activity.id == Participation.activity_id)
        .join(Member, Member.id == Participation.member_id)
    )
    return [
        (activity, Named(partner, presence, profession), status, frozenset(roles[participation]))
        for participation, activity, status, partner, presence, profession in db.execute(
            wanted.where(in_project).order_by(Participation.id)
        )
    ]
