"""import: people from a spreadsheet."""

import argparse
from pathlib import Path

from studyvisits.command_line.answers import answers_of
from studyvisits.command_line.choosing import the_activity, the_project
from studyvisits.command_line.console import Console, Exit
from studyvisits.command_line.import_report import report
from studyvisits.command_line.opening import read_file, write_file
from studyvisits.command_line.parser import Commands, add_activity, add_command, add_file, add_project
from studyvisits.command_line.standard_input import STANDARD_INPUT, piped
from studyvisits.commands.imports import import_people
from studyvisits.domain.import_planning import plan_import
from studyvisits.domain.people_fields import FIELDS
from studyvisits.domain.people_read import Answers
from studyvisits.domain.refusal import Refused
from studyvisits.domain.roster import ImportPlan, KnownRoster
from studyvisits.domain.sheet import Workbook
from studyvisits.exchange.people_sheet import understand_people
from studyvisits.exchange.sheets import MAX_BYTES, piped_people, read_people_sheet
from studyvisits.queries.known_people import known_people
from studyvisits.texts import Texts
from studyvisits.workspace import Reading, Workspace


def add(commands: Commands, texts: Texts) -> None:
    _ = texts.gettext
    parser = add_command(
        commands,
        texts,
        "import",
        _import,
        short=_("bring people in from a spreadsheet"),
        long=_(
            "Reads a list of people (.xlsx, .xls, .ods or .csv) with headings in English, Czech, Finnish, Swedish, "
            "Bulgarian, Slovenian or German, in any order. People who are known already are found again and updated; "
            "empty cells erase nothing. With an activity they take part in it as well. Rows that cannot be taken are "
            "named, and then nothing is imported unless --partial is given."
        )
        + "\n\n"
        + _("Fields: {fields}").format(fields=", ".join(sorted(FIELDS))),
        examples=(
            "import rotation.studyvisits people.xlsx --project STREETWORK --dry-run",
            "import rotation.studyvisits - --project STREETWORK --dry-run < people.csv",
            "import rotation.studyvisits finns.csv --project STREETWORK --activity Prague --set partner=FI",
        ),
    )
    add_file(parser, texts)
    parser.add_argument(
        "sheet_file",
        metavar="SHEET|-",
        help=_("the spreadsheet; - reads CSV, or cells copied from a spreadsheet, from standard input"),
    )
    add_project(parser, texts, required=True)
    add_activity(parser, texts, required=False)
    parser.add_argument("--sheet", metavar="S", help=_("the sheet of the workbook; the best one where not given"))
    parser.add_argument(
        "--mapping", metavar="M.json", help=_("a file that says what headings and values mean (columns, values, set)")
    )
    parser.add_argument(
        "--set",
        metavar="FIELD=VALUE",
        action="append",
        default=[],
        type=_field_and_value,
        help=_("a value for all rows, such as partner=FI or presence=visiting"),
    )
    parser.add_argument("--dry-run", action="store_true", help=_("only show what would happen"))
    parser.add_argument("--partial", action="store_true", help=_("import the good rows although others are refused"))


def _field_and_value(text: str) -> tuple[str, str]:
    field, sign, value = text.partition("=")
    if not sign or not field.strip():
        raise argparse.ArgumentTypeError(f"{text!r} is not FIELD=VALUE")
    return field.strip(), value.strip()


def _import(arguments: argparse.Namespace, console: Console) -> int:
    answers = answers_of(arguments.mapping, arguments.set)
    workbook = _workbook(arguments)
    if arguments.dry_run:
        with read_file(arguments.file, console) as file:
            plan = _plan(workbook, answers, _known(file, arguments), console)
        report(plan, console, trial=True, done=False)
        return Exit.DONE
    name = console.texts.gettext("import of {name}").format(name=Path(arguments.sheet_file).name)
    with write_file(arguments.file, console) as workspace:
        plan = _plan(workbook, answers, _known(workspace, arguments), console)
        done = arguments.partial or not plan.refused
        if done:
            workspace.run(name, import_people, plan=plan, partial=arguments.partial)
    report(plan, console, trial=False, done=done)
    return Exit.DONE if done else Exit.REFUSED


def _workbook(arguments: argparse.Namespace) -> Workbook:
    """Refused: lines_unreadable, and as a sheet is refused."""
    if arguments.sheet_file != STANDARD_INPUT:
        return read_people_sheet(Path(arguments.sheet_file), arguments.sheet)
    try:
        content = piped(MAX_BYTES)
    except OSError as closed:
        raise Refused("lines_unreadable", file=STANDARD_INPUT, reason=closed.strerror or str(closed)) from closed
    return piped_people(content, file=STANDARD_INPUT)


def _known(file: Reading | Workspace, arguments: argparse.Namespace) -> KnownRoster:
    project = the_project(file, arguments.project)
    activity = None if arguments.activity is None else the_activity(file, project, arguments.activity)
    return file.read(known_people, project=project, activity=activity)


def _plan(workbook: Workbook, answers: Answers, known: KnownRoster, console: Console) -> ImportPlan:
    read = understand_people(
        workbook,
        answers=answers,
        remembered=known.remembered,
        today=console.today,
        with_activity=known.activity_id is not None,
        near=known.first_day,
    )
    return plan_import(read, known)
