import io
import sys
from pathlib import Path

import pytest

from tests.command_line.conftest import Command

LIST = "Příjmení;Jméno\nNováková;Jana\nŽák;Petr\n"


def pipe(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


@pytest.mark.parametrize("content", [LIST.encode("cp1250"), LIST.replace(";", "\t").encode()])
def test_people_are_read_from_standard_input(
    command: Command, rotation: str, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    pipe(content, monkeypatch)

    assert command("import", rotation, "-", "--project", "STREET", "--json").document["new"] == 2


def test_what_is_piped_and_no_text_is_refused(command: Command, rotation: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe((Path(__file__).parents[1] / "exchange" / "sheets" / "people.xlsx").read_bytes(), monkeypatch)

    refused = command("import", rotation, "-", "--project", "STREET")

    assert (refused.code, refused.out) == (3, "")
    assert refused.err.startswith("- is no text in any usual encoding.")


@pytest.mark.parametrize(
    "told", [("import", "-"), ("programme", "--activity", "PRAGUE", "--day", "2", "-")], ids=lambda told: told[0]
)
def test_a_closed_standard_input_is_refused(
    command: Command, rotation: str, monkeypatch: pytest.MonkeyPatch, told: tuple[str, ...]
) -> None:
    monkeypatch.setattr(sys, "stdin", None)

    refused = command(told[0], rotation, "--project", "STREET", *told[1:])

    assert (refused.code, refused.out) == (3, "")
    assert refused.err.startswith("- cannot be read: ")
