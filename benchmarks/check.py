"""All rules over 1,000 and 10,000 sessions, and one moved session looked at again.

A made-up file: visits of 60 sessions in five days, twelve people in three groups each, some of them in several visits,
every twentieth session moved onto another. The full check is what the command line runs; the moved session is what the
window runs while somebody drags, and returns the same list. The exponent says how the time grows with the sessions:
1 is in step with them, 2 is every pair compared. Run: python -m benchmarks.check
"""

import gc
import math
import random
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from statistics import median

from studyvisits.domain.audience import Row
from studyvisits.domain.check_facts import (
    ActivityFacts,
    CheckFacts,
    GroupFacts,
    ParticipationFacts,
    ProfessionFacts,
    SessionFacts,
    VenueFacts,
)
from studyvisits.domain.checks import Watch, check
from studyvisits.domain.quotas import QuotaRow

TODAY = date(2024, 1, 1)
ROUNDS = 7
MOVES = 400
PER_VISIT = 60
PEOPLE = 12
ZONES = ("Europe/Helsinki", "Europe/Prague", "Europe/Stockholm")


def made_up(sessions: int, seed: int = 8) -> CheckFacts:
    """``sessions`` sessions in visits of ``PER_VISIT``; ids count from 1."""
    chance = random.Random(seed)
    visits = {id_: _visit(id_) for id_ in range(1, sessions // PER_VISIT + 2)}
    people = {one.id: one for id_ in visits for one in _people(id_, len(visits), chance)}
    groups = {group.id: group for id_ in visits for group in _groups(id_)}
    return CheckFacts(
        activities=visits,
        participations=people,
        sessions={id_: _session(id_, visits, chance) for id_ in range(1, sessions + 1)},
        groups=groups,
        venues={id_: VenueFacts(id_, f"Room {id_}") for id_ in range(1, 10 * len(visits) + 1)},
        partners={1: "FI", 2: "CZ", 3: "SE"},
        professions={1: ProfessionFacts("streetworker", "streetworkers"), 2: ProfessionFacts("official", "officials")},
    )


def _visit(id_: int) -> ActivityFacts:
    first = date(2024, 1, 1) + timedelta(weeks=id_ // 2)
    host = id_ % 3 + 1
    return ActivityFacts(
        id_,
        1 + id_ // 12,
        "study_visit",
        f"Visit {id_}",
        "planned",
        "fixed",
        first,
        first + timedelta(days=4),
        ZONES[id_ % 3],
        town="Praha",
        hosts=(host,),
        host_countries=frozenset({("FI", "CZ", "SE")[host - 1]}),
        quotas=tuple(QuotaRow(partner, trade, 2) for partner in (1, 2, 3) if partner != host for trade in (1, 2)),
    )


def _people(visit: int, visits: int, chance: random.Random) -> list[ParticipationFacts]:
    first = date(2024, 1, 1) + timedelta(weeks=visit // 2)
    found = []
    for number in range(PEOPLE):
        person = chance.randrange(1, 4 * visits + 20)
        partner = number % 3 + 1
        found.append(
            ParticipationFacts(
                visit * 100 + number,
                visit,
                person,
                f"Person {person}",
                "confirmed",
                "local" if partner == visit % 3 + 1 else "visiting",
                partner=partner,
                profession=number % 2 + 1,
                country=("FI", "CZ", "SE")[partner - 1],
                arrival_day=first,
                arrival_time=8 * 60,
            )
        )
    return found


def _groups(visit: int) -> list[GroupFacts]:
    people = range(visit * 100, visit * 100 + PEOPLE)
    return [
        GroupFacts(visit * 10 + letter, visit, "ABC"[letter], people[letter], tuple(people[letter::3]))
        for letter in range(3)
    ]


def _session(id_: int, visits: dict[int, ActivityFacts], chance: random.Random) -> SessionFacts:
    """Twelve a day: at each of four times three side by side, one for each group."""
    visit = visits[(id_ - 1) // PER_VISIT + 1]
    day, place = divmod((id_ - 1) % PER_VISIT, 12)
    time_of_day, group = divmod(place if chance.random() > 0.05 else chance.randrange(12), 3)
    return SessionFacts(
        id_,
        visit.id,
        f"Session {id_}",
        "placement",
        visit.first_day + timedelta(days=day),
        (9 + 2 * time_of_day) * 60,
        105,
        venue=visit.id * 10 - chance.randrange(10),
        audience=(Row("group", visit.id * 10 + group),),
        people=(visit.id * 100 + chance.randrange(PEOPLE),) if chance.random() < 0.1 else (),
    )


def seconds(act: Callable[[], object]) -> float:
    begin = time.perf_counter()
    act()
    return time.perf_counter() - begin


def moves(facts: CheckFacts, seed: int = 3) -> list[SessionFacts]:
    """Sessions moved by a quarter of an hour to a few hours, as a drag over the board does."""
    chance = random.Random(seed)
    chosen = chance.choices(list(facts.sessions.values()), k=MOVES)
    return [replace(one, start=8 * 60 + 15 * chance.randrange(44)) for one in chosen]


def measured(sessions: int) -> tuple[float, float, int]:
    """Return the median of full checks and of moves rechecked, in seconds, and how many problems there are."""
    facts = made_up(sessions)
    watch = Watch(facts, TODAY)
    full, moved = [], []
    for number in range(ROUNDS):
        gc.collect()
        full.append(seconds(lambda: check(facts, TODAY)))
        moved += [seconds(lambda one=one: watch.recheck(one)) for one in moves(facts, number)]  # type: ignore[misc]
    return median(full), median(moved), len(watch.problems)


def main() -> None:
    figures = {sessions: measured(sessions) for sessions in (100, 1_000, 10_000)}
    for sessions, (full, moved, problems) in figures.items():
        print(
            f"{sessions:6} sessions: full check {full * 1000:7.1f} ms, moved {moved * 1e6:5.0f} µs, "
            f"moved : full = 1 : {full / moved:.0f} ({problems} problems)"
        )
    exponent = math.log10(figures[10_000][0] / figures[1_000][0])
    print(f"full check grows with the sessions to the power of {exponent:.2f} from 1,000 to 10,000 (goal: 1.2 at most)")
    full, moved, _ = figures[10_000]
    print(f"one move at 10,000 sessions: 1/{full / moved:.0f} of a full check (goal: 1/300, stretch 1/500)")


if __name__ == "__main__":
    main()
