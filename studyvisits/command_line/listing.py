"""list: what is in a file."""

import argparse

from studyvisits.command_line.console import Console, Exit
from studyvisits.command_line.opening import read_file
from studyvisits.command_line.parser import Commands, add_command, add_file
from studyvisits.documents.activity_words import dates_of
from studyvisits.domain.kinds import ActivityKind
from studyvisits.queries.projects import ActivityLine, ProjectLine, projects
from studyvisits.texts import Texts


def add(commands: Commands, texts: Texts) -> None:
    parser = add_command(
        commands,
        texts,
        "list",
        _list,
        short=texts.gettext("show the projects of a file and their activities"),
        examples=("list rotation.studyvisits",),
    )
    add_file(parser, texts)


def _list(arguments: argparse.Namespace, console: Console) -> int:
    with read_file(arguments.file, console) as file:
        found = file.read(projects)
    for project in found:
        console.say(" ".join(part for part in (f"{project.id:>4}", project.acronym, project.title) if part))
        for activity in project.activities:
            console.say(f"     {activity.id:>4} {_line(activity, console.texts)}")
    if not found:
        console.say(console.texts.gettext("No project yet. “studyvisits plan import” takes one in."))
    console.result({"projects": [_document(project) for project in found]})
    return Exit.DONE


def _line(activity: ActivityLine, texts: Texts) -> str:
    parts = (
        dates_of(activity, texts),
        activity.title or activity.short_name or "",
        texts.label(ActivityKind(activity.kind)),
        activity.place,
    )
    return " · ".join(part for part in parts if part)


def _document(project: ProjectLine) -> dict[str, object]:
    return {
        "id": project.id,
        "acronym": project.acronym,
        "title": project.title,
        "activities": [
            {
                "id": activity.id,
                "kind": activity.kind,
                "title": activity.title or activity.short_name,
                "starts": activity.starts,
                "ends": activity.ends,
                "place": activity.place,
            }
            for activity in project.activities
        ],
    }
