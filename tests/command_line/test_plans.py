import json
from pathlib import Path

from tests.command_line.conftest import PLAN, Command


def test_a_plan_goes_out_as_it_came_in(command: Command, rotation: str) -> None:
    out = command("plan", "export", rotation, "--project", "STREET")
    command("new", "second.studyvisits")
    Path("again.json").write_text(out.out, encoding="utf-8")
    command("plan", "import", "second.studyvisits", "again.json")

    assert command("plan", "export", "second.studyvisits", "--project", "STREET").out == out.out


def test_a_project_that_is_there_already_needs_replace_or_copy(command: Command, rotation: str) -> None:
    command("plan", "export", rotation, "--project", "STREET", "--out", "again.json")

    refused = command("plan", "import", rotation, "again.json", "--json")
    copied = command("plan", "import", rotation, "again.json", "--copy", "--json")

    assert (refused.code, refused.out) == (3, "")
    assert (copied.code, copied.document["added"]["activities"]) == (0, 1)
    assert len(command("list", rotation, "--json").document["projects"]) == 2


def test_a_bad_plan_is_refused_with_its_path_and_changes_nothing(command: Command, rotation: str) -> None:
    before = Path(rotation).read_bytes()
    bad = json.loads(json.dumps(PLAN))
    bad["project"]["activities"][0]["hosts"] = [{"partner": "Nobody"}]
    Path("bad.json").write_text(json.dumps(bad), encoding="utf-8")

    refused = command("plan", "import", rotation, "bad.json")

    assert (refused.code, refused.out) == (3, "")
    assert "bad.json" in refused.err
    assert "Nobody" in refused.err
    assert Path(rotation).read_bytes() == before


def test_a_plan_is_not_written_over_a_file_of_projects(command: Command, rotation: str) -> None:
    for name in ("other", "other.studyvisits"):
        Path(name).write_bytes(Path(rotation).read_bytes())
    for file, out in ((rotation, rotation), (rotation, "other.studyvisits"), ("other", "./other")):
        before = Path(out).read_bytes()

        refused = command("plan", "export", file, "--project", "STREET", "--out", out)

        assert (refused.code, refused.out) == (3, "")
        assert refused.err == f"{out} is there already. Choose another name.\n"
        assert Path(out).read_bytes() == before


def test_the_same_plan_taken_in_twice_is_told(command: Command, rotation: str) -> None:
    """A plan written by hand has no uid, so each time it makes a project."""
    again = command("plan", "import", rotation, "plan.json", "--json")
    command("plan", "export", rotation, "--project", "1", "--out", "first.json")
    replaced = command("plan", "import", rotation, "first.json", "--replace")

    assert (again.code, again.document["project"], replaced.code, replaced.err) == (0, 2, 0, "")
    assert again.err == (
        "The file had a project of that name before: number 1. The new one is number 2; say which you mean by its "
        "number.\n"
    )


def test_a_plan_of_another_name_is_taken_in_without_a_word(command: Command, rotation: str) -> None:
    other = {**PLAN, "project": {**json.loads(json.dumps(PLAN["project"])), "title": "Another", "acronym": "OTHER"}}
    Path("other.json").write_text(json.dumps(other), encoding="utf-8")

    assert command("plan", "import", rotation, "other.json").err == ""
