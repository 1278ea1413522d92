"""The tables of a file, as mapped classes without relationships.

Every table has an integer primary key ``id``, which undo relies on, and a ``uid`` (32 hexadecimal digits), by which a
row that travelled is found again. What may be empty is nullable; what belongs to a row goes with it (``CASCADE``),
what only points to a row is emptied (``SET NULL``). Days are dates, times of day are minutes since midnight on the wall
clock of the activity's zone, code lists are those of ``studyvisits.domain.kinds``.
"""

import math
import os
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import Dialect, ForeignKey, Index, LargeBinary, MetaData, String, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


def new_uid() -> str:
    """Return 32 hexadecimal digits of a random version 4 UUID (RFC 9562)."""
    octets = bytearray(os.urandom(16))
    octets[6] = octets[6] & 0x0F | 0x40
    octets[8] = octets[8] & 0x3F | 0x80
    return octets.hex()


def new_uids(count: int) -> list[str]:
    """Return as many at once, as ``new_uid`` makes them, in a third of the time."""
    digits = os.urandom(16 * count).hex()
    variant = dict(zip("0123456789abcdef", "89ab" * 4, strict=True))
    return [
        f"{digits[at : at + 12]}4{digits[at + 13 : at + 16]}{variant[digits[at + 16]]}{digits[at + 17 : at + 32]}"
        for at in range(0, 32 * count, 32)
    ]


class ExactNumber(TypeDecorator[Decimal]):
    """A decimal number kept as text, since SQLite has only binary fractions."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, _dialect: Dialect) -> str | float | None:
        """What is no number goes on as one that the guard on values refuses by the name of its field."""
        if value is None:
            return None
        return format(value, "f") if value.is_finite() else math.nan

    def process_result_value(self, value: str | None, _dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value)


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {str: Text, Decimal: ExactNumber}

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(default=new_uid, unique=True)


def owner(column: str) -> Mapped[int]:
    """The row this one is a piece of: it goes when that goes."""
    return mapped_column(ForeignKey(column, ondelete="CASCADE"), index=True)


def also_of(column: str) -> Mapped[int | None]:
    """An optional row without which this one would have no meaning."""
    return mapped_column(ForeignKey(column, ondelete="CASCADE"), index=True)


def reference(column: str) -> Mapped[int | None]:
    """A row pointed to: emptied when that goes."""
    return mapped_column(ForeignKey(column, ondelete="SET NULL"), index=True)


class FileIdentity(Base):
    """One row: ``uid`` is the file's own id, by which its working copy is found after the file has moved."""

    __tablename__ = "file_identity"


class Organisation(Base):
    __tablename__ = "organisations"
    name: Mapped[str]
    short_name: Mapped[str | None]
    sector: Mapped[str | None]
    address: Mapped[str | None]
    town: Mapped[str | None]
    country: Mapped[str | None]
    """ISO 3166-1 alpha-2, upper case, here and in every column of this name."""
    phone: Mapped[str | None]
    email: Mapped[str | None]
    web_page: Mapped[str | None]


class Person(Base):
    __tablename__ = "persons"
    family_name: Mapped[str]
    given_name: Mapped[str | None]
    title_before: Mapped[str | None]
    title_after: Mapped[str | None]
    other_name: Mapped[str | None]
    """An earlier name, or the name in another script: used for finding."""
    email: Mapped[str | None] = mapped_column(index=True)
    phone: Mapped[str | None]
    nationality: Mapped[str | None]
    """ISO 3166-1 alpha-2; never decides a quota."""
    gender: Mapped[str | None]
    birth_date: Mapped[date | None]
    languages: Mapped[str | None]
    """Language codes (BCP 47) with a blank between them, here and in ``working_languages``."""
    paper_language: Mapped[str | None]
    note: Mapped[str | None]


class Need(Base):
    """Special-category data (GDPR, article 9): apart, so that lists leave it out and it is erased alone."""

    __tablename__ = "needs"
    person_id: Mapped[int] = owner("persons.id")
    kind: Mapped[str]
    text: Mapped[str]


class Venue(Base):
    __tablename__ = "venues"
    name: Mapped[str]
    organisation_id: Mapped[int | None] = reference("organisations.id")
    address: Mapped[str | None]
    town: Mapped[str | None]
    country: Mapped[str | None]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    capacity: Mapped[int | None]
    step_free: Mapped[bool | None]
    note: Mapped[str | None]


class Project(Base):
    __tablename__ = "projects"
    title: Mapped[str]
    acronym: Mapped[str | None]
    aim: Mapped[str | None]
    language: Mapped[str | None]
    """The language its texts are written in."""
    first_day: Mapped[date | None]
    last_day: Mapped[date | None]
    web_pages: Mapped[str | None]
    """One a line."""
    notes: Mapped[str | None]


