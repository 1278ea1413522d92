"""Problems and refusals as sentences, for window, command line and paper.

A sentence's slots are the facts' names. Facts that are dates, countries, kinds or several names are written as the
language writes them.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from studyvisits.domain.problem import Problem
from studyvisits.domain.refusal import Refused
from studyvisits.texts import Texts, mark

REFUSALS: dict[str, str] = {
    "file_in_use": mark("{file} is open in another window of Study Visits. Close it there and try again."),
}
"""One sentence for each code of ``Refused``: what is wrong, where, and what to do."""

PROBLEMS: dict[str, str] = {
    "session_clash": mark("{people} would be in “{first}” and “{second}” at the same time, {when}."),
}
"""One sentence for each code of ``Problem``."""


def refusal_text(refused: Refused, texts: Texts) -> str:
    return _filled(REFUSALS[refused.code], refused.facts, texts)


def problem_text(problem: Problem, texts: Texts) -> str:
    return _filled(PROBLEMS[problem.code], problem.facts, texts)


def _filled(sentence: str, facts: Mapping[str, object], texts: Texts) -> str:
    return texts.gettext(sentence).format(**{name: _said(name, fact, texts) for name, fact in facts.items()})


def _said(name: str, fact: object, texts: Texts) -> str:
    match fact:
        case StrEnum():
            return texts.label(fact)
        case date():
            return texts.day_year(fact)
        case bool() | None:
            return ""
        case tuple() | list():
            return texts.list_of([_said(name, part, texts) for part in fact])
        case str() if name == "country":
            return texts.country(fact)
        case _:
            return str(fact)
