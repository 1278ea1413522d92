"""An agenda of some 30 pages and 600 sessions, against the same rows as a table of platypus paragraphs.

The peer is what one writes first: a paragraph in every cell, no column widths, the same fonts, the day's rows as one
table with its head repeated, foot and page number drawn on each page. Ours starts from the read model: it words,
breaks, breaks pages and draws icons, signs and the foot as well, and shapes the titles. Both embed Inter. Caches of
broken lines are emptied before each round. The ratio is the median over rounds in turn.
Run: python -m benchmarks.agenda
"""

import gc
import time
from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from statistics import median
from typing import Any
from xml.sax.saxutils import escape

from pypdfium2 import PdfDocument
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from studyvisits.documents import line_breaking
from studyvisits.documents.agenda import agenda_pdf
from studyvisits.documents.agenda_words import agenda_words
from studyvisits.documents.fonts import MEDIUM, STRONG, TEXT, font
from studyvisits.documents.lettering import cleaned, pieces
from studyvisits.queries.agenda import Agenda
from studyvisits.queries.calendar import With
from studyvisits.texts import texts_in
from tests.documents.agendas import CAS, MONDAY, agenda_of, session

ROUNDS = 9
DAYS, A_DAY = 30, 20
TODAY = date(2024, 5, 17)
ENGLISH = texts_in("en")


def long_visit() -> Agenda:
    return agenda_of(
        *(
            session(
                f"Session {number} of day {day + 1}, with a title of some length",
                480 + 30 * number,
                25,
                day=MONDAY + timedelta(days=day),
                order=number,
                kind=("course", "meal", "placement", "travel", "meeting")[number % 5],
                place=CAS if number % 3 else None,
                place_note=None if number % 3 else f"meeting point {number}",
                people=(With(f"Kateřina Dvořáková {number}", None), With(f"Tomáš Říha {day}", "trainer")),
                description="Each group names three questions for the hosts." if number % 4 == 0 else None,
            )
            for day in range(DAYS)
            for number in range(A_DAY)
        )
    )


def ours(agenda: Agenda) -> bytes:
    for cached in (cleaned, pieces, line_breaking._lines):  # noqa: SLF001 (an empty process is what a user has)
        cached.cache_clear()
    return agenda_pdf(agenda, ENGLISH, today=TODAY)[0]


def platypus(agenda: Agenda) -> bytes:
    words = agenda_words(agenda, ENGLISH)
    strong, plain, medium = (
        ParagraphStyle(face.font, fontName=font(face.font).fontName, fontSize=size, leading=size + 2.5)
        for face, size in ((STRONG, 9.5), (TEXT, 8.5), (MEDIUM, 9.5))
    )
    story: list[Any] = [Paragraph(escape(words.title), strong), Spacer(1, 20)]
    for day in words.days:
        rows = [[Paragraph(escape(day.heading), strong), "", ""]]
        rows += [
            [
                [Paragraph(escape(text), medium) for text in row.times],
                [Paragraph(escape(row.title), strong), *(Paragraph(escape(text), plain) for text in row.below)],
                [Paragraph(escape(text), plain) for text in (row.place, *row.place_below)],
            ]
            for row in day.rows
        ]
        table = Table(rows, repeatRows=1)
        table.setStyle(TableStyle([("LINEBELOW", (0, 0), (-1, -1), 0.5, HexColor("#E3E7EA"))]))
        story += [table, Spacer(1, 13)]
    octets = BytesIO()
    SimpleDocTemplate(octets, pagesize=A4, invariant=1).build(story, onFirstPage=_foot, onLaterPages=_foot)
    return octets.getvalue()


def _foot(canvas: Canvas, document: Any) -> None:
    canvas.setFont(font(TEXT.font).fontName, 8)
    canvas.drawString(51, 30, "Funded by the European Union")
    canvas.drawRightString(544, 30, f"Page {document.page}")


def seconds(make: Callable[[Agenda], bytes], agenda: Agenda) -> float:
    gc.collect()
    begin = time.process_time()
    make(agenda)
    return time.process_time() - begin


def main() -> None:
    agenda = long_visit()
    sizes = {make.__name__: len(PdfDocument(make(agenda))) for make in (ours, platypus)}
    times = [(seconds(ours, agenda), seconds(platypus, agenda)) for _ in range(ROUNDS)]
    ratio = median(mine / theirs for mine, theirs in times)
    print(f"pages: ours {sizes['ours']}, platypus {sizes['platypus']}; sessions: {DAYS * A_DAY}")
    print(f"ours {median(mine for mine, _ in times) * 1000:.0f} ms, ratio {ratio:.3f} (at most 0.4)")


if __name__ == "__main__":
    main()
