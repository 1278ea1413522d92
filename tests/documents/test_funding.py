import json

import pytest

from studyvisits.assets import resource
from studyvisits.documents.funding import FundingWords, funding_words, ready_text
from studyvisits.queries.funding import Funding, OwnStatement
from studyvisits.texts import texts_in

DZS = Funding("Erasmus+", "Dům zahraniční spolupráce", "2023-1-CZ01", "funded", ())


def test_a_czech_paper_of_a_czech_grant() -> None:
    assert funding_words(DZS, texts_in("cs"), year=2023).disclaimer == (
        "Financováno Evropskou unií. Vyjádřené názory a stanoviska představují názory a stanoviska autorů a nemusí "
        "nutně odrážet názory a stanoviska Evropské unie nebo Domu zahraniční spolupráce. Evropská unie ani "
        "poskytovatel grantu za ně nenesou odpovědnost."
    )


def test_an_english_paper_of_the_same_grant() -> None:
    assert funding_words(DZS, texts_in("en"), year=2023) == FundingWords(
        True,
        "Funded by the European Union",
        "Funded by the European Union. Views and opinions expressed are however those of the author(s) only and do not "
        "necessarily reflect those of the European Union or the Czech National Agency for International Education and "
        "Research. Neither the European Union nor the granting authority can be held responsible for them.",
        "Project number 2023-1-CZ01",
    )


@pytest.mark.parametrize("language", ["en", "cs", "fi", "sv", "bg", "sl", "de"])
def test_a_co_funded_disclaimer_opens_with_the_co_funded_sentence(language: str) -> None:
    ready = ready_text("co_funded", "Agency X", language)
    assert ready is not None
    assert ready.disclaimer is not None
    assert ready.disclaimer.startswith(f"{ready.statement}. ")
    assert "Agency X" in ready.disclaimer
    assert "{" not in ready.disclaimer


def test_eacea_is_inflected() -> None:
    ready = ready_text("funded", "EACEA", "fi")
    assert ready is not None
    assert ready.disclaimer is not None
    assert "Euroopan koulutuksen ja kulttuurin toimeenpanoviraston (EACEA) kantaa" in ready.disclaimer
    assert ready.disclaimer.endswith("Euroopan unioni ja EACEA eivät ole vastuussa niistä.")


def test_without_an_authority_the_disclaimer_is_left_out() -> None:
    words = funding_words(Funding(None, " ", None, "funded", ()), texts_in("sv"), year=2024)
    assert words == FundingWords(True, "Finansieras av Europeiska unionen", None, None)


def test_own_words_stand_before_ready_ones_and_english_last() -> None:
    own = (OwnStatement("cs", "Podpořeno", None), OwnStatement("en", None, "Ours."))
    profile = Funding(None, None, None, "funded", own)
    assert funding_words(profile, texts_in("cs"), year=2024) == FundingWords(True, "Podpořeno", "Ours.", None)
    assert funding_words(profile, texts_in("fi"), year=2024).statement == "Euroopan unionin rahoittama"


def test_a_language_without_ready_words_takes_english() -> None:
    assert funding_words(DZS, texts_in("it"), year=2024).statement == "Funded by the European Union"


def test_other_times_had_other_words() -> None:
    assert (
        funding_words(DZS, texts_in("fi"), year=2018).disclaimer == "Euroopan komissio ei vastaa julkaisun sisällöstä."
    )
    before = funding_words(DZS, texts_in("cs"), year=2006)
    assert (before.emblem, before.statement, before.disclaimer) == (False, None, None)


def test_nobody_funds() -> None:
    assert funding_words(None, texts_in("en"), year=2024) == FundingWords(False, None, None, None)
    assert ready_text("none", "EACEA", "en") is None


def test_every_ready_text_names_its_source_and_is_to_be_checked() -> None:
    told = json.loads(resource("statements.json").read_text(encoding="utf-8"))
    assert told["check_with_agency"] is True
    assert [one["language"] for one in told["texts"] if not (one["source"] and one["year"] >= 2014)] == []
