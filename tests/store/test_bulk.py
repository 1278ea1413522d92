from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session as Db

from studyvisits.store.bulk import delete_rows, first_free_id, insert_rows, update_rows
from studyvisits.store.tables import Person
from tests.made import rows


def test_rows_are_the_same_as_those_made_one_by_one(db: Db) -> None:
    told: list[dict[str, object]] = [
        {"family_name": "Berg", "birth_date": date(1984, 4, 9)},
        {"family_name": "Nová", "email": "nova@example.org", "birth_date": None},
    ]
    insert_rows(db, "persons", told, first_id=first_free_id(db, "persons"))
    db.add_all([Person(**each) for each in told])
    db.flush()
    columns = ("family_name", "given_name", "email", "birth_date")
    in_one_go, one_by_one = rows(db, "persons", *columns)[:2], rows(db, "persons", *columns)[2:]
    assert in_one_go == one_by_one
    assert [row[0] for row in rows(db, "persons", "id")] == [1, 2, 3, 4]
    assert len({row[0] for row in rows(db, "persons", "uid")}) == 4


def test_a_row_without_what_it_must_have_is_not_stored(db: Db) -> None:
    with pytest.raises(IntegrityError):
        insert_rows(db, "persons", [{"given_name": "Anna"}], first_id=1)


def test_changes_of_different_columns_are_made_and_rows_that_are_gone_are_told_by_their_number(db: Db) -> None:
    insert_rows(db, "persons", [{"family_name": name} for name in ("Berg", "Nová", "Virtanen")], first_id=1)
    changes: list[tuple[int, dict[str, object]]] = [
        (1, {"note": "one"}),
        (2, {"note": "two", "birth_date": date(1990, 1, 31)}),
        (9, {"note": "nobody"}),
    ]
    assert update_rows(db, "persons", changes) == 2
    delete_rows(db, "persons", [3, 9])
    delete_rows(db, "persons", [])
    assert rows(db, "persons", "family_name", "note", "birth_date") == [
        ("Berg", "one", None),
        ("Nová", "two", date(1990, 1, 31)),
    ]
