"""The conditions under which undo is exact, each with a test, and a property over all of them."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, Integer, MetaData, Table, Text, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session as Db

from studyvisits.store import database, schema
from studyvisits.store.journal import Journal
from studyvisits.store.tables import (
    Activity,
    Base,
    FundingProfile,
    Host,
    ImportMapping,
    Logo,
    Member,
    Need,
    Organisation,
    Partner,
    Person,
    Project,
    Session,
    Venue,
    new_uid,
)
from studyvisits.workspace import Workspace
from tests.store.files import add_person, persons

Rows = dict[str, list[tuple[Any, ...]]]


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "some.studyvisits", data=tmp_path / "data") as opened:
        opened.run("Prepare", prepare)
        yield opened


def prepare(db: Db) -> None:
    """Two projects with everything that cascades, is emptied, is unique or is no text."""
    for number in (1, 2):
        db.add(Organisation(name=f"Organisation {number}"))
        db.add(Project(title=f"Project {number}"))
        db.flush()
        db.add(Partner(project_id=number, organisation_id=number))
        db.add(FundingProfile(project_id=number))
        db.add(Venue(name="Hall", organisation_id=number, latitude=60.17, longitude=1 / 3))
        for person in (2 * number - 1, 2 * number):
            db.add(Person(family_name=f"Person {person}", birth_date=date(1980, 1, person)))
            db.flush()
            db.add(Need(person_id=person, kind="diet", text="no nuts"))
            db.add(Member(project_id=number, person_id=person, organisation_id=number, partner_id=number))
        db.add(Activity(project_id=number, kind="visit", certainty="fixed", first_day=JUNE, last_day=JUNE))
        db.flush()
        db.add(
            Activity(
                project_id=number, kind="meeting", certainty="open", first_day=JUNE, last_day=JUNE, belongs_to_id=1
            )
        )
        db.add(Host(activity_id=2 * number - 1, partner_id=number))
        db.add(Logo(funding_profile_id=number, kind="programme", image=bytes(range(256))))
        db.flush()
        for order in range(3):
            db.add(Session(activity_id=2 * number - 1, title=f"Session {order}", order=order, venue_id=number))
            db.add(ImportMapping(project_id=number, headings=f"{order}", columns="{}", values="{}"))


JUNE = date(2024, 6, 10)


def rows(workspace: Workspace) -> Rows:
    def everything(db: Db) -> Rows:
        return {
            name: [tuple(row) for row in db.connection().exec_driver_sql(f'SELECT * FROM "{name}" ORDER BY id')]
            for name in Base.metadata.tables
        }

    return workspace.read(everything)


def vacuumed(workspace: Workspace, folder: Path) -> bytes:
    path = folder / f"{new_uid()}.db"
    with closing(sqlite3.connect(workspace._copy.database)) as connection:
        connection.execute("VACUUM INTO ?", (str(path),))
    return path.read_bytes()


def delete_project(db: Db) -> None:
    db.execute(delete(Project).where(Project.id == 1))


def delete_object(db: Db) -> None:
    project = db.get(Project, 1)
    if project is not None:
        db.delete(project)


def rename_many(db: Db) -> None:
    db.execute(update(Person).values(family_name=Person.family_name + " ml."))


def import_many(db: Db) -> None:
    db.execute(insert(Person), [{"uid": new_uid(), "family_name": "Nováková"} for _ in range(50)])


def alternate(db: Db) -> None:
    for number in range(20):
        person = Person(family_name=str(number))
        db.add(person)
        db.flush()
        db.add(Member(project_id=1, person_id=person.id))
        db.flush()


def insert_parent_for_child(db: Db) -> None:
    organisation = Organisation(name="New")
    db.add(organisation)
    db.flush()
    db.execute(update(Member).values(organisation_id=organisation.id))
    db.execute(delete(Organisation).where(Organisation.id == 1))


def swap_unique(db: Db) -> None:
    """Each takes a value that the other had."""
    for mapping, headings in ((1, "x"), (2, "0"), (1, "1")):
        db.execute(update(ImportMapping).where(ImportMapping.id == mapping).values(headings=headings))


def shift_unique(db: Db) -> None:
    """Row by row upwards: taken back in the same order, the first row would meet the second one's old value."""
    for order in (2, 1, 0):
        db.execute(update(ImportMapping).where(ImportMapping.headings == str(order)).values(headings=str(order + 1)))


def replace_one_by_the_same(db: Db) -> None:
    """A unique row goes, and another with the same value comes."""
    db.execute(delete(Host).where(Host.id == 1))
    db.add(Host(activity_id=1, partner_id=1, leading=False))


