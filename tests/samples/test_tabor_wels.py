"""Each fact of the record of the Tábor–Wels exchange of 2006, and where it is in the plan."""

from tests.samples.plans import Fact, at, check, sample

WELS, TABOR = "project.activities[0]", "project.activities[1]"
AIM = sample("tabor-wels")["project"]["aim"]

FACTS: list[Fact] = [
    ("Reciproční výměnný pobyt pracovníků sociální péče a služeb", "project.title",
     "Reciproční výměnný pobyt pracovníků sociální péče a služeb"),
    ("(text in Czech)", "project.language", "cs"),
    ("CZ.04.4.83/3.2.03.1/0448", "project.funding.grant_number", "CZ.04.4.83/3.2.03.1/0448"),
    ("Start date: Sep 3, 2006", "project.first_day", "2006-09-03"),
    ("End date: Jul 30, 2007", "project.last_day", "2007-07-30"),
    ("PROJECT FINISHED", "project.activities[*].status", ["held", "held"]),
    ("75%", "project.funding.rate", "75"),
    ("85 440,00", "project.funding.amount", "85440.00"),
    ("(no currency)", "project.funding.currency", None),
    ("2000 - 2006 Czech Republic - Austria (CZ-AT)", "project.funding.programme",
     "2000 - 2006 Czech Republic - Austria (CZ-AT)"),
    ("(granting authority not told)", "project.funding.granting_authority", None),
    ("Města Tábor a Wels", "organisations[*].name", ["Město Tábor", "Město Wels"]),
    ("Města", "organisations[*].sector", ["municipality", "municipality"]),
    ("Tábor a Wels", "project.partners[*].town", ["Tábor", "Wels"]),
    ("Czech Republic - Austria", "project.partners[*].country", ["CZ", "AT"]),
    ("Coordinator (empty)", "project.partners[*].role", [None, None]),
    ("pracovníků sociální péče a služeb", "project.professions[*].many", ["pracovníci sociální péče a služeb"]),
    ("výměnné pobyty … obou měst", "project.activities[*].kind", ["study_visit", "study_visit"]),
    ("v uvedených městech", "project.activities[*].town", ["Wels", "Tábor"]),
    ("v uvedených městech", "project.activities[*].country", ["AT", "CZ"]),
    ("recipročního", "project.activities[*].hosts[*].partner", ["Wels", "Tábor"]),
    ("pětidenního pobytu", "project.activities[*].days", [5, 5]),
    ("(days not told)", "project.activities[*].dates", [None, None]),
    ("po deseti osobách z obou měst", "project.activities[*].head_counts[*].number", [10, 10]),
    ("z obou měst", "project.activities[*].head_counts[*].partner", ["Tábor", "Wels"]),
    ("výměnného", "project.activities[*].head_counts[*].presence", ["visiting", "visiting"]),
    ("pracovníci sociální péče a služeb", "project.activities[*].head_counts[*].profession",
     ["pracovník sociální péče a služeb"] * 2),
    ("(participants not named)", "persons", None),
    ("během pětidenního pobytu seznamovat se zařízeními", f"{WELS}.sessions[*].day",
     [1, 2, 3, 4, 5, None, None, None, None]),
    ("(hours not told)", f"{WELS}.sessions[*].start", [None] * 9),
    ("seznamovat se zařízeními sociální služby a péče", f"{WELS}.sessions[0].title",
     "Návštěva zařízení sociální služby a péče"),
    ("každodenních aktivit v zařízeních", f"{WELS}.sessions[4].kind", "placement"),
    ("příprava denního programu pro denní stacionář seniorů … a jeho realizace", f"{WELS}.sessions[5].title",
     "Denní program pro denní stacionář seniorů: příprava a realizace"),
    ("na základě vlastních zkušeností ve spolupráci se zahraničním partnerem", f"{WELS}.sessions[5].description",
     "Na základě vlastních zkušeností ve spolupráci se zahraničním partnerem."),
    ("výměna zkušeností s přijímáním klientů do jednotlivých zařízení", f"{WELS}.sessions[6].title",
     "Výměna zkušeností s přijímáním klientů do jednotlivých zařízení"),
    ("srovnávání úrovně poskytování a financování jednotlivých služeb", f"{WELS}.sessions[7].title",
     "Srovnávání úrovně poskytování a financování jednotlivých služeb"),
    ("počet zaměstnanců v zařízeních, zajišťující zdravotní i sociální péči", f"{WELS}.sessions[7].description",
     "Počet zaměstnanců v zařízeních, zajišťující zdravotní i sociální péči."),
    ("osobní výměna zkušeností účastníků", f"{WELS}.sessions[8].title", "Osobní výměna zkušeností účastníků"),
]  # fmt: skip


def test_facts() -> None:
    check("tabor-wels", FACTS)


def test_both_ways_are_alike() -> None:
    document = sample("tabor-wels")
    assert at(document, f"{WELS}.sessions") == at(document, f"{TABOR}.sessions")


def test_how_it_came_about_is_told() -> None:
    for words in (
        "Města Tábor a Wels uzavřela v září 2005 smlouvu o partnerství.",
        "návštěvy představitelů měst, návštěvy seniorů i pracovníků sociálních služeb",
        "aby se mezi sebou podělili o zkušenosti, praxi i dovednosti v oblasti sociální péče v odlišných systémech",
        "osobní poznání provozu sociálních zařízení, organizace práce jednotlivých složek",
        "systému poskytování a naplňování sociální péče a služeb klientům a uživatelům",
        "realizace zkušeností a poznatků ve svých zařízeních",
        "nové kontakty mezi zařízeními a jejich představiteli či pracovníky",
        "dalším článkem v neformální podpoře rozvoje spolupráce obou měst",
    ):
        assert AIM.count(words) == 1, words


def test_what_the_record_leaves_open_is_said() -> None:
    notes = at(sample("tabor-wels"), "project.notes")
    for words in (
        "Zda jde o výši dotace, nebo o celkové náklady, ani v jaké měně, neříká",
        "které z měst projekt koordinovalo",
        "kdy přesně se pobyty konaly",
        "čteme jako spolufinancování",
        "každý den jednu návštěvu zařízení",
    ):
        assert notes.count(words) == 1, words
