"""A made-up older version: what it becomes equals what is made new, in schema and rows."""

import re
import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from studyvisits.domain.refusal import Refused
from studyvisits.store import copies, database, migrations, schema, seal
from studyvisits.store.opening import open_file, open_for_reading
from studyvisits.store.schema import VERSIONS, Versions
from studyvisits.workspace import Workspace
from tests.store.files import add_person, published

TODAY = date(2026, 11, 23)
OLDER = Path(__file__).with_name("older")


@pytest.fixture
def versions(tmp_path: Path) -> Versions:
    """Two versions of which the second is the present one."""
    folder = tmp_path / "versions"
    folder.mkdir()
    for script in ("v0001.py", "v0002.py"):
        shutil.copy(OLDER / script, folder)
    present = (VERSIONS.folder / f"{VERSIONS.latest:04}.sql").read_text("utf-8")
    older = present.replace("\tlanguages TEXT", "\tspoken TEXT", 1)
    older = re.sub(r"(\tpaper_language TEXT, \n)\tnote TEXT, \n", r"\1", older)
    older = "".join(part + ";\n" for part in older.split(";\n") if "import_mappings" not in part and part.strip())
    (folder / "0001.sql").write_text(older, "utf-8")
    (folder / "0002.sql").write_text(present, "utf-8")
    return Versions(latest=2, folder=folder)


@pytest.fixture
def older_file(tmp_path: Path, versions: Versions) -> Path:
    file = tmp_path / "some.studyvisits"
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.deserialize(schema.new_file(versions, 1))
        connection.executescript(
            """
            INSERT INTO persons (id, uid, family_name, spoken) VALUES (3, 'a', 'Nováková', 'cs en');
            INSERT INTO persons (id, uid, family_name) VALUES (7, 'b', 'Virtanen');
            INSERT INTO needs (id, uid, person_id, kind, text) VALUES (1, 'c', 3, 'diet', 'no nuts');
            INSERT INTO projects (id, uid, title) VALUES (1, 'd', 'Streetwork');
            INSERT INTO members (id, uid, project_id, person_id) VALUES (5, 'e', 1, 7);
            """
        )
        pages = connection.serialize()
    file.write_bytes(pages + seal.trailer(pages, seal.digest_of(pages)))
    return file


