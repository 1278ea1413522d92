"""What is larger than it should be without a reason: questions, not laws, reported after a run of all tests."""

import ast
from collections.abc import Iterator
from pathlib import Path

from studyvisits.assets import PACKAGE

MODULE_LINES, CLASS_METHODS, FUNCTION_LINES = 300, 20, 40


def questions() -> Iterator[str]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield from _questions(path)


def _questions(path: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8")
    name = path.relative_to(PACKAGE.parent).as_posix()
    if (lines := text.count("\n")) > MODULE_LINES:
        yield f"{name} has {lines} lines"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ClassDef):
            methods = sum(isinstance(each, ast.FunctionDef) for each in node.body)
            if methods > CLASS_METHODS:
                yield f"{name}:{node.lineno} class {node.name} has {methods} methods"
        elif isinstance(node, ast.FunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > FUNCTION_LINES:
                yield f"{name}:{node.lineno} {node.name}() has {lines} lines"
