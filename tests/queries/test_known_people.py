import pytest
from sqlalchemy.orm import Session as Db

from studyvisits.commands.rows import create
from studyvisits.domain.refusal import Refused
from studyvisits.domain.roster import KnownMember, KnownParticipation, KnownPartner, KnownProfession
from studyvisits.queries.known_people import known_people
from tests.made import made, member


def test_known_people_are_those_of_the_whole_file(db: Db) -> None:
    place = made(db)
    anna = member(db, place.project, "Berg", given_name="Anna", partner_id=place.sweden, job_title="kurator")
    other = create(db, table="projects", values={"title": "Earlier"})
    create(db, table="needs", values={"person_id": 1, "kind": "diet", "text": "vegan"})
    petr = member(db, other, "Žák")
    going = create(
        db, table="participations", values={"activity_id": place.prague, "member_id": anna, "presence": "visiting"}
    )
    role = create(db, table="participation_roles", values={"participation_id": going, "role": "speaker"})
    known = known_people(db, project=place.project, activity=place.prague)
    assert [(person.values["family_name"], dict(person.needs), person.members) for person in known.persons] == [
        (
            "Berg",
            {"diet": [(1, "vegan")]},
            [KnownMember(anna, 1, place.project, None, place.sweden, None, "kurator")],
        ),
        ("Žák", {}, [KnownMember(petr, 2, other, None, None, None, None)]),
    ]
    assert known.partners[0] == KnownPartner(place.finland, 1, "Katutyö", None, None, "FI", "Helsinki")
    assert known.professions[1] == KnownProfession(place.official, "official", "officials", None)
    empty = dict.fromkeys(
        ("arrival_day", "arrival_time", "departure_day", "departure_time", "reserve_order", "activity_note")
    )
    assert known.participations == [
        KnownParticipation(going, anna, {"presence": "visiting", "status": "confirmed", **empty}, [(role, "speaker")])
    ]


def test_unknown_project_or_activity_is_refused(db: Db) -> None:
    place = made(db)
    other = create(db, table="projects", values={"title": "Earlier"})
    for project, activity in ((99, None), (place.project, 99), (other, place.prague)):
        with pytest.raises(Refused) as refused:
            known_people(db, project=project, activity=activity)
        assert refused.value.code == "unknown_row"