def change_blob(db: Db) -> None:
    db.execute(update(Logo).values(image=bytes(reversed(range(256)))))


def change_and_delete(db: Db) -> None:
    db.execute(update(Person).where(Person.id == 2).values(family_name="First"))
    db.execute(update(Person).where(Person.id == 2).values(family_name="Second", note="'quoted' \"twice\" ěščř 🚌\n"))
    db.execute(delete(Person).where(Person.id == 2))
    db.add(Person(family_name="Again"))


def empty_numbers(db: Db) -> None:
    db.execute(update(Venue).values(latitude=-0.1, longitude=None, capacity=2**62))


def insert_and_delete(db: Db) -> None:
    person = Person(family_name="Gone again")
    db.add(person)
    db.flush()
    db.delete(person)


def upsert(db: Db) -> None:
    from sqlalchemy.dialects.sqlite import insert as insert_here

    statement = insert_here(Host).values(uid=new_uid(), activity_id=1, partner_id=1, leading=False, order=5)
    db.execute(statement.on_conflict_do_update(index_elements=["activity_id", "partner_id"], set_={"order": 9}))


def delete_everything(db: Db) -> None:
    for table in reversed(Base.metadata.sorted_tables):
        if table.name != "file_identity":
            db.execute(delete(table))


COMMANDS: tuple[Callable[[Db], None], ...] = (
    delete_project,
    delete_object,
    rename_many,
    import_many,
    alternate,
    insert_parent_for_child,
    swap_unique,
    shift_unique,
    replace_one_by_the_same,
    change_blob,
    change_and_delete,
    empty_numbers,
    insert_and_delete,
    upsert,
    delete_everything,
)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.__name__)
def test_each_command_is_taken_back_and_done_again(
    workspace: Workspace, tmp_path: Path, command: Callable[[Db], None]
) -> None:
    before, bytes_before = rows(workspace), vacuumed(workspace, tmp_path)
    workspace.run("Change", command)
    after = rows(workspace)
    assert workspace.undo() == "Change"
    assert rows(workspace) == before
    assert vacuumed(workspace, tmp_path) == bytes_before
    assert workspace.redo() == "Change"
    assert rows(workspace) == after
    assert workspace.undo() == "Change"
    assert vacuumed(workspace, tmp_path) == bytes_before


def nothing(db: Db) -> None:
    pass


def fail_half_way(db: Db) -> None:
    db.execute(delete(Project))
    db.execute(insert(Person), {"uid": "same", "family_name": "one"})
    raise KeyError("half way")


def savepoints(db: Db) -> None:
    """A part of a command may fail and be taken back alone."""
    db.add(Person(family_name="Stays"))
    with pytest.raises(KeyError), db.begin_nested():
        fail_half_way(db)
    db.add(Person(family_name="Stays too"))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from([*COMMANDS, savepoints, nothing, fail_half_way, "undo", "redo", "publish"]), max_size=12)
)
def test_any_sequence_of_commands_undone_gives_the_same_file(
    tmp_path_factory: pytest.TempPathFactory, sequence: list[Callable[[Db], None] | str]
) -> None:
    folder = tmp_path_factory.mktemp("sequence")
    with Workspace.create(folder / "some.studyvisits", data=folder / "data") as workspace:
        workspace.run("Prepare", prepare)
        past, future = [(rows(workspace), vacuumed(workspace, folder))], []
        for act in sequence:
            if act == "undo" and len(past) > 1:
                workspace.undo()
                future.append(past.pop())
            elif act == "redo" and future:
                workspace.redo()
                past.append(future.pop())
            elif act == "publish":
                workspace.publish()
            elif callable(act):
                _run(workspace, act, past, future, folder)
            assert rows(workspace) == past[-1][0]
        while len(past) > 1:
            workspace.undo()
            past.pop()
            assert (rows(workspace), vacuumed(workspace, folder)) == past[-1]
        assert workspace.undo_name == "Prepare"


def _run(
    workspace: Workspace,
    command: Callable[[Db], None],
    past: list[tuple[Rows, bytes]],
    future: list[tuple[Rows, bytes]],
    folder: Path,
) -> None:
    names = (workspace.undo_name, workspace.redo_name)
    changed: list[object] = []
    end = workspace.listen(changed.append)
    try:
        workspace.run("Change", command)
    except (KeyError, IntegrityError):
        changed.append("in vain")
    end()
    if changed == ["in vain"]:
        changed.clear()
        assert (workspace.undo_name, workspace.redo_name) == names
    if changed:
        future.clear()
        past.append((rows(workspace), vacuumed(workspace, folder)))


