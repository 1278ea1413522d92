"""A published file is whole, checked, and never takes the place of somebody else's version."""

import errno
import os
import platform
import shutil
import sys
from datetime import date
from pathlib import Path
from threading import Event, Thread

import pytest

from studyvisits import disk
from studyvisits.domain.refusal import Refused
from studyvisits.store import places, publishing, seal
from studyvisits.workspace import Workspace
from tests.store.files import add_person, persons, posix_only, published, write_file

TODAY = date(2026, 11, 23)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "cloud").mkdir()
    return write_file(tmp_path / "cloud" / "some.studyvisits", "Nováková")


def opened(file: Path, data: str = "data") -> Workspace:
    return Workspace.open(file, data=file.parent.parent / data, today=lambda: TODAY)


def test_a_published_file_is_sealed_and_alone(file: Path) -> None:
    with opened(file) as workspace:
        workspace.run("Add", add_person, name="Virtanen")
        before = file.stat().st_ino
        assert workspace.publish().conflict is None
        assert file.stat().st_ino != before
        assert seal.sealed_digest(file.read_bytes()) is not None
        assert list(file.parent.iterdir()) == [file]


def test_publishing_what_is_published_writes_nothing(file: Path) -> None:
    with opened(file) as workspace:
        before = file.stat()
        assert workspace.publish().path == file
        assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@posix_only
def test_the_rights_of_a_file_stay_as_they_were(file: Path) -> None:
    file.chmod(0o640)
    with opened(file) as workspace:
        workspace.run("Add", add_person, name="Virtanen")
    assert file.stat().st_mode & 0o777 == 0o640


def test_two_laptops_lose_nothing(file: Path) -> None:
    """Both open the same version; who publishes second goes beside, and goes on there."""
    first, second = opened(file, "first"), opened(file, "second")
    first.run("Add", add_person, name="Virtanen")
    second.run("Add", add_person, name="Lindqvist")
    first.publish()
    done = second.publish()
    assert done.conflict == file
    assert done.path == file.with_name(f"some (from {places.computer()}, 2026-11-23).studyvisits") == second.path
    second.run("Add", add_person, name="Söderström")
    assert second.publish().conflict is None
    first.close()
    second.close()
    assert published(file) == ["Nováková", "Virtanen"]
    assert published(second.path) == ["Nováková", "Lindqvist", "Söderström"]
    assert sorted(file.parent.iterdir()) == sorted([file, second.path])


def test_a_file_that_went_beside_is_locked_there(file: Path) -> None:
    first, second = opened(file, "first"), opened(file, "second")
    for workspace in (first, second):
        workspace.run("Add", add_person, name="Virtanen")
        workspace.publish()
    with pytest.raises(Refused) as refused:
        Workspace.open(second.path, data=file.parent.parent / "second")
    assert refused.value.code == "file_in_use"
    second.close()
    Workspace.open(second.path, data=file.parent.parent / "second").close()
    first.close()


