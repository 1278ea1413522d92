"""The programme of one activity, as the board shows it: days, tracks where groups part, sessions, the shelf."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from studyvisits.domain.dates import day_number
from studyvisits.domain.day_order import in_day_order
from studyvisits.domain.kinds import EXPECTED, AudienceKind
from studyvisits.domain.refusal import Refused
from studyvisits.domain.tracks import span_of, tracks_of
from studyvisits.queries.session_company import AudienceLine, SessionFigure, audiences, session_people
from studyvisits.store.tables import (
    Activity,
    Group,
    Grouping,
    GroupPlace,
    Organisation,
    Part,
    Participation,
    Session,
    Venue,
)


@dataclass(frozen=True, slots=True)
class Head:
    id: int
    project_id: int
    kind: str
    short_name: str | None
    title: str | None
    first_day: date
    last_day: date
    certainty: str
    status: str
    mode: str | None


@dataclass(frozen=True, slots=True)
class PartLine:
    id: int
    title: str
    kind: str | None


@dataclass(frozen=True, slots=True)
class GroupLine:
    """``people``: how many expected participants are in it."""

    id: int
    name: str
    planned_size: int | None
    people: int


@dataclass(frozen=True, slots=True)
class GroupingLine:
    id: int
    name: str
    kind: str | None
    part_id: int | None
    groups: tuple[GroupLine, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A session. ``start`` counts minutes since midnight; ``tracks`` are the groups of the day beside which it stands,
    none on a day without tracks; no ``audience`` means everybody."""

    id: int
    title: str
    kind: str | None
    part_id: int | None
    day: date | None
    start: int | None
    minutes: int | None
    order: int
    venue_id: int | None
    venue: str | None
    address: str | None
    place_note: str | None
    organisation_id: int | None
    organisation: str | None
    working_language: str | None
    state: str
    description: str | None
    notes: str | None
    audience: tuple[AudienceLine, ...] = ()
    people: tuple[SessionFigure, ...] = ()
    tracks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Day:
    """``number`` is 1 on the activity's first day, 0 and below before it; ``outside``: not one of the activity's."""

    day: date
    number: int
    outside: bool
    tracks: tuple[int, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Programme:
    head: Head
    parts: tuple[PartLine, ...]
    groupings: tuple[GroupingLine, ...]
    days: tuple[Day, ...]
    shelf: tuple[Card, ...]


def programme(db: Db, *, activity: int) -> Programme:
    """Return every day of the activity, with or without sessions, and days outside it that have some. Raises
    ``Refused`` for an unknown activity."""
    head = _head(db, activity)
    groupings = _groupings(db, activity)
    cards = _cards(db, activity)
    by_day: dict[date, list[Card]] = defaultdict(list)
    for card in cards:
        if card.day is not None:
            by_day[card.day].append(card)
    own = [head.first_day + timedelta(days=by) for by in range((head.last_day - head.first_day).days + 1)]
    tracks = {grouping.id: tuple(group.id for group in grouping.groups) for grouping in groupings}
    return Programme(
        head,
        _parts(db, activity),
        groupings,
        tuple(_day(day, head, by_day.get(day, ()), tracks) for day in sorted({*own, *by_day})),
        tuple(card for card in cards if card.day is None),
    )


def _day(day: date, head: Head, cards: Sequence[Card], groupings: Mapping[int, Sequence[int]]) -> Day:
    tracks = tracks_of([_groups(card) for card in cards], groupings)
    placed = tuple(_on_tracks(card, tracks) for card in in_day_order(cards))
    outside = not head.first_day <= day <= head.last_day
    return Day(day, day_number(day, head.first_day), outside, tracks, placed)


def _groups(card: Card) -> tuple[int, ...]:
    """The groups a session is for, if it is for groups alone."""
    groups = tuple(row.of for row in card.audience if row.kind == AudienceKind.GROUP and row.of is not None)
    return groups if len(groups) == len(card.audience) else ()


def _on_tracks(card: Card, tracks: Sequence[int]) -> Card:
    return replace(card, tracks=span_of(_groups(card), tracks)) if tracks else card


def _head(db: Db, activity: int) -> Head:
    wanted = select(
        Activity.id,
        Activity.project_id,
        Activity.kind,
        Activity.short_name,
        Activity.title,
        Activity.first_day,
        Activity.last_day,
        Activity.certainty,
        Activity.status,
        Activity.mode,
    ).where(Activity.id == activity)
    row = db.execute(wanted).mappings().one_or_none()
    if row is None:
        raise Refused("unknown_row", table="activities", id=activity)
    return Head(**row)


def _parts(db: Db, activity: int) -> tuple[PartLine, ...]:
    wanted = select(Part.id, Part.title, Part.kind).where(Part.activity_id == activity).order_by(Part.order, Part.id)
    return tuple(PartLine(*row) for row in db.execute(wanted))


def _groupings(db: Db, activity: int) -> tuple[GroupingLine, ...]:
    columns = (Grouping.id, Grouping.name, Grouping.kind, Grouping.part_id)
    found = db.execute(select(*columns).where(Grouping.activity_id == activity).order_by(Grouping.order, Grouping.id))
    groupings = found.all()
    sizes = _sizes(db, activity)
    groups: dict[int, list[GroupLine]] = defaultdict(list)
    wanted = select(Group.grouping_id, Group.id, Group.name, Group.planned_size)
    here = wanted.join(Grouping, Grouping.id == Group.grouping_id).where(Grouping.activity_id == activity)
    for grouping, group, name, planned in db.execute(here.order_by(Group.order, Group.id)):
        groups[grouping].append(GroupLine(group, name, planned, sizes[group]))
    return tuple(GroupingLine(*row, groups=tuple(groups[row.id])) for row in groupings)


def _sizes(db: Db, activity: int) -> defaultdict[int, int]:
    sizes: defaultdict[int, int] = defaultdict(int)
    wanted = (
        select(GroupPlace.group_id)
        .join(Participation, Participation.id == GroupPlace.participation_id)
        .where(Participation.activity_id == activity, Participation.status.in_(sorted(EXPECTED)))
    )
    for group in db.execute(wanted).scalars():
        sizes[group] += 1
    return sizes


def _cards(db: Db, activity: int) -> list[Card]:
    columns = (
        Session.id,
        Session.title,
        Session.kind,
        Session.part_id,
        Session.day,
        Session.start,
        Session.minutes,
        Session.order,
        Session.venue_id,
        Venue.name.label("venue"),
        Venue.address,
        Session.place_note,
        Session.organisation_id,
        Organisation.name.label("organisation"),
        Session.working_language,
        Session.state,
        Session.description,
        Session.notes,
    )
    joined = (
        select(*columns)
        .join(Venue, Venue.id == Session.venue_id, isouter=True)
        .join(Organisation, Organisation.id == Session.organisation_id, isouter=True)
    )
    placed = joined.where(Session.activity_id == activity).order_by(Session.day, Session.order, Session.id)
    rows = db.execute(placed).mappings().all()
    its = Activity.id == activity
    for_whom, who = audiences(db, its), session_people(db, its)
    return [Card(**row, audience=for_whom.get(row["id"], ()), people=who.get(row["id"], ())) for row in rows]
