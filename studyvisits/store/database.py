"""The one connection to a working copy, with the settings that durability and undo rest on."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event

from studyvisits.store import guard

PRAGMAS = {
    "journal_mode": "TRUNCATE",
    "synchronous": "FULL",
    "fullfsync": "ON",
    "foreign_keys": "ON",
    "trusted_schema": "OFF",
    "cell_size_check": "ON",
    "secure_delete": "ON",
    "recursive_triggers": "ON",
    "temp_store": "MEMORY",
}


def engine_on(path: Path) -> Engine:
    return _engine(lambda: sqlite3.connect(path, isolation_level=None, timeout=5))


def engine_in_memory(pages: bytes | memoryview) -> Engine:
    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(":memory:", isolation_level=None)
        connection.deserialize(pages)
        return connection

    return _engine(connect)


def _engine(connect: Callable[[], sqlite3.Connection]) -> Engine:
    """One connection for all (the journal lives in it), transactions begun by us alone: without an explicit BEGIN
    Python's driver begins late, and ``defer_foreign_keys`` is lost before the first write."""
    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool)
    event.listen(engine, "connect", _settle)
    event.listen(engine, "begin", _begin)
    guard.install(engine)
    return engine


def _settle(connection: sqlite3.Connection, _record: object) -> None:
    for name, value in PRAGMAS.items():
        connection.execute(f"PRAGMA {name}={value}").close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def pages_of(connection: Connection) -> bytes:
    """Return the database byte for byte as it lies on the disk. No transaction may be open."""
    return driver_of(connection).serialize()


def driver_of(connection: Connection) -> sqlite3.Connection:
    driver = connection.connection.dbapi_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver
