from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyvisits.domain.people_read import Answers, PeopleRead, RefusedRow, Unknown
from studyvisits.domain.refusal import Refused
from studyvisits.domain.sheet import Sheet, Workbook
from studyvisits.exchange.people_sheet import understand_people
from studyvisits.exchange.sheets import pasted_people

TODAY = date(2024, 1, 15)
ANNA = {
    "family_name": "Berg",
    "given_name": "Anna",
    "email": "anna@example.org",
    "phone": "+46 70 123",
    "organisation": "Staden",
    "country": "SE",
    "profession": "official",
    "birth_date": date(1984, 4, 9),
    "diet": "vegan",
}
LANGUAGES = {
    "en": "Surname\tFirst name\tE-mail\tPhone\tOrganisation\tCountry\tProfession\tDate of birth\tDietary requirements",
    "cs": "Příjmení\tJméno\tE-mail\tTelefon\tZaměstnavatel\tZemě\tProfese\tDatum narození\tStrava",
    "fi": "Sukunimi\tEtunimi\tSähköposti\tPuhelin\tTyönantaja\tMaa\tAmmatti\tSyntymäaika\tRuokavalio",
    "sv": "Efternamn\tFörnamn\tE-post\tTelefon\tArbetsgivare\tLand\tYrke\tFödelsedatum\tSpecialkost",
    "bg": "Фамилия\tИме\tИмейл\tТелефон\tОрганизация\tДържава\tПрофесия\tДата на раждане\tДиета",
    "sl": "Priimek\tIme\tE-pošta\tTelefon\tOrganizacija\tDržava\tPoklic\tDatum rojstva\tPrehrana",
    "de": "Nachname\tVorname\tE-Mail-Adresse\tTelefon\tEinrichtung\tLand\tBeruf\tGeburtsdatum\tErnährung",
    "cs without diacritics": "PRIJMENI\tJmeno\te-mail:\ttel.\tzamestnavatel\tzeme\tprofese\tDat. nar.\tstravovani",
    "misspelt": "Surnme\tFirst nane\tE-mial adress\tTelephne\tOrganistion\tContry\tProfesion\tDate of brith\tDiet",
}
COUNTRIES = {
    "en": "Swedish",
    "cs": "Švédsko",
    "fi": "ruotsalainen",
    "sv": "Sverige",
    "bg": "Швеция",
    "sl": "Švedska",
    "de": "schwedisch",
    "cs without diacritics": "svedska",
    "misspelt": "SWE",
}
DAYS = {
    "en": "9 April 1984",
    "cs": "9. dubna 1984",
    "fi": "9. huhtikuuta 1984",
    "sv": "1984-04-09",
    "bg": "9 април 1984 г.",
    "sl": "9. aprila 1984",
    "de": "09.04.84",
    "cs without diacritics": "9. 4. 1984",
    "misspelt": "9/4/1984",
}


def read(text: str, *, with_activity: bool = True, answers: Answers | None = None) -> PeopleRead:
    return understand_people(
        pasted_people(text), answers=answers or Answers(), remembered={}, today=TODAY, with_activity=with_activity
    )


def values(text: str, **options: object) -> list[dict[str, object]]:
    """The rows without what is empty."""
    rows = read(text, **options).rows  # type: ignore[arg-type]
    return [{field: value for field, value in row.values.items() if value is not None} for row in rows]


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_and_values_are_understood_in_every_language(language: str) -> None:
    row = f"Berg\tAnna\tanna@example.org\t+46 70 123\tStaden\t{COUNTRIES[language]}\tofficial\t{DAYS[language]}\tvegan"
    assert values(f"{LANGUAGES[language]}\n{row}") == [ANNA]


@given(st.permutations(range(9)))
@settings(max_examples=25, deadline=None)
def test_order_of_columns_does_not_matter(order: list[int]) -> None:
    row = "Berg\tAnna\tanna@example.org\t+46 70 123\tStaden\tSE\tofficial\t9.4.1984\tvegan".split("\t")
    headings = LANGUAGES["cs"].split("\t")
    text = "\n".join("\t".join(line[place] for place in order) for line in (headings, row))
    assert values(text) == [ANNA]


