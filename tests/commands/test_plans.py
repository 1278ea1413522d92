import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session as Db

from studyvisits.commands.plans import import_plan
from studyvisits.domain.plan import PlanMode, PlanRows
from studyvisits.domain.refusal import Refused
from studyvisits.exchange.plans import plan_from
from studyvisits.store.tables import Activity
from studyvisits.workspace import Workspace
from tests.made import everything, rows

UIDS = {name: f"{number:032x}" for number, name in enumerate(["project", "anna", "cas", "hall", "visit", "need"])}

UID = list(Activity.__table__.c.keys()).index("uid")


def plan(project: dict[str, Any] | None = None, **top: Any) -> PlanRows:
    document = {"format": 1, "project": {"title": "Rotation", "uid": UIDS["project"], **(project or {})}, **top}
    return plan_from(json.dumps(document).encode(), name="p.json")


def whole(**person: Any) -> PlanRows:
    """One of most things, each with a uid."""
    return plan(
        {
            "partners": [{"organisation": "ČAS"}],
            "members": [{"person": "Anna Malá", "organisation": "ČAS", "partner": "ČAS"}],
            "activities": [
                {"kind": "preparatory_meeting", "belongs_to": "Prague"},
                {
                    "uid": UIDS["visit"],
                    "kind": "study_visit",
                    "title": "Prague",
                    "participations": [{"member": "Anna Malá", "roles": ["participant", "speaker"]}],
                    "sessions": [{"title": "Welcome", "venue": "Hall", "people": [{"person": "Anna Malá"}]}],
                },
            ],
        },
        persons=[{"uid": UIDS["anna"], "family_name": "Malá", "given_name": "Anna", **person}],
        organisations=[{"uid": UIDS["cas"], "name": "ČAS"}],
        venues=[{"uid": UIDS["hall"], "name": "Hall", "organisation": "ČAS"}],
    )


def test_a_plan_is_stored_whole_and_what_was_added_is_counted(db: Db) -> None:
    added = import_plan(db, plan=whole())
    assert dict(added.added) == {
        "projects": 1,
        "organisations": 1,
        "persons": 1,
        "venues": 1,
        "partners": 1,
        "members": 1,
        "activities": 2,
        "participations": 1,
        "participation_roles": 2,
        "sessions": 1,
        "session_people": 1,
    }
    assert {table: len(found) for table, found in everything(db).items()} == dict(added.added)
    assert rows(db, "projects", "id", "title") == [(added.project, "Rotation")]
    assert rows(db, "activities", "id", "belongs_to_id", "order", "status", "certainty") == [
        (1, 2, 0, "planned", "open"),
        (2, None, 1, "planned", "open"),
    ]
    assert rows(db, "participations", "activity_id", "member_id", "status") == [(2, 1, "confirmed")]


def test_a_project_without_uid_is_new_each_time(db: Db) -> None:
    without = plan_from(b'{"format": 1, "project": {"title": "T"}}', name="p")
    assert [import_plan(db, plan=without).project for _ in range(2)] == [1, 2]
    assert len(set(rows(db, "projects", "uid"))) == 2


def test_a_project_that_is_there_is_refused(db: Db) -> None:
    import_plan(db, plan=whole())
    before = everything(db)
    with pytest.raises(Refused) as caught:
        import_plan(db, plan=whole(phone="1"))
    assert (caught.value.code, dict(caught.value.facts)) == ("plan_project_known", {"title": "Rotation"})
    assert everything(db) == before


def test_replacing_takes_the_projects_own_rows_and_keeps_its_id(db: Db) -> None:
    import_plan(db, plan=plan_from(b'{"format": 1, "project": {"title": "Other"}}', name="p"))
    project = import_plan(db, plan=whole()).project
    smaller = plan({"title": "Smaller", "activities": [{"uid": UIDS["visit"], "kind": "seminar"}]})
    added = import_plan(db, plan=smaller, mode=PlanMode.REPLACE)
    assert (added.project, dict(added.added)) == (project, {"activities": 1})
    assert rows(db, "projects", "id", "title") == [(1, "Other"), (project, "Smaller")]
    assert rows(db, "activities", "project_id", "uid", "kind") == [(project, UIDS["visit"], "seminar")]
    for table in ("partners", "members", "participations", "participation_roles", "sessions", "session_people"):
        assert rows(db, table, "id") == [], table


def test_replacing_updates_persons_organisations_and_venues_and_deletes_none(db: Db) -> None:
    import_plan(db, plan=whole(email="anna@example.org", note="old"))
    import_plan(db, plan=whole(email="anna@example.net"), mode=PlanMode.REPLACE)
    assert rows(db, "persons", "id", "email", "note") == [(1, "anna@example.net", None)]
    import_plan(db, plan=plan(), mode=PlanMode.REPLACE)
    assert rows(db, "persons", "family_name") == [("Malá",)]
    assert rows(db, "organisations", "name") == [("ČAS",)]
    assert rows(db, "venues", "name", "organisation_id") == [("Hall", 1)]


