"""Every problem that a rule finds, worded with exactly the facts it has."""

import string
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from studyvisits.assets import PACKAGE
from studyvisits.domain.check_facts import GroupFacts
from studyvisits.domain.kinds import ActivityKind, Severity
from studyvisits.domain.problem import Problem, Where
from studyvisits.domain.problem_facts import DayNumber, Moment, Span, Times, Title
from studyvisits.domain.quotas import QuotaRow
from studyvisits.domain.refusal import Refused
from studyvisits.problem_sentences import COUNTED, PROBLEMS
from studyvisits.texts import LANGUAGES, texts_in
from studyvisits.wording import problem_text, refusal_text, where_title
from tests.domain.checked import FI, GOTEBORG, HALL, PRAGUE, STREET, found, person, session

ENGLISH = texts_in("en")
RIHA = person(1, "Tomáš Říha", profession=STREET)
MONDAY, TUESDAY = date(2024, 6, 10), date(2024, 6, 11)


def occasions() -> Iterator[Problem]:
    """Files in which each rule finds something."""
    again = person(2, "Tomáš Říha", activity=2, person=1)
    gone = {"status": "confirmed", "certainty": "provisional", "town": None, "mode": "hybrid"}
    quotas = (QuotaRow(FI, STREET, 0), QuotaRow(FI, None, 0))
    yield from found(RIHA, again, session(1, "Lunch", venue=HALL), session(2, "Talk", venue=HALL))
    yield from found(session(1, "Night", day=20, minutes=1200))
    yield from found(
        replace(RIHA, arrival_day=TUESDAY, departure_day=TUESDAY), session(1, "Hello"), session(2, "Farewell", day=12)
    )
    yield from found(activities=(replace(PRAGUE, **gone),))  # type: ignore[arg-type]
    yield from found(activities=(replace(PRAGUE, status="held"),), today=date(2025, 1, 1))
    yield from found(RIHA, replace(RIHA, id=3, person=3, profession=None), activities=(replace(PRAGUE, quotas=quotas),))
    yield from found(activities=(replace(PRAGUE, quotas=(QuotaRow(FI, None, 1),)),), today=date(2024, 6, 1))
    yield from found(replace(RIHA, country="CZ"))
    for status in ("reserve", "cancelled", "no_show"):
        yield from found(replace(RIHA, status=status), GroupFacts(7, 1, "A", facilitator=1))


