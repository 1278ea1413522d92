import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import select

from studyvisits.assets import CHECKOUT
from studyvisits.store.tables import Venue
from studyvisits.workspace import reading
from tests.command_line.conftest import Command


def test_new_makes_a_file_that_verifies(command: Command) -> None:
    made = command("new", "trial.studyvisits", "--json")
    verified = command("verify", "trial.studyvisits", "--json")

    assert (made.code, made.document) == (0, {"file": "trial.studyvisits"})
    assert (verified.code, verified.document["ok"], verified.document["findings"]) == (0, True, [])


def test_new_does_not_write_over_a_file(command: Command) -> None:
    command("new", "trial.studyvisits")

    again = command("new", "trial.studyvisits")

    assert (again.code, again.out) == (3, "")
    assert again.err.endswith("trial.studyvisits is there already. Choose another name.\n")


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ("a", "a.studyvisits"),
        ("a.txt", "a.txt.studyvisits"),
        ("A.STUDYVISITS", "A.STUDYVISITS"),
        ("./v.2/", "v.2.studyvisits"),
    ],
)
def test_new_adds_the_suffix_where_it_is_missing(command: Command, given: str, made: str) -> None:
    said = command("new", given).out
    refused = command("new", given)

    assert (said, [file.name for file in Path().iterdir()]) == (f"Made: {made}\n", [made])
    assert (refused.code, command("list", made, "--json").document) == (3, {"projects": []})


@pytest.mark.parametrize("folder", [".", ".."])
def test_new_does_not_take_a_folder_for_a_file(command: Command, folder: str) -> None:
    assert command("new", folder).err == f"{folder} is a folder. Choose a file.\n"


def test_a_damaged_file_is_found_out_and_nothing_reads_it(command: Command, rotation: str) -> None:
    content = bytearray(Path(rotation).read_bytes())
    content[len(content) // 2] ^= 1
    Path(rotation).write_bytes(content)

    verified = command("verify", rotation, "--json")
    listed = command("list", rotation)

    assert (verified.code, verified.document["ok"], len(verified.document["findings"])) == (3, False, 1)
    assert (listed.code, listed.out) == (3, "")
    assert "trial.studyvisits" in listed.err


def test_a_backup_put_back_is_what_the_file_was(command: Command, rotation: str) -> None:
    before = command("list", rotation, "--json").document
    backup = command("backup", rotation, "kept", "--json").document["path"]
    command("plan", "import", rotation, "plan.json", "--copy")

    restored = command("restore", backup, rotation, "--json")

    assert restored.code == 0
    assert command("list", rotation, "--json").document == before
    assert len(command("list", restored.document["aside"], "--json").document["projects"]) == 2


def test_edits_a_crash_left_behind_are_told_and_kept(command: Command, rotation: str) -> None:
    killed = (
        "import os; from studyvisits.commands.rows import create; from studyvisits.workspace import Workspace\n"
        f"Workspace.open({rotation!r}).run('one more', create, table='venues', values={{'name': 'Klub'}})\n"
        "os._exit(9)"
    )
    ended = subprocess.run([sys.executable, "-c", killed], env={**os.environ, "PYTHONPATH": str(CHECKOUT)}, check=False)

    told = command("plan", "import", rotation, "plan.json", "--copy")

    assert (ended.returncode, told.code) == (9, 0)
    assert "trial.studyvisits" in told.err
    with reading(Path(rotation)) as file:
        assert file.read(lambda db: db.execute(select(Venue.name)).scalars().all()) == ["Klub"]
