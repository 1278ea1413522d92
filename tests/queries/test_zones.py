from datetime import date

from sqlalchemy import event, update
from sqlalchemy.orm import Session as Db

from studyvisits.commands.rows import create
from studyvisits.domain.zones import Spot, zone_of_activity
from studyvisits.queries.zones import PartnerSpot, partner_spots, zone_facts
from studyvisits.store.tables import Activity, Partner
from studyvisits.texts import zone_of
from tests.made import Made, made, visit


def meeting(db: Db, told: Made, **values: object) -> int:
    day = date(2024, 2, 20)
    online = {"kind": "preparatory_meeting", "mode": "online", "town": None, "country": None}
    return visit(db, told.project, **{**online, "first_day": day, "last_day": day, **values})


def zone(db: Db, told: Made, activity: int) -> str | None:
    return zone_of_activity(zone_facts(db, project=told.project)[activity], zone_of)


def test_partners_are_where_they_say_or_where_their_organisation_is(db: Db) -> None:
    told = made(db)
    db.execute(update(Partner).where(Partner.id == told.finland).values(town=None, country=None, role="coordinator"))
    assert partner_spots(db, project=told.project) == (
        PartnerSpot(told.finland, "Helsinki", Spot("Helsinki", "FI"), "coordinator"),
        PartnerSpot(told.czechia, "Praha", Spot("Praha", "CZ"), None),
        PartnerSpot(told.sweden, "Göteborg", Spot("Göteborg", "SE"), None),
    )


def test_a_meeting_online_goes_by_leading_host_then_its_visit_then_the_coordinator(db: Db) -> None:
    told = made(db)
    db.execute(update(Partner).where(Partner.id == told.finland).values(role="coordinator"))
    alone, belonging = meeting(db, told), meeting(db, told, belongs_to_id=told.prague)
    hosted = meeting(db, told, belongs_to_id=told.prague)
    for partner, leading in ((told.finland, False), (told.sweden, True)):
        create(db, table="hosts", values={"activity_id": hosted, "partner_id": partner, "leading": leading})
    assert [zone(db, told, each) for each in (alone, belonging, hosted)] == [
        "Europe/Helsinki",
        "Europe/Prague",
        "Europe/Stockholm",
    ]


def test_activities_that_belong_to_each_other_end_where_they_began(db: Db) -> None:
    told = made(db)
    first = meeting(db, told)
    second = meeting(db, told, belongs_to_id=first)
    db.execute(update(Activity).where(Activity.id == first).values(belongs_to_id=second))
    assert zone(db, told, first) is None


def test_the_whole_file_takes_as_many_questions_as_one_project(db: Db) -> None:
    one, other = made(db), made(db)
    db.execute(update(Partner).where(Partner.id == one.finland).values(role="coordinator"))
    db.execute(update(Partner).where(Partner.id == other.sweden).values(role="coordinator"))
    meeting(db, one)
    meeting(db, other)
    db.flush()
    asked: list[str] = []

    def listener(*seen: str) -> None:
        asked.append(seen[2])

    event.listen(db.get_bind(), "before_cursor_execute", listener)
    apart = [zone_facts(db, project=told.project) for told in (one, other)]
    of_projects = len(asked)
    together = zone_facts(db)
    event.remove(db.get_bind(), "before_cursor_execute", listener)

    assert together == apart[0] | apart[1]
    assert 2 * (len(asked) - of_projects) == of_projects
