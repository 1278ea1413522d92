from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyvisits.domain.fields import CODES, checked
from studyvisits.domain.refusal import Refused


@pytest.mark.parametrize(
    ("table", "column", "given_value", "stored"),
    [
        ("persons", "family_name", "  Nova\u0301kova\u0301\u00a0", "Nováková"),
        ("persons", "family_name", "=1+1", "=1+1"),
        ("persons", "family_name", "O\x07\tNeill\r\nKelly", "O Neill Kelly"),
        ("persons", "note", " one\r\ntwo\r ", "one\ntwo"),
        ("persons", "email", " \n ", None),
        ("organisations", "country", "cz", "CZ"),
        ("organisations", "country", "EL", "GR"),
        ("organisations", "country", "uk", "GB"),
        ("persons", "nationality", "XK", "XK"),
        ("projects", "language", "pt_br", "pt-BR"),
        ("statements", "language", "SR-latn-rs", "sr-Latn-RS"),
        ("persons", "languages", "CS, en  sv;en", "cs en sv"),
        ("activities", "time_zone", "Europe/Prague", "Europe/Prague"),
        ("funding_profiles", "currency", "eur", "EUR"),
        ("sessions", "kind", "meal", "meal"),
        ("sessions", "start", 0, 0),
        ("sessions", "start", 1439, 1439),
        ("quotas", "places", 0, 0),
        ("funding_profiles", "rate", Decimal("75"), Decimal("75")),
        ("sessions", "day", date(2024, 6, 10), date(2024, 6, 10)),
        ("venues", "step_free", True, True),
        ("logos", "image", b"\0\1", b"\0\1"),
    ],
)
def test_a_value_is_kept_as_it_is_stored(table: str, column: str, given_value: object, stored: object) -> None:
    assert checked(table, column, given_value) == stored


@pytest.mark.parametrize(
    ("table", "column", "value", "code"),
    [
        ("persons", "family_name", "a\0b", "character_not_storable"),
        ("persons", "family_name", "\ud83d", "character_not_storable"),
        ("organisations", "country", "Czechia", "unknown_country"),
        ("persons", "nationality", "ZZ", "unknown_country"),
        ("projects", "language", "czech", "unknown_language"),
        ("persons", "languages", "cs, english", "unknown_language"),
        ("activities", "time_zone", "Europe/Praha", "unknown_zone"),
        ("activities", "time_zone", "../../etc/passwd", "unknown_zone"),
        ("funding_profiles", "currency", "€", "unknown_currency"),
        ("sessions", "kind", "lunch", "unknown_code"),
        ("sessions", "start", 1440, "number_out_of_range"),
        ("sessions", "start", -1, "number_out_of_range"),
        ("sessions", "minutes", 0, "number_out_of_range"),
        ("quotas", "places", -1, "number_out_of_range"),
        ("sessions", "order", 2**31, "number_out_of_range"),
        ("venues", "latitude", float("nan"), "number_not_finite"),
        ("funding_profiles", "amount", Decimal("Infinity"), "number_not_finite"),
        ("sessions", "day", date(204, 6, 10), "day_out_of_range"),
    ],
)
def test_what_no_row_can_hold_is_refused(table: str, column: str, value: object, code: str) -> None:
    with pytest.raises(Refused) as refused:
        checked(table, column, value)
    assert refused.value.code == code


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0")), st.sampled_from(["title", "notes"]))
def test_checking_twice_changes_nothing(text: str, column: str) -> None:
    once = checked("sessions", column, text)
    assert checked("sessions", column, once) == once


def test_every_code_of_a_list_is_taken() -> None:
    taken = {place: [checked(*place, str(code)) for code in codes] for place, codes in CODES.items()}
    assert taken == {place: [str(code) for code in codes] for place, codes in CODES.items()}
