"""The rules together: what is shown of a project, in which order, and that a moved session is checked as all are."""

import math
import time
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.check import TODAY as BENCHMARK_DAY
from benchmarks.check import made_up, moves
from studyvisits.domain.audience import Row
from studyvisits.domain.check_facts import (
    ActivityFacts,
    CheckFacts,
    GroupFacts,
    ParticipationFacts,
    SessionFacts,
    VenueFacts,
)
from studyvisits.domain.checks import Watch, check, of_project
from studyvisits.domain.problem import Problem
from tests.domain.checked import GOTEBORG, MEETING, PRAGUE, TODAY, facts, found, person, session

RIHA = person(1, "Tomáš Říha")


def test_what_stops_comes_first_then_activities_in_order_of_time() -> None:
    dateless = replace(PRAGUE, id=5, title="Some day", certainty="open", first_day=date(2000, 1, 3))
    problems = found(
        RIHA,
        session(1, "Too late", day=15),
        session(2, "Lunch", start=720),
        session(3, "Kotva", start=720),
        replace(session(4, "Too early"), day=date(2000, 1, 1), activity=5),
        replace(session(5, "Before", start=600), day=date(2024, 5, 12), activity=3),
        activities=(PRAGUE, dateless, MEETING),
    )
    assert [(problem.severity, problem.where.title) for problem in problems] == [
        ("stop", "Lunch"),
        ("warn", "Before"),
        ("warn", "Too late"),
        ("warn", "Too early"),
    ]


def test_problems_of_a_project_are_those_with_a_row_of_it() -> None:
    other = replace(GOTEBORG, project=2, kind="seminar", status="confirmed", certainty="provisional")
    known = facts(
        RIHA,
        person(2, "Tomáš Říha", activity=2, person=1),
        session(1, "Lunch"),
        session(2, "Opening", activity=2),
        session(3, "Outside", day=20),
        activities=(PRAGUE, other),
    )
    problems = check(known, TODAY)

    def codes_of(project: int) -> list[str]:
        return [problem.code for problem in of_project(problems, known, project)]

    assert codes_of(1) == ["person_in_two_sessions", "session_outside_activity"]
    assert codes_of(2) == ["person_in_two_sessions", "activity_without_dates"]
    assert codes_of(3) == []


# A session that moved


ACTIVITIES = (
    PRAGUE,
    replace(GOTEBORG, zone="Europe/Helsinki", kind="seminar", start=600, minutes=300),
    MEETING,
    replace(PRAGUE, id=4, title="Some March", certainty="month", first_day=date(2024, 3, 4), last_day=date(2024, 3, 8)),
    replace(PRAGUE, id=5, title="Off", status="cancelled"),
)
OFTEN = (PRAGUE, PRAGUE, ACTIVITIES[1], *ACTIVITIES)
VENUES = {20: VenueFacts(20, "Hall"), 21: VenueFacts(21, "House", True)}
GROUPS = {7: GroupFacts(7, 1, "A", 1, (1, 2)), 8: GroupFacts(8, 1, "B", 4, (3, 4))}

rows = st.one_of(
    st.sampled_from([Row("everybody"), Row("visiting"), Row("local"), Row("group", 7), Row("group", 8)]),
    st.builds(Row, st.just("participation"), st.integers(1, 20)),
)


@st.composite
def participations(draw: st.DrawFn, id_: int) -> ParticipationFacts:
    activity = draw(st.sampled_from(OFTEN))
    who = draw(st.integers(1, 4))
    arrival = draw(st.none() | st.integers(-1, 4))
    return ParticipationFacts(
        id_,
        activity.id,
        who,
        f"Person {who}",
        draw(st.sampled_from(["confirmed", "confirmed", "invited", "reserve"])),
        draw(st.sampled_from(["visiting", "visiting", "local", None])),
        draw(st.sampled_from([frozenset(), frozenset({"group_leader"}), frozenset({"speaker"})])),
        arrival_day=None if arrival is None else activity.first_day + timedelta(days=arrival),
        arrival_time=draw(st.none() | st.integers(0, 1439)),
    )


@st.composite
def sessions(draw: st.DrawFn, id_: int | None = None) -> SessionFacts:
    activity: ActivityFacts = draw(st.sampled_from(OFTEN))
    day = draw(st.sampled_from([0, 0, 0, 1, -1, None]))
    return SessionFacts(
        draw(st.integers(1, 12)) if id_ is None else id_,
        activity.id,
        draw(st.sampled_from(["Lunch", "Talk"])),
        draw(st.sampled_from([None, "meal", "travel"])),
        None if day is None else activity.first_day + timedelta(days=day),
        draw(st.sampled_from([600, 630, 660, 690, 540, 1430, None])),
        draw(st.sampled_from([60, 30, 200, 1000, 3000, None])),
        draw(st.sampled_from([20, None, 21])),
        draw(st.sampled_from([None, "Room 1", "Room 2"])),
        draw(st.sampled_from(["planned", "planned", "cancelled"])),
        tuple(draw(st.lists(rows, max_size=2))),
        tuple(draw(st.lists(st.integers(1, 10), max_size=2, unique=True))),
    )


