"""The sample plans, and the way from a fact to its place in one."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
NAMES = ("streetwork-rotation", "tabor-wels", "bulgaria-training", "sociall-prague", "2sokrog-ormoz")

Fact = tuple[str, str, Any]
"""What the text says, in its words; where it stands in the plan; what stands there."""


@cache
def sample(name: str) -> Any:
    return json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8"))


def at(document: Any, path: str) -> Any:
    """What stands at ``activities[1].sessions[*].title``: a list where there is a star. ``None`` where nothing does."""
    found = [document]
    for name, number in re.findall(r"([a-z_]+)|\[(\*|-?\d+)\]", path):
        if name:
            found = [each.get(name) if each is not None else None for each in found]
        elif number == "*":
            found = [inner for each in found for inner in each or ()]
        else:
            found = [each[int(number)] for each in found]
    return found if "*" in path else found[0]


def check(name: str, facts: list[Fact]) -> None:
    """Compare what the plan says with what the text says, all of it at once."""
    document = sample(name)
    said = [(words, path, at(document, path)) for words, path, _ in facts]
    assert said == facts
