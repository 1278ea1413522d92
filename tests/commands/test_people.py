import pytest
from sqlalchemy.orm import Session as Db

from studyvisits.commands.activities import set_hosts
from studyvisits.commands.participations import Who
from studyvisits.commands.people import (
    add_person,
    put_in_group,
    put_in_session,
    replace_person,
    set_roles,
    take_out_of_group,
)
from studyvisits.commands.rows import change, create
from studyvisits.commands.sessions import set_audience
from studyvisits.domain.refusal import Refused
from tests.made import Made, everything, made, member, participation, rows, session


def grouping(db: Db, there: Made, *names: str) -> list[int]:
    days = create(db, table="groupings", values={"activity_id": there.prague, "name": "Placements"})
    return [create(db, table="groups", values={"grouping_id": days, "name": name}) for name in names]


def test_a_person_made_from_a_name_alone(db: Db) -> None:
    add_person(db, name="Ing. Tomáš Říha, Ph.D.")
    columns = ("family_name", "given_name", "title_before", "title_after")
    assert rows(db, "persons", *columns) == [("Říha", "Tomáš", "Ing.", "Ph.D.")]
    with pytest.raises(Refused):
        add_person(db, name=" , ")


def test_whoever_is_put_on_a_session_takes_part_with_a_role_that_fills_no_place(db: Db) -> None:
    there = made(db)
    talk, round_ = session(db, there.prague, "Talk"), session(db, there.prague, "Street round", kind="placement")
    first = put_in_session(db, session=talk, who=Who(name="Tomáš Říha"))
    second = put_in_session(db, session=round_, who=Who(name="Jana Malá"))
    third = put_in_session(db, session=talk, who=Who(person=1), role="interpreter")
    assert first == third
    assert rows(db, "participations", "id", "status") == [(first, "confirmed"), (second, "confirmed")]
    assert rows(db, "participation_roles", "participation_id", "role") == [(first, "speaker"), (second, "host_contact")]
    assert rows(db, "session_people", "session_id", "participation_id", "role") == [
        (talk, first, "interpreter"),
        (round_, second, None),
    ]
    assert rows(db, "members", "project_id", "partner_id") == [(there.project, None)] * 2


def test_presence_follows_from_the_countries(db: Db) -> None:
    there = made(db)
    city = create(db, table="organisations", values={"name": "City of Prague", "country": "CZ"})
    told = [{"partner_id": there.czechia}, {"partner_id": there.sweden}, {"organisation_id": city}, {}]
    members = [member(db, there.project, "A", **each) for each in told]
    a, b = session(db, there.prague, "A"), session(db, there.prague, "B")
    for each in members:
        put_in_session(db, session=a, who=Who(member=each))
    assert rows(db, "participations", "presence") == [("local",), ("visiting",), ("local",), (None,)]
    set_hosts(db, activity=there.prague, partners=[there.sweden])
    late = member(db, there.project, "B", partner_id=there.sweden)
    put_in_session(db, session=b, who=Who(member=late))
    change(db, table="activities", ids=[there.prague], values={"mode": "online"})
    online = member(db, there.project, "C", partner_id=there.sweden)
    put_in_session(db, session=b, who=Who(member=online))
    assert rows(db, "participations", "presence")[4:] == [("local",), (None,)]


def test_a_partner_without_a_country_of_its_own_is_where_its_organisation_is(db: Db) -> None:
    there = made(db)
    for partner in (there.czechia, there.sweden):
        change(db, table="partners", ids=[partner], values={"country": None})
    set_hosts(db, activity=there.prague, partners=[there.czechia])
    talk = session(db, there.prague, "Talk")
    for partner in (there.czechia, there.sweden):
        put_in_session(db, session=talk, who=Who(member=member(db, there.project, "A", partner_id=partner)))
    assert rows(db, "participations", "presence") == [("local",), ("visiting",)]


