"""An open file, as window and command line use it."""

from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session as Db

from studyvisits.domain.refusal import Refused
from studyvisits.store.tables import Organisation, Person
from studyvisits.store.working_copy import lock_place
from studyvisits.workspace import Workspace, reading
from tests.store.files import crash, published, write_file


def add_organisation(db: Db, *, name: str) -> int:
    organisation = Organisation(name=name)
    db.add(organisation)
    db.flush()
    return organisation.id


def names(db: Db) -> list[str]:
    return list(db.execute(select(Organisation.name).order_by(Organisation.id)).scalars())


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "rotation.studyvisits"


@pytest.fixture
def workspace(file: Path, data: Path) -> Iterator[Workspace]:
    with Workspace.create(file, data=data) as opened:
        yield opened


def test_what_was_run_is_there_when_the_file_is_opened_again(file: Path, data: Path) -> None:
    with Workspace.create(file, data=data) as workspace:
        assert workspace.run("Add an organisation", add_organisation, name="Město Praha") == 1
        assert workspace.unpublished
    with Workspace.open(file, data=data) as workspace:
        assert workspace.read(names) == ["Město Praha"]
        assert not workspace.opening.recovered
    assert list((data / "work").iterdir()) == []


def test_a_file_that_somebody_else_is_making_is_not_made_twice(file: Path, data: Path) -> None:
    lock = lock_place(data, file)
    with pytest.raises(Refused) as refused:
        Workspace.create(file, data=data)
    assert (refused.value.code, file.exists()) == ("file_in_use", False)
    lock.release()
    Workspace.create(file, data=data).close()


def state(workspace: Workspace) -> tuple[list[str], str | None, str | None]:
    return workspace.read(names), workspace.undo_name, workspace.redo_name


def test_undo_and_redo(workspace: Workspace) -> None:
    workspace.run("Add Prague", add_organisation, name="Prague")
    assert workspace.undo_name == "Add Prague"
    assert workspace.undo() == "Add Prague"
    assert state(workspace) == ([], None, "Add Prague")
    assert workspace.redo() == "Add Prague"
    assert state(workspace) == (["Prague"], "Add Prague", None)
    assert workspace.redo() is None


def test_a_command_may_take_an_argument_called_name_and_returns_what_it_returns(workspace: Workspace) -> None:
    assert workspace.run("Add", add_organisation, name="Helsinki") == 1
    assert workspace.read(names) == ["Helsinki"]


def test_what_a_command_raises_passes_and_nothing_stays(workspace: Workspace) -> None:
    def fail(db: Db) -> None:
        db.add(Organisation(name="Helsinki"))
        db.flush()
        raise Refused("empty_field", field="name")

    with pytest.raises(Refused) as refused:
        workspace.run("Add", fail)
    assert refused.value.code == "empty_field"
    assert (workspace.read(names), workspace.undo_name, workspace.unpublished) == ([], None, False)


def test_a_command_cannot_commit_half_a_step(workspace: Workspace) -> None:
    def commit_and_fail(db: Db) -> None:
        db.add(Organisation(name="Helsinki"))
        db.commit()
        db.add(Organisation(name="Prague"))
        db.flush()
        raise KeyError

    with pytest.raises(KeyError):
        workspace.run("Add", commit_and_fail)
    assert workspace.read(names) == []


def test_a_command_never_runs_another(workspace: Workspace) -> None:
    with pytest.raises(RuntimeError, match="never runs another"):
        workspace.run("Add", lambda db: workspace.run("Add", add_organisation, name="Helsinki"))
    assert workspace.run("Add", add_organisation, name="Helsinki") == 1


def test_a_listener_may_read_and_run(workspace: Workspace) -> None:
    heard: list[object] = []

    def follow(changed: frozenset[tuple[str, int]]) -> None:
        heard.append((sorted(changed), workspace.read(names)))
        if len(heard) == 1:
            workspace.run("Follow", add_organisation, name="Prague")

    workspace.listen(follow)
    workspace.run("Add", add_organisation, name="Helsinki")
    assert heard == [
        ([("organisations", 1)], ["Helsinki"]),
        ([("organisations", 2)], ["Helsinki", "Prague"]),
    ]


def test_a_query_that_writes_leaves_nothing(workspace: Workspace) -> None:
    workspace.read(lambda db: add_organisation(db, name="Helsinki"))
    assert workspace.read(names) == []
    assert not workspace.unpublished


def test_a_query_left_half_read_is_no_obstacle(workspace: Workspace) -> None:
    """Every read is closed before a write."""
    for town in ("Helsinki", "Prague", "Göteborg"):
        workspace.run("Add", add_organisation, name=town)
    result = workspace.read(lambda db: iter(db.execute(select(Organisation.name))))
    workspace.run("Add", add_organisation, name="Brno")
    assert workspace.undo() == "Add"
    assert workspace.read(names) == ["Helsinki", "Prague", "Göteborg"]
    del result


def test_only_the_thread_that_opened_it_touches_the_database(workspace: Workspace) -> None:
    failures: list[BaseException] = []

    def elsewhere() -> None:
        try:
            workspace.read(names)
        except BaseException as failure:  # noqa: BLE001
            failures.append(failure)

    thread = Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert "thread" in str(failures[0])


