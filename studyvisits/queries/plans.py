"""The rows of a whole project, as a plan carries them."""

from sqlalchemy import ScalarSelect, Select, Table, select, union
from sqlalchemy.orm import Session as Db

from studyvisits.domain.plan import PlanRows, Row
from studyvisits.domain.plan_file_tables import FILE_TABLES
from studyvisits.domain.plan_tables import KINDS
from studyvisits.domain.refusal import Refused
from studyvisits.store.tables import Base

TABLES = Base.metadata.tables


def plan_rows(db: Db, *, project: int, with_needs: bool = False) -> PlanRows:
    """Return the project's rows with the persons, organisations and venues it refers to; their needs only if asked.

    Raises ``Refused`` when there is no such project.
    """
    found = {table: _rows(db, TABLES[table], _ids(table, project)) for table in KINDS if table != "needs"}
    if not found["projects"]:
        raise Refused("unknown_row", table="projects", id=project)
    if not with_needs:
        return PlanRows({**found, "needs": ()})
    needs = _rows(db, TABLES["needs"], _ids("needs", project))
    return PlanRows({**found, "needs": needs}, frozenset(_number(row["id"]) for row in found["persons"]))


def _rows(db: Db, table: Table, ids: Select[tuple[int]]) -> tuple[Row, ...]:
    wanted = select(table).where(table.c.id.in_(ids)).order_by(table.c.id)
    return tuple({str(name): value for name, value in row.items()} for row in db.execute(wanted).mappings())


def _ids(table: str, project: int) -> Select[tuple[int]]:
    """The rows of a table that a plan of the project holds."""
    kind, columns = KINDS[table], TABLES[table].c
    if table in FILE_TABLES:
        return select(columns.id).where(columns.id.in_(_pointed_to(table, project)))
    if not kind.owner:
        return select(columns.id).where(columns.id == project)
    (key,) = columns[kind.owner].foreign_keys
    return select(columns.id).where(columns[kind.owner].in_(_ids(key.column.table.name, project)))


def _pointed_to(table: str, project: int) -> ScalarSelect[int]:
    """What the project's rows point to, those of the file that it holds included (an organisation's venue)."""
    pointers = [
        select(column).where(column.is_not(None), source.c.id.in_(_ids(source.name, project)))
        for source in (TABLES[name] for name in KINDS)
        for column in source.columns
        if any(key.column.table.name == table for key in column.foreign_keys) and source.name not in ("needs", table)
    ]
    return union(*pointers).scalar_subquery()


def _number(value: object) -> int:
    assert isinstance(value, int)
    return value