def test_whoever_is_put_in_a_group_leaves_the_other_one(db: Db) -> None:
    there = made(db)
    a, b = grouping(db, there, "A", "B")
    who = put_in_group(db, group=a, who=Who(member=member(db, there.project, "Říha", partner_id=there.finland)))
    assert rows(db, "participations", "id", "presence") == [(who, "visiting")]
    assert rows(db, "participation_roles", "role") == []
    assert put_in_group(db, group=b, who=Who(participation=who)) == who
    assert put_in_group(db, group=b, who=Who(participation=who)) == who
    assert rows(db, "group_places", "group_id", "participation_id") == [(b, who)]
    take_out_of_group(db, group=b, participation=who)
    assert rows(db, "group_places", "id") == []


def test_somebody_of_another_activity_is_refused(db: Db) -> None:
    here, there = made(db), made(db)
    (group,) = grouping(db, here, "A")
    stranger = participation(db, there.prague, member(db, there.project, "Virtanen"))
    before = everything(db)
    for who in (Who(participation=stranger), Who(member=1), Who(member=99), Who(name="")):
        with pytest.raises(Refused):
            put_in_group(db, group=group, who=who)
    assert everything(db) == before


def test_roles_are_set_as_told(db: Db) -> None:
    there = made(db)
    who = participation(db, there.prague, member(db, there.project, "Říha"))
    set_roles(db, participations=[who], roles=["speaker", "organiser", "speaker"])
    set_roles(db, participations=[who], roles=["organiser", "trainer"])
    assert rows(db, "participation_roles", "role") == [("organiser",), ("trainer",)]
    with pytest.raises(Refused):
        set_roles(db, participations=[who], roles=["boss"])


def test_replacing_hands_over_groups_sessions_and_roles(db: Db) -> None:
    there = made(db)
    (a,) = grouping(db, there, "A")
    told = {"partner_id": there.finland, "profession_id": there.official}
    old = participation(db, there.prague, member(db, there.project, "Virtanen", **told), presence="visiting")
    put_in_group(db, group=a, who=Who(participation=old))
    change(db, table="groups", ids=[a], values={"facilitator_id": old})
    set_roles(db, participations=[old], roles=["group_leader"])
    talk = session(db, there.prague, "Talk")
    put_in_session(db, session=talk, who=Who(participation=old), role="speaker")
    set_audience(db, sessions=[talk], audience=[("participation", old)])

    new = replace_person(db, participation=old, who=Who(name="Aino Mäkelä"))

    assert rows(db, "participations", "id", "status", "presence", "replaces_id") == [
        (old, "cancelled", "visiting", None),
        (new, "confirmed", "visiting", old),
    ]
    assert rows(db, "members", "partner_id", "profession_id") == [(there.finland, there.official)] * 2
    assert rows(db, "participation_roles", "participation_id", "role") == [(old, "group_leader"), (new, "group_leader")]
    assert rows(db, "group_places", "group_id", "participation_id") == [(a, new)]
    assert rows(db, "groups", "facilitator_id") == [(new,)]
    assert rows(db, "session_people", "session_id", "participation_id", "role") == [(talk, new, "speaker")]
    assert rows(db, "audience_rows", "session_id", "participation_id") == [(talk, new)]


def test_whoever_was_replaced_can_come_back(db: Db) -> None:
    there = made(db)
    old = participation(db, there.prague, member(db, there.project, "Virtanen"), status="nominated")
    new = replace_person(db, participation=old, who=Who(name="Aino Mäkelä"))
    assert replace_person(db, participation=new, who=Who(participation=old)) == old
    assert rows(db, "participations", "id", "status", "replaces_id") == [
        (old, "nominated", new),
        (new, "cancelled", None),
    ]
    with pytest.raises(Refused):
        replace_person(db, participation=old, who=Who(participation=old))


def test_a_reserve_who_replaces_keeps_what_the_other_had_not(db: Db) -> None:
    there = made(db)
    a, b = grouping(db, there, "A", "B")
    old, reserve = (participation(db, there.prague, member(db, there.project, name)) for name in ("A", "B"))
    change(db, table="participations", ids=[reserve], values={"status": "reserve", "reserve_order": 1})
    put_in_group(db, group=a, who=Who(participation=old))
    put_in_group(db, group=b, who=Who(participation=reserve))
    assert replace_person(db, participation=old, who=Who(participation=reserve)) == reserve
    assert rows(db, "participations", "status", "reserve_order") == [("cancelled", None), ("confirmed", None)]
    assert rows(db, "group_places", "group_id", "participation_id") == [(b, reserve)]
