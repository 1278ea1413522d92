"""A participant list that the program wrote, and that comes back."""

from pathlib import Path

import pytest

from tests.command_line.conftest import Command, command  # noqa: F401 - a fixture

SAMPLE = Path(__file__).parents[1] / "resources" / "samples" / "streetwork-rotation.json"


@pytest.mark.parametrize("language", ["en", "cs", "fi", "sv"])
def test_our_own_list_changes_nothing_when_it_is_brought_in_again(command: Command, language: str) -> None:  # noqa: F811
    project = ("--project", "STREETWORK", "--activity", "PRAGUE")
    command("new", "own.studyvisits")
    command("plan", "import", "own.studyvisits", str(SAMPLE))
    written = command(
        "export", "own.studyvisits", *project, "--document", "participants", "--language", language, "--out", ".",
        "--json",
    )  # fmt: skip

    (path,) = [one["path"] for one in written.document["files"]]
    again = command("import", "own.studyvisits", path, *project, "--dry-run", "--json").document

    told = {key: again[key] for key in ("new", "changed", "unchanged", "ambiguous", "unknown", "refused")}
    assert told == {"new": 0, "changed": 0, "unchanged": 22, "ambiguous": [], "unknown": [], "refused": []}
