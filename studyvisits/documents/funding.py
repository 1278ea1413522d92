"""What a paper says of who pays: the profile's own words, else the ready ones, which are to be checked with the agency.

The ready texts lie in ``resources/statements.json`` with source and year. They belong to a programming period: a
project of 2006 does not get the sentences of 2021.
"""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from studyvisits.assets import resource
from studyvisits.domain.funding_period import period_of
from studyvisits.domain.kinds import FundingKind
from studyvisits.queries.funding import Funding
from studyvisits.texts import Texts


@dataclass(frozen=True, slots=True)
class ReadyText:
    """Each may be empty. ``source`` and ``year`` say where the words come from; they are always to be checked with the
    agency that gave the grant."""

    language: str
    statement: str | None
    disclaimer: str | None
    source: str
    year: int


@dataclass(frozen=True, slots=True)
class FundingWords:
    """``emblem``: the European emblem stands beside the statement; never alone, as a paper without words would claim
    money without saying whose."""

    emblem: bool
    statement: str | None
    disclaimer: str | None
    number: str | None


def funding_words(funding: Funding | None, texts: Texts, *, year: int | None) -> FundingWords:
    """Return what stands on a paper of a project that began in ``year``: in the paper's language the profile's own
    text, else the ready one, else the same in English. A line with an empty slot is left out."""
    if funding is None:
        return FundingWords(False, None, None, None)
    said = [_said(funding, language, year) for language in _languages(texts.language)]
    statement = next((one for one, _ in said if one), None)
    disclaimer = next((one for _, one in said if one), None)
    emblem = funding.kind in (FundingKind.FUNDED, FundingKind.CO_FUNDED) and bool(statement or disclaimer)
    number = (funding.grant_number or "").strip()
    label = texts.gettext("Project number {number}").format(number=number) if number else None
    return FundingWords(emblem, statement, disclaimer, label)


def ready_text(kind: str | None, authority: str | None, language: str, *, year: int | None = None) -> ReadyText | None:
    """Return the ready words of a language for money of the European Union; None where there are none for that
    language and time, and where nobody said that it is funded. Without an authority the disclaimer that names it is
    left out."""
    found = _entry(language, year)
    if found is None or kind not in (FundingKind.FUNDED, FundingKind.CO_FUNDED):
        return None
    statement: str | None = found.get(kind)
    disclaimer: str = found["disclaimer"]
    slots = {"statement": statement, **_authority(found, language, (authority or "").strip())}
    missing = any(f"{{{slot}}}" in disclaimer and not filled for slot, filled in slots.items())
    return ReadyText(
        language, statement, None if missing else disclaimer.format(**slots), found["source"], found["year"]
    )


def _languages(language: str) -> list[str]:
    short = language.replace("_", "-").split("-")[0].lower()
    return list(dict.fromkeys((language, short, "en")))


def _said(funding: Funding, language: str, year: int | None) -> tuple[str | None, str | None]:
    """Statement and disclaimer in one language, each the profile's own before the ready one."""
    own = next((one for one in funding.statements if one.language.lower() == language.lower()), None)
    ready = ready_text(funding.kind, funding.granting_authority, language, year=year)
    return (
        (own.statement if own else None) or (ready.statement if ready else None),
        (own.disclaimer if own else None) or (ready.disclaimer if ready else None),
    )


def _entry(language: str, year: int | None) -> dict[str, Any] | None:
    period = period_of(year)
    return next(
        (one for one in _texts()["texts"] if one["language"] == language and (one["from"], one["until"]) == period),
        None,
    )


def _authority(entry: dict[str, Any], language: str, name: str) -> dict[str, str]:
    """The name as the sentence inflects it, where it is known; else beside a word that can be inflected."""
    if not name:
        return {"authority": "", "answerable": ""}
    for known in _texts()["authorities"]:
        if name.casefold() in (one.casefold() for one in known["names"]) and language in known["in"]:
            authority, answerable = known["in"][language]
            return {"authority": authority, "answerable": answerable}
    if "of_any_authority" not in entry:
        return {}
    return {
        "authority": entry["of_any_authority"].replace("{authority}", name),
        "answerable": entry["any_authority_answers"],
    }


@cache
def _texts() -> dict[str, Any]:
    texts: dict[str, Any] = json.loads(resource("statements.json").read_text(encoding="utf-8"))
    return texts
