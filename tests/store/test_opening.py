"""What a crash, a move or another laptop left is settled when a file is opened, and nothing is dropped."""

import json
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from studyvisits.domain.refusal import Refused
from studyvisits.store import places, publishing
from studyvisits.workspace import Workspace
from tests.store.files import add_person, crash, persons, posix_only, published, write_file

TODAY = date(2026, 11, 23)
FROM_HERE = f"from {places.computer()}, 2026-11-23"


class Laptop:
    """One computer's data folder beside a file that several see."""

    def __init__(self, folder: Path, name: str = "data") -> None:
        self.file = folder / "cloud" / "some.studyvisits"
        self.data = folder / name
        self.file.parent.mkdir(exist_ok=True)

    def open(self, file: Path | None = None) -> Workspace:
        return Workspace.open(file or self.file, data=self.data, today=lambda: TODAY)

    def beside(self) -> list[str]:
        return sorted(path.name for path in self.file.parent.iterdir() if path != self.file)

    def copies(self) -> int:
        return len(list((self.data / "work").glob("*")))

    def crash_with(self, name: str) -> None:
        workspace = self.open()
        workspace.run("Add", add_person, name=name)
        crash(workspace)


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    made = Laptop(tmp_path)
    write_file(made.file, "Nováková")
    return made


def test_a_file_that_was_moved_after_a_crash_finds_its_edits_by_its_own_id(laptop: Laptop) -> None:
    laptop.crash_with("Virtanen")
    moved = laptop.file.rename(laptop.file.with_name("renamed.studyvisits"))
    with laptop.open(moved) as workspace:
        assert workspace.opening.recovered
        assert workspace.read(persons) == ["Nováková", "Virtanen"]
    assert published(moved) == ["Nováková", "Virtanen"]
    assert laptop.copies() == 0


def test_a_copy_of_a_file_leaves_the_edits_to_the_file_itself(laptop: Laptop) -> None:
    laptop.crash_with("Virtanen")
    copied = Path(shutil.copy(laptop.file, laptop.file.with_name("copy.studyvisits")))
    with laptop.open(copied) as workspace:
        assert not workspace.opening.recovered
        assert workspace.read(persons) == ["Nováková"]
    with laptop.open() as workspace:
        assert workspace.read(persons) == ["Nováková", "Virtanen"]


def test_edits_go_beside_a_file_that_another_laptop_has_written_since(laptop: Laptop, tmp_path: Path) -> None:
    laptop.crash_with("Virtanen")
    with Laptop(tmp_path, "other").open() as other:
        other.run("Add", add_person, name="Lindqvist")
    with laptop.open() as workspace:
        assert workspace.read(persons) == ["Nováková", "Lindqvist"]
        assert not workspace.opening.recovered
        beside = laptop.file.with_name(f"some ({FROM_HERE}).studyvisits")
        assert workspace.opening.beside == (beside,)
    assert published(beside) == ["Nováková", "Virtanen"]
    assert laptop.copies() == 0


def test_edits_go_beside_another_file_of_the_same_name(laptop: Laptop) -> None:
    laptop.crash_with("Virtanen")
    write_file(laptop.file, "Somebody else")
    with laptop.open() as workspace:
        assert workspace.read(persons) == ["Somebody else"]
        assert [published(path) for path in workspace.opening.beside] == [["Nováková", "Virtanen"]]


def test_a_working_copy_without_edits_gives_way_to_what_another_laptop_wrote(laptop: Laptop, tmp_path: Path) -> None:
    crash(laptop.open())
    with Laptop(tmp_path, "other").open() as other:
        other.run("Add", add_person, name="Lindqvist")
    with laptop.open() as workspace:
        assert workspace.read(persons) == ["Nováková", "Lindqvist"]
        assert (workspace.opening.beside, workspace.opening.recovered) == ((), False)
    assert laptop.beside() == []


