"""Bringing 10,000 people × 20 columns in, and taking it back, against reading the cells alone.

The file is open as for a window: working copy on disk, every edit journalled and durable; publishing does not
count. The peer is python-calamine in this process, which guards against nothing. Run: python -m
benchmarks.import_people
"""

import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median

import openpyxl
import python_calamine
from sqlalchemy.orm import Session as Db

from studyvisits.commands.imports import import_people
from studyvisits.domain.import_planning import plan_import
from studyvisits.domain.people_read import Answers
from studyvisits.exchange.people_sheet import understand_people
from studyvisits.exchange.sheets import read_people_sheet
from studyvisits.queries.known_people import known_people
from studyvisits.store.tables import Activity, Organisation, Partner, Profession, Project
from studyvisits.workspace import Workspace

PEOPLE = 10_000
ROUNDS = 7
TODAY = date(2024, 1, 1)
HEADINGS = (
    "Č.|Jméno|Příjmení|E-mail|Telefon|Zaměstnavatel|Město|Země|Profese|Funkce|Datum narození|Pohlaví|Strava|Jazyky|"
    "Stav|Příjezd|Odjezd|Poznámka|Velikost trička|Ulice"
).split("|")
_FIRST = ("Bra", "Čer", "Dvo", "Hor", "Kuč", "Mal", "Nov", "Pro", "Sva", "Žá")
_LAST = ("nk", "řík", "lek", "ban", "tos", "mar", "vel", "dek", "šin", "čap")


def sheet_row(number: int) -> list[object]:
    given, family = divmod(number, 100)
    return [
        number + 1,
        f"{_FIRST[given % 10]}{_LAST[given // 10 % 10]}a",
        f"{_FIRST[family % 10]}{_LAST[family // 10]}{_LAST[given % 10]}ová",
        f"osoba{number}@example.org",
        f"+420 600 {number // 1000:03} {number % 1000:03}",
        f"Sociální služby {number % 200}",
        f"Město {number % 100}",
        ("Česko", "Finland", "SE")[number % 3],
        ("streetworkerka", "úřednice")[number % 2],
        f"sociální pracovnice {number % 50}",
        date(1950 + number % 50, 1 + number % 12, 1 + number % 28),
        ("žena", "muž")[number % 2],
        ("vegetarián", None, None, "bez lepku", None)[number % 5],
        "čeština, angličtina",
        ("potvrzeno", "náhradník")[number % 9 == 0],
        date(2024, 3, 10),
        date(2024, 3, 16),
        f"poznámka {number}",
        "SML"[number % 3],
        f"Dlouhá {number}",
    ]


def make_sheet(path: Path) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Účastníci")
    sheet.append(HEADINGS)
    for number in range(PEOPLE):
        sheet.append(sheet_row(number))
    book.save(path)


def add_project(db: Db) -> tuple[int, int]:
    project = Project(title="Streetwork")
    db.add(project)
    db.flush()
    for country, name in (("CZ", "Praha"), ("FI", "Helsinki"), ("SE", "Göteborg")):
        organisation = Organisation(name=name, country=country)
        db.add(organisation)
        db.flush()
        db.add(Partner(project_id=project.id, organisation_id=organisation.id, country=country))
    for one in ("streetworker", "úřednice"):
        db.add(Profession(project_id=project.id, one=one))
    activity = Activity(
        project_id=project.id,
        kind="study_visit",
        first_day=date(2024, 3, 11),
        last_day=date(2024, 3, 15),
        certainty="fixed",
    )
    db.add(activity)
    db.flush()
    return project.id, activity.id


def bring_in(space: Workspace, sheet: Path, project: int, activity: int) -> None:
    workbook = read_people_sheet(sheet)
    known = space.read(known_people, project=project, activity=activity)
    read = understand_people(workbook, answers=Answers(), remembered=known.remembered, today=TODAY, with_activity=True)
    plan = plan_import(read, known)
    done = space.run("import", import_people, plan=plan)
    if (done.new, len(plan.unknown), len(plan.refused)) != (PEOPLE, 0, 0):
        raise SystemExit(f"{done}, {plan.unknown[:3]}, {plan.refused[:3]}")


def timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        sheet = Path(folder, "people.xlsx")
        make_sheet(sheet)
        with Workspace.create(Path(folder, "people.studyvisits"), data=Path(folder, "data")) as space:
            project, activity = space.run("project", add_project)
            imports, undos, cells = [], [], []
            for _ in range(ROUNDS):
                cells.append(
                    timed(lambda: python_calamine.CalamineWorkbook.from_path(sheet).get_sheet_by_index(0).to_python())
                )
                imports.append(timed(lambda: bring_in(space, sheet, project, activity)))
                undos.append(timed(space.undo))
    ratio = median(one / other for one, other in zip(imports, cells, strict=True))
    undo = median(one / other for one, other in zip(undos, imports, strict=True))
    print(
        f"cells alone {median(cells) * 1000:.0f} ms, import {median(imports) * 1000:.0f} ms, "
        f"undo {median(undos) * 1000:.0f} ms"
    )
    print(f"import / cells {ratio:.2f} (at most 6)   undo / import {undo:.2f} (at most 0.6)")


if __name__ == "__main__":
    main()
