"""The messages of the code, and the files of their translations."""

import io
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po, write_po

from studyvisits.assets import PACKAGE, resource

KEYWORDS = {
    "_": None,
    "gettext": None,
    "mark": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "mark_in": ((1, "c"), 2),
}
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
    found = Catalog()
    for file, _line, message, _comments, context in extract_from_dir(PACKAGE, keywords=KEYWORDS):
        found.add(message, locations=[(f"{PACKAGE.name}/{file}", 1)], context=context)
    return found


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
    written = io.BytesIO()
    write_po(written, catalogue, width=0, include_lineno=False, omit_header=True, sort_output=True)
    plurals = get_plural(language).plural_forms
    return HEADER.format(language=language, plurals=plurals) + written.getvalue().decode()


def forms(message: Message) -> tuple[str, ...]:
    """The translations of a message: one, or one for each plural."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
