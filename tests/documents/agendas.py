"""Agendas to print, as the query would tell them."""

from datetime import date, timedelta
from io import BytesIO

from studyvisits.domain.zones import Spot, ZoneFacts
from studyvisits.queries.activity_heads import ActivityHead, Place, ProjectHead
from studyvisits.queries.agenda import Agenda, AgendaPart, From, HostAddress, OnTheSpot
from studyvisits.queries.calendar import CalendarSession, For, With
from studyvisits.queries.funding import Funding
from studyvisits.queries.zones import PartnerSpot

MONDAY = date(2024, 6, 10)
CAS = Place("ČAS", "Žerotínova 33", "Praha 3", "CZ")
PROJECT = ProjectHead(1, "a" * 32, "Streetwork in three cities", "STREETWORK", "en", date(2023, 11, 1), None, "ČAS")
FUNDING = Funding("Erasmus+", "Dům zahraniční spolupráce", "2023-1-CZ01-KA122-ADU-000135790", "funded", ())
SPOTS = (
    PartnerSpot(1, "Helsinki", Spot("Helsinki", "FI"), "partner"),
    PartnerSpot(2, "Praha", Spot("Praha", "CZ"), "coordinator"),
)


def head(**told: object) -> ActivityHead:
    facts: dict[str, object] = {
        "id": 7,
        "uid": "b" * 32,
        "kind": "study_visit",
        "short_name": None,
        "title": "Trafficking in people",
        "purpose": None,
        "first_day": MONDAY,
        "last_day": date(2024, 6, 14),
        "certainty": "fixed",
        "start": None,
        "minutes": None,
        "mode": "on_site",
        "town": "Praha",
        "country": "CZ",
        "venue": None,
        "joining_link": None,
        "working_languages": "en",
        "web_page": None,
        "status": "planned",
        "cancel_reason": None,
        "belongs_to_id": None,
        "hosts": ("ČAS",),
        "zone": ZoneFacts(place=Spot("Praha", "CZ")),
    }
    return ActivityHead(**{**facts, **told})  # type: ignore[arg-type]


def session(title: str, start: int | None = None, minutes: int | None = None, **told: object) -> CalendarSession:
    facts: dict[str, object] = {
        "uid": "c" * 32,
        "kind": "course",
        "day": MONDAY,
        "order": 0,
        "place": None,
        "place_note": None,
        "organisation": None,
        "working_language": None,
        "state": "planned",
        "description": None,
        "people": (),
        "audience": (),
        "part_id": None,
    }
    return CalendarSession(title=title, start=start, minutes=minutes, **{**facts, **told})  # type: ignore[arg-type]


def agenda_of(*sessions: CalendarSession, **told: object) -> Agenda:
    facts: dict[str, object] = {
        "project": PROJECT,
        "head": head(),
        "funding": FUNDING,
        "logos": (),
        "spots": SPOTS,
        "hosts": (HostAddress("ČAS", "Žerotínova 33", "Praha 3"),),
        "contacts": (),
        "interpreters": (),
        "people": (),
        "parts": (),
        "sessions": sessions,
    }
    return Agenda(**{**facts, **told})  # type: ignore[arg-type]


def visit() -> Agenda:
    """Two days in Prague with everything an agenda can hold."""
    a, b = For("group", "A"), For("group", "B")
    visitors = (For("visiting", None),)
    tuesday = MONDAY + timedelta(days=1)
    return agenda_of(
        session("Welcome", 540, 15, kind="meeting", place=CAS, people=(With("Kateřina Dvořáková", "host_contact"),)),
        session("Lunch <b>&amp;</b> =1+1", 780, 60, kind="meal", order=3, place_note="Address given on the day"),
        session("Outreach", 630, 120, kind="placement", order=2, audience=(b,), place=CAS, state="asked"),
        session("Day centre", 630, 120, kind="placement", order=1, audience=(a,), organisation="Naděje"),
        session("Night round", 1260, 210, kind="placement", order=4, audience=visitors, state="cancelled"),
        session("Law", 540, 90, day=tuesday, part_id=1, working_language="cs", people=(With("J. Žák", "trainer"),)),
        session("Ohrada", None, None, kind="travel", day=tuesday, order=1, place=CAS, place_note="meet at the stop"),
        session("Tables", 660, None, kind="seminar", day=tuesday, order=2, part_id=2, description="One chain each."),
        contacts=(OnTheSpot("Kateřina Dvořáková", "+420 600 000 114", None),),
        interpreters=("Jiří Žďárský",),
        people=(From("Katutyö", "visiting", 4, 4, 4), From("Fältgruppen", "visiting", 4, 2, 4)),
        parts=(AgendaPart(1, "Morning of law", None), AgendaPart(2, "Afternoon", "Naděje")),
    )


def long_agenda(sessions: int, days: int = 1) -> Agenda:
    """Sessions spread over days, one every ten minutes."""
    return agenda_of(
        *(
            session(
                f"Session {number} of the long programme",
                480 + 10 * (number // days),
                10,
                day=MONDAY + timedelta(days=number % days),
                order=number // days,
                kind=("course", "meal", "placement")[number % 3],
                place=Place(f"Place {number}", f"Street {number}", "Praha 3", "CZ"),
                people=(With(f"Person {number}", None),),
            )
            for number in sorted(range(sessions), key=lambda number: number % days)
        )
    )


def picture(width: int, height: int) -> bytes:
    from PIL import Image

    octets = BytesIO()
    Image.new("RGB", (width, height), "#802040").save(octets, "PNG")
    return octets.getvalue()
