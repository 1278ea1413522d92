"""Days and times as the CLDR writes them in a language.

Everybody reads the 24-hour clock: the organisers are European. A span joins the days with an en dash, with blanks
around it where a language wants them between words.
"""

import re
from datetime import date
from functools import cache

from babel import Locale
from babel.dates import format_date, format_interval

from studyvisits.domain.dates import DAY_MINUTES


def day(locale: Locale, of: date) -> str:
    """ "Monday 10 June"."""
    return format_date(of, _weekday_pattern(locale), locale=locale)


def day_year(locale: Locale, of: date) -> str:
    """ "10 June 2024"."""
    return format_date(of, "long", locale=locale)


def day_short(locale: Locale, of: date) -> str:
    """ "10 Jun", "10. 6."."""
    return format_date(of, locale.datetime_skeletons["MMMd"].pattern, locale=locale)


def month(locale: Locale, of: date) -> str:
    """ "March 2024", with the name of the month as it stands alone."""
    return format_date(of, locale.datetime_skeletons["yMMMM"].pattern, locale=locale)


def span(locale: Locale, first: date, last: date) -> str:
    """ "10–14 June 2024", "28 June – 2 July 2024", "30 December 2024 – 2 January 2025"."""
    if first == last:
        return day_year(locale, last)
    pattern = locale.date_formats["long"].pattern
    number = re.match(r"d+\.?", pattern)
    if number is None:  # the year or the month comes first
        return format_interval(first, last, "yMMMMd", locale=locale).replace("\u2009", "")
    if (first.year, first.month) == (last.year, last.month):
        return f"{format_date(first, number[0], locale=locale)}–{day_year(locale, last)}"
    shown = pattern if first.year != last.year else _without_year(pattern)
    return format_date(first, shown, locale=locale) + _dash(locale) + day_year(locale, last)


def time(locale: Locale, minutes: int) -> str:
    """ "9:00", "9.00", "09:00" for minutes since midnight; 1440 and more are the next day's."""
    two_digits, sign = _clock(locale)
    hour, minute = divmod(minutes % DAY_MINUTES, 60)
    return f"{hour:02}{sign}{minute:02}" if two_digits else f"{hour}{sign}{minute:02}"


@cache
def _weekday_pattern(locale: Locale) -> str:
    skeleton = locale.datetime_skeletons.get("MMMMEEEEd")
    return skeleton.pattern if skeleton else _without_year(locale.date_formats["full"].pattern)


def _without_year(pattern: str) -> str:
    """Take the year off the end or the beginning, with what only belongs to it: "d 'de' MMMM 'de' y", "y. MMMM d."."""
    ended = re.sub(r",?\s*('[^']*')?\s*y+(\s*('[^']*'))*\.?,?$", "", pattern)
    return re.sub(r"^y+[^A-Za-z']*('[^']*'\s*)?", "", ended)


@cache
def _dash(locale: Locale) -> str:
    """The dash between days of different months, with or without blanks."""
    first, *_ = locale.interval_formats["yMMMd"]["M"]
    return " – " if first.endswith((" ", "\u2009")) else "–"


@cache
def _clock(locale: Locale) -> tuple[bool, str]:
    """Whether hours have two digits, and the sign between hours and minutes."""
    found = re.search(r"(H+)(\W)mm", locale.datetime_skeletons["Hm"].pattern)
    if found is None:
        return True, ":"
    return len(found[1]) == 2 and locale.language != "en", found[2]
