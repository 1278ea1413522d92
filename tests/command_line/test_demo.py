import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from studyvisits.assets import CHECKOUT
from studyvisits.command_line import demo
from studyvisits.commands.plans import import_plan
from studyvisits.domain.plan import PlanAdded
from tests.command_line.conftest import Command

FILE = Path("papers/demo.studyvisits")


def test_a_folder_that_is_a_file_is_refused(command: Command) -> None:
    Path("papers").write_text("not a folder", "utf-8")

    refused = command("demo", "--dir", "papers")

    assert (refused.code, refused.out) == (3, "")
    assert refused.err == "papers is a file, not a folder. Choose a folder.\n"
    assert Path("papers").read_text("utf-8") == "not a folder"


def test_a_demo_that_fails_half_way_leaves_no_file(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "SAMPLES", (*demo.SAMPLES[-1:], "not-there"))

    refused = command("demo", "--dir", "papers")

    assert refused.code == 3
    assert list(Path("papers").iterdir()) == []


def test_the_file_is_seen_when_it_is_full_and_the_quicker_of_two_demos_keeps_its_own(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    def import_and_look(*args: object, **arguments: object) -> PlanAdded:
        seen.append(FILE.exists())
        if len(seen) == len(demo.SAMPLES):  # another demo is ready meanwhile
            command("new", str(FILE))
        return import_plan(*args, **arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(demo, "import_plan", import_and_look)

    late = command("demo", "--dir", "papers")

    assert (seen, late.code) == ([False] * len(demo.SAMPLES), 3)
    assert "STREETWORK" in late.err
    assert list(Path("papers").iterdir()) == [FILE]


def test_fresh_sets_the_file_aside_when_the_new_one_is_full(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("papers").mkdir()
    command("new", str(FILE))
    empty = FILE.read_bytes()
    with monkeypatch.context() as broken:
        broken.setattr(demo, "SAMPLES", ("not-there",))
        failed = command("demo", "--dir", "papers", "--fresh")
    left = (failed.code, FILE.read_bytes() == empty, len(list(Path("papers").iterdir())))
    monkeypatch.setattr(demo, "SAMPLES", demo.SAMPLES[:1])
    made = command("demo", "--dir", "papers", "--fresh")

    aside = FILE.resolve().with_name(f"demo (replaced {date.today().isoformat()}).studyvisits")
    assert left == (3, True, 1)
    assert (made.code, made.out.splitlines()[0]) == (0, f"The file that was there is now {aside}")
    assert aside.read_bytes() == empty


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C cannot be sent to one program alone")
@pytest.mark.parametrize("read", [2, 9])
def test_ctrl_c_leaves_nothing_half_made_and_says_nothing(tmp_path: Path, read: int) -> None:
    """Pressed while the second sample is taken in, then while documents are written."""
    pressing = (
        "import itertools, os, signal, sys\n"
        "from studyvisits import cli, exports\n"
        "from studyvisits.command_line import demo\n"
        "step = itertools.count(1)\n"
        "def pressing(act):\n"
        "    def do(*args, **arguments):\n"
        f"        if next(step) == {read}: os.kill(os.getpid(), signal.SIGINT)\n"
        "        return act(*args, **arguments)\n"
        "    return do\n"
        "demo.read_plan = pressing(demo.read_plan)\n"
        "exports.MAKERS = {name: pressing(make) for name, make in exports.MAKERS.items()}\n"
        f"sys.exit(cli.main(['demo', '--dir', {str(tmp_path / 'papers')!r}]))"
    )

    ended = subprocess.run(
        [sys.executable, "-c", pressing],
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), "STUDYVISITS_DATA": str(tmp_path / "own"), "LANGUAGE": "en"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (ended.returncode, ended.stdout, ended.stderr) == (130, "", "")
    made = sorted(path.name for path in (tmp_path / "papers").iterdir())
    assert [name for name in made if name.startswith("~")] == []
    assert ("demo.studyvisits" in made, len(made) > 1) == ((True, True) if read == 9 else (False, False))
    assert list((tmp_path / "own" / "work").iterdir()) == []
