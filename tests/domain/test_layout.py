from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyvisits.domain.layout import (
    ActivityTold,
    PartnerTold,
    PartTold,
    PlacesLaid,
    ProfessionTold,
    ProjectTold,
    activities_laid,
    part_days,
    shares,
)
from studyvisits.domain.moving import Dates
from studyvisits.domain.refusal import Refused

PARTNERS = (PartnerTold("FI", "Helsinki"), PartnerTold("CZ", "Praha"), PartnerTold("SE", "Göteborg"))
PROFESSIONS = (ProfessionTold("streetworker"), ProfessionTold("official"))
PARTS = (PartTold("placements", "Placements", 3), PartTold("course", "Course", 2))
VISITS = tuple(ActivityTold(host, date(2024, month, 20)) for host, month in ((0, 3), (1, 6), (2, 9)))


def places(**told: object) -> list[list[tuple[int, int | None, int]]]:
    """The places of each visit."""
    project = ProjectTold("A", partners=PARTNERS, visits=VISITS, **told)  # type: ignore[arg-type]
    return [[(row.partner, row.profession, row.places) for row in laid.places] for laid in activities_laid(project)]


@given(st.integers(0, 50), st.integers(1, 9), st.integers(0, 20))
def test_shares_are_even_and_add_up(total: int, among: int, turn: int) -> None:
    each = shares(total, among, turn)
    assert sum(each) == total
    assert max(each) - min(each) <= 1


def test_half_and_half_from_every_visiting_country() -> None:
    assert places(professions=PROFESSIONS, places_per_country=4) == [
        [(1, 0, 2), (1, 1, 2), (2, 0, 2), (2, 1, 2)],
        [(0, 0, 2), (0, 1, 2), (2, 0, 2), (2, 1, 2)],
        [(0, 0, 2), (0, 1, 2), (1, 0, 2), (1, 1, 2)],
    ]


def test_an_odd_place_goes_round() -> None:
    laid = places(professions=PROFESSIONS, places_per_country=5)
    assert laid[0] == [(1, 0, 3), (1, 1, 2), (2, 0, 2), (2, 1, 3)]
    by_visit = [[sum(n for _, which, n in visit if which == profession) for profession in (0, 1)] for visit in laid]
    by_partner = [
        [
            sum(n for visit in laid for who, which, n in visit if (who, which) == (partner, profession))
            for profession in (0, 1)
        ]
        for partner in (0, 1, 2)
    ]
    assert (by_visit, by_partner) == ([[5, 5]] * 3, [[5, 5]] * 3)


def test_three_professions_share_four_places() -> None:
    three = (*PROFESSIONS, ProfessionTold("police officer"))
    assert places(professions=three, places_per_country=4)[0] == [
        (1, 0, 2),
        (1, 1, 1),
        (1, 2, 1),
        (2, 0, 1),
        (2, 1, 2),
        (2, 2, 1),
    ]


def test_without_professions_or_mixing_places_are_for_any() -> None:
    expected = [[(1, None, 4), (2, None, 4)], [(0, None, 4), (2, None, 4)], [(0, None, 4), (1, None, 4)]]
    assert places(places_per_country=4) == expected
    assert places(places_per_country=4, professions=PROFESSIONS, mixed=False) == expected


def test_partners_of_one_country_share_its_places_and_the_hosts_country_sends_nobody() -> None:
    partners = (*PARTNERS, PartnerTold("CZ", "Brno"), PartnerTold("DE", "Wels", sends=False))
    project = ProjectTold("A", partners=partners, visits=VISITS[:2], places_per_country=5, local_places=10)
    assert [laid.places for laid in activities_laid(project)] == [
        (PlacesLaid(1, None, 3), PlacesLaid(3, None, 2), PlacesLaid(2, None, 5), PlacesLaid(0, None, 10)),
        (PlacesLaid(0, None, 5), PlacesLaid(2, None, 5), PlacesLaid(1, None, 10)),
    ]


def test_meetings_stand_around_their_visit_and_are_never_surer() -> None:
    visits = (VISITS[0], ActivityTold(1, first_day=date(2024, 6, 10), title="Trafficking"), ActivityTold())
    seminars = (ActivityTold(2, date(2024, 11, 1)),)
    told = ProjectTold(
        "A",
        partners=PARTNERS,
        visits=visits,
        parts=PARTS,
        preparatory_weeks=4,
        follow_up_weeks=8,
        seminars=seminars,
    )
    laid = [(each.kind, each.dates, each.host, each.belongs_to) for each in activities_laid(told)]
    assert laid == [
        ("preparatory_meeting", Dates(date(2024, 2, 5), date(2024, 2, 5), "month"), 0, 1),
        ("study_visit", Dates(date(2024, 3, 4), date(2024, 3, 8), "month"), 0, None),
        ("follow_up_meeting", Dates(date(2024, 5, 6), date(2024, 5, 6), "month"), 0, 1),
        ("preparatory_meeting", Dates(date(2024, 5, 13), date(2024, 5, 13), "provisional"), 1, 4),
        ("study_visit", Dates(date(2024, 6, 10), date(2024, 6, 14), "fixed"), 1, None),
        ("follow_up_meeting", Dates(date(2024, 8, 9), date(2024, 8, 9), "provisional"), 1, 4),
        ("preparatory_meeting", Dates(date(2000, 1, 3), date(2000, 1, 3), "open"), None, 7),
        ("study_visit", Dates(date(2000, 1, 3), date(2000, 1, 7), "open"), None, None),
        ("follow_up_meeting", Dates(date(2000, 1, 3), date(2000, 1, 3), "open"), None, 7),
        ("seminar", Dates(date(2024, 11, 4), date(2024, 11, 4), "month"), 2, None),
    ]


def test_a_title_alone_lays_out_nothing() -> None:
    assert activities_laid(ProjectTold("A")) == []


def test_the_days_of_a_visit_belong_to_its_parts_in_turn() -> None:
    june = date(2024, 6, 10)
    assert part_days(PARTS, june) == [(place, date(2024, 6, 10 + by)) for by, place in enumerate((0, 0, 0, 1, 1))]


@pytest.mark.parametrize(
    "told",
    [
        {"visits": (ActivityTold(3),)},
        {"seminars": (ActivityTold(-1),)},
        {"places_per_country": -1},
        {"preparatory_weeks": -1},
        {"follow_up_weeks": 10**9},
        {"parts": (PartTold("course", "Course", 0),)},
    ],
)
def test_numbers_without_sense_are_refused(told: dict[str, object]) -> None:
    with pytest.raises(Refused):
        activities_laid(ProjectTold("A", partners=PARTNERS, **told))  # type: ignore[arg-type]
