"""Running a command in this process, as a terminal would."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from studyvisits.cli import main


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document that ``--json`` prints."""
        return json.loads(self.out)


Command = Callable[..., Ended]


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Run a command line in an empty folder; wrong usage ends with its exit code too."""
    monkeypatch.setenv("STUDYVISITS_DATA", str(tmp_path / "own"))
    monkeypatch.setenv("LANGUAGE", "en")
    folder = tmp_path / "Jana Müller"
    folder.mkdir()
    monkeypatch.chdir(folder)

    def run(*arguments: str) -> Ended:
        try:
            code = main(arguments)
        except SystemExit as ended:
            code = int(ended.code or 0)
        told = capsys.readouterr()
        return Ended(code, told.out, told.err)

    return run


@pytest.fixture
def rotation(command: Command) -> str:
    """A file with two partners, two professions and a visit with a programme."""
    Path("plan.json").write_text(json.dumps(PLAN), encoding="utf-8")
    assert command("new", "trial.studyvisits").code == 0
    assert command("plan", "import", "trial.studyvisits", "plan.json").code == 0
    return "trial.studyvisits"


PLAN = {
    "format": 1,
    "organisations": [
        {"name": "Katutyö ry", "country": "FI", "town": "Helsinki"},
        {"name": "Česká asociace", "short_name": "ČAS", "country": "CZ", "town": "Praha"},
    ],
    "project": {
        "title": "Streetwork in two towns",
        "acronym": "STREET",
        "language": "en",
        "partners": [
            {"organisation": "Katutyö ry", "country": "FI"},
            {"organisation": "ČAS", "country": "CZ", "role": "coordinator"},
        ],
        "professions": [{"one": "streetworker", "many": "streetworkers"}],
        "activities": [
            {
                "kind": "study_visit",
                "short_name": "PRAGUE",
                "title": "On the streets of Prague",
                "dates": "2024-06-10",
                "days": 3,
                "town": "Praha",
                "country": "CZ",
                "hosts": [{"partner": "ČAS"}],
            }
        ],
    },
}
