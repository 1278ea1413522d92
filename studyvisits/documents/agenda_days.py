"""The days of an agenda as words: a heading each, and a row for each session. Nothing is measured."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import groupby

from studyvisits.documents.activity_words import audience_words, on_clock
from studyvisits.documents.line_breaking import unbroken
from studyvisits.domain.dates import DAY_MINUTES, day_number, is_real
from studyvisits.domain.day_order import in_day_order
from studyvisits.domain.kinds import AudienceKind, Mode, Role, SessionState
from studyvisits.domain.zones import Clock, clocks, zone_of_activity
from studyvisits.queries.activity_heads import ActivityHead, Place
from studyvisits.queries.agenda import Agenda
from studyvisits.queries.calendar import CalendarSession, With
from studyvisits.texts import Texts, mark

MOST_SIGNS = 5
"""More groups than this are told in words."""
LONGEST_SIGN = 12
"""Letters of a group's name that may stand in a sign beside the title."""
ONE_LINE = 44
"""Letters that fit on a line below a title that has a sign."""
NO_BREAK = "\u00a0"
SEVERAL = {
    Role.PARTICIPANT: mark("Participants"),
    Role.GROUP_LEADER: mark("Group leaders"),
    Role.HOST_CONTACT: mark("Host contacts"),
    Role.SPEAKER: mark("Speakers"),
    Role.TRAINER: mark("Trainers"),
    Role.FACILITATOR: mark("Facilitators"),
    Role.INTERPRETER: mark("Interpreters"),
    Role.ACCOMPANYING_PERSON: mark("Accompanying persons"),
    Role.ORGANISER: mark("Organisers"),
}
"""What stands before the names of several people of one role."""


@dataclass(frozen=True, slots=True)
class Row:
    """A session, or with ``band`` the title of a part that begins. ``beside``: it runs at the same time as the row
    before it. ``signs`` are groups."""

    band: str = ""
    times: tuple[str, ...] = ()
    beside: bool = False
    kind: str | None = None
    signs: tuple[str, ...] = ()
    title: str = ""
    cancelled: bool = False
    below: tuple[str, ...] = ()
    place: str = ""
    place_below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Day:
    heading: str
    note: str
    rows: tuple[Row, ...]


def agenda_days(agenda: Agenda, texts: Texts) -> tuple[Day, ...]:
    """The days that have sessions, in their order."""
    return tuple(_days(agenda, texts))


def _days(agenda: Agenda, texts: Texts) -> Iterable[Day]:
    head = agenda.head
    hosts = {host.name for host in agenda.hosts}
    parts = {
        part.id: part.title if part.organisation in hosts else joined(part.title, part.organisation, " · ")
        for part in agenda.parts
    }
    for day, members in groupby(agenda.sessions, key=lambda session: session.day):
        sessions = in_day_order(list(members))
        found = list(dict.fromkeys(one.part_id for one in sessions if one.part_id in parts))
        heading = (
            unbroken(texts.day(day))
            if is_real(head.certainty)
            else texts.gettext("Day {n}").format(n=day_number(day, head.first_day))
        )
        part = parts[found[0]] if len(found) == 1 and found[0] is not None else ""
        whom = _common_audience(sessions, texts)
        said = texts.gettext("For: {whom}").format(whom=whom) if whom else ""
        notes = [part, said, _clock_note(sessions, agenda, texts)]
        rows = _rows(sessions, {} if part else parts, whom, agenda, texts)
        yield Day(heading[:1].upper() + heading[1:], " · ".join(note for note in notes if note), tuple(rows))


def _common_audience(sessions: Sequence[CalendarSession], texts: Texts) -> str:
    """Whom all sessions of a day are for, those of groups aside, to be said once; empty where they differ."""
    said = {_whom(session, texts) for session in sessions if not _signs(session)}
    return said.pop() if len(said) == 1 else ""


def _whom(session: CalendarSession, texts: Texts) -> str:
    return audience_words([(one.kind, one.name) for one in session.audience], texts)


def _clock_note(sessions: Sequence[CalendarSession], agenda: Agenda, texts: Texts) -> str:
    """Whose clock the rows show, where people sit in several zones."""
    for session in sessions:
        shown = _clocks(session, agenda, texts)
        if len(shown) > 1:
            return texts.gettext("Times: {place}").format(place=shown[0].place)
    return ""


def _rows(
    sessions: Sequence[CalendarSession], parts: dict[int, str], whom: str, agenda: Agenda, texts: Texts
) -> Iterable[Row]:
    """``parts`` whose titles stand between the rows, where a day has several; ``whom`` the day is for, said above."""
    seen: set[Place] = set()
    part: int | None = None
    before: CalendarSession | None = None
    for session in sessions:
        if session.part_id in parts and session.part_id != part:
            part = session.part_id
            before = None
            yield Row(band=parts[session.part_id or 0])
        row = _row(session, whom, agenda, texts, seen)
        beside = before is not None and session.start is not None and _hours(session) == _hours(before)
        yield replace(row, beside=True, times=()) if beside else row
        before = session


def _hours(session: CalendarSession) -> tuple[int | None, int | None]:
    return session.start, session.minutes


def _row(session: CalendarSession, day_for: str, agenda: Agenda, texts: Texts, seen: set[Place]) -> Row:
    signs = _signs(session)
    whom = _whom(session, texts)
    place, place_below = _place(session, agenda.head, texts, seen)
    if place_below and _folded(place) == _folded(session.title):
        place, *rest = place_below
        place_below = tuple(rest)
    return Row(
        times=_times(session, agenda, texts),
        kind=session.kind,
        signs=signs,
        title=session.title,
        cancelled=session.state == SessionState.CANCELLED,
        below=tuple(_below(session, agenda.head, "" if signs or whom == day_for else whom, place, texts)),
        place=place,
        place_below=place_below,
    )


