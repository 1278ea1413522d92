"""Rules between the columns of one row: what no row of a table can be, whatever its single values."""

from collections.abc import Callable, Mapping
from datetime import date

from studyvisits.domain.kinds import AudienceKind
from studyvisits.domain.refusal import Refused

Row = Mapping[str, object]

AUDIENCE_POINTERS: Mapping[str, str] = {
    AudienceKind.GROUP: "group_id",
    AudienceKind.PARTNER: "partner_id",
    AudienceKind.PROFESSION: "profession_id",
    AudienceKind.PARTICIPATION: "participation_id",
}


def check_row(table: str, row: Row) -> None:
    """Raise ``Refused`` when the columns of a row contradict each other."""
    for rule in RULES.get(table, ()):
        rule(row)


def _days_in_order(row: Row) -> None:
    first, last = row.get("first_day"), row.get("last_day")
    if isinstance(first, date) and isinstance(last, date) and last < first:
        raise Refused("last_day_before_first", first=first.isoformat(), last=last.isoformat())


def _somebody(row: Row) -> None:
    if row.get("participation_id") is None and row.get("words") is None:
        raise Refused("empty_field", table="session_people", column="words")


def _audience(row: Row) -> None:
    wanted = AUDIENCE_POINTERS.get(str(row.get("kind")))
    for column in AUDIENCE_POINTERS.values():
        if (row.get(column) is not None) != (column == wanted):
            raise Refused("audience_unclear", kind=str(row.get("kind")), column=column)


RULES: Mapping[str, tuple[Callable[[Row], None], ...]] = {
    "activities": (_days_in_order,),
    "projects": (_days_in_order,),
    "session_people": (_somebody,),
    "audience_rows": (_audience,),
}
