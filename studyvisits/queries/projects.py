"""What lies in a file: its projects and their activities, and which of them somebody means."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from studyvisits.domain.folding import fold
from studyvisits.domain.kinds import Certainty
from studyvisits.domain.refusal import Refused
from studyvisits.queries.activity_order import IN_TIME
from studyvisits.store.tables import Activity, Project, Venue

MOST_CANDIDATES = 12
"""As many as a person reads through in a refusal."""


@dataclass(frozen=True, slots=True)
class ActivityLine:
    """``place`` is the town, else the venue's name."""

    id: int
    kind: str
    short_name: str | None
    title: str | None
    certainty: str
    first_day: date
    last_day: date
    place: str | None
    mode: str | None
    status: str

    @property
    def starts(self) -> str | None:
        """ISO 8601: a day, a month while only that is known, nothing while the date is open."""
        return self._told(self.first_day)

    @property
    def ends(self) -> str | None:
        return self._told(self.last_day)

    def _told(self, day: date) -> str | None:
        if self.certainty == Certainty.OPEN:
            return None
        return f"{self.first_day:%Y-%m}" if self.certainty == Certainty.MONTH else day.isoformat()


@dataclass(frozen=True, slots=True)
class ProjectLine:
    id: int
    acronym: str | None
    title: str
    language: str | None
    activities: tuple[ActivityLine, ...]


def projects(db: Db) -> tuple[ProjectLine, ...]:
    """Return all projects in the order they came, each with its activities in time order, the open ones last."""
    activities: dict[int, list[ActivityLine]] = {}
    columns = (
        Activity.id,
        Activity.kind,
        Activity.short_name,
        Activity.title,
        Activity.certainty,
        Activity.first_day,
        Activity.last_day,
        Activity.town,
        Activity.mode,
        Activity.status,
    )
    found = db.execute(
        select(Activity.project_id, *columns, Venue.name)
        .outerjoin(Venue, Venue.id == Activity.venue_id)
        .order_by(*IN_TIME)
    )
    for project, id, kind, short_name, title, certainty, first_day, last_day, town, mode, status, venue in found:
        activity = ActivityLine(
            id, kind, short_name, title, certainty, first_day, last_day, town or venue, mode, status
        )
        activities.setdefault(project, []).append(activity)
    rows = db.execute(select(Project.id, Project.acronym, Project.title, Project.language).order_by(Project.id))
    return tuple(ProjectLine(*row, activities=tuple(activities.get(row[0], ()))) for row in rows)


def find_project(db: Db, *, wanted: str) -> int:
    """Return the project of this id, acronym, title or unambiguous part of a title. Refused: project_unknown,
    project_ambiguous, with the candidates."""
    rows = db.execute(select(Project.id, Project.acronym, Project.title).order_by(Project.id))
    return _found("project", wanted, [(id, (acronym, title)) for id, acronym, title in rows])


def projects_called(db: Db, *, acronym: str | None, title: str) -> tuple[int, ...]:
    """Return the projects that answer to this acronym or title."""
    sought = {fold(name) for name in (acronym, title) if name}
    rows = db.execute(select(Project.id, Project.acronym, Project.title).order_by(Project.id))
    return tuple(id for id, *names in rows if sought & {fold(name) for name in names if name})


def find_activity(db: Db, *, project: int, wanted: str) -> int:
    """Return the project's activity of this id, short name, title or unambiguous part of a title. Refused:
    activity_unknown, activity_ambiguous, with the candidates."""
    rows = db.execute(
        select(Activity.id, Activity.short_name, Activity.title)
        .where(Activity.project_id == project)
        .order_by(*IN_TIME)
    )
    return _found("activity", wanted, [(id, (short_name, title)) for id, short_name, title in rows])


def _found(what: str, wanted: str, rows: Sequence[tuple[int, tuple[str | None, str | None]]]) -> int:
    """The first way of meaning one that fits any: its id, its whole name, a part of a name."""
    sought = fold(wanted)
    names = {id: [fold(name) for name in both if name] for id, both in rows}
    ways = (
        [id for id in names if str(id) == wanted.strip()],
        [id for id, own in names.items() if sought in own],
        [id for id, own in names.items() if sought and any(sought in name for name in own)],
    )
    fitting = next((way for way in ways if way), [])
    if len(fitting) == 1:
        return fitting[0]
    shown = [(id, both) for id, both in rows if not fitting or id in fitting]
    candidates = [f"{id} {' · '.join(name for name in both if name)}".strip() for id, both in shown]
    if len(candidates) > MOST_CANDIDATES:
        candidates = [*candidates[:MOST_CANDIDATES], "…"]
    state = "ambiguous" if fitting else "unknown"
    raise Refused(f"{what}_{state}", wanted=wanted, candidates="; ".join(candidates) or "–")
