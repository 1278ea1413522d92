"""demo: five real projects in a file, and the documents of the rotation, to look at."""

import argparse
import os
from collections.abc import Callable
from pathlib import Path

from studyvisits import disk
from studyvisits.assets import resource
from studyvisits.command_line.console import Console, Exit
from studyvisits.command_line.documents import files_document, say_written
from studyvisits.command_line.interrupts import interrupts_waiting
from studyvisits.command_line.opening import read_file
from studyvisits.command_line.parser import Commands, add_command
from studyvisits.commands.plans import import_plan
from studyvisits.exchange.plans import read_plan
from studyvisits.exports import write_documents
from studyvisits.queries.projects import find_project
from studyvisits.store.copies import restore_file
from studyvisits.texts import Texts
from studyvisits.workspace import Workspace

SAMPLES = ("streetwork-rotation", "tabor-wels", "bulgaria-training", "sociall-prague", "2sokrog-ormoz")
"""The rotation comes first: its documents are the ones written."""


def add(commands: Commands, texts: Texts) -> None:
    _ = texts.gettext
    parser = add_command(
        commands,
        texts,
        "demo",
        _demo,
        short=_("put sample projects into a file and write their papers"),
        long=_(
            "Makes a file with five real projects, and writes the lists, agendas and calendars of the rotation "
            "Helsinki–Prague–Göteborg beside it. A file that is there already is kept as it is."
        ),
        examples=("demo", "demo --dir trial --fresh"),
    )
    parser.add_argument("--dir", metavar="DIR", default="demo", help=_("the folder; ./demo where not given"))
    parser.add_argument("--fresh", action="store_true", help=_("set an existing file aside and make a new one"))
    parser.add_argument("--no-window", action="store_true", help=argparse.SUPPRESS)


def _demo(arguments: argparse.Namespace, console: Console) -> int:
    folder = disk.make_folder(Path(arguments.dir))
    file = folder / "demo.studyvisits"
    with interrupts_waiting() as stop_if_pressed:
        if arguments.fresh or not file.exists():
            _make(file, arguments.fresh, console, stop_if_pressed)
        with read_file(str(file), console) as published:
            project = published.read(find_project, wanted="STREETWORK")
            written = write_documents(
                published.read, project=project, folder=folder, today=console.today, before_each=stop_if_pressed
            )
    console.say(
        console.texts.gettext("The sample projects are in {file}. Documents of the rotation:").format(file=file)
    )
    say_written(written, console)
    console.result({"file": str(file), "files": files_document(written)})
    return Exit.DONE


def _make(file: Path, fresh: bool, console: Console, stop_if_pressed: Callable[[], None]) -> None:
    """Under another name until it is full: another demo meanwhile would keep half of the samples as they are."""
    new = file.with_name(f"~{os.urandom(8).hex()}.tmp")
    try:
        with Workspace.create(new) as workspace:
            for sample in SAMPLES:
                stop_if_pressed()
                plan = read_plan(resource("samples", f"{sample}.json"))
                workspace.run(console.texts.gettext("sample projects"), import_plan, plan=plan)
        stop_if_pressed()
        if fresh or not file.exists():
            console.changed.append(file)
            aside = restore_file(new, file, today=console.today)
            if aside is not None:
                console.say(console.texts.gettext("The file that was there is now {path}").format(path=aside))
    finally:
        new.unlink(missing_ok=True)
