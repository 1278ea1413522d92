"""A checked copy takes the rows over, and nothing else."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from studyvisits.domain.refusal import Refused
from studyvisits.store import verification
from studyvisits.store.rescue import checked_copy
from studyvisits.workspace import Workspace
from tests.store.files import persons, write_file

TODAY = date(2026, 11, 23)
TRIGGER = "CREATE TRIGGER hidden AFTER INSERT ON persons BEGIN DELETE FROM persons; END"


def uid_in(file: Path) -> str:
    with closing(sqlite3.connect(file)) as connection:
        ((uid,),) = connection.execute("SELECT uid FROM file_identity").fetchall()
    return str(uid)


def opened_copy(file: Path) -> list[str]:
    copy = checked_copy(file, today=TODAY)
    assert copy.name == "some (checked 2026-11-23).studyvisits"
    with Workspace.open(copy, data=file.parent / "data") as workspace:
        return workspace.read(persons)


def test_a_file_that_another_program_changed(tmp_path: Path) -> None:
    file = write_file(tmp_path / "some.studyvisits", "Nováková")
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE persons SET family_name = 'Svobodová'")
        connection.executemany(
            "INSERT INTO persons (uid, family_name) VALUES (?, ?)", [(str(n), str(n)) for n in range(99)]
        )
    before, changed = file.read_bytes(), sorted(map(str, range(99)), key=int)
    assert opened_copy(file) == ["Svobodová", *changed]
    assert file.read_bytes() == before


def test_a_file_without_its_trailer(tmp_path: Path) -> None:
    file = write_file(tmp_path / "some.studyvisits", "Nováková")
    file.write_bytes(file.read_bytes()[:-64])
    assert opened_copy(file) == ["Nováková"]


def test_what_a_stranger_hid_stays_behind(tmp_path: Path) -> None:
    file = write_file(tmp_path / "some.studyvisits", "Nováková", statements=(TRIGGER, "CREATE TABLE more (x)"))
    assert opened_copy(file) == ["Nováková"]
    (copy,) = tmp_path.glob("some (checked*")
    assert verification.verified(copy).uid == uid_in(file)


@pytest.mark.parametrize(
    "statement",
    [
        "PRAGMA foreign_keys=OFF; INSERT INTO needs (uid, person_id, kind, text) VALUES ('x', 99, 'diet', 'x')",
        "ALTER TABLE persons ADD more",
        "DROP TABLE sessions",
        "UPDATE persons SET birth_date = '10. 6. 1980'",
        "UPDATE persons SET note = x'00ff'",
        "UPDATE persons SET note = char(0)",
        "INSERT INTO venues (uid, name, latitude) VALUES ('x', 'Hall', 9e999)",
        "INSERT INTO venues (uid, name, capacity) VALUES ('x', 'Hall', 'many')",
        "INSERT INTO venues (uid, name, step_free) VALUES ('x', 'Hall', 7)",
    ],
)
def test_what_our_tables_would_not_hold_is_beyond_repair(tmp_path: Path, statement: str) -> None:
    file = write_file(tmp_path / "some.studyvisits", "Nováková", statements=tuple(statement.split("; ")))
    with pytest.raises(Refused) as refused:
        checked_copy(file, today=TODAY)
    assert refused.value.code == "file_beyond_repair"
    assert list(tmp_path.iterdir()) == [file]


def test_every_kind_of_column_is_known(tmp_path: Path) -> None:
    filled = (
        "UPDATE persons SET birth_date = '1980-06-10', note = 'x'",
        "INSERT INTO venues (uid, name, latitude, capacity, step_free) VALUES ('x', 'Hall', 60.0, 10, 1)",
        "INSERT INTO projects (id, uid, title) VALUES (1, 'x', 'Streetwork')",
        "INSERT INTO funding_profiles (id, uid, project_id, amount) VALUES (1, 'x', 1, '85440.00')",
        "INSERT INTO logos (uid, funding_profile_id, kind, image, \"order\") VALUES ('x', 1, 'emblem', x'00ff', 0)",
        "CREATE VIEW v AS SELECT 1",
    )
    assert opened_copy(write_file(tmp_path / "some.studyvisits", "Nováková", statements=filled)) == ["Nováková"]
    with closing(sqlite3.connect(next(tmp_path.glob("some (checked*")))) as connection:
        assert connection.execute("SELECT latitude, capacity, step_free FROM venues").fetchall() == [(60.0, 10, 1)]
        assert connection.execute("SELECT amount, image FROM funding_profiles, logos").fetchall() == [
            ("85440.00", b"\x00\xff")
        ]


def test_half_a_file_is_beyond_repair(tmp_path: Path) -> None:
    file = write_file(tmp_path / "some.studyvisits", *map(str, range(500)))
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    with pytest.raises(Refused) as refused:
        checked_copy(file, today=TODAY)
    assert refused.value.code == "file_beyond_repair"


def test_a_file_of_another_kind_is_refused_as_such(tmp_path: Path) -> None:
    file = tmp_path / "some.studyvisits"
    file.write_bytes(b"\x89PNG")
    with pytest.raises(Refused) as refused:
        checked_copy(file, today=TODAY)
    assert refused.value.code == "file_not_ours"
