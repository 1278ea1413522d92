from dataclasses import replace
from datetime import date, timedelta

from studyvisits.documents.agenda_days import Row
from studyvisits.documents.agenda_words import agenda_words
from studyvisits.documents.facts import Cell, Line
from studyvisits.domain.zones import ZoneFacts
from studyvisits.queries.activity_heads import Place
from studyvisits.queries.agenda import AgendaPart, From
from studyvisits.queries.calendar import CalendarSession, For, With
from studyvisits.texts import texts_in
from tests.documents.agendas import CAS, MONDAY, agenda_of, head, session, visit

ENGLISH = texts_in("en")


def row(its: CalendarSession, **told: object) -> Row:
    return agenda_words(agenda_of(its, **told), ENGLISH).days[0].rows[0]


def test_the_head_of_a_visit() -> None:
    words = agenda_words(visit(), ENGLISH)
    assert (words.project, words.document, words.title, words.subtitle) == (
        "STREETWORK",
        "Agenda of the study visit",
        "Trafficking in people",
        "Study visit · Praha, Czechia · 10–14\u00a0June 2024",
    )
    assert words.cells == (
        Cell("Host", (Line("ČAS", True), Line("Žerotínova 33, Praha 3"))),
        Cell("On the spot", (Line("Kateřina Dvořáková", True), Line("+420 600 000 114"))),
        Cell("Visitors", (Line("Katutyö, 4", True), Line("Fältgruppen, 4, 2 named", True))),
        Cell("Language", (Line("English", True), Line("Interpreter: Jiří Žďárský"))),
    )


def test_days_have_their_names_and_parts() -> None:
    monday, tuesday = agenda_words(visit(), ENGLISH).days
    assert (monday.heading, monday.note, tuesday.heading, tuesday.note) == (
        "Monday 10\u00a0June",
        "",
        "Tuesday 11\u00a0June",
        "",
    )
    assert [its.band or its.title for its in tuesday.rows] == [
        "Morning of law",
        "Law",
        "Ohrada",
        "Afternoon · Naděje",
        "Tables",
    ]


def test_groups_that_part_stand_below_each_other_with_one_time() -> None:
    rows = agenda_words(visit(), ENGLISH).days[0].rows
    assert [(its.times, its.beside, its.signs, its.title) for its in rows[1:3]] == [
        (("10:30–12:30",), False, ("A",), "Day centre"),
        ((), True, ("B",), "Outreach"),
    ]


def test_a_part_of_the_whole_day_stands_beside_its_name() -> None:
    day = agenda_words(
        agenda_of(session("Law", 540, part_id=1), parts=(AgendaPart(1, "Course", "ČAS"),)), ENGLISH
    ).days[0]
    assert (day.note, [its.band for its in day.rows]) == ("Course", [""])


def test_whom_a_whole_day_is_for_is_said_once() -> None:
    local = (For("local", None),)
    day = agenda_words(agenda_of(session("A", 540, audience=local), session("B", 600, audience=local)), ENGLISH).days[0]
    assert (day.note, [its.below for its in day.rows]) == ("For: local colleagues", [(), ()])


def test_an_audience_that_differs_is_said_in_words() -> None:
    told = agenda_of(session("A", 540, audience=(For("partner", "Katutyö"), For("group", "A"))), session("B", 600))
    assert agenda_words(told, ENGLISH).days[0].rows[0].below == ("For: Katutyö and group A",)


def test_people_stand_with_their_roles() -> None:
    people = (
        With("Jana Malá", "trainer"),
        With("two women", None),
        With("Petr Žák", "speaker"),
        With("O. Černý", "trainer"),
    )
    assert row(session("A", people=people)).below == (
        "two\u00a0women, Petr\u00a0Žák",
        "Trainers:\u00a0Jana\u00a0Malá, O.\u00a0Černý",
    )


def test_a_few_short_names_share_a_line() -> None:
    people = (With("Petr Žák", None), With("Eva Malá", "interpreter"))
    assert row(session("A", people=people)).below == ("Petr\u00a0Žák · Interpreter:\u00a0Eva\u00a0Malá",)


def test_the_host_service_is_named_unless_the_place_says_it() -> None:
    assert row(session("A", organisation="Naděje", place=CAS)).below == ("Naděje",)
    assert row(session("A", organisation="čas", place=CAS)).below == ()


def test_a_body_whose_words_stand_in_the_title_is_not_named_again() -> None:
    office = session("Mediation Office", organisation="Mediation Office Praha", place=CAS)
    patrol = session("Night patrol base Žižkov", organisation="Night patrol Žižkov", place=CAS)
    police = session("Station round", organisation="City Police Praha", place=CAS)
    assert [row(one).below for one in (office, patrol, police)] == [(), (), ("City Police Praha",)]


def test_a_place_named_as_the_session_is_tells_its_address_instead() -> None:
    told = agenda_of(session("čas", 540, place=CAS), session("ČAS", 600, place=CAS))
    first, again = agenda_words(told, ENGLISH).days[0].rows
    assert (first.place, first.place_below) == ("Žerotínova 33, Praha 3", ())
    assert (again.place, again.place_below) == ("ČAS", ())


def test_a_language_of_its_own_is_said() -> None:
    assert row(session("A", working_language="cs")).below == ("Language: Czech",)
    assert row(session("A", working_language="en")).below == ()


def test_asked_and_cancelled_are_said_in_words() -> None:
    assert row(session("A", state="asked")).below == ("to be confirmed",)
    assert (row(session("A", state="cancelled")).below, row(session("A", state="cancelled")).cancelled) == (
        ("Cancelled",),
        True,
    )


