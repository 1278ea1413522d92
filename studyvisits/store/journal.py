"""Undo and redo, recorded below the commands: temporary triggers keep what each row was before it changed.

The journal lies in temporary tables of the one connection, so it takes part in every transaction: what is rolled back
leaves nothing in it, and nothing of it is ever in the file. ``undo_log`` numbers the changes in order; for rows changed
or deleted a table ``undo_TABLE`` keeps the old values as SQLite had them, blobs and all. Taking a step back plays its
changes in reverse, and is recorded in turn: that is the step to redo. Changes of one table and kind that stand together
are played back with one statement, since row by row an import takes longer to undo than to do.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from sqlalchemy import MetaData, Table

from studyvisits.domain.collecting import no_collecting

Change = tuple[str, int]
"""Table and id of a row."""
INSERTED, UPDATED, DELETED = range(3)


@dataclass(frozen=True, slots=True)
class Step:
    """One gesture: its name, and the numbers of its changes, first to last."""

    name: str
    first: int
    last: int


class Journal:
    """``undo_name`` and ``redo_name`` say what would be taken back, or are nothing.

    ``record``, ``undo`` and ``redo`` work within the caller's transaction and return a step that the caller hands to
    ``keep_*`` once the transaction has been committed, so that a commit that fails leaves the journal as it was.
    """

    def __init__(self, connection: sqlite3.Connection, metadata: MetaData) -> None:
        """Install the triggers; every migration must be over."""
        self._connection = connection
        self._tables = [_Recorded(table, 3 * number) for number, table in enumerate(metadata.sorted_tables)]
        self._done: list[Step] = []
        self._undone: list[Step] = []
        connection.execute('CREATE TEMP TABLE undo_log (seq INTEGER PRIMARY KEY, "change", "row")')
        for table in self._tables:
            for statement in table.triggers():
                connection.execute(statement)

    @property
    def undo_name(self) -> str | None:
        return self._done[-1].name if self._done else None

    @property
    def redo_name(self) -> str | None:
        return self._undone[-1].name if self._undone else None

    def position(self) -> int:
        """Return the number of the latest change, to be handed to ``record``."""
        ((number,),) = self._connection.execute("SELECT coalesce(max(seq), 0) FROM undo_log").fetchall()
        return int(number)

    def changes(self, after: int) -> frozenset[Change]:
        names = [table.name for table in self._tables]
        with no_collecting():
            rows = self._connection.execute(
                'SELECT "change" / 3, "row" FROM undo_log WHERE seq > ?', (after,)
            ).fetchall()
            return frozenset((names[number], row) for number, row in rows)

    def record(self, name: str, after: int) -> Step | None:
        """Make one step of all that changed; nothing where nothing did."""
        last = self.position()
        if last == after:
            return None
        for step in self._undone:
            self._forget(step)
        return Step(name, after + 1, last)

    def keep(self, step: Step) -> None:
        self._done.append(step)
        self._undone.clear()

    def undo(self) -> Step:
        return self._play(self._done[-1])

    def keep_undone(self, inverse: Step) -> None:
        self._done.pop()
        self._undone.append(inverse)

    def redo(self) -> Step:
        return self._play(self._undone[-1])

    def keep_redone(self, inverse: Step) -> None:
        self._undone.pop()
        self._done.append(inverse)

    def _play(self, step: Step) -> Step:
        """Foreign keys are looked at when all is back in place; lost without the explicit BEGIN of ``database``."""
        after = self.position()
        self._connection.execute("PRAGMA defer_foreign_keys=ON")
        for kind, first, last in self._runs(step):
            if kind == UPDATED:
                self._restore(first, last)
            else:
                self._take_back(kind, first, last)
        self._forget(step)
        return Step(step.name, after + 1, self.position())

    def _runs(self, step: Step) -> list[tuple[int, int, int]]:
        """Return the stretches of changes of one kind, latest first: kind, first and last number."""
        query = 'SELECT DISTINCT "change" % 3 FROM undo_log WHERE seq BETWEEN ? AND ?'
        kinds = self._connection.execute(query, (step.first, step.last)).fetchall()
        if len(kinds) == 1:  # an import: a quarter of the time that looking for stretches takes
            return [(kinds[0][0], step.first, step.last)]
        query = """SELECT seq, kind FROM (
            SELECT seq, "change" % 3 AS kind, lag("change" % 3) OVER (ORDER BY seq) AS before
            FROM undo_log WHERE seq BETWEEN ? AND ?) WHERE kind IS NOT before ORDER BY seq DESC"""
        runs, last = [], step.last
        for first, kind in self._connection.execute(query, (step.first, step.last)).fetchall():
            runs.append((kind, first, last))
            last = first - 1
        return runs

    def _take_back(self, kind: int, first: int, last: int) -> None:
        """One statement for each table, since rows that stood side by side need no order among themselves."""
        query = 'SELECT DISTINCT "change" FROM undo_log WHERE seq BETWEEN ? AND ?'
        changes = sorted(change for (change,) in self._connection.execute(query, (first, last)).fetchall())
        for change in reversed(changes) if kind == INSERTED else changes:
            table = self._tables[change // 3]
            if kind == INSERTED:
                self._connection.execute(table.delete, (change, first, last))
            else:
                self._connection.execute(table.insert, (first, last))

    def _restore(self, first: int, last: int) -> None:
        """Row by row, latest first: in any other order a unique column may meet its own later value on the way."""
        query = 'SELECT "change", seq, "row" FROM undo_log WHERE seq BETWEEN ? AND ? ORDER BY seq DESC'
        rows = self._connection.execute(query, (first, last)).fetchall()
        for change, run in groupby(rows, itemgetter(0)):
            self._connection.executemany(self._tables[change // 3].update, [(seq, row) for _, seq, row in run])

    def _forget(self, step: Step) -> None:
        for name in ("undo_log", *(table.kept for table in self._tables)):
            self._connection.execute(f'DELETE FROM "{name}" WHERE seq BETWEEN ? AND ?', (step.first, step.last))


class _Recorded:
    """The SQL of one table. ``number`` plus the kind of a change is what ``undo_log`` calls it."""

    def __init__(self, table: Table, number: int) -> None:
        if [column.name for column in table.primary_key] != ["id"]:
            raise ValueError(f"{table.name} has no primary key id")
        self.name = table.name
        self.kept = f"undo_{table.name}"
        self._number = number
        self._columns = [f'"{column.name}"' for column in table.columns]
        self._values = [f'"{column.name}"' for column in table.columns if column.name != "id"]

    def triggers(self) -> Iterator[str]:
        yield f'CREATE TEMP TABLE "{self.kept}" (seq INTEGER PRIMARY KEY, {", ".join(self._columns)})'
        yield f"""CREATE TEMP TRIGGER "{self.name} inserted" AFTER INSERT ON main."{self.name}" BEGIN
            INSERT INTO undo_log ("change", "row") VALUES ({self._number + INSERTED}, new.id); END"""
        differs = "WHEN " + " OR ".join(f"old.{value} IS NOT new.{value}" for value in self._values)
        old = ", ".join(f"old.{column}" for column in self._columns)
        for event, change, condition in (("UPDATE", UPDATED, differs), ("DELETE", DELETED, "")):
            yield f"""CREATE TEMP TRIGGER "{self.name} {event}" AFTER {event} ON main."{self.name}" {condition} BEGIN
                INSERT INTO undo_log ("change", "row") VALUES ({self._number + change}, old.id);
                INSERT INTO "{self.kept}" VALUES (last_insert_rowid(), {old}); END"""
        yield f"""CREATE TEMP TRIGGER "{self.name} renumbered" BEFORE UPDATE OF id ON main."{self.name}"
            WHEN new.id IS NOT old.id BEGIN SELECT RAISE(ABORT, 'the id of a row never changes'); END"""

    @property
    def delete(self) -> str:
        """Takes the change, the first and the last number."""
        chosen = 'SELECT "row" FROM undo_log WHERE "change" = ? AND seq BETWEEN ? AND ?'
        return f'DELETE FROM main."{self.name}" WHERE id IN ({chosen})'

    @property
    def insert(self) -> str:
        """Takes the first and the last number."""
        columns = ", ".join(self._columns)
        old = f'SELECT {columns} FROM "{self.kept}" WHERE seq BETWEEN ? AND ? ORDER BY id'
        return f'INSERT INTO main."{self.name}" ({columns}) {old}'

    @property
    def update(self) -> str:
        """Takes the number and the id."""
        values = ", ".join(self._values)
        old = f'SELECT {values} FROM "{self.kept}" WHERE seq = ?'
        return f'UPDATE main."{self.name}" SET ({values}) = ({old}) WHERE id = ?'
