from datetime import date

import pytest
from sqlalchemy.orm import Session as Db

from studyvisits.commands.activities import set_hosts
from studyvisits.commands.layout import lay_out_project
from studyvisits.commands.people import set_roles
from studyvisits.commands.rows import create
from studyvisits.domain.layout import ActivityTold, PartnerTold, PartTold, ProfessionTold, ProjectTold
from studyvisits.domain.refusal import Refused
from studyvisits.queries.rotation import Cell, CellLine, MeetingLine, Reciprocity, rotation
from tests.made import made, member, participation, rows

TOLD = ProjectTold(
    "Streetwork",
    partners=(PartnerTold("FI", "Helsinki"), PartnerTold("CZ", "Praha"), PartnerTold("SE", "Göteborg")),
    professions=(ProfessionTold("streetworker", "streetworkers"), ProfessionTold("official", "officials")),
    visits=(
        ActivityTold(1, date(2024, 6, 1)),
        ActivityTold(0, date(2024, 3, 1)),
        ActivityTold(2),
    ),
    parts=(PartTold("course", "Course", 2),),
    places_per_country=4,
    preparatory_weeks=4,
    seminars=(ActivityTold(0, date(2024, 11, 1)),),
)


def test_a_new_rotation_stands_in_order_of_time_with_its_meetings(db: Db) -> None:
    project = lay_out_project(db, told=TOLD)
    create(
        db,
        table="activities",
        values={
            "project_id": project,
            "kind": "project_meeting",
            "title": "Kick-off",
            "first_day": date(2024, 1, 15),
            "last_day": date(2024, 1, 15),
            "certainty": "fixed",
        },
    )
    read = rotation(db, project=project)
    assert [(column.number, column.kind, column.town, column.first_day, column.hosts) for column in read.columns] == [
        (1, "study_visit", "Helsinki", date(2024, 3, 4), (1,)),
        (2, "study_visit", "Praha", date(2024, 6, 3), (2,)),
        (3, "seminar", "Helsinki", date(2024, 11, 4), (1,)),
        (4, "study_visit", "Göteborg", date(2000, 1, 3), (3,)),
    ]
    assert [(column.has_places, column.people, len(column.meetings)) for column in read.columns] == [
        (True, 0, 1),
        (True, 0, 1),
        (False, 0, 0),
        (True, 0, 1),
    ]
    assert read.columns[0].meetings == (
        MeetingLine(3, "preparatory_meeting", None, None, date(2024, 2, 5), "month", "planned"),
    )
    assert [(meeting.kind, meeting.title) for meeting in read.meetings] == [("project_meeting", "Kick-off")]
    assert [(row.country, row.town, row.name) for row in read.rows] == [
        ("FI", "Helsinki", "Helsinki"),
        ("CZ", "Praha", "Praha"),
        ("SE", "Göteborg", "Göteborg"),
    ]
    half = (CellLine(1, 2, 0, 0, 0), CellLine(2, 2, 0, 0, 0))
    empty = Cell(hosts=False, lines=half, places=4, open=4)
    assert [row.cells for row in read.rows] == [
        (Cell(True), empty, Cell(True), empty),
        (empty, Cell(True), Cell(False), empty),
        (empty, empty, Cell(False), Cell(True)),
    ]
    assert [row.reciprocity for row in read.rows] == [Reciprocity(0, 8, 0, 8)] * 3
    assert (read.places, read.filled) == (24, 0)


def test_people_and_head_counts_fill_the_cells(db: Db) -> None:
    there = made(db)
    set_hosts(db, activity=there.prague, partners=[there.czechia])
    for profession in (there.streetworker, there.official):
        quota = {"activity_id": there.prague, "partner_id": there.finland, "profession_id": profession, "places": 2}
        create(db, table="quotas", values=quota)
    create(db, table="quotas", values={"activity_id": there.prague, "partner_id": there.sweden, "places": 1})

    def comes(partner: int, profession: int | None, status: str, presence: str = "visiting") -> int:
        of = member(db, there.project, "A", partner_id=partner, profession_id=profession)
        return participation(db, there.prague, of, presence=presence, status=status)

    comes(there.finland, there.streetworker, "confirmed")
    comes(there.finland, there.streetworker, "invited")
    comes(there.finland, there.official, "cancelled")
    comes(there.sweden, there.official, "confirmed")
    comes(there.sweden, None, "nominated")
    speaker = comes(there.sweden, there.official, "confirmed")
    set_roles(db, participations=[speaker], roles=["speaker"])
    comes(there.czechia, there.official, "confirmed", "local")
    counted = {"presence": "local", "partner_id": there.czechia, "number": 12}
    create(db, table="head_counts", values={"activity_id": there.prague, **counted})

    read = rotation(db, project=there.project)

    finland, czechia, sweden = (row.cells[0] for row in read.rows)
    assert finland == Cell(
        False,
        (CellLine(there.streetworker, 2, 2, 1, 1), CellLine(there.official, 2, 0, 0, 0)),
        places=4,
        filled=2,
        named=2,
        open=2,
    )
    assert sweden == Cell(False, (CellLine(None, 1, 2, 1, 1),), places=1, filled=2, named=2, open=0, exceeded=True)
    assert (czechia.hosts, czechia.places, czechia.filled, czechia.named) == (True, 0, 12, 1)
    assert [row.reciprocity for row in read.rows] == [
        Reciprocity(2, 4, 0, 0),
        Reciprocity(0, 0, 4, 5),
        Reciprocity(2, 1, 0, 0),
    ]
    assert (read.places, read.filled, read.columns[0].people) == (5, 4, 16)
    assert rows(db, "participations", "id")[-1] == (7,)


def test_an_unknown_project_is_refused(db: Db) -> None:
    with pytest.raises(Refused):
        rotation(db, project=1)
