"""A plan carries a whole project both ways. Rows are compared besides the JSON, so that no column is forgotten."""

from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from studyvisits.commands.plans import import_plan
from studyvisits.domain.plan import Form, PlanMode, Shape
from studyvisits.domain.plan_tables import KINDS
from studyvisits.exchange.plans import plan_from, plan_text
from studyvisits.queries.plans import plan_rows
from studyvisits.store.tables import Base
from tests.exchange.new_files import new_file
from tests.exchange.random_projects import random_project

TABLES = Base.metadata.tables
NOT_IN_PLANS = {"file_identity"}
NAMELESS = {kind.table for kind in KINDS.values() if kind.form in (Form.VALUES, Form.AUDIENCE)}
"""Rows written as bare values: their place tells who they are, so their ``uid`` does not travel."""

AT_RANDOM: Any = {"deadline": None, "suppress_health_check": list(HealthCheck), "phases": [Phase.generate]}
"""Without shrinking: a project has some four hundred values, and shrinking it takes minutes."""


def written(db: Db, project: int) -> str:
    return plan_text(plan_rows(db, project=project, with_needs=True))


def as_stored(db: Db) -> dict[str, list[Any]]:
    """All rows that a plan of the only project holds, with references told by ``uid`` and orders by rank."""
    (project,) = db.execute(select(TABLES["projects"].c.id)).scalars()
    plan = plan_rows(db, project=project, with_needs=True)
    uids = {(table, row["id"]): str(row["uid"]) for table, rows in plan.tables.items() for row in rows}
    found: dict[str, list[Any]] = {}
    for table, rows in plan.tables.items():
        columns = TABLES[table].columns
        to = {column.name: key.column.table.name for column in columns for key in column.foreign_keys}
        ranked = sorted(rows, key=lambda row: (str(row.get("day") or "~"), row.get("order", 0), row["id"]))
        told = [
            {name: uids[to[name], value] if name in to and value is not None else value for name, value in row.items()}
            for row in ranked
        ]
        left_out = {"id", "order"} | ({"uid"} if table in NAMELESS else set())
        found[table] = sorted(repr({name: row[name] for name in row if name not in left_out}) for row in told)
    return found


@settings(max_examples=15, **AT_RANDOM)
@given(data=st.data())
def test_export_import_export_gives_the_same_plan_and_the_same_rows(data: st.DataObject) -> None:
    with new_file() as first, new_file() as second:
        text = written(first, random_project(data.draw, first))
        added = import_plan(second, plan=plan_from(text.encode(), name="plan.json"))
        assert written(second, added.project) == text
        assert as_stored(second) == as_stored(first)


@settings(max_examples=6, **AT_RANDOM)
@given(data=st.data())
def test_replacing_a_project_by_itself_changes_nothing_and_a_copy_is_equal_but_for_uids(data: st.DataObject) -> None:
    with new_file() as db:
        project = random_project(data.draw, db)
        text = written(db, project)
        plan = plan_from(text.encode(), name="plan.json")
        assert import_plan(db, plan=plan, mode=PlanMode.REPLACE).project == project
        assert written(db, project) == text
        copy = import_plan(db, plan=plan, mode=PlanMode.COPY)
        assert written(db, project) == text
        uids = [{row["uid"] for rows in plan_rows(db, project=one, with_needs=True).tables.values() for row in rows}
                for one in (project, copy.project)]  # fmt: skip
        assert uids[0] & uids[1] == set()
        assert dict(copy.added) == {table: len(rows) for table, rows in plan.tables.items() if rows}


def test_every_column_of_every_table_is_in_a_plan() -> None:
    """Whoever adds a column says here how a plan carries it: in ``studyvisits.domain.plan_tables``."""
    described = {}
    for table, kind in KINDS.items():
        columns = {field.column for field in kind.fields} | {"id", "uid"} | ({kind.owner} if kind.owner else set())
        columns |= {"order"} if kind.ordered else set()
        columns |= {"first_day", "last_day", "certainty"} if kind.dated else set()
        if kind.form is Form.AUDIENCE:
            columns = columns - {"everybody", "visiting", "local"} | {"kind"}
        described[table] = columns
    stored = {name: set(table.c.keys()) for name, table in TABLES.items() if name not in NOT_IN_PLANS}
    assert described == stored


def test_starred_fields_and_references_are_those_of_the_tables() -> None:
    for table, kind in KINDS.items():
        columns = TABLES[table].columns
        for field in kind.fields if kind.form is not Form.AUDIENCE else ():
            column = columns[field.column]
            assert field.starred == (not column.nullable and column.default is None), (table, field.name)
            targets = {key.column.table.name for key in column.foreign_keys}
            assert targets == ({field.to} if field.shape is Shape.REFERENCE else set()), (table, field.name)
            assert field.about.endswith("."), (table, field.name)
        if kind.owner:
            (key,) = columns[kind.owner].foreign_keys
            assert kind in KINDS[key.column.table.name].nested, table


def test_what_a_file_holds_once_is_refused_twice() -> None:
    once = {}
    for name, table in TABLES.items():
        for constraint in table.constraints:
            if type(constraint).__name__ == "UniqueConstraint" and len(list(constraint.columns)) > 1:  # type: ignore[attr-defined]
                once[name] = [column.name for column in constraint.columns]  # type: ignore[attr-defined]
    assert {name: [kind.owner, *kind.unique] for name, kind in KINDS.items() if kind.unique} == once
