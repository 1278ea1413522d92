"""The rotation of a project: partners against activities, places filled, meetings hung on their activities."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session as Db

from studyvisits.domain.kinds import MEETING_KINDS, ParticipationStatus, Presence
from studyvisits.domain.quotas import PartnerFilling
from studyvisits.domain.refusal import Refused
from studyvisits.queries.activity_order import IN_TIME
from studyvisits.queries.rotation_facts import ActivityFacts, activity_facts
from studyvisits.store.tables import Activity, Organisation, Partner, Profession, Project


@dataclass(frozen=True, slots=True)
class ProfessionLine:
    id: int
    one: str
    many: str | None
    sign: str | None


@dataclass(frozen=True, slots=True)
class MeetingLine:
    id: int
    kind: str
    short_name: str | None
    title: str | None
    first_day: date
    certainty: str
    status: str


@dataclass(frozen=True, slots=True)
class Column:
    """An activity that is no meeting. ``number`` counts from 1 in order of time; ``people`` are all who are expected or
    counted, whether they fill a place or not; ``meetings`` prepare or follow it."""

    id: int
    number: int
    kind: str
    short_name: str | None
    title: str | None
    town: str | None
    country: str | None
    first_day: date
    last_day: date
    certainty: str
    status: str
    hosts: tuple[int, ...]
    has_places: bool
    people: int
    meetings: tuple[MeetingLine, ...]


@dataclass(frozen=True, slots=True)
class CellLine:
    """People of one profession, without one: of any or unknown. Of those ``filled``, ``confirmed`` have confirmed and
    ``waiting`` are nominated or invited; the others are a head count."""

    profession: int | None
    places: int
    filled: int
    confirmed: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A partner's people in an activity: visiting ones, or local ones where it hosts. Without places, ``filled`` alone
    says how many there are."""

    hosts: bool
    lines: tuple[CellLine, ...] = ()
    places: int = 0
    filled: int = 0
    named: int = 0
    open: int = 0
    exceeded: bool = False


@dataclass(frozen=True, slots=True)
class Reciprocity:
    """People sent of the places a partner has abroad, and people received of the places it offers."""

    sent: int
    sent_places: int
    received: int
    received_places: int


@dataclass(frozen=True, slots=True)
class Row:
    """A partner; its cells stand in the order of the columns."""

    partner: int
    name: str
    country: str | None
    town: str | None
    cells: tuple[Cell, ...]
    reciprocity: Reciprocity


