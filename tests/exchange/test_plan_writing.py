"""The text of a plan that is written: how it looks, and what things are called in it."""

import json
from typing import Any

from sqlalchemy.orm import Session as Db

from studyvisits.commands.plans import import_plan
from studyvisits.exchange.plans import plan_from, plan_text
from studyvisits.queries.plans import plan_rows


def uid(number: int) -> str:
    return f"{number:032x}"


def written(db: Db, document: dict[str, Any], *, with_needs: bool = False) -> str:
    project = import_plan(db, plan=plan_from(json.dumps({"format": 1, **document}).encode(), name="p")).project
    return plan_text(plan_rows(db, project=project, with_needs=with_needs))


def test_a_small_project_from_top_to_bottom(db: Db) -> None:
    text = written(
        db,
        {
            "project": {
                "uid": uid(1),
                "title": "Rotation",
                "funding": {"uid": uid(2), "amount": 85440.5},
                "partners": [{"uid": uid(3), "organisation": "ČAS", "hosts": False}],
                "members": [{"uid": uid(4), "person": "Anna Malá", "partner": "ČAS"}],
                "activities": [
                    {
                        "uid": uid(5),
                        "kind": "study_visit",
                        "dates": "2024-03",
                        "days": 2,
                        "hosts": [{"uid": uid(6), "partner": "ČAS"}],
                        "participations": [{"uid": uid(7), "member": "Anna Malá", "roles": ["speaker"]}],
                        "groupings": [
                            {
                                "uid": uid(8),
                                "name": "Tables",
                                "groups": [{"uid": uid(9), "name": "A", "people": ["Anna Malá"]}],
                            }
                        ],
                        "sessions": [
                            {"uid": uid(11), "title": "Later"},
                            {
                                "uid": uid(10),
                                "day": 2,
                                "start": "9:00",
                                "ends": "10:30",
                                "title": "Welcome",
                                "audience": {"groups": ["Tables/A"], "visiting": True},
                                "people": [{"uid": uid(12), "person": "Anna Malá", "role": "speaker"}],
                            },
                        ],
                    }
                ],
            },
            "organisations": [{"uid": uid(13), "name": "Česká asociace streetwork", "short_name": "ČAS"}],
            "persons": [
                {"uid": uid(14), "family_name": "Malá", "given_name": "Anna", "needs": [{"kind": "diet", "text": "x"}]}
            ],
        },
    )
    assert text == SMALL


SMALL = """{
  "format": 1,
  "project": {
    "uid": "00000000000000000000000000000001",
    "title": "Rotation",
    "funding": {"uid": "00000000000000000000000000000002", "amount": "85440.5"},
    "partners": [
      {"ref": "ČAS", "uid": "00000000000000000000000000000003", "organisation": "ČAS", "sends": true, "hosts": false}
    ],
    "members": [
      {"ref": "Anna Malá", "uid": "00000000000000000000000000000004", "person": "Anna Malá", "partner": "ČAS"}
    ],
    "activities": [
      {
        "ref": "study_visit",
        "uid": "00000000000000000000000000000005",
        "kind": "study_visit",
        "dates": "2024-03",
        "days": 2,
        "status": "planned",
        "hosts": [{"uid": "00000000000000000000000000000006", "partner": "ČAS", "leading": true}],
        "participations": [
          {
            "uid": "00000000000000000000000000000007",
            "member": "Anna Malá",
            "status": "confirmed",
            "roles": ["speaker"]
          }
        ],
        "groupings": [
          {
            "ref": "Tables",
            "uid": "00000000000000000000000000000008",
            "name": "Tables",
            "groups": [
              {"ref": "Tables/A", "uid": "00000000000000000000000000000009", "name": "A", "people": ["Anna Malá"]}
            ]
          }
        ],
        "sessions": [
          {
            "uid": "0000000000000000000000000000000a",
            "day": 2,
            "start": "09:00",
            "minutes": 90,
            "title": "Welcome",
            "state": "planned",
            "audience": {"visiting": true, "groups": ["Tables/A"]},
            "people": [{"uid": "0000000000000000000000000000000c", "person": "Anna Malá", "role": "speaker"}]
          },
          {"uid": "0000000000000000000000000000000b", "title": "Later", "state": "planned"}
        ]
      }
    ]
  },
  "organisations": [
    {
      "ref": "ČAS",
      "uid": "0000000000000000000000000000000d",
      "name": "Česká asociace streetwork",
      "short_name": "ČAS"
    }
  ],
  "persons": [
    {"ref": "Anna Malá", "uid": "0000000000000000000000000000000e", "family_name": "Malá", "given_name": "Anna"}
  ]
}
"""


def refs(text: str, *path: str) -> dict[str, str]:
    found = json.loads(text)
    for name in path:
        found = found[int(name)] if name.isdigit() else found[name]
    return {each["uid"][-1]: each["ref"] for each in found}


def test_repeats_are_numbered_in_the_order_of_uid(db: Db) -> None:
    persons = [{"uid": uid(n), "family_name": name} for n, name in ((4, "A"), (2, "A~2"), (3, "A"), (1, "A"))]
    members = [{"person": f"ref {n}"} for n in range(4)]
    for n, person in enumerate(persons):
        person["ref"] = f"ref {n}"
    text = written(db, {"project": {"title": "T", "members": members}, "persons": persons})
    assert refs(text, "persons") == {"4": "A~4", "2": "A~2", "3": "A~3", "1": "A"}


def test_parts_and_groups_are_called_alike_in_every_activity(db: Db) -> None:
    tables = [{"name": "T", "groups": [{"name": "A", "uid": uid(1)}, {"name": "A", "uid": uid(2)}]}]
    others = [{"name": "T", "groups": [{"name": "A", "uid": uid(3)}]}]
    activities = [{"kind": "other", "groupings": tables}, {"kind": "other", "groupings": others}]
    text = written(db, {"project": {"title": "T", "activities": activities}})
    path = ("project", "activities")
    assert refs(text, *path, "0", "groupings", "0", "groups") == {"1": "T/A", "2": "T/A~2"}
    assert refs(text, *path, "1", "groupings", "0", "groups") == {"3": "T/A"}


def test_who_has_no_needs_is_told_too_when_needs_are_asked_for(db: Db) -> None:
    persons = [{"family_name": "A", "needs": [{"kind": "diet", "text": "vegan"}]}, {"family_name": "B"}]
    project = {"title": "T", "members": [{"person": "A"}, {"person": "B"}]}
    text = written(db, {"project": project, "persons": persons}, with_needs=True)
    told = [[need["text"] for need in person["needs"]] for person in json.loads(text)["persons"]]
    assert told == [["vegan"], []]
    assert "vegan" not in plan_text(plan_rows(db, project=1))
