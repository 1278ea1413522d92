"""check: what is wrong or missing in a file."""

import argparse

from studyvisits.command_line.choosing import the_project
from studyvisits.command_line.console import Console, Exit
from studyvisits.command_line.opening import read_file
from studyvisits.command_line.parser import Commands, add_command, add_file, add_project
from studyvisits.texts import Texts


def add(commands: Commands, texts: Texts) -> None:
    _ = texts.gettext
    parser = add_command(
        commands,
        texts,
        "check",
        _check,
        short=_("tell what is wrong or missing"),
        long=_(
            "Lists problems: “stop” is wrong and must change, “warn” deserves a look. Exit code 1: there are stops. "
            "People are looked for in all projects of the file."
        ),
        examples=("check rotation.studyvisits", "check rotation.studyvisits --project STREETWORK"),
    )
    add_file(parser, texts)
    add_project(parser, texts, required=False)


def _check(arguments: argparse.Namespace, console: Console) -> int:
    with read_file(arguments.file, console) as file:
        project = None if arguments.project is None else the_project(file, arguments.project)
    return Exit.DONE
