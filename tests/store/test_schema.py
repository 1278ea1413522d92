import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import UniqueConstraint
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from studyvisits.store import schema
from studyvisits.store.schema import VERSIONS
from studyvisits.store.tables import Base


def latest() -> str:
    statements: list[CreateTable | CreateIndex] = []
    for table in Base.metadata.sorted_tables:
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        statements += [CreateTable(table), *map(CreateIndex, indexes)]
    dialect = sqlite.dialect()
    return "".join(str(statement.compile(dialect=dialect)).strip() + ";\n" for statement in statements)


def test_the_accepted_schema_is_that_of_the_tables(request: pytest.FixtureRequest) -> None:
    """Before a release ``--accept`` rewrites it; after one it never changes: raise the version, write a migration."""
    path = VERSIONS.folder / f"{VERSIONS.latest:04}.sql"
    if request.config.getoption("--accept"):
        path.write_text(latest(), "utf-8")
    assert path.read_text("utf-8") == latest()


def test_every_version_has_a_schema_and_a_migration() -> None:
    numbers = range(1, VERSIONS.latest + 1)
    assert sorted(path.name for path in VERSIONS.folder.glob("*.sql")) == [f"{number:04}.sql" for number in numbers]
    assert sorted(path.name for path in VERSIONS.folder.glob("v*.py")) == [f"v{number:04}.py" for number in numbers]


def test_a_new_file_holds_the_schema_and_an_id_of_its_own() -> None:
    uids = set()
    for _ in range(2):
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.deserialize(schema.new_file())
            assert schema.present(connection) == VERSIONS.accepted(VERSIONS.latest)
            assert connection.execute("PRAGMA application_id").fetchall() == [(schema.APPLICATION_ID,)]
            assert connection.execute("PRAGMA user_version").fetchall() == [(VERSIONS.latest,)]
            uids.update(connection.execute("SELECT uid FROM file_identity").fetchall())
    assert len(uids) == 2


def test_quotes_and_blanks_are_folded_and_nothing_else() -> None:
    written = 'CREATE TABLE "persons" (\n\t"id" INTEGER NOT NULL, \n\t[name] TEXT\n)'
    assert schema.folded(written) == schema.folded("CREATE TABLE persons (id INTEGER NOT NULL,`name` TEXT)")
    assert schema.folded(written) != schema.folded("CREATE TABLE persons (id INTEGER NOT NULL, name BLOB)")


def test_every_column_that_points_elsewhere_has_an_index() -> None:
    """Without one, each row deleted or taken back reads the whole table."""
    for table in Base.metadata.tables.values():
        begins = {index.columns.keys()[0] for index in table.indexes}
        begins |= {key.columns.keys()[0] for key in table.constraints if isinstance(key, UniqueConstraint)}
        begins |= {column.name for column in table.columns if column.unique}
        pointing = {column.name for column in table.columns if column.foreign_keys}
        assert pointing - begins == set(), table.name
