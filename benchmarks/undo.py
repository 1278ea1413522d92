"""What undo costs: 20,000 inserts with the journal beside the same without it, and taking them back.

Ratios of things that take turns in one run, medians over the rounds. Promised: with the journal at most 1.5 of without
(rows as imports insert them, with Core), undo of a 10,000 people's import at most 0.6 of its inserts alone.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from sqlalchemy import Table, insert
from sqlalchemy.orm import Session as Db

from studyvisits.store import database, schema
from studyvisits.store.tables import Base, new_uid
from studyvisits.workspace import Workspace

ROUNDS = 7
PEOPLE = 20_000
IMPORTED = 10_000
Row = dict[str, object]


def people(number: int) -> list[Row]:
    return [
        {
            "id": row,
            "uid": new_uid(),
            "family_name": f"Nováková {row}",
            "given_name": "Jana",
            "title_before": "Mgr.",
            "email": f"jana.novakova.{row}@example.org",
            "phone": "+420 123 456 789",
            "nationality": "CZ",
            "languages": "cs en",
        }
        for row in range(1, number + 1)
    ]


def table(name: str) -> Table:
    return Base.metadata.tables[name]


def insert_people(db: Db, rows: list[Row]) -> None:
    db.execute(insert(table("persons")), rows)


def insert_tuples(db: Db, rows: list[Row]) -> None:
    """Straight to the driver, the fastest way there is, so that the journal weighs most."""
    names = list(rows[0])
    statement = f"INSERT INTO persons ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
    db.connection().exec_driver_sql(statement, [tuple(row.values()) for row in rows])


def prepare(db: Db) -> None:
    db.execute(insert(table("projects")), [{"id": 1, "title": "Streetwork"}])
    values = {"id": 1, "project_id": 1, "kind": "study_visit", "certainty": "fixed"}
    day = date(2024, 6, 10)
    db.execute(insert(table("activities")), [{**values, "first_day": day, "last_day": day}])


def import_people(db: Db, rows: list[Row]) -> None:
    """One Core insert for each table, as imports make them: persons, needs, members, participations."""
    insert_people(db, rows)
    numbers = [row["id"] for row in rows]
    for name, values in (
        ("needs", [{"person_id": number, "kind": "diet", "text": "vegetarian"} for number in numbers]),
        ("members", [{"project_id": 1, "person_id": number, "job_title": "streetworker"} for number in numbers]),
        ("participations", [{"activity_id": 1, "member_id": number, "presence": "visiting"} for number in numbers]),
    ):
        db.execute(insert(table(name)), values)


@contextmanager
def workspace() -> Iterator[Workspace]:
    with tempfile.TemporaryDirectory() as folder:
        opened = Workspace.create(Path(folder) / "some.studyvisits", data=Path(folder) / "data")
        opened.run("Prepare", prepare)
        yield opened
        opened.close()


def seconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def without_journal(act: Callable[[Db, list[Row]], None], rows: list[Row]) -> float:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "working.db"
        path.write_bytes(schema.new_file())
        engine = database.engine_on(path)
        with engine.connect() as connection:

            def run() -> None:
                with Db(connection) as db, db.begin():
                    act(db, rows)

            took = seconds(run)
        engine.dispose()
    return took


def with_journal(act: Callable[[Db, list[Row]], None], rows: list[Row]) -> float:
    with workspace() as opened:
        return seconds(lambda: opened.run("Insert", act, rows))


def small_command(opened: Workspace) -> float:
    return seconds(lambda: opened.run("Rename", rename, str(time.perf_counter())))


def rename(db: Db, note: str) -> None:
    db.connection().exec_driver_sql("UPDATE persons SET note = ? WHERE id = 7", (note,))


def bare_commits(times: int) -> list[float]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "working.db"
        path.write_bytes(schema.new_file())
        engine = database.engine_on(path)
        with engine.connect() as connection:
            driver = database.driver_of(connection)

            def commit() -> None:
                driver.execute("BEGIN IMMEDIATE")
                driver.execute("UPDATE file_identity SET uid = ?", (new_uid(),))
                driver.execute("COMMIT")

            took = [seconds(commit) for _ in range(times)]
        engine.dispose()
    return took


def main() -> None:
    rows, imported = people(PEOPLE), people(IMPORTED)
    figures: dict[str, list[float]] = {}

    def keep(name: str, value: float) -> None:
        figures.setdefault(name, []).append(value)

    for _ in range(ROUNDS):
        for way, act in (("Core", insert_people), ("tuples", insert_tuples)):
            plain, journalled = without_journal(act, rows), with_journal(act, rows)
            keep(f"20,000 inserts by {way}: with the journal / without", journalled / plain)
        with workspace() as opened:
            took = seconds(lambda opened=opened: opened.run("Import", import_people, imported))  # type: ignore[misc]
            keep("10,000 people in four tables: undo / inserts alone", seconds(opened.undo) / took)
            keep("10,000 people in four tables: redo / inserts alone", seconds(opened.redo) / took)
            small = statistics.median(small_command(opened) for _ in range(50))
            keep("a small command / a bare commit", small / statistics.median(bare_commits(50)))
    for name, values in figures.items():
        sys.stdout.write(f"{name}: {statistics.median(values):.2f}\n")


if __name__ == "__main__":
    main()