@dataclass(frozen=True, slots=True)
class Rotation:
    """``meetings`` belong to no activity. ``places`` and ``filled`` are those of visiting people, over all columns."""

    id: int
    title: str
    acronym: str | None
    first_day: date | None
    last_day: date | None
    professions: tuple[ProfessionLine, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    meetings: tuple[MeetingLine, ...]
    places: int
    filled: int


Activities = Sequence[tuple[int, ActivityFacts]]


def rotation(db: Db, *, project: int) -> Rotation:
    """Raises ``Refused`` for an unknown project."""
    wanted = select(Project.id, Project.title, Project.acronym, Project.first_day, Project.last_day)
    head = db.execute(wanted.where(Project.id == project)).one_or_none()
    if head is None:
        raise Refused("unknown_row", table="projects", id=project)
    facts = activity_facts(db, project)
    columns, meetings = _columns(db, project, facts)
    shown = [(column.id, facts[column.id]) for column in columns]
    rows = tuple(_row(partner, shown) for partner in _partners(db, project))
    visiting = [cell for row in rows for cell in row.cells if not cell.hosts]
    return Rotation(
        *head,
        professions=_professions(db, project),
        columns=columns,
        rows=rows,
        meetings=meetings,
        places=sum(cell.places for cell in visiting),
        filled=sum(cell.filled for cell in visiting if cell.places),
    )


def _row(partner: tuple[int, str, str | None, str | None], activities: Activities) -> Row:
    own = partner[0]
    cells = tuple(_cell(own, facts) for _, facts in activities)
    sent = [cell for cell in cells if not cell.hosts and cell.places]
    hosted = [facts for _, facts in activities if own in facts.hosts]
    guests = [each for facts in hosted for each in facts.fillings if each.presence == Presence.VISITING and each.places]
    numbers = (sum(cell.filled for cell in sent), sum(cell.places for cell in sent))
    received = (sum(each.filled for each in guests), sum(each.places for each in guests))
    return Row(*partner, cells=cells, reciprocity=Reciprocity(*numbers, *received))


def _cell(partner: int, facts: ActivityFacts) -> Cell:
    hosts = partner in facts.hosts
    presence = Presence.LOCAL if hosts else Presence.VISITING
    found = next((each for each in facts.fillings if (each.partner, each.presence) == (partner, presence)), None)
    if found is None:
        return Cell(hosts)
    exceeded = bool(found.exceeded) or found.total_exceeded
    return Cell(hosts, _lines(found, facts), found.places, found.filled, found.named, found.open, exceeded)


def _lines(found: PartnerFilling, facts: ActivityFacts) -> tuple[CellLine, ...]:
    own = {line.profession for line in found.lines}
    lines = []
    for line in found.lines:
        counted: Counter[bool] = Counter()
        for (partner, presence, profession, status), number in facts.states.items():
            mine = (profession if profession in own else None) == line.profession
            if (partner, presence) == (found.partner, found.presence) and mine:
                counted[status == ParticipationStatus.CONFIRMED] += number
        confirmed = min(line.filled, counted[True])
        waiting = min(line.filled - confirmed, counted[False])
        lines.append(CellLine(line.profession, line.places, line.filled, confirmed, waiting))
    return tuple(lines)


def _columns(
    db: Db, project: int, facts: dict[int, ActivityFacts]
) -> tuple[tuple[Column, ...], tuple[MeetingLine, ...]]:
    meetings: dict[int | None, list[MeetingLine]] = defaultdict(list)
    others = []
    wanted = select(
        Activity.id,
        Activity.kind,
        Activity.short_name,
        Activity.title,
        Activity.town,
        Activity.country,
        Activity.first_day,
        Activity.last_day,
        Activity.certainty,
        Activity.status,
        Activity.belongs_to_id,
    ).where(Activity.project_id == project)
    for row in db.execute(wanted.order_by(*IN_TIME)):
        if row.kind in MEETING_KINDS:
            line = (row.id, row.kind, row.short_name, row.title, row.first_day, row.certainty, row.status)
            meetings[row.belongs_to_id].append(MeetingLine(*line))
        else:
            others.append(row)
    columns = tuple(
        Column(
            row[0],
            number,
            *row[1:10],
            hosts=facts[row.id].hosts,
            has_places=any(each.has_quota for each in facts[row.id].fillings),
            people=facts[row.id].people,
            meetings=tuple(meetings.pop(row.id, ())),
        )
        for number, row in enumerate(others, 1)
    )
    return columns, tuple(line for lines in meetings.values() for line in lines)


def _partners(db: Db, project: int) -> list[tuple[int, str, str | None, str | None]]:
    country = func.coalesce(Partner.country, Organisation.country)
    wanted = select(Partner.id, Organisation.name, country, func.coalesce(Partner.town, Organisation.town))
    joined = wanted.join(Organisation, Organisation.id == Partner.organisation_id)
    rows = db.execute(joined.where(Partner.project_id == project).order_by(Partner.order, Partner.id))
    return [(partner, name, country, town) for partner, name, country, town in rows]


def _professions(db: Db, project: int) -> tuple[ProfessionLine, ...]:
    wanted = select(Profession.id, Profession.one, Profession.many, Profession.sign)
    rows = db.execute(wanted.where(Profession.project_id == project).order_by(Profession.order, Profession.id))
    return tuple(ProfessionLine(*row) for row in rows)
