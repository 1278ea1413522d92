from dataclasses import replace
from datetime import date
from typing import Any

from studyvisits.domain.audience import Row
from studyvisits.domain.check_facts import GroupFacts
from studyvisits.domain.kinds import Severity
from studyvisits.domain.problem import Problem, Where
from studyvisits.domain.problem_facts import DayNumber, Times, Title
from tests.domain.checked import (
    FI,
    GOTEBORG,
    HALL,
    HOUSE,
    MEETING,
    PRAGUE,
    at_activity,
    at_session,
    codes,
    found,
    person,
    session,
)

RIHA, CERNA = person(1, "Tomáš Říha"), person(2, "Eva Černá")
LUNCH = session(1, "Lunch", start=720)
KOTVA = session(2, "Centrum Kotva", start=735, minutes=90)


def test_one_problem_for_each_pair_of_sessions_lists_its_people() -> None:
    assert found(RIHA, CERNA, LUNCH, KOTVA) == [
        Problem(
            "person_in_two_sessions",
            Severity.STOP,
            at_session(1, "Lunch"),
            {
                "people": ("Eva Černá", "Tomáš Říha"),
                "first": Title("Lunch"),
                "second": Title("Centrum Kotva"),
                "times": Times(735, 45),
                "day": date(2024, 6, 10),
            },
            (at_session(2, "Centrum Kotva"), Where("persons", 2, "Eva Černá"), Where("persons", 1, "Tomáš Říha")),
        )
    ]


def test_sessions_that_follow_one_another_do_not_clash() -> None:
    assert codes(RIHA, LUNCH, session(2, "Kotva", start=780)) == []


def test_untimed_unplaced_and_cancelled_sessions_never_clash() -> None:
    assert codes(RIHA, LUNCH, session(2, "Any time", start=None)) == []
    assert codes(RIHA, LUNCH, session(2, "On the shelf", day=None)) == []
    assert codes(RIHA, LUNCH, replace(KOTVA, state="cancelled")) == []
    assert codes(RIHA, LUNCH, KOTVA, activities=(replace(PRAGUE, status="cancelled"),)) == []


def test_a_session_without_minutes_clashes_at_its_start() -> None:
    during, at_end, beside = (session(2, "Talk", start=start, minutes=None) for start in (779, 780, 720))

    assert [problem.facts["times"] for problem in found(RIHA, LUNCH, during)] == [Times(779, None)]
    assert codes(RIHA, LUNCH, at_end) == []
    assert codes(RIHA, replace(LUNCH, minutes=None), beside) == ["person_in_two_sessions"]
    assert codes(RIHA, replace(LUNCH, minutes=None), replace(beside, start=721)) == []


def test_people_clash_as_persons_over_all_projects() -> None:
    abroad = replace(GOTEBORG, project=2, kind="seminar")
    twice = found(
        RIHA,
        person(5, "Tomáš Říha", activity=2, person=1),
        LUNCH,
        session(2, "Opening", start=750, activity=2),
        activities=(PRAGUE, abroad),
    )

    assert [(problem.code, problem.facts["first"], problem.facts["second"]) for problem in twice] == [
        ("person_in_two_sessions", Title("Lunch", of="Prague"), Title("Opening", of="Göteborg"))
    ]


def test_somebody_with_two_members_is_in_a_session_once() -> None:
    assert codes(RIHA, person(5, "Tomáš Říha", person=1), LUNCH) == []
    (clash,) = found(RIHA, person(5, "Tomáš Říha", person=1), LUNCH, KOTVA)
    assert clash.facts["people"] == ("Tomáš Říha",)


def test_clocks_of_two_zones_are_compared_in_real_time() -> None:
    helsinki = replace(GOTEBORG, kind="seminar", zone="Europe/Helsinki")
    there = person(5, "Tomáš Říha", activity=2, person=1)
    same_wall_clock = session(2, "Opening", start=720, activity=2)

    assert codes(RIHA, there, LUNCH, same_wall_clock, activities=(PRAGUE, helsinki)) == []
    assert codes(RIHA, there, LUNCH, replace(same_wall_clock, start=780), activities=(PRAGUE, helsinki)) == [
        "person_in_two_sessions"
    ]


