"""The sentences of problems. ``studyvisits.wording`` fills their slots with the facts."""

from collections.abc import Callable
from typing import NamedTuple

from studyvisits.texts import Texts, mark

PROBLEMS: dict[str, str] = {
    "activity_without_dates": mark("{activity} is confirmed, but its dates are not fixed."),
    "activity_without_link": mark("{activity} is confirmed, but has no joining link."),
    "activity_without_place": mark("{activity} is confirmed, but has neither a town nor a venue."),
    "calendar_without_date": mark("“{activity}” has no date yet and is left out of the calendar."),
    "calendar_without_zone": mark(
        "The calendar gives the times of “{activity}” without a time zone, because its place is not known. "
        "Give it a town or a country."
    ),
    "cell_text_cut": mark(
        "The text in cell {cell} of the sheet “{sheet}” was cut, because it is longer than Excel takes "
        "(32,767 characters)."
    ),
    "facilitator_cancelled": mark("{person} is to facilitate group {group}, but has cancelled."),
    "facilitator_did_not_come": mark("{person} was to facilitate group {group}, but did not come."),
    "facilitator_is_reserve": mark("{person} is to facilitate group {group}, but is only a reserve."),
    "letters_not_on_paper": mark(
        "The paper of “{activity}” shows � for letters that no font of the program holds: {letters}"
    ),
    "profession_quota_exceeded": mark(
        "There are more people than places for {profession} of {partner} in {activity}: {filled} for {places}."
    ),
    "quota_exceeded": mark("There are more people than places of {partner} in {activity}: {filled} for {places}."),
    "session_outside_activity": mark("{session} is on {day}, outside {activity} ({span})."),
    "session_too_long": mark("{session} lasts {hours} h. Check when it begins and ends."),
    "venue_used_twice": mark("{venue} is used for {first} and for {second} at {times} on {day}."),
    "visit_without_follow_up": mark("{activity} ended on {last} and has no follow-up meeting yet."),
    "visit_without_preparation": mark("{activity} is confirmed, but has no preparatory meeting yet."),
    "visitor_from_host_country": mark("{person} is a visitor in {activity}, but comes from {country}, which hosts it."),
}
"""One sentence for each code of ``Problem``; those that agree with a number stand in ``COUNTED``."""


class Counted(NamedTuple):
    """``by`` names the fact that decides the form: a number, or names to be counted."""

    by: str
    form: Callable[[Texts, int], str]


COUNTED: dict[str, Counted] = {
    "person_in_two_sessions": Counted(
        "people",
        lambda texts, n: texts.ngettext(
            "{people} is in {first} and in {second} at {times} on {day}.",
            "{people} are in {first} and in {second} at {times} on {day}.",
            n,
        ),
    ),
    "person_on_two_visits": Counted(
        "people",
        lambda texts, n: texts.ngettext(
            "{people} is on {first} and on {second} at once ({span}).",
            "{people} are on {first} and on {second} at once ({span}).",
            n,
        ),
    ),
    "places_open": Counted(
        "open",
        lambda texts, n: texts.ngettext(
            "{partner} still has {open} place open in {activity}, which begins on {day}.",
            "{partner} still has {open} places open in {activity}, which begins on {day}.",
            n,
        ),
    ),
    "session_after_departure": Counted(
        "people",
        lambda texts, n: texts.ngettext(
            "{people} leaves on {moment}, but {session} lasts until {ends}.",
            "{people} leave on {moment}, but {session} lasts until {ends}.",
            n,
        ),
    ),
    "session_before_arrival": Counted(
        "people",
        lambda texts, n: texts.ngettext(
            "{people} arrives on {moment}, but {session} begins on {begins}.",
            "{people} arrive on {moment}, but {session} begins on {begins}.",
            n,
        ),
    ),
}
"""Sentences of problems that are another with one than with several."""
