from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from studyvisits.domain.plan import FORMAT
from studyvisits.domain.refusal import Refused
from studyvisits.exchange.plan_schema import check_plan, plan_schema
from studyvisits.exchange.plans import schema_text

SCHEMA = Path(__file__).parents[2] / "resources" / "plan.schema.json"


def test_the_schema_that_ships_is_the_one_that_plans_are_checked_with(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--accept"):
        SCHEMA.write_text(schema_text(), encoding="utf-8", newline="\n")
    assert SCHEMA.read_text(encoding="utf-8") == schema_text()


def test_the_schema_is_one_of_draft_2020_12() -> None:
    from jsonschema import Draft202012Validator

    Draft202012Validator.check_schema(plan_schema())


def properties(schema: Any, path: str = "$") -> Iterator[tuple[str, Any]]:
    if isinstance(schema, dict):
        for name, inner in schema.get("properties", {}).items() if isinstance(schema.get("properties"), dict) else ():
            yield f"{path}.{name}", inner
        for name, inner in schema.items():
            yield from properties(inner, f"{path}.{name}")


def test_every_property_is_described_and_nothing_unknown_is_taken() -> None:
    schema = plan_schema()
    undescribed = [path for path, inner in properties(schema) if not str(inner.get("description", "")).endswith(".")]
    assert undescribed == []
    objects = [schema, *schema["$defs"].values()]
    assert {(inner["type"], inner["additionalProperties"]) for inner in objects} == {("object", False)}


def refusal(document: object) -> tuple[str, dict[str, object]]:
    with pytest.raises(Refused) as caught:
        check_plan(document)
    return caught.value.code, dict(caught.value.facts)


def plan(**project: object) -> dict[str, object]:
    return {"format": FORMAT, "project": {"title": "T", **project}}


@pytest.mark.parametrize(
    ("project", "code", "facts"),
    [
        ({"title": ""}, "plan_empty_field", {"path": "$.project.title"}),
        ({"title": 7}, "plan_wrong_type", {"path": "$.project.title", "value": "7", "expected": "string"}),
        ({"title": None}, "plan_wrong_type", {"path": "$.project.title", "value": "None", "expected": "string"}),
        ({"partners": {}}, "plan_wrong_type", {"path": "$.project.partners", "value": "{…}", "expected": "array"}),
        ({"partners": [{}]}, "plan_missing_field", {"path": "$.project.partners[0]", "field": "organisation"}),
        (
            {"first_day": "1.9.2018"},
            "plan_malformed",
            {"path": "$.project.first_day", "value": "1.9.2018", "example": "2024-03-11"},
        ),
        (
            {"funding": {"rate": 101}},
            "plan_number_out_of_range",
            {"path": "$.project.funding.rate", "value": "101", "least": 0, "most": 100},
        ),
        (
            {"funding": {"kind": "gift"}},
            "plan_unknown_code",
            {"path": "$.project.funding.kind", "value": "gift", "allowed": "funded, co_funded, none"},
        ),
        (
            {"professions": [{"one": "x", "zwei": 2}]},
            "plan_unknown_field",
            {"path": "$.project.professions[0]", "field": "zwei", "known": "ref, uid, one, many, sign"},
        ),
        ({"uid": "ABC"}, "plan_malformed", {"path": "$.project.uid", "value": "ABC"}),
        ({"title": ["x" * 1000]}, "plan_wrong_type", {"path": "$.project.title", "value": "[…]", "expected": "string"}),
        (
            {"import_mappings": [{"headings": ["a"], "columns": {"a": 5}, "values": {}}]},
            "plan_wrong_type",
            {"path": "$.project.import_mappings[0].columns.a", "value": "5", "expected": "string / null"},
        ),
        (
            {"import_mappings": [{"headings": ["a"], "columns": {}, "values": {"partner": "FI"}}]},
            "plan_wrong_type",
            {"path": "$.project.import_mappings[0].values.partner", "value": "FI", "expected": "object"},
        ),
        ({"web_pages": ["a", 3]}, "plan_wrong_type", {"path": "$.project.web_pages[1]", "value": "3"}),
    ],
)
def test_a_breach_is_told_by_path_and_reason(project: dict[str, object], code: str, facts: dict[str, object]) -> None:
    found = refusal(plan(**project))
    assert (found[0], {name: found[1][name] for name in facts}) == (code, facts)


@pytest.mark.parametrize(
    ("document", "code", "path"),
    [
        ([], "plan_wrong_type", "$"),
        ({}, "plan_missing_field", "$"),
        ({"format": 1}, "plan_missing_field", "$"),
        ({"format": 0, "project": {"title": "T"}}, "plan_malformed", "$.format"),
        ({"format": FORMAT + 1, "anything": []}, "plan_newer", "$.format"),
        ({"format": 10**400, "project": {"title": "T"}}, "plan_newer", "$.format"),
        ({"format": "1", "project": {"title": "T"}}, "plan_malformed", "$.format"),
    ],
)
def test_what_is_no_plan_of_this_format_is_refused(document: object, code: str, path: str) -> None:
    found = refusal(document)
    assert (found[0], found[1]["path"]) == (code, path)


def test_editors_may_be_told_where_the_schema_is() -> None:
    check_plan({"$schema": "plan.schema.json", **plan()})
