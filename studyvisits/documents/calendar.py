"""The calendar file of a project or of one activity (iCalendar, RFC 5545).

What has a time is an entry of its own, in the zone of its activity. An activity that lasts days is one all-day entry,
whose description lists what has a day but no time; what has no day is nowhere. Activities whose dates are not known
yet are left out, which the problems returned with the file say.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from studyvisits.documents.activity_words import audience_words, dates_of, kind_of, place_line, title_of, town_of
from studyvisits.documents.plain_text import plain
from studyvisits.documents.time_zones import time_zone
from studyvisits.domain.dates import is_real
from studyvisits.domain.day_order import in_day_order
from studyvisits.domain.kinds import ActivityStatus, Certainty, Mode, Role, SessionKind, SessionState, Severity
from studyvisits.domain.problem import Problem, Where
from studyvisits.domain.zones import zone_of_activity
from studyvisits.queries.activity_heads import ActivityHead
from studyvisits.queries.calendar import Calendar, CalendarActivity, CalendarSession, With
from studyvisits.texts import Texts

if TYPE_CHECKING:
    from icalendar import Event

MADE_BY = "-//Study Visits//Study Visits//EN"


@dataclass(frozen=True, slots=True)
class Entry:
    """One VEVENT. ``start`` is the day of an all-day entry, else a wall-clock time; ``end`` is the day or time after
    the last, empty where the length is not known; ``zone`` is empty for clocks wherever the reader is."""

    uid: str
    start: date | datetime
    end: date | datetime | None
    zone: str | None
    summary: str
    location: str
    lines: Sequence[str]
    status: str
    category: str
    link: str | None
    blocks: bool = field(default=True)


def calendar_ics(calendar: Calendar, texts: Texts, *, today: date) -> tuple[bytes, tuple[Problem, ...]]:
    """Return the file and what it does not hold: ``calendar_without_date`` for activities left out, and
    ``calendar_without_zone`` for those whose times are given without a zone."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    for activity in calendar.activities:
        if not is_real(activity.head.certainty):
            problems.append(_problem("calendar_without_date", activity.head, texts))
            continue
        zone = zone_of_activity(activity.head.zone, texts.zone_of)
        made = _entries(calendar, activity, zone, texts)
        if zone is None and any(isinstance(entry.start, datetime) for entry in made):
            problems.append(_problem("calendar_without_zone", activity.head, texts))
        entries.extend(made)
    return _file(_name(calendar, texts), entries, today), tuple(problems)


def _problem(code: str, head: ActivityHead, texts: Texts) -> Problem:
    title = title_of(head, texts)
    return Problem(code, Severity.WARN, Where("activities", head.id, title), {"activity": title})


def _name(calendar: Calendar, texts: Texts) -> str:
    project = calendar.project.acronym or calendar.project.title
    if len(calendar.activities) != 1:
        return project
    return f"{project} · {title_of(calendar.activities[0].head, texts)}"


def _entries(calendar: Calendar, activity: CalendarActivity, zone: str | None, texts: Texts) -> list[Entry]:
    timed = [session for session in activity.sessions if session.start is not None]
    untimed = [session for session in activity.sessions if session.start is None]
    head = activity.head
    made = [_session_entry(calendar, head, session, zone, texts) for session in timed]
    lasts_days = head.start is None or head.last_day > head.first_day
    if lasts_days or untimed or not timed:
        made.append(_activity_entry(calendar, head, untimed, None if lasts_days else head.start, zone, texts))
    return made


