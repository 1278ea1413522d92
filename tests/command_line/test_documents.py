from pathlib import Path

from studyvisits.documents.catalogue import DOCUMENTS
from tests.command_line.conftest import Command


def test_every_document_of_an_activity_is_written_in_the_language_asked(command: Command, rotation: str) -> None:
    written = command(
        "export",
        rotation,
        "--project",
        "STREET",
        "--activity",
        "PRAGUE",
        "--language",
        "cs",
        "--out",
        "papers",
        "--json",
    )

    names = [f"PRAGUE_{document.name}_cs{document.suffix}" for document in DOCUMENTS if document.of_activity]
    assert [Path(one["path"]).name for one in written.document["files"]] == names
    assert sorted(path.name for path in Path("papers").iterdir()) == sorted(names)


def test_list_names_the_documents_without_a_file(command: Command) -> None:
    assert [line.split()[0] for line in command("export", "--list").out.splitlines()] == [one.name for one in DOCUMENTS]


def test_what_is_missing_is_wrong_usage(command: Command, rotation: str) -> None:
    assert command("export", rotation, "--out", "papers").code == 2


def test_a_place_that_takes_no_documents_is_told_as_it_is(command: Command, rotation: str) -> None:
    for name, out in (("export", "plan.json"), ("export", "plan.json/papers"), ("plan", "plan.json/out.json")):
        told = (name, "export", rotation) if name == "plan" else (name, rotation)

        refused = command(*told, "--project", "STREET", "--out", out)

        assert (refused.code, refused.out) == (3, "")
        assert refused.err == "plan.json is a file, not a folder. Choose a folder.\n"
    assert (
        command("plan", "export", rotation, "--project", "STREET", "--out", ".").err
        == ". is a folder. Choose a file.\n"
    )
