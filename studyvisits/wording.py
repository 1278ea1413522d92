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
    "character_not_storable": mark("“{field}” holds a character that cannot be stored. Type the text again."),
    "disk_failed": mark("The disk failed at {file}: {reason}. Try again, or choose another folder."),
    "disk_full": mark(
        "There is no room left on the disk for {file}. Make room and try again; what was stored before is safe."
    ),
    "file_beyond_repair": mark("{file} is too damaged for a checked copy. Restore a backup of it."),
    "file_changed_elsewhere": mark("{file} was changed by another program and is not opened as it is."),
    "file_damaged": mark("{file} is damaged, or was changed by another program, and is not opened as it is."),
    "file_empty": mark("{file} is empty, as after a copy that was cut short. Ask for it again."),
    "file_exists": mark("{file} is there already. Choose another name."),
    "file_has_foreign_parts": mark(
        "{file} holds something that is not of Study Visits ({part}) and is not opened, because it could run by itself."
    ),
    "file_in_use": mark("{file} is open in another window of Study Visits. Close it there and try again."),
    "file_is_folder": mark("{file} is a folder. Choose a file."),
    "file_missing": mark("There is no file {file}."),
    "file_name_too_long": mark("The name of {file} is too long for the disk. Choose a shorter one."),
    "file_newer": mark(
        "{file} was written by a newer Study Visits (file version {version}; this one reads up to {known}). "
        "Install the newer one."
    ),
    "file_not_ours": mark("{file} is not a Study Visits file."),
    "file_open_elsewhere": mark(
        "{file} is held by another program and cannot be replaced. Close it there and try again."
    ),
    "file_other_database": mark("{file} is a database of another program, not a Study Visits file."),
    "file_read_only": mark(
        "{file} may not be changed: it is marked as read-only. Take the mark away, or choose another name."
    ),
    "file_too_large": mark("{file} is too large to be a Study Visits file."),
    "file_truncated": mark("{file} is cut short: its end is missing. Ask for it again, or restore a backup."),
    "file_unreadable": mark("{file} may not be read. Ask its owner for the right to read it."),
    "folder_missing": mark("There is no folder {folder}. Choose another, or make it first."),
    "folder_read_only": mark("Nothing may be written in the folder {folder}. Choose another."),
    "last_good_copy": mark("A copy that is whole lies at {last_good}."),
    "nothing_to_write": mark("There is nothing to write yet: {document} would be empty."),
    "number_not_finite": mark("“{field}” holds something that is not a number. Type it again."),
    "number_too_large": mark("The number in “{field}” is too large to be stored."),
    "unknown_document": mark("There is no document “{document}”. There are: {known}."),
    "working_copy_damaged": mark(
        "The working copy of {file} is damaged, so it is not published. Close the file and open it again: "
        "it goes on from what was published last."
    ),
}
"""One sentence for each code of ``Refused``: what is wrong, where, and what to do."""

PROBLEMS: dict[str, str] = {
    "calendar_without_date": mark("“{activity}” has no date yet and is left out of the calendar."),
    "calendar_without_zone": mark(
        "The calendar gives the times of “{activity}” without a time zone, because its place is not known. "
        "Give it a town or a country."
    ),
    "cell_text_cut": mark(
        "The text in cell {cell} of the sheet “{sheet}” was cut, because it is longer than Excel takes "
        "(32,767 characters)."
    ),
    "session_clash": mark("{people} would be in “{first}” and “{second}” at the same time, {when}."),
}
"""One sentence for each code of ``Problem``."""


def refusal_text(refused: Refused, texts: Texts) -> str:
    sentence = _filled(REFUSALS[refused.code], refused.facts, texts)
    if refused.facts.get("last_good"):
        sentence += " " + _filled(REFUSALS["last_good_copy"], refused.facts, texts)
    return sentence


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
