"""What the rules are told: plain data, read in a few queries for all projects of a file.

All ids are those of the file. Times of day are minutes since midnight on the wall clock of the activity's zone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from studyvisits.domain.audience import Row
from studyvisits.domain.dates import day_number, is_real
from studyvisits.domain.kinds import ActivityStatus
from studyvisits.domain.problem_facts import Day, DayNumber
from studyvisits.domain.quotas import Counted, QuotaRow


@dataclass(frozen=True, slots=True)
class ActivityFacts:
    """``title`` is the short name, else the title, else the kind. ``zone`` is a name of the IANA; ``hosts`` are
    partners, leading ones first, ``host_countries`` theirs (else the country of the activity)."""

    id: int
    project: int
    kind: str
    title: str
    status: str
    certainty: str
    first_day: date
    last_day: date
    zone: str
    start: int | None = None
    minutes: int | None = None
    mode: str | None = None
    town: str | None = None
    venue: int | None = None
    joining_link: str | None = None
    belongs_to: int | None = None
    hosts: tuple[int, ...] = ()
    host_countries: frozenset[str] = frozenset()
    quotas: tuple[QuotaRow, ...] = ()
    head_counts: tuple[Counted, ...] = ()

    @property
    def counts(self) -> bool:
        """Cancelled activities are out of every rule."""
        return self.status != ActivityStatus.CANCELLED

    @property
    def real(self) -> bool:
        """Its days are days of the calendar."""
        return is_real(self.certainty)

    def day(self, day: date) -> Day:
        """Return the day as people say it: its number while the dates are not settled."""
        return day if self.real else DayNumber(day_number(day, self.first_day))


@dataclass(frozen=True, slots=True)
class ParticipationFacts:
    """``country`` is the member's partner's, else the organisation's; ``name`` without titles."""

    id: int
    activity: int
    person: int
    name: str
    status: str
    presence: str | None = None
    roles: frozenset[str] = frozenset()
    partner: int | None = None
    profession: int | None = None
    country: str | None = None
    arrival_day: date | None = None
    arrival_time: int | None = None
    departure_day: date | None = None
    departure_time: int | None = None


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """``people`` are participations that do something in it; words are left out."""

    id: int
    activity: int
    title: str
    kind: str | None = None
    day: date | None = None
    start: int | None = None
    minutes: int | None = None
    venue: int | None = None
    place_note: str | None = None
    state: str = "planned"
    audience: tuple[Row, ...] = ()
    people: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupFacts:
    """``people`` and ``facilitator`` are participations."""

    id: int
    activity: int
    name: str
    facilitator: int | None = None
    people: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class VenueFacts:
    """``is_building``: it bears the name of an organisation, so it is no room (see
    ``studyvisits.domain.clash_rules``)."""

    id: int
    name: str
    is_building: bool = False


@dataclass(frozen=True, slots=True)
class ProfessionFacts:
    one: str
    many: str


@dataclass(frozen=True, slots=True)
class CheckFacts:
    """Everything by id; ``partners`` are names."""

    activities: Mapping[int, ActivityFacts]
    participations: Mapping[int, ParticipationFacts] = field(default_factory=dict)
    sessions: Mapping[int, SessionFacts] = field(default_factory=dict)
    groups: Mapping[int, GroupFacts] = field(default_factory=dict)
    venues: Mapping[int, VenueFacts] = field(default_factory=dict)
    partners: Mapping[int, str] = field(default_factory=dict)
    professions: Mapping[int, ProfessionFacts] = field(default_factory=dict)
