"""How single values of a plan are written in JSON, and what is stored of them."""

import base64
import binascii
import json
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from studyvisits.domain.dates import DAY_MINUTES, OPEN_DAY, day_number, first_monday, is_real
from studyvisits.domain.fields import checked
from studyvisits.domain.kinds import Certainty
from studyvisits.domain.plan import Field, Shape
from studyvisits.domain.refusal import Refused
from studyvisits.exchange.pictures import png_of


def stored(table: str, field: Field, value: Any, *, first_day: date | None, path: str) -> object:
    """Return a value that fits the schema as its column holds it; ``first_day`` is the activity's. Raises ``Refused``
    with the path."""
    try:
        made = _programme_day(value, first_day) if field.shape is Shape.PROGRAMME_DAY else STORED[field.shape](value)
        return checked(table, field.column, made)
    except (ValueError, OverflowError) as impossible:
        raise Refused("plan_no_such_day", path=path, value=str(value)) from impossible
    except Refused as refused:
        raise at_path(refused, path) from refused


def written(field: Field, value: Any, *, activity: Mapping[str, Any] | None) -> object:
    """Return the JSON of a value that is not empty. Days count from the activity's first one while its date is open."""
    if field.shape is Shape.PROGRAMME_DAY and activity and not is_real(activity["certainty"]):
        return day_number(value, activity["first_day"])
    return WRITTEN[field.shape](value)


def dates_stored(given: Mapping[str, Any], path: str) -> dict[str, object]:
    """First and last day and certainty of an activity from ``dates``, ``days`` and ``provisional``."""
    dates, certainty = given.get("dates", ""), Certainty.OPEN
    try:
        match len(dates):
            case 10:
                certainty = Certainty.PROVISIONAL if given.get("provisional") else Certainty.FIXED
                first = date.fromisoformat(dates)
            case 7:
                certainty, first = Certainty.MONTH, first_monday(int(dates[:4]), int(dates[5:]))
            case _:
                first = OPEN_DAY
        last = first + timedelta(days=given.get("days", 1) - 1)
        checked("activities", "first_day", first)
        checked("activities", "last_day", last)
    except (ValueError, OverflowError) as impossible:
        raise Refused("plan_no_such_day", path=f"{path}.dates", value=dates) from impossible
    except Refused as refused:
        raise at_path(refused, f"{path}.dates") from refused
    return {"first_day": first, "last_day": last, "certainty": certainty}


def dates_written(activity: Mapping[str, Any]) -> dict[str, object]:
    first, certainty = activity["first_day"], activity["certainty"]
    span: dict[str, object] = {"days": (activity["last_day"] - first).days + 1}
    if certainty == Certainty.MONTH:
        return {"dates": f"{first:%Y-%m}", **span}
    if certainty == Certainty.OPEN:
        return span
    return {"dates": first.isoformat(), **span} | ({"provisional": True} if certainty == Certainty.PROVISIONAL else {})


def minutes_until(start: object, ends: object, path: str) -> int:
    """Minutes from one time of day to the next moment that the clock shows the other."""
    if not isinstance(start, int):
        raise Refused("plan_ends_without_start", path=path)
    minutes = (clock_stored(str(ends)) - start) % DAY_MINUTES
    if minutes == 0:
        raise Refused("plan_ends_at_start", path=path)
    return minutes


def clock_stored(text: str) -> int:
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)


CODES_AT_PATH = {
    "audience_unclear": "plan_audience_unclear",
    "day_out_of_range": "plan_no_such_day",
    "empty_field": "plan_nobody",
    "last_day_before_first": "plan_last_day_before_first",
    "number_not_finite": "plan_number_unusable",
    "number_out_of_range": "plan_number_out_of_range",
    "picture_too_large": "plan_picture_too_large",
    "picture_unreadable": "plan_picture_unreadable",
    "character_not_storable": "plan_text_not_storable",
    "unknown_code": "plan_unknown_code",
    "unknown_country": "plan_unknown_country",
    "unknown_currency": "plan_unknown_currency",
    "unknown_language": "plan_unknown_language",
    "unknown_zone": "plan_unknown_zone",
}
"""Refusals of values and rows, and what they are called where a path tells the place instead of table and column."""


def at_path(refused: Refused, path: str) -> Refused:
    facts = {name: fact for name, fact in refused.facts.items() if name not in ("table", "column")}
    return Refused(CODES_AT_PATH[refused.code], **{"path": path, **facts})


def _programme_day(value: str | int, first_day: date | None) -> date:
    if isinstance(value, str):
        return date.fromisoformat(value)
    return (first_day or OPEN_DAY) + timedelta(days=value - 1)


def _image(text: str) -> bytes:
    try:
        return png_of(base64.b64decode(text, validate=True))
    except binascii.Error as broken:
        raise Refused("picture_unreadable") from broken


def _identity(value: Any) -> Any:
    return value


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


STORED: dict[Shape, Callable[[Any], object]] = {
    Shape.TEXT: _identity,
    Shape.LINES: "\n".join,
    Shape.LANGUAGES: " ".join,
    Shape.NUMBER: _identity,
    Shape.DEGREES: float,
    Shape.AMOUNT: lambda value: Decimal(str(value)),
    Shape.FLAG: _identity,
    Shape.DAY: date.fromisoformat,
    Shape.CLOCK: clock_stored,
    Shape.IMAGE: _image,
    Shape.MEANINGS: _json,
    Shape.MEANINGS_BY_FIELD: _json,
}

WRITTEN: dict[Shape, Callable[[Any], object]] = {
    Shape.TEXT: _identity,
    Shape.LINES: lambda text: text.split("\n"),
    Shape.LANGUAGES: str.split,
    Shape.NUMBER: _identity,
    Shape.DEGREES: _identity,
    Shape.AMOUNT: lambda value: format(value, "f"),
    Shape.FLAG: _identity,
    Shape.DAY: date.isoformat,
    Shape.PROGRAMME_DAY: date.isoformat,
    Shape.CLOCK: lambda minutes: f"{minutes // 60:02}:{minutes % 60:02}",
    Shape.IMAGE: lambda content: base64.b64encode(content).decode("ascii"),
    Shape.MEANINGS: json.loads,
    Shape.MEANINGS_BY_FIELD: json.loads,
}
