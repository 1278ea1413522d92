from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, update
from sqlalchemy.orm import Session as Db

from studyvisits.commands.imports import Imported, import_people
from studyvisits.commands.rows import create
from studyvisits.domain.import_planning import plan_import
from studyvisits.domain.people_read import Answers, Unknown, WhyEmpty
from studyvisits.domain.refusal import Refused
from studyvisits.domain.roster import AmbiguousRow, FieldChange, ImportPlan
from studyvisits.exchange.people_sheet import understand_people
from studyvisits.exchange.sheets import pasted_people
from studyvisits.queries.known_people import known_people
from studyvisits.store.tables import Activity, Base, Partner
from studyvisits.workspace import Workspace
from tests.made import Made, everything, made, rows

TODAY = date(2024, 1, 15)
PEOPLE = (
    "Name\tE-mail\tOrganisation\tCountry\tProfession\tDiet\tStatus\tRole\tArrival\n"
    "Aino Virtanen\taino@example.org\tHelsinki City\tFinland\tstreetworker\tvegan\tconfirmed\t"
    "group leader\t10.3.2024 14:30\n"
    "Juha Mäkinen\t\tHelsinki City\tFI\tofficial\t\treserve\t\t\n"
    "Anna Berg\tanna@example.org\tGatan\tSweden\tstreetworkers\t\t\tspeaker, participant\t\n"
)


def planned(db: Db, place: Made, text: str, answers: Answers | None = None, *, activity: bool = True) -> ImportPlan:
    known = known_people(db, project=place.project, activity=place.prague if activity else None)
    read = understand_people(
        pasted_people(text),
        answers=answers or Answers(),
        remembered=known.remembered,
        today=TODAY,
        with_activity=activity,
    )
    return plan_import(read, known)


def bring_in(
    db: Db, place: Made, text: str, given: Mapping[str, str] | None = None, *, activity: bool = True
) -> ImportPlan:
    plan = planned(db, place, text, Answers(given=given or {}), activity=activity)
    import_people(db, plan=plan)
    return plan


def counted(plan: ImportPlan) -> tuple[int, int, int]:
    return len(plan.new), len(plan.changed), len(plan.unchanged)


def test_people_come_in_with_all_that_the_sheet_says(db: Db) -> None:
    place = made(db)
    organisations = len(rows(db, "organisations", "id"))
    plan = planned(db, place, PEOPLE)
    assert import_people(db, plan=plan) == Imported(new=3, changed=0)
    assert rows(db, "persons", "family_name", "given_name", "email") == [
        ("Virtanen", "Aino", "aino@example.org"),
        ("Mäkinen", "Juha", None),
        ("Berg", "Anna", "anna@example.org"),
    ]
    assert [row[0] for row in rows(db, "organisations", "name")[organisations:]] == ["Helsinki City", "Gatan"]
    assert rows(db, "members", "partner_id", "profession_id") == [
        (place.finland, place.streetworker),
        (place.finland, place.official),
        (place.sweden, place.streetworker),
    ]
    assert rows(db, "participations", "activity_id", "status", "arrival_day", "arrival_time") == [
        (place.prague, "confirmed", date(2024, 3, 10), 870),
        (place.prague, "reserve", None, None),
        (place.prague, "nominated", None, None),
    ]
    assert rows(db, "participation_roles", "participation_id", "role") == [
        (1, "group_leader"),
        (3, "speaker"),
        (3, "participant"),
    ]
    assert rows(db, "needs", "person_id", "kind", "text") == [(1, "diet", "vegan")]


def test_the_same_sheet_twice_changes_nothing(db: Db) -> None:
    place = made(db)
    bring_in(db, place, PEOPLE)
    before = everything(db)
    assert counted(bring_in(db, place, PEOPLE)) == (0, 0, 3)
    assert everything(db) == before


