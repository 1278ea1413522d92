"""demo: five real projects in a file, and the documents of the rotation, to look at."""

import argparse
from pathlib import Path

from studyvisits import disk
from studyvisits.assets import resource
from studyvisits.command_line.console import Console, Exit
from studyvisits.command_line.documents import files_document, say_written
from studyvisits.command_line.opening import read_file
from studyvisits.command_line.parser import Commands, add_command
from studyvisits.commands.plans import import_plan
from studyvisits.exchange.plans import read_plan
from studyvisits.exports import write_documents
from studyvisits.queries.projects import find_project
from studyvisits.store.places import free_name
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
    if arguments.fresh and file.exists():
        aside = free_name(file, console.today.isoformat())
        with disk.writing_to(file):
            file.rename(aside)
        console.say(console.texts.gettext("The file that was there is now {path}").format(path=aside))
    if not file.exists():
        _make(file, console)
    with read_file(str(file), console) as published:
        project = published.read(find_project, wanted="STREETWORK")
        written = write_documents(published.read, project=project, folder=folder, today=console.today)
    console.say(
        console.texts.gettext("The sample projects are in {file}. Documents of the rotation:").format(file=file)
    )
    say_written(written, console)
    console.result({"file": str(file), "files": files_document(written)})
    return Exit.DONE


def _make(file: Path, console: Console) -> None:
    """Whole or not at all: half of the samples would be kept as they are by the next demo."""
    workspace = Workspace.create(file)
    try:
        with workspace:
            for sample in SAMPLES:
                plan = read_plan(resource("samples", f"{sample}.json"))
                workspace.run(console.texts.gettext("sample projects"), import_plan, plan=plan)
    except BaseException:
        file.unlink(missing_ok=True)
        raise