def test_what_changes_nothing_is_no_step_and_leaves_redo(workspace: Workspace) -> None:
    workspace.run("Rename", rename_many)
    workspace.undo()
    told: list[object] = []
    workspace.listen(told.append)
    workspace.run("Look", nothing)
    workspace.run("Set to what it is", lambda db: db.execute(update(Person).values(family_name=Person.family_name)))
    assert (workspace.undo_name, workspace.redo_name, told) == ("Prepare", "Rename", [])


def test_a_new_step_forgets_what_was_undone(workspace: Workspace) -> None:
    workspace.run("Rename", rename_many)
    workspace.undo()
    workspace.run("Import", import_many)
    assert (workspace.undo_name, workspace.redo_name) == ("Import", None)
    logged = workspace._connection.exec_driver_sql("SELECT count(*) FROM undo_persons").scalar_one()
    workspace._connection.rollback()
    assert logged == 0


def test_listeners_hear_of_rows_that_cascades_changed(workspace: Workspace) -> None:
    heard: list[frozenset[tuple[str, int]]] = []
    end = workspace.listen(heard.append)
    workspace.run("Delete", lambda db: db.execute(delete(Person).where(Person.id == 1)))
    assert heard == [frozenset({("persons", 1), ("needs", 1), ("members", 1)})]
    workspace.undo()
    assert heard[1] == heard[0]
    end()
    workspace.redo()
    assert len(heard) == 2


def test_the_journal_is_clean_after_a_failure(workspace: Workspace) -> None:
    before, bytes_before = rows(workspace), workspace._journal.position()
    with pytest.raises(KeyError):
        workspace.run("Fail", fail_half_way)
    assert (rows(workspace), workspace._journal.position()) == (before, bytes_before)
    assert workspace.undo_name == "Prepare"


def test_a_cascade_is_undone_only_under_an_explicit_begin(tmp_path: Path) -> None:
    """``defer_foreign_keys`` is lost at the end of a transaction, and Python's driver begins none before a PRAGMA."""
    engine = database.engine_in_memory(schema.new_file())
    with engine.connect() as connection:
        driver = database.driver_of(connection)
        driver.execute("PRAGMA defer_foreign_keys=ON")
        assert driver.execute("PRAGMA defer_foreign_keys").fetchall() == [(1,)]
        driver.execute("BEGIN")
        driver.execute("COMMIT")
        assert driver.execute("PRAGMA defer_foreign_keys").fetchall() == [(0,)]
        with connection.begin():
            assert driver.in_transaction
    engine.dispose()


def test_foreign_keys_are_looked_at_when_all_is_back(workspace: Workspace) -> None:
    """Deferred within the transaction that undo begins, and only there."""
    statements: list[str] = []
    workspace.run("Delete", delete_project)
    driver = database.driver_of(workspace._connection)
    driver.set_trace_callback(statements.append)
    workspace.undo()
    driver.set_trace_callback(None)
    told = [s for s in statements if s.startswith(("BEGIN", "PRAGMA", "COMMIT"))]
    assert told == ["BEGIN IMMEDIATE", "PRAGMA defer_foreign_keys=ON", "COMMIT"]
    assert driver.execute("PRAGMA defer_foreign_keys").fetchall() == [(0,)]


def test_an_undo_that_fails_half_way_leaves_everything_as_it_was(workspace: Workspace) -> None:
    before = rows(workspace)
    workspace.run("Alternate", alternate)
    after = rows(workspace)
    driver = database.driver_of(workspace._connection)
    driver.execute("CREATE TEMP TRIGGER stop BEFORE DELETE ON persons BEGIN SELECT RAISE(ABORT, 'stop'); END")
    with pytest.raises(sqlite3.IntegrityError, match="stop"):
        workspace.undo()
    assert (rows(workspace), workspace.undo_name, workspace.redo_name) == (after, "Alternate", None)
    driver.execute("DROP TRIGGER stop")
    assert workspace.undo() == "Alternate"
    assert rows(workspace) == before


def run_text(db: Db, statement: str) -> None:
    db.connection().exec_driver_sql(statement)


