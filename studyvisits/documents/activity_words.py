"""What an activity is called, when and where it is, and whom a session is for: the same words in every document."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from studyvisits.domain.dates import DAY_MINUTES, is_real
from studyvisits.domain.kinds import ActivityKind, ActivityStatus, AudienceKind, Certainty, Mode
from studyvisits.domain.zones import Clock, clocks, zone_of_activity
from studyvisits.queries.activity_heads import ActivityHead, Place
from studyvisits.queries.zones import PartnerSpot
from studyvisits.texts import Texts


class Dated(Protocol):
    """An activity, as far as its dates are told."""

    @property
    def first_day(self) -> date: ...
    @property
    def last_day(self) -> date: ...
    @property
    def certainty(self) -> str: ...


def title_of(head: ActivityHead, texts: Texts) -> str:
    return head.title or head.short_name or texts.label(ActivityKind(head.kind))


def kind_of(head: ActivityHead, texts: Texts) -> str:
    return texts.label(ActivityKind(head.kind))


def dates_of(head: Dated, texts: Texts) -> str:
    """ "10–14 June 2024", with "provisional" where it is; "March 2024"; "date open"."""
    if head.certainty == Certainty.OPEN:
        return texts.gettext("date open")
    if head.certainty == Certainty.MONTH:
        return texts.month(head.first_day)
    span = texts.span(head.first_day, head.last_day)
    if head.certainty == Certainty.PROVISIONAL:
        return texts.gettext("{dates} (provisional)").format(dates=span)
    return span


def state_of(head: ActivityHead, texts: Texts) -> str:
    """A word where the activity is called off, else nothing."""
    return texts.label(ActivityStatus.CANCELLED) if head.status == ActivityStatus.CANCELLED else ""


def town_of(head: ActivityHead, texts: Texts) -> str:
    """ "Prague, Czechia", "online", or as much of it as is known."""
    if head.mode == Mode.ONLINE:
        return texts.label(Mode.ONLINE)
    town = head.town or (head.venue.town if head.venue else None)
    country = head.country or (head.venue.country if head.venue else None)
    return ", ".join(part for part in (town, texts.country(country) if country else None) if part)


def times_of(head: ActivityHead, partners: Sequence[PartnerSpot], texts: Texts) -> str:
    """The clock times of a meeting, in the zone of each partner where they differ that day: "14:00–15:30 Prague ·
    15:00–16:30 Helsinki", "20:00 Prague · 3:00 Tokyo (next day)"; empty for an activity without clock times."""
    if head.start is None:
        return ""
    zone = zone_of_activity(head.zone, texts.zone_of)
    zones = [(partner.place, texts.zone_of(partner.spot.town, partner.spot.country)) for partner in partners]
    known = [(place, its) for place, its in zones if its is not None]
    if zone is None or not is_real(head.certainty):
        return texts.times(head.start, head.minutes)
    own = next((place for place, its in known if its == zone), zone.rpartition("/")[2].replace("_", " "))
    if head.mode != Mode.ONLINE and head.town:
        own = head.town
    shown = clocks(head.first_day, head.start, zone, known, place=own)
    if len(shown) == 1:
        return texts.times(head.start, head.minutes)
    return " · ".join(on_clock(clock, head.minutes, texts) for clock in shown)


def on_clock(clock: Clock, minutes: int | None, texts: Texts) -> str:
    """ "15:00–16:30 Helsinki", and that it is another day there than at the activity."""
    time = texts.times(clock.minutes % DAY_MINUTES, minutes)
    if clock.minutes < 0:
        return texts.gettext("{time} {place} (day before)").format(time=time, place=clock.place)
    if clock.minutes >= DAY_MINUTES:
        return texts.gettext("{time} {place} (next day)").format(time=time, place=clock.place)
    return f"{time} {clock.place}"


def place_line(place: Place | None, note: str | None = None) -> str:
    """Name, address, town and note of a place, as an address is written, without saying anything twice."""
    parts = (place.name, place.address, place.town) if place else ()
    said: list[str] = []
    for part in (*parts, note):
        if part and not any(part.casefold() in before.casefold() for before in said):
            said.append(part)
    return ", ".join(said)


def audience_words(audience: Sequence[tuple[str, str | None]], texts: Texts) -> str:
    """ "visiting participants and group A", from kinds of audience and their names; empty where all are meant."""
    if not audience or any(kind == AudienceKind.EVERYBODY for kind, _ in audience):
        return ""
    return texts.list_of([_whom(kind, name or "", texts) for kind, name in audience])


def _whom(kind: str, name: str, texts: Texts) -> str:
    match kind:
        case AudienceKind.VISITING:
            return texts.gettext("visiting participants")
        case AudienceKind.LOCAL:
            return texts.gettext("local colleagues")
        case AudienceKind.GROUP:
            return texts.gettext("group {name}").format(name=name)
        case _:
            return name
