"""Files for the tests of the store: made, looked at, and spoilt."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from studyvisits.store import schema, seal
from studyvisits.store.tables import Organisation, Person, new_uid
from studyvisits.workspace import Workspace

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights, names and links")


def add_person(db: Db, *, name: str) -> int:
    person = Person(family_name=name)
    db.add(person)
    db.flush()
    return person.id


def persons(db: Db) -> list[str]:
    return list(db.execute(select(Person.family_name).order_by(Person.id)).scalars())


def add_organisation(db: Db, *, name: str) -> int:
    organisation = Organisation(name=name)
    db.add(organisation)
    db.flush()
    return organisation.id


def published(path: Path) -> list[str]:
    """The persons in a file, as any program that reads SQLite sees them."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(path.read_bytes()[: -seal.SIZE])
        return [name for (name,) in connection.execute("SELECT family_name FROM persons ORDER BY id").fetchall()]


def write_file(path: Path, *names: str, statements: tuple[str, ...] = ()) -> Path:
    """Write a whole file with these persons; ``statements`` change it before it is sealed, as a stranger might."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.deserialize(schema.new_file())
        for name in names:
            connection.execute("INSERT INTO persons (uid, family_name) VALUES (?, ?)", (new_uid(), name))
        for statement in statements:
            connection.execute(statement)
        pages = connection.serialize()
    path.write_bytes(pages + seal.trailer(pages, seal.digest_of(pages)))
    return path


def crash(workspace: Workspace) -> None:
    """Let go of a file as a process that is killed does: nothing published, the system frees the lock."""
    workspace._connection.close()
    workspace._engine.dispose()
    workspace._publisher.release()
    workspace._lock.release()
