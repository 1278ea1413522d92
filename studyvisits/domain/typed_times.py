"""Times as people type them, in Bulgarian, Czech, English, Finnish, German, Slovenian and Swedish.

A time stands at the beginning of a line, at its end, or between commas in it. What could as well be a date, a price, a
year, a telephone or house number is not taken for one: "11.6.", "12.50 €", "2018–2020", "Sokolovská 14".
"""

import re
from dataclasses import dataclass

from studyvisits.domain.dates import DAY_MINUTES
from studyvisits.domain.typed_lengths import length_at_front, length_of

NOON = 720

HALF = r"a\.?m\b\.?|p\.?m\b\.?"
HOUR_WORDS = r"o[’']?clock|hours?|hrs?|hodin[ay]?|hod|uhr|ure|ura|uri|часа|час|ч|h"
SEPARATOR = r"[-‐‑‒–—−~÷]+|\b(?:to|till|until|til|do|až|bis|tot|asti|до)\b"
LEADS = (
    r"from|at|starting at|od|von|ab|um|från|fr\.?\s?o\.?\s?m\.?|kl\.|kl|klockan|klo\.|klo|kello|v|ve|ob|от|от|в|"
    r"c\.|ca\.|ca|cca|cca\.|approx\.|circa|around|kolem|noin|okolo|около|gegen"
)
CLOCK = (
    r"(?P<{0}h>\d{{1,2}})(?:(?:\s?(?P<{0}sep>[:.])\s?|\s?[hH]\s?|\s?uhr\s)(?P<{0}m>\d{{2}})(?!\d)(?::\d{{2}}(?!\d))?)?"
    rf"(?:\s?(?P<{{0}}half>{HALF})|\s?(?P<{{0}}word>{HOUR_WORDS})(?!\w)\.?)?"
)
NAMED = {
    "noon": NOON,
    "midday": NOON,
    "poledne": NOON,
    "mittag": NOON,
    "midnight": DAY_MINUTES,
    "půlnoc": DAY_MINUTES,
    "keskiyö": DAY_MINUTES,
}
RANGE = (
    rf"(?:(?:n\.|noin|ca\.?|cca\.?|asi|kolem|okoli)\s+)?(?:(?P<lead>{LEADS})\s*)?{CLOCK.format('a')}(?:\s*(?P<to>{SEPARATOR})\s*"
    rf"(?:(?:kl\.?|klo\.?|ca\.?)\s*)?(?:{CLOCK.format('b')}|(?P<named>{'|'.join(NAMED)})\b))?"
)
COMPACT = (
    r"(?P<h1>[01]\d|2[0-3])(?P<m1>[0-5]\d)\s?(?:[-‐‑‒–—−]|to)\s?(?P<h2>[01]\d|2[0-4])(?P<m2>[0-5]\d)"
    r"(?:\s?(?:hrs?|h)\b\.?)?"
)

ONWARDS = r"(?:late|open end|alkaen|onwards?|lähtien|нататък|naprej|dál)"
AT_FRONT = re.compile(rf"[(\[]?\s*{RANGE}(?:\s*[)\]])?(?:\s*[-–—]?\s*\b{ONWARDS}\b)?", re.IGNORECASE)
COMPACT_FRONT = re.compile(rf"[(\[]?{COMPACT}[)\]]?(?![\d/–-])")
COMPACT_ALONE = re.compile(
    r"(?P<h1>[01]\d|2[0-3])(?P<m1>[0-5]\d)(?=\s+[^\W\d])(?!\s(?:€|eur|kč|czk|sek|lv|лв))", re.IGNORECASE
)
INSIDE = re.compile(
    r"(?<=[\s,;(\[])\d{1,2}[:.]\d{2}\s*[-–—]\s*\d{1,2}[:.]\d{2}(?=[\s,;)\]])|(?<=[,;(\[])\s*\d{1,2}:\d{2}\s*(?=[,;)\]])"
)
AT_END = re.compile(rf"(?:^|[\s,;(\[]){RANGE}\s*[)\]]?\s*[.;]?$", re.IGNORECASE)
NOT_BEFORE = re.compile(
    r"\s?(?:€|\$|£|%|eur\b|euro|kč|czk|sek\b|kr\b|lv\b|лв|bgn|usd|chf|people\b|osob|henkilö|m²|km\b|[°º])|"
    r"[.]\s?\d|[.,:/]?\d|\s?/\s?\d|[.]?[-–]\d{3}|\.\s?(?:[-–]|\d)|\.(?=$)",
    re.IGNORECASE,
)
ANOTHER = re.compile(r"\d{1,2}[:.]\d{2}(?!\d)")
SUPERSCRIPT = re.compile("(?<=\\d)([⁰¹²³⁴⁵])([⁰¹²³⁴⁵⁶⁷⁸⁹])")
WITH_COMMAS = re.compile(
    r"^(\D{0,4})([01]?\d|2[0-4]),([0-5]\d)(\s*(?:[-‐‑‒–—−]|do|bis|till?|to)\s*)([01]?\d|2[0-4]),([0-5]\d)"
    r"(?!\d|\s?(?:€|kč|eur|czk|sek|kr\b))",
    re.IGNORECASE,
)
"""A span as Czechs also write it: "13,30 – 15,00"."""
ORDINAL = re.compile(r"(?<![\d.])(\d{1,2})\.(?=\s(?:do\s\d|ure\b|uri\b))")
"""The hours of Slovenian: "od 9. do 12. ure"."""
DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(frozen=True, slots=True)
class Times:
    """Minutes since midnight and minutes of length, as far as they were told, and the line without them."""

    start: int | None
    minutes: int | None
    rest: str