def _activity_entry(
    calendar: Calendar,
    head: ActivityHead,
    untimed: Sequence[CalendarSession],
    start: int | None,
    zone: str | None,
    texts: Texts,
) -> Entry:
    """``start`` None makes it an all-day entry, which leaves its readers free for what has a time."""
    first: date | datetime = head.first_day if start is None else _at(head.first_day, start)
    last: date | datetime | None = head.last_day + timedelta(days=1)
    if start is not None:
        last = None if head.minutes is None else _at(head.first_day, start + head.minutes)
    hours = None
    if start is None and head.start is not None:
        hours = texts.times(head.start, head.minutes)
    town = texts.label(Mode.ONLINE) if head.mode == Mode.ONLINE else place_line(head.venue) or town_of(head, texts)
    return Entry(
        uid=head.uid,
        start=first,
        end=last,
        zone=zone,
        summary=_summary(title_of(head, texts), head, False, texts),
        location=town,
        lines=[
            *_lines(hours, head.purpose),
            *_cancelled(head, texts),
            *_programme(untimed, head, texts),
            *_joining(head, texts),
            *_belonging(calendar, head, texts),
        ],
        status=_status(head, False),
        category=kind_of(head, texts),
        link=head.joining_link or head.web_page,
        blocks=start is not None,
    )


def _session_entry(
    calendar: Calendar, head: ActivityHead, session: CalendarSession, zone: str | None, texts: Texts
) -> Entry:
    assert session.start is not None
    called_off = session.state == SessionState.CANCELLED
    end = None if session.minutes is None else _at(session.day, session.start + session.minutes)
    return Entry(
        uid=session.uid,
        start=_at(session.day, session.start),
        end=end,
        zone=zone,
        summary=_summary(session.title, head, called_off, texts),
        location=_location(session, head, texts),
        lines=[
            *_lines(session.description),
            *_whom(session, texts),
            *_language(session, head, texts),
            *_joining(head, texts),
            *_cancelled(head, texts),
            *_belonging(calendar, head, texts),
        ],
        status=_status(head, called_off),
        category=texts.label(SessionKind(session.kind)) if session.kind else kind_of(head, texts),
        link=head.joining_link,
    )


def _at(day: date, minutes: int) -> datetime:
    return datetime.combine(day, time()) + timedelta(minutes=minutes)


def _summary(title: str, head: ActivityHead, called_off: bool, texts: Texts) -> str:
    if called_off or head.status == ActivityStatus.CANCELLED:
        return texts.gettext("Cancelled: {title}").format(title=title)
    if head.certainty == Certainty.PROVISIONAL:
        return texts.gettext("{title} (provisional)").format(title=title)
    return title


def _status(head: ActivityHead, called_off: bool) -> str:
    """Of an activity and all its sessions: who invites to a confirmed one expects people at every session, whether its
    room is arranged yet or not."""
    if called_off or head.status == ActivityStatus.CANCELLED:
        return "CANCELLED"
    tentative = head.status == ActivityStatus.PLANNED or head.certainty == Certainty.PROVISIONAL
    return "TENTATIVE" if tentative else "CONFIRMED"


def _location(session: CalendarSession, head: ActivityHead, texts: Texts) -> str:
    """Of the session; where it has none, its host service, else the activity's venue, else nothing but "online"."""
    own = place_line(session.place, session.place_note)
    if session.organisation and not session.place:
        own = ", ".join(part for part in (session.organisation, own) if part)
    return own or (texts.label(Mode.ONLINE) if head.mode == Mode.ONLINE else place_line(head.venue))


def _lines(*texts: str | None) -> list[str]:
    return [text for text in texts if text]


def _whom(session: CalendarSession, texts: Texts) -> list[str]:
    lines = []
    audience = audience_words([(one.kind, one.name) for one in session.audience], texts)
    if audience:
        lines.append(texts.gettext("For: {names}").format(names=audience))
    if session.people:
        names = "; ".join(_with(person, texts) for person in session.people)
        lines.append(texts.gettext("People: {names}").format(names=names))
    if session.organisation:
        lines.append(texts.gettext("Host: {name}").format(name=session.organisation))
    return lines


def _with(person: With, texts: Texts) -> str:
    if person.role is None:
        return person.name
    return texts.gettext("{name} ({role})").format(name=person.name, role=texts.label(Role(person.role)))


def _language(session: CalendarSession, head: ActivityHead, texts: Texts) -> list[str]:
    if not session.working_language or session.working_language == head.working_languages:
        return []
    names = texts.list_of([texts.language_name(code) for code in session.working_language.split()])
    return [texts.gettext("Language: {names}").format(names=names)]


