"""Whatever stands in a plan, it is taken in or refused with words; nothing else happens."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from studyvisits.commands.plans import import_plan
from studyvisits.domain.refusal import Refused
from studyvisits.exchange.plans import plan_from, plan_text, read_plan
from studyvisits.queries.plans import plan_rows
from studyvisits.texts import texts_in
from studyvisits.wording import refusal_text
from tests.exchange.new_files import new_file
from tests.exchange.test_plans import TOP, rotation

WHOLE: dict[str, Any] = {
    "format": 1,
    "project": {
        "title": "T",
        "first_day": "2024-01-01",
        "web_pages": ["https://example.org"],
        "funding": {"amount": "1.50", "rate": 75, "statements": [{"language": "cs", "statement": "S"}]},
        "professions": [{"one": "streetworker"}],
        "import_mappings": [{"headings": ["a"], "columns": {"a": "family_name"}, "values": {}}],
        **rotation(
            dates="2024-03-11",
            days=5,
            start="09:00",
            ends="10:00",
            country="CZ",
            working_languages=["en"],
            hosts=[{"partner": "FI", "leading": True}],
            quotas=[{"partner": "FI", "profession": "streetworker", "places": 2}],
            participations=[
                {"member": "Anna Malá", "roles": ["participant"], "arrival_day": 0, "arrival_time": "18:40"},
                {"member": "Malá", "replaces": "Anna Malá"},
            ],
            head_counts=[{"number": 74, "sector": "ngo"}],
            parts=[{"title": "Course", "kind": "course"}],
            groupings=[{"name": "Tables", "part": "Course", "groups": [{"name": "A", "people": ["Malá"]}]}],
            sessions=[
                {
                    "title": "S",
                    "day": "2024-03-12",
                    "start": "9:00",
                    "minutes": 30,
                    "venue": "Hall",
                    "audience": {"groups": ["Tables/A"], "local": True},
                    "people": [{"person": "Malá", "role": "speaker"}, {"words": "guest"}],
                }
            ],
        ),
    },
    **TOP,
    "venues": [{"name": "Hall", "latitude": 50.1, "capacity": 20, "step_free": True}],
}

ODD_TEXTS = (
    *("", " ", "2024-13-45", "2024-02-30", "0000-00", "9999-12-31", "99:99", "00:00", "XX", "~", "\x00", "\ud800"),
    *("\u2028", "A" * 300, "=1+1", "<b>", "../..", "Malá", "FI", "Tables/A", "null", "1e999", "Europe/", "{title}"),
)
TEXTS = st.text(max_size=8) | st.sampled_from(ODD_TEXTS)
NUMBERS = st.sampled_from([0, -1, 1, 10**9, 10**18, 10**30, 1e300, -0.5, 1e-300, True, False]) | st.integers()
VALUES = st.recursive(
    st.none() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path] * bool(path) + [each for key, item in inner for each in places(item, (*path, key))]


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
@given(data=st.data())
def test_a_plan_with_something_wrong_in_it_is_taken_or_refused(data: st.DataObject) -> None:
    document = copy.deepcopy(WHOLE)
    for _ in range(data.draw(st.integers(1, 3))):
        *way, last = data.draw(st.sampled_from(places(document)))
        around = document
        for step in way:
            around = around[step]
        match data.draw(st.sampled_from(["other", "gone", "added", "twice"])):
            case "other":
                around[last] = data.draw(VALUES)
            case "gone":
                del around[last]
            case "added" if isinstance(around, dict):
                around[data.draw(TEXTS)] = data.draw(VALUES)
            case _ if isinstance(around, list):
                around.append(copy.deepcopy(around[last]))
    with new_file() as db:
        try:
            project = import_plan(db, plan=plan_from(json.dumps(document).encode(), name="p.json")).project
        except Refused as refused:
            sentence = refusal_text(refused, texts_in("en"))
        else:
            sentence = ""
            text = plan_text(plan_rows(db, project=project))
            with new_file() as second:
                again = import_plan(second, plan=plan_from(text.encode(), name="again.json")).project
                assert plan_text(plan_rows(second, project=again)) == text
    assert "{" not in sentence.replace("{…}", "").replace("{title}", "")


def test_nothing_wrong_is_taken() -> None:
    plan_from(json.dumps(WHOLE).encode(), name="p.json")


def test_a_folder_is_refused_by_a_name_that_shows() -> None:
    with pytest.raises(Refused) as refused:
        read_plan(Path())
    assert (refused.value.code, refused.value.facts["file"]) == ("plan_unreadable", ".")
