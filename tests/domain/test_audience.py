from dataclasses import dataclass

import pytest

from studyvisits.domain.audience import Company, Row, visitors_of


@dataclass(frozen=True)
class Participation:
    id: int
    presence: str | None = "visiting"
    status: str = "confirmed"
    roles: frozenset[str] = frozenset()
    partner: int | None = None
    profession: int | None = None


FI, CZ, STREET, OFFICE = 1, 2, 10, 11
AINO = Participation(1, partner=FI, profession=STREET)
ANTTI = Participation(2, status="nominated", roles=frozenset({"group_leader"}), partner=FI, profession=OFFICE)
JANA = Participation(3, "local", "invited", frozenset({"participant", "speaker"}), CZ, STREET)
SPEAKER = Participation(4, "local", roles=frozenset({"speaker"}), partner=CZ, profession=OFFICE)
RESERVE = Participation(5, status="reserve", partner=FI, profession=STREET)
GONE = Participation(6, status="cancelled", partner=FI)
PEOPLE = (AINO, ANTTI, JANA, SPEAKER, RESERVE, GONE)
GROUP_A = {7: (1, 4, 5)}


def company() -> Company:
    return Company(PEOPLE, GROUP_A, expected=frozenset({1, 2, 3, 4, 99}))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((), {1, 2, 3}),
        ((Row("everybody"),), {1, 2, 3}),
        ((Row("visiting"),), {1, 2}),
        ((Row("local"),), {3}),
        ((Row("partner", CZ),), {3}),
        ((Row("profession", STREET),), {1, 3}),
        ((Row("group", 7),), {1}),
        ((Row("group", 8),), set()),
        ((Row("participation", 4),), {4}),
        ((Row("participation", 5),), set()),
        ((Row("local"), Row("group", 7)), {1, 3}),
        ((Row("of a later version"),), set()),
    ],
)
def test_rows_add_up_and_cover_expected_participants(rows: tuple[Row, ...], expected: set[int]) -> None:
    assert company().of(rows) == expected


def test_who_does_something_there_is_in_the_session_while_expected() -> None:
    assert company().of((Row("local"),), [4]) == {3, 4}
    assert company().of((Row("local"),), [99]) == {3, 99}
    assert company().of((Row("local"),), [5, 6]) == {3}


def test_a_meeting_has_the_visiting_people_of_its_visit_until_it_has_participants() -> None:
    trainer = Participation(20, None, roles=frozenset({"trainer"}))
    own = Participation(21, None)

    interpreter = Participation(22, roles=frozenset({"interpreter"}))

    assert visitors_of("preparatory_meeting", [], [*PEOPLE, interpreter], status="planned") == [AINO, ANTTI]
    assert visitors_of("follow_up_meeting", [trainer], PEOPLE, status="held") == [AINO, ANTTI]
    assert visitors_of("project_meeting", [trainer, own], PEOPLE, status="planned") == []
    assert visitors_of("preparatory_meeting", [], PEOPLE, status="cancelled") == []
    assert visitors_of("seminar", [], PEOPLE, status="planned") == []
