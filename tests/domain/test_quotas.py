from studyvisits.domain.kinds import Presence
from studyvisits.domain.quotas import Counted, Line, Named, PartnerFilling, QuotaRow, fill, fills_place

FI, CZ, SE = 1, 2, 3
STREET, OFFICE, NURSE = 10, 11, 12


def visiting(partner: int, *professions: int | None) -> list[Named]:
    return [Named(partner, Presence.VISITING, profession) for profession in professions]


def only(quotas: list[QuotaRow], people: list[Named], counts: list[Counted] | None = None) -> PartnerFilling:
    (filling,) = fill(quotas, people, counts or [], hosts=[CZ])
    return filling


def test_a_person_fills_the_row_of_their_profession() -> None:
    filling = only([QuotaRow(FI, STREET, 2), QuotaRow(FI, OFFICE, 2)], visiting(FI, STREET, OFFICE, OFFICE))

    assert filling == PartnerFilling(
        FI, "visiting", (Line(STREET, 2, 1, 1), Line(OFFICE, 2, 2, 2)), places=4, named=3, counted=0, filled=3
    )
    assert (filling.open, filling.exceeded, filling.total_exceeded) == (1, (), False)


def test_who_has_no_row_fills_any_and_without_any_counts_to_the_total() -> None:
    with_any = only([QuotaRow(FI, STREET, 1), QuotaRow(FI, None, 1)], visiting(FI, NURSE))
    without = only([QuotaRow(FI, STREET, 2)], visiting(FI, None))

    assert with_any.lines == (Line(STREET, 1, 0, 0), Line(None, 1, 1, 1))
    assert without.lines == (Line(STREET, 2, 0, 0), Line(None, 0, 1, 1))
    assert (without.filled, without.total_exceeded) == (1, False)


def test_too_many_of_a_profession_fit_any_while_there_is_room() -> None:
    quotas = [QuotaRow(FI, STREET, 1), QuotaRow(FI, None, 1)]

    assert only(quotas, visiting(FI, STREET, STREET)).exceeded == ()
    assert only(quotas, visiting(FI, STREET, STREET, STREET)).exceeded == (Line(STREET, 1, 3, 2),)


def test_a_head_count_is_the_whole_number_for_what_it_describes() -> None:
    quotas = [QuotaRow(FI, None, 80)]
    filling = only(quotas, visiting(FI, None, None, None, None), [Counted(FI, Presence.VISITING, None, 74)])

    assert (filling.filled, filling.named, filling.counted) == (74, 4, 74)


def test_a_hosts_places_are_for_local_people_whatever_their_partner() -> None:
    people = [
        Named(None, Presence.LOCAL, STREET),
        Named(CZ, Presence.LOCAL, STREET),
        Named(SE, Presence.VISITING, None),
    ]

    fillings = fill([QuotaRow(CZ, STREET, 1)], people, [], hosts=[CZ])

    assert [(f.partner, f.presence, f.places, f.filled, f.total_exceeded) for f in fillings] == [
        (CZ, "local", 1, 2, True),
        (SE, "visiting", 0, 1, False),
    ]


def test_nobody_is_too_many_where_nothing_was_said_and_everybody_where_there_are_no_places() -> None:
    (said, unsaid) = fill([QuotaRow(FI, STREET, 0)], visiting(FI, STREET) + visiting(SE, STREET), [], hosts=[CZ])

    assert (said.has_quota, said.exceeded, said.total_exceeded) == (True, (Line(STREET, 0, 1, 1),), True)
    assert (unsaid.has_quota, unsaid.exceeded, unsaid.total_exceeded) == (False, (), False)


def test_a_hosts_visiting_people_do_not_stand_against_the_places_for_local_people() -> None:
    fillings = fill([QuotaRow(CZ, STREET, 2)], visiting(CZ, STREET), [], hosts=[CZ])

    assert [(f.partner, f.presence, f.places, f.open, f.has_quota) for f in fillings] == [
        (CZ, "local", 2, 2, True),
        (CZ, "visiting", 0, 0, False),
    ]


def test_only_participants_and_leaders_who_are_expected_fill_places() -> None:
    assert fills_place("invited", ())
    assert fills_place("confirmed", ("speaker", "group_leader"))
    assert not fills_place("confirmed", ("speaker",))
    assert not fills_place("reserve", ())