def test_people_known_elsewhere_come_in_after_members_who_only_join_the_activity(db: Db) -> None:
    place = made(db)
    bring_in(db, place, "Name\tE-mail\nAino Virtanen\taino@example.org", activity=False)
    outsider = create(db, table="persons", values={"family_name": "Berg", "email": "anna@example.org"})
    bring_in(db, place, "Name\tE-mail\nAino Virtanen\taino@example.org\nBerg\tanna@example.org")
    assert [row[0] for row in rows(db, "members", "person_id")] == [1, outsider]
    assert rows(db, "participations", "member_id") == [(1,), (2,)]


def test_changes_are_shown_before_and_after_and_empty_cells_erase_nothing(db: Db) -> None:
    place = made(db)
    bring_in(db, place, PEOPLE)
    plan = bring_in(
        db,
        place,
        "Name\tE-mail\tOrganisation\tPhone\tDiet\tStatus\tRole\n"
        "Virtanen, Aino\taino@example.org\tChurch\t+358 40\tvegan\tcancelled\t\n"
        "Berg, Anna\tANNA@example.org\t\t\t\t\ttrainer",
    )
    assert [(person.name, person.changes) for person in plan.changed] == [
        (
            "Aino Virtanen",
            (
                FieldChange("phone", None, "+358 40"),
                FieldChange("organisation", "Helsinki City", "Church"),
                FieldChange("status", "confirmed", "cancelled"),
            ),
        ),
        ("Anna Berg", (FieldChange("roles", ("speaker", "participant"), ("trainer",)),)),
    ]
    assert rows(db, "members", "id", "profession_id")[0] == (1, place.streetworker)
    assert rows(db, "needs", "text") == [("vegan",)]
    assert [row[0] for row in rows(db, "participation_roles", "role")] == ["group_leader", "trainer"]


def test_what_is_given_for_the_whole_sheet_wins(db: Db) -> None:
    place = made(db)
    bring_in(db, place, PEOPLE, {"partner": "CZ", "presence": "local", "status": "invited"})
    assert {row[0] for row in rows(db, "members", "partner_id")} == {place.czechia}
    assert set(rows(db, "participations", "presence", "status")) == {("local", "invited")}


@pytest.mark.parametrize("given", [{"partner": "Norway"}, {"profession": "astronaut"}])
def test_a_partner_or_profession_given_must_be_one_of_the_project(db: Db, given: dict[str, str]) -> None:
    place = made(db)
    with pytest.raises(Refused) as refused:
        planned(db, place, PEOPLE, Answers(given=given))
    assert refused.value.code == "import_set_not_understood"


def test_answers_are_remembered_with_the_headings(db: Db) -> None:
    place = made(db)
    text = "Name\tE-mail\tProfession\nAino Virtanen\ta@example.org\tkurator"
    plan = planned(db, place, text)
    assert list(plan.unknown) == [Unknown("profession", "kurator", (2,))]
    assert plan.remember is None
    import_people(db, plan=plan)
    import_people(db, plan=planned(db, place, text, Answers(values={"profession": {"kurator": "official"}})))
    assert rows(db, "members", "profession_id") == [(place.official,)]
    later = planned(db, place, text.replace("Aino Virtanen", "Juha Mäkinen").replace("a@", "j@"))
    assert (list(later.unknown), later.remember) == ([], None)
    assert later.new[0].member_values["profession_id"] == place.official


def test_a_country_finds_the_partner_or_the_organisation_made_or_is_unknown(db: Db) -> None:
    place = made(db)
    plan = planned(
        db,
        place,
        "Name\tOrganisation\tCountry\nA B\t\tfinská\nC D\tTallinn\tEstonia\nE F\t\tEstonia\nG H\tTallinn\tEstonia",
    )
    assert [person.member_values.get("partner_id") for person in plan.new] == [place.finland, None, None, None]
    assert [(made.name, made.country) for made in plan.organisations] == [("Tallinn", "EE")]
    assert list(plan.unknown) == [Unknown("country", "Estonia", (4,), WhyEmpty.NO_PARTNER_THERE)]


