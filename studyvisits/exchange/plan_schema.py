"""The JSON Schema of a plan file, made from the description of its tables, and what is said about a breach of it."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from studyvisits.domain.fields import ANY_NUMBER, CODES, RANGES
from studyvisits.domain.plan import FORMAT, MOST_DAYS, Field, Form, Kind, Shape
from studyvisits.domain.plan_tables import KINDS, PROJECT, ROOTS
from studyvisits.domain.refusal import Refused

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError
    from jsonschema.protocols import Validator

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
DAY_OR_MONTH = "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$"
CLOCK = "^([01]?[0-9]|2[0-3]):[0-5][0-9]$"
AMOUNT = "^[0-9]{1,16}([.][0-9]{1,30})?$"
UID = "^[0-9a-f]{32}$"
FILLED = "\\S"
EXAMPLES = {
    DAY: "2024-03-11",
    DAY_OR_MONTH: "2024-03-11, 2024-03",
    CLOCK: "09:30",
    AMOUNT: "85440.00",
    UID: "0c6d2f4e7b1a4c5d8e9f00112233aabb",
}
"""What a text should look like that does not match a pattern."""

NAMES: Schema = {
    "ref": {
        "type": "string",
        "pattern": FILLED,
        "description": "A name for this plan only, by which others refer to it where its own name is not clear enough. "
        "Unique among its kind in the plan; within an activity for what lies in one.",
    },
    "uid": {
        "type": "string",
        "pattern": UID,
        "description": "Identity, by which it is found again; without it the thing is new.",
    },
}
DATES: Schema = {
    "dates": {
        "type": "string",
        "pattern": DAY_OR_MONTH,
        "description": "First day, 2024-03-11, or only the month, 2024-03; left out while the date is open.",
    },
    "days": {
        "type": "integer",
        "minimum": 1,
        "maximum": MOST_DAYS,
        "description": "How many days it lasts; 1 when left out.",
    },
    "provisional": {"type": "boolean", "description": "Whether the first day is not settled yet."},
}
FORMAT_ABOUT = "Number of this format. A version of the program refuses plans of later formats."


@cache
def plan_schema() -> Schema:
    """Return the schema of the whole file (JSON Schema, draft 2020-12)."""
    roots = {kind.name: _place_of(kind) for kind in ROOTS}
    return {
        "$schema": DIALECT,
        "title": "Study Visits plan",
        "description": "A whole project as one document: its partners, people, activities and programmes, with the "
        "persons, organisations and venues it refers to. Everything may be left out but what is required.",
        "type": "object",
        "properties": {
            "$schema": {"type": "string", "description": "Where editors find this schema."},
            "format": {"const": FORMAT, "description": FORMAT_ABOUT},
            **roots,
        },
        "required": ["format", PROJECT.name],
        "additionalProperties": False,
        "$defs": {table: _object_of(kind) for table, kind in KINDS.items() if kind.form is not Form.VALUES},
    }


def check_plan(document: object) -> Mapping[str, Any]:
    """Return a document that fits the schema, or raise ``Refused`` with path and reason of the first breach."""
    if isinstance(document, dict) and isinstance(document.get("format"), int) and document["format"] > FORMAT:
        raise Refused("plan_newer", path="$.format", format=str(document["format"])[:20])
    breach: ValidationError | None = next(_validator().iter_errors(cast(Any, document)), None)
    if breach is not None:
        raise _refusal(breach)
    return cast(Mapping[str, Any], document)


def path_of(steps: Iterable[str | int]) -> str:
    """Return a JSONPath: ``$.project.activities[2].title``."""
    return "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)


@cache
def _validator() -> "Validator":
    from jsonschema import Draft202012Validator

    return Draft202012Validator(plan_schema())


def _place_of(kind: Kind) -> Schema:
    """The schema of the property in which the rows of a kind stand."""
    if kind.form is Form.VALUES:
        return {"description": kind.about, "type": "array", "items": _value_of(kind, kind.fields[0])}
    pointer = {"$ref": f"#/$defs/{kind.table}"}
    if kind.form is Form.OBJECTS:
        return {"description": kind.about, "type": "array", "items": pointer}
    return {"description": kind.about, **pointer}


def _object_of(kind: Kind) -> Schema:
    properties = {} if kind.form is Form.AUDIENCE else dict(NAMES)
    for field in kind.fields:
        properties[field.name] = _audience_of(kind, field) if kind.form is Form.AUDIENCE else _value_of(kind, field)
    properties |= DATES if kind.dated else {}
    properties |= {nested.name: _place_of(nested) for nested in kind.nested}
    required = [field.name for field in kind.fields if field.starred]
    schema: Schema = {"description": kind.about, "type": "object", "properties": properties}
    return schema | ({"required": required} if required else {}) | {"additionalProperties": False}


def _audience_of(kind: Kind, field: Field) -> Schema:
    value = _value_of(kind, field)
    if field.shape is Shape.FLAG:
        return value
    return {"description": value.pop("description"), "type": "array", "items": value}


def _value_of(kind: Kind, field: Field) -> Schema:
    return {"description": field.about, **_shape_of(kind, field)}


def _shape_of(kind: Kind, field: Field) -> Schema:
    if codes := CODES.get((kind.table, field.column)):
        return {"enum": list(codes)}
    if field.shape is Shape.NUMBER:
        least, most = RANGES.get(field.column, ANY_NUMBER)
        return {"type": "integer", "minimum": least, "maximum": most}
    if field.shape is Shape.DEGREES:
        least, most = RANGES[field.column]
        return {"type": "number", "minimum": least, "maximum": most}
    if field.shape is Shape.AMOUNT:
        least, most = RANGES[field.column]
        return {"type": ["string", "number"], "pattern": AMOUNT, "minimum": least, "maximum": most}
    if field.shape is Shape.TEXT and field.starred:
        return {"type": "string", "pattern": FILLED}
    return SHAPES[field.shape]


MEANINGS: Schema = {"type": "object", "additionalProperties": {"type": ["string", "null"]}}
SHAPES: dict[Shape, Schema] = {
    Shape.TEXT: {"type": "string"},
    Shape.LINES: {"type": "array", "items": {"type": "string"}},
    Shape.LANGUAGES: {"type": "array", "items": {"type": "string"}},
    Shape.FLAG: {"type": "boolean"},
    Shape.DAY: {"type": "string", "pattern": DAY},
    Shape.PROGRAMME_DAY: {
        "type": ["string", "integer"],
        "pattern": DAY,
        "minimum": -MOST_DAYS,
        "maximum": MOST_DAYS,
    },
    Shape.CLOCK: {"type": "string", "pattern": CLOCK},
    Shape.ENDS: {"type": "string", "pattern": CLOCK},
    Shape.IMAGE: {"type": "string", "contentEncoding": "base64", "pattern": FILLED},
    Shape.MEANINGS: MEANINGS,
    Shape.MEANINGS_BY_FIELD: {"type": "object", "additionalProperties": MEANINGS},
    Shape.REFERENCE: {"type": "string", "pattern": FILLED},
}


def _refusal(breach: "ValidationError") -> Refused:
    path, value = path_of(breach.absolute_path), _shown(breach.instance)
    schema: Any = breach.schema
    rule: Any = breach.validator_value
    given: Any = breach.instance
    match breach.validator:
        case "required":
            missing = next(name for name in rule if name not in given)
            return Refused("plan_missing_field", path=path, field=missing)
        case "additionalProperties":
            known = schema["properties"]
            stranger = next(name for name in given if name not in known)
            return Refused("plan_unknown_field", path=path, field=_shown(stranger), known=", ".join(known))
        case "enum":
            return Refused("plan_unknown_code", path=path, value=value, allowed=", ".join(rule))
        case "minimum" | "maximum":
            facts = {"least": schema["minimum"], "most": schema["maximum"]}
            return Refused("plan_number_out_of_range", path=path, value=value, **facts)
        case "pattern" if rule == FILLED:
            return Refused("plan_empty_field", path=path)
        case "pattern":
            return Refused("plan_malformed", path=path, value=value, example=EXAMPLES[rule])
        case "const":
            return Refused("plan_malformed", path=path, value=value, example=str(rule))
    expected = rule if isinstance(rule, str) else " / ".join(rule)
    return Refused("plan_wrong_type", path=path, value=value, expected=expected)


def _shown(value: object) -> str:
    """At most 80 letters of a value, without following it down."""
    if isinstance(value, dict):
        return "{…}"
    if isinstance(value, list):
        return "[…]"
    text = str(value)
    return text if len(text) <= 80 else text[:79] + "…"
