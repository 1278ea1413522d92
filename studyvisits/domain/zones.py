"""Whose clock an activity keeps, and what the clocks of its partners show meanwhile.

The zone of a town or a country is known to ``studyvisits.texts`` (``Texts.zone_of``), which this layer does not import:
the caller passes it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeGuard
from zoneinfo import ZoneInfo

from studyvisits.domain.kinds import Mode

ZoneOf = Callable[[str | None, str | None], str | None]
"""Town and country (ISO 3166-1 alpha-2) to a zone name of the IANA, or None where neither tells it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A town and a country, either of which may be unknown."""

    town: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class ZoneFacts:
    """What tells the zone of an activity. ``hosts`` come leading ones first; ``belongs_to`` is what it prepares or
    follows."""

    time_zone: str | None = None
    mode: str | None = None
    place: Spot | None = None
    venue: Spot | None = None
    hosts: tuple[Spot, ...] = ()
    belongs_to: "ZoneFacts | None" = None
    coordinator: Spot | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """What a wall clock at ``place`` shows; ``minutes`` since midnight of the activity's day, so below 0 it is still
    the day before and from 1440 already the day after."""

    place: str
    minutes: int


def zone_of_activity(facts: ZoneFacts, zone_of: ZoneOf) -> str | None:
    """Return the zone named in the activity, else that of where it happens, else that of its leading host, of what it
    belongs to, of the coordinator; a place does not count for what is only online. None where nothing is known.

    A name that the zone database does not hold counts as none.
    """
    if is_zone(facts.time_zone):
        return facts.time_zone
    for spot in _where(facts):
        zone = zone_of(spot.town, spot.country)
        if zone is not None:
            return zone
    if facts.belongs_to is not None:
        zone = zone_of_activity(facts.belongs_to, zone_of)
        if zone is not None:
            return zone
    return None if facts.coordinator is None else zone_of(facts.coordinator.town, facts.coordinator.country)


def is_zone(name: str | None) -> TypeGuard[str]:
    if not name:
        return False
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # unknown, malformed, or the name of a folder of the database
        return False
    return True


def moment(day: date, minutes: int, zone: str) -> datetime:
    """Return the instant at which a clock of ``zone`` shows ``minutes`` since midnight of ``day`` (1440 and more: the
    next day). The hour that summer time skips counts by the clock before it, the doubled one as its first run."""
    wall = datetime.combine(day, time()) + timedelta(minutes=minutes)
    return wall.replace(tzinfo=ZoneInfo(zone))


def clocks(day: date, minutes: int, zone: str, others: Iterable[tuple[str, str]], *, place: str) -> tuple[Clock, ...]:
    """Return what the clocks show at that moment: the activity's own at ``place`` first, then of ``others`` (place and
    zone) the first for each different time, in the order given. One clock alone means that all agree."""
    instant = moment(day, minutes, zone).astimezone(UTC)
    midnight = datetime.combine(day, time())
    found = {minutes: Clock(place, minutes)}
    for name, other in others:
        wall = instant.astimezone(ZoneInfo(other)).replace(tzinfo=None)
        shown = (wall - midnight) // timedelta(minutes=1)
        found.setdefault(shown, Clock(name, shown))
    return tuple(found.values())


def _where(facts: ZoneFacts) -> list[Spot]:
    on_site = () if facts.mode == Mode.ONLINE else (facts.place, facts.venue)
    return [spot for spot in (*on_site, *facts.hosts) if spot is not None]
