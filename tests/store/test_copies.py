"""verify, backup, restore, as the command line calls them."""

import os
from datetime import date
from pathlib import Path

import pytest

from studyvisits.domain.refusal import Refused
from studyvisits.store.copies import backup_file, restore_file, verify_file
from studyvisits.workspace import Workspace
from tests.store.files import add_person, crash, persons, published, write_file

TODAY = date(2026, 11, 23)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write_file(tmp_path / "some.studyvisits", "Nováková")


def test_a_whole_file_has_no_findings(file: Path) -> None:
    found = verify_file(file)
    assert (found.ok, found.version, found.findings) == (True, 1, ())


def test_a_damaged_file_has_some(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1] + b"?")
    found = verify_file(file)
    assert (found.ok, found.version, [finding.code for finding in found.findings]) == (False, 1, ["file_damaged"])


def test_what_is_no_file_of_ours_has_no_version(tmp_path: Path) -> None:
    path = tmp_path / "x.studyvisits"
    path.write_bytes(b"\x89PNG")
    found = verify_file(path)
    assert (found.version, [finding.code for finding in found.findings]) == (None, ["file_not_ours"])


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "nothing", "file_missing"), (tmp_path, "file_is_folder")):
        with pytest.raises(Refused) as refused:
            verify_file(path)
        assert refused.value.code == code


def test_a_backup_lies_in_its_folder_under_the_day(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups" / "of mine"
    first = backup_file(file, folder, today=TODAY)
    second = backup_file(file, folder, today=TODAY)
    assert [first.name, second.name] == ["some (2026-11-23).studyvisits", "some (2026-11-23) 2.studyvisits"]
    assert first.read_bytes() == second.read_bytes() == file.read_bytes()
    assert len(list(folder.iterdir())) == 2


def test_a_damaged_file_is_not_backed_up(file: Path, tmp_path: Path) -> None:
    file.write_bytes(b"")
    with pytest.raises(Refused) as refused:
        backup_file(file, tmp_path / "backups", today=TODAY)
    assert refused.value.code == "file_empty"
    assert not (tmp_path / "backups").exists()


def test_restoring_sets_aside_what_is_there(file: Path, tmp_path: Path) -> None:
    backup = backup_file(file, tmp_path / "backups", today=TODAY)
    with Workspace.open(file, data=tmp_path / "data") as workspace:
        workspace.run("Add", add_person, name="Virtanen")
    aside = restore_file(backup, file, today=TODAY, data=tmp_path / "data")
    assert aside == file.with_name("some (replaced 2026-11-23).studyvisits")
    assert published(file) == ["Nováková"]
    assert published(aside) == ["Nováková", "Virtanen"]


def test_restoring_where_nothing_is(file: Path, tmp_path: Path) -> None:
    backup = backup_file(file, tmp_path / "backups", today=TODAY)
    file.unlink()
    assert restore_file(backup, file, today=TODAY, data=tmp_path / "data") is None
    assert published(file) == ["Nováková"]


def test_restoring_over_a_damaged_file_keeps_it(file: Path, tmp_path: Path) -> None:
    backup = backup_file(file, tmp_path / "backups", today=TODAY)
    file.write_bytes(b"half")
    aside = restore_file(backup, file, today=TODAY, data=tmp_path / "data")
    assert aside is not None
    assert aside.read_bytes() == b"half"


def test_a_damaged_backup_restores_nothing(file: Path, tmp_path: Path) -> None:
    backup = tmp_path / "backup"
    backup.write_bytes(file.read_bytes()[:-1])
    with pytest.raises(Refused) as refused:
        restore_file(backup, file, today=TODAY, data=tmp_path / "data")
    assert (refused.value.code, published(file)) == ("file_truncated", ["Nováková"])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["backup", "some.studyvisits"]


def test_a_file_that_a_window_has_open_is_not_restored(file: Path, tmp_path: Path) -> None:
    backup = backup_file(file, tmp_path / "backups", today=TODAY)
    with Workspace.open(file, data=tmp_path / "data"):
        with pytest.raises(Refused) as refused:
            restore_file(backup, file, today=TODAY, data=tmp_path / "data")
        assert refused.value.code == "file_in_use"


def test_edits_that_a_crash_left_go_beside_what_was_restored(file: Path, tmp_path: Path) -> None:
    backup = backup_file(file, tmp_path / "backups", today=TODAY)
    with Workspace.open(file, data=tmp_path / "data") as workspace:
        workspace.run("Add", add_person, name="Virtanen")
    workspace = Workspace.open(file, data=tmp_path / "data")
    workspace.run("Add", add_person, name="Lindqvist")
    crash(workspace)
    restore_file(backup, file, today=TODAY, data=tmp_path / "data")
    with Workspace.open(file, data=tmp_path / "data") as workspace:
        assert workspace.read(persons) == ["Nováková"]
        assert [published(path) for path in workspace.opening.beside] == [["Nováková", "Virtanen", "Lindqvist"]]


def test_a_folder_is_not_restored_over(file: Path, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        restore_file(file, tmp_path, today=TODAY, data=tmp_path / "data")
    assert refused.value.code == "file_is_folder"


def test_a_file_stays_where_it_is_when_its_backup_cannot_take_its_place(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = backup_file(file, tmp_path / "Backups", today=TODAY)
    before = file.read_bytes()

    def held(_new: object, _target: object) -> None:
        raise PermissionError(13, "held by another program")

    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(Refused) as refused:
        restore_file(backup, file, today=TODAY, data=tmp_path / "data")

    assert refused.value.code == "file_open_elsewhere"
    assert [path.name for path in file.parent.glob("*.studyvisits")] == [file.name]
    assert file.read_bytes() == before
