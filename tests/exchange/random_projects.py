"""Projects at random, with rows in every table and values in every column, as commands could have left them."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from sqlalchemy import Column, Table, insert
from sqlalchemy.orm import Session as Db

from studyvisits.domain.dates import OPEN_DAY, first_monday
from studyvisits.domain.fields import ANY_NUMBER, CODES, RANGES, SEVERAL_LINES, checked
from studyvisits.domain.kinds import AudienceKind, Certainty
from studyvisits.domain.row_rules import AUDIENCE_POINTERS
from studyvisits.store.tables import Base, ExactNumber, new_uid
from tests.exchange.pictures import tiny_png

TABLES = Base.metadata.tables
Draw = Callable[[Any], Any]
Rows = dict[str, list[dict[str, Any]]]

DAYS = st.dates(date(1900, 1, 1), date(2150, 1, 1))
WORDS = st.sampled_from(
    ["Åsa", "<b>", "=1+1", "Ђорђе", "مرحبا", "🙂", "A/B", "A~2", "A", "A", "Tábor – Wels", 'say "so"']
)
SAMPLES: Mapping[str, st.SearchStrategy[Any]] = {
    "country": st.sampled_from(["CZ", "FI", "SE"]),
    "nationality": st.sampled_from(["CZ", "XK"]),
    "language": st.sampled_from(["cs", "sr-Latn", "fi"]),
    "paper_language": st.sampled_from(["cs", "pt-BR"]),
    "working_language": st.sampled_from(["en", "rom"]),
    "languages": st.sampled_from(["en", "en cs"]),
    "working_languages": st.sampled_from(["en", "fi sv"]),
    "time_zone": st.sampled_from(["Europe/Prague", "UTC"]),
    "currency": st.sampled_from(["EUR", "CZK"]),
    "image": st.integers(0, 255).map(tiny_png),
    "headings": st.sampled_from(["etunimi\nsukunimi", "nom"]),
    "columns": st.sampled_from(['{"Jméno": "given_name"}', "{}"]),
    "values": st.sampled_from(['{"profession": {"terénní": "streetworker", "x": null}}', "{}"]),
}
UNIQUE = {
    "statements": ("funding_profile_id", "language"),
    "hosts": ("activity_id", "partner_id"),
    "participations": ("activity_id", "member_id"),
    "participation_roles": ("participation_id", "role"),
    "group_places": ("group_id", "participation_id"),
    "import_mappings": ("project_id", "headings"),
    "audience_rows": ("session_id", "kind", "group_id", "partner_id", "profession_id", "participation_id"),
}


def random_project(draw: Draw, db: Db) -> int:
    """Store a project and what it refers to; return its id. Rows are stored in the order drawn, orders are not."""
    rows: Rows = {}
    for table in Base.metadata.sorted_tables:
        if table.name != "file_identity":
            rows[table.name] = _rows(draw, table, rows)
            db.execute(insert(table), rows[table.name]) if rows[table.name] else None
    return int(rows["projects"][0]["id"])


def _rows(draw: Draw, table: Table, rows: Rows) -> list[dict[str, Any]]:
    single = table.name in ("projects", "funding_profiles")
    found: list[dict[str, Any]] = []
    seen: set[tuple[Any, ...]] = set()
    for number in range(1 if single else draw(st.integers(1, 3))):
        row = _row(draw, table, rows, number + 1)
        key = tuple(row[name] for name in UNIQUE.get(table.name, ("id",)))
        incomplete = any(row[column.name] is None for column in table.columns if not column.nullable)
        if incomplete or key in seen or _in_two_groups(table, row, found, rows):
            continue
        seen.add(key)
        for column in table.columns:
            if found and any(key.column.table is table for key in column.foreign_keys):
                row[column.name] = draw(st.sampled_from([None, _same_activity(table, row, found)]))
        found.append(row)
    return found


def _same_activity(table: Table, row: Mapping[str, Any], found: list[dict[str, Any]]) -> int | None:
    owner = "activity_id" if "activity_id" in table.c else "project_id"
    return next((other["id"] for other in found if other[owner] == row[owner]), None)


def _in_two_groups(table: Table, row: Mapping[str, Any], found: list[dict[str, Any]], rows: Rows) -> bool:
    if table.name != "group_places":
        return False
    grouping = {group["id"]: group["grouping_id"] for group in rows["groups"]}
    taken = {(grouping[other["group_id"]], other["participation_id"]) for other in found}
    return (grouping[row["group_id"]], row["participation_id"]) in taken


def _row(draw: Draw, table: Table, rows: Rows, number: int) -> dict[str, Any]:
    row: dict[str, Any] = {"id": number, "uid": new_uid()}
    for column in sorted(table.columns, key=lambda column: column.nullable or False):
        if column.name in row:
            continue
        if column.foreign_keys:
            row[column.name] = _pointed_at(draw, column, row, rows)
        elif column.nullable and draw(st.booleans()):
            row[column.name] = None
        else:
            row[column.name] = _value(draw, column)
    return _agreeing(draw, table, row, rows)


def _pointed_at(draw: Draw, column: Column[Any], row: Mapping[str, Any], rows: Rows) -> int | None:
    """Any owner; else something of the row's activity or of none."""
    (key,) = column.foreign_keys
    target = key.column.table.name
    if target == column.table.name:
        return None
    if column.name == next(other.name for other in column.table.columns if other.foreign_keys):
        return int(draw(st.sampled_from([other["id"] for other in rows[target]])))
    here = _activity(column.table.name, row, rows)
    choice = [other["id"] for other in rows[target] if _activity(target, other, rows) in (None, here)]
    chosen: int | None = draw(st.sampled_from([*choice, None] if column.nullable or not choice else choice))
    return chosen