class FundingProfile(Base):
    __tablename__ = "funding_profiles"
    project_id: Mapped[int] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"), unique=True)
    programme: Mapped[str | None]
    granting_authority: Mapped[str | None]
    grant_number: Mapped[str | None]
    amount: Mapped[Decimal | None]
    currency: Mapped[str | None]
    """ISO 4217; empty where it is not known."""
    rate: Mapped[Decimal | None]
    """Share of the costs that the funder bears, in per cent."""
    kind: Mapped[str | None]


class Statement(Base):
    __tablename__ = "statements"
    __table_args__ = (UniqueConstraint("funding_profile_id", "language"),)
    funding_profile_id: Mapped[int] = owner("funding_profiles.id")
    language: Mapped[str]
    statement: Mapped[str | None]
    disclaimer: Mapped[str | None]


class Logo(Base):
    __tablename__ = "logos"
    funding_profile_id: Mapped[int] = owner("funding_profiles.id")
    name: Mapped[str | None]
    kind: Mapped[str]
    image: Mapped[bytes] = mapped_column(LargeBinary)
    """A PNG that the program itself encoded."""
    order: Mapped[int] = mapped_column(default=0)


class Partner(Base):
    __tablename__ = "partners"
    project_id: Mapped[int] = owner("projects.id")
    organisation_id: Mapped[int] = owner("organisations.id")
    number: Mapped[str | None]
    """Its number in the project, as the funder counts."""
    role: Mapped[str | None]
    country: Mapped[str | None]
    town: Mapped[str | None]
    sends: Mapped[bool] = mapped_column(default=True)
    hosts: Mapped[bool] = mapped_column(default=True)
    order: Mapped[int] = mapped_column(default=0)


class Profession(Base):
    __tablename__ = "professions"
    project_id: Mapped[int] = owner("projects.id")
    one: Mapped[str]
    many: Mapped[str | None]
    sign: Mapped[str | None]
    order: Mapped[int] = mapped_column(default=0)


class Member(Base):
    """A person's part in a project. Not unique per person and project; clashes are found by person."""

    __tablename__ = "members"
    project_id: Mapped[int] = owner("projects.id")
    person_id: Mapped[int] = owner("persons.id")
    organisation_id: Mapped[int | None] = reference("organisations.id")
    partner_id: Mapped[int | None] = reference("partners.id")
    profession_id: Mapped[int | None] = reference("professions.id")
    job_title: Mapped[str | None]


class Activity(Base):
    """``first_day`` and ``last_day`` are never empty: ``studyvisits.domain.dates`` gives the days kept while the
    certainty is *month* or *open*."""

    __tablename__ = "activities"
    project_id: Mapped[int] = owner("projects.id")
    kind: Mapped[str]
    short_name: Mapped[str | None]
    title: Mapped[str | None]
    purpose: Mapped[str | None]
    first_day: Mapped[date]
    last_day: Mapped[date]
    certainty: Mapped[str]
    start: Mapped[int | None]
    """Meetings have clock times; visits have those of their sessions."""
    minutes: Mapped[int | None]
    time_zone: Mapped[str | None]
    mode: Mapped[str | None]
    town: Mapped[str | None]
    country: Mapped[str | None]
    venue_id: Mapped[int | None] = reference("venues.id")
    joining_link: Mapped[str | None]
    working_languages: Mapped[str | None]
    web_page: Mapped[str | None]
    status: Mapped[str] = mapped_column(default="planned")
    cancel_reason: Mapped[str | None]
    belongs_to_id: Mapped[int | None] = reference("activities.id")
    """What a meeting prepares or follows."""
    repeats_id: Mapped[int | None] = reference("activities.id")
    """The first run, of which this is another cohort's."""
    order: Mapped[int] = mapped_column(default=0)
    notes: Mapped[str | None]


class Host(Base):
    __tablename__ = "hosts"
    __table_args__ = (UniqueConstraint("activity_id", "partner_id"),)
    activity_id: Mapped[int] = owner("activities.id")
    partner_id: Mapped[int] = owner("partners.id")
    leading: Mapped[bool] = mapped_column(default=True)
    order: Mapped[int] = mapped_column(default=0)


class Quota(Base):
    """A row without a profession is for any. A host's quota is for local people, whatever their partner."""

    __tablename__ = "quotas"
    activity_id: Mapped[int] = owner("activities.id")
    partner_id: Mapped[int] = owner("partners.id")
    profession_id: Mapped[int | None] = also_of("professions.id")
    places: Mapped[int]


class Participation(Base):
    __tablename__ = "participations"
    __table_args__ = (UniqueConstraint("activity_id", "member_id"),)
    activity_id: Mapped[int] = owner("activities.id")
    member_id: Mapped[int] = owner("members.id")
    presence: Mapped[str | None]
    status: Mapped[str] = mapped_column(default="confirmed")
    arrival_day: Mapped[date | None]
    arrival_time: Mapped[int | None]
    departure_day: Mapped[date | None]
    departure_time: Mapped[int | None]
    reserve_order: Mapped[int | None]
    replaces_id: Mapped[int | None] = reference("participations.id")
    note: Mapped[str | None]


