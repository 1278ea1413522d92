"""The command line: what can be asked, and how an answer ends. Each command has its module in ``command_line``."""

import argparse
import os
import sys
import tempfile
import traceback
from collections.abc import Sequence
from datetime import date
from importlib.metadata import PackageNotFoundError, version

from studyvisits.command_line import demo, documents, files, listing, people, plans, problems, programme
from studyvisits.command_line.console import Console, Exit, prepare_streams
from studyvisits.command_line.language import language_of_user
from studyvisits.command_line.parser import Parser
from studyvisits.domain.refusal import Refused
from studyvisits.texts import Texts, texts_in
from studyvisits.wording import refusal_text


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code (``command_line.console.Exit``)."""
    prepare_streams()
    texts = texts_in(language_of_user(os.environ))
    arguments = parser_in(texts).parse_args(argv)
    console = Console(texts, arguments.json, date.today())
    try:
        return _answer(arguments, console)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.DONE
    except KeyboardInterrupt:
        return 130
    except Exception:  # noqa: BLE001 - a bug: nobody is shown a traceback, it goes into a file
        return _crashed(console)


def _answer(arguments: argparse.Namespace, console: Console) -> int:
    try:
        code: int = arguments.act(arguments, console)
        sys.stdout.flush()
    except Refused as refused:
        console.remark(refusal_text(refused, console.texts))
        return Exit.REFUSED
    return code


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
    with tempfile.NamedTemporaryFile(
        "w", prefix="studyvisits-crash-", suffix=".txt", delete=False, encoding="utf-8"
    ) as log:
        log.write(f"Study Visits {_version()}, Python {sys.version}, {sys.platform}\n{traceback.format_exc()}")
    console.remark(
        console.texts.gettext(
            "Study Visits has met a fault of its own; your file is as it was before. Details are in {file}."
        ).format(file=log.name)
    )
    return Exit.REFUSED
