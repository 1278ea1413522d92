from sqlalchemy.orm import Session as Db

from studyvisits.commands.people import set_roles
from studyvisits.queries.participants import participants
from tests.made import Made, made, member, participation, visit


def meeting_of(db: Db, told: Made) -> int:
    member_of_visit = member(db, told.project, "Mäkelä", partner_id=told.finland)
    participation(db, told.prague, member_of_visit, presence="visiting", status="confirmed")
    local = member(db, told.project, "Žák", partner_id=told.czechia)
    participation(db, told.prague, local, presence="local", status="confirmed")
    return visit(db, told.project, kind="preparatory_meeting", belongs_to_id=told.prague, mode="online")


def names(db: Db, told: Made, meeting: int) -> list[str]:
    (one,) = participants(db, project=told.project, activity=meeting).activities
    return [person.family_name for person in one.people]


def test_a_meeting_has_the_visiting_people_of_its_visit(db: Db) -> None:
    told = made(db)

    assert names(db, told, meeting_of(db, told)) == ["Mäkelä"]


def test_a_speaker_of_the_meeting_does_not_send_them_away(db: Db) -> None:
    told = made(db)
    meeting = meeting_of(db, told)
    speaker = participation(db, meeting, member(db, told.project, "Říha"))
    set_roles(db, participations=[speaker], roles=["speaker"])

    assert names(db, told, meeting) == ["Říha", "Mäkelä"]


def test_participants_of_its_own_take_their_place(db: Db) -> None:
    told = made(db)
    meeting = meeting_of(db, told)
    participation(db, meeting, member(db, told.project, "Novák"))

    assert names(db, told, meeting) == ["Novák"]
