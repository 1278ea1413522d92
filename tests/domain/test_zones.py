from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from studyvisits.domain.kinds import Mode
from studyvisits.domain.zones import Clock, Spot, ZoneFacts, clocks, is_zone, moment, zone_of_activity

PRAGUE = Spot("Prague", "CZ")
HELSINKI = Spot("Helsinki", "FI")
GOTEBORG = Spot("Göteborg", "SE")

KNOWN = {"CZ": "Europe/Prague", "FI": "Europe/Helsinki", "SE": "Europe/Stockholm"}


def zone_of(town: str | None, country: str | None) -> str | None:
    return KNOWN.get(country or "")


def test_a_named_zone_is_taken_before_any_place() -> None:
    facts = ZoneFacts(time_zone="Europe/Sofia", place=PRAGUE)
    assert zone_of_activity(facts, zone_of) == "Europe/Sofia"


def test_a_zone_that_nobody_knows_counts_as_none() -> None:
    assert zone_of_activity(ZoneFacts(time_zone="Mars/Olympus", place=PRAGUE), zone_of) == "Europe/Prague"
    assert [is_zone(name) for name in ("Europe", "../etc/passwd", "", None, "\0", "x" * 9000)] == [False] * 6


def test_on_site_the_place_decides_then_the_venue_then_the_host() -> None:
    assert zone_of_activity(ZoneFacts(place=PRAGUE, venue=HELSINKI, hosts=(GOTEBORG,)), zone_of) == "Europe/Prague"
    nowhere = Spot(None, None)
    assert zone_of_activity(ZoneFacts(place=nowhere, venue=HELSINKI, hosts=(GOTEBORG,)), zone_of) == "Europe/Helsinki"
    assert zone_of_activity(ZoneFacts(place=nowhere, hosts=(GOTEBORG, HELSINKI)), zone_of) == "Europe/Stockholm"


def test_online_the_leading_host_decides_then_what_it_belongs_to_then_the_coordinator() -> None:
    visit = ZoneFacts(place=HELSINKI)
    online = ZoneFacts(mode=Mode.ONLINE, place=GOTEBORG, belongs_to=visit, coordinator=PRAGUE)
    assert zone_of_activity(online, zone_of) == "Europe/Helsinki"
    hosted = ZoneFacts(mode=Mode.ONLINE, hosts=(GOTEBORG,), belongs_to=visit, coordinator=PRAGUE)
    assert zone_of_activity(hosted, zone_of) == "Europe/Stockholm"
    assert zone_of_activity(ZoneFacts(mode=Mode.ONLINE, coordinator=PRAGUE), zone_of) == "Europe/Prague"
    assert zone_of_activity(ZoneFacts(mode=Mode.ONLINE), zone_of) is None


def test_clocks_show_each_different_time_once() -> None:
    others = [("Prague", "Europe/Prague"), ("Göteborg", "Europe/Stockholm"), ("Helsinki", "Europe/Helsinki")]
    shown = clocks(date(2024, 2, 20), 14 * 60, "Europe/Prague", others, place="Prague")
    assert shown == (Clock("Prague", 840), Clock("Helsinki", 900))


def test_clocks_of_another_day_count_from_the_activitys_midnight() -> None:
    assert clocks(date(2024, 2, 20), 30, "Europe/Helsinki", [("Prague", "Europe/Prague")], place="Helsinki") == (
        Clock("Helsinki", 30),
        Clock("Prague", -30),
    )
    assert clocks(date(2024, 2, 20), 23 * 60 + 30, "Europe/Prague", [("Sofia", "Europe/Sofia")], place="Prague") == (
        Clock("Prague", 1410),
        Clock("Sofia", 1470),
    )


def test_between_two_changes_of_summer_time_the_difference_is_that_of_the_day() -> None:
    """The United States changed on 10 March 2024, Europe on the 31st."""
    other = [("New York", "America/New_York")]
    assert clocks(date(2024, 3, 20), 840, "Europe/Prague", other, place="P")[1] == Clock("New York", 540)
    assert clocks(date(2024, 4, 20), 840, "Europe/Prague", other, place="P")[1] == Clock("New York", 480)


@given(
    st.dates(date(1996, 1, 1), date(2036, 12, 31)),
    st.integers(0, 3 * 1440),
    st.sampled_from(["Europe/Prague", "Europe/Helsinki", "America/New_York", "Asia/Kathmandu"]),
)
def test_a_moment_is_what_the_clock_shows(day: date, minutes: int, zone: str) -> None:
    instant = moment(day, minutes, zone).astimezone(UTC)
    back = instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    ahead = back - datetime(day.year, day.month, day.day)
    skipped = ahead.total_seconds() / 60 - minutes
    assert skipped in (0, 60)
    if skipped:
        assert not moment(day, minutes, zone).dst()