def _activity(table: str, row: Mapping[str, Any], rows: Rows) -> int | None:
    """The activity that a row lies in."""
    if table == "activities":
        return None
    if "activity_id" in row:
        return int(row["activity_id"])
    for column, owner in (("grouping_id", "groupings"), ("group_id", "groups"), ("session_id", "sessions")):
        if column in row and (table != "audience_rows" or column == "session_id"):
            return _activity(owner, next(other for other in rows[owner] if other["id"] == row[column]), rows)
    return None


def _value(draw: Draw, column: Column[Any]) -> Any:
    name, table = column.name, column.table.name
    if codes := CODES.get((table, name)):
        return draw(st.sampled_from([code.value for code in codes]))
    if name in SAMPLES:
        return draw(SAMPLES[name])
    if isinstance(column.type, ExactNumber):
        return draw(st.decimals(0, 100, places=2)) + Decimal(0)
    kind = column.type.python_type
    least, most = RANGES.get(name, ANY_NUMBER)
    if kind is bool:
        return draw(st.booleans())
    if kind is int:
        return draw(st.integers(0, 5) if name == "order" else st.integers(least, most))
    if kind is float:
        return draw(st.floats(least, most))
    if kind is date:
        return draw(DAYS)
    text = draw(WORDS | st.text(max_size=20).filter(_storable))
    return checked(table, name, text + ("\nAlso" if name in SEVERAL_LINES else "")) or "A"


def _storable(text: str) -> bool:
    return "\0" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text)


def _agreeing(draw: Draw, table: Table, row: dict[str, Any], rows: Rows) -> dict[str, Any]:
    """Bring the columns of a row into agreement where the rules beneath a table ask for it."""
    if table.name == "activities":
        first: date = draw(DAYS)
        kept: dict[str, date] = {Certainty.MONTH: first_monday(first.year, first.month), Certainty.OPEN: OPEN_DAY}
        first = kept.get(row["certainty"], first)
        row |= {"first_day": first, "last_day": first + timedelta(days=draw(st.integers(0, 30)))}
    if table.name == "projects" and row["first_day"] and row["last_day"]:
        row["last_day"] = max(row["first_day"], row["last_day"])
    if table.name == "session_people" and row["participation_id"] is None:
        row["words"] = row["words"] or "two women of the long programme"
    if table.name == "audience_rows":
        filled = [code for code, column in AUDIENCE_POINTERS.items() if row[column] is not None]
        code = draw(st.sampled_from([AudienceKind.EVERYBODY, AudienceKind.VISITING, AudienceKind.LOCAL, *filled]))
        row["kind"] = str(code)
        row |= {column: None for other, column in AUDIENCE_POINTERS.items() if other != code}
    return row
