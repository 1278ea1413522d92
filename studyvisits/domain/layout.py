"""A whole project from what an organiser knows on the first evening.

Partners are named by their place in the list of partners, professions likewise. What is not told stays empty.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from studyvisits.domain.dates import OPEN_DAY, first_monday
from studyvisits.domain.kinds import ActivityKind, Certainty, Mode, PartKind, SessionKind
from studyvisits.domain.moving import Dates, dates_from, shifted
from studyvisits.domain.refusal import Refused

LONGEST_VISIT = 366


@dataclass(frozen=True, slots=True)
class PartnerTold:
    """Without a name the organisation is called by its town, else its country, until the name is known."""

    country: str | None = None
    town: str | None = None
    name: str | None = None
    role: str | None = None
    sends: bool = True
    hosts: bool = True
    time_zone: str | None = None


@dataclass(frozen=True, slots=True)
class ProfessionTold:
    one: str
    many: str | None = None
    sign: str | None = None


@dataclass(frozen=True, slots=True)
class PartTold:
    """ "3 days of placements": a part of every visit. The title is in the project's language."""

    kind: str
    title: str
    days: int


@dataclass(frozen=True, slots=True)
class ActivityTold:
    """A visit or a seminar: its host, and its first day, or any day of its month when only that is known."""

    host: int | None = None
    month: date | None = None
    first_day: date | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class ProjectTold:
    """``places_per_country``: how many come from each visiting country; ``mixed``: evenly from all professions.
    ``preparatory_weeks`` and ``follow_up_weeks`` count from the first and the last day of a visit."""

    title: str
    acronym: str | None = None
    aim: str | None = None
    language: str | None = None
    partners: tuple[PartnerTold, ...] = ()
    professions: tuple[ProfessionTold, ...] = ()
    visits: tuple[ActivityTold, ...] = ()
    parts: tuple[PartTold, ...] = ()
    places_per_country: int | None = None
    mixed: bool = True
    local_places: int | None = None
    preparatory_weeks: int | None = None
    follow_up_weeks: int | None = None
    seminars: tuple[ActivityTold, ...] = ()
    funding: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlacesLaid:
    partner: int
    profession: int | None
    places: int


@dataclass(frozen=True, slots=True)
class ActivityLaid:
    """``belongs_to`` is the place of an activity in the list; ``days`` are those of each part, one after the other."""

    kind: str
    dates: Dates
    host: int | None = None
    title: str | None = None
    mode: str | None = None
    belongs_to: int | None = None
    parts: tuple[PartTold, ...] = ()
    places: tuple[PlacesLaid, ...] = ()


def activities_laid(told: ProjectTold) -> list[ActivityLaid]:
    """Return the activities in order: each visit between its meetings, then the seminars.

    Raises ``Refused`` for a host who is no partner and for numbers that make no sense.
    """
    _check(told)
    laid: list[ActivityLaid] = []
    for turn, visit in enumerate(told.visits):
        laid += _visit_and_meetings(told, turn, visit, len(laid))
    days = ((seminar, _dates(seminar, 1)) for seminar in told.seminars)
    laid += [ActivityLaid(ActivityKind.SEMINAR, at, seminar.host, seminar.title, Mode.ON_SITE) for seminar, at in days]
    return laid


def shares(total: int, among: int, turn: int) -> list[int]:
    """Share places out as evenly as they can be; what is left over goes round by turns, so that nobody always gains."""
    each, over = divmod(total, among)
    return [each + ((place - turn) % among < over) for place in range(among)]


def part_days(parts: Sequence[PartTold], first_day: date) -> list[tuple[int, date]]:
    """Return each day of a visit with the place of its part in the list."""
    owners = [place for place, part in enumerate(parts) for _ in range(part.days)]
    return [(place, first_day + timedelta(days=by)) for by, place in enumerate(owners)]


def session_kind(part: PartTold) -> str | None:
    """A day of placements is one of placements on the board, a day of a course one of the course."""
    kinds = {PartKind.PLACEMENTS: SessionKind.PLACEMENT, PartKind.COURSE: SessionKind.COURSE}
    return {**kinds, PartKind.PANEL: SessionKind.SEMINAR}.get(PartKind(part.kind))


