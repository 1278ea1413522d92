"""What the cells of a rotation are made of: hosts, places and people of each activity of a project."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from studyvisits.domain.kinds import EXPECTED
from studyvisits.domain.quotas import Named, PartnerFilling, QuotaRow, fill, fills_place, stands_with
from studyvisits.queries.places import head_counts_of, hosts_of, quotas_of
from studyvisits.store.tables import (
    Activity,
    Member,
    Participation,
    ParticipationRole,
)


@dataclass(frozen=True, slots=True)
class ActivityFacts:
    """What an activity's cells are made of. ``states`` count people by partner, presence, profession and status."""

    hosts: tuple[int, ...]
    fillings: tuple[PartnerFilling, ...]
    states: Counter[tuple[int | None, str | None, int | None, str]]
    people: int


def activity_facts(db: Db, project: int) -> dict[int, ActivityFacts]:
    its = Activity.project_id == project
    hosts, quotas, counts = hosts_of(db, its), quotas_of(db, its), head_counts_of(db, its)
    named: dict[int, list[Named]] = defaultdict(list)
    states: dict[int, list[tuple[Named, str]]] = defaultdict(list)
    present: Counter[int] = Counter()
    for activity, person, status, roles in _people(db, project):
        present[activity] += status in EXPECTED
        if fills_place(status, roles):
            named[activity].append(person)
            states[activity].append((person, status))
    found = {}
    for activity in db.execute(select(Activity.id).where(its)).scalars():
        own, places = hosts.get(activity, ()), quotas.get(activity, ())
        fillings = fill(places, named[activity], counts.get(activity, ()), hosts=own)
        number = max(present[activity], sum(each.filled for each in fillings))
        found[activity] = ActivityFacts(own, fillings, _states(states[activity], places, own), number)
    return found


def _states(
    people: Sequence[tuple[Named, str]], quotas: Sequence[QuotaRow], hosts: Sequence[int]
) -> Counter[tuple[int | None, str | None, int | None, str]]:
    quota_hosts = [host for host in hosts if any(row.partner == host for row in quotas)]
    keyed = ((stands_with(who.partner, who.presence, quota_hosts), who.profession, status) for who, status in people)
    return Counter((partner, presence, profession, status) for (partner, presence), profession, status in keyed)


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
