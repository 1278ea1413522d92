"""Each fact of the description of the streetwork rotation of 2024, and where it is in the plan."""

from collections import Counter
from typing import Any

import pytest

from tests.samples.plans import Fact, at, check, sample

VISITS = {"FI": "HELSINKI", "CZ": "PRAGUE", "SE": "GÖTEBORG"}
TOWNS = {"FI": "Helsinki", "CZ": "Prague", "SE": "Göteborg"}
COURSES = {"FI": "street mediation", "CZ": "trafficking in people", "SE": "fighting disinformation"}
MONTHS = {"FI": "2024-03", "CZ": "2024-06", "SE": "2024-09"}
PARTNERS = {"CZ": "ČAS", "FI": "Katutyö", "SE": "Fältgruppen"}

FACTS: list[Fact] = [
    ("(the group's working language)", "project.language", "en"),
    ("ČAS", "project.partners[*].organisation", ["ČAS", "Katutyö", "Fältgruppen"]),
    ("Helsinky, Praha, Göteborg: každá ze zapojených zemí", "project.partners[*].country", ["CZ", "FI", "SE"]),
    ("streetworkerů a streetworkerek a … institucí", "project.professions[*].many", ["streetworkers", "officials"]),
    ("první v Helsinkách, druhá v Praze a třetí v Göteborgu; přípravná, follow-up, seminář v každé zemi",
     "project.activities[*].kind", [
         *["preparatory_meeting", "study_visit", "follow_up_meeting"] * 3, *["seminar"] * 3,
     ]),
    ("Financováno Evropskou unií.", "project.funding.kind", "funded"),
    ("Domu zahraniční spolupráce", "project.funding.granting_authority", "Dům zahraniční spolupráce"),
    ("Financováno Evropskou unií. Vyjádřené názory …", "project.funding.statements[*]", [{
        "language": "cs",
        "statement": "Financováno Evropskou unií",
        "disclaimer":
            "Financováno Evropskou unií. Vyjádřené názory a stanoviska představují názory a stanoviska autorů a "
            "nemusí nutně odrážet názory a stanoviska Evropské unie nebo Domu zahraniční spolupráce. Evropská unie "
            "ani poskytovatel grantu za ně nenesou odpovědnost.",
    }]),
]  # fmt: skip


def test_facts() -> None:
    check("streetwork-rotation", FACTS)


def activity(short_name: str) -> Any:
    (found,) = [
        each for each in sample("streetwork-rotation")["project"]["activities"] if each["short_name"] == short_name
    ]
    return found


def member(name: str) -> Any:
    (found,) = [each for each in sample("streetwork-rotation")["project"]["members"] if each["person"] == name]
    return found


def people(of: Any, presence: str) -> list[str]:
    """Who takes part, without those who only speak, interpret or organise."""
    return [
        each["member"]
        for each in of["participations"]
        if each.get("presence") == presence and "participant" in each["roles"]
    ]


