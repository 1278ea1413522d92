"""What holds for every sample."""

import time
from datetime import date

import pytest
from sqlalchemy.orm import Session as Db

from studyvisits.commands.plans import import_plan
from studyvisits.domain.checks import check
from studyvisits.exchange.plans import plan_from, plan_text, read_plan
from studyvisits.queries.checks import check_facts
from studyvisits.queries.plans import plan_rows
from studyvisits.texts import zone_of
from tests.exchange.new_files import new_file
from tests.samples.plans import NAMES, SAMPLES, sample


def test_these_are_all() -> None:
    assert sorted(path.stem for path in SAMPLES.glob("*.json")) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_fits_the_schema(name: str) -> None:
    from jsonschema import Draft202012Validator

    from studyvisits.exchange.plan_schema import plan_schema

    assert [str(error) for error in Draft202012Validator(plan_schema()).iter_errors(sample(name))] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_comes_back_equal(name: str, db: Db) -> None:
    project = import_plan(db, plan=read_plan(SAMPLES / f"{name}.json")).project
    text = plan_text(plan_rows(db, project=project, with_needs=True))
    with new_file() as second:
        again = import_plan(second, plan=plan_from(text.encode(), name=name)).project
        assert plan_text(plan_rows(second, project=again, with_needs=True)) == text


def test_all_of_them_come_in_within_two_seconds(db: Db) -> None:
    started = time.process_time()
    for name in NAMES:
        import_plan(db, plan=read_plan(SAMPLES / f"{name}.json"))
    assert time.process_time() - started < 2


@pytest.mark.parametrize("today", [date(2024, 1, 20), date(2024, 6, 1), date(2030, 1, 1)])
def test_they_hold_no_problem(today: date, db: Db) -> None:
    for name in NAMES:
        import_plan(db, plan=read_plan(SAMPLES / f"{name}.json"))
    assert check(check_facts(db, zone_of=zone_of), today) == ()


def test_a_problem_would_be_found(db: Db) -> None:
    """The rotation, with somebody of table 1 leading the parallel workshop of tables 3 and 4."""
    path = SAMPLES / "streetwork-rotation.json"
    text = path.read_text(encoding="utf-8")
    start = text.index('"title": "Practice: answering without a quarrel"')
    person = text.index('"person": "Åsa Lindström"', start)
    wrong = text[:person] + '"person": "Säde Nieminen"' + text[person + len('"person": "Åsa Lindström"') :]
    import_plan(db, plan=plan_from(wrong.encode(), name=path.name))
    found = check(check_facts(db, zone_of=zone_of), date(2024, 1, 20))
    assert [(problem.code, problem.facts["people"]) for problem in found] == [
        ("person_in_two_sessions", ("Säde Nieminen",))
    ]
