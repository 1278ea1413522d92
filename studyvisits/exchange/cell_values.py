"""What one cell means, by field. Everything is text; nothing is ever evaluated."""

import re
from collections.abc import Callable, Collection, Mapping
from datetime import date
from unicodedata import is_normalized

from studyvisits.domain.fields import text_cleaned
from studyvisits.domain.folding import fold
from studyvisits.domain.kinds import ParticipationStatus
from studyvisits.domain.people_fields import NEED_FIELDS
from studyvisits.exchange.countries import country_of
from studyvisits.exchange.spoken_languages import language_of, languages_of
from studyvisits.exchange.typed_days import NoDay, NoSuchDay, day_and_time, minutes_of
from studyvisits.exchange.value_words import code_words, is_yes, needs_nothing, says_nothing

ERROR = re.compile(r"#[^\W\d_][^\s#]{0,14}[!?]|#N/A|#N/D|#NV|#GETTING_DATA|#?Err:\d{3}")
"""What a spreadsheet program shows for a formula that failed, in any of its languages."""
_PLAIN_EMAIL = re.compile(
    r"[A-Za-z0-9_+%-]+(?:\.[A-Za-z0-9_+%-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,24}"
)
_PLAIN = {"email": _PLAIN_EMAIL, "phone": re.compile(r"\+?[0-9(](?:[0-9 ()/-]*[0-9)])?")}
_BETWEEN_ROLES = re.compile(r"[,;/+&|\n]|\s(?:and|a|ja|och|и|in|und)\s")
_YOUNGEST = 10
"""Nobody on a study visit was born in the last so many years: a birthday in '24 was a century ago."""


class NotUnderstood(ValueError):
    """The cell stays empty and is listed."""


class Refusal(ValueError):
    """The row cannot be taken; the argument is the reason's code."""


def meaning(field: str, text: str, *, heading: str = "", month_first: bool = False, today: date) -> object:
    """Return what the cell means, ``None`` for nothing. Raises ``NotUnderstood`` or ``Refusal``."""
    cleaned = cleaned_text(text, several_lines=field in _SEVERAL_LINES)
    if cleaned is None or (says_nothing(cleaned) and not ERROR.fullmatch(cleaned)):
        return None
    if cleaned[0] in "#E" and ERROR.fullmatch(cleaned):
        raise Refusal("row_error_cell")
    if field in _DAYS:
        return _day(cleaned, field, month_first, today)
    if field in NEED_FIELDS:
        return _need(cleaned, heading)
    reader = _READERS.get(field)
    return reader(cleaned) if reader else cleaned


def plain_meanings(field: str, cells: Collection[str]) -> dict[str, object]:
    """What ``meaning`` would say of the cells that need no second look, the many of a long list, in a fraction of the
    time: clean texts, addresses and numbers written plainly."""
    pattern = _PLAIN.get(field)
    if pattern is not None:
        return {cell: cell for cell in cells if pattern.fullmatch(cell)}
    if field in NEED_FIELDS or field in _READERS or field in _DAYS or not is_normalized("NFC", "".join(cells)):
        return {}
    return {
        cell: cell
        for cell in cells
        if cell.isprintable()
        and "#" not in cell
        and cell == cell.strip()
        and cell[:4] != "Err:"
        and not says_nothing(cell)
    }


def cleaned_text(text: str, *, several_lines: bool = False) -> str | None:
    """Cells mostly need no cleaning, which is tested first: it is a twentieth of the time."""
    if text.isprintable() and is_normalized("NFC", text):
        return text.strip() or None
    return text_cleaned(text.replace("\u00a0", " ").replace("\0", ""), several_lines=several_lines)


def email_of(text: str) -> str:
    """Take the address out of "Anna <a@b.org>", "mailto:a@b.org", "a@b.org; b@c.org" (the first)."""
    if _PLAIN_EMAIL.fullmatch(text):
        return text
    for piece in re.split(r"[;,\s<>()\[\]|]+", text):
        candidate = piece.removeprefix("mailto:").removeprefix("MAILTO:").strip("'\".")
        if "@" in candidate and (address := _validated(candidate)):
            return address
    raise NotUnderstood


