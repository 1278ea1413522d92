"""Agendas as PDF: accepted bytes, and what readers find on the pages."""

from dataclasses import replace
from datetime import date
from math import hypot

import pytest
from pypdfium2 import PdfDocument

from studyvisits.documents.agenda import BOTTOM, LEFT, RIGHT, agenda_pdf
from studyvisits.documents.emblem import star_middles
from studyvisits.documents.funding import funding_words
from studyvisits.documents.icons import strokes
from studyvisits.documents.page_foot import EMBLEM_HEIGHT, foot
from studyvisits.documents.paper import A4
from studyvisits.domain.kinds import Severity
from studyvisits.domain.problem import Problem, Where
from studyvisits.domain.zones import ZoneFacts
from studyvisits.queries.activity_heads import Place
from studyvisits.queries.agenda import Agenda, PrintedLogo
from studyvisits.queries.calendar import For, With
from studyvisits.queries.funding import OwnStatement
from studyvisits.texts import texts_in
from tests.conftest import Golden
from tests.documents.agendas import FUNDING, agenda_of, head, long_agenda, picture, session, visit

TODAY = date(2024, 5, 17)
ENGLISH = texts_in("en")


def pdf(agenda: Agenda, language: str = "en", *, compress: bool = True) -> bytes:
    return agenda_pdf(agenda, texts_in(language), today=TODAY, compress=compress)[0]


def pages_of(content: bytes) -> list[str]:
    document = PdfDocument(content)
    found = []
    for page in document:
        text = page.get_textpage()
        found.append(text.get_text_bounded().replace("\r\n", "\n"))
        text.close()
        page.close()
    document.close()
    return found


def letters() -> Agenda:
    """A meeting online with people of many scripts."""
    house = Place("בית העם (קומה 2)", "הרצל 12", None, None)
    its = head(
        kind="preparatory_meeting", title="Příprava – Προετοιμασία – Подготовка", mode="online", start=840, minutes=90,
        first_day=date(2024, 5, 7), last_day=date(2024, 5, 7), joining_link="https://meet.example.org/prague",
        zone=ZoneFacts(time_zone="Europe/Prague"), purpose="Getting to know each other.", working_languages="en cs",
    )  # fmt: skip
    return agenda_of(
        session("مؤتمر العمل الاجتماعي", 840, 30, day=date(2024, 5, 7), people=(With("محمد الأحمد", None),)),
        session("שלום hello 123 (test)", 870, 30, day=date(2024, 5, 7), place=house),
        session("Quartet 🎻 x\u030c", 900, 30, day=date(2024, 5, 7), description="ქართული, Հայերեն"),
        head=its,
        hosts=(),
    )  # fmt: skip


def test_a_visit_as_accepted(golden: Golden) -> None:
    golden("agenda-visit-en.pdf", pdf(visit(), compress=False))


def test_a_meeting_in_many_scripts_as_accepted(golden: Golden) -> None:
    golden("agenda-letters-en.pdf", pdf(letters(), compress=False))


def test_the_same_agenda_makes_the_same_bytes_whatever_was_drawn_before() -> None:
    first = pdf(letters())
    pdf(agenda_of(session("ﷺ لا إله گچپژ ﻻ", 540, 30)))
    assert pdf(letters()) == first


def test_what_is_typed_is_printed_as_it_is() -> None:
    (page,) = pages_of(pdf(visit()))
    assert "Lunch <b>&amp;</b> =1+1" in page
    assert "Address given on the day" in page


def test_pages_are_numbered_and_carry_the_day_and_the_number() -> None:
    told = pages_of(pdf(long_agenda(120, 6)))
    assert len(told) > 3
    for number, page in enumerate(told, 1):
        assert f"Page {number} of {len(told)}" in page
        assert "As of 17 May 2024" in page
        assert "Project number 2023-1-CZ01-KA122-ADU-000135790" in page


def test_every_session_is_printed_once() -> None:
    text = "\n".join(pages_of(pdf(long_agenda(200))))
    assert [text.count(f"Session {number} of the long programme") for number in range(200)] == [1] * 200


def test_a_day_that_goes_on_says_so() -> None:
    told = pages_of(pdf(long_agenda(60)))
    assert ["Monday 10 June (continued)" in page for page in told] == [False] + [True] * (len(told) - 1)


def test_nothing_is_cut_and_nothing_runs_over_the_margins() -> None:
    long = agenda_of(
        session(
            "x" * 300, 540, 30, place=Place("Y" * 120, "Z" * 200, "Praha", "CZ"), people=(With("W" * 300, "trainer"),)
        ),
        session("Word " * 600, 600, 30, order=1, description="Long " * 2000, audience=(For("group", "M" * 12),)),
        head=head(
            title="Very long title " * 19, purpose="Purpose " * 80, joining_link=f"https://a.example/{'b' * 300}"
        ),
        logos=(PrintedLogo("partner", picture(800, 40)), PrintedLogo("programme", picture(20, 300))),
    )
    content = pdf(long)
    text = "".join(pages_of(content)).replace("\n", "").replace(" ", "")
    assert [text.count(letters) for letters in ("x" * 300, "Word", "Long", "Verylongtitle", "W" * 300)] == [
        1,
        600,
        2000,
        19,
        1,
    ]
    document = PdfDocument(content)
    for page in document:
        told = page.get_textpage()
        for number in range(told.count_chars()):
            left, bottom, right, top = told.get_charbox(number)
            assert left >= LEFT - 1
            assert right <= RIGHT + 1
            assert bottom >= A4[1] - BOTTOM - 2
            assert top <= A4[1] - 30
        told.close()
        page.close()
    document.close()


