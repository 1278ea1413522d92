"""The zones of towns and countries."""

from zoneinfo import ZoneInfo

import pytest
from babel.core import get_global
from hypothesis import given
from hypothesis import strategies as st

from studyvisits.assets import resource
from studyvisits.domain.fields import COUNTRIES
from studyvisits.towns import MAIN_ZONES, zone_of


@pytest.mark.parametrize(
    ("town", "country", "zone"),
    [
        ("Praha", "CZ", "Europe/Prague"),
        ("prague", None, "Europe/Prague"),
        ("PRAHA", None, "Europe/Prague"),
        ("Praha 8", None, "Europe/Prague"),
        ("Prague, Czechia", None, "Europe/Prague"),
        ("Goteborg", None, "Europe/Stockholm"),
        ("Göteborg (Gamlestaden)", None, "Europe/Stockholm"),
        ("Helsingfors", None, "Europe/Helsinki"),
        ("София", None, "Europe/Sofia"),
        ("Αθήνα", None, "Europe/Athens"),
        ("Wels", None, "Europe/Vienna"),
        (None, "FI", "Europe/Helsinki"),
        ("a village nobody knows", "SI", "Europe/Ljubljana"),
        ("a village nobody knows", "ES", "Europe/Madrid"),
        ("Las Palmas", "ES", "Atlantic/Canary"),
        ("Funchal", "PT", "Atlantic/Madeira"),
        ("Калининград", "RU", "Europe/Kaliningrad"),
        ("Kaliningrad", "ru", "Europe/Kaliningrad"),
        (None, "XK", "Europe/Belgrade"),
        (None, "RU", None),
        (None, "US", None),
        ("Praha", "US", None),
        ("a village nobody knows", None, None),
        ("  ", "", None),
        (None, None, None),
        ("8", None, None),
    ],
)
def test_zones(town: str | None, country: str | None, zone: str | None) -> None:
    assert zone_of(town, country) == zone


def test_the_zone_of_a_country_wins_over_a_town_of_the_same_name_elsewhere() -> None:
    assert zone_of("Paris", "DK") == "Europe/Copenhagen"


@given(st.one_of(st.none(), st.text()), st.one_of(st.none(), st.sampled_from(sorted(COUNTRIES)), st.text(max_size=3)))
def test_every_answer_is_a_zone_or_nothing(town: str | None, country: str | None) -> None:
    zone = zone_of(town, country)
    assert zone is None or str(ZoneInfo(zone)) == zone


def test_main_zones_are_zones_of_their_countries() -> None:
    zones = get_global("territory_zones")
    assert [code for code, zone in MAIN_ZONES.items() if code != "XK" and zone not in zones[code]] == []


def test_every_town_has_a_zone_and_a_place() -> None:
    rows = [line.split("\t") for line in resource("towns", "towns.tsv").read_text(encoding="utf-8").splitlines()]
    assert rows[0] == ["country", "people", "latitude", "longitude", "zone", "names"]
    assert {zone for _, _, _, _, zone, *_ in rows[1:] if str(ZoneInfo(zone)) != zone} == set()
    assert all(country in COUNTRIES and int(people) > 0 for country, people, *_ in rows[1:])
    assert all(abs(float(north)) <= 90 and abs(float(east)) <= 180 for _, _, north, east, *_ in rows[1:])
