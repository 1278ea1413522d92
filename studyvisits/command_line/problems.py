"""check: what is wrong or missing in a file."""

import argparse
from collections import Counter

from studyvisits.command_line.choosing import the_project
from studyvisits.command_line.console import Console, Exit
from studyvisits.command_line.opening import read_file
from studyvisits.command_line.parser import Commands, add_command, add_file, add_project
from studyvisits.domain.checks import check, of_project
from studyvisits.domain.kinds import Severity
from studyvisits.domain.problem import Problem
from studyvisits.queries.checks import check_facts
from studyvisits.texts import Texts, zone_of
from studyvisits.wording import problem_text, where_title


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
        facts = file.read(check_facts, zone_of=zone_of)
    problems = check(facts, console.today)
    if project is not None:
        problems = of_project(problems, facts, project)
    for problem in problems:
        console.say(f"{console.texts.label(problem.severity)}: {problem_text(problem, console.texts)}")
    stops = Counter(problem.severity for problem in problems)[Severity.STOP]
    told = console.texts.gettext("Stops: {stops}. Warnings: {warnings}.")
    console.say(told.format(stops=stops, warnings=len(problems) - stops))
    console.result({"problems": [_document(problem, console.texts) for problem in problems]})
    return Exit.FOUND if stops else Exit.DONE


def _document(problem: Problem, texts: Texts) -> dict[str, object]:
    title = where_title(problem.where, texts)
    return {
        "code": problem.code,
        "severity": problem.severity,
        "text": problem_text(problem, texts),
        "where": {"table": problem.where.table, "id": problem.where.id, "title": title},
    }
