"""Take a whole project in from the rows of a plan."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Table, bindparam, delete, insert, select, update
from sqlalchemy.orm import Session as Db

from studyvisits.commands.writing import some_at_once
from studyvisits.domain.plan import PlanAdded, PlanMode, PlanRows
from studyvisits.domain.plan_file_tables import FILE_TABLES
from studyvisits.domain.plan_tables import KINDS
from studyvisits.domain.refusal import Refused
from studyvisits.store.tables import Base, new_uid

TABLES = Base.metadata.tables
IN_ORDER = tuple(table for table in Base.metadata.sorted_tables if table.name in KINDS)
"""What others point to comes first."""

Row = dict[str, Any]


def import_plan(db: Db, *, plan: PlanRows, mode: PlanMode = PlanMode.NEW) -> PlanAdded:
    """Store a plan whose values were checked when it was read; return the project and what was added.

    Raises ``Refused`` for a project that is already in the file, unless it is to be replaced or copied, and for rows of
    its own that belong to another one.
    """
    taking = PlanTaking(db, plan, fresh=mode == PlanMode.COPY)
    taking.make_room(replace=mode == PlanMode.REPLACE)
    for table in IN_ORDER:
        taking.take(table)
    return PlanAdded(taking.ids["projects", plan.project["id"]], dict(taking.added))


class PlanTaking:
    """``ids`` tells where each row of the plan is in the file."""

    def __init__(self, db: Db, plan: PlanRows, *, fresh: bool) -> None:
        self.db = db
        self.ids: dict[tuple[str, Any], int] = {}
        self.added: Counter[str] = Counter()
        self._plan = plan
        self._fresh = fresh

    def make_room(self, *, replace: bool) -> None:
        """Clear the project's own rows if it is to be replaced; refuse it if it is there otherwise."""
        projects, project = TABLES["projects"], self._plan.project
        if self._fresh or project["uid"] is None:
            return
        known = self.db.execute(select(projects.c.id).where(projects.c.uid == project["uid"])).scalar()
        if known is None:
            return
        if not replace:
            raise Refused("plan_project_known", title=project["title"])
        for table in reversed(IN_ORDER):
            if "project_id" in table.c:
                self.db.execute(delete(table).where(table.c.project_id == known))

    def take(self, table: Table) -> None:
        """Store the rows of a table, of which those of the file and the project may be there already."""
        rows = [self._row(table, row) for row in self._plan.tables.get(table.name, ())]
        if table.name == "needs":
            self._clear_needs(table)
        known = self._known(table, rows)
        if known and table.name not in (*FILE_TABLES, "projects"):
            raise Refused("plan_uid_taken", table=table.name, uid=min(known))
        new = [row for row in rows if row["uid"] not in known]
        self._update(table, [row for row in rows if row["uid"] in known], known)
        self._insert(table, new)
        self._point_within(table)

    def _row(self, table: Table, row: Mapping[str, Any]) -> Row:
        """A row of the file, still with the plan's ``id``; what points into its own table comes later."""
        found: Row = {column.name: row[column.name] for column in table.columns if column.name in row}
        found["uid"] = new_uid() if self._fresh or row["uid"] is None else row["uid"]
        for column in table.columns:
            for key in column.foreign_keys:
                target, old = key.column.table.name, row.get(column.name)
                found[column.name] = None if old is None or target == table.name else self.ids[target, old]
        return found

    def _known(self, table: Table, rows: Sequence[Row]) -> dict[str, Row]:
        found: dict[str, Row] = {}
        for some in some_at_once([row["uid"] for row in rows]):
            for row in self.db.execute(select(table).where(table.c.uid.in_(some))).mappings():
                found[row["uid"]] = {str(name): value for name, value in row.items()}
        return found

    def _clear_needs(self, table: Table) -> None:
        persons = [self.ids["persons", person] for person in sorted(self._plan.needs_of)]
        for some in some_at_once(persons):
            self.db.execute(delete(table).where(table.c.person_id.in_(some)))

    def _update(self, table: Table, rows: Iterable[Row], known: Mapping[str, Row]) -> None:
        """A plan is the whole row: what it leaves out becomes empty. What is the same already stays untouched."""
        for row in rows:
            before = known[row["uid"]]
            self.ids[table.name, row["id"]] = before["id"]
            values = {c.name: row.get(c.name) for c in table.columns if c.name not in ("id", "uid")}
            if any(before[name] != value for name, value in values.items()):
                self.db.execute(update(table).where(table.c.id == before["id"]).values(values))

    def _insert(self, table: Table, rows: Sequence[Row]) -> None:
        if not rows:
            return
        columns = [column for column in table.columns if column.name != "id"]
        values = [{column.name: _filled(column, row.get(column.name)) for column in columns} for row in rows]
        wanted = insert(table).returning(table.c.id, sort_by_parameter_order=True)
        for row, new in zip(rows, self.db.execute(wanted, values).scalars(), strict=True):
            self.ids[table.name, row["id"]] = new
        self.added[table.name] += len(rows)

    def _point_within(self, table: Table) -> None:
        """Fill in what rows of a table point to in the same table, now that all have their place."""
        columns = [c for c in table.columns if any(key.column.table is table for key in c.foreign_keys)]
        for column in columns:
            pairs = [
                {"row": self.ids[table.name, row["id"]], "target": self.ids[table.name, row[column.name]]}
                for row in self._plan.tables.get(table.name, ())
                if row.get(column.name) is not None
            ]
            if pairs:
                pointing = update(table).where(table.c.id == bindparam("row"))
                self.db.connection().execute(pointing.values({column.name: bindparam("target")}), pairs)


def _filled(column: Column[Any], value: Any) -> Any:
    """What a plan leaves out is what the table says, also where another row gives it."""
    default: Any = column.default
    return default.arg if value is None and default is not None and default.is_scalar else value
