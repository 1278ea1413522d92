"""What somebody says about a sheet beforehand: a mapping file, and values for all rows."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from studyvisits.domain.people_read import Answers
from studyvisits.domain.refusal import Refused
from studyvisits.exchange.json_text import MOST_BYTES, json_value


def answers_of(mapping_file: str | None, given: Iterable[tuple[str, str]]) -> Answers:
    """Join a mapping file and what was set on the command line, which wins."""
    mapping = {} if mapping_file is None else _mapping(Path(mapping_file))
    return Answers(
        columns=mapping.get("columns", {}),
        values=mapping.get("values", {}),
        given={**mapping.get("set", {}), **dict(given)},
    )


def _mapping(path: Path) -> Mapping[str, Any]:
    """Refused: mapping_unreadable, and as JSON text is refused; mapping_malformed names the part."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as closed:
        raise Refused("mapping_unreadable", file=path.name, reason=closed.strerror or str(closed)) from closed
    document = json_value(content, file=path.name)
    if not isinstance(document, dict):
        raise Refused("mapping_malformed", file=path.name, part="columns, values, set")
    if others := document.keys() - {"columns", "values", "set"}:
        raise Refused("mapping_malformed", file=path.name, part=", ".join(sorted(others)))
    for part in document:
        if not _is_meanings(document[part], nested=part == "values"):
            raise Refused("mapping_malformed", file=path.name, part=part)
    return document


def _is_meanings(part: object, *, nested: bool) -> bool:
    if not isinstance(part, dict):
        return False
    if nested:
        return all(_is_meanings(inner, nested=False) for inner in part.values())
    return all(value is None or isinstance(value, str) for value in part.values())
