"""What users meet on a disk, each with a code of its own, and nothing half-written left."""

import errno
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from studyvisits.domain.refusal import Refused
from studyvisits.store import disk, verification
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
        (errno.ENOENT, "folder_missing"),
        (errno.ENOTDIR, "folder_missing"),
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
    assert refused.value.code == "folder_missing"
