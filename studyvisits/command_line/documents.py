"""export: the papers, lists and calendars of a project."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from studyvisits.command_line.choosing import the_activity, the_project
from studyvisits.command_line.console import Console, Exit
from studyvisits.command_line.interrupts import interrupts_waiting
from studyvisits.command_line.opening import read_file
from studyvisits.command_line.parser import Commands, add_activity, add_command, add_project
from studyvisits.documents.catalogue import ALL, DOCUMENTS
from studyvisits.exports import Written, write_documents
from studyvisits.texts import Texts
from studyvisits.wording import problem_text


def add(commands: Commands, texts: Texts) -> None:
    _ = texts.gettext
    parser = add_command(
        commands,
        texts,
        "export",
        _export,
        short=_("write participant lists, agendas and calendars"),
        long=_(
            "Writes documents of an activity or, without one, of the project and all its activities. Files of the same "
            "name are replaced."
        ),
        examples=(
            "export rotation.studyvisits --project STREETWORK --out papers",
            "export rotation.studyvisits --project STREETWORK --document agenda --language cs --out papers",
            "export --list",
        ),
    )
    parser.add_argument("file", metavar="FILE", nargs="?", help=_("the file of your projects, NAME.studyvisits"))
    add_project(parser, texts, required=False)
    add_activity(parser, texts, required=False)
    parser.add_argument(
        "--document",
        metavar="NAME",
        action="append",
        choices=[ALL, *(document.name for document in DOCUMENTS)],
        help=_("which document (see --list), or “all”; all where not given"),
    )
    parser.add_argument(
        "--language",
        metavar="L",
        help=_("language of the documents, such as en, cs, fi or sv; the project’s where not given"),
    )
    parser.add_argument("--out", metavar="DIR", help=_("the folder for the files; it is made if missing"))
    parser.add_argument("--list", action="store_true", help=_("name the documents there are, and write nothing"))
    parser.set_defaults(usage=parser.error)


def _export(arguments: argparse.Namespace, console: Console) -> int:
    if arguments.list:
        return _list(console)
    for name in ("file", "project", "out"):
        if getattr(arguments, name) is None:
            arguments.usage(console.texts.gettext("{argument} is missing").format(argument=_ARGUMENTS[name]))
    with interrupts_waiting() as stop_if_pressed, read_file(arguments.file, console) as file:
        project = the_project(file, arguments.project)
        activity = None if arguments.activity is None else the_activity(file, project, arguments.activity)
        written = write_documents(
            file.read,
            project=project,
            activity=activity,
            documents=tuple(arguments.document or ()),
            language=arguments.language,
            folder=Path(arguments.out),
            today=console.today,
            before_each=stop_if_pressed,
        )
    say_written(written, console)
    console.result({"files": files_document(written)})
    return Exit.DONE


_ARGUMENTS = {"file": "FILE", "project": "--project P", "out": "--out DIR"}


def say_written(written: Sequence[Written], console: Console) -> None:
    """Name each file, and warn once of each thing that the files do not hold."""
    said = set()
    for one in written:
        console.say(str(one.path))
        for warning in one.warnings:
            text = problem_text(warning, console.texts)
            if text not in said:
                said.add(text)
                console.remark(text)


def files_document(written: Sequence[Written]) -> list[dict[str, object]]:
    return [
        {"document": one.document, "activity": one.activity, "language": one.language, "path": str(one.path)}
        for one in written
    ]


def _list(console: Console) -> int:
    for document in DOCUMENTS:
        console.say(f"{document.name:<14} {document.suffix:<6} {console.texts.gettext(document.title)}")
    console.result(
        {
            "documents": [
                {"name": one.name, "suffix": one.suffix, "title": console.texts.gettext(one.title)} for one in DOCUMENTS
            ]
        }
    )
    return Exit.DONE
