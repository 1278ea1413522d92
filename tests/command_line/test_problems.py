import json
from pathlib import Path

from tests.command_line.conftest import PLAN, Command


def test_a_new_project_has_no_problems(command: Command, rotation: str) -> None:
    checked = command("check", rotation, "--json")

    assert (checked.code, checked.document) == (0, {"problems": []})


def test_a_stop_is_told_with_its_place_and_ends_with_one(command: Command) -> None:
    plan = json.loads(json.dumps(PLAN))
    plan["persons"] = [{"family_name": "Nováková", "given_name": "Jana"}]
    plan["project"]["members"] = [{"person": "Jana Nováková", "partner": "Katutyö ry"}]
    visit = plan["project"]["activities"][0]
    visit["participations"] = [{"member": "Jana Nováková", "presence": "visiting", "status": "confirmed"}]
    visit["sessions"] = [
        {"title": "Welcome", "day": 1, "start": "09:00", "minutes": 60},
        {"title": "City walk", "day": 1, "start": "09:30", "minutes": 60},
    ]
    Path("plan.json").write_text(json.dumps(plan), encoding="utf-8")
    command("new", "clash.studyvisits")
    command("plan", "import", "clash.studyvisits", "plan.json")

    checked = command("check", "clash.studyvisits", "--project", "STREET", "--json")
    told = command("check", "clash.studyvisits")

    (problem,) = checked.document["problems"]
    assert told.out.splitlines()[-1] == "Stops: 1. Warnings: 0."
    assert (checked.code, problem["severity"], problem["where"]["table"]) == (1, "stop", "sessions")
    assert (told.code, "Jana Nováková" in told.out, "City walk" in told.out) == (1, True, True)
