from datetime import date

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session as Db

from studyvisits.commands.rows import create
from studyvisits.domain.refusal import Refused
from studyvisits.queries.agenda import AgendaPart, From, HostAddress, OnTheSpot, PrintedLogo, agenda
from tests.documents.visit_to_prague import visit_to_prague
from tests.exchange.pictures import tiny_png
from tests.made import Made, participation


def place(db: Db, activity: int, title: str, **told: object) -> int:
    values = {"activity_id": activity, "title": title, "day": date(2024, 6, 10), **told}
    return create(db, table="sessions", values=values)


def contact(db: Db, told: Made) -> None:
    person = create(
        db, table="persons", values={"family_name": "Dvořáková", "given_name": "Kateřina", "phone": "+420 1"}
    )
    values = {"project_id": told.project, "person_id": person, "partner_id": told.czechia}
    member = create(db, table="members", values=values)
    its = participation(db, told.prague, member, presence="local")
    create(db, table="participation_roles", values={"participation_id": its, "role": "host_contact"})


def test_it_tells_the_people_of_the_head(db: Db) -> None:
    told = visit_to_prague(db)
    contact(db, told)
    its = agenda(db, activity=told.prague)
    assert its.hosts == (HostAddress("ČAS", None, "Praha"),)
    assert its.contacts == (OnTheSpot("Kateřina Dvořáková", "+420 1", None),)
    assert its.interpreters == ("Jiří Žďárský",)
    assert [one for one in its.people if one.presence == "visiting"][:2] == [
        From("Katutyö", "visiting", 4, 4, 4),
        From("Fältgruppen", "visiting", 4, 4, 4),
    ]
    assert [one.presence for one in its.people] == ["visiting", "visiting", "local"]


def test_it_tells_parts_sessions_and_logos_but_no_unplaced_session(db: Db) -> None:
    told = visit_to_prague(db)
    part = create(db, table="parts", values={"activity_id": told.prague, "title": "Course"})
    place(db, told.prague, "Law", part_id=part, notes="never printed", start=540)
    place(db, told.prague, "On the shelf", day=None)
    its = agenda(db, activity=told.prague)
    assert its.parts == (AgendaPart(part, "Course", None),)
    assert [(one.title, one.part_id) for one in its.sessions] == [("Law", part)]
    assert "never printed" not in repr(its)


def test_needs_stay_out(db: Db) -> None:
    told = visit_to_prague(db)
    first = db.connection().exec_driver_sql("SELECT min(id) FROM persons").scalar_one()
    create(db, table="needs", values={"person_id": first, "kind": "health", "text": "secret"})
    assert "secret" not in repr(agenda(db, activity=told.prague))


def test_it_asks_the_same_few_questions_however_long_the_programme(db: Db) -> None:
    told = visit_to_prague(db)
    db.flush()

    def questions() -> int:
        asked: list[str] = []
        engine = db.get_bind()
        listener = lambda *seen: asked.append(seen[2])  # noqa: E731
        event.listen(engine, "before_cursor_execute", listener)
        agenda(db, activity=told.prague)
        event.remove(engine, "before_cursor_execute", listener)
        return len(asked)

    few = questions()
    for number in range(50):
        place(db, told.prague, f"Session {number}", start=540, order=number)
    db.flush()
    assert questions() == few
    assert few <= 25


def test_an_unknown_activity_is_refused(db: Db) -> None:
    with pytest.raises(Refused) as refused:
        agenda(db, activity=99)
    assert refused.value.code == "unknown_row"


def test_logos_come_in_their_order(db: Db) -> None:
    told = visit_to_prague(db)
    profile = db.connection().exec_driver_sql("SELECT id FROM funding_profiles").scalar_one()
    for kind, order in (("partner", 2), ("programme", 1)):
        values = {"funding_profile_id": profile, "kind": kind, "image": tiny_png(7), "order": order}
        create(db, table="logos", values=values)
    assert agenda(db, activity=told.prague).logos == (
        PrintedLogo("programme", tiny_png(7)),
        PrintedLogo("partner", tiny_png(7)),
    )
