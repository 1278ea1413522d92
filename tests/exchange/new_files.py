"""Files in memory, several at a time: what the fixture ``db`` cannot give to tests that draw examples."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache

from sqlalchemy import create_engine
from sqlalchemy.orm import Session as Db
from sqlalchemy.pool import StaticPool

from studyvisits.store.tables import Base


@cache
def empty_pages() -> bytes:
    """Copying the pages of an empty file is ten times as fast as making its tables again."""
    with closing(sqlite3.connect(":memory:")) as connection:
        engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
        Base.metadata.create_all(engine)
        return connection.serialize()


@contextmanager
def new_file() -> Iterator[Db]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(empty_pages())
        connection.execute("PRAGMA foreign_keys=ON").close()
        engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
        with Db(engine) as db:
            yield db
        engine.dispose()
