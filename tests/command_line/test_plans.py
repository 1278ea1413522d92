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