def test_publishing_may_run_in_a_worker_while_editing_goes_on(workspace: Workspace, file: Path) -> None:
    workspace.run("Add", lambda db: db.add(Person(family_name="Nováková")))
    copy = workspace.take_copy()
    assert copy is not None
    workspace.run("Add", lambda db: db.add(Person(family_name="Virtanen")))
    thread = Thread(target=workspace.put, args=(copy,))
    thread.start()
    thread.join()
    assert published(file) == ["Nováková"]
    assert workspace.unpublished
    workspace.publish()
    assert published(file) == ["Nováková", "Virtanen"]
    assert workspace.take_copy() is None


def test_an_older_copy_never_replaces_a_newer_one(workspace: Workspace, file: Path) -> None:
    workspace.run("Add", lambda db: db.add(Person(family_name="Nováková")))
    older = workspace.take_copy()
    workspace.run("Add", lambda db: db.add(Person(family_name="Virtanen")))
    newer = workspace.take_copy()
    assert older is not None
    assert newer is not None
    workspace.put(newer)
    workspace.put(older)
    assert published(file) == ["Nováková", "Virtanen"]


def test_a_second_writer_is_refused_and_readers_see_what_was_published(
    workspace: Workspace, file: Path, data: Path
) -> None:
    workspace.run("Add", add_organisation, name="Helsinki")
    workspace.publish()
    with reading(file, data=data) as seen:
        assert (seen.read(names), seen.behind) == (["Helsinki"], False)
    workspace.run("Add", add_organisation, name="Prague")
    with pytest.raises(Refused) as refused:
        Workspace.open(file, data=data)
    assert (refused.value.code, refused.value.facts["file"]) == ("file_in_use", str(file))
    with reading(file, data=data) as seen:
        assert (seen.read(names), seen.behind) == (["Helsinki"], True)
    workspace.publish()
    with reading(file, data=data) as seen:
        assert (seen.read(names), seen.behind) == (["Helsinki", "Prague"], False)


def test_reading_locks_and_writes_nothing(tmp_path: Path) -> None:
    file = write_file(tmp_path / "some.studyvisits", "Nováková")
    data = tmp_path / "data"
    with reading(file, data=data) as first, reading(file, data=data) as second:
        assert first.read(names) == second.read(names) == []
        first.read(lambda db: db.add(Organisation(name="by mistake")))
        assert first.read(names) == []
    assert sorted(tmp_path.iterdir()) == [file]


def test_edits_that_a_crash_left_unpublished_are_found_again(file: Path, data: Path) -> None:
    workspace = Workspace.create(file, data=data)
    workspace.run("Add", add_organisation, name="Helsinki")
    crash(workspace)
    with reading(file, data=data) as seen:
        assert (seen.read(names), seen.behind) == ([], True)
    with Workspace.open(file, data=data) as workspace:
        assert workspace.opening.recovered
        assert workspace.unpublished
        assert workspace.read(names) == ["Helsinki"]
    with Workspace.open(file, data=data) as workspace:
        assert not workspace.opening.recovered
        assert workspace.read(names) == ["Helsinki"]


def test_a_crash_with_everything_published_leaves_nothing_to_tell(file: Path, data: Path) -> None:
    workspace = Workspace.create(file, data=data)
    workspace.run("Add", add_organisation, name="Helsinki")
    workspace.publish()
    crash(workspace)
    with Workspace.open(file, data=data) as workspace:
        assert not workspace.opening.recovered
        assert workspace.read(names) == ["Helsinki"]


def test_a_new_file_never_takes_the_place_of_one_that_is_there(file: Path, data: Path) -> None:
    file.write_text("precious")
    with pytest.raises(Refused) as refused:
        Workspace.create(file, data=data)
    assert (refused.value.code, file.read_text()) == ("file_exists", "precious")


def test_a_body_that_fails_is_told_and_not_the_closing_that_fails_too(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()

    def edit_and_fail() -> None:
        with Workspace.create(folder / "some.studyvisits", data=tmp_path / "data") as workspace:
            workspace.run("Add", add_organisation, name="Helsinki")
            (folder / "some.studyvisits").unlink()
            folder.rmdir()
            raise KeyError

    with pytest.raises(KeyError):
        edit_and_fail()
    with pytest.raises(Refused) as refused:
        Workspace.open(folder / "some.studyvisits", data=tmp_path / "data")
    assert refused.value.code == "file_missing"
    assert Path(str(refused.value.facts["last_good"])).exists()


def test_the_connection_is_set_up_for_safety(workspace: Workspace) -> None:
    def setting(db: Db, name: str) -> object:
        return db.execute(text(f"PRAGMA {name}")).scalar_one()

    expected = {
        "journal_mode": "truncate",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "secure_delete": 1,
        "recursive_triggers": 1,
        "temp_store": 2,
    }
    assert {name: workspace.read(setting, name) for name in expected} == expected


def test_a_mistake_in_a_command_is_not_worded_as_a_fault_of_the_disk(workspace: Workspace) -> None:
    with pytest.raises(OperationalError, match="no such table"):
        workspace.run("Err", lambda db: db.execute(text("SELECT * FROM nowhere")))