def test_what_no_font_holds_is_told() -> None:
    content, warnings = agenda_pdf(letters(), ENGLISH, today=TODAY)
    title = "Příprava – Προετοιμασία – Подготовка"
    facts = {"activity": title, "letters": "🎻"}
    assert warnings == (Problem("letters_not_on_paper", Severity.WARN, Where("activities", 7, title), facts),)
    assert "Quartet �" in pages_of(content)[0]


def test_the_joining_link_opens() -> None:
    assert b"/URI (https://meet.example.org/prague)" in pdf(letters(), compress=False)


def test_a_link_that_is_no_page_of_the_web_does_not() -> None:
    assert b"/URI" not in pdf(agenda_of(head=head(joining_link="file:///etc/passwd")), compress=False)


@pytest.mark.parametrize("kind", ["funded", "co_funded"])
def test_the_emblem_stands_on_every_page_of_european_money(kind: str) -> None:
    content = pdf(agenda_of(funding=replace(FUNDING, kind=kind)), compress=False)
    assert content.count(b"0 .2 .6 rg") == 1


@pytest.mark.parametrize("kind", ["none", None])
def test_no_emblem_without_european_money(kind: str | None) -> None:
    assert b"0 .2 .6 rg" not in pdf(agenda_of(funding=replace(FUNDING, kind=kind)), compress=False)


def test_no_emblem_without_words_but_one_that_the_project_brings() -> None:
    words = funding_words(FUNDING, texts_in("cs"), year=2006)
    none, own = (foot(words, [], own_emblem=image, day="", room=493) for image in (None, picture(300, 90)))
    assert (none.emblem, none.own_emblem, own.emblem) == (False, None, False)
    assert own.own_emblem is not None


def test_the_emblem_has_its_own_geometry() -> None:
    middles = star_middles(180)
    assert middles[0] == pytest.approx((135, 150))
    assert middles[3] == pytest.approx((195, 90))
    assert [hypot(x - 135, y - 90) for x, y in middles] == pytest.approx([60] * 12)


def test_no_logo_is_larger_than_the_emblem() -> None:
    words = funding_words(FUNDING, ENGLISH, year=2024)
    its = foot(words, [picture(900, 90), picture(50, 50), picture(40, 400)], own_emblem=None, day="", room=493)
    assert len(its.logos) == 3
    for logo in its.logos:
        assert logo.height <= EMBLEM_HEIGHT
        assert logo.height * logo.width <= EMBLEM_HEIGHT * EMBLEM_HEIGHT * 1.5
    assert [round(logo.width / logo.height, 3) for logo in its.logos] == [10, 1, 0.1]


def test_many_logos_stay_on_the_page() -> None:
    words = funding_words(FUNDING, ENGLISH, year=2024)
    its = foot(words, [picture(400, 100)] * 20, own_emblem=None, day="", room=493)
    assert sum(logo.width for logo in its.logos) + 14 * 19 <= 493


def test_an_activity_without_sessions_has_a_page() -> None:
    (page,) = pages_of(pdf(agenda_of()))
    assert "The programme will follow." in page
    assert "Page 1 of 1" in page


@pytest.mark.parametrize("language", ["cs", "fi", "sv", "bg", "de", "ar"])
def test_every_language_makes_a_page(language: str) -> None:
    assert len(pages_of(pdf(visit(), language))) == 1


@pytest.mark.parametrize(
    "name", ["footprints", "graduation-cap", "messages-square", "utensils", "bus", "smile", "presentation"]
)
def test_icons_stay_on_their_grid(name: str) -> None:
    points = [
        (step[place], step[place + 1])
        for stroke in strokes(name)
        for step in stroke
        for place in range(0, len(step), 2)
    ]
    assert points
    assert all(0 <= x <= 24 and 0 <= y <= 24 for x, y in points)


def test_texts_too_long_for_head_and_foot_run_over_pages() -> None:
    own = OwnStatement("en", "Stated " * 60, "Disclaimed " * 1500)
    content = pdf(
        agenda_of(
            session("The only one", 540, 30),
            head=head(title="Title " * 800, purpose="Intention " * 1200),
            funding=replace(FUNDING, statements=(own,)),
        )
    )
    told = pages_of(content)
    said = " ".join(told).split()
    assert [said.count(word) for word in ("Title", "Intention", "Stated", "Disclaimed")] == [800, 1200, 60, 1500]
    assert [f"Page {number} of {len(told)}" in page for number, page in enumerate(told, 1)] == [True] * len(told)


def test_a_long_link_has_a_line_of_its_own() -> None:
    link = f"https://meet.example.org/{'a' * 70}"
    text = pages_of(pdf(agenda_of(head=head(joining_link=link), hosts=visit().hosts)))[0]
    assert link in text
