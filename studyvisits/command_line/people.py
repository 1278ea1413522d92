"""import: people from a spreadsheet."""

import argparse
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from studyvisits.command_line.choosing import the_activity, the_project
from studyvisits.command_line.console import Console, Exit
from studyvisits.command_line.opening import read_file, write_file
from studyvisits.command_line.parser import Commands, add_activity, add_command, add_file, add_project
from studyvisits.commands.imports import import_people
from studyvisits.domain.import_planning import plan_import
from studyvisits.domain.people_fields import FIELDS
from studyvisits.domain.people_read import Answers
from studyvisits.domain.refusal import Refused
from studyvisits.domain.roster import ImportPlan, KnownRoster
from studyvisits.domain.sheet import Workbook
from studyvisits.exchange.json_text import json_value
from studyvisits.exchange.people_sheet import understand_people
from studyvisits.exchange.sheets import read_people_sheet
from studyvisits.queries.known_people import known_people
from studyvisits.texts import Texts
from studyvisits.wording import refusal_text
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
            "import rotation.studyvisits finns.csv --project STREETWORK --activity Prague --set partner=FI "
            "--set presence=visiting",
        ),
    )
    add_file(parser, texts)
    parser.add_argument("sheet_file", metavar="SHEET", help=_("the spreadsheet"))
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
    answers = _answers(arguments)
    workbook = read_people_sheet(Path(arguments.sheet_file), arguments.sheet)
    if arguments.dry_run:
        with read_file(arguments.file, console) as file:
            plan = _plan(workbook, answers, _known(file, arguments), console)
        _show(plan, arguments, console, done=False)
        return Exit.DONE
    name = console.texts.gettext("import of {name}").format(name=Path(arguments.sheet_file).name)
    with write_file(arguments.file, console) as workspace:
        plan = _plan(workbook, answers, _known(workspace, arguments), console)
        done = arguments.partial or not plan.refused
        if done:
            workspace.run(name, import_people, plan=plan, partial=arguments.partial)
    _show(plan, arguments, console, done=done)
    return Exit.DONE if done else Exit.REFUSED


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
    )
    return plan_import(read, known)


def _answers(arguments: argparse.Namespace) -> Answers:
    mapping = {} if arguments.mapping is None else _mapping(Path(arguments.mapping))
    return Answers(
        columns=mapping.get("columns", {}),
        values=mapping.get("values", {}),
        given={**mapping.get("set", {}), **dict(arguments.set)},
    )


def _mapping(path: Path) -> Mapping[str, Any]:
    """Refused: mapping_unreadable, and as JSON text is refused; mapping_malformed names the part."""
    try:
        document = json_value(path.read_bytes())
    except OSError as closed:
        raise Refused("mapping_unreadable", file=path.name, reason=closed.strerror or str(closed)) from closed
    except Refused as refused:
        raise Refused(refused.code, **{"file": path.name, **refused.facts}) from refused
    if not isinstance(document, dict) or not document.keys() <= {"columns", "values", "set"}:
        raise Refused("mapping_malformed", file=path.name, part="columns, values, set")
    for part in document:
        if not _is_meanings(document[part], nested=part == "values"):
            raise Refused("mapping_malformed", file=path.name, part=part)
    return document


def _is_meanings(part: object, *, nested: bool) -> bool:
    if not isinstance(part, dict):
        return False
    if nested:
        return all(_is_meanings(inner, nested=False) for inner in part.values())
    return all(value is None or isinstance(value, str) for value in part.values())


def _show(plan: ImportPlan, arguments: argparse.Namespace, console: Console, *, done: bool) -> None:
    refused = [
        {
            "row": each.row,
            "column": each.column,
            "value": each.value,
            "reason": refusal_text(
                Refused(each.reason, row=each.row, column=each.column, value=each.value), console.texts
            ),
        }
        for each in plan.refused
    ]
    console.result(
        {
            "new": len(plan.new),
            "changed": len(plan.changed),
            "unchanged": len(plan.unchanged),
            "columns": plan.columns,
            "ignored": list(plan.ignored),
            "ambiguous": [
                {
                    "row": each.row,
                    "name": each.name,
                    "candidates": [
                        {
                            "id": one.person_id,
                            "name": one.name,
                            "employer": one.employer,
                            "partner": one.partner,
                            "email": one.email,
                        }
                        for one in each.candidates
                    ],
                }
                for each in plan.ambiguous
            ],
            "unknown": [{"field": each.field, "value": each.value, "rows": list(each.rows)} for each in plan.unknown],
            "refused": refused,
        }
    )
    if not console.json:
        _say(plan, [str(each["reason"]) for each in refused], arguments, console, done=done)


def _say(plan: ImportPlan, refused: list[str], arguments: argparse.Namespace, console: Console, *, done: bool) -> None:
    _, n_ = console.texts.gettext, console.texts.ngettext
    console.say(_("Sheet “{sheet}”:").format(sheet=plan.sheet))
    for heading, field in plan.columns.items():
        console.say(f"  {heading} → {field}")
    if plan.ignored:
        console.say(_("Not used: {headings}").format(headings=", ".join(plan.ignored)))
    for person in plan.new:
        console.say(_("new: {name}").format(name=person.name))
    for person in plan.changed:
        what = "; ".join(
            f"{change.field}: {_value(change.before)} → {_value(change.after)}" for change in person.changes
        )
        console.say(_("changed: {name} ({what})").format(name=person.name, what=what))
    for row in plan.ambiguous:
        names = ", ".join(one.name for one in row.candidates)
        console.say(_("row {row} left out: {name} may be {names}").format(row=row.row, name=row.name, names=names))
    for unknown in plan.unknown:
        rows = ", ".join(str(row) for row in unknown.rows)
        console.say(
            _("not understood and left empty: {field} “{value}” (rows {rows}); a mapping can say what it means").format(
                field=unknown.field, value=unknown.value, rows=rows
            )
        )
    for reason in refused:
        console.remark(reason)
    console.say(
        _("{new} new, {changed} changed, {same} unchanged, {refused} refused.").format(
            new=len(plan.new), changed=len(plan.changed), same=len(plan.unchanged), refused=len(refused)
        )
    )
    if arguments.dry_run:
        console.say(_("Nothing was imported; this was a trial."))
    elif not done:
        console.remark(
            n_(
                "Nothing was imported, because {n} row was refused. Mend it, or import the others with --partial.",
                "Nothing was imported, because {n} rows were refused. Mend them, or import the others with --partial.",
                len(refused),
            ).format(n=len(refused))
        )


def _value(value: object) -> str:
    return "–" if value is None or value == () else str(value)