def test_a_country_of_two_partners_is_not_guessed(db: Db) -> None:
    place = made(db)
    organisation = create(db, table="organisations", values={"name": "Tampere"})
    db.add(Partner(project_id=place.project, organisation_id=organisation, country="FI"))
    db.flush()
    plan = planned(db, place, "Name\tCountry\nA B\tFI")
    assert (plan.new[0].member_values, list(plan.unknown)) == (
        {},
        [Unknown("country", "FI", (2,), WhyEmpty.SEVERAL_PARTNERS_THERE)],
    )


def test_nationality_decides_nothing_else(db: Db) -> None:
    place = made(db)
    (person,) = planned(db, place, "Name\tNationality\nA B\tFinnish").new
    assert (person.person_values["nationality"], person.member_values) == ("FI", {})


def test_equal_rows_and_rows_of_one_person_are_one(db: Db) -> None:
    place = made(db)
    text = (
        "Name\tE-mail\tDiet\nA B\ta@example.org\t\nA B\ta@example.org\t\nB, A\ta@example.org\tvegan\n"
        "C D\t\t\nC D\t\t\nA B\tother@example.org\t"
    )
    plan = bring_in(db, place, text)
    assert [(person.rows, person.name) for person in plan.new] == [((2, 3, 4), "A B"), ((5, 6), "C D"), ((7,), "A B")]
    assert counted(planned(db, place, text)) == (0, 0, 3)


def test_ambiguous_rows_are_left_out_and_listed(db: Db) -> None:
    place = made(db)
    two = "Name\tE-mail\tCountry\nA B\t1@example.org\tFI\nA B\t2@example.org\tFI"
    bring_in(db, place, two)
    plan = planned(db, place, "Name\tCountry\nA B\tFI\nC D\tFI")
    assert [(row.row, row.name, [each.email for each in row.candidates]) for row in plan.ambiguous] == [
        (2, "A B", ["1@example.org", "2@example.org"])
    ]
    assert isinstance(plan.ambiguous[0], AmbiguousRow)
    assert [person.name for person in plan.new] == ["C D"]


def test_refused_rows_stop_the_import_unless_it_may_be_partial(db: Db) -> None:
    place = made(db)
    plan = planned(db, place, "Name\tE-mail\tBorn\nA B\ta@example.org\t31.2.1980\nC D\tc@example.org\t1.2.1980")
    before = everything(db)
    with pytest.raises(Refused) as refused:
        import_people(db, plan=plan)
    assert (refused.value.code, everything(db)) == ("import_rows_refused", before)
    assert import_people(db, plan=plan, partial=True) == Imported(new=1, changed=0)
    assert rows(db, "persons", "family_name", "birth_date") == [("D", date(1980, 2, 1))]


def test_a_plan_made_of_rows_that_are_gone_is_refused(db: Db) -> None:
    place = made(db)
    bring_in(db, place, PEOPLE)
    plan = planned(db, place, "Name\tE-mail\tPhone\nAino Virtanen\taino@example.org\t1")
    db.execute(delete(Base.metadata.tables["persons"]))
    with pytest.raises(Refused) as refused:
        import_people(db, plan=plan)
    assert refused.value.code == "import_outdated"


def test_without_an_activity_people_become_members_only(db: Db) -> None:
    place = made(db)
    bring_in(db, place, PEOPLE, activity=False)
    assert (len(rows(db, "members", "id")), rows(db, "participations", "id")) == (3, [])
    assert counted(bring_in(db, place, PEOPLE)) == (0, 3, 0)
    assert len(rows(db, "participations", "id")) == 3


def test_cells_that_look_like_formulas_and_markup_are_kept_as_typed(db: Db) -> None:
    place = made(db)
    bring_in(
        db, place, "Surname\tFirst name\tFunction\tNote\n=1+1\t<b>Anna</b>\t@SUM(A1)\t{page} %s '); DROP TABLE x;--"
    )
    assert rows(db, "persons", "family_name", "given_name", "note") == [
        ("=1+1", "<b>Anna</b>", "{page} %s '); DROP TABLE x;--")
    ]
    assert rows(db, "members", "job_title") == [("@SUM(A1)",)]


