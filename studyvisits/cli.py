"""The command line: what can be asked, and how an answer ends. Each command has its module in ``command_line``."""

import argparse
import errno
import os
import sys
import traceback
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from importlib.metadata import PackageNotFoundError, version

from studyvisits.command_line import demo, documents, files, listing, people, plans, problems, programme
from studyvisits.command_line.console import Console, Exit, Unsaid, prepare_streams
from studyvisits.command_line.crash_log import keep_crash
from studyvisits.command_line.language import language_of_user
from studyvisits.command_line.parser import Parser
from studyvisits.domain.refusal import Refused
from studyvisits.texts import Texts, texts_in
from studyvisits.wording import refusal_text


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code (``command_line.console.Exit``)."""
    prepare_streams()
    texts = texts_in(language_of_user(os.environ))
    console = Console(texts, json=False, today=date.today())
    try:
        try:
            arguments = parser_in(texts).parse_args(argv)
        except SystemExit:
            console.flush()  # help was asked for
            raise
        console = replace(console, json=arguments.json)
        code = _answer(arguments, console)
        console.flush()
        return code
    except Unsaid as unsaid:
        return _unsaid(unsaid, console)
    except KeyboardInterrupt:
        return 130
    except Exception:  # noqa: BLE001 - a bug: nobody is shown a traceback, it goes into a file
        return _crashed(console)


def _answer(arguments: argparse.Namespace, console: Console) -> int:
    try:
        code: int = arguments.act(arguments, console)
    except Refused as refused:
        console.remark(refusal_text(refused, console.texts))
        return Exit.REFUSED
    return code


def _unsaid(unsaid: Unsaid, console: Console) -> int:
    """Whoever closes a pipe has seen enough. Either way what is left to say goes nowhere, or Python would try again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    failure = unsaid.__cause__
    assert isinstance(failure, OSError)
    if failure.errno == errno.EPIPE or (sys.platform == "win32" and failure.errno == errno.EINVAL):
        return Exit.DONE
    _ = console.texts.gettext
    told = _("The answer cannot be written to standard output: {reason}.")
    if console.changed:
        told = _("What was asked for is stored, but the answer cannot be written to standard output: {reason}.")
    console.remark(told.format(reason=failure.strerror or failure))
    return Exit.REFUSED


def parser_in(texts: Texts) -> Parser:
    _ = texts.gettext
    parser = Parser(
        texts=texts,
        prog="studyvisits",
        description=_(
            "Study Visits plans reciprocal study visits: partners who take turns in hosting, mixed groups, "
            "programmes, meetings before and after, and the papers that funders check."
        ),
        epilog=_(
            "Everything about your projects lies in one file, such as rotation.studyvisits. "
            "“studyvisits COMMAND --help” explains a command."
        ),
    )
    parser.add_argument("--version", action="version", help=_("show the version"), version=f"Study Visits {_version()}")
    commands = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"), required=True)
    for module in (demo, files, plans, listing, people, programme, problems, documents):
        module.add(commands, texts)
    return parser


def _version() -> str:
    try:
        return version("study-visits")
    except PackageNotFoundError:
        from studyvisits.assets import checkout_version

        return checkout_version()


def _crashed(console: Console) -> int:
    """A bug: keep what is needed to mend it in a file, and say so in one sentence."""
    log = keep_crash(f"Study Visits {_version()}, Python {sys.version}, {sys.platform}\n{traceback.format_exc()}")
    _ = console.texts.gettext
    told = _("Study Visits has met a fault of its own; your file is as it was before. Details are in {file}.")
    if console.changed:
        told = _("Study Visits has met a fault of its own, after {changed} was changed. Details are in {file}.")
    if log is None:
        told = _("Study Visits has met a fault of its own, and its details could not be written anywhere.")
    console.remark(told.format(file=log, changed=", ".join(str(path) for path in console.changed)))
    return Exit.REFUSED
