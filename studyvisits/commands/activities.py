"""Activities: when they are, who hosts them, and that they are cancelled."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session as Db

from studyvisits.commands.writing import delete_rows, insert_row, update_rows
from studyvisits.domain.dates import OPEN_DAY, is_real
from studyvisits.domain.kinds import ActivityStatus, Certainty
from studyvisits.domain.moving import Dates, dates_from, days_shifted, meeting_dates, shifted
from studyvisits.domain.refusal import Refused
from studyvisits.store.tables import Activity, Host, Participation, Session


def add_activity(
    db: Db,
    *,
    project: int,
    kind: str,
    first_day: date | None = None,
    certainty: str = Certainty.FIXED,
    days: int = 1,
    hosts: Sequence[int] = (),
    values: Mapping[str, object] | None = None,
) -> int:
    """Return the id of a new activity. Of a *month*, any day of it will do as the first; without a day it is *open*."""
    asked = Certainty.OPEN if first_day is None else certainty
    dates = _new_dates(first_day or OPEN_DAY, asked, days)
    told = {"project_id": project, "kind": kind, **_columns(dates), **(values or {})}
    activity = insert_row(db, "activities", told)
    for place, partner in enumerate(hosts):
        insert_row(db, "hosts", {"activity_id": activity, "partner_id": partner, "leading": place == 0})
    return activity


def move_activity(db: Db, *, activity: int, first_day: date, with_meetings: bool = False) -> None:
    """Shift an activity with its sessions, arrivals and departures and, asked, the meetings that belong to it.

    Of an activity with a month alone the month moves. Raises ``Refused`` where the dates are open.
    """
    now = _dates(db, activity)
    if now.certainty == Certainty.OPEN:
        raise Refused("dates_open")
    _settle(db, activity, dates_from(now, first_day, now.certainty), with_meetings=with_meetings)


def fix_dates(
    db: Db,
    *,
    activity: int,
    first_day: date,
    last_day: date | None = None,
    certainty: str = Certainty.FIXED,
    with_meetings: bool = False,
) -> None:
    """Give an activity real days, *fixed* or *provisional*; everything in it shifts along. It stays as long as it is
    unless a last day is given."""
    if certainty not in (Certainty.FIXED, Certainty.PROVISIONAL):
        raise Refused("dates_not_real", certainty=certainty)
    dates = dates_from(_dates(db, activity), first_day, certainty)
    if last_day is not None:
        dates = Dates(first_day, last_day, certainty)
    _settle(db, activity, dates, with_meetings=with_meetings)


def give_up_dates(db: Db, *, activity: int, month: date | None = None, with_meetings: bool = False) -> None:
    """Leave of an activity's dates the month alone, told by any day of it, or nothing; its days become "Day 1 … n"."""
    certainty = Certainty.OPEN if month is None else Certainty.MONTH
    dates = dates_from(_dates(db, activity), month or OPEN_DAY, certainty)
    _settle(db, activity, dates, with_meetings=with_meetings)


def lengthen_activity(
    db: Db, *, activity: int, first_day: date | None = None, last_day: date | None = None, days: int | None = None
) -> None:
    """Make an activity longer or shorter at either end; nothing in it moves, and sessions may come to lie outside.

    ``days`` counts from the first day, and is the one way for an activity without real days.
    """
    now = _dates(db, activity)
    if first_day is not None and not is_real(now.certainty):
        raise Refused("dates_not_real", certainty=now.certainty)
    start = first_day or now.first_day
    end = last_day or now.last_day
    if days is not None:
        end = _new_dates(start, now.certainty, days).last_day
    update_rows(db, "activities", [activity], {"first_day": start, "last_day": end})


def cancel_activity(db: Db, *, activity: int, reason: str | None = None) -> None:
    update_rows(db, "activities", [activity], {"status": ActivityStatus.CANCELLED, "cancel_reason": reason})


def set_hosts(db: Db, *, activity: int, partners: Sequence[int]) -> None:
    """Make these partners the hosts, the first of them leading."""
    found = db.execute(select(Host.partner_id, Host.id).where(Host.activity_id == activity))
    before = {row.partner_id: row.id for row in found}
    delete_rows(db, "hosts", [host for partner, host in before.items() if partner not in partners])
    for place, partner in enumerate(dict.fromkeys(partners)):
        values = {"leading": place == 0, "order": place}
        if partner in before:
            update_rows(db, "hosts", [before[partner]], values)
        else:
            insert_row(db, "hosts", {"activity_id": activity, "partner_id": partner, **values})


def _settle(db: Db, activity: int, dates: Dates, *, with_meetings: bool) -> None:
    days = (dates.first_day - _dates(db, activity).first_day).days
    _shift(db, activity, dates)
    for meeting in _meetings(db, activity) if with_meetings else ():
        _shift(db, meeting, meeting_dates(_dates(db, meeting), days, dates.certainty))


def _shift(db: Db, activity: int, dates: Dates) -> None:
    """Write an activity's dates, and the days in it as far on as its first day went."""
    days = (dates.first_day - _dates(db, activity).first_day).days
    update_rows(db, "activities", [activity], _columns(dates))
    if not days:
        return
    _shift_days(db, "sessions", "day", select(Session.id, Session.day).where(Session.activity_id == activity), days)
    for column in (Participation.arrival_day, Participation.departure_day):
        wanted = select(Participation.id, column).where(Participation.activity_id == activity)
        _shift_days(db, "participations", column.key, wanted, days)


def _shift_days(db: Db, table: str, column: str, wanted: "Select[int, date | None]", days: int) -> None:
    placed = [(row_id, day) for row_id, day in db.execute(wanted).all() if day is not None]
    for day, ids in days_shifted(placed, days).items():
        update_rows(db, table, ids, {column: day})


def _meetings(db: Db, activity: int) -> list[int]:
    """What belongs to the activity, and what belongs to that."""
    found: list[int] = []
    fresh = [activity]
    while fresh:
        owned = select(Activity.id).where(Activity.belongs_to_id.in_(fresh)).order_by(Activity.id)
        fresh = list(db.execute(owned).scalars())
        found += fresh
    return found


def _dates(db: Db, activity: int) -> Dates:
    wanted = select(Activity.first_day, Activity.last_day, Activity.certainty).where(Activity.id == activity)
    row = db.execute(wanted).one_or_none()
    if row is None:
        raise Refused("unknown_row", table="activities", id=activity)
    return Dates(*row)


def _new_dates(first_day: date, certainty: str, days: int) -> Dates:
    if days < 1:
        raise Refused("number_out_of_range", table="activities", column="days", value=days, least=1, most=36500)
    length = Dates(first_day, shifted(first_day, days - 1), certainty)
    return length if is_real(certainty) else dates_from(length, first_day, certainty)


def _columns(dates: Dates) -> dict[str, object]:
    return {"first_day": dates.first_day, "last_day": dates.last_day, "certainty": dates.certainty}