def test_one_import_is_one_step_of_undo(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "a.studyvisits", data=tmp_path / "data") as space:
        place = space.run("project", made)
        before = space.read(everything)
        plan = space.read(planned, place=place, text=PEOPLE)
        space.run("import", import_people, plan=plan)
        after = space.read(everything)
        assert space.undo() == "import"
        assert space.read(everything) == before
        space.redo()
        assert space.read(everything) == after


NAMES = st.sampled_from(["Anna Berg", "BERG Anna", "Jana Nováková", "Novakova Jana", "Petr Žák", "Li", "=1+1"])
ROWS = st.lists(
    st.tuples(
        NAMES,
        st.sampled_from(["", "a@example.org", "b@example.org", "A@example.org"]),
        st.sampled_from(["", "City", "Church", "city"]),
        st.sampled_from(["", "FI", "Sweden", "Estonia"]),
        st.sampled_from(["", "streetworker", "official", "kurator"]),
        st.sampled_from(["", "vegan", "no nuts"]),
        st.sampled_from(["", "confirmed", "cancelled", "maybe"]),
        st.sampled_from(["", "+420 1", "00420 1", "2"]),
        st.sampled_from(["", "speaker", "speaker, trainer"]),
    ),
    min_size=1,
    max_size=7,
)
HEADINGS = "Name\tE-mail\tOrganisation\tCountry\tProfession\tDiet\tStatus\tPhone\tRole"


@given(ROWS)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_sheet_twice_changes_nothing_the_second_time(db: Db, cells: list[tuple[str, ...]]) -> None:
    text = "\n".join([HEADINGS, *("\t".join(row) for row in cells)])
    with db.begin_nested() as nested:
        place = made(db)
        bring_in(db, place, text)
        before = everything(db)
        again = bring_in(db, place, text)
        assert (len(again.new), len(again.changed)) == (0, 0)
        assert everything(db) == before
        nested.rollback()


def test_whom_a_partner_employs_it_sends_unless_the_sheet_says_otherwise(db: Db) -> None:
    place = made(db)
    bring_in(db, place, "Name\tOrganisation\tCountry\nAnna Berg\tKatutyö\t\nEva Lind\tKatutyö\tSE\nOdd Li\tElsewhere\t")
    assert rows(db, "members", "partner_id") == [(place.finland,), (place.sweden,), (None,)]


def test_an_employer_changes_no_partner_that_is_known(db: Db) -> None:
    place = made(db)
    bring_in(db, place, "Name\tE-mail\tPartner\nAnna Berg\ta@example.org\tSweden")
    text = "Name\tE-mail\tOrganisation\nAnna Berg\ta@example.org\tKatutyö"
    assert [each.field for each in bring_in(db, place, text).changed[0].changes] == ["organisation"]
    assert rows(db, "members", "partner_id") == [(place.sweden,)]
    assert counted(bring_in(db, place, text)) == (0, 0, 1)


def test_people_of_the_hosts_country_are_local_and_others_visiting_where_the_sheet_is_silent(db: Db) -> None:
    place = made(db)
    create(db, table="hosts", values={"activity_id": place.prague, "partner_id": place.czechia})
    text = (
        "Name\tPartner\tOrganisation\tCountry\tPresence\nA B\tFI\nC D\tCZ\nE F\t\tTallinn\tEE\nG H\nI J\tSE\t\t\tlocal"
    )
    bring_in(db, place, text)
    presences = [row[0] for row in rows(db, "participations", "presence")]
    assert presences == ["visiting", "local", "visiting", None, "local"]
    before = everything(db)
    assert counted(bring_in(db, place, text)) == (0, 0, 5)
    assert everything(db) == before


def test_nobody_is_visiting_or_local_online(db: Db) -> None:
    place = made(db)
    create(db, table="hosts", values={"activity_id": place.prague, "partner_id": place.czechia})
    db.execute(update(Activity).values(mode="online"))
    bring_in(db, place, "Name\tPartner\nA B\tFI")
    assert rows(db, "participations", "presence") == [(None,)]
