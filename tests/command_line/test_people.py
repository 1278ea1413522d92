import json
from pathlib import Path

from tests.command_line.conftest import Command

SHEET = "Příjmení;Jméno;E-mail;Profese\nNováková;Jana;jana@example.org;streetworker\nŽák;Petr;;kurátor\n"


def test_a_sheet_is_shown_first_then_imported_once(command: Command, rotation: str) -> None:
    Path("lidé.csv").write_bytes(SHEET.encode("cp1250"))
    told = ("import", rotation, "lidé.csv", "--project", "STREET", "--set", "partner=CZ", "--json")

    trial = command(*told, "--dry-run").document
    first = command(*told).document
    second = command(*told).document

    assert (trial["new"], first["new"], second["new"], second["unchanged"]) == (2, 2, 0, 2)
    assert trial["unknown"] == [{"field": "profession", "value": "kurátor", "rows": [3]}]
    assert trial["columns"] == {
        "Příjmení": "family_name",
        "Jméno": "given_name",
        "E-mail": "email",
        "Profese": "profession",
    }


def test_an_answer_once_given_is_remembered(command: Command, rotation: str) -> None:
    Path("people.csv").write_text(SHEET, encoding="utf-8")
    Path("answers.json").write_text(json.dumps({"values": {"profession": {"kurátor": "streetworker"}}}), "utf-8")
    told = ("import", rotation, "people.csv", "--project", "STREET", "--json")

    answered = command(*told, "--mapping", "answers.json").document
    later = command(*told).document

    assert (answered["unknown"], later["unknown"], later["unchanged"]) == ([], [], 2)


def test_refused_rows_keep_everything_out_unless_partial(command: Command, rotation: str) -> None:
    Path("people.csv").write_text("Surname,Name,Birth date\nVrána,Eva,31.2.1980\nŽák,Petr,1.2.1980\n", "utf-8")
    told = ("import", rotation, "people.csv", "--project", "STREET", "--json")

    refused = command(*told)
    partial = command(*told, "--partial")

    assert (refused.code, refused.document["refused"][0]["row"]) == (3, 2)
    assert refused.document["refused"][0]["value"] == "31.2.1980"
    assert (partial.code, partial.document["new"]) == (0, 1)


def test_a_set_without_a_value_is_wrong_usage(command: Command, rotation: str) -> None:
    assert command("import", rotation, "people.csv", "--project", "STREET", "--set", "partner").code == 2
