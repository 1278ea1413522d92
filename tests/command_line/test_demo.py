from pathlib import Path

import pytest

from studyvisits.command_line import demo
from tests.command_line.conftest import Command


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
