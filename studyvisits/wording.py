"""Problems and refusals as sentences, for window, command line and paper.

A sentence's slots are the facts' names. Facts that are dates, times, countries, kinds or several names are written as
the language writes them. A code without a sentence raises KeyError.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

from studyvisits.domain.problem import Problem, Where
from studyvisits.domain.problem_facts import DayNumber, Moment, Span, Times, Title
from studyvisits.domain.refusal import Refused
from studyvisits.problem_sentences import COUNTED, PROBLEMS
from studyvisits.refusal_sentences import REFUSALS
from studyvisits.texts import Texts

MOST_NAMES = 5


def refusal_text(refused: Refused, texts: Texts) -> str:
    sentence = _filled(REFUSALS[refused.code], refused.facts, texts)
    if refused.facts.get("last_good"):
        sentence += " " + _filled(REFUSALS["last_good_copy"], refused.facts, texts)
    if "path" in refused.facts and "file" in refused.facts:
        sentence += " " + _filled(REFUSALS["plan_place"], refused.facts, texts)
    return sentence


def problem_text(problem: Problem, texts: Texts) -> str:
    counted = COUNTED.get(problem.code)
    if counted is None:
        return _filled(PROBLEMS[problem.code], problem.facts, texts)
    fact = problem.facts[counted.by]
    number = fact if isinstance(fact, int) else len(fact) if isinstance(fact, tuple) else 1
    return _with_facts(counted.form(texts, number), problem.facts, texts)


def where_title(where: Where, texts: Texts) -> str:
    """What the row of a problem is called; an activity without a title by its kind."""
    return _name(where.title, texts)


def _filled(sentence: str, facts: Mapping[str, object], texts: Texts) -> str:
    return _with_facts(texts.gettext(sentence), facts, texts)


def _with_facts(sentence: str, facts: Mapping[str, object], texts: Texts) -> str:
    return sentence.format(**{name: _said(name, fact, texts) for name, fact in facts.items()})


def _name(name: str, texts: Texts) -> str:
    return texts.label(name) if isinstance(name, StrEnum) else name


def _title(title: Title, texts: Texts) -> str:
    if title.of is None:
        return texts.gettext("“{title}”").format(title=_name(title.text, texts))
    return texts.gettext("“{title}” ({activity})").format(
        title=_name(title.text, texts), activity=_name(title.of, texts)
    )


def _shortened(names: list[str], texts: Texts) -> list[str]:
    """Nobody reads a sentence of forty names; ``Problem.others`` has them all."""
    if len(names) <= MOST_NAMES + 1:
        return names
    rest = len(names) - MOST_NAMES
    return [*names[:MOST_NAMES], texts.ngettext("{n} more", "{n} more", rest).format(n=rest)]


def _span(span: Span, texts: Texts) -> str:
    match span:
        case Span(date() as first, date() as last):
            return texts.span(first, last)
        case Span(DayNumber(first), DayNumber(last)) if first != last:
            return texts.gettext("Days {first}–{last}").format(first=first, last=last)
    return _said("day", span.first, texts)


def _moment(moment: Moment, texts: Texts) -> str:
    day = _said("day", moment.day, texts)
    if moment.time is None:
        return day
    return texts.gettext("{day}, {time}").format(day=day, time=texts.time(moment.time))


def _said(name: str, fact: object, texts: Texts) -> str:
    match fact:
        case StrEnum():
            return texts.label(fact)
        case date():
            return texts.day_year(fact)
        case Title():
            return _title(fact, texts)
        case DayNumber():
            return texts.gettext("Day {number}").format(number=fact.number)
        case Span():
            return _span(fact, texts)
        case Times():
            return texts.times(fact.start, fact.minutes)
        case Moment():
            return _moment(fact, texts)
        case Decimal():
            return texts.number(fact)
        case bool() | None:
            return ""
        case tuple() | list():
            said = [_said(name, part, texts) for part in fact]
            return texts.list_of(_shortened(said, texts) if name == "people" else said)
        case str() if name == "country":
            return texts.country(fact)
        case _:
            return str(fact)
