"""What users meet on a disk, each with a code of its own, and nothing half-written left."""

import errno
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from studyvisits import disk
from studyvisits.domain.refusal import Refused
from studyvisits.store import verification
from studyvisits.workspace import Workspace
from tests.store.files import posix_only, write_file

NOBODY = 65534


@contextmanager
def without_rights() -> Iterator[Path]:
    """A folder, and no right that root has over it meanwhile."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        root = os.geteuid() == 0
        if root:
            os.chown(folder, NOBODY, NOBODY)
            os.seteuid(NOBODY)
        try:
            yield folder
        finally:
            folder.chmod(0o755)
            if root:
                os.seteuid(0)


def code_of(act: object, *arguments: object) -> str:
    assert callable(act)
    with pytest.raises(Refused) as refused:
        act(*arguments)
    return refused.value.code


@posix_only
def test_a_file_that_may_not_be_read() -> None:
    with without_rights() as folder:
        file = write_file(folder / "some.studyvisits")
        file.chmod(0)
        assert code_of(disk.read_whole, file) == "file_unreadable"
        assert code_of(verification.verified, file) == "file_unreadable"


@posix_only
def test_a_folder_that_may_not_be_written() -> None:
    with without_rights() as folder:
        folder.chmod(0o555)
        assert code_of(disk.write_whole, folder / "new", b"x") == "folder_read_only"
        assert code_of(disk.make_private_folder, folder / "data" / "work") == "folder_read_only"
        assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EDQUOT, "disk_full"),
        (errno.EFBIG, "disk_full"),
        (errno.EROFS, "folder_read_only"),
        (errno.EACCES, "folder_read_only"),
        (errno.ENOENT, "folder_read_only"),
        (errno.ENOTDIR, "folder_read_only"),
        (errno.ENAMETOOLONG, "file_name_too_long"),
        (errno.EIO, "disk_failed"),
    ],
)
def test_a_failing_write_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    def fail(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    path = tmp_path / "kept"
    path.write_bytes(b"old")
    with pytest.raises(Refused) as refused:
        disk.write_safely(path, b"new", beside="new")
    assert refused.value.code == code
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (b"old", [path])


@posix_only
def test_a_folder_that_cannot_be_flushed_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(handle: int) -> None:
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(os, "fsync", fail)
    disk.sync_folder(tmp_path)
    monkeypatch.setattr(sys, "platform", "win32")
    disk.sync_folder(tmp_path / "missing")


def test_a_file_in_the_place_of_the_data_folder(tmp_path: Path) -> None:
    file = write_file(tmp_path / "some.studyvisits")
    (tmp_path / "data").write_bytes(b"")
    with pytest.raises(Refused) as refused:
        Workspace.open(file, data=tmp_path / "data")
    assert (refused.value.code, refused.value.facts["folder"]) == ("folder_is_file", str(tmp_path / "data"))


def test_a_file_is_written_in_a_folder_that_is_made(tmp_path: Path) -> None:
    path = tmp_path / "out" / "2024" / "a.txt"
    disk.write_with_folder(path, b"one")
    disk.write_with_folder(path, b"two")
    assert path.read_bytes() == b"two"
    assert [file.name for file in path.parent.iterdir()] == ["a.txt"]


def refusal(path: Path, content: bytes = b"new") -> tuple[str, list[str]]:
    """The code, and what lies in the folder afterwards."""
    with pytest.raises(Refused) as refused:
        disk.write_with_folder(path, content)
    return refused.value.code, sorted(file.name for file in path.parent.iterdir()) if path.parent.is_dir() else []


def held(times: int) -> Callable[[Path, Path], None]:
    """``os.replace`` as Windows has it while another program holds the target open."""
    replace, left = os.replace, iter(range(times))

    def act(source: Path, target: Path) -> None:
        if next(left, None) is not None:
            raise PermissionError(errno.EACCES, "Access is denied", str(source), None, str(target))
        replace(source, target)

    return act


def test_open_in_another_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "replace", held(1))
    assert refusal(path) == ("file_open_elsewhere", ["list.xlsx"])
    assert path.read_bytes() == b"old"


def test_a_scanner_that_holds_a_file_for_a_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "replace", held(3))
    monkeypatch.setattr(sys, "platform", "win32")
    disk.write_with_folder(path, b"new")
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (b"new", [path])


def test_full_disk(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource", reason="POSIX limits how large a file may grow")
    path = tmp_path / "list.xlsx"
    path.write_bytes(b"old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        assert refusal(path, b"x" * 100_000) == ("disk_full", ["list.xlsx"])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert path.read_bytes() == b"old"


def test_read_only_file(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(b"old")
    path.chmod(0o444)
    assert refusal(path) == ("file_read_only", ["list.xlsx"])


def test_a_file_in_the_place_of_a_folder_is_named(tmp_path: Path) -> None:
    plan = tmp_path / "plan.json"
    plan.write_bytes(b"{}")
    for path in (plan / "list.xlsx", plan / "deeper" / "list.xlsx"):
        for write in (disk.write_with_folder, disk.write_safely):
            with pytest.raises(Refused) as refused:
                write(path, b"new")
            assert (refused.value.code, refused.value.facts["folder"]) == ("folder_is_file", str(plan))
    assert plan.read_bytes() == b"{}"


def test_a_folder_is_missing_only_where_none_is_made(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        disk.write_safely(tmp_path / "away" / "list.xlsx", b"new")
    assert refused.value.code == "folder_missing"
    assert refused.value.facts["folder"] == str(tmp_path / "away")


@pytest.mark.skipif(sys.platform != "linux", reason="nothing can be made in /proc, and it says there is no such folder")
@pytest.mark.parametrize("name", ["list.xlsx", "out/list.xlsx"])
def test_a_folder_that_is_there_and_takes_nothing(name: str) -> None:
    with pytest.raises(Refused) as refused:
        disk.write_with_folder(Path("/proc") / name, b"new")
    assert (refused.value.code, refused.value.facts["folder"]) == ("folder_read_only", "/proc")


def test_a_folder_has_the_name(tmp_path: Path) -> None:
    (tmp_path / "list.xlsx").mkdir()
    assert refusal(tmp_path / "list.xlsx") == ("file_is_folder", ["list.xlsx"])


@pytest.mark.parametrize("name", ["a" * 300, "a" * 300 + "/list.xlsx"])
def test_a_name_too_long_for_the_disk(name: str, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        disk.write_with_folder(tmp_path / name, b"new")
    assert refused.value.code == "file_name_too_long"
    assert list(tmp_path.iterdir()) == []
