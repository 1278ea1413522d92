"""What may befall a file, at random: kills, a full disk, flipped bits, foreign edits, two laptops, a synchroniser.

A short form is among the tests; ``python -m tests.store.faults --long`` runs as many as a release asks for. Each
function returns how often it did its worst, or raises AssertionError at the first edit lost. POSIX only.
"""

import argparse
import os
import random
import resource
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import date
from functools import partial
from pathlib import Path

from studyvisits.domain.refusal import Refused
from studyvisits.store import seal, verification
from studyvisits.workspace import Workspace
from tests.store.files import add_person, crash, persons, published, write_file

TODAY = date(2026, 11, 23)


def opened(file: Path, data: Path) -> Workspace:
    return Workspace.open(file, data=data, today=lambda: TODAY)


def in_child(act: Callable[[Callable[[str], None]], None]) -> tuple[int, int]:
    """Fork, run ``act`` with a function that confirms a word to the parent; return the child and where to read."""
    reader, writer = os.pipe()
    child = os.fork()
    if child:
        os.close(writer)
        return child, reader
    try:
        act(lambda word: (os.write(writer, f"{word}\n".encode()), None)[1])
    except BaseException as failure:  # noqa: BLE001
        os.write(writer, f"! {failure!r}\n".encode())
    finally:
        os._exit(0)


def confirmed(reader: int) -> list[str]:
    """Read everything that the child said before it ended; what it failed of is raised here."""
    with os.fdopen(reader, "rb") as pipe:
        words = pipe.read().decode().splitlines()
    failed = [word for word in words if word.startswith("!")]
    assert failed == []
    return words


def kills(folder: Path, times: int, chance: random.Random) -> int:
    """A child edits, publishes, closes and opens again; it is killed at any moment; no edit it confirmed is lost."""
    file, data = write_file(folder / "some.studyvisits"), folder / "data"
    done: list[str] = []
    for turn in range(times):
        seed = chance.random()

        def edit(confirm: Callable[[str], None], turn: int = turn, seed: float = seed) -> None:
            whim = random.Random(seed)
            workspace = opened(file, data)
            for number in range(10_000):
                name = f"{turn}.{number}"
                workspace.run("Add", add_person, name=name)
                confirm(name)
                if whim.random() < 0.3:
                    workspace.publish()
                if whim.random() < 0.1:
                    workspace.close()
                    workspace = opened(file, data)

        child, reader = in_child(edit)
        time.sleep(chance.random() * 0.12)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        done += confirmed(reader)
        assert set(published(file)) <= {*done, *_next(done, turn)}
        with opened(file, data) as workspace:
            found = workspace.read(persons)
            assert workspace.opening.beside == workspace.opening.unreadable == ()
        assert [name for name in found if name in set(done)] == done
        done = found
    assert sorted(path.name for path in folder.iterdir() if path.suffix == ".studyvisits") == [file.name]
    return times


def _next(done: list[str], turn: int) -> set[str]:
    """The edit that was stored when the kill came before it was confirmed."""
    last = [int(name.split(".")[1]) for name in done if name.startswith(f"{turn}.")]
    return {f"{turn}.{max(last, default=-1) + 1}"}


def full_disks(folder: Path, times: int, chance: random.Random) -> int:
    """No file may grow beyond a limit: at any step of opening, editing, publishing or closing there is no room left."""
    for turn in range(times):
        here = folder / str(turn)
        here.mkdir()
        file, data = write_file(here / "some.studyvisits", "Nováková"), here / "data"
        limit = chance.choice([chance.randrange(600), chance.randrange(file.stat().st_size + 40_000)])
        child, reader = in_child(partial(_edit_within, file, data, limit, chance.choice([True, False])))
        os.waitpid(child, 0)
        done = confirmed(reader)
        assert set(published(file)) - {"Nováková"} <= set(done)
        with opened(file, data) as workspace:
            assert workspace.read(persons) == ["Nováková", *done]
        assert [path.name for path in here.iterdir() if path.name not in (file.name, "data")] == []
    return times


def _edit_within(file: Path, data: Path, limit: int, at_once: bool, confirm: Callable[[str], None]) -> None:
    if at_once:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    with suppress(Refused):
        workspace = opened(file, data)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        _fill(workspace, confirm)


def _fill(workspace: Workspace, confirm: Callable[[str], None]) -> None:
    for number in range(12):
        name = f"{number} {'x' * 3000}"
        try:
            workspace.run("Add", add_person, name=name)
            confirm(name)
            workspace.publish()
        except Refused as refused:
            _expect_full(refused)
    workspace.close()


def _expect_full(refused: Refused) -> None:
    if refused.code not in {"disk_full", "disk_failed"}:
        raise AssertionError(refused.code) from refused


def full_small_disks(folder: Path, times: int, chance: random.Random) -> int:
    """The same on a file system of a megabyte, filled up to any last kilobyte. Needs the right to mount one."""
    for turn in range(times):
        disk = folder / "disk"
        disk.mkdir(exist_ok=True)
        if os.system(f"mount -t tmpfs -o size=2m none {disk} 2>/dev/null"):
            return 0
        try:
            _on_full_disk(disk, chance, turn)
        finally:
            os.system(f"umount {disk}")
    return times


