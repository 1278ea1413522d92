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
