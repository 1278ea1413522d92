from studyvisits.domain.tracks import span_of, tracks_of

PLACEMENTS, TABLES = 7, 8
GROUPINGS = {PLACEMENTS: (1, 2), TABLES: (3, 4, 5)}


def test_tracks_are_the_groups_that_part_most_on_a_day() -> None:
    days: list[list[list[int]]] = [[[], []], [[1], [2], []], [[1], [3], [4]], [[1], [3]], [[99]]]
    assert [tracks_of(day, GROUPINGS) for day in days] == [(), (1, 2), (3, 4, 5), (1, 2), ()]


def test_a_session_spans_the_tracks_of_its_groups_else_all() -> None:
    assert [span_of(groups, (1, 2)) for groups in ([2], [2, 1], [], [5])] == [(2,), (1, 2), (1, 2), (1, 2)]
    assert span_of([2], ()) == ()