@pytest.fixture(params=["FI", "CZ", "SE"])
def country(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_visits_are_where_and_when_the_text_says(country: str) -> None:
    visit = activity(VISITS[country])
    told = [visit[name] for name in ("town", "country", "days", "status", "mode", "working_languages")]
    assert told == [TOWNS[country], country, 5, "held", "on_site", ["en"]]
    assert (visit["dates"][:7], at(visit, "hosts[*].partner")) == (MONTHS[country], [PARTNERS[country]])


def test_eight_visitors_four_of_each_of_the_other_countries_half_and_half(country: str) -> None:
    """As the text says: "vždy 4 lidé za jednu zemi", "smíšená jednak národnostně, jednak profesně". The half is
    ours."""
    others = [other for other in ("CZ", "FI", "SE") if other != country]
    found = Counter(
        (member(name)["partner"], member(name)["profession"]) for name in people(activity(VISITS[country]), "visiting")
    )
    wanted = {(PARTNERS[other], profession): 2 for other in others for profession in ("streetworker", "official")}
    assert found == wanted
    quotas = [(each["partner"], each.get("profession"), each["places"]) for each in activity(VISITS[country])["quotas"]]
    told = [*((*whose, places) for whose, places in wanted.items()), (PARTNERS[country], None, 12)]
    assert sorted(quotas, key=str) == sorted(told, key=str)


def test_local_colleagues_attend_the_course(country: str) -> None:
    """As the text says: "jehož se zúčastní také kolegové z Finska"."""
    visit = activity(VISITS[country])
    names = people(visit, "local")
    assert {(member(name)["partner"], name) for name in names} == {(PARTNERS[country], name) for name in names}
    assert len(names) == 12
    assert len({member(name)["organisation"] for name in names} - {PARTNERS[country]}) >= 4, (
        "employers beside the partner"
    )
    for session in visit["sessions"]:
        everybody = "audience" not in session or "groups" in session["audience"]
        assert everybody or session["day"] <= 3, session["title"]


def test_three_days_of_placements_and_two_of_the_course(country: str) -> None:
    """As the text says: "třídenní stáž … a dvoudenní kurz na téma Street mediation", "Obchod s lidmi", "Boj s
    dezinformacemi"."""
    visit, course = activity(VISITS[country]), f"Course: {COURSES[country]}"
    assert visit["title"].lower() == COURSES[country]
    assert [(part["title"], part["kind"]) for part in visit["parts"]] == [
        ("Placements", "placements"),
        (course, "course"),
    ]
    days = {
        part: {each["day"] for each in visit["sessions"] if each["part"] == part} for part in ("Placements", course)
    }
    assert days == {"Placements": {1, 2, 3}, course: {4, 5}}


def test_placement_groups_mix_countries_and_professions(country: str) -> None:
    groups = activity(VISITS[country])["groupings"][0]["groups"]
    assert [group["name"] for group in groups] == ["A", "B"]
    placed = [name for group in groups for name in group["people"]]
    assert sorted(placed) == sorted(people(activity(VISITS[country]), "visiting"))
    for group in groups:
        partners = Counter(member(name)["partner"] for name in group["people"])
        professions = Counter(member(name)["profession"] for name in group["people"])
        assert (sorted(partners.values()), professions) == ([2, 2], {"streetworker": 2, "official": 2})


def test_course_tables_seat_visitors_and_local_colleagues(country: str) -> None:
    visit = activity(VISITS[country])
    tables = [group["people"] for group in visit["groupings"][1]["groups"]]
    seated = [name for table in tables for name in table]
    assert len(set(seated)) == len(seated)
    assert set(people(visit, "visiting")) < set(seated)
    for table in tables:
        assert len({member(name)["partner"] for name in table}) == 3
        assert 4 <= len(table) <= 5


def test_online_meetings_prepare_and_follow_each_visit(country: str) -> None:
    """As the text says: "přípravná online setkání účastníků a účastnic", "s jistým časovým odstupem follow-up
    setkání"."""
    visit = activity(VISITS[country])
    before, after = (activity(f"{kind}-{VISITS[country]}") for kind in ("PREP", "FOLLOW-UP"))
    assert before["dates"] < visit["dates"] < after["dates"]
    for meeting in (before, after):
        assert (meeting["mode"], meeting["belongs_to"]) == ("online", VISITS[country])
        names = [each["member"] for each in meeting["participations"]]
        assert set(people(visit, "visiting")) <= set(names)


def test_a_seminar_with_guests_from_abroad_closes_the_project_in_each_country(country: str) -> None:
    """As the text says: "V závěru projektu se v každé zemi uskuteční odborný seminář se zahraniční účastí"."""
    seminars = [each for each in sample("streetwork-rotation")["project"]["activities"] if each["kind"] == "seminar"]
    (seminar,) = [each for each in seminars if each["country"] == country]
    assert seminar["dates"] > activity("FOLLOW-UP-GÖTEBORG")["dates"]
    guests = Counter(member(name)["partner"] for name in people(seminar, "visiting"))
    assert guests == {partner: 2 for land, partner in PARTNERS.items() if land != country}


def test_why_is_told() -> None:
    aim = sample("streetwork-rotation")["project"]["aim"]
    for words in (
        "Cooperation of streetworkers with state, regional and city institutions",
        "support and strengthen the cooperation of non-governmental organisations and public administration",
        "trust and mutual respect",
        "trust in institutions in general and the success of social work",
        "earlier visits abroad organised by ČAS",
    ):
        assert aim.count(words) == 1, words


def test_every_invention_is_named() -> None:
    notes = sample("streetwork-rotation")["project"]["notes"]
    invented = notes[notes.index("Invented for this sample:") :]
    for words in (
        "the title, the acronym", "that ČAS coordinates", "the programme (Erasmus+)", "the grant number",
        "first and last day of the project", "the Finnish and the Swedish partner", "all people, their employers",
        "e-mail addresses", "telephone numbers", "needs", "travel times", "the venues", "the exact days and hours",
        "joining links", "half streetworkers and half officials", "the groups, the tables, the programmes",
        "twelve local places", "two guests from each country and the head counts at the seminars",
    ):  # fmt: skip
        assert invented.count(words) == 1, words


def test_nobody_can_be_written_to_by_accident() -> None:
    """Invented addresses end in ``.example``, which is nobody's (RFC 2606)."""
    document = sample("streetwork-rotation")
    addresses = [each["email"] for each in document["persons"] + document["organisations"] if "email" in each]
    assert [each for each in addresses if not each.endswith(".example")] == []
    assert len(set(addresses)) == len(addresses)
