import pytest
from sqlalchemy.orm import Session as Db

from studyvisits.commands.rows import create, delete
from studyvisits.domain.refusal import Refused
from studyvisits.queries.rows import Hanging, what_hangs_on
from tests.made import everything, made, member, participation, session, visit


def test_what_hangs_on_a_partner(db: Db) -> None:
    there = made(db)
    create(db, table="quotas", values={"activity_id": there.prague, "partner_id": there.finland, "places": 4})
    member(db, there.project, "Virtanen", partner_id=there.finland)
    talk = session(db, there.prague, "Talk")
    create(db, table="audience_rows", values={"session_id": talk, "kind": "partner", "partner_id": there.finland})
    assert what_hangs_on(db, table="partners", ids=[there.finland]) == Hanging(
        (("quotas", 1), ("audience_rows", 1)), (("members", "partner_id", 1),)
    )


def test_what_hangs_on_an_activity_is_what_goes_when_it_is_deleted(db: Db) -> None:
    there = made(db)
    visit(db, there.project, kind="preparatory_meeting", belongs_to_id=there.prague)
    who = participation(db, there.prague, member(db, there.project, "Říha"))
    create(db, table="participation_roles", values={"participation_id": who, "role": "speaker"})
    talk = session(db, there.prague, "Talk")
    create(db, table="session_people", values={"session_id": talk, "participation_id": who})
    hanging = what_hangs_on(db, table="activities", ids=[there.prague])
    before = everything(db)
    delete(db, table="activities", ids=[there.prague])
    after = everything(db)
    gone = {name: len(found) - len(after.get(name, [])) for name, found in before.items() if found != after.get(name)}
    assert {**dict(hanging.going), "activities": 1} == gone
    assert hanging.losing == (("activities", "belongs_to_id", 1),)


def test_nothing_hangs_on_a_new_person_and_unknown_tables_are_refused(db: Db) -> None:
    person = create(db, table="persons", values={"family_name": "Říha"})
    assert what_hangs_on(db, table="persons", ids=[person]) == Hanging((), ())
    with pytest.raises(Refused):
        what_hangs_on(db, table="sqlite_master", ids=[1])
