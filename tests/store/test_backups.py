"""Copies that nobody asked for: the last of each day, the last ten, one a month."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from studyvisits.store import backups, seal
from studyvisits.workspace import Workspace
from tests.store.files import add_person, published, write_file

UID = "0" * 32


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write_file(tmp_path / "some.studyvisits", "Nováková")


def kept(data: Path) -> list[str]:
    return sorted(path.name for path in (data / "backups").glob("*/*") if path.name != "place.json")


def edit(file: Path, name: str, *days: date) -> None:
    day = iter([*days, *[days[-1]] * 9])
    with Workspace.open(file, data=file.parent / "data", today=lambda: next(day)) as workspace:
        workspace.run("Add", add_person, name=name)


def test_a_day_with_changes_leaves_its_last_state(file: Path) -> None:
    monday, tuesday = date(2026, 11, 23), date(2026, 11, 24)
    edit(file, "Virtanen", monday)
    edit(file, "Lindqvist", monday)
    edit(file, "Söderström", tuesday)
    data = file.parent / "data"
    assert kept(data) == ["some 2026-11-23.bak", "some 2026-11-24.bak"]
    first, second = sorted((data / "backups").glob("*/*.bak"))
    assert published(first) == ["Nováková", "Virtanen", "Lindqvist"]
    assert second.read_bytes() == file.read_bytes()


def test_a_day_without_changes_leaves_none(file: Path) -> None:
    Workspace.open(file, data=file.parent / "data").close()
    assert kept(file.parent / "data") == []


def test_the_first_state_of_a_day_is_kept_at_once_in_case_of_a_crash(file: Path) -> None:
    with Workspace.open(file, data=file.parent / "data") as workspace:
        workspace.run("Add", add_person, name="Virtanen")
        workspace.publish()
        workspace.run("Add", add_person, name="Lindqvist")
        workspace.publish()
        (backup,) = (file.parent / "data" / "backups").glob("*/*.bak")
        assert published(backup) == ["Nováková", "Virtanen"]
    assert published(backup) == ["Nováková", "Virtanen", "Lindqvist"]


def test_the_last_ten_stay_and_the_last_of_each_month(tmp_path: Path) -> None:
    path = tmp_path / "some.studyvisits"
    first = date(2026, 1, 1)
    for number in range(100):
        backups.keep(b"", path, uid=UID, data=tmp_path, today=first + timedelta(days=number))
    days = [date(2026, 1, 31), date(2026, 2, 28), *[date(2026, 4, 1) + timedelta(days=n) for n in range(-1, 10)]]
    assert kept(tmp_path) == [f"some {day.isoformat()}.bak" for day in days]


def test_those_before_migrations_are_thinned_out_alike(tmp_path: Path) -> None:
    path = tmp_path / "some.studyvisits"
    for number in range(1, 15):
        backups.keep(b"", path, uid=UID, data=tmp_path, today=date(2026, 1, number), version=1)
    assert len(kept(tmp_path)) == 10


def test_a_backup_is_a_whole_sealed_file(tmp_path: Path) -> None:
    backup = backups.keep(b"pages", tmp_path / "some.studyvisits", uid=UID, data=tmp_path, today=date(2026, 1, 1))
    assert seal.sealed_digest(backup.read_bytes()) == seal.digest_of(b"pages")


def test_a_damaged_backup_is_passed_over(file: Path) -> None:
    edit(file, "Virtanen", date(2026, 11, 23))
    edit(file, "Lindqvist", date(2026, 11, 24))
    older, newer = sorted((file.parent / "data" / "backups").glob("*/*.bak"))
    newer.write_bytes(newer.read_bytes()[:-1])
    assert backups.last_good(file, file.parent / "data") == older
    older.write_bytes(b"")
    assert backups.last_good(file, file.parent / "data") is None


def test_files_of_one_name_keep_their_backups_apart(tmp_path: Path) -> None:
    for folder in ("first", "second"):
        (tmp_path / folder).mkdir()
        file = write_file(tmp_path / folder / "some.studyvisits")
        with Workspace.open(file, data=tmp_path / "data") as workspace:
            workspace.run("Add", add_person, name=folder)
    for folder in ("first", "second"):
        good = backups.last_good(tmp_path / folder / "some.studyvisits", tmp_path / "data")
        assert good is not None
        assert published(good) == [folder]


def test_a_backup_that_fails_does_not_stop_publishing(file: Path) -> None:
    data = file.parent / "data"
    with Workspace.open(file, data=data) as workspace:
        workspace.run("Add", add_person, name="Virtanen")
        (data / "backups").write_bytes(b"in the way")
    assert published(file) == ["Nováková", "Virtanen"]