def _visit_and_meetings(told: ProjectTold, turn: int, visit: ActivityTold, before: int) -> list[ActivityLaid]:
    dates = _dates(visit, sum(part.days for part in told.parts) or 1)
    places = (*_places(told, turn, visit.host), *_local_places(told, visit.host))
    laid = [
        ActivityLaid(ActivityKind.STUDY_VISIT, dates, visit.host, visit.title, Mode.ON_SITE, None, told.parts, places)
    ]
    own = before + (told.preparatory_weeks is not None)
    if told.preparatory_weeks is not None:
        at = _meeting(dates, dates.first_day, -told.preparatory_weeks)
        laid.insert(0, ActivityLaid(ActivityKind.PREPARATORY_MEETING, at, visit.host, None, Mode.ONLINE, own))
    if told.follow_up_weeks is not None:
        at = _meeting(dates, dates.last_day, told.follow_up_weeks)
        laid.append(ActivityLaid(ActivityKind.FOLLOW_UP_MEETING, at, visit.host, None, Mode.ONLINE, own))
    return laid


def _dates(told: ActivityTold, days: int) -> Dates:
    if told.first_day is not None:
        return Dates(told.first_day, shifted(told.first_day, days - 1), Certainty.FIXED)
    certainty = Certainty.OPEN if told.month is None else Certainty.MONTH
    start = OPEN_DAY if told.month is None else first_monday(told.month.year, told.month.month)
    return Dates(start, shifted(start, days - 1), certainty)


def _meeting(visit: Dates, day: date, weeks: int) -> Dates:
    """Return a meeting's day so many weeks from a day of the visit: provisional, since nobody has agreed on it, and no
    surer than the visit itself."""
    at = shifted(day, 7 * weeks)
    certainty = Certainty.PROVISIONAL if visit.certainty == Certainty.FIXED else visit.certainty
    return dates_from(Dates(at, at, certainty), at, certainty)


def _places(told: ProjectTold, turn: int, host: int | None) -> list[PlacesLaid]:
    """Places of the visiting countries, shared among the partners of a country, then among the professions."""
    if told.places_per_country is None:
        return []
    laid: list[PlacesLaid] = []
    for position, partners in enumerate(_visiting(told.partners, host)):
        each = shares(told.places_per_country, len(partners), turn)
        for partner, places in zip(partners, each, strict=True):
            laid += _by_profession(told, partner, places, turn + position)
    return laid


def _by_profession(told: ProjectTold, partner: int, places: int, turn: int) -> list[PlacesLaid]:
    if not told.mixed or not told.professions:
        return [PlacesLaid(partner, None, places)]
    each = enumerate(shares(places, len(told.professions), turn))
    return [PlacesLaid(partner, profession, number) for profession, number in each if number]


def _local_places(told: ProjectTold, host: int | None) -> list[PlacesLaid]:
    if told.local_places is None or host is None:
        return []
    return [PlacesLaid(host, None, told.local_places)]


def _visiting(partners: Sequence[PartnerTold], host: int | None) -> list[list[int]]:
    """The partners who send, by country, without the host's country; one whose country is unknown stands by itself."""
    at_home = None if host is None else partners[host].country
    countries: dict[str, list[int]] = {}
    for place, partner in enumerate(partners):
        if partner.sends and place != host and (partner.country is None or partner.country != at_home):
            countries.setdefault(partner.country or f"#{place}", []).append(place)
    return list(countries.values())


def _check(told: ProjectTold) -> None:
    hosts = [activity.host for activity in (*told.visits, *told.seminars) if activity.host is not None]
    for host in hosts:
        if not 0 <= host < len(told.partners):
            raise Refused("unknown_row", table="partners", id=host)
    numbers: dict[str, int | None] = {"places": told.places_per_country, "local": told.local_places}
    weeks: dict[str, int | None] = {"preparatory": told.preparatory_weeks, "follow-up": told.follow_up_weeks}
    days: dict[str, int | None] = {part.title: part.days for part in told.parts}
    limits = [(numbers, 0, 100_000), (weeks, 0, 520), (days, 1, LONGEST_VISIT)]
    for values, least, most in limits:
        for name, value in values.items():
            if value is not None and not least <= value <= most:
                raise Refused("number_out_of_range", table="layout", column=name, value=value, least=least, most=most)