class ImpossibleTimeError(ValueError):
    """A line that begins like a time, but with one that no clock shows ("25:70")."""


def plain_digits(line: str) -> str:
    """Write 9³⁰ as 9:30."""
    return SUPERSCRIPT.sub(lambda found: ":" + found[0].translate(DIGITS), line)


def uses_compact(lines: list[str]) -> bool:
    """Whether some line has a span like 0930-1200 that no two years could be."""
    spans = (COMPACT_FRONT.match(line.strip()) for line in lines)
    return any(span is not None and not _years(span) for span in spans)


def times_in(line: str, *, compact: bool = False) -> Times:
    """Read the times of a line, wherever they stand. ``compact``: four digits are a time even if they could be a year.

    Raises ``ImpossibleTimeError`` where the line begins with an impossible one.
    """
    line = WITH_COMMAS.sub(r"\1\2:\3\4\5:\6", ORDINAL.sub(r"\1", line))
    at_edge = _compact(line, compact) or _at_front(line) or _at_end(line)
    found = at_edge or _inside(line) or Times(None, None, line.strip())
    return found if found.minutes is not None else _with_length(found)


def clock_of(text: str) -> int | None:
    """Read a cell that holds one time and nothing else."""
    try:
        times = times_in(text)
    except ImpossibleTimeError:
        return None
    return times.start if not times.rest else None


def _compact(line: str, certain: bool) -> Times | None:
    found = COMPACT_FRONT.match(line)
    if found and (certain or not _years(found)):
        start, end = (int(found["h1"]) * 60 + int(found["m1"]), int(found["h2"]) * 60 + int(found["m2"]))
        return Times(start, _span(start, end, padded=True), _rest(line[found.end() :]))
    alone = COMPACT_ALONE.match(line) if certain else None
    if alone:
        return Times(int(alone["h1"]) * 60 + int(alone["m1"]), None, _rest(line[alone.end() :]))
    return None


def _years(found: re.Match[str]) -> bool:
    return all(1900 <= int(found[h] + found[m]) < 2100 for h, m in (("h1", "m1"), ("h2", "m2")))


def _at_front(line: str) -> Times | None:
    found = AT_FRONT.match(line)
    if not found or not _is_time(found, alone=False) or _goes_on(found, line):
        return _at_front_alone(line)
    times = _read(found, line[found.end() :], line)
    if ANOTHER.match(times.rest):
        raise ImpossibleTimeError(line)
    return times


def _goes_on(found: re.Match[str], line: str) -> bool:
    """Whether what follows makes the figures something else: a price, a date, a number, a word ("2nd")."""
    word = found[0][-1:].isdigit() and line[found.end() : found.end() + 1].isalpha() and not found["bm"]
    return word or bool(NOT_BEFORE.match(line, found.end()))


def _at_front_alone(line: str) -> Times | None:
    """The start alone, where what follows makes no sense as an end: "9:30 - 2nd floor"."""
    found = re.match(rf"[(\[]?\s*(?:(?P<lead>{LEADS})\s*)?{CLOCK.format('a')}", line, re.IGNORECASE)
    if not found or not found["am"] or NOT_BEFORE.match(line, found.end()):
        return None
    return _read(found, line[found.end() :], line)


