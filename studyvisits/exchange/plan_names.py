"""What things answer to when others in a plan refer to them, and what they are called in a plan that is written."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from studyvisits.domain.plan import Kind
from studyvisits.domain.plan_tables import KINDS
from studyvisits.domain.refusal import Refused

Key = tuple[str, int]
"""Table and id."""
Levels = list[list[str]]
"""What a row answers to: its ref before its short name before its name. The first level with a hit counts."""


class NamesInPlan:
    """Finds rows by reference while a plan is read.

    ``rows`` are those read, ``refs`` the references that the plan gives, ``scopes`` the activity of each row that lies
    in one. A table's names are gathered when it is first asked for.
    """

    def __init__(self, rows: Mapping[str, Sequence[Mapping[str, Any]]], refs: dict[Key, str], scopes: dict[Key, int]):
        self._rows = rows
        self._refs = refs
        self._scopes = scopes
        self._known: dict[str, dict[tuple[int, int, str], list[int]]] = {}

    def find(self, table: str, name: str, *, scope: int, path: str) -> int:
        """Return the id of the row that answers to the name, or raise ``Refused`` with the path."""
        if table not in self._known:
            self._known[table] = self._gathered(KINDS[table])
        known = self._known[table]
        for level in range(MOST_LEVELS):
            found = known.get((scope if KINDS[table].scoped else 0, level, name), [])
            if len(found) == 1:
                return found[0]
            if found:
                raise Refused("plan_ref_ambiguous", path=path, ref=name[:80], table=table, number=len(found))
        raise Refused("plan_ref_unknown", path=path, ref=name[:80], table=table)

    def _gathered(self, kind: Kind) -> dict[tuple[int, int, str], list[int]]:
        known = defaultdict[tuple[int, int, str], list[int]](list)
        for row in self._rows[kind.table]:
            scope = self._scopes.get((kind.table, row["id"]), 0) if kind.scoped else 0
            for level, names in enumerate(self._levels(kind, row)):
                for name in dict.fromkeys(names):
                    known[scope, level, name].append(row["id"])
        return dict(known)

    def _levels(self, kind: Kind, row: Mapping[str, Any]) -> Levels:
        ref = self._refs.get((kind.table, row["id"]))
        own = [[ref] if ref else []]
        if kind.named_after:
            target = next(field.to for field in kind.fields if field.column == kind.named_after)
            return own + self._levels(KINDS[target], self._rows[target][row[kind.named_after] - 1])
        levels = own + [[name] if name else [] for name in own_names(kind, row)]
        if kind.table != "groups":
            return levels
        around = self._levels(KINDS["groupings"], self._rows["groupings"][row["grouping_id"] - 1])
        outer = [name for names in around for name in names]
        return own + [[f"{name}/{letter}" for name in outer] for letters in levels for letter in letters]


MOST_LEVELS = 5
"""Own ref, then at most ref, short name and name of what lends its names, or those of a grouping."""


def own_names(kind: Kind, row: Mapping[str, Any]) -> list[str]:
    return [" ".join(str(row[column]) for column in columns if row.get(column)) for columns in kind.names]


def refs_for(tables: Mapping[str, Sequence[Mapping[str, Any]]], scopes: Mapping[Key, int]) -> dict[Key, str]:
    """Return the reference of each row that others can point to, unique in the plan, or in the activity for what is
    referred to there: short name, else name, ``~2`` and on for repeats in the order of ``uid``."""
    refs: dict[Key, str] = {}
    lent = {table: {row["id"]: row for row in rows} for table, rows in tables.items()}
    for kind in KINDS.values():
        if not kind.referable or kind.table == "participations":
            continue
        taken: set[tuple[int, str]] = set()
        for row in sorted(tables.get(kind.table, ()), key=lambda row: str(row["uid"])):
            scope = scopes.get((kind.table, row["id"]), 0) if kind.scoped else 0
            name = _called(kind, row, lent)
            if kind.table == "groups":
                name = f"{refs['groupings', row['grouping_id']]}/{name}"
            refs[kind.table, row["id"]] = _unlike(name, scope, taken)
    return refs


def _called(kind: Kind, row: Mapping[str, Any], lent: Mapping[str, Mapping[int, Mapping[str, Any]]]) -> str:
    if kind.named_after:
        target = next(field.to for field in kind.fields if field.column == kind.named_after)
        return _called(KINDS[target], lent[target][row[kind.named_after]], lent)
    return next((name for name in own_names(kind, row) if name), str(row.get("kind") or kind.name))


def _unlike(name: str, scope: int, taken: set[tuple[int, str]]) -> str:
    wanted, number = name, 1
    while (scope, wanted) in taken:
        number += 1
        wanted = f"{name}~{number}"
    taken.add((scope, wanted))
    return wanted
