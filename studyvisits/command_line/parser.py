"""What the commands' parsers share."""

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from studyvisits.command_line.console import Console
from studyvisits.texts import Texts

if TYPE_CHECKING:
    from argparse import _SubParsersAction

Commands: TypeAlias = "_SubParsersAction[argparse.ArgumentParser]"
Act = Callable[[argparse.Namespace, Console], int]


class HelpFormatter(argparse.HelpFormatter):
    """Wraps paragraphs, keeps lines that are set in as they are, and leaves a wider column for the arguments."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=30)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        paragraphs = text.split("\n\n")
        wrap = super()._fill_text
        return "\n\n".join(part if part.startswith("  ") else wrap(part, width, indent) for part in paragraphs)


def add_command(
    commands: Commands,
    texts: Texts,
    name: str,
    act: Act,
    *,
    short: str,
    long: str = "",
    examples: tuple[str, ...] = (),
) -> argparse.ArgumentParser:
    """Add a command whose ``act`` returns the exit code; ``examples`` are command lines without the program's name."""
    shown = "\n".join(f"  studyvisits {example}" for example in examples)
    parser = commands.add_parser(
        name,
        help=short,
        description=long or short,
        epilog=shown and f"{texts.gettext('Examples:')}\n\n{shown}",
        formatter_class=HelpFormatter,
    )
    parser.add_argument("--json", action="store_true", help=texts.gettext("print one JSON document instead of text"))
    parser.set_defaults(act=act)
    return parser


def add_file(parser: argparse.ArgumentParser, texts: Texts) -> None:
    parser.add_argument("file", metavar="FILE", help=texts.gettext("the file of your projects, NAME.studyvisits"))


def add_project(parser: argparse.ArgumentParser, texts: Texts, *, required: bool) -> None:
    parser.add_argument(
        "--project",
        metavar="P",
        required=required,
        help=texts.gettext("the project: its number, its acronym, or part of its title"),
    )


def add_activity(parser: argparse.ArgumentParser, texts: Texts, *, required: bool) -> None:
    parser.add_argument(
        "--activity",
        metavar="A",
        required=required,
        help=texts.gettext("the activity: its number, its short name, or part of its title"),
    )