def _at_end(line: str) -> Times | None:
    """A time behind the words needs more to be one than a time before them: minutes, or a word that says so."""
    for place in range(len(line)):
        found = AT_END.match(line, place)
        if found and _is_time(found, alone=True) and _alone_before(line[:place]):
            try:
                return _read(found, "", line, before=line[: found.start()])
            except ImpossibleTimeError:
                return None
    return None


def _inside(line: str) -> Times | None:
    """One time between commas or blanks, told to the minute: "Welcome dinner, 18:30, Riegrovy sady"."""
    found = list(INSIDE.finditer(line))
    if len(found) != 1 or not _alone_before(line[: found[0].start()]):
        return None
    before, after = line[: found[0].start()].rstrip(" ,;(["), line[found[0].end() :].lstrip(" )]")
    try:
        times = _at_front(found[0][0].strip())
    except ImpossibleTimeError:
        return None
    return times and Times(times.start, times.minutes, f"{before} {after}" if after[:1] not in ",;" else before + after)


def _alone_before(before: str) -> bool:
    """Whether what stands before leaves the figures to themselves: not "Praha 9 – 12:30", "CZK 12.50", "tel. 12:30"."""
    return not re.search(r"(?:\d|€|kč|czk|eur|sek|lv|tel\.?|no\.|č\.)\s*[-–—.:/,]*$", before.strip(), re.IGNORECASE)


def _is_time(found: re.Match[str], *, alone: bool) -> bool:
    """Whether the figures are a time: bare hours alone are none, and behind words a span of bare hours is none."""
    marked = any(found[name] for name in ("am", "ahalf", "aword", "bm", "bhalf", "bword", "named"))
    if found["lead"] and len(found["lead"]) == 1 and not marked:
        return False
    return marked or bool(found["lead"]) or (bool(found["to"]) and not alone)


def _read(found: re.Match[str], after: str, line: str, before: str = "") -> Times:
    groups = found.groupdict()
    start = _clock(groups, "a")
    end = NAMED[groups["named"].lower()] if groups.get("named") else _clock(groups, "b")
    if start is None or (groups.get("bh") and end is None) or start >= DAY_MINUTES:
        raise ImpossibleTimeError(line)
    if end is not None:
        start, end = _same_half(groups, start, end)
    padded = (groups.get("bh") or "").startswith("0") or bool(groups.get("bhalf"))
    minutes = None if end is None else _span(start, end, padded=padded)
    return Times(start, minutes, _rest(before) if before else _rest(after))


def _clock(groups: dict[str, str | None], which: str) -> int | None:
    hours, minutes = groups.get(which + "h"), groups.get(which + "m") or "0"
    if hours is None or int(minutes) > 59 or int(hours) > 24 or (int(hours) == 24 and int(minutes)):
        return None
    half = (groups.get(which + "half") or "").lower().replace(".", "")
    if half and not 1 <= int(hours) <= 12:
        return None
    hour = int(hours) % 12 + (12 if half == "pm" else 0) if half else int(hours)
    return hour * 60 + int(minutes)


def _same_half(groups: dict[str, str | None], start: int, end: int) -> tuple[int, int]:
    """In "9–11 pm" the half of the day said once holds for both, unless the start would come after the end."""
    if groups.get("bhalf") and not groups.get("ahalf") and start < NOON <= end and start + NOON < end:
        return start + NOON, end
    return start, end


def _span(start: int, end: int, *, padded: bool) -> int | None:
    """Minutes from start to end, over midnight where the end is earlier.

    An end before a start in the morning is one in the afternoon, told by a clock of twelve hours ("11:00–1:30"), unless
    a nought before it shows a clock of twenty-four.
    """
    if end == start:
        return None
    if end < start < NOON and not padded:
        return end + NOON - start
    return (end - start) % DAY_MINUTES


def _with_length(times: Times) -> Times:
    """Read a length beside the start, or in brackets at the end of the line."""
    minutes, behind = length_at_front(times.rest) if times.start is not None else (None, "")
    if minutes is not None:
        return Times(times.start, minutes, _rest(behind))
    for inside in re.finditer(r"[(\[]([^()\[\]]*)[)\]]", times.rest):
        minutes = length_of(inside[1])
        if minutes is not None:
            rest = f"{times.rest[: inside.start()].rstrip()} {times.rest[inside.end() :].lstrip()}"
            return Times(times.start, minutes, _rest(rest))
    return times


def _rest(text: str) -> str:
    """The words beside a time without what joined them to it."""
    cut = re.sub(r"^[\s:;,.|/)\]–—‒\-]+(?=\S)", "", text.strip())
    return re.sub(r"[\s:;,(\[|–—‒\-]+$", "", cut).strip()
