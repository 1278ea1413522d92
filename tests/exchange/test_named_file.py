"""Whatever goes wrong while something is read, the refusal names it: each code of a sheet through each way in."""

import marshal
import subprocess
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from studyvisits.domain.people_read import Answers
from studyvisits.domain.refusal import Refused
from studyvisits.domain.sheet import Sheet, Workbook
from studyvisits.exchange import delimited_text, people_sheet, plans, sheets
from studyvisits.exchange.people_sheet import understand_people
from studyvisits.exchange.plans import plan_from
from studyvisits.exchange.sheets import pasted_people, piped_people, read_people_sheet
from studyvisits.refusal_sentences import REFUSALS
from tests.test_architecture import imports, layer_of, ours

CODES = sorted(code for code in REFUSALS if code.startswith("sheet_"))
FILE = "people.csv"


def from_process(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The process that reads answers with a refusal, as ``sheet_process.main`` marshals it."""
    answer = marshal.dumps(("refused", code, {"row": 2}))
    done: subprocess.CompletedProcess[bytes] = subprocess.CompletedProcess((), 0, answer, b"")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: done)
    Path(FILE).write_text("Name\n")
    read_people_sheet(Path(FILE))


def before_the_process(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "_size", raising(code))
    read_people_sheet(Path(FILE))


def pasted(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited_text, "rows_of", raising(code))
    pasted_people("Name\n")


def piped(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited_text, "decode", raising(code))
    piped_people(b"Name\n", file=FILE)


def understood(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people_sheet, "find_table", raising(code))
    book = Workbook(file=FILE, sheets=(Sheet(name="", rows=[["Name"], ["Anna"]]),))
    understand_people(book, answers=Answers(), remembered={}, today=date(2024, 1, 15), with_activity=False)


def planned(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plans, "json_value", raising(code))
    plan_from(b"{}", name=FILE)


WAYS_IN = (from_process, before_the_process, pasted, piped, understood, planned)


def raising(code: str) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise Refused(code, row=2)

    return fail


@pytest.mark.parametrize("way", WAYS_IN, ids=lambda way: way.__name__)
def test_every_refusal_of_a_sheet_names_what_was_read(
    way: Callable[[str, pytest.MonkeyPatch], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = {}
    for code in CODES:
        with monkeypatch.context() as patched, pytest.raises(Refused) as refused:
            way(code, patched)
        told[refused.value.code] = refused.value.facts

    name = sheets.PASTED if way is pasted else FILE
    assert told == {code: {"file": name, "row": 2} for code in CODES}


def test_nobody_outside_calls_what_does_not_name_it() -> None:
    """A new function that others call to read something needs its way in above, or a reason why not here."""
    tried = {"read_people_sheet", "piped_people", "understand_people", "read_plan"}
    harmless = {
        "decode",  # within ``reading_of``
        "json_value",  # asks for the name
        "main",  # the process that reads: the one that started it adds the name
        "plan_text",
        "reading_of",
        "MAX_BYTES",
        "MOST_BYTES",
        "READ_SHEET",
    }

    called = set(names_taken_from_exchange())

    assert called == tried | harmless


def names_taken_from_exchange() -> Iterable[str]:
    for each in imports():
        if layer_of(each.module) != "exchange" and any(layer_of(target) == "exchange" for target in ours(each)):
            yield from each.names
