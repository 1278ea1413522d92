import json
from pathlib import Path

from openpyxl import Workbook

from tests.command_line.conftest import Command

SHEET = "Příjmení;Jméno;E-mail;Profese\nNováková;Jana;jana@example.org;streetworker\nŽák;Petr;;kurátor\n"


def test_a_sheet_is_shown_first_then_imported_once(command: Command, rotation: str) -> None:
    Path("lidé.csv").write_bytes(SHEET.encode("cp1250"))
    told = ("import", rotation, "lidé.csv", "--project", "STREET", "--set", "partner=CZ", "--json")

    trial = command(*told, "--dry-run").document
    first = command(*told).document
    second = command(*told).document

    assert (trial["new"], first["new"], second["new"], second["unchanged"]) == (2, 2, 0, 2)
    assert trial["unknown"] == [{"field": "profession", "value": "kurátor", "rows": [3], "reason": "not_understood"}]
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


def test_what_a_sheet_holds_besides_one_list_of_people_is_told(command: Command, rotation: str) -> None:
    book = Workbook()
    sheets: dict[str, list[list[str | int]]] = {
        "Finland": [["Name"], ["Aino Virtanen"], ["Total: 1"]],
        "Hotels": [["Hotel", "Price"], ["Grand", 90]],
        "Sweden": [["Name"], ["Eva Lind"]],
    }
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save("people.xlsx")

    told = command("import", rotation, "people.xlsx", "--project", "STREET", "--dry-run").out

    assert told.splitlines() == [
        "Sheet “Finland”:",
        "  Name → name",
        "Passed over, as it holds no person: row 3",
        "There are lists of people in other sheets too; choose one with --sheet: Sweden",
        "new: Aino Virtanen",
        "1 new, 0 changed, 0 unchanged, 0 refused.",
        "Nothing was imported; this was a trial.",
    ]


def test_what_a_sheet_hides_is_read_and_told(command: Command, rotation: str) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Name", "Health", "Shoes"])
    for number in range(2, 9):
        sheet.append([f"Aino Virtanen{'abcdefghi'[number]}", "", ""])
    for row in (3, 5, 6, 7, 20):
        sheet.row_dimensions[row].hidden = True
    sheet.column_dimensions.group("B", "Z", hidden=True)
    book.save("people.xlsx")

    told = command("import", rotation, "people.xlsx", "--project", "STREET", "--dry-run").out.splitlines()
    answer = command("import", rotation, "people.xlsx", "--project", "STREET", "--dry-run", "--json").document

    assert [line for line in told if line.startswith("Hidden")] == [
        "Hidden in the sheet, read all the same: rows 3, 5–7",
        "Hidden in the sheet, read all the same: column Health",
    ]
    assert (answer["hidden_rows"], answer["hidden_columns"], answer["new"]) == ([3, 5, 6, 7], ["Health"], 7)


def test_a_country_that_finds_no_partner_says_why_and_asks_for_no_mapping(command: Command, rotation: str) -> None:
    Path("people.csv").write_text(
        "Name,Partner,Country\nAino Virtanen,,Ireland\nEva Lind,ČAS,Norway\n", encoding="utf-8"
    )
    told = command("import", rotation, "people.csv", "--project", "STREET", "--dry-run").out.splitlines()
    assert [line for line in told if line.startswith("left empty")] == [
        "left empty: country “Ireland” (row 2); no partner is there, so name one in a column or by --set partner",
        "left empty: country “Norway” (row 3); the partner is in another country",
    ]


def test_rows_left_out_say_whom_they_may_mean(command: Command, rotation: str) -> None:
    known = "Name,Organisation,E-mail\nJan Novák,Dům,jan@example.org\nJan Novák,Úřad,novak@example.org\n"
    Path("known.csv").write_text(known, "utf-8")
    command("import", rotation, "known.csv", "--project", "STREET")
    Path("again.csv").write_text("Name\nJan Novák\n", "utf-8")
    Path("both.csv").write_text("Name,Organisation\nEva Malá,Dům\nEva Malá,Úřad\nEva Malá,\n", "utf-8")

    again = command("import", rotation, "again.csv", "--project", "STREET", "--dry-run").out
    both = command("import", rotation, "both.csv", "--project", "STREET", "--dry-run").out

    meant = "Jan Novák (Dům, jan@example.org), Jan Novák (Úřad, novak@example.org)"
    assert [line for line in again.splitlines() if "left out" in line] == [f"row 2 left out: Jan Novák may be {meant}"]
    assert [line for line in both.splitlines() if "left out" in line] == [
        "row 4 left out: Eva Malá stands in several rows that differ"
    ]


def test_who_is_known_and_comes_into_an_activity_is_told_without_a_value(command: Command, rotation: str) -> None:
    Path("people.csv").write_text("Name,E-mail\nEva Lind,eva@example.org\n", "utf-8")
    told = ("import", rotation, "people.csv", "--project", "STREET")
    command(*told)

    out = command(*told, "--activity", "PRAGUE", "--dry-run").out

    assert "changed: Eva Lind (+ activity)" in out.splitlines()


def test_a_mapping_with_a_part_misspelt_is_refused_by_its_name(command: Command, rotation: str) -> None:
    Path("people.csv").write_text(SHEET, encoding="utf-8")
    Path("answers.json").write_text(json.dumps({"valeus": {}}), "utf-8")

    refused = command("import", rotation, "people.csv", "--project", "STREET", "--mapping", "answers.json")

    assert (refused.code, "“valeus”" in refused.err) == (3, True)


def test_a_trial_shows_what_was_understood_of_new_people(command: Command, rotation: str) -> None:
    Path("people.csv").write_text(
        "Name,Organisation,Profession\nAnna Maria Virtanen,Katutyö ry,streetworker\n", "utf-8"
    )
    told = command(
        "import",
        rotation,
        "people.csv",
        "--project",
        "STREET",
        "--activity",
        "PRAGUE",
        "--set",
        "partner=FI",
        "--dry-run",
    )

    (line,) = [line for line in told.out.splitlines() if line.startswith("new:")]
    assert line == (
        "new: Anna Maria Virtanen (family_name: Virtanen; organisation: Katutyö ry; partner: Katutyö ry; "
        "profession: streetworker; presence: visiting)"
    )
