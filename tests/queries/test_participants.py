from sqlalchemy import update
from sqlalchemy.orm import Session as Db

from studyvisits.commands.people import set_roles
from studyvisits.commands.rows import create
from studyvisits.domain.companies import Companies
from studyvisits.queries.checks import check_facts
from studyvisits.queries.participants import participants
from studyvisits.store.tables import Activity
from studyvisits.texts import texts_in
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


def checked_names(db: Db, meeting: int) -> list[str]:
    """Whom the rules find in the meeting."""
    facts = check_facts(db, zone_of=texts_in("en").zone_of)
    persons = Companies(facts).in_activity(meeting).persons
    return sorted({one.name for one in facts.participations.values() if one.person in persons})


def test_lists_and_rules_find_the_same_people_in_a_meeting(db: Db) -> None:
    told = made(db)
    meeting = meeting_of(db, told)
    interpreter = participation(db, told.prague, member(db, told.project, "Dolmetsch"), presence="visiting")
    set_roles(db, participations=[interpreter], roles=["interpreter"])
    participation(db, told.prague, member(db, told.project, "Varalla"), presence="visiting", status="reserve")

    assert (names(db, told, meeting), checked_names(db, meeting)) == (["Mäkelä"], ["Mäkelä"])
    create(db, table="head_counts", values={"activity_id": meeting, "number": 12})
    assert (names(db, told, meeting), checked_names(db, meeting)) == (["Mäkelä"], ["Mäkelä"])
    db.execute(update(Activity).where(Activity.id == told.prague).values(status="cancelled"))
    assert (names(db, told, meeting), checked_names(db, meeting)) == ([], [])
