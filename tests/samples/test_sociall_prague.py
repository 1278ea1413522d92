"""Each fact of the report on the SociALL event of 2024, and where it is in the plan."""

from tests.samples.plans import Fact, at, check, sample

EVENT = "project.activities[0]"

FACTS: list[Fact] = [
    ("SociALL Project", "project.title", "SociALL Project"),
    ("SociALL", "project.acronym", "SociALL"),
    ("(text in English)", "project.language", "en"),
    ("Prague", f"{EVENT}.town", "Prague"),
    ("Czechia", f"{EVENT}.country", "CZ"),
    ("26. 9. 2024", f"{EVENT}.dates", "2024-09-26"),
    ("26. 9. 2024 (one day)", f"{EVENT}.days", None),
    ("The multiplier event", f"{EVENT}.kind", "multiplier_event"),
    ("multiplier event of SociALL", f"{EVENT}.title", "SociALL multiplier event"),
    ("was a resounding success", f"{EVENT}.status", "held"),
    ("organized by JMSOC", f"{EVENT}.hosts[*].partner", ["JMSOC"]),
    ("JMSOC", "organisations[*].name", ["JMSOC"]),
    ("disseminating the SociALL project’s objectives and outputs to a local audience of care professionals …",
     f"{EVENT}.purpose",
     ("Disseminating the SociALL project’s objectives and outputs to a local audience of care professionals and "
      "relevant stakeholders.")),
    ("at 14:30", f"{EVENT}.start", "14:30"),
    ("a brief welcome note at 14:30", f"{EVENT}.sessions[0].start", "14:30"),
    ("(the others have no time)", f"{EVENT}.sessions[*].start", ["14:30", *[None] * 7]),
    ("(no lengths)", f"{EVENT}.sessions[*].minutes", [None] * 8),
    ("starting with …, followed, …, final session, concluded with", f"{EVENT}.sessions[*].title", [
        "Welcome note",
        "Introduction to the project",
        "SociALL assessment of upskilling needs based on country-specific research",
        "SociALL training material",
        "SociALL piloting phase",
        "Distribution of the SociALL booklet",
        "International cooperation and funding opportunities for social services",
        "Coffee break",
    ]),
    ("scope and aims of SociALL", f"{EVENT}.sessions[1].description", "The scope and aims of SociALL."),
    ("in-depth overview … practical applications of the resources provided", f"{EVENT}.sessions[3].description",
     "In-depth overview and practical applications of the resources provided."),
    ("how the training package had been tested and refined, … a lively discussion", f"{EVENT}.sessions[4].description",
     "How the training package had been tested and refined; discussion."),
    ("The final session … dialogue on broader collaborations", f"{EVENT}.sessions[6].description",
     "Final session, with dialogue on broader collaborations."),
    ("coffee break", f"{EVENT}.sessions[7].kind", "meal"),
    ("informal networking", f"{EVENT}.sessions[7].description", "Informal networking."),
    ("Disclaimer", "project.funding.statements[*].language", ["en"]),
    ("The content of this material …", "project.funding.statements[0].disclaimer",
     ("The content of this material does not reflect the official opinion of the European Union, the European "
      "Commission and National Agencies. Responsibility for the information and views expressed in this material lies "
      "entirely with the author(s).")),
    ("(who spoke and who came is not told)", "persons", None),
    ("(how many came is not told)", f"{EVENT}.head_counts", None),
    ("(the house is not told)", "venues", None),
    ("(the fund and the number of the grant are not told)", "project.funding.programme", None),
    ("(the fund and the number of the grant are not told)", "project.funding.grant_number", None),
]  # fmt: skip


def test_facts() -> None:
    check("sociall-prague", FACTS)


def test_what_the_report_leaves_open_is_said() -> None:
    notes = at(sample("sociall-prague"), "project.notes")
    for words in (
        "the partners other than the organiser",
        "the funder beyond the disclaimer",
        "the number and names of the people, who spoke, how long each item took or when the event ended",
        "That JMSOC hosts is read from its having organised the event",
    ):
        assert notes.count(words) == 1, words
