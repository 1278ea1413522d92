"""What holds the house together, read from the syntax trees: layers, libraries, circles, names, words for codes."""

import ast
import re
import string
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from studyvisits.assets import PACKAGE
from studyvisits.problem_sentences import PROBLEMS
from studyvisits.refusal_sentences import REFUSALS

WORDS = (
    "texts",
    "wording",
    "refusal_sentences",
    "problem_sentences",
    "assets",
    "settings",
    "catalogues",
    "labels",
    "towns",
    "dates_in_words",
    "numbers_in_words",
)


@dataclass(frozen=True)
class Layer:
    """``ours``: layers of this package it may import; ``libraries``: top-level packages from outside."""

    ours: frozenset[str]
    libraries: frozenset[str]


def layer(ours: str, libraries: str) -> Layer:
    return Layer(frozenset(ours.split()), frozenset(libraries.split()))


LAYERS: Mapping[str, Layer] = {
    "domain": layer("domain", "dateutil rapidfuzz email_validator"),
    "disk": layer("domain", ""),
    "store": layer("store domain disk", "sqlalchemy alembic filelock platformdirs"),
    "commands": layer("commands domain store", "sqlalchemy"),
    "queries": layer("queries domain store", "sqlalchemy"),
    "workspace": layer("store domain", "sqlalchemy"),
    **dict.fromkeys(WORDS, layer(f"domain {' '.join(WORDS)}", "babel platformdirs")),
    "documents": layer(
        f"documents queries domain {' '.join(WORDS)}", "reportlab PIL openpyxl icalendar babel bidi uharfbuzz"
    ),
    "exchange": layer(
        f"exchange queries domain {' '.join(WORDS)}",
        "python_calamine charset_normalizer rapidfuzz jsonschema PIL babel email_validator",
    ),
    "exports": layer(f"disk documents queries domain {' '.join(WORDS)}", "sqlalchemy"),
    "command_line": layer("*", ""),
    "cli": layer("*", ""),
    "__main__": layer("*", ""),
}
"""The table of layers. A new top-level module of the package needs its line here."""

SLOW = {
    "alembic",
    "babel",
    "bidi",
    "charset_normalizer",
    "email_validator",
    "icalendar",
    "jsonschema",
    "openpyxl",
    "PIL",
    "platformdirs",
    "python_calamine",
    "rapidfuzz",
    "reportlab",
    "uharfbuzz",
}
"""Imported inside the function that needs them, never when a module is read."""

WHOLE_MODULES_ABOUT = {"babel": {"dates_in_words", "numbers_in_words"}, "alembic": {"store.versions"}}
"""Modules that are about nothing but a slow library, and are themselves imported inside functions."""

NO_NAMES = {
    "manager",
    "helper",
    "util",
    "utils",
    "helpers",
    "service",
    "handler",
    "common",
    "misc",
    "base",
    "data",
    "info",
}
ACCEPTED_NAMES = {"store.tables.Base"}
"""SQLAlchemy's own word for the class that all mapped classes derive from."""


@dataclass(frozen=True)
class Import:
    module: str
    """Where it stands, without the package's name: ``store.tables``."""
    target: str
    names: tuple[str, ...]
    when_read: bool
    """False inside a function, and for type checkers only."""
    line: int


@cache
def modules() -> dict[str, ast.Module]:
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
        found[name.removesuffix(".__init__")] = ast.parse(path.read_text(encoding="utf-8"), path.name)
    return found


@cache
def imports() -> tuple[Import, ...]:
    return tuple(each for name, tree in modules().items() for each in imports_in(name, tree, when_read=True))


