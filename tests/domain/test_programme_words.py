import pytest

from studyvisits.domain.programme_words import COLUMNS, kind_of, phrases


@pytest.mark.parametrize(
    ("kind", "titles"),
    [
        ("meal", "Coffee break|Přestávka na kávu|Lounas|Kahvitauko|Fika|Mittagessen|Kosilo|Кафе пауза|Business lunch"),
        ("travel", "Tram 16 to Praha 9|Přesun do hotelu|Lähtö|Avresa|Abfahrt|Odhod|Пътуване|Bus 119 to the airport"),
        ("social", "Welcome dinner|Volný večer|Vapaa ilta|Fri kväll|Freier Abend|Prosti čas|Свободно време|River walk"),
        ("course", "Street mediation workshop|Školení|Koulutus|Utbildning|Schulung|Delavnica|Обучение"),
        ("seminar", "Panel: police, city, NGO|Závěrečný seminář|Seminaari|Konferens|Podiumsdiskussion|Posvet|Семинар"),
        ("placement", "Visit to a day centre|Exkurze|Tutustumiskäynti|Studiebesök|Besuch im Rathaus|Obisk|Посещение"),
        ("meeting", "Debrief of the day|Setkání|Tapaaminen|Möte|Besprechung|Srečanje|Среща|Welcome|Tervetuloa"),
        (None, "Social department|Night round, meeting point Anděl|Busy street|||42|Kavka"),
    ],
)
def test_kinds_are_guessed_in_seven_languages(kind: str | None, titles: str) -> None:
    assert {title: kind_of(title) for title in titles.split("|")} == dict.fromkeys(titles.split("|"), kind)


def test_no_heading_names_two_columns_but_the_words_for_a_day_and_who() -> None:
    owners = [(word, name) for name, words in COLUMNS.items() for word in phrases(words)]
    assert len(dict(owners)) == len(owners)
