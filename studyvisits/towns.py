"""The time zone of a town or a country.

Towns above 15,000 people of Europe and its neighbours are a cut of GeoNames (``resources/towns``); the zones of
countries are those of the CLDR.
"""

import re
from dataclasses import dataclass
from functools import cache

from studyvisits.assets import resource
from studyvisits.domain.folding import fold

MAIN_ZONES = {
    "CL": "America/Santiago",
    "CN": "Asia/Shanghai",
    "CY": "Asia/Nicosia",
    "DE": "Europe/Berlin",
    "EC": "America/Guayaquil",
    "ES": "Europe/Madrid",
    "MH": "Pacific/Majuro",
    "MY": "Asia/Kuala_Lumpur",
    "NZ": "Pacific/Auckland",
    "PT": "Europe/Lisbon",
    "UA": "Europe/Kyiv",
    "UZ": "Asia/Tashkent",
    "XK": "Europe/Belgrade",
}
"""Zones of countries with several, where one is meant unless a town says otherwise: "primary zones" of the CLDR
(supplemental/metaZones.xml); CY and XK after the zone database."""

_CUT = re.compile(r"\s*[,;(/–|].*| - .*|\s+\d.*")
_MUCH_GREATER = 10


@dataclass(frozen=True, slots=True)
class Town:
    """``people`` is the population; degrees are decimal, north and east positive."""

    name: str
    country: str
    latitude: float
    longitude: float
    zone: str
    people: int


def zone_of(town: str | None, country: str | None) -> str | None:
    """Return the IANA name of the zone of a town, else of its country; None where neither tells it.

    ``country`` is ISO 3166-1 alpha-2. Of several towns that bear a name in it the greatest is meant; without a country
    only if all share a zone or it is ten times as great as the others.
    """
    country = country.strip().upper() if country else None
    zone = _country_zone(country) if country else None
    if zone and country not in MAIN_ZONES:
        return zone
    found = _found(town, country) if town else ()
    return _agreed(found, 1 if country else _MUCH_GREATER) or zone


def _found(town: str, country: str | None) -> tuple[Town, ...]:
    """The towns that a line such as "Praha 8", "Prague, Czechia" or "Göteborg (Gamlestaden)" may mean."""
    for name in (town, _CUT.sub("", town)):
        named = _towns().get(fold(name), ())
        fitting = tuple(each for each in named if country is None or each.country == country)
        if fitting:
            return fitting
    return ()


def _agreed(towns: tuple[Town, ...], times: int) -> str | None:
    """The zone of the greatest town, if it has so many times the people of the greatest one in another zone."""
    zones: dict[str, int] = {}
    for town in towns:
        zones[town.zone] = max(town.people, zones.get(town.zone, 0))
    ranked = sorted(zones, key=lambda zone: zones[zone], reverse=True)
    if not ranked or (len(ranked) > 1 and zones[ranked[0]] < times * zones[ranked[1]]):
        return None
    return ranked[0]


@cache
def _country_zone(country: str) -> str | None:
    from babel.core import get_global

    if country in MAIN_ZONES:
        return MAIN_ZONES[country]
    zones = get_global("territory_zones").get(country, ())
    return zones[0] if len(zones) == 1 else None


@cache
def _towns() -> dict[str, tuple[Town, ...]]:
    """Folded name to the towns that bear it, as their first name or another."""
    found: dict[str, tuple[Town, ...]] = {}
    with resource("towns", "towns.tsv").open(encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            country, people, latitude, longitude, zone, *names = line.rstrip("\n").split("\t")
            town = Town(names[0], country, float(latitude), float(longitude), zone, int(people))
            for name in names:
                key = fold(name)
                found[key] = (*found.get(key, ()), town)
    return found