def imports_in(module: str, node: ast.AST, *, when_read: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.Import(names=names):
                for alias in names:
                    yield Import(module, alias.name, (), when_read, child.lineno)
            case ast.ImportFrom(module=target, names=names, level=level):
                assert level == 0, f"{module}:{child.lineno} imports relatively"
                yield Import(module, target or "", tuple(alias.name for alias in names), when_read, child.lineno)
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.Lambda():
                yield from imports_in(module, child, when_read=False)
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                yield from imports_in(module, child, when_read=False)
            case _:
                yield from imports_in(module, child, when_read=when_read)


def layer_of(module: str) -> str:
    return module.split(".")[0]


def ours(target: Import) -> Iterator[str]:
    """The modules of this package that an import reads."""
    known = modules()
    if target.target == "studyvisits":
        yield from target.names
    elif target.target.startswith("studyvisits."):
        module = target.target.removeprefix("studyvisits.")
        submodules = [f"{module}.{name}" for name in target.names if f"{module}.{name}" in known]
        yield from submodules or [module]


def test_every_module_belongs_to_a_layer() -> None:
    assert {layer_of(module) for module in modules()} - set(LAYERS) == {"__init__"}


def test_layers_import_only_what_they_may() -> None:
    wrong = [
        f"{each.module}:{each.line} imports studyvisits.{target}"
        for each in imports()
        for target in ours(each)
        if not LAYERS[layer_of(each.module)].ours & {"*", layer_of(target)}
    ]
    assert wrong == []


def test_layers_use_only_their_libraries() -> None:
    wrong = []
    for each in imports():
        top = each.target.split(".")[0]
        allowed = LAYERS[layer_of(each.module)].libraries
        if (
            top not in sys.stdlib_module_names
            and top != "studyvisits"
            and top not in allowed | always_allowed(each.module)
        ):
            wrong.append(f"{each.module}:{each.line} imports {top}")
    assert wrong == []


def always_allowed(module: str) -> set[str]:
    """What is asked for here is composed of all layers, so it may name the type of a session."""
    return {"sqlalchemy"} if layer_of(module) == "command_line" else set()


def test_nothing_slow_is_imported_when_a_module_is_read() -> None:
    wrong = []
    for each in imports():
        top = each.target.split(".")[0]
        about = any(f"{each.module}.".startswith(f"{module}.") for module in WHOLE_MODULES_ABOUT.get(top, ()))
        if each.when_read and top in SLOW and not about:
            wrong.append(f"{each.module}:{each.line} imports {top}")
        if each.when_read and not about:
            late = {name for names in WHOLE_MODULES_ABOUT.values() for name in names}
            wrong.extend(f"{each.module}:{each.line} imports {target}" for target in ours(each) if target in late)
    assert wrong == []


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph: dict[str, set[str]] = {module: set() for module in modules()}
    for each in imports():
        if each.when_read:
            graph[each.module].update(set(ours(each)) & set(graph))
    assert circle(graph) == []


def circle(graph: Mapping[str, set[str]]) -> list[str]:
    """Return a way from a module back to itself, or nothing."""
    done: set[str] = set()

    def walk(module: str, way: list[str]) -> list[str]:
        if module in way:
            return [*way[way.index(module) :], module]
        if module in done:
            return []
        for target in sorted(graph[module]):
            found = walk(target, [*way, module])
            if found:
                return found
        done.add(module)
        return []

    return next((found for module in graph if (found := walk(module, []))), [])


def test_a_circle_is_found() -> None:
    assert circle({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["b", "c", "b"]
    assert circle({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []


def test_package_files_are_empty() -> None:
    assert [path for path in PACKAGE.rglob("__init__.py") if path.read_text(encoding="utf-8")] == []


def test_names_say_what_a_thing_is() -> None:
    wrong = []
    for module, tree in modules().items():
        named = [(module, module.split(".")[-1])]
        named += [(f"{module}.{node.name}", node.name) for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
        wrong += [where for where, name in named if words_of(name) & NO_NAMES and where not in ACCEPTED_NAMES]
    assert wrong == []


def words_of(name: str) -> set[str]:
    """The words of a name in snake or camel case, in small letters."""
    return {word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+", name)}


def test_words_of_names_are_found() -> None:
    assert words_of("DataLoader") == {"data", "loader"}
    assert words_of("file_utils") == {"file", "utils"}
    assert words_of("database") == {"database"}


def test_sessions_of_the_database_are_called_db() -> None:
    wrong = [
        f"{each.module}:{each.line}"
        for each in imports()
        if each.target == "sqlalchemy.orm" and "Session" in each.names and not imported_as_db(each)
    ]
    assert wrong == []


def imported_as_db(found: Import) -> bool:
    return any(
        alias.name == "Session" and alias.asname == "Db"
        for node in ast.walk(modules()[found.module])
        if isinstance(node, ast.ImportFrom) and node.module == "sqlalchemy.orm"
        for alias in node.names
    )


# Words for codes


@dataclass(frozen=True)
class Raised:
    where: str
    kind: str
    code: str
    facts: frozenset[str] | None
    """None where they cannot be read here."""


KINDS = {"refused": "refused", "refuse": "refused", "problem": "problem"}
"""Names of what makes one, in small letters and without underscores: the classes, and functions around them."""


COMPOSED = {
    "queries.projects": [f"{what}_{state}" for what in ("project", "activity") for state in ("ambiguous", "unknown")],
}
"""Codes put together of words, by the module that does it."""


@cache
def raised() -> tuple[Raised, ...]:
    return tuple(
        each for module, tree in modules().items() for node in ast.walk(tree) for each in raised_by(module, node)
    )


def raised_by(module: str, node: ast.AST) -> Iterator[Raised]:
    """Calls of Refused and Problem, and of functions that make them and say so in their name."""
    if not isinstance(node, ast.Call) or layer_of(module) == "wording":
        return
    name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
    kind = KINDS.get(name.strip("_").lower())
    if kind is None:
        return
    given = [*node.args[:1], *(each.value for each in node.keywords if each.arg == "code")]
    composed = COMPOSED[module] if any(isinstance(each, ast.JoinedStr) for each in given) else []
    for code in [*composed, *(text for each in given for text in literals(each))]:
        yield Raised(f"{module}:{node.lineno}", kind, code, facts_of(name, node))


def literals(node: ast.expr) -> list[str]:
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.IfExp(body=body, orelse=orelse):
            return literals(body) + literals(orelse)
    return []


def facts_of(name: str, call: ast.Call) -> frozenset[str] | None:
    """The names of the facts, where all of them stand in the call."""
    if name == "Refused":
        named = [each.arg for each in call.keywords]
        return None if None in named else frozenset(each for each in named if each)
    if name == "Problem":
        given = call.args[3:4] + [each.value for each in call.keywords if each.arg == "facts"]
        if not given:
            return frozenset()
        if isinstance(given[0], ast.Dict) and None not in given[0].keys:
            return frozenset(text for key in given[0].keys if key for text in literals(key))
    return None


def unworded(kind: str, sentences: Mapping[str, str]) -> list[str]:
    return [f"{each.code} ({each.where})" for each in raised() if each.kind == kind and each.code not in sentences]


def test_every_refusal_is_worded() -> None:
    assert unworded("refused", REFUSALS) == []


def test_every_problem_is_worded() -> None:
    assert unworded("problem", PROBLEMS) == []


def test_every_slot_of_a_sentence_is_filled() -> None:
    wrong = []
    for each in raised():
        sentence = (REFUSALS if each.kind == "refused" else PROBLEMS).get(each.code, "")
        missing = set() if each.facts is None else slots(sentence) - each.facts - added_on_the_way(each)
        wrong += [f"{each.code} ({each.where}): {slot}" for slot in sorted(missing)]
    assert wrong == []


def added_on_the_way(what: Raised) -> set[str]:
    """Whoever reads a file for ``exchange`` adds its name to what is refused inside: tests/exchange/test_named_file."""
    return {"file"} if layer_of(what.where) == "exchange" else set()


def slots(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_no_sentence_is_unused() -> None:
    """A code may pass through a table or a parameter, so any text that equals it counts as its use."""
    used = {
        node.value
        for module, tree in modules().items()
        if module not in ("refusal_sentences", "problem_sentences")
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    } | {each.code for each in raised()}
    assert sorted((REFUSALS.keys() | PROBLEMS.keys()) - used) == []


def test_sentences_stand_in_the_order_of_their_codes() -> None:
    assert (list(REFUSALS), list(PROBLEMS)) == (sorted(REFUSALS), sorted(PROBLEMS))


def test_codes_and_facts_are_read_from_calls() -> None:
    source = """
raise Refused("one" if far else "two", file=name)
raise refused.Refused("three", **facts)
Problem(code="four", severity=STOP, where=here, facts={"people": names})
_problem("five", here)
"""
    found = [each for node in ast.walk(ast.parse(source)) for each in raised_by("domain.made", node)]
    assert [(each.kind, each.code, each.facts) for each in sorted(found, key=lambda each: each.code)] == [
        ("problem", "five", None),
        ("problem", "four", frozenset({"people"})),
        ("refused", "one", frozenset({"file"})),
        ("refused", "three", None),
        ("refused", "two", frozenset({"file"})),
    ]
