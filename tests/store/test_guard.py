"""What SQLite would keep wrongly is refused before it is written, naming the field."""

import math
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import insert, update
from sqlalchemy.orm import Session as Db

from studyvisits.domain.refusal import Refused
from studyvisits.store.tables import FundingProfile, Person, Project, Venue, new_uid
from studyvisits.workspace import Workspace
from tests.store.files import persons


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "some.studyvisits", data=tmp_path / "data") as opened:
        opened.run("Prepare", lambda db: db.add(Person(family_name="Nováková")))
        yield opened


def mapped(db: Db) -> None:
    db.add(Person(family_name="Fine", note="zero \0 inside"))


def mapped_many(db: Db) -> None:
    db.add_all([Person(family_name="Fine"), Person(family_name="Fine", note="x"), Person(family_name="x", note="\0")])


def assigned(db: Db) -> None:
    person = db.get(Person, 1)
    assert person is not None
    person.title_before = "\0"


def core_many(db: Db) -> None:
    people = [{"uid": new_uid(), "family_name": name, "given_name": "A"} for name in ("Fine", "\0", "Fine")]
    db.execute(insert(Person), people)


def core_update(db: Db) -> None:
    db.execute(update(Person).where(Person.id == 1).values(phone="\0"))


def tuples(db: Db) -> None:
    statement = 'INSERT INTO persons (uid, family_name, "email") VALUES (?, ?, ?)'
    db.connection().exec_driver_sql(statement, [(new_uid(), "Fine", None), (new_uid(), "Fine", "a\0b")])


def half_a_pair(db: Db) -> None:
    db.add(Person(family_name="Fine", other_name="\ud83d"))


def half_a_pair_of_many(db: Db) -> None:
    statement = "INSERT INTO persons (uid, family_name) VALUES (?, ?)"
    db.connection().exec_driver_sql(statement, [(new_uid(), "Fine"), (new_uid(), "\udfff")])


def not_a_number(db: Db) -> None:
    db.add(Venue(name="Hall", latitude=math.nan))


def infinite(db: Db) -> None:
    db.add(Venue(name="Hall", longitude=-math.inf))


def infinite_amount(db: Db) -> None:
    from decimal import Decimal

    db.add(Project(title="Fine"))
    db.flush()
    db.add(FundingProfile(project_id=1, amount=Decimal("sNaN")))


def beyond_64_bits(db: Db) -> None:
    db.add(Venue(name="Hall", capacity=2**63))


@pytest.mark.parametrize(
    ("command", "code", "field"),
    [
        (mapped, "character_not_storable", "note"),
        (mapped_many, "character_not_storable", "note"),
        (assigned, "character_not_storable", "title_before"),
        (core_many, "character_not_storable", "family_name"),
        (core_update, "character_not_storable", "phone"),
        (tuples, "character_not_storable", "email"),
        (half_a_pair, "character_not_storable", "other_name"),
        (half_a_pair_of_many, "character_not_storable", "family_name"),
        (not_a_number, "number_not_finite", "latitude"),
        (infinite, "number_not_finite", "longitude"),
        (infinite_amount, "number_not_finite", "amount"),
        (beyond_64_bits, "number_too_large", "capacity"),
    ],
)
def test_what_cannot_be_stored_is_refused(
    workspace: Workspace, command: Callable[[Db], None], code: str, field: str
) -> None:
    with pytest.raises(Refused) as refused:
        workspace.run("Write", command)
    assert (refused.value.code, dict(refused.value.facts)) == (code, {"field": field})
    assert (workspace.read(persons), workspace.undo_name) == (["Nováková"], "Prepare")


def test_looking_for_what_cannot_be_stored_is_refused_as_well(workspace: Workspace) -> None:
    with pytest.raises(Refused) as refused:
        workspace.read(lambda db: db.query(Person).filter(Person.family_name == "\0").all())
    assert refused.value.code == "character_not_storable"


@pytest.mark.parametrize(
    "text",
    ["", "=1+1", "<b>", "'; DROP TABLE persons; --", "Žluťoučký", "שלום", "👩‍👩‍👧", "\x01\x7f\u2028", "x" * 10**6],
)
def test_every_other_text_is_kept_as_it_is(workspace: Workspace, text: str) -> None:
    workspace.run("Add", lambda db: db.add(Person(family_name=text)))
    assert workspace.read(persons) == ["Nováková", text]
    workspace.undo()
    workspace.redo()
    assert workspace.read(persons) == ["Nováková", text]
