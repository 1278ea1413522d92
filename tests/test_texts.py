"""Words of four languages, and what is left of a language without a catalogue."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyvisits.domain import kinds
from studyvisits.labels import LABELS
from studyvisits.texts import LANGUAGES, texts_in

MONDAY = date(2024, 6, 10)
NO_BREAK = "\u00a0"


@pytest.mark.parametrize(
    ("language", "day", "day_year", "day_short", "month"),
    [
        ("en", "Monday 10 June", "10 June 2024", "10 Jun", "June 2024"),
        ("cs", "pondělí 10. června", "10. června 2024", "10. 6.", "červen 2024"),
        ("fi", "maanantai 10. kesäkuuta", "10. kesäkuuta 2024", "10.6.", "kesäkuu 2024"),
        ("sv", "måndag 10 juni", "10 juni 2024", "10 juni", "juni 2024"),
        ("de", "Montag, 10. Juni", "10. Juni 2024", "10. Juni", "Juni 2024"),
        ("bg", "понеделник, 10 юни", "10 юни 2024 г.", "10.06", "юни 2024 г."),
        ("es", "lunes, 10 de junio", "10 de junio de 2024", "10 jun", "junio de 2024"),
        ("hu", "június 10., hétfő", "2024. június 10.", "jún. 10.", "2024. június"),
    ],
)
def test_days(language: str, day: str, day_year: str, day_short: str, month: str) -> None:
    texts = texts_in(language)
    made = (texts.day(MONDAY), texts.day_year(MONDAY), texts.day_short(MONDAY), texts.month(MONDAY))
    assert tuple(text.replace("\u202f", " ").replace(NO_BREAK, " ") for text in made) == (
        day,
        day_year,
        day_short,
        month,
    )


@pytest.mark.parametrize(
    ("language", "in_a_month", "over_months", "over_years"),
    [
        ("en", "10–14 June 2024", "28 June – 2 July 2024", "30 December 2024 – 2 January 2025"),
        ("cs", "10.–14. června 2024", "28. června – 2. července 2024", "30. prosince 2024 – 2. ledna 2025"),
        (
            "fi",
            "10.–14. kesäkuuta 2024",
            "28. kesäkuuta – 2. heinäkuuta 2024",
            "30. joulukuuta 2024 – 2. tammikuuta 2025",
        ),
        ("sv", "10–14 juni 2024", "28 juni–2 juli 2024", "30 december 2024–2 januari 2025"),
        (
            "es",
            "10–14 de junio de 2024",
            "28 de junio – 2 de julio de 2024",
            "30 de diciembre de 2024 – 2 de enero de 2025",
        ),
        ("hu", "2024. jún. 10–14.", "2024. jún. 28.–júl. 2.", "2024. dec. 30.–2025. jan. 2."),
    ],
)
def test_spans(language: str, in_a_month: str, over_months: str, over_years: str) -> None:
    texts = texts_in(language)
    assert texts.span(MONDAY, date(2024, 6, 14)) == in_a_month
    assert texts.span(date(2024, 6, 28), date(2024, 7, 2)) == over_months
    assert texts.span(date(2024, 12, 30), date(2025, 1, 2)) == over_years


@given(st.dates(date(1850, 1, 1), date(2200, 12, 31)), st.sampled_from([*LANGUAGES, "de", "hu", "xx"]))
def test_a_span_of_one_day_is_that_day(day: date, language: str) -> None:
    texts = texts_in(language)
    assert texts.span(day, day) == texts.day_year(day)


@pytest.mark.parametrize(
    ("language", "times"),
    [
        ("en", ["9:00", "0:05", "9:00–9:15", "23:30–1:00", "14:30"]),
        ("cs", ["9:00", "0:05", "9:00–9:15", "23:30–1:00", "14:30"]),
        ("fi", ["9.00", "0.05", "9.00–9.15", "23.30–1.00", "14.30"]),
        ("sv", ["09:00", "00:05", "09:00–09:15", "23:30–01:00", "14:30"]),
    ],
)
def test_times(language: str, times: list[str]) -> None:
    texts = texts_in(language)
    spans = [texts.times(540, 15), texts.times(1410, 90), texts.times(870, None)]
    assert [texts.time(540), texts.time(1445), *spans] == times


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["Czechia", "English", "a, b and c", "85,440", "€85,440.00", "CZK 85,440", "62.5%"]),
        ("cs", ["Česko", "angličtina", "a, b a c", "85 440", "85 440,00 €", "85 440 Kč", "62,5 %"]),
        ("fi", ["Tšekki", "englanti", "a, b ja c", "85 440", "85 440,00 €", "85 440 CZK", "62,5 %"]),
        ("sv", ["Tjeckien", "engelska", "a, b och c", "85 440", "85 440,00 €", "85 440 CZK", "62,5 %"]),
    ],
)
def test_words_of_the_world(language: str, words: list[str]) -> None:
    texts = texts_in(language)
    made = [
        texts.country("CZ"),
        texts.language_name("en"),
        texts.list_of(["a", "b", "c"]),
        texts.number(85440),
        texts.amount(Decimal("85440.00"), "EUR"),
        texts.amount(Decimal(85440), "CZK"),
        texts.percent(Decimal("62.50")),
    ]
    assert [text.replace(NO_BREAK, " ") for text in made] == words


def test_what_nobody_knows_stays_as_it_is() -> None:
    texts = texts_in("en")
    assert (texts.country("QQ"), texts.language_name("qqq"), texts.list_of([]), texts.list_of(["a"])) == (
        "QQ",
        "qqq",
        "",
        "a",
    )
    assert texts.amount(Decimal("85440.00"), None) == "85,440.00"
    assert texts.gettext("") == ""


def test_without_a_catalogue_labels_are_english_and_days_the_languages_own() -> None:
    german, nonsense = texts_in("de"), texts_in("not a language")
    assert (german.label(kinds.ActivityKind.STUDY_VISIT), german.month(MONDAY)) == ("Study visit", "Juni 2024")
    assert (nonsense.gettext("Venue"), nonsense.day(MONDAY)) == ("Venue", "Monday 10 June")


def test_a_region_keeps_the_language() -> None:
    assert texts_in("cs-CZ").month(MONDAY) == texts_in("cs_CZ").month(MONDAY) == "červen 2024"
    assert texts_in("en").language_name("pt-BR") == "Brazilian Portuguese"


def test_every_value_of_the_code_lists_has_a_label() -> None:
    lists = {each for each in vars(kinds).values() if isinstance(each, type) and issubclass(each, StrEnum)} - {StrEnum}
    assert {each: set(LABELS.get(each, ())) for each in lists} == {
        each: {value.value for value in each} for each in lists
    }
    assert texts_in("en").label(kinds.Role.SPEAKER) == "Speaker"