def test_a_person_known_from_a_sister_project_is_found_again(db: Db) -> None:
    import_plan(db, plan=whole())
    sister = {"format": 1, "project": {"title": "Sister", "members": [{"person": "Malá"}]},
              "persons": [{"uid": UIDS["anna"], "family_name": "Malá", "phone": "1"}]}  # fmt: skip
    import_plan(db, plan=plan_from(json.dumps(sister).encode(), name="p"))
    assert rows(db, "persons", "id", "given_name", "phone") == [(1, None, "1")]
    assert rows(db, "members", "project_id", "person_id") == [(1, 1), (2, 1)]


@pytest.mark.parametrize(
    ("needs", "kept"),
    [({}, ["nuts"]), ({"needs": []}, []), ({"needs": [{"kind": "diet", "text": "vegan"}]}, ["vegan"])],
)
def test_needs_change_only_if_the_plan_has_them(db: Db, needs: dict[str, Any], kept: list[str]) -> None:
    import_plan(db, plan=whole(needs=[{"uid": UIDS["need"], "kind": "allergy", "text": "nuts"}]))
    import_plan(db, plan=whole(**needs), mode=PlanMode.REPLACE)
    assert [text for (text,) in rows(db, "needs", "text")] == kept


def test_a_copy_shares_nothing(db: Db) -> None:
    first = import_plan(db, plan=whole(needs=[{"kind": "diet", "text": "vegan"}]))
    before = everything(db)
    second = import_plan(db, plan=whole(needs=[{"kind": "diet", "text": "vegan"}]), mode=PlanMode.COPY)
    assert dict(second.added) == dict(first.added)
    after = everything(db)
    assert {table: after[table][: len(found)] for table, found in before.items()} == before
    assert rows(db, "members", "project_id", "person_id", "organisation_id") == [(1, 1, 1), (2, 2, 2)]
    assert rows(db, "activities", "project_id", "belongs_to_id") == [(1, 2), (1, None), (2, 4), (2, None)]
    assert rows(db, "sessions", "activity_id", "venue_id") == [(2, 1), (4, 2)]
    assert rows(db, "needs", "person_id") == [(1,), (2,)]
    for table in after:
        assert len(set(rows(db, table, "uid"))) == len(after[table]), table


def test_rows_of_another_project_are_never_taken_over(db: Db) -> None:
    import_plan(db, plan=whole())
    stranger = {"format": 1, "project": {"title": "S", "activities": [{"uid": UIDS["visit"], "kind": "other"}]}}
    with pytest.raises(Refused) as caught:
        import_plan(db, plan=plan_from(json.dumps(stranger).encode(), name="p"))
    assert (caught.value.code, dict(caught.value.facts)) == (
        "plan_uid_taken",
        {"table": "activities", "uid": UIDS["visit"]},
    )


def test_a_thousand_people_come_in_at_once(db: Db) -> None:
    people = [{"family_name": f"Person {number}"} for number in range(1100)]
    members = [{"person": person["family_name"]} for person in people]
    added = import_plan(db, plan=plan({"members": members}, persons=people))
    assert dict(added.added) == {"projects": 1, "persons": 1100, "members": 1100}
    names = [(number, person["family_name"]) for number, person in enumerate(people, 1)]
    assert rows(db, "persons", "id", "family_name") == names
    assert rows(db, "members", "person_id") == [(number,) for number, _ in names]


def test_taking_a_plan_in_is_one_step_to_take_back_and_a_refused_one_leaves_nothing(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "rotation.studyvisits", data=tmp_path / "data") as workspace:
        workspace.run("import", import_plan, plan=whole(needs=[{"kind": "diet", "text": "vegan"}]))
        before = workspace.read(everything)
        smaller = plan({"activities": [{"kind": "seminar"}]}, persons=[{"uid": UIDS["anna"], "family_name": "Nová"}])
        workspace.run("replace", import_plan, plan=smaller, mode=PlanMode.REPLACE)
        after = workspace.read(everything)
        assert (before == after, workspace.undo()) == (False, "replace")
        assert workspace.read(everything) == before
        assert workspace.redo() == "replace"
        assert workspace.read(everything) == after
        taken = {
            "title": "S",
            "uid": "f" * 32,
            "activities": [{"uid": str(after["activities"][0][UID]), "kind": "other"}],
        }
        with pytest.raises(Refused):
            workspace.run("import", import_plan, plan=plan(taken, organisations=[{"name": "Not to be kept"}]))
        assert workspace.read(everything) == after
        assert workspace.undo_name == "replace"
