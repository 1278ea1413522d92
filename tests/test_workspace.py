"""An open file, as window and command line use it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from studyvisits.domain.refusal import Refused
from studyvisits.store.tables import Organisation
from studyvisits.workspace import Workspace, reading


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


def test_undo_and_redo(workspace: Workspace) -> None:
    workspace.run("Add Prague", add_organisation, name="Prague")
    assert workspace.undo_name == "Add Prague"
    assert workspace.undo() == "Add Prague"
    assert (workspace.read(names), workspace.undo_name, workspace.redo_name) == ([], None, "Add Prague")
    assert workspace.redo() == "Add Prague"
    assert (workspace.read(names), workspace.undo_name, workspace.redo_name) == (["Prague"], "Add Prague", None)
    assert workspace.redo() is None