class ParticipationRole(Base):
    __tablename__ = "participation_roles"
    __table_args__ = (UniqueConstraint("participation_id", "role"),)
    participation_id: Mapped[int] = owner("participations.id")
    role: Mapped[str]


class HeadCount(Base):
    """The whole number of the people it describes; those who are named are among them."""

    __tablename__ = "head_counts"
    activity_id: Mapped[int] = owner("activities.id")
    number: Mapped[int]
    presence: Mapped[str | None]
    partner_id: Mapped[int | None] = reference("partners.id")
    organisation_id: Mapped[int | None] = reference("organisations.id")
    sector: Mapped[str | None]
    country: Mapped[str | None]
    profession_id: Mapped[int | None] = reference("professions.id")
    note: Mapped[str | None]
    order: Mapped[int] = mapped_column(default=0)


class Part(Base):
    __tablename__ = "parts"
    activity_id: Mapped[int] = owner("activities.id")
    title: Mapped[str]
    kind: Mapped[str | None]
    organisation_id: Mapped[int | None] = reference("organisations.id")
    order: Mapped[int] = mapped_column(default=0)


class Grouping(Base):
    __tablename__ = "groupings"
    activity_id: Mapped[int] = owner("activities.id")
    name: Mapped[str]
    kind: Mapped[str | None]
    round: Mapped[int | None]
    part_id: Mapped[int | None] = reference("parts.id")
    order: Mapped[int] = mapped_column(default=0)


class Group(Base):
    __tablename__ = "groups"
    grouping_id: Mapped[int] = owner("groupings.id")
    name: Mapped[str]
    """A letter or a name; it exists before the names of its people do."""
    planned_size: Mapped[int | None]
    facilitator_id: Mapped[int | None] = reference("participations.id")
    facilitator_words: Mapped[str | None]
    description: Mapped[str | None]
    order: Mapped[int] = mapped_column(default=0)


class GroupPlace(Base):
    __tablename__ = "group_places"
    __table_args__ = (UniqueConstraint("group_id", "participation_id"),)
    group_id: Mapped[int] = owner("groups.id")
    participation_id: Mapped[int] = owner("participations.id")


class Session(Base):
    __tablename__ = "sessions"
    __table_args__ = (Index("ix_sessions_activity_id_day", "activity_id", "day"),)
    activity_id: Mapped[int] = mapped_column(ForeignKey("activities.id", ondelete="CASCADE"))
    title: Mapped[str]
    kind: Mapped[str | None]
    part_id: Mapped[int | None] = reference("parts.id")
    day: Mapped[date | None]
    """Empty: not placed yet."""
    start: Mapped[int | None]
    """Empty: in order on that day, without a time."""
    minutes: Mapped[int | None]
    """May pass midnight; the session stands under the day it begins."""
    order: Mapped[int] = mapped_column(default=0)
    venue_id: Mapped[int | None] = reference("venues.id")
    place_note: Mapped[str | None]
    """Printed beside or instead of the address."""
    organisation_id: Mapped[int | None] = reference("organisations.id")
    """The host service."""
    working_language: Mapped[str | None]
    state: Mapped[str] = mapped_column(default="planned")
    description: Mapped[str | None]
    """Printed."""
    notes: Mapped[str | None]
    """Never printed."""


class AudienceRow(Base):
    """Rows of a session add up; a session without any is for everybody."""

    __tablename__ = "audience_rows"
    session_id: Mapped[int] = owner("sessions.id")
    kind: Mapped[str]
    group_id: Mapped[int | None] = also_of("groups.id")
    partner_id: Mapped[int | None] = also_of("partners.id")
    profession_id: Mapped[int | None] = also_of("professions.id")
    participation_id: Mapped[int | None] = also_of("participations.id")


class SessionPerson(Base):
    """Somebody who does something in a session: a participation, or words ("two women of the long programme")."""

    __tablename__ = "session_people"
    session_id: Mapped[int] = owner("sessions.id")
    participation_id: Mapped[int | None] = also_of("participations.id")
    words: Mapped[str | None]
    role: Mapped[str | None]
    order: Mapped[int] = mapped_column(default=0)


class ImportMapping(Base):
    """What was answered once for a set of headings: ``columns`` and ``values`` are JSON, as in a mapping file."""

    __tablename__ = "import_mappings"
    __table_args__ = (UniqueConstraint("project_id", "headings"),)
    project_id: Mapped[int] = owner("projects.id")
    headings: Mapped[str]
    """Folded, sorted, one a line."""
    columns: Mapped[str]
    values: Mapped[str]