def test_a_crash_between_publishing_and_remembering_it_is_no_conflict(laptop: Laptop) -> None:
    workspace = laptop.open()
    workspace.run("Add", add_person, name="Virtanen")
    workspace.publish()
    workspace.run("Add", add_person, name="Lindqvist")
    crash(workspace)
    state = json.loads(next((laptop.data / "work").glob("*/state.json")).read_bytes())
    assert state["base"] != state["next"]
    with laptop.open() as workspace:
        assert (workspace.opening.recovered, workspace.opening.beside) == (True, ())
        assert workspace.read(persons) == ["Nováková", "Virtanen", "Lindqvist"]
    assert laptop.beside() == []


def test_a_crash_before_a_conflict_came_to_its_place_keeps_the_edits(laptop: Laptop, tmp_path: Path) -> None:
    """The working copy says where it was going; the file never arrived there."""
    workspace = laptop.open()
    workspace.run("Add", add_person, name="Virtanen")
    with Laptop(tmp_path, "other").open() as other:
        other.run("Add", add_person, name="Lindqvist")
    workspace._publisher._go_beside(TODAY)
    crash(workspace)
    assert laptop.beside() == []
    with laptop.open() as workspace:
        assert workspace.read(persons) == ["Nováková", "Lindqvist"]
        assert [published(path) for path in workspace.opening.beside] == [["Nováková", "Virtanen"]]


@posix_only
@pytest.mark.parametrize("path", ["/", ".", "..", "", "x\0y"])
def test_a_path_that_names_no_file(laptop: Laptop, path: str) -> None:
    with pytest.raises(Refused) as refused:
        laptop.open(Path(path))
    assert refused.value.code == ("file_missing" if "\0" in path else "file_is_folder")