def _joining(head: ActivityHead, texts: Texts) -> list[str]:
    return [texts.gettext("Join: {link}").format(link=head.joining_link)] if head.joining_link else []


def _cancelled(head: ActivityHead, texts: Texts) -> list[str]:
    if head.status != ActivityStatus.CANCELLED or not head.cancel_reason:
        return []
    return [texts.gettext("Reason: {reason}").format(reason=head.cancel_reason)]


def _programme(untimed: Sequence[CalendarSession], head: ActivityHead, texts: Texts) -> list[str]:
    """A line for each session without a time, under its day where the activity has several."""
    lines = []
    for day, sessions in groupby(untimed, key=lambda session: session.day):
        if head.last_day > head.first_day:
            lines.append(texts.day(day))
        for session in in_day_order([each for each in sessions if each.state != SessionState.CANCELLED]):
            where = place_line(session.place, session.place_note) or session.organisation or ""
            whom = audience_words([(one.kind, one.name) for one in session.audience], texts)
            lines.append("– " + " · ".join(part for part in (session.title, where, whom) if part))
    return lines


def _belonging(calendar: Calendar, head: ActivityHead, texts: Texts) -> list[str]:
    """The last line says which project and activity the entry is of, since it will stand among others."""
    project = calendar.project.acronym or calendar.project.title
    parts = (project, title_of(head, texts), kind_of(head, texts), town_of(head, texts), dates_of(head, texts))
    return [" · ".join(dict.fromkeys(part for part in parts if part))]


def _file(name: str, entries: Sequence[Entry], today: date) -> bytes:
    from icalendar import Calendar as Component

    file = Component()
    file.add("prodid", MADE_BY)
    file.add("version", "2.0")
    file.add("calscale", "GREGORIAN")
    file.add("method", "PUBLISH")
    file.add("x-wr-calname", plain(name).replace("\n", " "))
    for zone, first, last in _zones(entries):
        file.add_component(time_zone(zone, first, last))
    for entry in sorted(entries, key=_when):
        file.add_component(_event(entry, today))
    return bytes(file.to_ical(sorted=False))


def _zones(entries: Sequence[Entry]) -> list[tuple[str, date, date]]:
    """Each zone used, with its first and last day."""
    days: dict[str, list[date]] = {}
    for entry in entries:
        if entry.zone is not None and isinstance(entry.start, datetime):
            end = entry.end if isinstance(entry.end, datetime) else entry.start
            days.setdefault(entry.zone, []).extend((entry.start.date(), end.date()))
    return [(zone, min(used), max(used)) for zone, used in sorted(days.items())]


def _when(entry: Entry) -> tuple[datetime, bool, str]:
    start = entry.start if isinstance(entry.start, datetime) else datetime.combine(entry.start, time())
    return start, isinstance(entry.start, datetime), entry.uid


def _event(entry: Entry, today: date) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", str(UUID(entry.uid)))
    event.add("dtstamp", datetime.combine(today, time(), UTC))
    event.add("sequence", 0)
    event.add("dtstart", _in_zone(entry.start, entry.zone))
    if entry.end is not None:
        event.add("dtend", _in_zone(entry.end, entry.zone))
    event.add("summary", plain(entry.summary).replace("\n", " "))
    if entry.location:
        event.add("location", plain(entry.location).replace("\n", ", "))
    event.add("description", plain("\n".join(entry.lines)))
    event.add("categories", [entry.category])
    event.add("status", entry.status)
    event.add("transp", "OPAQUE" if entry.blocks else "TRANSPARENT")
    if entry.link and entry.link.startswith(("https://", "http://")) and entry.link.isprintable():
        event.add("url", entry.link)
    return event


def _in_zone(at: date | datetime, zone: str | None) -> date | datetime:
    return at.replace(tzinfo=ZoneInfo(zone)) if isinstance(at, datetime) and zone is not None else at
