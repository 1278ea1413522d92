"""Catalogues are compiled into the user's cache, whatever state that is in."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from studyvisits import assets
from studyvisits.catalogues import catalogue

CZECH = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n>=2 && n<=4 ? 1 : 2);\\n"

msgid "Page {page}"
msgstr "Strana {page}"

msgid "{n} place"
msgid_plural "{n} places"
msgstr[0] "{n} místo"
msgstr[1] "{n} místa"
msgstr[2] "{n} míst"

msgctxt "person"
msgid "Confirmed"
msgstr "Potvrzena"

#, fuzzy
msgid "Not sure"
msgstr "Nejisté"
"""


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with one small catalogue, and an empty cache of the user."""
    i18n = tmp_path / "checkout" / "resources" / "i18n"
    i18n.mkdir(parents=True)
    (i18n / "cs.po").write_text(CZECH, encoding="utf-8")
    monkeypatch.setattr(assets, "root", lambda: tmp_path / "checkout")
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: tmp_path / "cache")
    return tmp_path / "cache" / "i18n"


def test_messages_plurals_and_contexts(cache: Path) -> None:
    czech = catalogue("cs")
    assert czech.gettext("Page {page}") == "Strana {page}"
    assert [czech.ngettext("{n} place", "{n} places", n) for n in (1, 3, 5)] == ["{n} místo", "{n} místa", "{n} míst"]
    assert (czech.pgettext("person", "Confirmed"), czech.pgettext("session", "Confirmed")) == ("Potvrzena", "Confirmed")
    assert (czech.gettext("Not sure"), czech.gettext("Unknown")) == ("Not sure", "Unknown")


def test_it_is_compiled_once(cache: Path) -> None:
    catalogue("cs")
    (compiled,) = cache.iterdir()
    before = compiled.stat().st_mtime_ns
    assert catalogue("cs").gettext("Page {page}") == "Strana {page}"
    assert [(path, path.stat().st_mtime_ns) for path in cache.iterdir()] == [(compiled, before)]


def test_a_change_is_compiled_and_replaces_the_earlier(cache: Path, tmp_path: Path) -> None:
    catalogue("cs")
    source = tmp_path / "checkout" / "resources" / "i18n" / "cs.po"
    long_ago = 1_000_000_000
    source.write_text(CZECH.replace("Strana", "List"), encoding="utf-8")
    os.utime(source, (long_ago, long_ago))
    assert catalogue("cs").gettext("Page {page}") == "List {page}"
    assert len(list(cache.iterdir())) == 1


def test_a_damaged_cache_is_mended(cache: Path) -> None:
    catalogue("cs")
    (compiled,) = cache.iterdir()
    for damaged in (b"", b"\xde\x12", compiled.read_bytes()[:60], b"something else entirely, and long enough"):
        compiled.write_bytes(damaged)
        assert catalogue("cs").gettext("Page {page}") == "Strana {page}"
        assert catalogue("cs").gettext("Page {page}") == "Strana {page}"


def test_a_cache_that_cannot_be_written_does_no_harm(cache: Path) -> None:
    cache.parent.mkdir()
    cache.write_text("a file where the folder should be", encoding="utf-8")
    assert catalogue("cs").gettext("Page {page}") == "Strana {page}"


def test_several_at_once(cache: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        said = list(pool.map(lambda _: catalogue("cs").gettext("Page {page}"), range(32)))
    assert said == ["Strana {page}"] * 32
    assert [path.suffix for path in cache.iterdir()] == [".mo"]


def test_a_name_that_is_no_language_reads_no_file(cache: Path, tmp_path: Path) -> None:
    assert catalogue("../i18n/cs").gettext("Page {page}") == "Page {page}"
    assert catalogue("en").gettext("Page {page}") == "Page {page}"
