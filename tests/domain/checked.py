"""Tiny facts for tests of the rules: two visits of June 2024, people and sessions in them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from studyvisits.domain.check_facts import (
    ActivityFacts,
    CheckFacts,
    GroupFacts,
    ParticipationFacts,
    ProfessionFacts,
    SessionFacts,
    VenueFacts,
)
from studyvisits.domain.checks import check
from studyvisits.domain.problem import Problem, Where

TODAY = date(2024, 1, 15)
FI, CZ, SE = 1, 2, 3
STREET, OFFICE = 10, 11
HALL, HOUSE = 20, 21

PRAGUE = ActivityFacts(
    1,
    1,
    "study_visit",
    "Prague",
    "planned",
    "fixed",
    date(2024, 6, 10),
    date(2024, 6, 14),
    "Europe/Prague",
    town="Praha",
    hosts=(CZ,),
    host_countries=frozenset({"CZ"}),
)
GOTEBORG = replace(
    PRAGUE,
    id=2,
    title="Göteborg",
    zone="Europe/Stockholm",
    town="Göteborg",
    hosts=(SE,),
    host_countries=frozenset({"SE"}),
)
MEETING = ActivityFacts(
    3,
    1,
    "preparatory_meeting",
    "Prague online",
    "planned",
    "fixed",
    date(2024, 5, 13),
    date(2024, 5, 13),
    "Europe/Helsinki",
    start=840,
    minutes=60,
    mode="online",
    belongs_to=1,
)


def person(id_: int, name: str, activity: int = 1, **values: object) -> ParticipationFacts:
    """A confirmed visitor from Finland; participation and person have one id unless ``person`` is told."""
    told: dict[str, object] = {"person": id_, "presence": "visiting", "partner": FI, "country": "FI", **values}
    told.setdefault("status", "confirmed")
    return ParticipationFacts(id_, activity, name=name, **told)  # type: ignore[arg-type]


def session(id_: int, title: str, day: int | None = 10, start: int | None = 540, **values: object) -> SessionFacts:
    """A session of an hour in June 2024, of the visit to Prague unless ``activity`` is told."""
    told: dict[str, object] = {"activity": 1, "minutes": 60, **values}
    return SessionFacts(id_, title=title, day=day and date(2024, 6, day), start=start, **told)  # type: ignore[arg-type]


def facts(
    *rows: SessionFacts | ParticipationFacts | GroupFacts, activities: Iterable[ActivityFacts] = (PRAGUE, GOTEBORG)
) -> CheckFacts:
    return CheckFacts(
        activities={one.id: one for one in activities},
        participations={one.id: one for one in rows if isinstance(one, ParticipationFacts)},
        sessions={one.id: one for one in rows if isinstance(one, SessionFacts)},
        groups={one.id: one for one in rows if isinstance(one, GroupFacts)},
        venues={HALL: VenueFacts(HALL, "Hall"), HOUSE: VenueFacts(HOUSE, "Centrum Kotva", True)},
        partners={FI: "Katutyö", CZ: "ČAS", SE: "Fältgruppen"},
        professions={STREET: ProfessionFacts("streetworker", "streetworkers"), OFFICE: ProfessionFacts("o", "os")},
    )


def found(
    *rows: SessionFacts | ParticipationFacts | GroupFacts,
    activities: Iterable[ActivityFacts] = (PRAGUE, GOTEBORG),
    today: date = TODAY,
) -> list[Problem]:
    return list(check(facts(*rows, activities=activities), today))


def codes(
    *rows: SessionFacts | ParticipationFacts | GroupFacts,
    activities: Iterable[ActivityFacts] = (PRAGUE, GOTEBORG),
    today: date = TODAY,
) -> list[str]:
    return [problem.code for problem in found(*rows, activities=activities, today=today)]


def at_session(id_: int, title: str) -> Where:
    return Where("sessions", id_, title)


def at_activity(activity: ActivityFacts) -> Where:
    return Where("activities", activity.id, activity.title)