def test_the_night_the_clocks_change_goes_by_the_clock_on_the_wall() -> None:
    spring = replace(PRAGUE, first_day=date(2024, 3, 30), last_day=date(2024, 3, 31))
    night = replace(session(1, "Night walk", start=60, minutes=120), day=date(2024, 3, 31))
    after = replace(session(2, "Tea", start=180), day=date(2024, 3, 31))

    assert codes(RIHA, night, after, activities=(spring,)) == []
    assert codes(RIHA, replace(night, minutes=121), after, activities=(spring,)) == ["person_in_two_sessions"]


def test_a_session_past_midnight_meets_the_morning() -> None:
    (clash,) = found(RIHA, session(1, "Night", start=1380, minutes=120), session(2, "Early", day=11, start=30))
    assert (clash.facts["day"], clash.facts["times"]) == (date(2024, 6, 11), Times(30, 30))


def test_days_that_are_not_settled_are_compared_within_an_activity_alone() -> None:
    march = replace(PRAGUE, certainty="month")
    opened = replace(GOTEBORG, certainty="open", kind="seminar")
    there = person(5, "Tomáš Říha", activity=2, person=1)

    assert codes(RIHA, there, LUNCH, replace(KOTVA, activity=2), activities=(march, opened)) == []
    (clash,) = found(RIHA, LUNCH, KOTVA, activities=(march,))
    assert (clash.facts["day"], clash.facts["times"]) == (DayNumber(1), Times(735, 45))


def test_groups_that_part_do_not_clash() -> None:
    groups = GroupFacts(7, 1, "A", people=(1,)), GroupFacts(8, 1, "B", people=(2,))
    a, b = (replace(each, audience=(Row("group", group),)) for each, group in ((LUNCH, 7), (KOTVA, 8)))

    assert codes(RIHA, CERNA, a, b, *groups) == []
    assert [problem.facts["people"] for problem in found(RIHA, CERNA, a, KOTVA, *groups)] == [("Tomáš Říha",)]


def test_a_meeting_has_the_people_and_groups_of_its_visit() -> None:
    groups = GroupFacts(7, 1, "A", people=(1,)), GroupFacts(8, 1, "B", people=(2,))
    first = replace(session(1, "Questions", start=840), activity=3, day=MEETING.first_day)
    second = replace(first, id=2, title="Rooms")
    for_a = replace(first, audience=(Row("group", 7),))
    cancelled = replace(PRAGUE, status="cancelled")

    (clash,) = found(RIHA, CERNA, for_a, second, *groups, activities=(PRAGUE, MEETING))
    assert clash.facts["people"] == ("Tomáš Říha",)
    (clash,) = found(RIHA, CERNA, first, second, *groups, activities=(PRAGUE, MEETING))
    assert clash.facts["people"] == ("Eva Černá", "Tomáš Říha")
    assert codes(RIHA, CERNA, first, second, *groups, activities=(cancelled, MEETING)) == []


def test_a_meeting_with_clock_times_and_without_timed_sessions_counts_as_one() -> None:
    may = replace(session(2, "Call", start=810), day=date(2024, 5, 13), activity=4)
    call = replace(GOTEBORG, id=4, kind="seminar", first_day=date(2024, 5, 13), last_day=date(2024, 5, 13))
    there = person(5, "Tomáš Říha", activity=4, person=1)
    both = (PRAGUE, MEETING, call)

    (clash,) = found(RIHA, there, replace(may, start=780), activities=both)
    assert (clash.where, clash.others[0]) == (at_activity(MEETING), at_session(2, "Call"))
    assert (clash.facts["first"], clash.facts["times"]) == (Title("Prague online"), Times(780, 60))
    assert codes(RIHA, there, replace(may, start=840), activities=both) == []

    agenda = replace(session(3, "Welcome", start=None), day=date(2024, 5, 13), activity=3)
    assert codes(RIHA, there, replace(may, start=780), agenda, activities=both) == ["person_in_two_sessions"]
    timed = replace(agenda, start=840, minutes=15)
    assert codes(RIHA, there, replace(may, start=795), timed, activities=both) == []


