"""Whatever lies at a place is refused with a code of its own, or is a file of ours."""

import os
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from studyvisits.domain.refusal import Refused
from studyvisits.store import schema, seal, verification
from studyvisits.texts import texts_in
from studyvisits.wording import refusal_text
from tests.store.files import write_file

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


def zipped(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")


def plain_database(path: Path) -> None:
    import sqlite3

    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE notes (text)")
    connection.commit()
    connection.close()


def cut(path: Path, to: int | float) -> None:
    content = write_file(path, "Nováková").read_bytes()
    path.write_bytes(content[: int(to * len(content)) if isinstance(to, float) else to])


def flip(path: Path, at: int) -> None:
    content = bytearray(write_file(path, "Nováková").read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


def edited_by_another(path: Path) -> None:
    """Some rows more: pages are written over the trailer."""
    import sqlite3

    write_file(path, "Nováková")
    connection = sqlite3.connect(path)
    connection.executemany(
        "INSERT INTO organisations (uid, name) VALUES (?, ?)", [(str(i), "x" * 900) for i in range(99)]
    )
    connection.commit()
    connection.close()


def changed_by_another(path: Path) -> None:
    """One letter: the file keeps its length and its trailer."""
    import sqlite3

    write_file(path, "Nováková")
    connection = sqlite3.connect(path)
    connection.execute("UPDATE persons SET family_name = 'Svobodová'")
    connection.commit()
    connection.close()


def version(path: Path, number: int) -> None:
    write_file(path, statements=(f"PRAGMA user_version={number}",))


def with_statement(path: Path, *statements: str) -> None:
    write_file(path, "Nováková", statements=statements)


HIDDEN = "CREATE TRIGGER hidden AFTER INSERT ON persons BEGIN DELETE FROM needs; END"
FORGED = (
    "PRAGMA writable_schema=ON",
    """INSERT INTO sqlite_schema VALUES ('trigger', 'sqlite_autoindex_x', 'persons', 0,
    'CREATE TRIGGER sqlite_autoindex_x AFTER INSERT ON persons BEGIN DELETE FROM needs; END')""",
)
NULLED = ("PRAGMA writable_schema=ON", "UPDATE sqlite_schema SET sql = NULL WHERE name = 'needs'")

FOUND: dict[str, tuple[Callable[[Path], object], str]] = {
    "nothing": (lambda path: None, "file_missing"),
    "a path through a file": (lambda path: path.parent.write_bytes(b""), "file_missing"),
    "a folder": (lambda path: path.mkdir(), "file_is_folder"),
    "no bytes": (lambda path: path.write_bytes(b""), "file_empty"),
    "a picture": (lambda path: path.write_bytes(PNG), "file_not_ours"),
    "a zip": (zipped, "file_not_ours"),
    "a word": (lambda path: path.write_text("SQLite"), "file_not_ours"),
    "sixteen bytes": (lambda path: cut(path, 16), "file_truncated"),
    "ninety-nine bytes": (lambda path: cut(path, 99), "file_truncated"),
    "a header": (lambda path: cut(path, 100), "file_truncated"),
    "a half": (lambda path: cut(path, 0.5), "file_truncated"),
    "all but a byte": (lambda path: cut(path, -1), "file_truncated"),
    "another's database": (plain_database, "file_other_database"),
    "a row more": (edited_by_another, "file_changed_elsewhere"),
    "a letter changed": (changed_by_another, "file_damaged"),
    "a flipped bit in a page": (lambda path: flip(path, 5000), "file_damaged"),
    "a flipped bit in the digest": (lambda path: flip(path, -1), "file_damaged"),
    "a flipped bit in the length": (lambda path: flip(path, -40), "file_damaged"),
    "a flipped bit in the mark": (lambda path: flip(path, -64), "file_changed_elsewhere"),
    "no version": (lambda path: version(path, 0), "file_damaged"),
    "a newer version": (lambda path: version(path, 99), "file_newer"),
    "a hidden trigger": (lambda path: with_statement(path, HIDDEN), "file_has_foreign_parts"),
    "a trigger under SQLite's own name": (lambda path: with_statement(path, *FORGED), "file_has_foreign_parts"),
    "a hidden view": (lambda path: with_statement(path, "CREATE VIEW v AS SELECT 1"), "file_has_foreign_parts"),
    "a table more": (lambda path: with_statement(path, "CREATE TABLE t (x)"), "file_has_foreign_parts"),
    "a column more": (lambda path: with_statement(path, "ALTER TABLE persons ADD x"), "file_has_foreign_parts"),
    "an index more": (lambda path: with_statement(path, "CREATE INDEX i ON needs (text)"), "file_has_foreign_parts"),
    "an index less": (lambda path: with_statement(path, "DROP INDEX ix_persons_email"), "file_damaged"),
    "a table without words": (lambda path: with_statement(path, *NULLED), "file_damaged"),
    "no identity": (lambda path: with_statement(path, "DELETE FROM file_identity"), "file_damaged"),
}
if sys.platform != "win32":
    FOUND["a pipe"] = (os.mkfifo, "file_not_ours")


@pytest.mark.parametrize("what", FOUND)
def test_what_is_no_file_of_ours_is_refused(tmp_path: Path, what: str) -> None:
    make, code = FOUND[what]
    path = tmp_path / "folder" / "some.studyvisits"
    if what != "a path through a file":
        path.parent.mkdir()
    make(path)
    with pytest.raises(Refused) as refused:
        verification.verified(path)
    assert refused.value.code == code
    for language in ("en", "cs"):
        assert str(path) in refusal_text(refused.value, texts_in(language))


def test_a_file_of_ours(tmp_path: Path) -> None:
    path = write_file(tmp_path / "some.studyvisits", "Nováková")
    content = verification.verified(path)
    assert content.pages == path.read_bytes()[: -seal.SIZE]
    assert (content.digest, content.version) == (seal.digest_of(content.pages), schema.VERSIONS.latest)
    assert len(content.uid) == 32


def test_a_huge_file_of_another_kind_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "film.studyvisits"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(Refused) as refused:
        verification.verified(path)
    assert refused.value.code == "file_not_ours"


def test_a_huge_database_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "film.studyvisits"
    with path.open("wb") as file:
        file.write(verification.DATABASE)
        file.truncate(1 << 40)
    with pytest.raises(Refused) as refused:
        verification.verified(path)
    assert refused.value.code == "file_too_large"


def test_pages_that_do_not_hang_together_are_refused_though_sealed(tmp_path: Path) -> None:
    path = write_file(tmp_path / "some.studyvisits", "Nováková")
    pages = bytearray(path.read_bytes()[: -seal.SIZE])
    pages[4096 * 3 : 4096 * 3 + 200] = bytes(200)
    path.write_bytes(pages + seal.trailer(bytes(pages), seal.digest_of(bytes(pages))))
    with pytest.raises(Refused) as refused:
        verification.verified(path)
    assert refused.value.code == "file_damaged"