def test_titles_junk_totals_repeated_headings_and_blanks_are_passed_over() -> None:
    text = (
        "Studijní cesta Helsinki\t\t\n\t\t\nStav k 1. 2. 2024\t\t\n\tč.\tJméno a příjmení\tTričko\tE-mail\n"
        "\t1\tJana Nováková\tM\tjana@example.org\n\t\t\t\t\n\tč.\tJméno a příjmení\tTričko\tE-mail\n"
        "\t2\tPetr Žák\tL\tpetr@example.org\n\tCelkem\t2\t\t\n\t* bez záruky, změny vyhrazeny\t\t\t\n"
    )
    found = read(text)
    assert [(row.number, row.values["family_name"], row.values["given_name"]) for row in found.rows] == [
        (5, "Nováková", "Jana"),
        (8, "Žák", "Petr"),
    ]
    assert found.columns == {"Jméno a příjmení": "name", "E-mail": "email"}
    assert (list(found.ignored), list(found.skipped), list(found.refused)) == (["č.", "Tričko"], [7, 9, 10], [])


def test_headings_in_two_rows_are_joined() -> None:
    sheet = Sheet(
        name="",
        rows=[
            ["Name", "Arrival", "", "Departure", ""],
            ["", "date", "time", "date", "time"],
            ["Anna Berg", "10.3.2024", "14:30", "16.3.2024", "9.05"],
        ],
        merged=[(1, 2, 1, 3), (1, 4, 1, 5)],
    )
    found = understand_people(
        Workbook("a", (sheet,)), answers=Answers(), remembered={}, today=TODAY, with_activity=True
    )
    assert {field: value for field, value in found.rows[0].values.items() if "_" in field and "name" not in field} == {
        "arrival_day": date(2024, 3, 10),
        "arrival_time": 870,
        "departure_day": date(2024, 3, 16),
        "departure_time": 545,
    }


def test_cells_merged_downwards_hold_for_each_row() -> None:
    sheet = Sheet(
        name="",
        rows=[["Country", "Name"], ["Finland", "Aino Virtanen"], ["", "Juha Mäkinen"], ["", "Anna Berg"]],
        merged=[(2, 1, 3, 1)],
    )
    found = understand_people(
        Workbook("a", (sheet,)), answers=Answers(), remembered={}, today=TODAY, with_activity=False
    )
    assert [row.values["country"] for row in found.rows] == ["FI", "FI", None]


def test_country_alone_in_a_row_holds_for_the_people_below() -> None:
    found = read("Name\tE-mail\nFinland\t\nAino Virtanen\ta@example.org\nŠvédsko:\t\nAnna Berg\tb@example.org")
    assert [row.values["country"] for row in found.rows] == ["FI", "SE"]


def test_the_sheet_with_the_best_headings_is_taken() -> None:
    notes = Sheet(name="notes", rows=[["Name"], ["something"]])
    people = Sheet(name="people", rows=[["Name", "E-mail"], ["Anna Berg", "a@example.org"]])
    hidden = Sheet(name="old", rows=[["Name", "E-mail", "Phone"], ["X Y", "x@example.org", "1"]], hidden=True)
    found = understand_people(
        Workbook("a", (notes, people, hidden)), answers=Answers(), remembered={}, today=TODAY, with_activity=False
    )
    assert found.sheet == "people"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a\tb\n1\t2", "sheet_no_headings"),
        ("", "sheet_empty"),
        ("E-mail\tPhone\na@example.org\t1", "sheet_no_headings"),
    ],
)
def test_what_holds_no_list_of_people_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        read(text)
    assert refused.value.code == code


def test_faulty_rows_are_named_by_row_column_value_and_reason() -> None:
    found = read(
        "Name\tBorn\tArrival time\tE-mail\n\t1.1.1980\t\tx@example.org\nA B\t31.2.1980\t\t\nC D\tsoon\t\t\n"
        "E F\t\t25:00\t\nG H\t#REF!\t\t\nI J\t1.1.2050\t\t\nK L\t1.1.1980\t9:00\t"
    )
    assert list(found.refused) == [
        RefusedRow(2, "", "1.1.1980", "row_without_name"),
        RefusedRow(3, "Born", "31.2.1980", "row_impossible_date"),
        RefusedRow(4, "Born", "soon", "row_no_date"),
        RefusedRow(5, "Arrival time", "25:00", "row_no_time"),
        RefusedRow(6, "Born", "#REF!", "row_error_cell"),
        RefusedRow(7, "Born", "1.1.2050", "row_impossible_date"),
    ]
    assert [row.number for row in found.rows] == [8]


