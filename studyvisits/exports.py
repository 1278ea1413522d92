"""Documents written to a folder: reads what each needs, has it made, names the file."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from sqlalchemy.orm import Session as Db

from studyvisits.disk import write_with_folder
from studyvisits.documents.agenda import agenda_pdf
from studyvisits.documents.calendar import calendar_ics
from studyvisits.documents.catalogue import Document, documents_named
from studyvisits.documents.files import file_name
from studyvisits.documents.participants import participants_xlsx
from studyvisits.domain.dates import is_real
from studyvisits.domain.kinds import ActivityKind, Certainty
from studyvisits.domain.problem import Problem
from studyvisits.domain.refusal import Refused
from studyvisits.queries.activity_heads import ActivityHead, ProjectHead, activity_heads, project_head
from studyvisits.queries.agenda import agenda
from studyvisits.queries.calendar import calendar
from studyvisits.queries.participants import participants
from studyvisits.texts import Texts, texts_in

P = ParamSpec("P")
T = TypeVar("T")


class Read(Protocol):
    """``Workspace.read``: runs a query on an open file."""

    def __call__(self, query: Callable[Concatenate[Db, P], T], /, *args: P.args, **arguments: P.kwargs) -> T: ...


@dataclass(frozen=True, slots=True)
class Written:
    """``activity`` is empty for a document of the whole project; ``warnings`` say what it does not hold."""

    document: str
    activity: int | None
    language: str
    path: Path
    warnings: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """A document in memory; ``content`` is empty where there is nothing to put into one."""

    content: bytes | None
    warnings: tuple[Problem, ...] = ()


Maker = Callable[[Read, int, int | None, Texts, date], Made]


def write_documents(
    read: Read,
    *,
    project: int,
    activity: int | None = None,
    documents: tuple[str, ...] = (),
    language: str | None = None,
    folder: Path,
    today: date,
    before_each: Callable[[], object] = tuple,
) -> tuple[Written, ...]:
    """Write the documents named (none: all) of an activity, or of a project and each of its activities.

    ``language`` is the project's where it is not given, else English. A document that would be empty, such as the
    calendar of an activity without a date, is not written. Files that an earlier run wrote are replaced.
    ``before_each`` document is called, and may raise to stop: those written are whole.

    Raises Refused: ``unknown_document``, ``unknown_row``, ``document_language_unclear``, ``nothing_to_write``, and
    what ``write_with_folder`` raises.
    """
    wanted = documents_named(documents)
    head = read(project_head, project=project)
    texts = texts_in(_language(language or head.language or "en"))
    subjects: list[ActivityHead | None] = list(read(activity_heads, project=project, activity=activity))
    if activity is None:
        subjects.insert(0, None)
    written: list[Written] = []
    for subject in subjects:
        stem = _project_stem(head) if subject is None else _activity_stem(subject, head, texts)
        for document in wanted:
            if document.of_project if subject is None else document.of_activity:
                its = None if subject is None else subject.id
                before_each()
                made = MAKERS[document.name](read, project, its, texts, today)
                if made.content is not None:
                    path = folder / file_name(stem, document.name, texts.language, document.suffix, _taken(written))
                    write_with_folder(path, made.content)
                    written.append(Written(document.name, its, texts.language, path, made.warnings))
    if not written:
        raise Refused("nothing_to_write", document=", ".join(document.name for document in wanted))
    return tuple(written)


def make_document(
    read: Read, document: Document, *, project: int, activity: int | None, language: str, today: date
) -> Made:
    """Return one document without writing it, for a preview."""
    return MAKERS[document.name](read, project, activity, texts_in(language), today)


def _language(code: str) -> str:
    """Return the tag (BCP 47) where it looks like one, since it stands in file names. It needs no catalogue: labels are
    English then, and content stays as it was typed."""
    if not re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", code):
        raise Refused("document_language_unclear", language=code)
    return code


def _taken(written: list[Written]) -> frozenset[str]:
    return frozenset(one.path.name for one in written)


def _project_stem(head: ProjectHead) -> str:
    return head.acronym or head.title


def _activity_stem(head: ActivityHead, project: ProjectHead, texts: Texts) -> str:
    """The short name, else kind, town and month, else the project's name."""
    if head.short_name:
        return head.short_name
    month = "" if head.certainty == Certainty.OPEN else f"{head.first_day:%Y-%m}"
    parts = (texts.label(ActivityKind(head.kind)), head.town or "", month)
    return "-".join(part for part in parts if part) or _project_stem(project)


def _participants(read: Read, project: int, activity: int | None, texts: Texts, today: date) -> Made:
    lists = read(participants, project=project, activity=activity)
    return Made(*participants_xlsx(lists, texts, today=today))


def _agenda(read: Read, _project: int, activity: int | None, texts: Texts, today: date) -> Made:
    assert activity is not None, "an agenda is of one activity"
    return Made(*agenda_pdf(read(agenda, activity=activity), texts, today=today))


def _calendar(read: Read, project: int, activity: int | None, texts: Texts, today: date) -> Made:
    """A calendar without an entry is none (RFC 5545, 3.4)."""
    told = read(calendar, project=project, activity=activity)
    if not any(is_real(one.head.certainty) for one in told.activities):
        return Made(None)
    return Made(*calendar_ics(told, texts, today=today))


MAKERS: dict[str, Maker] = {"participants": _participants, "agenda": _agenda, "calendar": _calendar}
"""By the name of the document, as in ``documents.catalogue``."""
