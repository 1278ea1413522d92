"""The zones are read back by dateutil, which knows nothing of how they were made, and compared with zoneinfo."""

from datetime import date, datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical
from hypothesis import given, settings
from hypothesis import strategies as st

from studyvisits.documents.time_zones import time_zone


def offsets_differ(name: str, first: date, last: date) -> list[str]:
    """The quarters of an hour of these days at which the written zone and the database disagree, those aside that a
    clock shows twice or never."""
    text = time_zone(name, first, last).to_ical().decode()
    read = tzical(StringIO(text)).get(name)
    zone = ZoneInfo(name)
    differ = []
    wall = datetime(first.year, first.month, first.day)
    end = datetime(last.year, last.month, last.day) + timedelta(days=1)
    while wall < end:
        first_run, second_run = wall.replace(tzinfo=zone), wall.replace(tzinfo=zone, fold=1)
        if first_run.utcoffset() == second_run.utcoffset() != wall.replace(tzinfo=read).utcoffset():
            differ.append(wall.isoformat())
        wall += timedelta(minutes=15)
    return differ


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("Europe/Helsinki", date(2024, 3, 25), date(2024, 4, 5)),
        ("Europe/Helsinki", date(2024, 10, 24), date(2024, 10, 30)),
        ("Europe/Prague", date(2006, 1, 1), date(2006, 12, 31)),
        ("Europe/Stockholm", date(2024, 3, 1), date(2024, 11, 30)),
        ("Europe/Sofia", date(2018, 9, 1), date(2018, 10, 31)),
        ("Europe/Dublin", date(2024, 3, 1), date(2024, 4, 30)),
        ("Europe/Moscow", date(2010, 1, 1), date(2011, 12, 31)),
        ("Europe/Moscow", date(2014, 10, 1), date(2014, 11, 30)),
        ("Europe/Istanbul", date(2006, 3, 1), date(2006, 11, 30)),
        ("Europe/Istanbul", date(2016, 3, 1), date(2017, 4, 30)),
        ("America/New_York", date(2006, 3, 1), date(2007, 4, 30)),
        ("America/Argentina/Buenos_Aires", date(2008, 12, 1), date(2009, 4, 30)),
        ("Australia/Sydney", date(2024, 1, 1), date(2024, 12, 31)),
        ("Africa/Casablanca", date(2024, 2, 1), date(2024, 5, 31)),
        ("Asia/Jerusalem", date(2024, 3, 1), date(2024, 11, 30)),
        ("Asia/Kathmandu", date(2024, 1, 1), date(2024, 1, 3)),
        ("Europe/Prague", date(1979, 3, 1), date(1980, 12, 31)),
        ("UTC", date(2024, 1, 1), date(2024, 1, 2)),
    ],
)
def test_every_offset_is_that_of_the_database(name: str, first: date, last: date) -> None:
    assert offsets_differ(name, first, last) == []


@settings(max_examples=30, deadline=None)
@given(
    st.sampled_from(["Europe/Prague", "Europe/Helsinki", "Europe/Lisbon", "Asia/Tbilisi", "America/Santiago"]),
    st.dates(date(1975, 1, 1), date(2036, 1, 1)),
)
def test_any_fortnight(name: str, first: date) -> None:
    assert offsets_differ(name, first, first + timedelta(days=14)) == []


def test_the_yearly_rule_is_written_with_the_year_it_began() -> None:
    text = time_zone("Europe/Prague", date(2024, 6, 10), date(2024, 6, 14)).to_ical().decode()
    assert text.split("\r\n") == [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Prague",
        "BEGIN:DAYLIGHT",
        "DTSTART:19960331T020000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "TZNAME:CEST",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:19961027T030000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
        "TZNAME:CET",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "END:STANDARD",
        "END:VTIMEZONE",
        "",
    ]


def test_a_zone_whose_rule_came_later_lists_its_changes() -> None:
    text = time_zone("Europe/Moscow", date(2024, 6, 1), date(2024, 6, 1)).to_ical().decode()
    assert (text.count("BEGIN:STANDARD"), text.count("RRULE")) == (1, 0)
    text = time_zone("America/New_York", date(2006, 6, 1), date(2006, 6, 1)).to_ical().decode()
    assert (text.count("BEGIN:DAYLIGHT"), text.count("BEGIN:STANDARD"), text.count("RRULE")) == (2, 3, 0)


def test_a_name_that_leads_out_of_the_database() -> None:
    for name in ("../../etc/passwd", "Mars/Olympus", "/etc/passwd"):
        with pytest.raises((KeyError, ValueError)):
            time_zone(name, date(2024, 1, 1), date(2024, 1, 1))