def test_an_older_file_becomes_what_a_new_one_is(tmp_path: Path, older_file: Path, versions: Versions) -> None:
    before = older_file.read_bytes()
    opened = open_file(older_file, tmp_path / "data", TODAY, versions)
    assert opened.opening.migrated_from == 1
    with Workspace(opened, tmp_path / "data", lambda: TODAY) as workspace:
        assert older_file.read_bytes() == before
        assert workspace.unpublished
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(older_file.read_bytes()[: -seal.SIZE])
        assert schema.present(connection) == versions.accepted(2) == VERSIONS.accepted(VERSIONS.latest)
        columns = "id, uid, family_name, languages, note"
        assert connection.execute(f"SELECT {columns} FROM persons ORDER BY id").fetchall() == [
            (3, "a", "Nováková", "cs en", None),
            (7, "b", "Virtanen", None, None),
        ]
        assert connection.execute("SELECT id, person_id, text FROM needs").fetchall() == [(1, 3, "no nuts")]
        assert connection.execute("SELECT id, person_id FROM members").fetchall() == [(5, 7)]
        assert connection.execute("PRAGMA user_version").fetchall() == [(2,)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_the_older_file_stays_as_a_backup(tmp_path: Path, older_file: Path, versions: Versions) -> None:
    before = older_file.read_bytes()
    opened = open_file(older_file, tmp_path / "data", TODAY, versions)
    Workspace(opened, tmp_path / "data", lambda: TODAY).close()
    assert opened.opening.backup is not None
    assert opened.opening.backup.name == "some 2026-11-23 version 1.bak"
    assert opened.opening.backup.read_bytes() == before
    assert open_file(older_file, tmp_path / "data", TODAY, versions).opening.migrated_from is None


def test_undo_works_after_a_migration(tmp_path: Path, older_file: Path, versions: Versions) -> None:
    """Triggers are made once every migration is over."""
    opened = open_file(older_file, tmp_path / "data", TODAY, versions)
    with Workspace(opened, tmp_path / "data", lambda: TODAY) as workspace:
        workspace.run("Add", add_person, name="Lindqvist")
        workspace.publish()
        assert published(older_file) == ["Nováková", "Virtanen", "Lindqvist"]
        assert workspace.undo() == "Add"
    assert published(older_file) == ["Nováková", "Virtanen"]


def test_an_older_file_is_read_as_it_is_today_and_stays_as_it_was(
    tmp_path: Path, older_file: Path, versions: Versions
) -> None:
    before = older_file.read_bytes()
    engine, behind = open_for_reading(older_file, tmp_path / "data", versions)
    with engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT family_name, note FROM persons ORDER BY id").fetchall()
    engine.dispose()
    assert ([tuple(row) for row in rows], behind) == ([("Nováková", None), ("Virtanen", None)], False)
    assert older_file.read_bytes() == before


def test_a_migration_that_fails_leaves_everything_as_it_was(
    tmp_path: Path, older_file: Path, versions: Versions
) -> None:
    script = versions.folder / "v0002.py"
    script.write_text(script.read_text() + "    op.execute('DELETE FROM projects')\n")
    before = older_file.read_bytes()
    for _ in range(2):
        with pytest.raises(RuntimeError, match="rows point to nothing"):
            open_file(older_file, tmp_path / "data", TODAY, versions)
    assert older_file.read_bytes() == before
    databases = list((tmp_path / "data" / "work").glob("*/working.db"))
    assert [seal.digest_of(path.read_bytes()) for path in databases] == [seal.digest_of(before[: -seal.SIZE])]


def test_a_migration_is_one_transaction(tmp_path: Path, versions: Versions) -> None:
    script = versions.folder / "v0002.py"
    script.write_text(script.read_text() + "    raise KeyError\n")
    pages = schema.new_file(versions, 1)
    engine = database.engine_in_memory(pages)
    with pytest.raises(KeyError):
        migrations.migrate(engine, 1, versions)
    with engine.connect() as connection:
        driver = database.driver_of(connection)
        assert schema.present(driver) == versions.accepted(1)
        assert driver.execute("PRAGMA user_version").fetchall() == [(1,)]
        assert driver.execute("PRAGMA foreign_keys").fetchall() == [(1,)]
    engine.dispose()


def test_edits_of_an_older_program_that_crashed_are_migrated_too(
    tmp_path: Path, older_file: Path, versions: Versions
) -> None:
    opened = open_file(older_file, tmp_path / "data", TODAY, Versions(latest=1, folder=versions.folder))
    with closing(sqlite3.connect(opened.copy.database)) as connection, connection:
        connection.execute("UPDATE persons SET spoken = 'fi' WHERE id = 7")
    opened.lock.release()
    again = open_file(older_file, tmp_path / "data", TODAY, versions)
    assert (again.opening.recovered, again.opening.migrated_from) == (True, 1)
    with closing(sqlite3.connect(again.copy.database)) as connection:
        assert connection.execute("SELECT languages FROM persons WHERE id = 7").fetchall() == [("fi",)]
    again.lock.release()


def test_a_newer_file_is_refused_with_its_number(tmp_path: Path, older_file: Path, versions: Versions) -> None:
    Workspace(open_file(older_file, tmp_path / "data", TODAY, versions), tmp_path / "data", lambda: TODAY).close()
    with pytest.raises(Refused) as refused:
        Workspace.open(older_file, data=tmp_path / "data")
    assert refused.value.code == "file_newer"
    assert dict(refused.value.facts) == {"file": str(older_file), "version": 2, "known": 1}
    assert copies.verify_file(older_file).version == 2


def test_every_version_leads_to_the_accepted_schema_of_the_next(tmp_path: Path) -> None:
    """From nothing, through all migrations there are."""
    engine = database.engine_on(tmp_path / "working.db")
    migrations.migrate(engine, 0, VERSIONS)
    with engine.connect() as connection:
        assert schema.present(database.driver_of(connection)) == VERSIONS.accepted(VERSIONS.latest)
    engine.dispose()
