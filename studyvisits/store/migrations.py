"""Bringing an older file up to the version of this program, with Alembic, which is imported only then.

The number of a file's version is its ``user_version``, which names the revision too: Alembic's own table of versions is
not needed, and a file holds nothing but our tables.
"""

from sqlalchemy import Connection, Engine

from studyvisits.store.schema import VERSIONS, Versions


def migrate(engine: Engine, version: int, versions: Versions = VERSIONS) -> None:
    """Bring a working copy from ``version`` (0: nothing at all) to the latest, or leave it as it was.

    Foreign keys are off meanwhile: with them on, rebuilding a table deletes the rows that refer to it.
    """
    with engine.connect() as connection:
        driver = connection.connection
        driver.execute("PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                _upgrade(connection, version, versions)
                if connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
                    raise RuntimeError(f"version {version} cannot be migrated: rows point to nothing")
                connection.exec_driver_sql(f"PRAGMA user_version={versions.latest}")
        finally:
            driver.execute("PRAGMA foreign_keys=ON")


def _upgrade(connection: Connection, version: int, versions: Versions) -> None:
    from alembic.operations import Operations
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory(str(versions.folder), version_locations=[str(versions.folder)])
    start = f"{version:04}" if version else "base"
    steps = list(scripts.iterate_revisions(f"{versions.latest:04}", start))
    with Operations.context(MigrationContext.configure(connection)):
        for step in reversed(steps):
            step.module.upgrade()
