from datetime import date

from sqlalchemy.orm import Session as Db

from studyvisits.commands.rows import create
from studyvisits.domain.audience import Row
from studyvisits.domain.check_facts import (
    ActivityFacts,
    CheckFacts,
    GroupFacts,
    ParticipationFacts,
    ProfessionFacts,
    SessionFacts,
    VenueFacts,
)
from studyvisits.domain.checks import check
from studyvisits.domain.quotas import Counted, QuotaRow
from studyvisits.queries.checks import check_facts, session_facts
from studyvisits.texts import texts_in, zone_of
from studyvisits.wording import problem_text
from tests import made as rotation

TODAY = date(2024, 1, 15)


def nowhere(town: str | None, country: str | None) -> None:
    return None


def test_an_empty_file_has_nothing_to_check(db: Db) -> None:
    assert check_facts(db, zone_of=zone_of) == CheckFacts({})
    assert check(check_facts(db, zone_of=zone_of), TODAY) == ()


def test_everything_that_rules_ask_for_is_read(db: Db) -> None:
    made = rotation.made(db)
    create(db, table="hosts", values={"activity_id": made.prague, "partner_id": made.czechia})
    create(
        db,
        table="quotas",
        values={
            "activity_id": made.prague,
            "partner_id": made.finland,
            "profession_id": made.streetworker,
            "places": 2,
        },
    )
    create(db, table="head_counts", values={"activity_id": made.prague, "number": 4, "partner_id": made.sweden})
    aho = rotation.member(
        db, made.project, "Aho", given_name="Aino", partner_id=made.finland, profession_id=made.streetworker
    )
    one = rotation.participation(
        db, made.prague, aho, presence="visiting", arrival_day=date(2024, 6, 9), arrival_time=900
    )
    create(db, table="participation_roles", values={"participation_id": one, "role": "group_leader"})
    grouping = create(db, table="groupings", values={"activity_id": made.prague, "name": "Placements"})
    group = create(db, table="groups", values={"grouping_id": grouping, "name": "A", "facilitator_id": one})
    create(db, table="group_places", values={"group_id": group, "participation_id": one})
    hall = create(db, table="venues", values={"name": "Hall"})
    house = create(db, table="venues", values={"name": "čas "})
    talk = rotation.session(db, made.prague, "Talk", start=540, minutes=60, venue_id=hall, kind="course")
    create(db, table="audience_rows", values={"session_id": talk, "kind": "group", "group_id": group})
    create(db, table="audience_rows", values={"session_id": talk, "kind": "local"})
    create(db, table="session_people", values={"session_id": talk, "participation_id": one})
    create(db, table="session_people", values={"session_id": talk, "words": "two women of the long programme"})

    facts = check_facts(db, zone_of=zone_of)

    of_talk = SessionFacts(
        talk,
        made.prague,
        "Talk",
        "course",
        date(2024, 6, 10),
        540,
        60,
        hall,
        audience=(Row("group", group), Row("local")),
        people=(one,),
    )
    assert facts == CheckFacts(
        activities={
            made.prague: ActivityFacts(
                made.prague,
                made.project,
                "study_visit",
                "Prague",
                "planned",
                "fixed",
                date(2024, 6, 10),
                date(2024, 6, 14),
                "Europe/Prague",
                town="Praha",
                hosts=(made.czechia,),
                host_countries=frozenset({"CZ"}),
                quotas=(QuotaRow(made.finland, made.streetworker, 2),),
                head_counts=(Counted(made.sweden, None, None, 4),),
            )
        },
        participations={
            one: ParticipationFacts(
                one,
                made.prague,
                facts.participations[one].person,
                "Aino Aho",
                "confirmed",
                "visiting",
                frozenset({"group_leader"}),
                made.finland,
                made.streetworker,
                "FI",
                date(2024, 6, 9),
                900,
            )
        },
        sessions={talk: of_talk},
        groups={group: GroupFacts(group, made.prague, "A", one, (one,))},
        venues={hall: VenueFacts(hall, "Hall"), house: VenueFacts(house, "čas", True)},
        partners={made.finland: "Katutyö", made.czechia: "ČAS", made.sweden: "Fältgruppen"},
        professions={
            made.streetworker: ProfessionFacts("streetworker", "streetworkers"),
            made.official: ProfessionFacts("official", "officials"),
        },
    )
    assert session_facts(db, session=talk) == of_talk
    assert session_facts(db, session=talk + 1) is None


def test_a_country_is_the_partners_else_its_organisations_else_the_employers(db: Db) -> None:
    made = rotation.made(db)
    body = create(db, table="organisations", values={"name": "Stadt Wels", "country": "AT"})
    wels = create(db, table="partners", values={"project_id": made.project, "organisation_id": body})
    people = (
        (rotation.member(db, made.project, "Aho", partner_id=made.finland, organisation_id=body), "FI"),
        (rotation.member(db, made.project, "Berger", partner_id=wels), "AT"),
        (rotation.member(db, made.project, "Huber", organisation_id=body), "AT"),
        (rotation.member(db, made.project, "Novák"), None),
    )
    told = {rotation.participation(db, made.prague, member): country for member, country in people}
    read = check_facts(db, zone_of=zone_of).participations
    assert {id_: one.country for id_, one in read.items()} == told


def test_without_a_host_the_country_of_the_visit_hosts(db: Db) -> None:
    made = rotation.made(db)
    nothing_known = rotation.visit(db, made.project, country=None, town=None, short_name=None, title=None)

    activities = check_facts(db, zone_of=zone_of).activities

    assert activities[made.prague].host_countries == {"CZ"}
    assert activities[nothing_known].host_countries == frozenset()
    assert activities[nothing_known].title == "study_visit"


def test_where_nothing_tells_the_zone_it_is_that_of_most(db: Db) -> None:
    made = rotation.made(db)
    unknown = rotation.visit(db, made.project, country=None, town=None)

    assert check_facts(db, zone_of=zone_of).activities[unknown].zone == "Europe/Prague"
    assert check_facts(db, zone_of=nowhere).activities[unknown].zone == "UTC"


def test_an_activity_that_belongs_to_itself_by_a_circle_is_checked(db: Db) -> None:
    made = rotation.made(db)
    meeting = rotation.visit(db, made.project, kind="project_meeting", belongs_to_id=made.prague)
    create(db, table="hosts", values={"activity_id": meeting, "partner_id": made.czechia})
    assert check(check_facts(db, zone_of=zone_of), TODAY) == ()


def test_from_the_file_to_a_sentence(db: Db) -> None:
    made = rotation.made(db)
    riha = rotation.member(db, made.project, "Říha", given_name="Tomáš", partner_id=made.finland)
    rotation.participation(db, made.prague, riha, presence="visiting")
    rotation.session(db, made.prague, "Lunch", day=11, start=720, minutes=60)
    kotva = rotation.session(db, made.prague, "Centrum Kotva", day=11, start=735, minutes=90)

    (problem,) = check(check_facts(db, zone_of=zone_of), TODAY)

    assert problem.others[0].id == kotva
    assert problem_text(problem, texts_in("en")) == (
        "Tomáš Říha is in “Lunch” and in “Centrum Kotva” at 12:15–13:00 on 11 June 2024."
    )
