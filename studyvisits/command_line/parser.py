"""What the commands' parsers share."""

import argparse
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from studyvisits.command_line.console import Console
from studyvisits.texts import Texts

if TYPE_CHECKING:
    from argparse import _MutuallyExclusiveGroup, _SubParsersAction

Commands: TypeAlias = "_SubParsersAction[Parser]"
Act = Callable[[argparse.Namespace, Console], int]


class HelpFormatter(argparse.HelpFormatter):
    """Wraps paragraphs, keeps lines that are set in as they are, leaves a wider column for the arguments, and says what
    argparse says in English."""

    def __init__(self, prog: str, *, texts: Texts) -> None:
        super().__init__(prog, max_help_position=30)
        self._said = {
            "positional arguments": texts.gettext("arguments"),
            "options": texts.gettext("options"),
            "usage: ": texts.gettext("usage: "),
        }

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable["_MutuallyExclusiveGroup"],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, self._said["usage: "] if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        super().start_section(self._said.get(heading or "", heading))

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        paragraphs = text.split("\n\n")
        wrap = super()._fill_text
        return "\n\n".join(part if part.startswith("  ") else wrap(part, width, indent) for part in paragraphs)


class Parser(argparse.ArgumentParser):
    """Explains itself in the user's language; those of the commands are made of it too."""

    def __init__(self, *, texts: Texts, **told: Any) -> None:
        super().__init__(**told, formatter_class=partial(HelpFormatter, texts=texts), add_help=False)
        self.add_argument("-h", "--help", action="help", help=texts.gettext("show this help"))


def add_command(
    commands: Commands,
    texts: Texts,
    name: str,
    act: Act,
    *,
    short: str,
    long: str = "",
    examples: tuple[str, ...] = (),
) -> Parser:
    """Add a command whose ``act`` returns the exit code; ``examples`` are command lines without the program's name."""
    shown = "\n".join(f"  studyvisits {example}" for example in examples)
    examples_shown = shown and f"{texts.gettext('Examples:')}\n\n{shown}"
    parser = commands.add_parser(name, texts=texts, help=short, description=long or short, epilog=examples_shown)
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
