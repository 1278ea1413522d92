from datetime import date

import pytest
from sqlalchemy.orm import Session as Db

from studyvisits.commands.rows import create
from studyvisits.domain.refusal import Refused
from studyvisits.queries.plans import plan_rows
from tests.made import made

DAYS = {"first_day": date(2024, 3, 11), "last_day": date(2024, 3, 15)}


def test_a_plan_holds_what_its_project_refers_to_and_nothing_else(db: Db) -> None:
    project = made(db).project
    used = create(db, table="organisations", values={"name": "Hotel"})
    create(db, table="organisations", values={"name": "Not of this project"})
    hall = create(db, table="venues", values={"name": "Hall", "organisation_id": used})
    create(db, table="venues", values={"name": "Elsewhere"})
    create(db, table="persons", values={"family_name": "Stranger"})
    person = create(db, table="persons", values={"family_name": "Malá"})
    create(db, table="members", values={"project_id": project, "person_id": person})
    activity = create(
        db,
        table="activities",
        values={"project_id": project, "kind": "other", **DAYS, "certainty": "fixed", "venue_id": hall},
    )
    other = create(db, table="projects", values={"title": "Other"})
    create(db, table="activities", values={"project_id": other, "kind": "other", **DAYS, "certainty": "fixed"})
    found = plan_rows(db, project=project)
    assert found.project["id"] == project
    assert [row["name"] for row in found.tables["organisations"]] == ["Katutyö", "ČAS", "Fältgruppen", "Hotel"]
    assert [row["name"] for row in found.tables["venues"]] == ["Hall"]
    assert [row["family_name"] for row in found.tables["persons"]] == ["Malá"]
    assert [row["id"] for row in found.tables["activities"]][-1] == activity
    assert {row["project_id"] for row in found.tables["activities"]} == {project}


def test_needs_stay_out_unless_asked(db: Db) -> None:
    project = create(db, table="projects", values={"title": "T"})
    person = create(db, table="persons", values={"family_name": "Malá"})
    create(db, table="members", values={"project_id": project, "person_id": person})
    create(db, table="needs", values={"person_id": person, "kind": "diet", "text": "vegan"})
    without = plan_rows(db, project=project)
    assert (without.tables["needs"], without.needs_of) == ((), frozenset())
    told = plan_rows(db, project=project, with_needs=True)
    assert ([row["text"] for row in told.tables["needs"]], told.needs_of) == (["vegan"], frozenset({person}))


def test_a_project_that_is_not_there_is_refused(db: Db) -> None:
    with pytest.raises(Refused) as caught:
        plan_rows(db, project=7)
    assert caught.value.code == "unknown_row"
