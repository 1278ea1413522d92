"""JSON from strangers: read strictly and within bounds, and written so that people can read and edit it."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

from studyvisits.domain.refusal import Refused

MOST_BYTES = 64 * 2**20
MOST_VALUES = 1_000_000
"""Counted by their separators: a plan of 10,000 people has about 300,000."""
DEEPEST = 60
WIDEST = 118
"""Letters of a line that holds a whole object or list."""


class TwiceNamed(dict[str, object]):
    """An object in which ``key`` stood twice."""

    key = ""


def json_value(content: bytes, *, file: str) -> object:
    """Return the value; numbers with a point are ``Decimal``. ``file`` is told in a refusal.

    Raises ``Refused`` for what is no JSON in UTF-8 or UTF-16, for NaN, for a property named twice, for texts that a
    file cannot hold, and for more than anybody writes.
    """
    text = _decoded(content, file)
    if text.count(",") + text.count("{") + text.count("[") > MOST_VALUES:
        raise Refused("plan_too_full", file=file)
    try:
        value = json.loads(text, object_pairs_hook=_object, parse_float=Decimal, parse_constant=_no_number)
    except json.JSONDecodeError as broken:
        raise Refused("plan_not_json", file=file, line=broken.lineno, column=broken.colno) from broken
    except RecursionError as deep:
        raise Refused("plan_too_deep", file=file) from deep
    except ValueError as number:  # NaN, or more than 4,300 digits
        raise Refused("plan_not_a_number", file=file) from number
    _check(value, "$", file, 0)
    return value


def json_text(value: object) -> str:
    """Return the value with an object or list that fits on a line on one, and a line end."""
    return _written(value, 0) + "\n"


def _decoded(content: bytes, file: str) -> str:
    if len(content) > MOST_BYTES:
        raise Refused("plan_too_large", file=file, most=MOST_BYTES // 2**20)
    try:
        return content.decode(json.detect_encoding(content)).removeprefix("\ufeff")
    except UnicodeDecodeError as wrong:
        raise Refused("plan_not_utf8", file=file) from wrong


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    twice = TwiceNamed(found)
    ((twice.key, _),) = Counter(key for key, _ in pairs).most_common(1)
    return twice


def _no_number(name: str) -> None:
    raise ValueError(name)


def _check(value: object, path: str, file: str, depth: int) -> None:
    if depth > DEEPEST:
        raise Refused("plan_too_deep", file=file)
    if isinstance(value, str):
        _check_text(value, path)
    elif isinstance(value, dict):
        if isinstance(value, TwiceNamed):
            raise Refused("plan_key_twice", path=path, key=value.key[:80])
        for key, item in value.items():
            _check_text(key, path)
            _check(item, f"{path}.{key}", file, depth + 1)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            _check(item, f"{path}[{number}]", file, depth + 1)


def _check_text(text: str, path: str) -> None:
    if "\0" in text or (not text.isascii() and any("\ud800" <= letter <= "\udfff" for letter in text)):
        raise Refused("plan_text_not_storable", path=path)


def _written(value: object, indent: int, before: int = 0) -> str:
    """``before`` are the letters of the line, beside the indent, in front of the value."""
    line = json.dumps(value, ensure_ascii=False)
    if indent + before + len(line) + len(",") <= WIDEST or not value or not isinstance(value, (Mapping, list, tuple)):
        return line
    inner = " " * (indent + 2)
    if isinstance(value, Mapping):
        named = [(f"{json.dumps(key, ensure_ascii=False)}: ", item) for key, item in value.items()]
        lines = [inner + name + _written(item, indent + 2, len(name)) for name, item in named]
        return _between("{", lines, "}", indent)
    return _between("[", [inner + _written(item, indent + 2) for item in value], "]", indent)


def _between(opening: str, lines: Sequence[str], closing: str, indent: int) -> str:
    return opening + "\n" + ",\n".join(lines) + "\n" + " " * indent + closing