def slots(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def sentences(code: str) -> list[str]:
    if code in COUNTED:
        return [COUNTED[code].form(ENGLISH, n) for n in (1, 2, 5)]
    return [PROBLEMS[code]]


@pytest.mark.parametrize("problem", list(occasions()), ids=lambda problem: problem.code)
def test_a_problem_has_a_fact_for_every_slot_of_its_sentences(problem: Problem) -> None:
    for sentence in sentences(problem.code):
        assert slots(sentence) <= problem.facts.keys()
    assert problem.code not in COUNTED or problem.code not in PROBLEMS
    for language in LANGUAGES:
        said = problem_text(problem, texts_in(language))
        assert "{" not in said
        assert said.endswith((".", "。"))


def test_every_sentence_of_a_rule_has_its_occasion() -> None:
    """Other problems are met while documents are made."""
    rules = " ".join(path.read_text(encoding="utf-8") for path in (PACKAGE / "domain").glob("*_rules.py"))
    of_rules = {code for code in PROBLEMS.keys() | COUNTED.keys() if f'"{code}"' in rules}
    assert sorted(of_rules) == sorted({problem.code for problem in occasions()})
    assert sorted(COUNTED.keys() - of_rules) == []


def test_what_a_code_without_a_sentence_does() -> None:
    with pytest.raises(KeyError, match="unheard_of"):
        problem_text(Problem("unheard_of", Severity.WARN, Where("sessions", 1, "Lunch")), ENGLISH)
    with pytest.raises(KeyError, match="unheard_of"):
        refusal_text(Refused("unheard_of"), ENGLISH)


@pytest.mark.parametrize(
    ("problem", "sentence"),
    [
        (
            ("person_in_two_sessions", ("Tomáš Říha",)),
            "Tomáš Říha is in “Lunch” and in “Opening” (Prague) at 12:15–13:00 on 11 June 2024.",
        ),
        (
            ("person_in_two_sessions", ("Eva Černá", "Tomáš Říha")),
            "Eva Černá and Tomáš Říha are in “Lunch” and in “Opening” (Prague) at 12:15–13:00 on 11 June 2024.",
        ),
    ],
)
def test_one_is_and_two_are(problem: tuple[str, tuple[str, ...]], sentence: str) -> None:
    code, people = problem
    told = {
        "people": people,
        "first": Title("Lunch"),
        "second": Title("Opening", of="Prague"),
        "times": Times(735, 45),
        "day": TUESDAY,
    }
    assert problem_text(Problem(code, Severity.STOP, Where("sessions", 1, "Lunch"), told), ENGLISH) == sentence


def test_sentences() -> None:
    assert [problem_text(problem, ENGLISH) for problem in occasions()] == [
        "Tomáš Říha is on “Prague” and on “Göteborg” at once (10–14 June 2024).",
        "Tomáš Říha is in “Lunch” and in “Talk” at 9:00–10:00 on 10 June 2024.",
        "Hall is used for “Lunch” and for “Talk” at 9:00–10:00 on 10 June 2024.",
        "“Night” is on 20 June 2024, outside “Prague” (10–14 June 2024).",
        "“Night” (Prague) lasts 20 h. Check when it begins and ends.",
        "Tomáš Říha arrives on 11 June 2024, but “Hello” begins on 10 June 2024, 9:00.",
        "Tomáš Říha leaves on 11 June 2024, but “Farewell” lasts until 12 June 2024, 10:00.",
        "“Prague” is confirmed, but its dates are not fixed.",
        "“Prague” is confirmed, but has no joining link.",
        "“Prague” is confirmed, but has neither a town nor a venue.",
        "“Prague” is confirmed, but has no preparatory meeting yet.",
        "“Prague” ended on 14 June 2024 and has no follow-up meeting yet.",
        "There are more people than places for streetworkers of Katutyö in “Prague”: 1 for 0.",
        "There are more people than places of Katutyö in “Prague”: 2 for 0.",
        "Katutyö still has 1 place open in “Prague”, which begins on 10 June 2024.",
        "Tomáš Říha is a visitor in “Prague”, but comes from Czechia, which hosts it.",
        "Tomáš Říha is to facilitate group “A” (Prague), but is only a reserve.",
        "Tomáš Říha is to facilitate group “A” (Prague), but has cancelled.",
        "Tomáš Říha was to facilitate group “A” (Prague), but did not come.",
    ]


def test_of_many_people_the_first_are_named() -> None:
    def sentence(number: int) -> str:
        people = tuple(f"P{n}" for n in range(1, number + 1))
        told = {"people": people, "session": Title("Welcome"), "moment": Moment(TUESDAY, 540), "begins": MONDAY}
        return problem_text(Problem("session_before_arrival", Severity.WARN, Where("sessions", 1, ""), told), ENGLISH)

    rest = " arrive on 11 June 2024, 9:00, but “Welcome” begins on 10 June 2024."
    assert sentence(6) == "P1, P2, P3, P4, P5 and P6" + rest
    assert sentence(40) == "P1, P2, P3, P4, P5 and 35 more" + rest


def test_facts_are_written_as_the_language_writes_them() -> None:
    told = {
        "session": Title(ActivityKind.SEMINAR),
        "day": DayNumber(6),
        "activity": Title("A <b>", of=ActivityKind.STUDY_VISIT),
        "span": Span(DayNumber(1), DayNumber(5)),
    }
    problem = Problem("session_outside_activity", Severity.WARN, Where("sessions", 1, ""), told)
    assert problem_text(problem, ENGLISH) == ("“Seminar” is on Day 6, outside “A <b>” (Study visit) (Days 1–5).")
    hours = {"session": Title("Night"), "hours": Decimal("16.5")}
    long = Problem("session_too_long", Severity.WARN, Where("sessions", 1, "Night"), hours)
    assert problem_text(long, ENGLISH) == "“Night” lasts 16.5 h. Check when it begins and ends."


def test_an_activity_without_a_title_is_called_by_its_kind() -> None:
    assert where_title(Where("activities", 1, ActivityKind.SEMINAR), ENGLISH) == "Seminar"
    assert where_title(Where("activities", 1, "seminar"), ENGLISH) == "seminar"
    assert where_title(Where("activities", 2, GOTEBORG.title), ENGLISH) == "Göteborg"
