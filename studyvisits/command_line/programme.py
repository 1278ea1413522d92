"""programme: typed lines become the sessions of a day."""

import argparse
from pathlib import Path

from studyvisits.command_line.choosing import the_activity, the_project
from studyvisits.command_line.console import Console, Exit
from studyvisits.command_line.opening import read_file, write_file
from studyvisits.command_line.parser import Commands, add_activity, add_command, add_file, add_project
from studyvisits.command_line.standard_input import STANDARD_INPUT, piped
from studyvisits.commands.programme import add_programme
from studyvisits.domain.dates import is_real
from studyvisits.domain.programme_lines import Asked, read_lines
from studyvisits.domain.programme_read import ReadProgramme, ReadSession
from studyvisits.domain.refusal import Refused
from studyvisits.domain.typed_days import day_told
from studyvisits.exchange.delimited_text import decode
from studyvisits.exchange.named_file import reading_of
from studyvisits.queries.activity_heads import activity_heads
from studyvisits.queries.day_sessions import number_of_sessions
from studyvisits.queries.known_names import known_names
from studyvisits.texts import Texts
from studyvisits.workspace import Reading, Workspace

MOST_OCTETS = 1_000_000
"""A programme is a page or two; what is larger is something else."""


def add(commands: Commands, texts: Texts) -> None:
    _ = texts.gettext
    parser = add_command(
        commands,
        texts,
        "programme",
        _programme,
        short=_("turn typed lines into the sessions of a day"),
        long=_(
            "Reads the programme of one day as people type it, or as a table copied from Word or Excel: times, title, "
            "place, and people in brackets. Lines without a time keep their order."
        )
        + "\n\n  9:30–12:00 Social department, Sokolovská 14 (T. Říha)\n  12:15 Lunch, Bistro Karlín",
        examples=(
            "programme rotation.studyvisits --project STREETWORK --activity Prague --day 11.6. tuesday.txt --dry-run",
        ),
    )
    add_file(parser, texts)
    add_project(parser, texts, required=True)
    add_activity(parser, texts, required=True)
    parser.add_argument("--day", metavar="D", required=True, help=_("the day: 2024-06-11, 11.6., or 2 for Day 2"))
    parser.add_argument("lines", metavar="LINES.txt|-", help=_("the file with the lines; - reads standard input"))
    parser.add_argument("--dry-run", action="store_true", help=_("only show what was understood"))


def _programme(arguments: argparse.Namespace, console: Console) -> int:
    text = _text(arguments.lines)
    if arguments.dry_run:
        with read_file(arguments.file, console) as file:
            activity, asked = _asked(file, arguments)
            there = file.read(number_of_sessions, activity=activity, day=asked.day)
            read = read_lines(text, file.read(known_names, activity=activity), asked)
    else:
        with write_file(arguments.file, console) as workspace:
            activity, asked = _asked(workspace, arguments)
            there = workspace.read(number_of_sessions, activity=activity, day=asked.day)
            read = read_lines(text, workspace.read(known_names, activity=activity), asked)
            if read.sessions:
                name = console.texts.gettext("typed programme")
                workspace.run(name, add_programme, activity=activity, day=asked.day, sessions=read.sessions)
    _say(read, asked, arguments, console)
    if there and read.sessions:
        told = console.texts.ngettext(
            "This day had {n} session before; these come beside it.",
            "This day had {n} sessions before; these come beside them.",
            there,
        )
        console.remark(told.format(n=there))
    console.result(_document(read))
    return Exit.DONE


def _text(lines: str) -> str:
    """Refused: lines_unreadable, lines_too_large, sheet_encoding."""
    content = _content(lines)
    with reading_of(lines):
        return decode(content)


def _content(lines: str) -> bytes:
    try:
        if lines == STANDARD_INPUT:
            content = piped(MOST_OCTETS)
        else:
            with Path(lines).open("rb") as file:
                content = file.read(MOST_OCTETS + 1)
    except OSError as closed:
        raise Refused("lines_unreadable", file=lines, reason=closed.strerror or str(closed)) from closed
    if len(content) > MOST_OCTETS:
        raise Refused("lines_too_large", file=lines)
    return content


def _asked(file: Reading | Workspace, arguments: argparse.Namespace) -> tuple[int, Asked]:
    project = the_project(file, arguments.project)
    activity = the_activity(file, project, arguments.activity)
    (head,) = file.read(activity_heads, project=project, activity=activity)
    day = day_told(arguments.day, first_day=head.first_day, last_day=head.last_day, certainty=head.certainty)
    return activity, Asked(day, head.first_day, is_real(head.certainty))


def _say(read: ReadProgramme, asked: Asked, arguments: argparse.Namespace, console: Console) -> None:
    texts = console.texts
    if asked.real:
        console.say(texts.day(asked.day))
    for session in read.sessions:
        console.say(f"  {_line(session, texts)}")
    for line in read.unread:
        console.say(texts.gettext("not understood: {line}").format(line=line))
    for other in read.elsewhere:
        n = len(other.lines)
        told = texts.ngettext(
            "{n} line is for another day, {day}, and was left out.",
            "{n} lines are for another day, {day}, and were left out.",
            n,
        )
        console.say(told.format(n=n, day=other.day))
    if arguments.dry_run:
        console.say(texts.gettext("Nothing was stored; this was a trial."))
        return
    n = len(read.sessions)
    console.say(texts.ngettext("{n} session added.", "{n} sessions added.", n).format(n=n))


def _line(session: ReadSession, texts: Texts) -> str:
    times = "" if session.start is None else texts.times(session.start, session.minutes)
    place = ", ".join(part for part in (session.place, session.place_note) if part)
    people = ", ".join(person.words for person in session.people)
    parts = (session.title, place, people and f"({people})")
    return f"{times:<13} {' · '.join(part for part in parts if part)}"


def _document(read: ReadProgramme) -> dict[str, object]:
    """``unread`` has the lines of other days behind those not understood."""
    unread = [*read.unread, *(line for other in read.elsewhere for line in other.lines)]
    return {"sessions": [_session_document(session) for session in read.sessions], "unread": unread}


def _session_document(session: ReadSession) -> dict[str, object]:
    """Times are written as in plans."""
    return {
        "start": None if session.start is None else f"{session.start // 60:02}:{session.start % 60:02}",
        "minutes": session.minutes,
        "title": session.title,
        "venue": session.place or session.place_note,
        "people": [person.words for person in session.people],
    }
