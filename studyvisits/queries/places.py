"""Who hosts, how many places there are, and how many people are told as a number: by activity."""

from collections import defaultdict

from sqlalchemy import ColumnElement, select, true
from sqlalchemy.orm import Session as Db

from studyvisits.domain.quotas import Counted, QuotaRow
from studyvisits.store.tables import Activity, HeadCount, Host, Profession, Quota

EVERY = true()
"""``wanted`` of the queries below is a condition on ``Activity``; this one is for all activities of the file."""


def hosts_of(db: Db, wanted: ColumnElement[bool] = EVERY) -> dict[int, tuple[int, ...]]:
    """Hosting partners, leading ones first."""
    found: dict[int, tuple[int, ...]] = {}
    for activity, partner in db.execute(
        select(Host.activity_id, Host.partner_id)
        .join(Activity, Activity.id == Host.activity_id)
        .where(wanted)
        .order_by(Host.leading.desc(), Host.order, Host.id)
    ):
        found[activity] = (*found.get(activity, ()), partner)
    return found


def quotas_of(db: Db, wanted: ColumnElement[bool] = EVERY) -> dict[int, list[QuotaRow]]:
    """In the order of the professions; those for any stand last."""
    found: dict[int, list[QuotaRow]] = defaultdict(list)
    for activity, partner, profession, places in db.execute(
        select(Quota.activity_id, Quota.partner_id, Quota.profession_id, Quota.places)
        .join(Activity, Activity.id == Quota.activity_id)
        .outerjoin(Profession, Profession.id == Quota.profession_id)
        .where(wanted)
        .order_by(Profession.order.is_(None), Profession.order, Quota.id)
    ):
        found[activity].append(QuotaRow(partner, profession, places))
    return found


def head_counts_of(db: Db, wanted: ColumnElement[bool] = EVERY) -> dict[int, list[Counted]]:
    found: dict[int, list[Counted]] = defaultdict(list)
    columns = (HeadCount.partner_id, HeadCount.presence, HeadCount.profession_id, HeadCount.number)
    for activity, partner, presence, profession, number in db.execute(
        select(HeadCount.activity_id, *columns)
        .join(Activity, Activity.id == HeadCount.activity_id)
        .where(wanted)
        .order_by(HeadCount.order, HeadCount.id)
    ):
        found[activity].append(Counted(partner, presence, profession, number))
    return found
