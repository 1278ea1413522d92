from datetime import date

import pytest
from sqlalchemy.orm import Session as Db

from studyvisits.commands.participations import Who
from studyvisits.commands.people import put_in_group, put_in_session
from studyvisits.commands.rows import change, create
from studyvisits.commands.sessions import name_in_words, set_audience
from studyvisits.domain.refusal import Refused
from studyvisits.queries.programme import Card, Day, GroupingLine, GroupLine, Head, PartLine, programme
from studyvisits.queries.session_company import AudienceLine, SessionFigure
from tests.made import made, member, participation, session

MONDAY, TUESDAY = date(2024, 6, 10), date(2024, 6, 11)


def card(id: int, title: str, day: date | None, start: int | None = None, order: int = 0, **told: object) -> Card:
    names = ("kind", "part_id", "minutes", "venue_id", "venue", "address", "place_note", "organisation_id")
    blank = dict.fromkeys((*names, "organisation", "working_language", "description", "notes"))
    values = {**blank, "state": "planned", "id": id, "title": title, "day": day, "start": start, "order": order, **told}
    return Card(**values)  # type: ignore[arg-type]


def test_an_empty_programme_has_all_days_of_the_activity(db: Db) -> None:
    there = made(db)
    change(db, table="activities", ids=[there.prague], values={"last_day": TUESDAY})
    read = programme(db, activity=there.prague)
    title = "Human trafficking on the street"
    assert read.head == Head(
        there.prague, there.project, "study_visit", "Prague", title, MONDAY, TUESDAY, "fixed", "planned", None
    )
    assert (read.parts, read.groupings, read.shelf) == ((), (), ())
    assert read.days == (Day(MONDAY, 1, False, (), ()), Day(TUESDAY, 2, False, (), ()))


def test_days_stand_in_order_with_tracks_where_groups_part(db: Db) -> None:
    there = made(db)
    change(db, table="activities", ids=[there.prague], values={"last_day": TUESDAY})
    part = create(db, table="parts", values={"activity_id": there.prague, "title": "Placements", "kind": "placements"})
    grouping = create(db, table="groupings", values={"activity_id": there.prague, "name": "Placements"})
    a, b = (create(db, table="groups", values={"grouping_id": grouping, "name": name}) for name in "AB")
    who = put_in_group(db, group=a, who=Who(member=member(db, there.project, "Virtanen", given_name="Aino")))
    absent = participation(db, there.prague, member(db, there.project, "Virta"), status="reserve")
    put_in_group(db, group=b, who=Who(participation=absent))
    lunch = session(db, there.prague, "Lunch", 10, 720, kind="meal")
    base = session(db, there.prague, "Outreach base", 10, 540, minutes=90, part_id=part)
    day_centre = session(db, there.prague, "Day centre", 10, 540)
    then = session(db, there.prague, "Then", 10)
    early = session(db, there.prague, "Journey", 9)
    shelf = session(db, there.prague, "Some day", None)
    set_audience(db, sessions=[base], audience=[("group", a)])
    set_audience(db, sessions=[day_centre], audience=[("group", b)])
    set_audience(db, sessions=[lunch], audience=[("group", a), ("local", None), ("partner", there.sweden)])
    put_in_session(db, session=base, who=Who(participation=who), role="group_leader")
    name_in_words(db, session=base, words="a colleague")

    read = programme(db, activity=there.prague)

    to_a, to_b = AudienceLine("group", a, "A", "Placements"), AudienceLine("group", b, "B", "Placements")
    for_lunch = (to_a, AudienceLine("local"), AudienceLine("partner", there.sweden, "Fältgruppen"))
    figures = (
        SessionFigure(1, who, "Aino Virtanen", "group_leader", "confirmed"),
        SessionFigure(2, None, "a colleague", None),
    )
    in_a = card(
        base, "Outreach base", MONDAY, 540, 1, minutes=90, part_id=part, audience=(to_a,), people=figures, tracks=(a,)
    )
    assert read.parts == (PartLine(part, "Placements", "placements"),)
    assert read.groupings == (
        GroupingLine(grouping, "Placements", None, None, (GroupLine(a, "A", None, 1), GroupLine(b, "B", None, 0))),
    )
    assert read.shelf == (card(shelf, "Some day", None),)
    assert read.days == (
        Day(date(2024, 6, 9), 0, True, (), (card(early, "Journey", date(2024, 6, 9)),)),
        Day(
            MONDAY,
            1,
            False,
            (a, b),
            (
                in_a,
                card(day_centre, "Day centre", MONDAY, 540, 2, audience=(to_b,), tracks=(b,)),
                card(then, "Then", MONDAY, None, 3, tracks=(a, b)),
                card(lunch, "Lunch", MONDAY, 720, 0, kind="meal", audience=for_lunch, tracks=(a, b)),
            ),
        ),
        Day(TUESDAY, 2, False, (), ()),
    )


def test_an_unknown_activity_is_refused(db: Db) -> None:
    with pytest.raises(Refused):
        programme(db, activity=1)
