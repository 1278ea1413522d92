"""Reading plans as people write them by hand."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from studyvisits.domain.plan import PlanRows
from studyvisits.domain.refusal import Refused
from studyvisits.exchange.plans import plan_from, read_plan

UID = "0" * 31


def read(project: dict[str, Any] | None = None, **top: Any) -> PlanRows:
    document = {"format": 1, "project": {"title": "T", **(project or {})}, **top}
    return plan_from(json.dumps(document).encode(), name="p.json")


def refused(project: dict[str, Any] | None = None, **top: Any) -> dict[str, object]:
    with pytest.raises(Refused) as caught:
        read(project, **top)
    facts = dict(caught.value.facts)
    assert facts.pop("file") == "p.json"
    return {"code": caught.value.code, **facts}


def activity(**given: Any) -> dict[str, Any]:
    return {"activities": [{"kind": "study_visit", **given}]}


def first(plan: PlanRows, table: str, *columns: str) -> tuple[Any, ...]:
    return tuple(plan.tables[table][0].get(name) for name in columns)


# Dates and times


@pytest.mark.parametrize(
    ("given", "days"),
    [
        ({"dates": "2024-03-11", "days": 5}, (date(2024, 3, 11), date(2024, 3, 15), "fixed")),
        ({"dates": "2024-03-11"}, (date(2024, 3, 11), date(2024, 3, 11), "fixed")),
        ({"dates": "2024-03-11", "provisional": True}, (date(2024, 3, 11), date(2024, 3, 11), "provisional")),
        ({"dates": "2024-03", "days": 5}, (date(2024, 3, 4), date(2024, 3, 8), "month")),
        ({"days": 2}, (date(2000, 1, 3), date(2000, 1, 4), "open")),
        ({}, (date(2000, 1, 3), date(2000, 1, 3), "open")),
    ],
)
def test_dates_are_a_day_a_month_or_open(given: dict[str, Any], days: tuple[Any, ...]) -> None:
    assert first(read(activity(**given)), "activities", "first_day", "last_day", "certainty") == days


@pytest.mark.parametrize("dates", ["2024-02-30", "2024-13", "0000-01-01", "9999-12-31", "1066-10-14"])
def test_impossible_dates_are_refused(dates: str) -> None:
    assert refused(activity(dates=dates)) | {"value": 0} == {
        "code": "plan_no_such_day",
        "path": "$.project.activities[0].dates",
        "value": 0,
    }


@pytest.mark.parametrize(
    ("dates", "day", "stored"),
    [
        ("2024-03-11", 1, date(2024, 3, 11)),
        ("2024-03-11", 0, date(2024, 3, 10)),
        ("2024-03-11", "2024-03-12", date(2024, 3, 12)),
        ("2024-03", 3, date(2024, 3, 6)),
    ],
)
def test_the_day_of_a_session_is_a_date_or_a_number(dates: str, day: Any, stored: date) -> None:
    plan = read(activity(dates=dates, sessions=[{"title": "S", "day": day}]))
    assert first(plan, "sessions", "day") == (stored,)


@pytest.mark.parametrize(
    ("given", "start", "minutes"),
    [
        ({"start": "09:30"}, 570, None),
        ({"start": "9:30", "minutes": 90}, 570, 90),
        ({"start": "9:30", "ends": "11:00"}, 570, 90),
        ({"start": "21:00", "ends": "00:30"}, 1260, 210),
        ({}, None, None),
    ],
)
def test_a_session_has_minutes_or_an_end_or_neither(given: dict[str, Any], start: Any, minutes: Any) -> None:
    plan = read(activity(sessions=[{"title": "S", **given}]))
    assert first(plan, "sessions", "start", "minutes") == (start, minutes)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"ends": "11:00"}, "plan_ends_without_start"),
        ({"start": "9:00", "ends": "9:00"}, "plan_ends_at_start"),
        ({"start": "9:00", "minutes": 5, "ends": "9:05"}, "plan_minutes_and_ends"),
    ],
)
def test_an_end_that_says_nothing_is_refused(given: dict[str, Any], code: str) -> None:
    found = refused(activity(sessions=[{"title": "S", **given}]))
    assert found == {"code": code, "path": "$.project.activities[0].sessions[0].ends"}


# Values


def test_amounts_are_exact_whether_text_or_number() -> None:
    for amount in ('"85440.00"', "85440.00"):
        text = f'{{"format": 1, "project": {{"title": "T", "funding": {{"amount": {amount}, "rate": 75}}}}}}'
        plan = plan_from(text.encode(), name="p")
        assert (*first(plan, "funding_profiles", "amount", "rate"),) == (Decimal("85440.00"), Decimal(75))
        assert str(plan.tables["funding_profiles"][0]["amount"]) == "85440.00"


@pytest.mark.parametrize(
    ("given", "code", "path", "value"),
    [
        ({"country": "XX"}, "plan_unknown_country", "country", "XX"),
        ({"time_zone": "Europe/Tabor"}, "plan_unknown_zone", "time_zone", "Europe/Tabor"),
        ({"working_languages": ["en", "čeština"]}, "plan_unknown_language", "working_languages", "čeština"),
    ],
)
def test_codes_of_the_world_are_checked(given: dict[str, Any], code: str, path: str, value: str) -> None:
    assert refused(activity(**given)) == {"code": code, "path": f"$.project.activities[0].{path}", "value": value}


def test_texts_are_kept_as_everywhere_else() -> None:
    plan = read({"title": " Tábor\u2013Wels ", "notes": "a\r\nb", "acronym": ""})
    assert first(plan, "projects", "title", "notes", "acronym") == ("Tábor–Wels", "a\nb", None)


def test_a_starred_text_of_nothing_visible_is_refused() -> None:
    assert refused({"title": "\x01"}) == {"code": "plan_empty_field", "path": "$.project.title"}


def test_the_last_day_may_not_be_before_the_first() -> None:
    assert refused({"first_day": "2024-02-01", "last_day": "2024-01-01"}) == {
        "code": "plan_last_day_before_first",
        "path": "$.project",
        "first": "2024-02-01",
        "last": "2024-01-01",
    }


def test_an_amount_of_millions_of_decimals_is_refused() -> None:
    told = json.dumps({"format": 1, "project": {"title": "T", "funding": {"amount": 1}}})
    with pytest.raises(Refused) as caught:
        plan_from(told.replace('"amount": 1', '"amount": 1E-99999999').encode(), name="p.json")
    assert (caught.value.code, caught.value.facts["path"]) == ("plan_number_unusable", "$.project.funding.amount")


@pytest.mark.parametrize("image", ["%%%", "aGVsbG8=", "aGVsbG8"])
def test_what_is_no_picture_is_refused(image: str) -> None:
    found = refused({"funding": {"logos": [{"kind": "partner", "image": image}]}})
    assert found == {"code": "plan_picture_unreadable", "path": "$.project.funding.logos[0].image"}


# Zones


@pytest.mark.parametrize(
    ("given", "zone"),
    [
        ({"town": "Helsinki", "country": "FI"}, "Europe/Helsinki"),
        ({"country": "CZ"}, "Europe/Prague"),
        ({"country": "CZ", "time_zone": "Europe/Stockholm"}, "Europe/Stockholm"),
        ({"country": "CZ", "mode": "online"}, None),
        ({"country": "CZ", "uid": UID + "a"}, None),
        ({}, None),
    ],
)
def test_a_new_activity_keeps_the_clock_of_its_town(given: dict[str, Any], zone: str | None) -> None:
    assert first(read(activity(**given)), "activities", "time_zone") == (zone,)


# References


def rotation(**given: Any) -> dict[str, Any]:
    return {
        "partners": [{"organisation": "ČAS"}, {"organisation": "Katutyö Helsinki ry", "ref": "FI"}],
        "members": [
            {"person": "Anna Malá", "partner": "FI"},
            {"person": "Malá", "partner": "Česká asociace streetwork"},
        ],
        "activities": [{"kind": "study_visit", "title": "Prague", **given}],
    }


TOP: dict[str, Any] = {
    "organisations": [{"name": "Česká asociace streetwork", "short_name": "ČAS"}, {"name": "Katutyö Helsinki ry"}],
    "persons": [{"family_name": "Malá", "given_name": "Anna"}, {"family_name": "Malá"}],
}


def test_things_answer_to_ref_short_name_and_name() -> None:
    plan = read(rotation(hosts=[{"partner": "Katutyö Helsinki ry"}]), **TOP)
    assert [row["organisation_id"] for row in plan.tables["partners"]] == [1, 2]
    assert [(row["person_id"], row["partner_id"]) for row in plan.tables["members"]] == [(1, 2), (2, 1)]
    assert first(plan, "hosts", "partner_id") == (2,)


def test_people_and_groups_are_those_of_the_activity() -> None:
    project = rotation(
        participations=[{"member": "Anna Malá"}, {"member": "Malá", "replaces": "Anna Malá"}],
        groupings=[{"name": "Tables", "groups": [{"name": "A", "people": ["Malá"], "facilitator": "Anna Malá"}]}],
        sessions=[
            {
                "title": "S",
                "audience": {"groups": ["Tables/A"], "people": ["Malá"], "local": True, "visiting": False},
                "people": [{"person": "Anna Malá", "role": "speaker"}, {"words": "a guest"}],
            }
        ],
    )
    project["activities"].insert(0, {"kind": "other", "groupings": [{"name": "Tables", "groups": [{"name": "A"}]}]})
    plan = read(project, **TOP)
    assert [row["replaces_id"] for row in plan.tables["participations"][1:]] == [1]
    assert [(row["group_id"], row["participation_id"]) for row in plan.tables["group_places"]] == [(2, 2)]
    assert [row.get("facilitator_id") for row in plan.tables["groups"]] == [None, 1]
    assert [
        (row["kind"], row.get("group_id"), row.get("participation_id")) for row in plan.tables["audience_rows"]
    ] == [("local", None, None), ("group", 2, None), ("participation", None, 2)]
    assert [(row.get("participation_id"), row.get("words")) for row in plan.tables["session_people"]] == [
        (1, None),
        (None, "a guest"),
    ]


def test_unknown_references_are_refused_with_their_path() -> None:
    assert refused(rotation(hosts=[{"partner": "SE"}]), **TOP) == {
        "code": "plan_ref_unknown",
        "path": "$.project.activities[0].hosts[0].partner",
        "ref": "SE",
        "table": "partners",
    }


def test_people_of_another_activity_are_unknown() -> None:
    project = rotation(participations=[{"member": "Malá"}])
    project["activities"].append({"kind": "other", "sessions": [{"title": "S", "people": [{"person": "Malá"}]}]})
    assert refused(project, **TOP)["path"] == "$.project.activities[1].sessions[0].people[0].person"


def test_ambiguous_references_are_refused_until_a_ref_tells_them_apart() -> None:
    twins = [{"family_name": "Malá"}, {"family_name": "Malá"}]
    assert refused({"members": [{"person": "Malá"}]}, persons=twins) == {
        "code": "plan_ref_ambiguous",
        "path": "$.project.members[0].person",
        "ref": "Malá",
        "table": "persons",
        "number": 2,
    }
    twins[1]["ref"] = "Malá from Tábor"
    assert first(read({"members": [{"person": "Malá from Tábor"}]}, persons=twins), "members", "person_id") == (2,)


def test_a_ref_comes_before_a_name() -> None:
    persons = [{"family_name": "Malá"}, {"family_name": "Nováková", "ref": "Malá"}]
    assert first(read({"members": [{"person": "Malá"}]}, persons=persons), "members", "person_id") == (2,)


def test_references_may_point_forward() -> None:
    meeting = {"kind": "preparatory_meeting", "belongs_to": "Prague"}
    plan = read({"activities": [meeting, {"kind": "study_visit", "title": "Prague"}]})
    assert first(plan, "activities", "belongs_to_id") == (2,)


@pytest.mark.parametrize(
    ("project", "top", "code", "path"),
    [
        ({}, {"persons": [{"family_name": "A", "ref": "x"}] * 2}, "plan_ref_twice", "$.persons[1].ref"),
        ({}, {"persons": [{"family_name": "A", "uid": UID + "1"}] * 2}, "plan_uid_twice", "$.persons[1].uid"),
        (rotation(hosts=[{"partner": "FI"}] * 2), TOP, "plan_twice", "$.project.activities[0].hosts[1]"),
        (
            rotation(participations=[{"member": "Malá", "roles": ["speaker", "speaker"]}]),
            TOP,
            "plan_twice",
            "$.project.activities[0].participations[0].roles[1]",
        ),
        (rotation(short_name="P", belongs_to="P"), TOP, "plan_points_to_itself", "$.project.activities[0]"),
        (
            rotation(sessions=[{"title": "S", "people": [{"role": "speaker"}]}]),
            TOP,
            "plan_nobody",
            "$.project.activities[0].sessions[0].people[0]",
        ),
        (
            rotation(
                participations=[{"member": "Malá"}],
                groupings=[{"name": "G", "groups": [{"name": letter, "people": ["Malá"]} for letter in "AB"]}],
            ),
            TOP,
            "plan_in_two_groups",
            "$.project.activities[0].groupings[0].groups[1].people[0]",
        ),
    ],
)
def test_what_can_stand_only_once_is_refused_twice(project: Any, top: Any, code: str, path: str) -> None:
    found = refused(project, **top)
    assert (found["code"], found["path"]) == (code, path)


def test_what_belongs_to_one_another_in_a_circle_is_refused() -> None:
    circle = [{"kind": "other", "title": "A", "belongs_to": "B"}, {"kind": "other", "title": "B", "belongs_to": "A"}]
    assert refused({"activities": circle})["code"] == "plan_points_to_itself"


# Needs


def test_only_who_has_needs_in_the_plan_has_them_told() -> None:
    persons = [{"family_name": "A"}, {"family_name": "B", "needs": []}, {"family_name": "C", "needs": [
        {"kind": "diet", "text": "vegan"}]}]  # fmt: skip
    plan = read(persons=persons)
    assert plan.needs_of == {2, 3}
    assert [(row["person_id"], row["text"]) for row in plan.tables["needs"]] == [(3, "vegan")]


# Files


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.json", tmp_path):
        with pytest.raises(Refused) as caught:
            read_plan(path)
        assert (caught.value.code, caught.value.facts["file"]) == ("plan_unreadable", path.name)


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_text('{"format": 1, "project": {"title": "T"}}', encoding="utf-8-sig")
    assert read_plan(path).project["title"] == "T"
