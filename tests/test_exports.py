from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

import pytest
from sqlalchemy import delete, update
from sqlalchemy.orm import Session as Db

from studyvisits.documents.catalogue import DOCUMENTS, documents_named
from studyvisits.domain.refusal import Refused
from studyvisits.exports import MAKERS, Read, Written, make_document, write_documents
from studyvisits.store.tables import Activity, Project
from tests.documents.visit_to_prague import meeting_of, visit_to_prague
from tests.made import Made

P = ParamSpec("P")
T = TypeVar("T")
TODAY = date(2024, 5, 6)


@pytest.fixture
def told(db: Db) -> Made:
    return visit_to_prague(db)


@pytest.fixture
def read(db: Db) -> Read:
    def ask(query: Callable[Concatenate[Db, P], T], /, *args: P.args, **arguments: P.kwargs) -> T:
        return query(db, *args, **arguments)

    return ask


def calendar_of(read: Read, told: Made, activity: int, language: str | None, folder: Path) -> Written:
    (written,) = write_documents(
        read,
        project=told.project,
        activity=activity,
        documents=("calendar",),
        language=language,
        folder=folder,
        today=TODAY,
    )
    return written


def names(written: tuple[Written, ...], folder: Path) -> list[str]:
    """As told, after seeing that just these files are there."""
    told = [one.path.name for one in written]
    assert sorted(told) == sorted(file.name for file in folder.iterdir())
    assert all(one.path.parent == folder for one in written)
    return told


def test_every_document_can_be_made() -> None:
    assert [document.name for document in DOCUMENTS] == list(MAKERS)


def test_a_project_and_each_of_its_activities(read: Read, told: Made, tmp_path: Path) -> None:
    chosen = ("participants", "calendar")
    written = write_documents(read, project=told.project, documents=chosen, folder=tmp_path, today=TODAY)
    assert names(written, tmp_path) == [
        "STREET_participants_en.xlsx",
        "STREET_calendar_en.ics",
        "Before-Prague_participants_en.xlsx",
        "Before-Prague_calendar_en.ics",
        "Prague_participants_en.xlsx",
        "Prague_calendar_en.ics",
    ]


def test_one_document_of_one_activity_in_a_language(db: Db, read: Read, told: Made, tmp_path: Path) -> None:
    meeting = meeting_of(db, told)
    db.execute(update(Activity).where(Activity.id == meeting).values(short_name=None))
    written = calendar_of(read, told, meeting, "cs", tmp_path)
    kind = written.path.name.removesuffix("-2024-05_calendar_cs.ics")
    assert (written.document, written.activity, written.language, written.warnings) == ("calendar", meeting, "cs", ())
    assert kind != written.path.name
    assert written.path.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def test_equal_names_are_numbered_and_the_same_run_gives_the_same_names(
    db: Db, read: Read, told: Made, tmp_path: Path
) -> None:
    db.execute(update(Activity).values(short_name="Visit / 1"))
    for _ in range(2):
        written = write_documents(read, project=told.project, documents=("calendar",), folder=tmp_path, today=TODAY)
        assert names(written, tmp_path) == [
            "STREET_calendar_en.ics",
            "Visit-1_calendar_en.ics",
            "Visit-1_calendar_en-2.ics",
        ]


def test_the_language_is_the_projects_else_english(db: Db, read: Read, told: Made, tmp_path: Path) -> None:
    for language, expected in (("sv", "sv"), (None, "en")):
        db.execute(update(Project).values(language=language))
        assert calendar_of(read, told, told.prague, None, tmp_path).language == expected


def test_what_would_be_empty_is_not_written(db: Db, read: Read, told: Made, tmp_path: Path) -> None:
    db.execute(update(Activity).where(Activity.id == told.prague).values(certainty="open"))
    written = write_documents(read, project=told.project, documents=("calendar",), folder=tmp_path, today=TODAY)
    assert names(written, tmp_path) == ["STREET_calendar_en.ics", "Before-Prague_calendar_en.ics"]
    assert [warning.code for warning in written[0].warnings] == ["calendar_without_date"]
    with pytest.raises(Refused) as caught:
        write_documents(
            read, project=told.project, activity=told.prague, documents=("calendar",), folder=tmp_path, today=TODAY
        )
    assert caught.value.code == "nothing_to_write"


def test_a_project_without_activities_has_its_list(db: Db, read: Read, told: Made, tmp_path: Path) -> None:
    db.execute(delete(Activity))
    written = write_documents(
        read, project=told.project, documents=("participants", "calendar"), folder=tmp_path, today=TODAY
    )
    assert names(written, tmp_path) == ["STREET_participants_en.xlsx"]


@pytest.mark.parametrize("language", ["../../x", "english please", "e", "cs/", "\0"])
def test_a_language_that_is_none_is_refused(read: Read, told: Made, tmp_path: Path, language: str) -> None:
    with pytest.raises(Refused) as caught:
        calendar_of(read, told, told.prague, language, tmp_path)
    assert caught.value.code == "document_language_unclear"
    assert list(tmp_path.iterdir()) == []


def test_a_language_without_a_catalogue_has_its_days(read: Read, told: Made, tmp_path: Path) -> None:
    content = calendar_of(read, told, told.prague, "et", tmp_path).path.read_text(encoding="utf-8")
    assert "juuni 2024" in content.replace("\n ", "")


def test_an_unknown_document_is_refused_with_those_there_are() -> None:
    with pytest.raises(Refused) as caught:
        documents_named(("participants", "badge"))
    assert caught.value.facts["document"] == "badge"
    assert documents_named(("all",)) == documents_named(()) == DOCUMENTS


def test_a_preview_is_what_would_be_written(read: Read, told: Made, tmp_path: Path) -> None:
    (calendar,) = documents_named(("calendar",))
    made = make_document(read, calendar, project=told.project, activity=told.prague, language="en", today=TODAY)
    assert made.content == calendar_of(read, told, told.prague, "en", tmp_path).path.read_bytes()
