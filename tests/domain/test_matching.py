from studyvisits.domain.matching import EXACT, Found, Matcher, Sought, name_key
from studyvisits.domain.roster import KnownMember, KnownPerson

PROJECT, ELSEWHERE = 1, 2
FINLAND, SWEDEN = 11, 12
CITY, UNION, CHURCH = 21, 22, 23


def person(
    id: int,
    given: str = "Anna",
    family: str = "Berg",
    *,
    email: str | None = None,
    employer: int | None = None,
    partner: int | None = None,
    project: int = PROJECT,
    other: str | None = None,
) -> KnownPerson:
    values = {"family_name": family, "given_name": given, "email": email, "other_name": other}
    member = KnownMember(id * 10, id, project, employer, partner, None, None)
    return KnownPerson(id, values, {}, [member])


def row(
    given: str = "Anna",
    family: str = "Berg",
    *,
    email: str | None = None,
    employer: int | None = None,
    partner: int | None = None,
) -> Sought:
    return Sought(name_key(family, given), email, employer, partner)


def persons(known: list[KnownPerson], *rows: Sought) -> list[tuple[int, ...]]:
    return [found.persons for found in Matcher(known, PROJECT).match(rows)]


def test_email_finds_a_person_only_if_the_name_agrees() -> None:
    known = [person(1, email="info@example.org", partner=FINLAND), person(2, "Petr", "Žák", email="info@example.org")]
    assert persons(known, row(email="info@example.org"), row("Eva", "Malá", email="info@example.org")) == [(1,), ()]


def test_name_agrees_folded_in_either_order_and_by_the_other_name() -> None:
    known = [person(1, "Jana", "Nováková", email="j@example.org", other="Malá")]
    rows = [
        row("JANA", "Novakova", email="j@example.org"),
        row("Nováková", "Jana", email="j@example.org"),
        row("Jana", "Malá", email="j@example.org"),
        row("Jana", "Nová", email="j@example.org"),
    ]
    assert persons(known, *rows) == [(1,), (1,), (1,), ()]


def test_without_email_the_name_needs_partner_or_employer() -> None:
    known = [person(1, employer=CITY, partner=FINLAND)]
    assert persons(known, row(partner=FINLAND)) == [(1,)]
    assert persons(known, row(employer=CITY)) == [(1,)]
    assert persons(known, row(partner=SWEDEN)) == [()]
    assert persons(known, row(employer=UNION)) == [()]


def test_different_addresses_are_different_people() -> None:
    known = [person(1, email="a@example.org", partner=FINLAND)]
    assert persons(known, row(email="b@example.org", partner=FINLAND)) == [()]
    assert persons(known, row(partner=FINLAND)) == [(1,)]


def test_an_address_is_added_to_somebody_who_had_none() -> None:
    assert persons([person(1, partner=FINLAND)], row(email="a@example.org", partner=FINLAND)) == [(1,)]


def test_two_candidates_are_not_chosen_between() -> None:
    known = [person(1, partner=FINLAND), person(2, partner=FINLAND)]
    (found,) = Matcher(known, PROJECT).match([row(partner=FINLAND)])
    assert (found.persons, found.ambiguous) == ((1, 2), True)


def test_who_agrees_in_more_comes_first() -> None:
    known = [person(1, partner=FINLAND, employer=CITY), person(2, partner=FINLAND, employer=UNION)]
    assert Matcher(known, PROJECT).match([row(partner=FINLAND, employer=UNION)]) == [Found((2,), EXACT)]


def test_another_employer_is_a_change_unless_another_row_fits_exactly() -> None:
    known = [person(1, partner=FINLAND, employer=CITY)]
    assert persons(known, row(partner=FINLAND, employer=UNION)) == [(1,)]
    rows = row(partner=FINLAND, employer=UNION), row(partner=FINLAND, employer=CITY)
    assert persons(known, *rows) == [(), (1,)]


def test_two_rows_with_other_employers_contest_one_person() -> None:
    known = [person(1, partner=FINLAND, employer=CITY)]
    rows = row(partner=FINLAND, employer=UNION), row(partner=FINLAND, employer=CHURCH)
    assert [found.ambiguous for found in Matcher(known, PROJECT).match(rows)] == [True, True]


def test_a_name_alone_is_enough_here_when_nothing_speaks_against_it() -> None:
    assert persons([person(1)], row()) == [(1,)]
    assert persons([person(1, partner=FINLAND)], row()) == [(1,)]
    assert persons([person(1)], row(partner=FINLAND)) == [(1,)]
    assert persons([person(1, partner=FINLAND), person(2, partner=SWEDEN)], row()) == [(1, 2)]


def test_in_another_project_only_the_employer_counts() -> None:
    known = [person(1, employer=CITY, partner=FINLAND, project=ELSEWHERE)]
    assert persons(known, row()) == [()]
    assert persons(known, row(partner=FINLAND)) == [()]
    assert persons(known, row(employer=CITY)) == [(1,)]
