import errno
import os
from pathlib import Path

import pytest

from studyvisits.documents.files import LONGEST_NAME, file_name, safe_name, write_safely
from studyvisits.domain.refusal import Refused


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("STREETWORK", "STREETWORK"),
        ("Helsinki / Vantaa: 1", "Helsinki-Vantaa-1"),
        ("..\\..\\Windows\\win.ini", "Windows-win.ini"),
        ("../../etc/passwd", "etc-passwd"),
        ("con", "_con"),
        ("Nul.tar", "_Nul.tar"),
        ("COM¹", "_COM¹"),
        ("Console", "Console"),
        ("výjezd\t\nPraha…", "výjezd-Praha…"),
        ("a\0b\x1b[31m\u202egpj", "ab[31mgpj"),
        ("Žižkov", "Žižkov"),
        ("رحلة", "رحلة"),
        (" . ", ""),
        ("???", ""),
        ("visit.", "visit"),
        ("=1+1", "=1+1"),
    ],
)
def test_safe_name(text: str, name: str) -> None:
    assert safe_name(text) == name


def test_the_name_says_what_it_is_and_counts_where_it_is_taken() -> None:
    assert file_name("Prague", "agenda", "cs", ".pdf") == "Prague_agenda_cs.pdf"
    assert file_name("Prague", "agenda", "cs", ".pdf", {"PRAGUE_agenda_cs.PDF"}) == "Prague_agenda_cs-2.pdf"
    taken = {"Prague_agenda_cs.pdf", "Prague_agenda_cs-2.pdf"}
    assert file_name("Prague", "agenda", "cs", ".pdf", taken) == "Prague_agenda_cs-3.pdf"
    assert file_name("???", "agenda", "cs", ".pdf") == "agenda_agenda_cs.pdf"


def test_long_names_are_cut_before_what_tells_them_apart() -> None:
    name = file_name("x" * 300, "participants", "en", ".xlsx", {"x" * 100})
    assert (len(name), name[-21:]) == (LONGEST_NAME, "x_participants_en.xlsx"[-21:])
    emoji = file_name("🚌" * 300, "participants", "en", ".xlsx")
    assert len(emoji.encode()) <= 240
    again = file_name("x" * 300, "participants", "en", ".xlsx", {name})
    assert again == "x" * 97 + "_participants_en-2.xlsx"


def test_a_file_is_written_in_a_folder_that_is_made(tmp_path: Path) -> None:
    path = tmp_path / "out" / "2024" / "a.txt"
    write_safely(path, b"one")
    write_safely(path, b"two")
    assert path.read_bytes() == b"two"
    assert [file.name for file in path.parent.iterdir()] == ["a.txt"]


def refusal(path: Path, content: bytes = b"new") -> tuple[str, list[str]]:
    """The code, and what lies in the folder afterwards."""
    with pytest.raises(Refused) as caught:
        write_safely(path, content)
    assert caught.value.facts["file"] == str(path)
    return caught.value.code, sorted(file.name for file in path.parent.iterdir()) if path.parent.is_dir() else []


def test_open_in_another_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows refuses to replace a file that Excel holds open."""
    path = tmp_path / "list.xlsx"
    path.write_bytes(b"old")

    def held(source: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, "Access is denied", str(source), None, str(target))

    monkeypatch.setattr(Path, "replace", held)
    assert refusal(path) == ("file_open_elsewhere", ["list.xlsx"])
    assert path.read_bytes() == b"old"


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


def test_a_folder_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert refusal(tmp_path / "file" / "list.xlsx") == ("folder_missing", [])
    assert refusal(tmp_path / "file" / "deeper" / "list.xlsx") == ("folder_missing", [])


def test_a_folder_without_the_right_to_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", forbidden)
    assert refusal(tmp_path / "list.xlsx") == ("folder_read_only", [])


def test_a_folder_has_the_name(tmp_path: Path) -> None:
    (tmp_path / "list.xlsx").mkdir()
    assert refusal(tmp_path / "list.xlsx") == ("file_is_folder", ["list.xlsx"])


def test_anything_else_tells_what_the_system_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", broken)
    with pytest.raises(Refused) as caught:
        write_safely(tmp_path / "list.xlsx", b"new")
    assert (caught.value.code, caught.value.facts["reason"]) == ("disk_failed", "Input/output error")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a" * 300, "a" * 300 + "/list.xlsx"])
def test_a_name_too_long_for_the_disk(name: str, tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        write_safely(tmp_path / name, b"new")
    assert caught.value.code == "file_name_too_long"
    assert list(tmp_path.iterdir()) == []