def test_values_not_understood_are_left_empty_and_listed_with_their_rows() -> None:
    found = read("Name\tStatus\tE-mail\tNationality\nA B\tperhaps\ta@@b\tfinská\nC D\tperhaps\tc@example.org\tMarsian")
    assert list(found.unknown) == [
        Unknown("status", "perhaps", (2, 3)),
        Unknown("email", "a@@b", (2,)),
        Unknown("nationality", "Marsian", (3,)),
    ]
    assert [row.values["nationality"] for row in found.rows] == ["FI", None]


def test_answers_say_what_headings_and_values_mean_and_given_values_win() -> None:
    answers = Answers(
        columns={"Kdo": "name", "Poznámka": None},
        values={"status": {"možná": "nominated", "jo jo": "yes"}},
        given={"presence": "host", "country": "Finsko"},
    )
    found = read("Kdo\tStav\tPoznámka\tZemě\nAnna Berg\tmožná\tx\tSE\nPetr Žák\tjo jo\ty\tMarsko", answers=answers)
    assert [(row.values["status"], row.values["presence"], row.values["country"]) for row in found.rows] == [
        ("nominated", "visiting", "FI"),
        ("confirmed", "visiting", "FI"),
    ]
    assert (list(found.ignored), list(found.unknown)) == (["Poznámka"], [])


def test_remembered_answers_hold_for_the_same_headings_only() -> None:
    remembered = {"e mail\nkdo": Answers(columns={"Kdo": "name"}, values={"gender": {"x": "f"}})}
    same = understand_people(
        pasted_people("E-mail\tKdo\na@example.org\tAnna Berg"),
        answers=Answers(),
        remembered=remembered,
        today=TODAY,
        with_activity=False,
    )
    assert same.columns == {"E-mail": "email", "Kdo": "name"}
    with pytest.raises(Refused):
        understand_people(
            pasted_people("E-mail\tKdo\tTelefon\na@example.org\tAnna Berg\t1"),
            answers=Answers(),
            remembered=remembered,
            today=TODAY,
            with_activity=False,
        )


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        (Answers(columns={"Name": "nickname"}), "import_no_such_field"),
        (Answers(given={"nickname": "x"}), "import_no_such_field"),
        (Answers(values={"nickname": {}}), "import_no_such_field"),
        (Answers(given={"status": "perhaps"}), "import_set_not_understood"),
    ],
)
def test_answers_that_mean_nothing_are_refused(answers: Answers, code: str) -> None:
    with pytest.raises(Refused) as refused:
        read("Name\nAnna Berg", answers=answers)
    assert refused.value.code == code


def test_fields_of_an_activity_are_ignored_without_one() -> None:
    found = read("Name\tStatus\tE-mail\nAnna Berg\tyes\ta@example.org", with_activity=False)
    assert (list(found.ignored), "status" in found.rows[0].values) == (["Status"], False)


def test_american_dates_are_told_by_the_column() -> None:
    found = values("Name\tBorn\nA B\t4/9/1984\nC D\t4/25/1984")
    assert [row["birth_date"] for row in found] == [date(1984, 4, 9), date(1984, 4, 25)]
    found = values("Name\tBorn\nA B\t4/9/1984\nC D\t25/4/1984")
    assert [row["birth_date"] for row in found] == [date(1984, 9, 4), date(1984, 4, 25)]


def test_middle_names_titles_and_earlier_names_find_their_places() -> None:
    assert values("Име\tПрезиме\tФамилия\nМария\tПетрова\tГеоргиева") == [
        {"given_name": "Мария Петрова", "family_name": "Георгиева"}
    ]
    assert values("Příjmení\tJméno\nNOVÁKOVÁ, Ph.D.\tIng. Jana") == [
        {"family_name": "Nováková", "given_name": "Jana", "title_before": "Ing.", "title_after": "Ph.D."}
    ]
    assert values("Name\nJana Nováková (roz. Malá)") == [
        {"given_name": "Jana", "family_name": "Nováková", "other_name": "Malá"}
    ]


