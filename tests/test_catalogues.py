"""Every message of the code stands translated in every catalogue. ``--accept`` brings the catalogues up to date."""

import ast
import string

import pytest
from babel.messages.catalog import Message
from babel.messages.plurals import get_plural

from studyvisits.catalogues import LANGUAGES
from studyvisits.disk import write_safely
from tests.catalogues import accepted, forms, ids, messages_in, messages_of_the_code, path_of, with_all_messages

TRANSLATED = [language for language in LANGUAGES if language != "en"]


@pytest.fixture(autouse=True, scope="module")
def _brought_up_to_date(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--accept"):
        for language in TRANSLATED:
            path_of(language).parent.mkdir(parents=True, exist_ok=True)
            write_safely(path_of(language), with_all_messages(language).encode())


def key(message: Message) -> tuple[str, ...]:
    return (message.context or "", *ids(message))


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_holds_the_messages_of_the_code(language: str) -> None:
    in_code = {key(message) for message in messages_of_the_code() if message.id}
    in_catalogue = {key(message) for message in accepted(language) if message.id}
    assert (sorted(in_code - in_catalogue), sorted(in_catalogue - in_code)) == ([], [])


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_is_written_as_it_would_be_again(language: str) -> None:
    """Apart from where a message stands, which is a hint for translators and changes often."""
    written = path_of(language).read_text(encoding="utf-8")
    assert without_places(written) == without_places(with_all_messages(language))


def without_places(catalogue: str) -> list[str]:
    return [line for line in catalogue.splitlines() if not line.startswith("#:")]


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated(language: str) -> None:
    missing = [key(message) for message in accepted(language) if message.id and not all(forms(message))]
    unsure = [key(message) for message in accepted(language) if message.id and message.fuzzy]
    assert (missing, unsure) == ([], [])


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_has_all_its_plurals(language: str) -> None:
    wanted = get_plural(language).num_plurals
    wrong = [key(message) for message in accepted(language) if message.pluralizable and len(forms(message)) != wanted]
    assert wrong == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_have_the_slots_of_their_messages(language: str) -> None:
    wrong = [
        (key(message), translation)
        for message in accepted(language)
        for translation in forms(message)
        if message.id and translation and not fits(message, translation)
    ]
    assert wrong == []


def fits(message: Message, translation: str) -> bool:
    """The number may be said in words ("one place"), everything else must stand in each translation."""
    one, many = (message.id, message.id) if isinstance(message.id, str) else message.id
    optional = {"n"} if message.pluralizable else set()
    found = slots(translation)
    return slots(one) | slots(many) >= found >= (slots(one) | slots(many)) - optional


def slots(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_begin_and_end_as_their_messages(language: str) -> None:
    """Blanks, colons and full stops at the ends belong to how a message is used."""
    wrong = [
        (key(message), translation)
        for message in accepted(language)
        for translation in forms(message)
        if message.id and translation and edges(translation) != edges(key(message)[1])
    ]
    assert wrong == []


def edges(text: str) -> tuple[bool, bool, str]:
    last = text.rstrip()[-1:]
    return text[:1].isspace(), text[-1:].isspace(), last if last in (":", "…", "?") else ""


def test_slots_of_messages_can_be_filled_by_name() -> None:
    texts = [text for message in messages_of_the_code() for text in key(message)[1:]]
    assert [text for text in texts if any(not name.isidentifier() for name in slots(text))] == []


def test_messages_are_read_from_the_code() -> None:
    source = """
_ = texts.gettext
print(_("One " "line"), f"{texts.gettext('in braces')}: {n}", texts.ngettext("{n} place", "{n} places", n))
LABELS = {"a": mark("A"), "b": mark_in("person", "B")}
texts.gettext(LABELS["a"]), texts.gettext(f"{n}"), "no message", print("none")
"""
    assert sorted(messages_in(ast.parse(source)), key=str) == [
        ("person", "B"),
        (None, "A"),
        (None, "One line"),
        (None, "in braces"),
        (None, ("{n} place", "{n} places")),
    ]
