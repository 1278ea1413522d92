"""The set-up in one command, on a checkout of its own with a program of one line and no libraries to fetch."""

import ast
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from studyvisits.assets import CHECKOUT

PROGRAM = 'import os, sys\nprint("ran", sys.argv[1:], os.getcwd())\nsys.exit(7)\n'


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("run") / "Jana Müller's study visits"
    (folder / "studyvisits").mkdir(parents=True)
    (folder / "studyvisits" / "__main__.py").write_text(PROGRAM, encoding="utf-8")
    (folder / "requirements.lock").write_text("", encoding="utf-8")
    shutil.copy(CHECKOUT / "run.py", folder)
    return folder


def run(checkout: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(checkout / "run.py"), *arguments],
        cwd=checkout.parent,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_sets_up_once_and_runs_where_the_user_stands(checkout: Path) -> None:
    first = run(checkout, "list", "a b", PYTHONPATH="/nowhere", PIP_USER="1")
    assert (first.returncode, first.stdout) == (7, f"ran ['list', 'a b'] {checkout.parent}\n")
    assert first.stderr.startswith("Setting up Study Visits")
    began = time.perf_counter()
    second = run(checkout)
    assert (second.returncode, second.stdout, second.stderr) == (7, f"ran ['demo'] {checkout.parent}\n", "")
    assert time.perf_counter() - began < 5  # on an idle machine under half a second


def test_begins_again_when_it_was_interrupted(checkout: Path) -> None:
    run(checkout)
    shutil.rmtree(checkout / ".venv")
    (checkout / ".venv" / "bin").mkdir(parents=True)
    (checkout / ".venv" / "bin" / "python").write_text("half", encoding="utf-8")
    again = run(checkout)
    assert (again.returncode, again.stdout) == (7, f"ran ['demo'] {checkout.parent}\n")


def test_goes_on_in_a_folder_that_was_moved(checkout: Path) -> None:
    run(checkout)
    moved = checkout.rename(checkout.with_name("moved"))
    try:
        result = run(moved)
        assert (result.returncode, result.stdout, result.stderr) == (7, f"ran ['demo'] {checkout.parent}\n", "")
    finally:
        moved.rename(checkout)


def test_says_in_one_line_that_there_is_no_connection(checkout: Path) -> None:
    run(checkout)
    lock = checkout / "requirements.lock"
    lock.write_text(f"study-visits-nowhere==1 --hash=sha256:{'0' * 64}\n", encoding="utf-8")
    unreachable = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_RETRIES": "1", "PIP_CONFIG_FILE": os.devnull}
    result = run(checkout, **unreachable, PIP_FIND_LINKS="", PIP_EXTRA_INDEX_URL="")
    lock.write_text("", encoding="utf-8")
    assert result.returncode == 3
    assert result.stderr.splitlines()[1:] == [
        "The libraries could not be downloaded: no connection to the Internet. Connect, then run this again."
    ]
    assert not (checkout / ".venv" / "set-up.json").exists()


def test_sets_up_again_when_the_libraries_change(checkout: Path) -> None:
    run(checkout)
    lock = checkout / "requirements.lock"
    lock.write_text("# nothing yet\n", encoding="utf-8")
    assert run(checkout).stderr.startswith("Setting up Study Visits")
    assert run(checkout).stderr == ""
    stamp = json.loads((checkout / ".venv" / "set-up.json").read_text(encoding="utf-8"))
    assert sorted(stamp) == ["python", "requirements.lock"]


def test_old_versions_of_python_can_read_it() -> None:
    source = (CHECKOUT / "run.py").read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 7))
    assert source.isascii()