def test_needs_keep_words_and_drop_what_says_none() -> None:
    found = values("Name\tVegetarian diet\tAllergies\nA B\tano\tžádné\nC D\tne\toříšky\nE F\t-\tnone")
    assert found == [
        {"given_name": "A", "family_name": "B", "diet": "Vegetarian diet"},
        {"given_name": "C", "family_name": "D", "allergy": "oříšky"},
        {"given_name": "E", "family_name": "F"},
    ]


@pytest.mark.parametrize(
    ("field", "heading", "text", "meaning"),
    [
        ("email", "E-mail", "Anna <a@example.org>", "a@example.org"),
        ("email", "E-mail", "mailto:a@example.org", "a@example.org"),
        ("email", "E-mail", "a@example.org; b@example.org", "a@example.org"),
        ("email", "E-mail", "jürgen@müller.de", "jürgen@müller.de"),
        ("phone", "Phone", "420600000114.0", "420600000114"),
        ("phone", "Phone", "4.2E+11", "420000000000"),
        ("phone", "Phone", "0401 234 567", "0401 234 567"),
        ("gender", "Pohlaví", "žena", "female"),
        ("gender", "Kön", "man", "male"),
        ("languages", "Jazyky", "čeština, angličtina (B2)", "cs en"),
        ("languages", "Kielet", "suomi ja ruotsi", "fi sv"),
        ("roles", "Rolle", "Teilnehmerin", ("participant",)),
        ("roles", "Role", "řečník, školitelka", ("speaker", "trainer")),
        ("status", "Status", "potvrzen/a", "confirmed"),
        ("presence", "Presence", "paikallinen", "local"),
        ("sector", "Sektor", "kunta", "municipality"),
        ("reserve_order", "Varasija", "2.", 2),
        ("country", "Country", "EL", "GR"),
        ("country", "Země", "ČR", "CZ"),
        ("job_title", "Funkce", "=1+1", "=1+1"),
        ("note", "Note", "<b>bold</b> & \u202etest", "<b>bold</b> & \u202etest"),
    ],
)
def test_value_of_a_field(field: str, heading: str, text: str, meaning: object) -> None:
    assert values(f"Name\t{heading}\nAnna Berg\t{text}")[0][field] == meaning


@given(st.text(st.characters(exclude_characters='\t\n\r"', exclude_categories=["Cs"]), max_size=300))
@settings(max_examples=150, deadline=None)
def test_no_cell_brings_the_reading_down(text: str) -> None:
    headings = ["Name", "E-mail", "Phone", "Country", "Born", "Arrival", "Arrival time", "Languages", "Role", "Diet"]
    found = read("\t".join(headings) + "\nAnna Berg\n" + "\t".join([text] * len(headings)))
    assert found.rows[0].values["family_name"] == "Berg"


def test_cells_are_never_evaluated() -> None:
    cell = '=HYPERLINK("http://127.0.0.1:9")'
    assert values(f"Name\tFunction\n{cell.replace(chr(34), '')}\t@SUM(1)")[0]["job_title"] == "@SUM(1)"


@pytest.mark.parametrize("title", ["Sweden (guests)", "Sweden – 1 person", "SWEDEN:"])
def test_a_remark_beside_a_country_leaves_it_a_heading_of_its_people(title: str) -> None:
    found = read(f"Name\tE-mail\nFinland\nTuula Mäki\tt@example.org\n{title}\nEva Lind\te@example.org")
    assert [(row.values["family_name"], row.values["country"]) for row in found.rows] == [
        ("Mäki", "FI"),
        ("Lind", "SE"),
    ]


@pytest.mark.parametrize(
    "form",
    [
        "Name\tAnna\nSurname\tBílá\nE-mail\tanna@example.org\nPhone\t777 123",
        "Surname:\tMalý\t\tGiven name:\tPetr\nE-mail:\tp@example.org\t\tPhone:\t777\nEmployer:\tDomov\t\tDiet:\t–",
    ],
)
def test_a_form_of_one_person_is_no_list(form: str) -> None:
    with pytest.raises(Refused) as refused:
        read(form)
    assert refused.value.code == "sheet_is_form"


