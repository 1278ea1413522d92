from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.orm import Session as Db

from studyvisits.commands.layout import lay_out_project
from studyvisits.commands.rows import create
from studyvisits.domain.checks import check
from studyvisits.domain.layout import ActivityTold, PartnerTold, PartTold, ProfessionTold, ProjectTold
from studyvisits.domain.refusal import Refused
from studyvisits.queries.checks import check_facts
from tests.made import everything, rows

TOLD = ProjectTold(
    title="Streetwork and public institutions",
    acronym="STREET",
    language="en",
    partners=(
        PartnerTold("fi", "Helsinki", "Katutyö Helsinki ry", time_zone="Europe/Helsinki"),
        PartnerTold("CZ", "Praha", "ČAS", role="coordinator", time_zone="Europe/Prague"),
        PartnerTold("SE", "Göteborg", time_zone="Europe/Stockholm"),
    ),
    professions=(ProfessionTold("streetworker", "streetworkers"), ProfessionTold("official", "officials")),
    visits=(
        ActivityTold(0, date(2024, 3, 1), title="Street mediation"),
        ActivityTold(1, date(2024, 6, 1)),
        ActivityTold(2, date(2024, 9, 1)),
    ),
    parts=(PartTold("placements", "Placements", 3), PartTold("course", "Course", 2)),
    places_per_country=4,
    local_places=12,
    preparatory_weeks=4,
    follow_up_weeks=6,
    seminars=(ActivityTold(0, date(2024, 11, 1)), ActivityTold(1, date(2024, 11, 1)), ActivityTold(2)),
    funding={"granting_authority": "Dům zahraniční spolupráce", "kind": "funded"},
)


def test_a_title_is_enough(db: Db) -> None:
    project = lay_out_project(db, told=ProjectTold("Streetwork"))
    assert everything(db).keys() == {"projects"}
    assert rows(db, "projects", "id", "title") == [(project, "Streetwork")]


def test_the_rotation_is_laid_out_from_the_first_evening(db: Db) -> None:
    known = create(db, table="organisations", values={"name": "ČAS", "country": "CZ"})
    project = lay_out_project(db, told=TOLD)
    assert {name: len(found) for name, found in everything(db).items()} == {
        "activities": 12,
        "audience_rows": 9,
        "funding_profiles": 1,
        "hosts": 12,
        "organisations": 3,
        "parts": 6,
        "partners": 3,
        "professions": 2,
        "projects": 1,
        "quotas": 15,
        "sessions": 15,
    }
    assert rows(db, "partners", "project_id", "organisation_id", "country", "town", "role") == [
        (project, known + 1, "FI", "Helsinki", None),
        (project, known, "CZ", "Praha", "coordinator"),
        (project, known + 2, "SE", "Göteborg", None),
    ]
    assert rows(db, "organisations", "name", "country", "town")[2] == ("Göteborg", "SE", "Göteborg")
    columns = ("kind", "short_name", "first_day", "certainty", "belongs_to_id", "town", "time_zone", "mode")
    assert rows(db, "activities", *columns)[:4] == [
        ("preparatory_meeting", None, date(2024, 2, 5), "month", 2, None, "Europe/Helsinki", "online"),
        ("study_visit", "Helsinki", date(2024, 3, 4), "month", None, "Helsinki", "Europe/Helsinki", "on_site"),
        ("follow_up_meeting", None, date(2024, 4, 1), "month", 2, None, "Europe/Helsinki", "online"),
        ("preparatory_meeting", None, date(2024, 5, 6), "month", 5, None, "Europe/Prague", "online"),
    ]
    assert rows(db, "activities", "kind", "town", "first_day")[9:] == [
        ("seminar", "Helsinki", date(2024, 11, 4)),
        ("seminar", "Praha", date(2024, 11, 4)),
        ("seminar", "Göteborg", date(2000, 1, 3)),
    ]
    assert rows(db, "quotas", "partner_id", "profession_id", "places")[:5] == [
        (2, 1, 2),
        (2, 2, 2),
        (3, 1, 2),
        (3, 2, 2),
        (1, None, 12),
    ]
    assert rows(db, "sessions", "title", "kind", "day", "start", "part_id")[2:4] == [
        ("Placements", "placement", date(2024, 3, 6), None, 1),
        ("Course", "course", date(2024, 3, 7), None, 2),
    ]


def test_what_cannot_be_stored_is_refused(db: Db) -> None:
    for told in (ProjectTold(" "), ProjectTold("A", partners=(PartnerTold(),)), ProjectTold("A", language="czech")):
        with pytest.raises(Refused):
            lay_out_project(db, told=told)


def test_a_new_project_shows_no_problems(db: Db) -> None:
    fixed = replace(TOLD, visits=(ActivityTold(0, first_day=date(2024, 6, 10)), ActivityTold(1), *TOLD.visits[2:]))
    for told in (TOLD, fixed, ProjectTold("A title alone")):
        lay_out_project(db, told=told)
    assert check(check_facts(db, zone_of=lambda _town, _country: None), date(2024, 3, 1)) == ()
