"""plan import, plan export: a whole project as one JSON file."""

import argparse
from contextlib import suppress
from pathlib import Path

from studyvisits.command_line.choosing import the_project
from studyvisits.command_line.console import Console, Exit
from studyvisits.command_line.opening import read_file, write_file
from studyvisits.command_line.parser import Commands, add_command, add_file, add_project
from studyvisits.commands.plans import import_plan
from studyvisits.disk import write_with_folder
from studyvisits.domain.plan import PlanMode
from studyvisits.domain.refusal import Refused
from studyvisits.exchange.plans import plan_text, read_plan
from studyvisits.queries.plans import plan_rows
from studyvisits.queries.projects import projects_called
from studyvisits.store.places import SUFFIX
from studyvisits.texts import Texts


def add(commands: Commands, texts: Texts) -> None:
    _ = texts.gettext
    plan = commands.add_parser(
        "plan",
        help=_("take in or give out a whole project as one JSON file"),
        description=_(
            "A plan is a whole project as one JSON file that people and programs can read and write. Its description "
            "is resources/plan.schema.json."
        ),
        texts=texts,
    )
    verbs = plan.add_subparsers(title=_("commands"), metavar=_("COMMAND"), required=True)
    _add_import(verbs, texts)
    _add_export(verbs, texts)


def _add_import(verbs: Commands, texts: Texts) -> None:
    _ = texts.gettext
    parser = add_command(
        verbs,
        texts,
        "import",
        _import,
        short=_("take a project in from a plan"),
        long=_("Takes a project in, whole or not at all. One that is already in the file needs --replace or --copy."),
        examples=("plan import rotation.studyvisits tabor-wels.json",),
    )
    add_file(parser, texts)
    parser.add_argument("plan", metavar="PLAN.json", help=_("the plan"))
    either = parser.add_mutually_exclusive_group()
    either.add_argument(
        "--replace",
        dest="mode",
        action="store_const",
        const=PlanMode.REPLACE,
        default=PlanMode.NEW,
        help=_("put it in the place of the same project; people and organisations are updated, never deleted"),
    )
    either.add_argument(
        "--copy", dest="mode", action="store_const", const=PlanMode.COPY, help=_("add it as another project")
    )


def _add_export(verbs: Commands, texts: Texts) -> None:
    _ = texts.gettext
    parser = add_command(
        verbs,
        texts,
        "export",
        _export,
        short=_("give a project out as a plan"),
        long=_("Writes a project as a plan, to a file or to standard output. Diets, access and health stay out."),
        examples=("plan export rotation.studyvisits --project STREETWORK --out streetwork.json",),
    )
    add_file(parser, texts)
    add_project(parser, texts, required=True)
    parser.add_argument("--with-needs", action="store_true", help=_("with people’s diet, access and health"))
    parser.add_argument("--out", metavar="PLAN.json", help=_("where to write it; standard output where not given"))


def _import(arguments: argparse.Namespace, console: Console) -> int:
    plan = read_plan(Path(arguments.plan))
    name = console.texts.gettext("import of plan {name}").format(name=Path(arguments.plan).name)
    called = {"acronym": plan.project.get("acronym"), "title": plan.project["title"]}
    with write_file(arguments.file, console) as workspace:
        namesakes = workspace.read(projects_called, **called)
        added = workspace.run(name, import_plan, plan=plan, mode=arguments.mode)
    if namesakes and added.project not in namesakes:
        _warn_of(namesakes, added.project, console)
    rows = sum(added.added.values())
    told = console.texts.ngettext(
        "The project is in {file}: {n} row added.", "The project is in {file}: {n} rows added.", rows
    )
    console.say(told.format(file=arguments.file, n=rows))
    console.result({"project": added.project, "added": added.added})
    return Exit.DONE


def _warn_of(namesakes: tuple[int, ...], new: int, console: Console) -> None:
    """Without a uid a project is new, however often its plan is taken in."""
    told = console.texts.gettext(
        "The file had a project of that name before: number {known}. The new one is number {new}; say which you mean "
        "by its number."
    )
    console.remark(told.format(known=console.texts.list_of([str(id) for id in namesakes]), new=new))


def _export(arguments: argparse.Namespace, console: Console) -> int:
    with read_file(arguments.file, console) as file:
        project = the_project(file, arguments.project)
        text = plan_text(file.read(plan_rows, project=project, with_needs=arguments.with_needs))
    if arguments.out is None:
        if console.json:
            console.result({"project": project, "path": None})
        else:
            console.write(text)
        return Exit.DONE
    target = Path(arguments.out)
    if _holds_projects(target, arguments.file):
        raise Refused("file_exists", file=arguments.out)
    write_with_folder(target, text.encode())
    console.say(console.texts.gettext("Written: {path}").format(path=arguments.out))
    console.result({"project": project, "path": str(target)})
    return Exit.DONE


def _holds_projects(target: Path, file: str) -> bool:
    """A plan written over the file it was taken from, or over another one, would lose all projects in it."""
    with suppress(OSError):  # nothing is there yet
        return target.samefile(file) or target.suffix == SUFFIX
    return False