def test_a_file_opens_without_the_slow_libraries(laptop: Laptop) -> None:
    """A window shows its first rows, read with ``sqlite3``, before it imports SQLAlchemy."""
    script = f"""
import sys
from datetime import date
from pathlib import Path
from studyvisits.store.opening import open_file
open_file(Path({str(laptop.file)!r}), Path({str(laptop.data)!r}), date(2026, 11, 23))
print(*sorted({{"sqlalchemy", "alembic", "babel"}} & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "\n"


def test_what_a_crash_left_of_publishing_is_taken_away(laptop: Laptop) -> None:
    left = laptop.file.with_name(publishing.temporary_name(laptop.file, laptop.data))
    left.write_bytes(b"half")
    laptop.open().close()
    assert laptop.beside() == []


def test_a_transaction_cut_short_is_taken_back(laptop: Laptop) -> None:
    workspace = laptop.open()
    workspace.run("Add", add_person, name="Virtanen")
    database = workspace._copy.database
    connection = workspace._connection
    connection.exec_driver_sql("PRAGMA cache_size=1")
    connection.exec_driver_sql("INSERT INTO persons (uid, family_name) VALUES ('1', 'Half')")
    connection.exec_driver_sql("UPDATE persons SET note = hex(zeroblob(20000))")
    journal = database.with_name("working.db-journal")
    assert journal.stat().st_size > 0
    kept = database.read_bytes(), journal.read_bytes()
    connection.rollback()
    crash(workspace)
    database.write_bytes(kept[0])
    journal.write_bytes(kept[1])
    with laptop.open() as workspace:
        assert workspace.read(persons) == ["Nováková", "Virtanen"]


def test_a_working_copy_that_cannot_be_read_is_kept_apart(laptop: Laptop) -> None:
    laptop.crash_with("Virtanen")
    database = next((laptop.data / "work").glob("*/working.db"))
    content = bytearray(database.read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    database.write_bytes(content)
    with laptop.open() as workspace:
        assert workspace.read(persons) == ["Nováková"]
        (apart,) = workspace.opening.unreadable
    assert (apart / "working.db").read_bytes() == content
    with laptop.open() as workspace:
        assert workspace.opening.unreadable == ()


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda file: file.unlink(), "file_missing"),
        (lambda file: file.write_bytes(b""), "file_empty"),
        (lambda file: file.write_bytes(b"x" * 5000), "file_not_ours"),
        (lambda file: file.write_bytes(file.read_bytes()[:9000]), "file_truncated"),
        (lambda file: file.write_bytes(file.read_bytes()[:-64]), "file_changed_elsewhere"),
        (lambda file: file.write_bytes(file.read_bytes()[:-1] + b"?"), "file_damaged"),
    ],
)
def test_a_damaged_file_offers_its_last_good_copy(laptop: Laptop, spoil: object, code: str) -> None:
    with laptop.open() as workspace:
        workspace.run("Add", add_person, name="Virtanen")
    assert callable(spoil)
    spoil(laptop.file)
    with pytest.raises(Refused) as refused:
        laptop.open()
    assert refused.value.code == code
    assert published(Path(str(refused.value.facts["last_good"]))) == ["Nováková", "Virtanen"]


def test_a_damaged_file_offers_the_edits_that_a_crash_left(laptop: Laptop) -> None:
    with laptop.open() as workspace:
        workspace.run("Add", add_person, name="Virtanen")
    laptop.crash_with("Lindqvist")
    whole = laptop.file.read_bytes()
    laptop.file.write_bytes(b"")
    with pytest.raises(Refused) as refused:
        laptop.open()
    assert published(Path(str(refused.value.facts["last_good"]))) == ["Nováková", "Virtanen", "Lindqvist"]
    laptop.file.write_bytes(whole)
    with laptop.open() as workspace:
        assert workspace.read(persons) == ["Nováková", "Virtanen", "Lindqvist"]


def test_a_damaged_file_never_seen_before_offers_nothing(laptop: Laptop) -> None:
    laptop.file.write_bytes(b"")
    with pytest.raises(Refused) as refused:
        laptop.open()
    assert dict(refused.value.facts) == {"file": str(laptop.file), "last_good": ""}


def test_a_refused_file_is_not_locked(laptop: Laptop) -> None:
    whole = laptop.file.read_bytes()
    laptop.file.write_bytes(b"")
    with pytest.raises(Refused):
        laptop.open()
    laptop.file.write_bytes(whole)
    with laptop.open() as workspace:
        assert workspace.read(persons) == ["Nováková"]


@posix_only
def test_a_file_is_the_same_by_every_spelling_of_its_path(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    link = laptop.file.with_name("link.studyvisits")
    link.symlink_to(laptop.file)
    monkeypatch.chdir(laptop.file.parent)
    with laptop.open() as workspace:
        for spelling in (link, Path("some.studyvisits"), laptop.file.parent / ".." / "cloud" / "some.studyvisits"):
            with pytest.raises(Refused) as refused:
                laptop.open(spelling)
            assert refused.value.code == "file_in_use"
        workspace.run("Add", add_person, name="Virtanen")
    with laptop.open(link) as workspace:
        workspace.run("Add", add_person, name="Lindqvist")
    assert link.is_symlink()
    assert published(laptop.file) == ["Nováková", "Virtanen", "Lindqvist"]


def test_what_a_crash_left_of_a_folder_is_swept_away_after_a_day(laptop: Laptop) -> None:
    unfinished = laptop.data / "work" / "unfinished"
    unfinished.mkdir(parents=True)
    (unfinished / "working.db").write_bytes(b"x")
    laptop.open().close()
    assert unfinished.exists()
    os.utime(unfinished, (0, 0))
    laptop.open().close()
    assert not unfinished.exists()


def test_a_state_that_says_nothing_is_passed_over(laptop: Laptop) -> None:
    for number, content in enumerate((b"", b"{}", b"[1]", b"\xff", b'{"target": 1}')):
        folder = laptop.data / "work" / str(number)
        folder.mkdir(parents=True)
        (folder / "state.json").write_bytes(content)
    with laptop.open() as workspace:
        assert workspace.read(persons) == ["Nováková"]


@posix_only
def test_the_working_copy_is_private(laptop: Laptop) -> None:
    with laptop.open() as workspace:
        assert workspace._copy.folder.stat().st_mode & 0o077 == 0
