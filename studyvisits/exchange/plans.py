"""Plan files: a whole project as one JSON document. ``resources/plan.schema.json`` documents it."""

from pathlib import Path

from studyvisits.domain.plan import PlanRows
from studyvisits.domain.refusal import Refused
from studyvisits.exchange.json_text import MOST_BYTES, json_text, json_value
from studyvisits.exchange.named_file import reading_of
from studyvisits.exchange.plan_reading import rows_of
from studyvisits.exchange.plan_schema import check_plan, plan_schema
from studyvisits.exchange.plan_writing import PlanWriting
from studyvisits.texts import zone_of


def read_plan(path: Path) -> PlanRows:
    """Return the rows of a plan file. Raises ``Refused`` with the file, and the path within it where there is one."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as closed:
        raise Refused("plan_unreadable", file=path.name or str(path), reason=closed.strerror or str(closed)) from closed
    return plan_from(content, name=path.name)


def plan_from(content: bytes, *, name: str) -> PlanRows:
    """Return the rows of a plan; ``name`` is told in a refusal."""
    with reading_of(name):
        return rows_of(check_plan(json_value(content, file=name)), zone_of)


def plan_text(plan: PlanRows) -> str:
    """Return the file's text: one JSON document, in UTF-8 when written."""
    return json_text(PlanWriting(plan).document())


def schema_text() -> str:
    return json_text(plan_schema())
