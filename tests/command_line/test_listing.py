from tests.command_line.conftest import Command


def test_list_tells_projects_and_activities(command: Command, rotation: str) -> None:
    listed = command("list", rotation, "--json")

    assert listed.document == {
        "projects": [
            {
                "id": 1,
                "acronym": "STREET",
                "title": "Streetwork in two towns",
                "activities": [
                    {
                        "id": 1,
                        "kind": "study_visit",
                        "title": "On the streets of Prague",
                        "starts": "2024-06-10",
                        "ends": "2024-06-12",
                        "place": "Praha",
                    }
                ],
            }
        ]
    }


def test_an_unknown_project_is_refused_with_the_candidates(command: Command, rotation: str) -> None:
    refused = command("plan", "export", rotation, "--project", "Oslo")

    assert (refused.code, refused.out) == (3, "")
    assert "Oslo" in refused.err
    assert "STREET" in refused.err
