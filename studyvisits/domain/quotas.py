"""How the places of an activity are filled.

A partner's quota rows add up. A person fills the row of their profession, else *any*, else counts to the partner's
total as "profession unknown"; who is too many for the row of a profession still fits *any* where there is room. A head
count is the whole number of those it describes and includes the people named, so the larger of the two counts. A
host's quota is for local people, whatever their partner.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from studyvisits.domain.kinds import EXPECTED, PLACE_ROLES, Presence


@dataclass(frozen=True, slots=True)
class QuotaRow:
    """``profession`` empty: for any. Partners and professions are ids."""

    partner: int
    profession: int | None
    places: int


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody who fills a place (``fills_place``)."""

    partner: int | None
    presence: str | None
    profession: int | None


@dataclass(frozen=True, slots=True)
class Counted:
    """People told as a number; ``profession`` empty: all of that partner and presence."""

    partner: int | None
    presence: str | None
    profession: int | None
    number: int


@dataclass(frozen=True, slots=True)
class Line:
    """People of one profession; without one, those for whom the partner has a place for any, or no place of their own
    (``places`` 0: "profession unknown")."""

    profession: int | None
    places: int
    named: int
    filled: int

    @property
    def over(self) -> int:
        return max(0, self.filled - self.places)


@dataclass(frozen=True, slots=True)
class PartnerFilling:
    """A partner's people of one presence against its places. ``lines`` follow the professions in the order given.

    Without ``has_quota`` nobody said how many there may be; a quota of no places says: nobody."""

    partner: int | None
    presence: str | None
    lines: tuple[Line, ...]
    places: int
    named: int
    counted: int
    filled: int
    has_quota: bool = True

    @property
    def open(self) -> int:
        return max(0, self.places - self.filled)

    @property
    def exceeded(self) -> tuple[Line, ...]:
        """The professions with more people than places; those without places of their own only count in the total."""
        return tuple(line for line in self.lines if line.profession is not None and line.over)

    @property
    def total_exceeded(self) -> bool:
        return self.has_quota and self.filled > self.places


def takes_part(roles: Collection[str]) -> bool:
    """As participant or group leader; who has no role is a participant."""
    return not roles or not PLACE_ROLES.isdisjoint(roles)


def fills_place(status: str, roles: Collection[str]) -> bool:
    """Nominated, invited and confirmed participants and group leaders fill places. Who only speaks, interprets,
    accompanies or organises fills none."""
    return status in EXPECTED and takes_part(roles)


def fill(
    quotas: Sequence[QuotaRow],
    people: Sequence[Named],
    head_counts: Sequence[Counted],
    *,
    hosts: Sequence[int],
) -> tuple[PartnerFilling, ...]:
    """Return one filling for each partner and presence with places or people: those with places first, as given.

    ``hosts`` are the activity's hosting partners, leading first.
    """
    with_quota = list(dict.fromkeys(row.partner for row in quotas))
    keys: list[tuple[int | None, str | None]] = [(partner, _presence(partner, hosts)) for partner in with_quota]
    quota_hosts = [partner for partner in hosts if partner in with_quota]
    named = Counter((*stands_with(one.partner, one.presence, quota_hosts), one.profession) for one in people)
    counted: Counter[tuple[int | None, str | None, int | None]] = Counter()
    for count in head_counts:
        counted[*stands_with(count.partner, count.presence, quota_hosts), count.profession] += count.number
    further = _further(keys, (*named, *counted))
    return (
        *(_filling(key, quotas, named, counted, True) for key in keys),
        *(_filling(key, (), named, counted, False) for key in further),
    )


def _presence(partner: int, hosts: Collection[int]) -> str:
    return Presence.LOCAL if partner in hosts else Presence.VISITING


def stands_with(partner: int | None, presence: str | None, quota_hosts: Sequence[int]) -> tuple[int | None, str | None]:
    """Local people of whatever partner stand with the host whose quota they fill: their own, else the leading one.
    Where nothing is said of presence (online), a partner that does not host is counted as visiting."""
    if presence == Presence.LOCAL and quota_hosts and partner not in quota_hosts:
        return quota_hosts[0], Presence.LOCAL
    if presence is None and partner is not None:
        return partner, Presence.LOCAL if partner in quota_hosts else Presence.VISITING
    return partner, presence


def _further(
    keys: Iterable[tuple[int | None, str | None]], found: Iterable[tuple[int | None, str | None, int | None]]
) -> list[tuple[int | None, str | None]]:
    known = set(keys)
    rest = {(partner, presence) for partner, presence, _ in found} - known
    return sorted(rest, key=lambda key: (key[0] is None, key[0] or 0, key[1] or ""))


def _filling(
    key: tuple[int | None, str | None],
    quotas: Sequence[QuotaRow],
    named: Counter[tuple[int | None, str | None, int | None]],
    counted: Counter[tuple[int | None, str | None, int | None]],
    has_quota: bool,
) -> PartnerFilling:
    partner, presence = key
    places: Counter[int | None] = Counter()
    for row in quotas:
        if row.partner == partner:
            places[row.profession] += row.places
    called = {profession: number for (*who, profession), number in named.items() if tuple(who) == key}
    told = {profession: number for (*who, profession), number in counted.items() if tuple(who) == key}
    lines = _lines(places, called, told)
    each = sum(line.filled for line in lines)
    return PartnerFilling(
        partner,
        presence,
        lines,
        places=sum(places.values()),
        named=sum(called.values()),
        counted=max(told.get(None, 0), sum(number for profession, number in told.items() if profession is not None)),
        filled=max(each, told.get(None, 0)),
        has_quota=has_quota,
    )


def _lines(places: Counter[int | None], called: dict[int | None, int], told: dict[int | None, int]) -> tuple[Line, ...]:
    """Rows of professions as given, then professions without a row, then any and unknown in one line."""
    lines: list[Line] = []
    any_named = any_filled = 0
    room = places.get(None, 0)
    for profession in dict.fromkeys((*places, *called, *told)):
        names = called.get(profession, 0)
        filled = max(names, told.get(profession, 0)) if profession is not None else names
        if profession is None or profession not in places:
            any_named, any_filled = any_named + names, any_filled + filled
        else:
            spare = max(0, min(filled - places[profession], room))
            room -= spare
            any_filled += spare
            lines.append(Line(profession, places[profession], names, filled - spare))
    if None in places or any_filled:
        lines.append(Line(None, places.get(None, 0), any_named, any_filled))
    return tuple(lines)
