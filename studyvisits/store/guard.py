"""What must not reach SQLite: values it would keep wrongly, statements the journal would not see rightly."""

import math
import re
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine import ExceptionContext, ExecutionContext

from studyvisits.domain.refusal import Refused

REPLACING = re.compile(r"\b(?:INSERT|UPDATE)\s+OR\s+REPLACE\b|\bREPLACE\s+INTO\b", re.IGNORECASE)
INSERTED = re.compile(r"^\s*insert\s+(?:or\s+\w+\s+)?into\s+[^(]+\(([^)]*)\)", re.IGNORECASE)
ASSIGNED = re.compile(r"""["`\[]?(\w+)["`\]]?\s*=\s*\?""")
LARGEST_WHOLE = (1 << 63) - 1


def install(engine: Engine) -> None:
    event.listen(engine, "before_cursor_execute", _check)
    event.listen(engine, "handle_error", _name_what_the_driver_refused)


def _check(
    _connection: Connection, _cursor: Any, statement: str, parameters: Any, _context: ExecutionContext, _many: bool
) -> None:
    if "REPLACE" in statement.upper() and REPLACING.search(statement):
        raise ValueError("INSERT OR REPLACE deletes rows unseen: update them, or insert on conflict do update")
    for row in _rows(parameters):
        for value in row:
            if value.__class__ is str:
                if "\0" in value:
                    raise _refused(statement, parameters)
            elif value.__class__ is float and not math.isfinite(value):
                raise _refused(statement, parameters)


def _rows(parameters: Any) -> Iterable[Iterable[object]]:
    """One row is a tuple, also where SQLAlchemy has made one statement of many rows; many rows are a list."""
    if isinstance(parameters, list):
        return parameters
    return (tuple(parameters.values()) if isinstance(parameters, dict) else parameters or (),)


def _name_what_the_driver_refused(context: ExceptionContext) -> None:
    """Half a surrogate pair, or a number beyond 64 bits: Python's driver raises before anything is written."""
    failure = context.original_exception
    if isinstance(failure, UnicodeEncodeError | OverflowError):
        raise _refused(context.statement or "", context.parameters) from None


def _refused(statement: str, parameters: Any) -> Refused:
    for row in _rows(parameters):
        for position, value in enumerate(row):
            if code := _flaw(value):
                return Refused(code, field=_field(statement, position))
    return Refused("character_not_storable", field="")


def _flaw(value: object) -> str:
    if isinstance(value, str):
        return "character_not_storable" if "\0" in value or any("\ud800" <= c <= "\udfff" for c in value) else ""
    if isinstance(value, float):
        return "" if math.isfinite(value) else "number_not_finite"
    return "number_too_large" if isinstance(value, int) and abs(value) > LARGEST_WHOLE else ""


def _field(statement: str, position: int) -> str:
    inserted = INSERTED.match(statement)
    names = inserted[1].split(",") if inserted else ASSIGNED.findall(statement)
    return names[position % len(names)].strip().strip('"`[]') if names else ""