def _on_full_disk(disk: Path, chance: random.Random, turn: int) -> None:
    file, data = write_file(disk / "some.studyvisits", "Nováková"), disk / "data"
    ballast = disk / "ballast"
    steps = chance.randrange(250)
    done: list[str] = []
    workspace = opened(file, data) if turn % 2 else None
    with ballast.open("wb", buffering=0) as filler, suppress(OSError):
        while shutil.disk_usage(disk).free > steps * 4096:
            filler.write(bytes(4096))
    try:
        workspace = workspace or opened(file, data)
        _fill(workspace, done.append)
    except Refused as refused:
        _expect_full(refused)
        if workspace is not None:
            crash(workspace)
    ballast.unlink()
    assert set(published(file)) - {"Nováková"} <= set(done)
    with opened(file, data) as again:
        assert again.read(persons) == ["Nováková", *done]


def flipped_bits(folder: Path, times: int, chance: random.Random) -> int:
    whole = write_file(folder / "whole", *map(str, range(50))).read_bytes()
    spoilt = folder / "spoilt.studyvisits"
    for _ in range(times):
        content = bytearray(whole)
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        spoilt.write_bytes(content)
        _assert_refused(spoilt)
    return times


def _assert_refused(path: Path) -> None:
    try:
        verification.verified(path)
    except Refused:
        return
    raise AssertionError(f"{path} was taken for whole")


FOREIGN = (
    "UPDATE persons SET family_name = '{word}' WHERE id = {id}",
    "DELETE FROM persons WHERE id = {id}",
    "INSERT INTO organisations (uid, name) VALUES ('{word}', '{word}')",
    'CREATE TABLE "{word}" (x)',
    'CREATE TRIGGER "{word}" AFTER INSERT ON persons BEGIN DELETE FROM needs; END',
    'CREATE VIEW "{word}" AS SELECT * FROM persons',
    "PRAGMA user_version = {id}",
    "PRAGMA application_id = {id}",
    "PRAGMA journal_mode = WAL",
    "VACUUM",
    "REINDEX",
    "ANALYZE",
)


def foreign_edits(folder: Path, times: int, chance: random.Random) -> int:
    """Another program changes a published file, in one of many ways."""
    for turn in range(times):
        file = write_file(folder / f"{turn}.studyvisits", *map(str, range(50)))
        before = file.read_bytes()
        statement = FOREIGN[turn % len(FOREIGN)].format(word=f"w{chance.random()}", id=chance.randrange(1, 50))
        with closing(sqlite3.connect(file, isolation_level=None)) as connection:
            connection.execute(statement)
        if file.read_bytes() != before:
            _assert_refused(file)
        else:
            assert statement == "REINDEX"
    return times


def two_laptops(folder: Path, times: int, chance: random.Random) -> int:
    """Two computers, one cloud folder, any order of things; no edit is lost, wherever it came to lie."""
    for turn in range(times):
        here = folder / str(turn)
        (here / "cloud").mkdir(parents=True)
        file = write_file(here / "cloud" / "some.studyvisits")
        laptops: list[Workspace | None] = [None, None]
        done: set[str] = set()
        for number in range(chance.randrange(5, 40)):
            which = chance.randrange(2)
            workspace = laptops[which]
            if workspace is None:
                laptops[which] = opened(file, here / f"data {which}")
                continue
            match chance.choice(["edit", "edit", "edit", "publish", "publish", "close", "crash"]):
                case "edit":
                    workspace.run("Add", add_person, name=str(number))
                    done.add(str(number))
                case "publish":
                    workspace.publish()
                case "close":
                    workspace.close()
                    laptops[which] = None
                case "crash":
                    crash(workspace)
                    laptops[which] = None
        for which, workspace in enumerate(laptops):
            (workspace or opened(file, here / f"data {which}")).close()
        for which in range(2):
            for path in sorted((here / "cloud").iterdir()):
                opened(path, here / f"data {which}").close()
        found = {name for path in (here / "cloud").iterdir() for name in published(path)}
        assert found == done
    return times


def synchroniser(folder: Path, times: int, chance: random.Random) -> int:
    """Somebody copies the file while it is being published, again and again; every copy is whole."""
    file, data = write_file(folder / "some.studyvisits", *map(str, range(200))), folder / "data"

    def edit(confirm: Callable[[str], None]) -> None:
        workspace = opened(file, data)
        while True:
            workspace.run("Add", add_person, name="Virtanen")
            workspace.publish()
            confirm("published")

    child, reader = in_child(edit)
    seen = set()
    try:
        for _ in range(times):
            time.sleep(chance.random() * 0.004)
            copy = Path(shutil.copy(file, folder / "copy"))
            digest = seal.sealed_digest(copy.read_bytes())
            assert digest is not None
            seen.add(digest)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    assert len(confirmed(reader)) > times / 20
    assert len(seen) > times / 20
    return times


FAULTS: dict[Callable[[Path, int, random.Random], int], tuple[int, int]] = {
    kills: (40, 1000),
    full_disks: (40, 500),
    full_small_disks: (30, 500),
    flipped_bits: (200, 2000),
    foreign_edits: (36, 600),
    two_laptops: (15, 500),
    synchroniser: (100, 1000),
}
"""How often in the short form and in the long one."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    told = parser.parse_args()
    for fault, counts in FAULTS.items():
        start = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            done = fault(Path(folder), counts[told.long], random.Random(told.seed))
        sys.stdout.write(f"{fault.__name__}: {done} times, nothing lost, {time.monotonic() - start:.0f} s\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
