"""What must not reach SQLite: values it would keep wrongly, statements the journal would not see rightly."""

import math
import re
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine import ExceptionContext, ExecutionContext

from studyvisits.domain.refusal import Refused

REPLACING = re.compile(r"^\s*(?:insert|update)\s+or\s+replace|^\s*replace\b", re.IGNORECASE)
INSERTED = re.compile(r"^\s*insert\s+(?:or\s+\w+\s+)?into\s+[^(]+\(([^)]*)\)", re.IGNORECASE)
ASSIGNED = re.compile(r"""["`\[]?(\w+)["`\]]?\s*=\s*\?""")
LARGEST_WHOLE = (1 << 63) - 1


def install(engine: Engine) -> None:
    event.listen(engine, "before_cursor_execute", _check)
    event.listen(engine, "handle_error", _name_what_the_driver_refused)


def _check(
    _connection: Connection, _cursor: Any, statement: str, parameters: Any, _context: ExecutionContext, many: bool
) -> None:
    if REPLACING.match(statement):
        raise ValueError("INSERT OR REPLACE deletes rows unseen: update them, or insert on conflict do update")
    for row in parameters if many else (parameters,):
        for value in row:
            if value.__class__ is str:
                if "\0" in value:
                    raise _refused(statement, parameters, many)
            elif value.__class__ is float and not math.isfinite(value):
                raise _refused(statement, parameters, many)


def _name_what_the_driver_refused(context: ExceptionContext) -> None:
    """Half a surrogate pair, or a number beyond 64 bits: Python's driver raises before anything is written."""
    failure = context.original_exception
    execution = context.execution_context
    if isinstance(failure, UnicodeEncodeError | OverflowError) and execution is not None:
        raise _refused(context.statement or "", context.parameters, execution.executemany) from None


def _refused(statement: str, parameters: Any, many: bool) -> Refused:
    for row in parameters if many else (parameters,):
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