def test_an_arrival_without_a_year_is_near_the_activity() -> None:
    found = understand_people(
        pasted_people("Name\tArrival\tDeparture\tBorn\nAnna Berg\t8.3. 18:30\tFriday 12 March\t1.2.1980"),
        answers=Answers(),
        remembered={},
        today=TODAY,
        with_activity=True,
        near=date(2027, 3, 9),
    )
    row = found.rows[0].values
    assert (row["arrival_day"], row["arrival_time"], row["departure_day"]) == (
        date(2027, 3, 8),
        1110,
        date(2027, 3, 12),
    )


@pytest.mark.parametrize(
    ("heading", "yes", "no"),
    [
        ("Attending", "Yes", "no"),
        ("Zúčastní se", "ano", "NE"),
        ("Účast (ano/ne)", "A", "ne"),
        ("Osallistuu", "kyllä", "ei osallistu"),
        ("Kommer att delta", "Ja", "nej"),
        ("Närvaro", "ja", "nej"),
        ("Ще участва", "да", "не"),
        ("Prisotnost", "da", "ne"),
        ("Anwesenheit", "ja", "nein"),
        ("Nimmt teil", "✓", "nimmt nicht teil"),
    ],
)
def test_a_no_to_taking_part_cancels(heading: str, yes: str, no: str) -> None:
    understood = read(f"Name\t{heading}\nAnna Berg\t{yes}\nEva Lind\t{no}\nIda Ek\t\n")
    assert [row.values["status"] for row in understood.rows] == ["confirmed", "cancelled", None]
    assert (understood.columns[heading], understood.unknown) == ("status", [])


@pytest.mark.parametrize(
    ("heading", "visiting", "local"),
    [("Účast", "host", "místní"), ("Prisotnost", "gost", "domačin"), ("Teilnahme", "Gast", "vor Ort")],
)
def test_who_comes_as_visitor_is_told_by_the_cells(heading: str, visiting: str, local: str) -> None:
    understood = read(f"Name\t{heading}\nAnna Berg\t{visiting}\nEva Lind\t{local}\nIda Ek\t-\n")
    assert [row.values["presence"] for row in understood.rows] == ["visiting", "local", None]
    assert understood.columns[heading] == "presence"


def test_the_cells_decide_nothing_where_a_column_or_an_answer_does() -> None:
    both = read("Name\tÚčast\tStav\nAnna Berg\tne\tpotvrzeno\n")
    assert (both.columns["Účast"], both.rows[0].values["status"]) == ("presence", "confirmed")
    assert both.unknown == [Unknown("presence", "ne", (2,))]
    answers = Answers(columns={"Účast": "presence"}, values={"presence": {"ne": "local"}})
    answered = read("Name\tÚčast\nAnna Berg\tne\n", answers=answers)
    assert answered.rows[0].values["presence"] == "local"


def test_places_kept_for_nobody_yet_are_passed_over() -> None:
    one = read("Name\tArrival\nN.N.\t31.2.2024\nAnna Berg\t\nN. N.\t\nNN\t\nANNA N.\t\n")
    assert [row.number for row in one.rows] == [3, 6]
    assert (one.skipped, one.refused) == ([2, 4, 5], [])
    two = read("Surname\tFirst name\nN.\tN.\nN.N.\t\n\tN.N.\nBerg\tN.\n")
    assert ([row.number for row in two.rows], two.skipped) == ([5], [2, 3, 4])


@pytest.mark.parametrize("text", ["@SUM(A1)", '=HYPERLINK("X")', "=CMD|' /C CALC'!A", "@SUM(A) ANNA", "R2D2 X_Y"])
def test_what_is_no_name_keeps_its_letters(text: str) -> None:
    one = read(f"Name\tE-mail\n{text}\ta@example.org\n").rows[0].values
    assert " ".join(str(one[field]) for field in ("given_name", "family_name") if one.get(field)) == text
    two = read(f"Surname\tFirst name\n{text}\tAnna\n").rows[0].values
    assert two["family_name"] == text
