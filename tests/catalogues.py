"""The messages of the code, and the files of their translations."""

import ast
import io
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po, write_po

from studyvisits.assets import PACKAGE, resource

KEYWORDS = {"_": 1, "gettext": 1, "mark": 1, "ngettext": 2, "pgettext": 2, "mark_in": 2}
"""Functions whose first arguments, so many, are a message; those of WITH_CONTEXT have a context before it."""

WITH_CONTEXT = {"pgettext", "mark_in"}
HEADER = """\
# Translations of Study Visits. New messages are added and unused ones dropped by: python3 run.py test --accept
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"

"""


@cache
def messages_of_the_code() -> Catalog:
    """Read from the syntax trees: before Python 3.12 a reader of tokens misses what stands within an f-string."""
    found = Catalog()
    for path in sorted(PACKAGE.rglob("*.py")):
        where = path.relative_to(PACKAGE.parent).as_posix()
        for context, message in messages_in(ast.parse(path.read_text(encoding="utf-8"))):
            found.add(message, locations=[(where, 1)], context=context)
    return found


def messages_in(tree: ast.Module) -> Iterator[tuple[str | None, str | tuple[str, ...]]]:
    """Context, if any, and message (singular and plural, if it has both)."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        given = node.args[: KEYWORDS.get(name, 0)]
        texts = [each.value for each in given if isinstance(each, ast.Constant) and isinstance(each.value, str)]
        if not texts or len(texts) != len(given):
            continue
        if name in WITH_CONTEXT:
            yield texts[0], texts[1]
        else:
            yield None, tuple(texts) if len(texts) > 1 else texts[0]


def path_of(language: str) -> Path:
    return resource("i18n", f"{language}.po")


def accepted(language: str) -> Catalog:
    with path_of(language).open("rb") as file:
        return read_po(file, locale=language)


def with_all_messages(language: str) -> str:
    """Return the text of a catalogue with the messages of the code, translated as far as they were."""
    catalogue = accepted(language) if path_of(language).exists() else Catalog(locale=language)
    catalogue.update(messages_of_the_code(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    for message in catalogue:
        if not any(forms(message)):  # a message that gained a plural is marked as unsure, with nothing to be unsure of
            message.flags.discard("fuzzy")
    written = io.BytesIO()
    write_po(written, catalogue, width=0, include_lineno=False, omit_header=True, sort_output=True)
    plurals = get_plural(language).plural_forms
    return HEADER.format(language=language, plurals=plurals) + written.getvalue().decode()


def forms(message: Message) -> tuple[str, ...]:
    """The translations of a message: one, or one for each plural."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def ids(message: Message) -> tuple[str, ...]:
    """The message in English: one, or singular and plural."""
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)
