import marshal
import subprocess
import sys
from pathlib import Path

import pytest

from studyvisits import wording
from studyvisits.exchange.sheets import READ_SHEET
from tests.command_line.conftest import Command, command, rotation  # noqa: F401 - fixtures

COMMANDS = ("demo", "new", "verify", "backup", "restore", "plan", "list", "import", "programme", "check", "export")


def test_help_names_every_command_and_none_that_does_not_work(command: Command) -> None:  # noqa: F811
    told = command("--help")

    assert told.code == 0
    assert [name for name in COMMANDS if name not in told.out] == []
    assert "compose" not in told.out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(command: Command, name: str) -> None:  # noqa: F811
    told = command(name, "--help")

    assert (told.code, told.err) == (0, "")


def test_without_a_command_usage_is_wrong(command: Command) -> None:  # noqa: F811
    assert command().code == 2


def test_no_slow_library_is_imported_for_help() -> None:
    slow = "openpyxl reportlab alembic icalendar python_calamine jsonschema PIL PySide6"
    asked = (
        "import sys, studyvisits.cli as cli\n"
        "try:\n    cli.main(['--help'])\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {slow.split()} if name in sys.modules])"
    )

    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)

    assert told.stdout.splitlines()[-1] == "[]"


def test_the_program_reads_a_sheet_for_itself_where_there_is_no_interpreter_to_start(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("Surname,First name\nŽák,Petr\n", encoding="utf-8")

    asked = [sys.executable, "-m", "studyvisits", READ_SHEET, str(tmp_path / "people.csv"), "", "5"]
    told = subprocess.run(asked, capture_output=True, check=True)

    assert marshal.loads(told.stdout)[0] == "read"


def test_a_refusal_without_words_is_a_fault_and_no_traceback(
    command: Command,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(wording, "REFUSALS", {})

    told = command("list", "nothing.studyvisits")

    assert (told.code, told.out) == (3, "")
    assert told.err.startswith("Study Visits has met a fault of its own")
