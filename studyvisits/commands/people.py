"""Putting people into sessions and groups, giving them roles, and replacing one by another."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from studyvisits.commands.participations import Who, member_of, new_person, participation_of, person_of, put_on_session
from studyvisits.commands.writing import delete_rows, insert_row, rows_at, table_named, update_rows
from studyvisits.domain.kinds import EXPECTED, ParticipationStatus
from studyvisits.domain.refusal import Refused
from studyvisits.store.tables import (
    AudienceRow,
    Group,
    Grouping,
    GroupPlace,
    Member,
    ParticipationRole,
    SessionPerson,
)


def add_person(db: Db, *, name: str) -> int:
    """Return the id of a new person made from a name alone, as it was typed."""
    return new_person(db, name)


def put_in_session(db: Db, *, session: int, who: Who, role: str | None = None) -> int:
    """Put somebody on a session and return the participation, made where there is none.

    A new participation takes the role in the session, else that of somebody met there: a host's contact at a
    placement, a speaker elsewhere; neither fills a place of a quota.
    """
    return put_on_session(db, session, who, role)


def put_in_group(db: Db, *, group: int, who: Who) -> int:
    """Put somebody into a group and return the participation, made where there is none. Whoever is in another group of
    the grouping leaves it."""
    wanted = select(Grouping.activity_id).join(Group, Group.grouping_id == Grouping.id).where(Group.id == group)
    activity = db.execute(wanted).scalar()
    if activity is None:
        raise Refused("unknown_row", table="groups", id=group)
    participation = participation_of(db, activity, who)
    in_it = select(GroupPlace.id).where(GroupPlace.group_id == group, GroupPlace.participation_id == participation)
    if db.execute(in_it).scalar() is None:
        insert_row(db, "group_places", {"group_id": group, "participation_id": participation})
    return participation


def take_out_of_group(db: Db, *, group: int, participation: int) -> None:
    wanted = select(GroupPlace.id).where(GroupPlace.group_id == group, GroupPlace.participation_id == participation)
    delete_rows(db, "group_places", list(db.execute(wanted).scalars()))


def set_roles(db: Db, *, participations: Sequence[int], roles: Sequence[str]) -> None:
    """Give people these roles and no others."""
    rows_at(db, table_named("participations"), participations)
    for participation in participations:
        before = _roles(db, participation)
        delete_rows(db, "participation_roles", [row for role, row in before.items() if role not in roles])
        for role in dict.fromkeys(map(str, roles)):
            if role not in before:
                insert_row(db, "participation_roles", {"participation_id": participation, "role": role})


def replace_person(db: Db, *, participation: int, who: Who) -> int:
    """Put somebody in another's place in an activity and return the participation.

    Groups, sessions and roles are handed over; the one replaced is cancelled and keeps the roles for the record. A
    member made for it is sent by the same partner, with the same profession. Travel is not handed over.
    """
    old = rows_at(db, table_named("participations"), [participation])[0]
    activity, status = old["activity_id"], str(old["status"])
    new = participation_of(db, activity, _like(db, old["member_id"], who))
    if new == participation:
        raise Refused("replaces_itself")
    taken = status if status in EXPECTED else ParticipationStatus.NOMINATED
    values = {"status": taken, "replaces_id": participation, "presence": old["presence"], "reserve_order": None}
    back = {"replaces_id": None} if old["replaces_id"] == new else {}
    update_rows(db, "participations", [participation], {"status": ParticipationStatus.CANCELLED, **back})
    update_rows(db, "participations", [new], values)
    had = _roles(db, new)
    for role in _roles(db, participation):
        if role not in had:
            insert_row(db, "participation_roles", {"participation_id": new, "role": role})
    _hand_over(db, participation, new)
    return new


def _like(db: Db, old_member: int, who: Who) -> Who:
    """Return somebody as a member of the project, made in the likeness of another where there is none."""
    if who.participation is not None or who.member is not None:
        return who
    person = person_of(db, who)
    like = rows_at(db, table_named("members"), [old_member])[0]
    known = select(Member.id).where(Member.project_id == like["project_id"], Member.person_id == person)
    fresh = db.execute(known).scalars().first() is None
    member = member_of(db, like["project_id"], person)
    if fresh:
        same = {"partner_id": like["partner_id"], "profession_id": like["profession_id"]}
        update_rows(db, "members", [member], same)
        return Who(member=member)
    return Who(person=person)


def _hand_over(db: Db, old: int, new: int) -> None:
    """Groups where the new one has none yet, facilitating, sessions, and audiences named singly."""
    groupings = dict(_grouping_places(db, old))
    for grouping, place in groupings.items():
        if grouping in dict(_grouping_places(db, new)):
            delete_rows(db, "group_places", [place])
        else:
            update_rows(db, "group_places", [place], {"participation_id": new})
    led = list(db.execute(select(Group.id).where(Group.facilitator_id == old)).scalars())
    update_rows(db, "groups", led, {"facilitator_id": new})
    for table, column in (("session_people", SessionPerson), ("audience_rows", AudienceRow)):
        wanted = select(column.session_id, column.id)
        there = set(db.execute(select(column.session_id).where(column.participation_id == new)).scalars())
        for session, row in db.execute(wanted.where(column.participation_id == old)).all():
            if session in there:
                delete_rows(db, table, [row])
            else:
                update_rows(db, table, [row], {"participation_id": new})


def _grouping_places(db: Db, participation: int) -> list[tuple[int, int]]:
    wanted = select(Group.grouping_id, GroupPlace.id).join(Group, Group.id == GroupPlace.group_id)
    return [
        (grouping, place) for grouping, place in db.execute(wanted.where(GroupPlace.participation_id == participation))
    ]


def _roles(db: Db, participation: int) -> dict[str, int]:
    wanted = select(ParticipationRole.role, ParticipationRole.id)
    found = db.execute(wanted.where(ParticipationRole.participation_id == participation).order_by(ParticipationRole.id))
    return {row.role: row.id for row in found}