def test_clock_times_of_an_activity_that_lasts_days_hold_on_each() -> None:
    course = replace(MEETING, id=4, title="Course", kind="training", last_day=date(2024, 5, 15), belongs_to=None)
    call = replace(MEETING, last_day=date(2024, 5, 15))
    visit = replace(PRAGUE, zone="Europe/Helsinki", first_day=date(2024, 5, 15))
    there = person(5, "Tomáš Říha", activity=4, person=1)
    talk = replace(session(2, "Talk", start=870), day=date(2024, 5, 15))

    (clash,) = found(RIHA, there, talk, activities=(visit, course))
    assert (clash.where, clash.facts["day"], clash.facts["times"]) == (
        at_activity(course),
        date(2024, 5, 15),
        Times(870, 30),
    )
    (both,) = found(RIHA, there, activities=(PRAGUE, call, course))
    assert (both.code, both.facts["day"]) == ("person_in_two_sessions", date(2024, 5, 13))
    assert codes(RIHA, there, replace(talk, start=900), activities=(visit, course)) == []


def test_one_session_told_in_two_programmes_is_no_clash() -> None:
    course = replace(GOTEBORG, kind="training", zone="Europe/Prague")
    there = person(5, "Tomáš Říha", activity=2, person=1)
    mine = session(1, "Street mediation", venue=HALL)
    theirs = session(2, "street mediation ", venue=HALL, activity=2)

    assert codes(RIHA, there, mine, theirs, activities=(PRAGUE, course)) == []
    assert codes(RIHA, there, replace(mine, venue=None), replace(theirs, venue=None), activities=(PRAGUE, course)) == [
        "person_in_two_sessions"
    ]
    assert codes(RIHA, mine, replace(theirs, activity=1)) == ["person_in_two_sessions", "venue_used_twice"]
    assert codes(RIHA, there, mine, replace(theirs, start=550), activities=(PRAGUE, course)) == [
        "person_in_two_sessions",
        "venue_used_twice",
    ]


def test_a_venue_used_twice_at_once() -> None:
    visiting, local = (Row("visiting"),), (Row("local"),)

    assert found(session(1, "Course", venue=HALL), session(2, "Other course", start=570, venue=HALL)) == [
        Problem(
            "venue_used_twice",
            Severity.WARN,
            at_session(1, "Course"),
            {
                "venue": "Hall",
                "first": Title("Course"),
                "second": Title("Other course"),
                "times": Times(570, 30),
                "day": date(2024, 6, 10),
            },
            (at_session(2, "Other course"), Where("venues", HALL, "Hall")),
        )
    ]
    assert codes(
        RIHA,
        session(1, "Course", venue=HALL, audience=visiting),
        session(2, "Talk", venue=HALL, audience=local),
    ) == ["venue_used_twice"]


def test_what_holds_several_groups_is_no_room() -> None:
    def at(venue: int | None, **values: Any) -> list[str]:
        told = {"venue": venue, **values}
        return codes(session(1, "One", **told), session(2, "Other", **told))

    assert at(None) == []
    assert at(HOUSE) == []
    assert at(HALL, kind="meal") == []
    assert at(HALL, kind="course") == ["venue_used_twice"]
    assert at(HALL, place_note="Room 1") == ["venue_used_twice"]
    rooms = session(1, "One", venue=HALL, place_note="Room 1"), session(2, "Other", venue=HALL, place_note="Room 2")
    assert codes(*rooms) == []
    assert codes(rooms[0], replace(rooms[1], place_note=None)) == ["venue_used_twice"]


def test_partners_and_single_people_are_in_what_is_for_them() -> None:
    speaker = person(3, "Jan Novák", roles=frozenset({"speaker"}), partner=None)
    partners = replace(LUNCH, audience=(Row("partner", FI),))

    assert codes(speaker, LUNCH, KOTVA) == []
    assert [p.facts["people"] for p in found(RIHA, speaker, partners, replace(KOTVA, people=(3,)))] == [("Tomáš Říha",)]
    assert [p.facts["people"] for p in found(speaker, replace(partners, people=(3,)), replace(KOTVA, people=(3,)))] == [
        ("Jan Novák",)
    ]