@st.composite
def files(draw: st.DrawFn) -> CheckFacts:
    people = [draw(participations(id_)) for id_ in range(1, 11)]
    return CheckFacts(
        activities={one.id: one for one in ACTIVITIES},
        participations={one.id: one for one in people},
        sessions={id_: draw(sessions(id_)) for id_ in range(1, draw(st.integers(2, 9)))},
        groups=GROUPS,
        venues=VENUES,
    )


def test_an_activity_stands_for_itself_again_when_its_last_timed_session_is_gone() -> None:
    seminar = replace(GOTEBORG, kind="seminar", start=600, minutes=300)
    there = person(2, "Tomáš Říha", activity=2, person=1)
    timed = session(2, "Welcome", start=480, activity=2)
    file = facts(RIHA, there, session(1, "Lunch", start=720), timed, activities=(PRAGUE, seminar))
    watch = Watch(file, TODAY)
    alone = check(replace(file, sessions={1: file.sessions[1]}), TODAY)

    assert (watch.problems, [problem.where.table for problem in alone]) == ((), ["activities"])
    assert watch.recheck(replace(timed, start=None)) == alone
    assert watch.recheck(timed) == ()
    assert watch.drop(2) == alone


@given(files(), st.lists(st.one_of(sessions(), st.integers(1, 12)), max_size=8))
@settings(max_examples=150, deadline=None)
def test_a_changed_session_is_rechecked_as_a_full_check_would(
    file: CheckFacts, changes: list[SessionFacts | int]
) -> None:
    """A change is a session as it is now, known or new, or the id of one that was deleted."""
    watch = Watch(file, TODAY)
    now = dict(file.sessions)
    assert watch.problems == check(file, TODAY)
    for change in changes:
        if isinstance(change, int):
            now.pop(change, None)
            rechecked = watch.drop(change)
        else:
            now[change.id] = change
            rechecked = watch.recheck(change)
        assert rechecked == check(replace(file, sessions=now), TODAY)


@given(files())
@settings(max_examples=100, deadline=None)
def test_pairs_that_clash_are_those_that_overlap(file: CheckFacts) -> None:
    """Against every pair compared, minute by minute of real time, for sessions of one settled activity."""
    settled = {id_: one for id_, one in file.sessions.items() if one.activity == 1}
    own = {id_: one for id_, one in file.participations.items() if one.activity == 1}
    groups = {id_: replace(group, facilitator=None) for id_, group in GROUPS.items()}
    alone = CheckFacts({1: PRAGUE}, own, settled, groups, VENUES)
    inside = {id_: people_in(one, alone) for id_, one in settled.items()}

    expected = {
        (one.id, other.id)
        for one in settled.values()
        for other in settled.values()
        if one.id < other.id and inside[one.id] & inside[other.id] and moments(one) & moments(other)
    }
    assert {pair_of(problem) for problem in check(alone, TODAY) if problem.code == "person_in_two_sessions"} == expected


def moments(one: SessionFacts) -> set[int]:
    if one.day is None or one.start is None or one.state == "cancelled":
        return set()
    begin = one.day.toordinal() * 1440 + one.start
    return set(range(begin, begin + (one.minutes or 1)))


def people_in(one: SessionFacts, file: CheckFacts) -> set[int]:
    """Persons, found again in the plainest way."""
    return {each.person for each in file.participations.values() if is_in(each, one)}


def is_in(each: ParticipationFacts, one: SessionFacts) -> bool:
    if each.status not in {"confirmed", "invited"}:
        return False
    if each.id in one.people or Row("participation", each.id) in one.audience:
        return True
    if each.roles == {"speaker"}:
        return False
    groups = [Row("group", group.id) for group in GROUPS.values() if each.id in group.people]
    covering = {Row("everybody"), Row(each.presence or ""), *groups}
    return not one.audience or not covering.isdisjoint(one.audience)


def pair_of(problem: Problem) -> tuple[int, int]:
    first, second = sorted((problem.where.id, problem.others[0].id))
    return first, second


# Speed


def least(act: object, rounds: int = 5) -> float:
    assert callable(act)
    found = []
    for _ in range(rounds):
        begin = time.process_time()
        act()
        found.append(time.process_time() - begin)
    return min(found)


def test_a_full_check_grows_in_step_with_the_sessions() -> None:
    """The goal is an exponent of 1.2; every pair compared would have 2. Measured with room for a busy machine."""
    small, large = made_up(500), made_up(4_000)
    few = least(lambda: check(small, BENCHMARK_DAY))
    many = least(lambda: check(large, BENCHMARK_DAY), 3)
    assert math.log(many / few, 8) < 1.4


def test_a_moved_session_costs_a_small_share_of_a_full_check() -> None:
    """The goal at 10,000 sessions is 1/300."""
    file = made_up(2_000)
    watch = Watch(file, BENCHMARK_DAY)
    moved = moves(file)
    each = least(lambda: [watch.recheck(one) for one in moved]) / len(moved)
    assert least(lambda: check(file, BENCHMARK_DAY), 3) / each > 100