def test_replacing_is_refused_before_it_reaches_the_database(workspace: Workspace) -> None:
    for statement in (
        "INSERT OR REPLACE INTO persons (id, uid, family_name) VALUES (1, 'x', 'y')",
        "  replace into persons (id, uid, family_name) VALUES (1, 'x', 'y')",
        "UPDATE OR REPLACE persons SET uid = 'x'",
        "/* why */ INSERT OR REPLACE INTO persons (id, uid, family_name) VALUES (1, 'x', 'y')",
        "WITH one AS (SELECT 1) INSERT OR REPLACE INTO persons (id, uid, family_name) SELECT 1, 'x', 'y'",
    ):
        with pytest.raises(ValueError, match="REPLACE"):
            workspace.run("Replace", run_text, statement)


def test_replacing_beneath_the_guard_is_still_undone(workspace: Workspace) -> None:
    """``recursive_triggers=ON``: without it the rows that a REPLACE deletes are deleted unseen."""
    before = rows(workspace)

    def replace(db: Db) -> None:
        driver = database.driver_of(db.connection())
        driver.execute("INSERT OR REPLACE INTO persons (id, uid, family_name) VALUES (1, 'x', 'Replaced')")

    workspace.run("Replace", replace)
    assert workspace.read(persons)[0] == "Replaced"
    workspace.undo()
    assert rows(workspace) == before


def test_an_id_never_changes(workspace: Workspace) -> None:
    with pytest.raises(Exception, match="the id of a row never changes"):
        workspace.run("Renumber", lambda db: db.execute(update(Person).where(Person.id == 1).values(id=99)))


def test_every_table_has_an_integer_primary_key_called_id() -> None:
    for table in Base.metadata.tables.values():
        assert [column.name for column in table.primary_key] == ["id"]
        assert isinstance(table.c.id.type, Integer)
    connection = sqlite3.connect(":memory:")
    wrong = Table("wrong", MetaData(), Column("code", Text, primary_key=True))
    with pytest.raises(ValueError, match="wrong has no primary key id"):
        Journal(connection, wrong.metadata)
    connection.close()


def test_every_table_is_journalled(workspace: Workspace) -> None:
    query = "SELECT tbl_name, count(*) FROM sqlite_temp_schema WHERE type = 'trigger' GROUP BY tbl_name"
    found = {table: count for table, count in workspace._connection.exec_driver_sql(query).fetchall()}  # noqa: C416
    workspace._connection.rollback()
    assert found == dict.fromkeys(Base.metadata.tables, 4)


def test_nothing_of_the_journal_is_in_the_file(workspace: Workspace) -> None:
    workspace.run("Import", import_many)
    with closing(sqlite3.connect(workspace._copy.database)) as connection:
        assert schema.present(connection) == schema.VERSIONS.accepted(schema.VERSIONS.latest)


def test_publishing_does_not_end_undo(workspace: Workspace) -> None:
    before = rows(workspace)
    workspace.run("Import", import_many)
    workspace.publish()
    assert workspace.undo() == "Import"
    assert rows(workspace) == before
    assert workspace.unpublished


def test_undo_lasts_from_opening_to_closing(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "some.studyvisits", data=tmp_path / "data") as workspace:
        workspace.run("Add", add_person, name="Nováková")
    with Workspace.open(tmp_path / "some.studyvisits", data=tmp_path / "data") as workspace:
        assert (workspace.undo(), workspace.undo_name, workspace.read(persons)) == (None, None, ["Nováková"])


def test_a_hundred_steps_back_and_forth(workspace: Workspace) -> None:
    for number in range(100):
        workspace.run(f"Add {number}", add_person, name=str(number))
    assert [workspace.undo() for _ in range(100)] == [f"Add {number}" for number in reversed(range(100))]
    assert [workspace.redo() for _ in range(100)] == [f"Add {number}" for number in range(100)]
    assert workspace.read(lambda db: db.execute(select(func.count()).select_from(Person)).scalar_one()) == 104


def test_undoing_an_import_takes_one_statement_a_table(workspace: Workspace) -> None:
    statements: list[str] = []
    workspace.run("Alternate", alternate)
    driver = database.driver_of(workspace._connection)
    driver.set_trace_callback(statements.append)
    workspace.undo()
    driver.set_trace_callback(None)
    assert sorted(s.split("WHERE")[0].strip() for s in set(statements) if s.startswith('DELETE FROM main."')) == [
        'DELETE FROM main."members"',
        'DELETE FROM main."persons"',
    ]


def test_the_tables_named_here_are_those_that_hold_blobs_and_numbers() -> None:
    """Whoever adds a kind of column adds it to ``prepare``."""
    used = {type(column.type).__name__ for table in Base.metadata.tables.values() for column in table.columns}
    assert used == {"Integer", "Text", "Date", "Boolean", "Double", "LargeBinary", "ExactNumber"}
