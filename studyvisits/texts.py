"""Words for people: labels and sentences from the catalogues; days, numbers, countries from the CLDR.

Messages are English, with named slots: ``texts.gettext("Page {page} of {pages}").format(page=1, pages=3)``. What stands
in a constant is marked with ``mark`` and looked up later. Babel is loaded at the first word of the CLDR, not before.
"""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from studyvisits.catalogues import LANGUAGES, catalogue, mark, mark_in
from studyvisits.labels import LABELS
from studyvisits.towns import zone_of

if TYPE_CHECKING:
    from babel import Locale

__all__ = ["LANGUAGES", "Texts", "mark", "mark_in", "texts_in", "zone_of"]


class Texts:
    """The words of one language. Without a catalogue the labels are English, days and countries the language's own."""

    zone_of = staticmethod(zone_of)

    def __init__(self, language: str) -> None:
        self.language = language
        self._catalogue = catalogue(re.split("[-_]", language)[0].lower())

    @cached_property
    def locale(self) -> "Locale":
        from babel import Locale, UnknownLocaleError

        if self.language == "en":
            return Locale("en", "GB")
        try:
            return Locale.parse(self.language.replace("-", "_"))
        except (UnknownLocaleError, ValueError, TypeError):
            return Locale("en", "GB")

    def gettext(self, message: str) -> str:
        return self._catalogue.gettext(message) if message else ""

    def ngettext(self, one: str, many: str, n: int) -> str:
        return self._catalogue.ngettext(one, many, n)

    def pgettext(self, context: str, message: str) -> str:
        return self._catalogue.pgettext(context, message)

    def label(self, value: StrEnum) -> str:
        """What a value of ``studyvisits.domain.kinds`` is called where it stands alone: "Study visit"."""
        return self.pgettext(*LABELS[type(value)][value.value])

    def day(self, of: date) -> str:
        """ "Monday 10 June"."""
        from studyvisits import dates_in_words

        return dates_in_words.day(self.locale, of)

    def day_year(self, of: date) -> str:
        """ "10 June 2024"."""
        from studyvisits import dates_in_words

        return dates_in_words.day_year(self.locale, of)

    def day_short(self, of: date) -> str:
        """ "10 Jun"."""
        from studyvisits import dates_in_words

        return dates_in_words.day_short(self.locale, of)

    def month(self, of: date) -> str:
        """ "March 2024"."""
        from studyvisits import dates_in_words

        return dates_in_words.month(self.locale, of)

    def span(self, first: date, last: date) -> str:
        """ "10–14 June 2024"; one day alone when both are the same."""
        from studyvisits import dates_in_words

        return dates_in_words.span(self.locale, first, last)

    def time(self, minutes: int) -> str:
        """ "9:00" for minutes since midnight; past the end of the day it begins again at 0:00."""
        from studyvisits import dates_in_words

        return dates_in_words.time(self.locale, minutes)

    def times(self, start: int, minutes: int | None) -> str:
        """ "9:00–9:15"; without a length in minutes the start alone."""
        begin = self.time(start)
        return begin if minutes is None else f"{begin}–{self.time(start + minutes)}"

    def country(self, code: str) -> str:
        """The name of a country by ISO 3166-1 alpha-2; an unknown code stays as it is."""
        name: str = self.locale.territories.get(code.upper(), code)
        return name

    def language_name(self, code: str) -> str:
        """The name of a language by its code, "English"; an unknown code stays as it is."""
        names = self.locale.languages
        name: str = names.get(code.replace("-", "_")) or names.get(code.lower().split("-")[0]) or code
        return name

    def list_of(self, words: Sequence[str]) -> str:
        """ "Jana, Petr and Eva"."""
        from babel.lists import format_list

        return format_list(list(words), locale=self.locale)

    def number(self, n: int | Decimal) -> str:
        from studyvisits import numbers_in_words

        return numbers_in_words.number(self.locale, n)

    def amount(self, value: Decimal, currency: str | None) -> str:
        """ "€85,440.00", or the number alone while the currency is unknown."""
        from studyvisits import numbers_in_words

        return numbers_in_words.amount(self.locale, value, currency)

    def percent(self, value: Decimal) -> str:
        """ "75%" for Decimal("75")."""
        from studyvisits import numbers_in_words

        return numbers_in_words.percent(self.locale, value)


@lru_cache(maxsize=64)
def texts_in(language: str) -> Texts:
    return Texts(language)