def test_an_address_is_said_once_a_day() -> None:
    tuesday = MONDAY + timedelta(days=1)
    told = agenda_of(
        *(
            session(title, 540 + n, day=day, place=CAS)
            for n, (title, day) in enumerate([("A", MONDAY), ("B", MONDAY), ("C", tuesday)])
        )
    )
    assert [its.place_below for day in agenda_words(told, ENGLISH).days for its in day.rows] == [
        ("Žerotínova 33, Praha 3",),
        (),
        ("Žerotínova 33, Praha 3",),
    ]


def test_a_note_stands_beside_the_address_or_instead_of_it() -> None:
    beside, instead = (
        row(session("A", place=CAS, place_note="2nd floor")),
        row(session("A", place_note="given on the day")),
    )
    assert (beside.place, beside.place_below) == ("ČAS", ("Žerotínova 33, Praha 3", "2nd floor"))
    assert (instead.place, instead.place_below) == ("given on the day", ())


def test_a_place_abroad_names_its_country() -> None:
    assert row(session("A", place=Place("Rathaus", "Stadtplatz 1", "Wels", "AT"))).place_below == (
        "Stadtplatz 1, Wels, Austria",
    )


def test_past_midnight_and_longer_than_a_day() -> None:
    assert row(session("A", 1260, 210)).times == ("21:00–0:30",)
    assert row(session("A", 1260, 1600)).times == ("21:00–23:40", "→ 11\u00a0Jun")


def test_a_month_counts_days() -> None:
    its = head(certainty="month", first_day=date(2024, 6, 3))
    words = agenda_words(agenda_of(session("A", day=date(2024, 6, 5)), head=its), ENGLISH)
    assert (words.subtitle, words.days[0].heading) == ("Study visit · Praha, Czechia · June 2024", "Day 3")


def test_an_open_date_and_a_provisional_one() -> None:
    assert agenda_words(agenda_of(head=head(certainty="open")), ENGLISH).subtitle.endswith("· date open")
    assert agenda_words(agenda_of(head=head(certainty="provisional")), ENGLISH).subtitle.endswith("(provisional)")


def test_a_meeting_tells_every_clock() -> None:
    its = head(
        kind="preparatory_meeting",
        mode="online",
        start=840,
        minutes=90,
        first_day=date(2024, 5, 7),
        last_day=date(2024, 5, 7),
        joining_link="https://meet.example.org/x",
        zone=ZoneFacts(time_zone="Europe/Prague"),
    )
    words = agenda_words(agenda_of(session("Who we are", 840, 15, day=date(2024, 5, 7)), head=its), ENGLISH)
    assert words.cells[0] == Cell("Time", (Line("14:00–15:30 Praha", True), Line("15:00–16:30 Helsinki", True)))
    assert words.cells[2] == Cell(
        "Join at", (Line(*("https://meet.example.org/x", True, "https://meet.example.org/x")),)
    )
    assert (words.days[0].note, words.days[0].rows[0].times) == ("Times: Praha", ("14:00–14:15", "15:00 Helsinki"))


def test_open_places_are_told_as_places() -> None:
    words = agenda_words(agenda_of(people=(From("Katutyö", "visiting", 4, 0, 0),)), ENGLISH)
    assert words.cells[-2].lines == (Line("Katutyö, 4 places", True),)


def test_without_sessions_the_programme_will_follow() -> None:
    assert agenda_words(agenda_of(), ENGLISH).remark == "The programme will follow."
    assert agenda_words(agenda_of(head=head(start=600)), ENGLISH).remark == ""


def test_a_cancelled_activity_says_why() -> None:
    assert (
        agenda_words(agenda_of(head=head(status="cancelled", cancel_reason="no funds")), ENGLISH).state
        == "Cancelled: no funds"
    )


def test_czech_headings_begin_with_a_capital() -> None:
    assert agenda_words(visit(), texts_in("cs")).days[0].heading == "Pondělí 10.\u00a0června"


def test_many_groups_are_told_in_words() -> None:
    groups = tuple(For("group", letter) for letter in "ABCDEF")
    told = agenda_words(agenda_of(session("A", 540, audience=groups), session("B", 600)), ENGLISH).days[0].rows[0]
    assert (told.signs, told.below) == ((), ("For: group A, group B, group C, group D, group E and group F",))


def test_the_main_venue_is_told_unless_it_is_the_host() -> None:
    venue = replace(CAS, name="Divus", address="Na Květnici 2")
    words = agenda_words(agenda_of(head=head(venue=venue), spots=(), project=visit().project), ENGLISH)
    assert words.cells[1] == Cell("Place", (Line("Divus", True), Line("Na Květnici 2, Praha 3")))


def test_parts_are_named_while_some_have_no_day() -> None:
    parts = (AgendaPart(1, "Placements", None), AgendaPart(2, "Course", None))
    settled = agenda_of(session("Walk", 540, 60, part_id=1), session("Lecture", 660, 60, part_id=2), parts=parts)
    waiting = agenda_of(session("Walk", 540, 60, part_id=1), parts=parts)

    assert agenda_words(settled, ENGLISH).remark == ""
    assert agenda_words(waiting, ENGLISH).remark == "Parts of the programme: Placements · Course"


def test_a_language_begins_with_a_capital_where_it_stands_alone() -> None:
    cells = agenda_words(visit(), texts_in("fi")).cells
    assert cells[-1].lines[0] == Line("Englanti", True)