def _validated(candidate: str) -> str | None:
    if _PLAIN_EMAIL.fullmatch(candidate):
        return candidate
    from email_validator import EmailNotValidError, validate_email

    try:
        return validate_email(candidate, check_deliverability=False).normalized
    except EmailNotValidError:
        return None


def _phone(text: str) -> str:
    """As typed; what a spreadsheet program made of a number typed without blanks is that number."""
    if re.fullmatch(r"\d+\.0", text):
        return text[:-2]
    if found := re.fullmatch(r"(\d)\.(\d+)[eE]\+?(\d+)", text):
        return (found[1] + found[2]).ljust(int(found[3]) + 1, "0")
    if not any(map(str.isdigit, text)):
        raise NotUnderstood
    return text


def _country(text: str) -> str:
    for piece in (text, *re.split(r"[()/,]", text)):
        if piece.strip() and (code := country_of(piece.strip())):
            return code
    raise NotUnderstood


def _languages(text: str) -> str:
    codes = languages_of(text)
    if codes is None:
        raise NotUnderstood
    return codes


def _language(text: str) -> str:
    code = language_of(text)
    if code is None:
        raise NotUnderstood
    return code


def _code(field: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        words = code_words(field)
        code = words.get(fold(text)) or _either_ending(text, words)
        if code is None:
            raise NotUnderstood
        return code

    return read


def _status(text: str) -> str:
    """Of somebody who is to come a yes confirms, a no cancels."""
    if (yes := is_yes(text)) is None:
        return _code("status")(text)
    return ParticipationStatus.CONFIRMED if yes else ParticipationStatus.CANCELLED


def _either_ending(text: str, words: Mapping[str, str]) -> str | None:
    """ "potvrzen/a", "Teilnehmer(in)", "účastník/účastnice": what stands before the sign."""
    first = re.split(r"[/(,–-]", text)[0]
    return words.get(fold(first)) if first != text else None


def _roles(text: str) -> tuple[str, ...]:
    words = code_words("roles")
    if code := words.get(fold(text)):
        return (code,)
    codes = [words.get(fold(piece)) for piece in _BETWEEN_ROLES.split(text) if fold(piece)]
    found = tuple(dict.fromkeys(code for code in codes if code))
    if not found or (None in codes and "/" not in text and "(" not in text):
        raise NotUnderstood
    return found


def _whole_number(text: str) -> int:
    if not re.fullmatch(r"\d{1,4}\.?", text):
        raise NotUnderstood
    return int(text.rstrip("."))


def _need(text: str, heading: str) -> str | None:
    """A yes alone says that what the heading asks for is wanted."""
    if needs_nothing(text):
        return None
    return (heading or text) if is_yes(text) else text


def _day(text: str, field: str, month_first: bool, today: date) -> object:
    latest = today.replace(year=today.year - _YOUNGEST, day=1) if field == "birth_date" else None
    try:
        day, minutes = day_and_time(text, month_first=month_first, latest=latest)
    except NoSuchDay:
        raise Refusal("row_impossible_date") from None
    except NoDay:
        raise Refusal("row_no_date") from None
    if not 1850 <= day.year <= 2200 or (field == "birth_date" and day > today):
        raise Refusal("row_impossible_date")
    return day if field == "birth_date" else (day, minutes)


def _time(text: str) -> int:
    try:
        return minutes_of(text)
    except ValueError:
        raise Refusal("row_no_time") from None


_SEVERAL_LINES = frozenset(("note", "activity_note", "organisation_address", *NEED_FIELDS))
_DAYS = frozenset(("birth_date", "arrival_day", "departure_day"))
_READERS: Mapping[str, Callable[[str], object]] = {
    "email": email_of,
    "phone": _phone,
    "nationality": _country,
    "country": _country,
    "languages": _languages,
    "paper_language": _language,
    "gender": _code("gender"),
    "presence": _code("presence"),
    "status": _status,
    "sector": _code("sector"),
    "roles": _roles,
    "arrival_time": _time,
    "departure_time": _time,
    "reserve_order": _whole_number,
}