def _signs(session: CalendarSession) -> tuple[str, ...]:
    names = [one.name or "" for one in session.audience]
    groups_alone = all(one.kind == AudienceKind.GROUP for one in session.audience)
    short = len(names) <= MOST_SIGNS and all(0 < len(name) <= LONGEST_SIGN for name in names)
    return tuple(names) if groups_alone and short else ()


def _times(session: CalendarSession, agenda: Agenda, texts: Texts) -> tuple[str, ...]:
    """The time of the row; below it the day it ends on where it lasts longer than a day, and where people sit in
    several zones what their clocks show."""
    if session.start is None:
        return ()
    shown = [texts.times(session.start, session.minutes)]
    if session.minutes is not None and session.minutes > DAY_MINUTES:
        ends = session.day + timedelta(minutes=session.start + session.minutes)
        if is_real(agenda.head.certainty):
            shown.append(f"→ {unbroken(texts.day_short(ends))}")
        else:
            shown.append(f"→ {texts.gettext('Day {n}').format(n=day_number(ends, agenda.head.first_day))}")
    return (*shown, *(on_clock(clock, None, texts) for clock in _clocks(session, agenda, texts)[1:]))


def _clocks(session: CalendarSession, agenda: Agenda, texts: Texts) -> tuple[Clock, ...]:
    """What the clocks of the partners show when a session online begins, that of the activity first."""
    head = agenda.head
    if head.mode not in (Mode.ONLINE, Mode.HYBRID) or not is_real(head.certainty) or session.start is None:
        return ()
    zone = zone_of_activity(head.zone, texts.zone_of)
    if zone is None:
        return ()
    zones = [(spot.place, texts.zone_of(spot.spot.town, spot.spot.country)) for spot in agenda.spots]
    known = [(place, its) for place, its in zones if its is not None]
    own = next((place for place, its in known if its == zone), zone.rpartition("/")[2].replace("_", " "))
    return clocks(session.day, session.start, zone, known, place=own)


def _below(session: CalendarSession, head: ActivityHead, whom: str, place: str, texts: Texts) -> Iterable[str]:
    _ = texts.gettext
    if session.state == SessionState.CANCELLED:
        yield texts.label(SessionState.CANCELLED)
    if session.state == SessionState.ASKED:
        yield _("to be confirmed")
    body = session.organisation
    if body and any(_names(said, body, session, head) for said in (session.title, place)):
        body = None
    people = _people(session.people, texts)
    if body or people:
        yield from _together([*([body] if body else []), *people])
    if whom:
        yield _("For: {whom}").format(whom=whom)
    languages = (session.working_language or "").split()
    if languages and set(languages) != set((head.working_languages or "").split()):
        named = texts.list_of([texts.language_name(code) for code in languages])
        yield _("Language: {language}").format(language=named)
    if session.description:
        yield session.description


def _names(said: str, body: str, session: CalendarSession, head: ActivityHead) -> bool:
    """Whether a title or a place tells already which body it is: "Mediation Office" in Helsinki is the Mediation Office
    Helsinki, "Night patrol base Angered" that of Night patrol Angered."""
    if body.casefold() in said.casefold():
        return True
    towns = (head.town, session.place.town if session.place else None)
    words = set(_folded(body)) - {word for town in towns for word in _folded(town or "")}
    return bool(words) and words <= set(_folded(said))


def _folded(text: str) -> tuple[str, ...]:
    """Its words, by which two spellings of a name are the same."""
    return tuple(re.findall(r"\w+", text.casefold()))


def _together(said: list[str]) -> list[str]:
    """On one line what is short enough for it, else a line each, so that no line ends with the sign between them."""
    line = " · ".join(said)
    return [line] if len(line) <= ONE_LINE else said


def _people(people: Sequence[With], texts: Texts) -> list[str]:
    """Names of those who speak, then those of each other role after its label, of several as a plural. A name stays on
    one line if it can."""
    found: dict[str, list[str]] = {"": []}
    for person in people:
        role = "" if person.role in (None, Role.SPEAKER) else person.role or ""
        found.setdefault(role, []).append(person.name.replace(" ", NO_BREAK))
    plain = found.pop("")
    named = [f"{_label(Role(role), len(names), texts)}:{NO_BREAK}{', '.join(names)}" for role, names in found.items()]
    return [", ".join(plain), *named] if plain else named


def _label(role: Role, number: int, texts: Texts) -> str:
    return texts.label(role) if number == 1 else texts.gettext(SEVERAL[role])


def _place(session: CalendarSession, head: ActivityHead, texts: Texts, seen: set[Place]) -> tuple[str, tuple[str, ...]]:
    """The name of the place; below it the address, said once a day, and the note. A note without a place stands in its
    stead."""
    place, note = session.place, session.place_note or ""
    if place is None:
        return note, ()
    where = "" if place in seen else where_is(place, head, texts)
    seen.add(place)
    return place.name, tuple(line for line in (where, note) if line)


def where_is(place: Place, head: ActivityHead, texts: Texts) -> str:
    """Address, town, and the country where it is another than the activity's, nothing said twice."""
    country = place.country if head.country and place.country and place.country != head.country else None
    parts = [place.address, place.town, texts.country(country) if country else None]
    said: list[str] = []
    for part in parts:
        if part and not any(part.casefold() in before.casefold() for before in (place.name, *said)):
            said.append(part)
    return ", ".join(said)


def joined(first: str | None, second: str | None, sign: str = ", ") -> str:
    if first and second and second.casefold() in first.casefold():
        return first
    return sign.join(part for part in (first, second) if part)
