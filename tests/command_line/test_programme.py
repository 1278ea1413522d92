from pathlib import Path

from tests.command_line.conftest import Command

LINES = "9:05–10:00 Social department, Sokolovská 14 (T. Říha)\n12:15 Lunch\nDebrief, room 5\n25:70 Broken\n"


def test_typed_lines_become_sessions_of_the_day(command: Command, rotation: str) -> None:
    Path("tuesday.txt").write_text(LINES, encoding="utf-8")
    told = ("programme", rotation, "--project", "STREET", "--activity", "PRAGUE", "--day", "11.6.", "tuesday.txt")

    trial = command(*told, "--dry-run", "--json")
    stored = command(*told, "--json")

    assert trial.document == stored.document
    assert stored.document == {
        "sessions": [
            {
                "start": "09:05",
                "minutes": 55,
                "title": "Social department",
                "venue": "Sokolovská 14",
                "people": ["T. Říha"],
            },
            {"start": "12:15", "minutes": None, "title": "Lunch", "venue": None, "people": []},
            {"start": None, "minutes": None, "title": "Debrief", "venue": "room 5", "people": []},
        ],
        "unread": ["25:70 Broken"],
    }


def test_a_missing_file_of_lines_is_refused(command: Command, rotation: str) -> None:
    refused = command("programme", rotation, "--project", "STREET", "--activity", "PRAGUE", "--day", "2", "nothing.txt")

    assert (refused.code, refused.out) == (3, "")
    assert "nothing.txt" in refused.err


def test_a_file_that_is_no_text_is_refused_by_name(command: Command, rotation: str) -> None:
    Path("photo.txt").write_bytes(bytes(range(256)) * 40)

    refused = command("programme", rotation, "--project", "STREET", "--activity", "PRAGUE", "--day", "2", "photo.txt")

    assert (refused.code, refused.out) == (3, "")
    assert refused.err.startswith("photo.txt is no text in any usual encoding.")


def test_lines_for_a_day_that_has_sessions_are_told_to_come_beside_them(command: Command, rotation: str) -> None:
    Path("tuesday.txt").write_text(LINES, encoding="utf-8")
    told = ("programme", rotation, "--project", "STREET", "--activity", "PRAGUE", "--day", "11.6.", "tuesday.txt")

    assert command(*told).err == ""
    assert command(*told, "--dry-run").err == "This day had 3 sessions before; these come beside them.\n"


def test_lines_for_another_day_are_told_by_that_day(command: Command, rotation: str) -> None:
    Path("both.txt").write_text("Pondělí 10. 6.\n9:00 Welcome\n25:70 Broken\n12.6.\n10:00 Walk\n", encoding="utf-8")
    told = ("programme", rotation, "--project", "STREET", "--activity", "PRAGUE", "--day", "11.6.", "both.txt")

    assert command(*told, "--dry-run").out == (
        "Tuesday 11 June\n"
        "3 lines are for another day, Pondělí 10. 6., and were left out.\n"
        "2 lines are for another day, 12.6., and were left out.\n"
        "Nothing was stored; this was a trial.\n"
    )
    assert command(*told, "--dry-run", "--json").document == {
        "sessions": [],
        "unread": ["Pondělí 10. 6.", "9:00 Welcome", "25:70 Broken", "12.6.", "10:00 Walk"],
    }
