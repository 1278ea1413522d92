"""A participant list of 10,000 people × 20 columns, against openpyxl's write-only mode with the same cells and styles.

The peer is given every value ready, in its order, with its width, and writes it as openpyxl's documentation shows: a
``WriteOnlyCell`` for each, its style copied from one made once, text forced to a string. Ours starts from the read
model: it sorts, words, measures and lays out as well. Time and memory are each the median over rounds in turn, memory
being what Python holds at its most beyond what it held before, told by ``tracemalloc`` in runs of its own.
Run: python -m benchmarks.participant_list
"""

import gc
import time
import tracemalloc
from collections.abc import Callable
from copy import copy
from datetime import date
from io import BytesIO
from statistics import median
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, MergedCell, WriteOnlyCell
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from studyvisits.documents.participants import participants_xlsx
from studyvisits.domain.kinds import NeedKind, ParticipationStatus, Presence, Role
from studyvisits.domain.zones import ZoneFacts
from studyvisits.queries.activity_heads import ActivityHead, ProjectHead
from studyvisits.queries.participants import ActivityList, Listed, ListedPartner, ListedProfession, ParticipantLists
from studyvisits.texts import texts_in

PEOPLE = 10_000
ROUNDS = 5
TODAY = date(2024, 5, 6)
COUNTRIES = ("CZ", "FI", "SE", "BG", "SI")
KINDS = tuple(NeedKind)


def person(number: int) -> Listed:
    return Listed(
        person_id=number,
        family_name=f"Příjmení{number * 7919 % 9973}",
        given_name=f"Jméno{number % 400}",
        title_before="Mgr." if number % 3 else None,
        title_after=None,
        email=f"person{number}@example.org",
        phone=f"+420 600 {number // 1000:03} {number % 1000:03}",
        organisation=f"Social services of town {number % 200}",
        address=f"Dlouhá {number % 300}",
        town=f"Town {number % 200}",
        country=COUNTRIES[number % 5],
        partner_id=number % 5,
        profession_id=number % 2,
        job_title=f"Social worker in the field, team {number % 50}",
        presence=Presence.LOCAL if number % 4 == 0 else Presence.VISITING,
        status=ParticipationStatus.CONFIRMED if number % 9 else ParticipationStatus.INVITED,
        roles=(Role.GROUP_LEADER,) if number % 11 == 0 else (),
        arrival_day=date(2024, 6, 9),
        arrival_time=None,
        departure_day=date(2024, 6, 15),
        departure_time=None,
        reserve_order=None,
        needs=((KINDS[number % 4], "as told"),),
    )


def lists() -> ParticipantLists:
    head = ActivityHead(
        1, "a" * 32, "study_visit", "Prague", "A visit", None, date(2024, 6, 10), date(2024, 6, 14), "fixed", None,
        None, "on_site", "Praha", "CZ", None, None, None, None, "planned", None, None, (), ZoneFacts(),
    )  # fmt: skip
    return ParticipantLists(
        ProjectHead(1, "b" * 32, "A project", None, "en", None, None, None),
        None,
        tuple(ListedPartner(number, f"Partner {number}", None, country) for number, country in enumerate(COUNTRIES)),
        (),
        (ListedProfession(0, "streetworker", "streetworkers"), ListedProfession(1, "official", "officials")),
        (ActivityList(head, tuple(person(number) for number in range(PEOPLE))),),
    )


def ours(told: ParticipantLists) -> bytes:
    return participants_xlsx(told, texts_in("en"), today=TODAY, needs=True)[0]


class Peer:
    """The same cells and styles, read from what ours wrote and kept as plain values."""

    def __init__(self, written: bytes) -> None:
        self._sheets = []
        for sheet in load_workbook(BytesIO(written)).worksheets:
            rows = [[(cell.value, cell.style_id) if cell.has_style else None for cell in row] for row in sheet]
            looks = {cell.style_id: cell for row in sheet for cell in row if cell.has_style}
            heights = {number: its.height for number, its in sheet.row_dimensions.items()}
            widths = {letter: its.width for letter, its in sheet.column_dimensions.items()}
            self._sheets.append((sheet.title, rows, looks, heights, widths))

    def write(self) -> bytes:
        workbook = Workbook(write_only=True)
        for title, rows, looks, heights, widths in self._sheets:
            sheet = workbook.create_sheet(title)
            for letter, width in widths.items():
                sheet.column_dimensions[letter].width = width
            for number, height in heights.items():
                sheet.row_dimensions[number].height = height
            styles = {number: self._style(sheet, cell) for number, cell in looks.items()}
            for row in rows:
                sheet.append([None if each is None else self._cell(sheet, *each, styles) for each in row])
        content = BytesIO()
        workbook.save(content)
        return content.getvalue()

    @staticmethod
    def _style(sheet: WriteOnlyWorksheet, look: Cell | MergedCell) -> Cell:
        cell = WriteOnlyCell(sheet)
        for part in ("font", "fill", "border", "alignment", "number_format"):
            setattr(cell, part, copy(getattr(look, part)))
        return cell

    @staticmethod
    def _cell(sheet: WriteOnlyWorksheet, value: Any, style: int, styles: dict[int, Cell]) -> Cell:
        cell = WriteOnlyCell(sheet, value)
        cell._style = styles[style]._style  # type: ignore[attr-defined]  # noqa: SLF001 (as its documentation shows)
        if isinstance(value, str):
            cell.data_type = "s"
        return cell


def seconds(write: Callable[[], bytes]) -> float:
    gc.collect()
    begun = time.process_time()
    write()
    return time.process_time() - begun


def mebibytes(write: Callable[[], bytes]) -> float:
    gc.collect()
    tracemalloc.start()
    write()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / 2**20


def main() -> None:
    told = lists()
    written = ours(told)
    peer = Peer(written)
    sheet = load_workbook(BytesIO(written)).worksheets[1]
    print(f"{sheet.max_row} rows × {sheet.max_column} columns")
    rounds = [(seconds(lambda: ours(told)), seconds(peer.write)) for _ in range(ROUNDS)]
    print(f"ours {median(one for one, _ in rounds):.2f} s, openpyxl {median(other for _, other in rounds):.2f} s")
    print(f"time: {median(one / other for one, other in rounds):.2f} × openpyxl (aim ≤ 1.2)")
    more = mebibytes(lambda: ours(told)) - mebibytes(peer.write)
    print(f"memory: {more:+.1f} MiB beside openpyxl, which had every value ready (aim ≤ 20)")


if __name__ == "__main__":
    main()
