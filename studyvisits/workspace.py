"""An open file: run a command, undo, read, tell what changed, publish."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Concatenate, ParamSpec, Self, TypeVar

from sqlalchemy import Engine
from sqlalchemy.orm import Session as Db

from studyvisits.domain.refusal import Refused
from studyvisits.store import database, failures, places, publishing, schema
from studyvisits.store.journal import Change, Journal, Step
from studyvisits.store.opening import Opened, open_file, open_for_reading
from studyvisits.store.publishing import Copy, Published, Publisher
from studyvisits.store.tables import Base
from studyvisits.store.working_copy import lock_place

P = ParamSpec("P")
T = TypeVar("T")
Listener = Callable[[frozenset[Change]], None]


class Workspace:
    """A file that is being edited, by one window or one command of the command line at a time.

    Every method but ``put`` belongs to the thread that opened it. Undo lasts from opening to closing. ``opening`` says
    what happened while the file was opened.
    """

    def __init__(self, opened: Opened, data: Path, today: Callable[[], date]) -> None:
        """Take over what ``open_file`` returned; ``open`` and ``create`` do it."""
        self.opening = opened.opening
        self._copy = opened.copy
        self._lock = opened.lock
        self._today = today
        self._publisher = Publisher(opened.copy, data)
        self._edits = int(opened.opening.recovered or opened.opening.migrated_from is not None)
        self._listeners: list[Listener] = []
        self._writes = False
        self._engine = database.engine_on(opened.copy.database)
        with self._refusing():
            self._connection = self._engine.connect()
            with self._connection.begin():
                self._journal = Journal(database.driver_of(self._connection), Base.metadata)

    @classmethod
    def create(cls, path: Path | str, *, data: Path | None = None, today: Callable[[], date] = date.today) -> Self:
        """Make an empty file and open it. Refused: file_exists, and as ``open`` and ``put``."""
        data, path = places.data_folder(data), places.true_path(Path(path))
        lock = lock_place(data, path)  # or two who make it at once would write over each other
        try:
            publishing.put_new(schema.new_file(), path, data)
        finally:
            lock.release()
        return cls.open(path, data=data, today=today)

    @classmethod
    def open(cls, path: Path | str, *, data: Path | None = None, today: Callable[[], date] = date.today) -> Self:
        """Open a file. ``data`` is where working copies and backups lie (``store.places.data_folder``).

        Refused: see ``store.opening.open_file``.
        """
        data = places.data_folder(data)
        opened = open_file(places.true_path(Path(path)), data, today())
        try:
            return cls(opened, data, today)
        except BaseException:
            opened.lock.release()
            raise

    @property
    def path(self) -> Path:
        """Where the file lies, or is to lie: another place after a conflict."""
        return self._publisher.target

    @property
    def unpublished(self) -> bool:
        return self._edits > self._publisher.number

    @property
    def undo_name(self) -> str | None:
        """What ``undo`` would take back, as it was named when it was run; nothing where there is nothing."""
        return self._journal.undo_name

    @property
    def redo_name(self) -> str | None:
        return self._journal.redo_name

    def run(self, name: str, command: Callable[Concatenate[Db, P], T], /, *args: P.args, **arguments: P.kwargs) -> T:
        """Run a command as one transaction and one step of undo called ``name``, and tell what it changed.

        Whatever the command raises passes, and nothing of it stays.
        """
        with self._writing() as db:
            after = self._journal.position()
            result = command(db, *args, **arguments)
            db.flush()
            changed = self._journal.changes(after)
            step = self._journal.record(name, after)
        if step is not None:
            self._journal.keep(step)
            self._tell(changed)
        return result

    def read(self, query: Callable[Concatenate[Db, P], T], /, *args: P.args, **arguments: P.kwargs) -> T:
        """Answer a query; what it may have written by mistake does not stay."""
        with self._refusing(), Db(self._connection) as db:
            return query(db, *args, **arguments)

    def undo(self) -> str | None:
        """Take the latest step back and return its name; nothing where there is none."""
        if self._journal.undo_name is None:
            return None
        step, changed = self._play(self._journal.undo)
        self._journal.keep_undone(step)
        self._tell(changed)
        return step.name

    def redo(self) -> str | None:
        if self._journal.redo_name is None:
            return None
        step, changed = self._play(self._journal.redo)
        self._journal.keep_redone(step)
        self._tell(changed)
        return step.name

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Have ``listener`` told the rows (table, id) that each step changed; return what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def take_copy(self, *, last: bool = False) -> Copy | None:
        """Return what is to be published, for ``put`` in any thread; nothing where all is published."""
        if not self.unpublished and (not last or self._publisher.all_backed_up):
            return None
        with self._refusing():
            return Copy(database.pages_of(self._connection), self._edits, self._today(), last)

    def put(self, copy: Copy) -> Published:
        """Publish a copy, in any thread; one at a time. Refused: see ``store.publishing.Publisher.put``."""
        return self._publisher.put(copy)

    def publish(self) -> Published:
        """Put everything at the file's place, here and now."""
        copy = self.take_copy()
        return Published(self.path) if copy is None else self.put(copy)

    def close(self) -> Published:
        """Publish and close. What cannot be published is refused, and found again at the next opening."""
        try:
            copy = self.take_copy(last=True)
            published = Published(self.path) if copy is None else self.put(copy)
        finally:
            self._leave()
        return published

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        try:
            self.close()
        except Refused:
            if value is None:
                raise

    def _leave(self) -> None:
        """Remove the working copy only where nothing in it is unpublished."""
        self._connection.close()
        self._engine.dispose()
        if not self.unpublished:
            self._copy.remove()
        self._publisher.release()
        self._lock.release()

    @contextmanager
    def _writing(self) -> Iterator[Db]:
        """The transaction is the connection's, begun before all else; a session within cannot commit half a step."""
        if self._writes:
            raise RuntimeError("a command never runs another")
        self._writes = True
        try:
            with (
                self._refusing(),
                self._connection.begin(),
                Db(self._connection, expire_on_commit=False, join_transaction_mode="rollback_only") as db,
            ):
                yield db
        finally:
            self._writes = False

    @contextmanager
    def _refusing(self) -> Iterator[None]:
        with failures.refusing(self._copy.database):
            yield

    def _play(self, play: Callable[[], Step]) -> tuple[Step, frozenset[Change]]:
        with self._writing():
            after = self._journal.position()
            step = play()
            return step, self._journal.changes(after)

    def _tell(self, changed: frozenset[Change]) -> None:
        self._edits += 1
        for listener in tuple(self._listeners):
            listener(changed)


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as it was last published, for reading alone; ``behind`` when there are edits not published yet."""

    path: Path
    behind: bool
    _engine: Engine

    def read(self, query: Callable[Concatenate[Db, P], T], /, *args: P.args, **arguments: P.kwargs) -> T:
        with Db(self._engine) as db:
            return query(db, *args, **arguments)


@contextmanager
def reading(path: Path | str, *, data: Path | None = None) -> Iterator[Reading]:
    """Read a file that a window may have open; nothing is locked or written, and an older version is read as well.

    Refused: as opening, but for file_in_use.
    """
    path = places.true_path(Path(path))
    engine, behind = open_for_reading(path, places.data_folder(data))
    try:
        yield Reading(path, behind, engine)
    finally:
        engine.dispose()
