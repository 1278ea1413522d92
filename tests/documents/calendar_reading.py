"""A small reader of iCalendar, written from RFC 5545 for the tests; zones are read by dateutil."""

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, tzinfo
from io import StringIO
from typing import cast

from dateutil.tz import tzical


@dataclass
class Read:
    """``properties`` of the calendar, and of each event with its parameters in the name: ``DTSTART;TZID=…``."""

    properties: dict[str, str] = field(default_factory=dict)
    events: list[dict[str, str]] = field(default_factory=list)
    zones: dict[str, tzinfo] = field(default_factory=dict)

    def event(self, summary: str) -> dict[str, str]:
        (found,) = [event for event in self.events if event["SUMMARY"] == summary]
        return found

    def moment(self, event: dict[str, str], name: str) -> datetime | date | None:
        """An instant in UTC; a day; a time without a zone as it stands; None where the event has none."""
        for key, text in event.items():
            if key == name or key.startswith(f"{name};"):
                return self._moment(key, text)
        return None

    def _moment(self, key: str, text: str) -> datetime | date:
        if "VALUE=DATE" in key:
            return datetime.strptime(text, "%Y%m%d").replace(tzinfo=UTC).date()
        wall = datetime.fromisoformat(text)
        zone = re.search("TZID=([^;]+)", key)
        return wall.replace(tzinfo=self.zones[zone.group(1)]).astimezone(UTC) if zone else wall


def read_calendar(content: bytes) -> Read:
    lines = content.decode().split("\r\n")
    assert lines.pop() == ""
    assert not any("\n" in line or "\r" in line for line in lines)
    assert max(len(line.encode()) for line in lines) <= 75
    found, inside = Read(), [""]
    for line in re.sub("\r\n[ \t]", "", "\r\n".join(lines)).split("\r\n"):
        name, _, value = line.partition(":")
        if name == "BEGIN":
            inside.append(value)
            if value == "VEVENT":
                found.events.append({})
        elif name == "END":
            assert inside.pop() == value
        elif inside[-1] == "VEVENT":
            found.events[-1][name] = _plain(value)
        elif inside[-1] == "VCALENDAR":
            found.properties[name] = _plain(value)
    if "BEGIN:VTIMEZONE" in lines:
        zones = tzical(StringIO(content.decode()))
        found.zones = {name: cast("tzinfo", zones.get(name)) for name in list(zones.keys())}
    return found


def _plain(value: str) -> str:
    return re.sub(r"\\(.)", lambda escaped: "\n" if escaped.group(1) in "nN" else escaped.group(1), value)
