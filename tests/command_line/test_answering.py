"""How a command ends when its answer cannot be written, or when it meets a fault of its own."""

import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from studyvisits.assets import CHECKOUT
from studyvisits.command_line import crash_log, listing, plans
from tests.command_line.conftest import Command

FULL = Path("/dev/full")
NO_ROOM = "cannot be written to standard output: No space left on device."
needs_full = pytest.mark.skipif(not FULL.exists(), reason="only Linux has a device that is always full")


def in_shell(line: str) -> tuple[int, str]:
    """Exit code and standard error of a command line, as another process."""
    if sys.platform == "win32":
        pytest.skip("this is how shells of POSIX end commands")
    program = f"{shlex.quote(sys.executable)} -m studyvisits"
    ended = subprocess.run(
        ["bash", "-o", "pipefail", "-c", line.replace("studyvisits", program, 1)],
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    return ended.returncode, ended.stderr


@needs_full
@pytest.mark.parametrize("asked", ["list trial.studyvisits", "list trial.studyvisits --json"])
def test_an_answer_for_which_there_is_no_room(command: Command, rotation: str, asked: str) -> None:
    assert in_shell(f"studyvisits {asked} > /dev/full") == (3, f"The answer {NO_ROOM}\n")


@needs_full
def test_what_is_stored_although_the_answer_has_no_room_is_told(command: Command, rotation: str) -> None:
    code, told = in_shell("studyvisits plan import trial.studyvisits plan.json --copy > /dev/full")

    assert (code, told.splitlines()[-1]) == (3, f"What was asked for is stored, but the answer {NO_ROOM}")
    assert len(command("list", rotation, "--json").document["projects"]) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="of shells")
@pytest.mark.parametrize("end", ["| true", ">&-"])
def test_nobody_who_reads_the_answer_is_no_fault(command: Command, rotation: str, end: str) -> None:
    assert in_shell(f"studyvisits plan export trial.studyvisits --project STREET {end}") == (0, "")


def test_a_fault_before_anything_is_published(command: Command, rotation: str, broken: Callable[..., None]) -> None:
    broken(listing, "projects")

    ended = command("list", rotation)

    assert (ended.code, ended.out) == (3, "")
    assert ended.err.startswith("Study Visits has met a fault of its own; your file is as it was before. Details are")


def test_a_fault_after_publishing_does_not_say_that_nothing_changed(
    command: Command, rotation: str, broken: Callable[..., None]
) -> None:
    broken(plans, "_warn_of")

    ended = command("plan", "import", rotation, "plan.json")

    assert (ended.code, ended.out) == (3, "")
    assert ended.err.startswith(
        f"Study Visits has met a fault of its own, after {Path(rotation).resolve()} was changed."
    )
    assert len(command("list", rotation, "--json").document["projects"]) == 2


def test_the_last_ten_faults_are_kept_in_the_users_own_folder(
    command: Command, rotation: str, tmp_path: Path, broken: Callable[..., None]
) -> None:
    broken(listing, "projects")
    told = [command("list", rotation).err for _ in range(crash_log.KEPT + 2)]

    logs = sorted((tmp_path / "own" / "logs").iterdir())
    assert [line.rpartition(" in ")[2] for line in told[2:]] == [f"{log}.\n" for log in logs]
    assert "Traceback" in logs[-1].read_text("utf-8")
    assert "NotImplementedError: 🧨 Říha" in logs[-1].read_text("utf-8")


def test_a_fault_whose_log_has_no_place_is_told_all_the_same(
    command: Command, rotation: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, broken: Callable[..., None]
) -> None:
    broken(listing, "projects")
    (tmp_path / "own" / "logs").write_text("a file in its place")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    elsewhere = command("list", rotation).err
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "own" / "logs"))
    nowhere = command("list", rotation).err

    assert f"Details are in {tmp_path / 'temporary'}" in elsewhere
    assert nowhere == "Study Visits has met a fault of its own, and its details could not be written anywhere.\n"


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise NotImplementedError("🧨 Říha")

    return lambda module, name: monkeypatch.setattr(module, name, fail)