def test_a_conflict_is_told_though_the_first_attempt_fails(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = opened(file)
    workspace.run("Add", add_person, name="Virtanen")
    write_file(file, "Somebody else")
    replace = os.replace

    def fail(source: Path, target: Path) -> None:
        if "from" in Path(target).name:
            raise OSError(errno.ENOSPC, "No space left on device")
        replace(source, target)

    monkeypatch.setattr(os, "replace", fail)
    assert refusal_of(workspace) == "disk_full"
    monkeypatch.undo()
    told = workspace.close()
    assert (told.conflict, published(told.path)) == (file, ["Nováková", "Virtanen"])
    assert published(file) == ["Somebody else"]


def test_two_computers_never_write_the_same_temporary_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = {publishing.temporary_name(file, Path(data)) for data in ("one", "two")}
    monkeypatch.setattr(platform, "node", lambda: "another")
    names.add(publishing.temporary_name(file, Path("one")))
    assert len(names) == 3


def test_names_beside_are_numbered_where_taken(file: Path) -> None:
    found = []
    for number in range(3):
        workspace = opened(file, f"laptop {number}")
        workspace.run("Add", add_person, name=str(number))
        write_file(file, f"somebody else {number}")
        found.append(workspace.close().path.name)
    stem = f"some (from {places.computer()}, 2026-11-23)"
    assert found == [f"{stem}.studyvisits", f"{stem} 2.studyvisits", f"{stem} 3.studyvisits"]


@pytest.mark.parametrize("left", [b"", b"something else", b"x" * 100_000])
def test_whatever_took_the_place_of_a_file_is_left_there(file: Path, left: bytes) -> None:
    workspace = opened(file)
    workspace.run("Add", add_person, name="Virtanen")
    file.write_bytes(left)
    ours = workspace.close().path
    assert (file.read_bytes(), published(ours)) == (left, ["Nováková", "Virtanen"])


def test_a_version_that_comes_while_ours_is_being_written_is_kept(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the writing and the replacing: the target is looked at last of all."""
    workspace = opened(file)
    workspace.run("Add", add_person, name="Virtanen")
    written, replaced = Event(), Event()
    fsync = os.fsync

    def stop_once(handle: int) -> None:
        fsync(handle)
        if not written.is_set():
            written.set()
            replaced.wait(5)

    monkeypatch.setattr(os, "fsync", stop_once)
    copy = workspace.take_copy()
    assert copy is not None
    worker = Thread(target=workspace.put, args=(copy,))
    worker.start()
    assert written.wait(5)
    write_file(file, "Somebody else")
    replaced.set()
    worker.join()
    assert published(file) == ["Somebody else"]
    assert published(workspace.path) == ["Nováková", "Virtanen"]
    workspace.close()


def test_a_file_that_was_taken_away_is_put_back(file: Path) -> None:
    workspace = opened(file)
    workspace.run("Add", add_person, name="Virtanen")
    file.unlink()
    assert workspace.close().conflict is None
    assert published(file) == ["Nováková", "Virtanen"]


def refusal_of(workspace: Workspace) -> str:
    with pytest.raises(Refused) as refused:
        workspace.publish()
    return refused.value.code


@posix_only
def test_a_folder_that_is_gone(file: Path) -> None:
    workspace = opened(file)
    workspace.run("Add", add_person, name="Virtanen")
    shutil.move(file.parent, file.parent.with_name("elsewhere"))
    assert refusal_of(workspace) == "folder_missing"
    with pytest.raises(Refused):
        workspace.close()
    with opened(file.parent.with_name("elsewhere") / file.name) as again:
        assert again.opening.recovered
        assert again.read(persons) == ["Nováková", "Virtanen"]


def test_a_folder_in_the_place_of_the_file(file: Path) -> None:
    workspace = opened(file)
    workspace.run("Add", add_person, name="Virtanen")
    file.unlink()
    file.mkdir()
    assert refusal_of(workspace) == "file_is_folder"
    file.rmdir()
    workspace.close()
    assert published(file) == ["Nováková", "Virtanen"]


def test_a_file_marked_as_read_only(file: Path) -> None:
    workspace = opened(file)
    workspace.run("Add", add_person, name="Virtanen")
    file.chmod(0o444)
    assert refusal_of(workspace) == "file_read_only"
    assert published(file) == ["Nováková"]
    file.chmod(0o644)
    workspace.close()
    assert published(file) == ["Nováková", "Virtanen"]


def test_a_file_open_in_another_program_on_windows(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = opened(file)
    workspace.run("Add", add_person, name="Virtanen")
    replace = os.replace

    def refuse(source: Path, target: Path) -> None:
        if target == file:
            raise PermissionError(13, "The process cannot access the file", str(target))
        replace(source, target)

    monkeypatch.setattr(os, "replace", refuse)
    assert refusal_of(workspace) == "file_open_elsewhere"
    assert list(file.parent.iterdir()) == [file]
    monkeypatch.undo()
    workspace.close()
    assert published(file) == ["Nováková", "Virtanen"]


def test_a_virus_scanner_is_waited_for_on_windows(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    attempts = []
    replace = os.replace

    def refuse_twice(source: Path, target: Path) -> None:
        attempts.append(target)
        if len(attempts) < 3:
            raise PermissionError(13, "in use", str(target))
        replace(source, target)

    new = file.with_name("new")
    new.write_bytes(b"new")
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(os, "replace", refuse_twice)
    disk.replace(new, file)
    assert (len(attempts), file.read_bytes()) == (3, b"new")


def test_a_spoilt_working_copy_is_not_published(file: Path) -> None:
    workspace = opened(file)
    workspace.run("Add", add_person, name="Virtanen")
    copy = workspace.take_copy()
    assert copy is not None
    pages = bytearray(copy.pages)
    pages[4096 * 5 : 4096 * 5 + 100] = os.urandom(100)
    with pytest.raises(Refused) as refused:
        workspace.put(type(copy)(bytes(pages), copy.number, copy.today))
    assert refused.value.code == "working_copy_damaged"
    assert published(file) == ["Nováková"]
    workspace.close()
    assert published(file) == ["Nováková", "Virtanen"]


@posix_only
def test_long_names_and_odd_ones(tmp_path: Path) -> None:
    for number, stem in enumerate(
        ("ž" * 121, "=1+1", "<b>", "a b%20c#?&'\"", "שלום", "🚌" * 20, "CON", ".hidden", "-x")
    ):
        file = tmp_path / f"{stem}.studyvisits"
        Workspace.create(file, data=tmp_path / "data").close()
        first, second = (Workspace.open(file, data=tmp_path / f"{number} {name}") for name in "ab")
        for workspace in (first, second):
            workspace.run("Add", add_person, name="Virtanen")
            workspace.close()
        assert published(file) == published(second.path) == ["Virtanen"]


@posix_only
def test_a_name_too_long(tmp_path: Path) -> None:
    for stem in ("x" * 300, "ž" * 130):
        with pytest.raises(Refused) as refused:
            Workspace.create(tmp_path / f"{stem}.studyvisits", data=tmp_path / "data")
        assert refused.value.code == "file_name_too_long"
    assert [path.name for path in tmp_path.iterdir() if path.name != "data"] == []


def test_a_folder_that_was_never_there(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        Workspace.create(tmp_path / "nowhere" / "some.studyvisits", data=tmp_path / "data")
    assert (refused.value.code, refused.value.facts["folder"]) == ("folder_missing", str(tmp_path / "nowhere"))
