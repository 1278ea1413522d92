"""What a value of a column may be, whatever the row it stands in: code lists, countries, languages, zones, ranges.

Tables and columns are named as in the file. Which columns may be empty and of what type they are is said by the mapped
tables; here stands only what a type cannot say. Commands, plans and imports check with the same function.
"""

import math
import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

from studyvisits.domain import kinds
from studyvisits.domain.dates import DAY_MINUTES
from studyvisits.domain.refusal import Refused
from studyvisits.domain.zones import is_zone

CODES: Mapping[tuple[str, str], type[StrEnum]] = {
    ("organisations", "sector"): kinds.Sector,
    ("persons", "gender"): kinds.Gender,
    ("needs", "kind"): kinds.NeedKind,
    ("partners", "role"): kinds.PartnerRole,
    ("funding_profiles", "kind"): kinds.FundingKind,
    ("logos", "kind"): kinds.LogoKind,
    ("activities", "kind"): kinds.ActivityKind,
    ("activities", "certainty"): kinds.Certainty,
    ("activities", "mode"): kinds.Mode,
    ("activities", "status"): kinds.ActivityStatus,
    ("participations", "presence"): kinds.Presence,
    ("participations", "status"): kinds.ParticipationStatus,
    ("participation_roles", "role"): kinds.Role,
    ("head_counts", "presence"): kinds.Presence,
    ("head_counts", "sector"): kinds.Sector,
    ("parts", "kind"): kinds.PartKind,
    ("groupings", "kind"): kinds.GroupingKind,
    ("sessions", "kind"): kinds.SessionKind,
    ("sessions", "state"): kinds.SessionState,
    ("audience_rows", "kind"): kinds.AudienceKind,
    ("session_people", "role"): kinds.Role,
}

ISO_3166 = """
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO
FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE
JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO
MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW
PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM
TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
"""
COUNTRIES = frozenset(ISO_3166.split())
"""ISO 3166-1 alpha-2, and XK, which the European Commission uses for Kosovo."""

COMMISSION_COUNTRIES = {"EL": "GR", "UK": "GB"}
"""Codes of the European Commission's papers that differ from ISO 3166-1."""

RANGES: Mapping[str, tuple[int, int]] = {
    "start": (0, 1439),
    "arrival_time": (0, 1439),
    "departure_time": (0, 1439),
    "minutes": (1, 7 * DAY_MINUTES),
    "places": (0, 1_000_000),
    "number": (0, 100_000_000),
    "capacity": (0, 10_000_000),
    "planned_size": (0, 1_000_000),
    "latitude": (-90, 90),
    "longitude": (-180, 180),
    "rate": (0, 100),
    "amount": (0, 10**15),
}
"""Least and greatest value of the columns that hold numbers, by column, both included."""

ANY_NUMBER = (-(2**31), 2**31 - 1)
MOST_DECIMALS = 30
"""Of an exact number. It is kept digit by digit, so that 1E-99999999 would take a hundred megabytes."""
YEARS = (1850, 2200)
"""Days outside are slips of the keyboard, and nothing could be moved past the calendar's ends."""

SEVERAL_LINES = frozenset(
    {"address", "aim", "web_pages", "notes", "note", "purpose", "description", "text", "statement", "disclaimer"}
    | {"headings", "columns", "values"}
)
LANGUAGE = re.compile(r"([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?", re.IGNORECASE)
CONTROLS: Mapping[int, None] = dict.fromkeys((*range(1, 9), 11, 12, *range(14, 32), 127))


def text_cleaned(text: str, *, several_lines: bool = False) -> str | None:
    """Return the text in NFC, stripped, without control characters; ``None`` for nothing. Line ends become ``\\n``, in
    a field of one line a blank."""
    lines = unicodedata.normalize("NFC", text).translate(CONTROLS).replace("\r\n", "\n").replace("\r", "\n")
    return (lines if several_lines else re.sub(r"[ ]*[\n\t\u2028\u2029]+[ ]*", " ", lines)).strip() or None


def checked(table: str, column: str, value: object) -> object:
    """Return the value as it is stored, or raise ``Refused`` where no row could hold it.

    ``None`` and empty text are ``None``; whether a column may be empty is for the caller to know.
    """
    if isinstance(value, str):
        return _checked_text(table, column, value)
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, (int, float, Decimal)):
        return _checked_number(table, column, value)
    if isinstance(value, date) and not YEARS[0] <= value.year <= YEARS[1]:
        raise Refused("day_out_of_range", table=table, column=column, value=value.isoformat())
    return value


def _checked_text(table: str, column: str, value: str) -> str | None:
    if "\0" in value or any("\ud800" <= letter <= "\udfff" for letter in value):
        raise Refused("character_not_storable", field=column)
    text = text_cleaned(value, several_lines=column in SEVERAL_LINES)
    if text is None:
        return None
    if codes := CODES.get((table, column)):
        if text not in list(codes):
            raise Refused("unknown_code", table=table, column=column, value=text, allowed=", ".join(codes))
        return text
    check = TEXT_CHECKS.get(column)
    return check(table, column, text) if check else text


def _checked_number(table: str, column: str, value: float | Decimal) -> float | Decimal:
    least, most = RANGES.get(column, ANY_NUMBER)
    if not math.isfinite(value) or (isinstance(value, Decimal) and _decimals(value) > MOST_DECIMALS):
        raise Refused("number_not_finite", field=column)
    if not least <= value <= most:
        raise Refused("number_out_of_range", table=table, column=column, value=str(value), least=least, most=most)
    return value


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def _country(table: str, column: str, text: str) -> str:
    code = COMMISSION_COUNTRIES.get(text.upper(), text.upper())
    if code not in COUNTRIES:
        raise Refused("unknown_country", table=table, column=column, value=text)
    return code


def _language(table: str, column: str, text: str) -> str:
    """A BCP 47 tag of language, script and region: what catalogues and CLDR are chosen by."""
    found = LANGUAGE.fullmatch(text.replace("_", "-"))
    if not found:
        raise Refused("unknown_language", table=table, column=column, value=text)
    language, script, region = (piece or "" for piece in found.groups())
    return "-".join(piece for piece in (language.lower(), script.title(), region.upper()) if piece)


def _languages(table: str, column: str, text: str) -> str:
    tags = [_language(table, column, piece) for piece in re.split(r"[\s,;]+", text) if piece]
    return " ".join(dict.fromkeys(tags))


def _zone(table: str, column: str, text: str) -> str:
    if not is_zone(text):
        raise Refused("unknown_zone", table=table, column=column, value=text)
    return text


def _currency(table: str, column: str, text: str) -> str:
    if not re.fullmatch("[A-Za-z]{3}", text):
        raise Refused("unknown_currency", table=table, column=column, value=text)
    return text.upper()


TEXT_CHECKS: Mapping[str, Callable[[str, str, str], str]] = {
    "country": _country,
    "nationality": _country,
    "language": _language,
    "paper_language": _language,
    "working_language": _language,
    "languages": _languages,
    "working_languages": _languages,
    "time_zone": _zone,
    "currency": _currency,
}
