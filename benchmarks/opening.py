"""What opening a file of 1,000 sessions to its first rows costs: plain sqlite3 on the working copy, beside Core.

Each way runs in a process of its own, imports included, in turns; medians over the rounds. A window takes the first
way and imports SQLAlchemy afterwards.
"""

import statistics
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy.orm import Session as Db

from studyvisits.store.tables import Activity, Project, Session
from studyvisits.workspace import Workspace

ROUNDS = 9
FIRST_DAY = date(2024, 3, 11)
COLUMNS = "id, title, day, start, minutes"

WAYS = {
    "sqlite3": f"""
import sqlite3
from studyvisits.store.opening import open_file
opened = open_file(Path(file), Path(data), date(2024, 3, 11))
connection = sqlite3.connect(opened.copy.database)
rows = connection.execute("SELECT {COLUMNS} FROM sessions ORDER BY day, start LIMIT 200").fetchall()
assert len(rows) == 200
""",
    "Core": """
from sqlalchemy import select
from studyvisits.store.tables import Session
from studyvisits.workspace import Workspace
columns = (Session.id, Session.title, Session.day, Session.start, Session.minutes)
query = select(*columns).order_by(Session.day, Session.start).limit(200)
workspace = Workspace.open(file, data=Path(data))
rows = workspace.read(lambda db: db.execute(query).fetchall())
assert len(rows) == 200
""",
}
HEAD = """
import time
start = time.perf_counter()
import sys
from datetime import date
from pathlib import Path
file, data = sys.argv[1:]
"""
TAIL = """
print(time.perf_counter() - start, flush=True)
import os
os._exit(0)
"""


def fill(db: Db) -> None:
    db.add(Project(title="Streetwork"))
    db.flush()
    db.add(Activity(project_id=1, kind="study_visit", certainty="fixed", first_day=FIRST_DAY, last_day=FIRST_DAY))
    db.flush()
    for number in range(1000):
        day = FIRST_DAY + timedelta(days=number // 20)
        start = 480 + number % 20 * 30
        db.add(Session(activity_id=1, title=f"Session {number}", day=day, start=start, minutes=30))


def seconds(script: str, file: Path, data: Path) -> float:
    told = [sys.executable, "-c", HEAD + script + TAIL, str(file), str(data)]
    return float(subprocess.run(told, capture_output=True, text=True, check=True).stdout)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        file, data = Path(folder) / "some.studyvisits", Path(folder) / "data"
        with Workspace.create(file, data=data) as workspace:
            workspace.run("Fill", fill)
        took: dict[str, list[float]] = {way: [] for way in WAYS}
        for _ in range(ROUNDS):
            for way, script in WAYS.items():
                took[way].append(seconds(script, file, data))
    middle = {way: statistics.median(values) for way, values in took.items()}
    for way in ("sqlite3", "Core"):
        sys.stdout.write(f"opened to the first 200 rows by {way}: {middle[way] * 1000:.0f} ms\n")
    sys.stdout.write(f"Core / sqlite3: {middle['Core'] / middle['sqlite3']:.2f}\n")


if __name__ == "__main__":
    main()
