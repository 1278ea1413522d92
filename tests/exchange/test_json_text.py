import json
from decimal import Decimal

import pytest

from studyvisits.domain.refusal import Refused
from studyvisits.exchange import json_text as module
from studyvisits.exchange.json_text import MOST_BYTES, MOST_VALUES, json_text, json_value


def refused(content: bytes) -> tuple[str, dict[str, object]]:
    with pytest.raises(Refused) as caught:
        json_value(content, file="p.json")
    return caught.value.code, dict(caught.value.facts)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_whatever_windows_saves_as_unicode_is_read(encoding: str) -> None:
    assert json_value('{"a": ["Říha", 1.50, 2]}'.encode(encoding), file="p") == {"a": ["Říha", Decimal("1.50"), 2]}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ('{"a": "Říha"}'.encode("cp1250"), "plan_not_utf8"),
        (b"\xff\xfe\x00\xd8", "plan_not_utf8"),
        (b"[NaN]", "plan_not_a_number"),
        (b"[-Infinity]", "plan_not_a_number"),
        (b"[" + b"9" * 5000 + b"]", "plan_not_a_number"),
        (b"[" * 50_000 + b"]" * 50_000, "plan_too_deep"),
        (b"[" * 70 + b"]" * 70, "plan_too_deep"),
        (b'{"a":' * 5_000 + b"1" + b"}" * 5_000, "plan_too_deep"),
        (b"[" + b"[]," * MOST_VALUES + b"[]]", "plan_too_full"),
        (b" " * (MOST_BYTES + 1), "plan_too_large"),
    ],
)
def test_what_is_no_plan_is_refused_by_name(content: bytes, code: str) -> None:
    assert refused(content)[0] == code
    assert refused(content)[1]["file"] == "p.json"


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [(b"", 1, 1), (b'{"a": 1,\n "b": }', 2, 7), (b"{} {}", 1, 4), (b"PK\x03\x04", 1, 1)],
)
def test_broken_json_is_told_by_line_and_column(content: bytes, line: int, column: int) -> None:
    assert refused(content) == ("plan_not_json", {"file": "p.json", "line": line, "column": column})


def test_a_property_named_twice_is_told_by_its_place() -> None:
    assert refused(b'{"a": [{"b": 1, "c": 2, "b": 3}]}') == ("plan_key_twice", {"path": "$.a[0]", "key": "b"})


@pytest.mark.parametrize("text", ["\\u0000", "\\ud800", "x\\udfffy"])
def test_texts_that_no_file_can_hold_are_told_by_their_place(text: str) -> None:
    assert refused(f'{{"a": ["{text}"]}}'.encode()) == ("plan_text_not_storable", {"path": "$.a[0]"})
    assert refused(f'{{"a": {{"{text}": 1}}}}'.encode())[1] == {"path": "$.a"}


def test_pairs_of_surrogates_are_letters() -> None:
    assert json_value(b'["\\ud83d\\ude42"]', file="p") == ["🙂"]


def test_what_fits_stays_on_a_line_and_the_rest_is_broken() -> None:
    value = {"a": [1, 2], "b": ["x" * 60, "y" * 60], "č": {}, "d": "z" * 200}
    assert json_text(value) == (
        '{\n  "a": [1, 2],\n  "b": [\n    "' + "x" * 60 + '",\n    "' + "y" * 60 + '"\n  ],\n  "č": {},\n  "d": "'
        + "z" * 200 + '"\n}\n'
    )  # fmt: skip
    assert json.loads(json_text(value)) == value
    assert max(len(line) for line in json_text([[1] * 30] * 9).splitlines()) <= module.WIDEST
