"""Who is known already, and what bringing a sheet in would do: plain data for matching, planning and showing."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date

from studyvisits.domain.people_read import Answers, RefusedRow, Unknown


@dataclass(frozen=True, slots=True)
class KnownMember:
    id: int
    person_id: int
    project_id: int
    organisation_id: int | None
    partner_id: int | None
    profession_id: int | None
    job_title: str | None


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """``values`` by the fields of ``PERSON_FIELDS``; ``needs``: id and text of each need, by kind."""

    id: int
    values: Mapping[str, object]
    needs: Mapping[str, Sequence[tuple[int, str]]]
    members: Sequence[KnownMember]
    """In every project of the file."""


@dataclass(frozen=True, slots=True)
class KnownOrganisation:
    id: int
    name: str
    short_name: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class KnownPartner:
    id: int
    organisation_id: int
    name: str
    short_name: str | None
    number: str | None
    country: str | None
    town: str | None


@dataclass(frozen=True, slots=True)
class KnownProfession:
    id: int
    one: str
    many: str | None
    sign: str | None


@dataclass(frozen=True, slots=True)
class KnownParticipation:
    """``values`` by the fields of ``PARTICIPATION_FIELDS`` without the roles, which are ``(id, role)``."""

    id: int
    member_id: int
    values: Mapping[str, object]
    roles: Sequence[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class KnownRoster:
    """Partners and professions of the project, participations of the activity, everything else of the whole file."""

    project_id: int
    activity_id: int | None
    persons: Sequence[KnownPerson]
    organisations: Sequence[KnownOrganisation]
    partners: Sequence[KnownPartner]
    professions: Sequence[KnownProfession]
    participations: Sequence[KnownParticipation]
    remembered: Mapping[str, Answers]
    """Earlier answers of the project, by the sheet's headings."""
    host_countries: Set[str] = frozenset()
    mode: str | None = None
    """Of the activity."""
    first_day: date | None = None
    """Of the activity, while it has real dates."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """``before`` and ``after`` as a reader knows them: text, dates, codes; names of partner, profession, employer."""

    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class NewOrganisation:
    name: str
    sector: str | None
    address: str | None
    town: str | None
    country: str | None


@dataclass(slots=True)
class PlannedPerson:
    """One person of the sheet. Ids are ``None`` for what is made. Values hold only what is written; in
    ``member_values`` an organisation below 0 is the new one at ``-1 - organisation_id``."""

    rows: tuple[int, ...]
    name: str
    person_id: int | None = None
    person_values: dict[str, object] = field(default_factory=dict)
    needs: list[tuple[int | None, str, str]] = field(default_factory=list)
    """Id, kind, text."""
    member_id: int | None = None
    member_values: dict[str, object] = field(default_factory=dict)
    participation_id: int | None = None
    participation_values: dict[str, object] | None = None
    """``None``: no activity was chosen."""
    new_roles: tuple[str, ...] = ()
    gone_roles: tuple[int, ...] = ()
    changes: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    person_id: int
    name: str
    employer: str | None
    partner: str | None
    email: str | None


@dataclass(frozen=True, slots=True)
class AmbiguousRow:
    row: int
    name: str
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do; nothing has been done yet. ``skipped``: numbers of rows that hold no person."""

    project_id: int
    activity_id: int | None
    sheet: str
    headings: str
    columns: Mapping[str, str]
    ignored: Sequence[str]
    new: Sequence[PlannedPerson]
    changed: Sequence[PlannedPerson]
    unchanged: Sequence[PlannedPerson]
    ambiguous: Sequence[AmbiguousRow]
    unknown: Sequence[Unknown]
    refused: Sequence[RefusedRow]
    skipped: Sequence[int]
    other_sheets: Sequence[str]
    organisations: Sequence[NewOrganisation]
    """Those that the import makes."""
    names: Mapping[str, Mapping[int, str]]
    """What partners, professions and organisations (new ones too) in ``member_values`` are called, by column."""
    remember: Answers | None
    """What was answered now and is to be remembered with the headings; ``None`` where nothing is new."""
    hidden_rows: Sequence[int] = ()
    hidden_columns: Sequence[str] = ()
    """Read although the spreadsheet program does not show them: numbers of rows, headings."""
