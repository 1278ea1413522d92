from pathlib import Path

from tests.command_line.conftest import Command


def test_what_a_cell_holds_does_nothing_to_the_terminal(command: Command, rotation: str) -> None:
    Path("people.csv").write_bytes(b"Surname,Profession\nNovak,\x1b[31m\xc2\x9b2Jred\x07\n")

    told = command("import", rotation, "people.csv", "--project", "STREET", "--dry-run")

    assert "“[31m2Jred”" in told.out
    assert [letter for letter in told.out if letter in "\x1b\x07\x9b"] == []
