from hypothesis import given
from hypothesis import strategies as st

from studyvisits.domain.page_breaking import Block, Stretch, pages


def day(*rows: float, tied: tuple[int, ...] = ()) -> Block:
    return Block(20, rows, tuple(place in tied for place in range(len(rows))), 20)


def cuts(*blocks: Block, first_room: float = 200, room: float = 200) -> list[list[tuple[int, int, int]]]:
    laid = pages(blocks, first_room=first_room, room=room, gap=10)
    return [[(stretch.block, stretch.first, stretch.last) for stretch in page] for page in laid]


def test_days_stand_below_each_other() -> None:
    assert pages([day(30, 30), day(30)], first_room=200, room=200, gap=10) == [
        [Stretch(0, 0, 2, 0.0, False), Stretch(1, 0, 1, 90.0, False)]
    ]


def test_a_day_that_fits_on_a_page_is_not_split() -> None:
    assert cuts(day(30, 30, 30), day(30, 30, 30)) == [[(0, 0, 3)], [(1, 0, 3)]]


def test_below_the_title_a_day_is_rather_split_than_the_page_left_empty() -> None:
    assert cuts(day(30, 30, 30, 30), first_room=100) == [[(0, 0, 2)], [(0, 2, 4)]]


def test_little_room_below_the_title_is_left_empty() -> None:
    assert cuts(day(10, 10, 30, 30), first_room=45) == [[], [(0, 0, 4)]]


def test_a_long_day_never_breaks_from_its_first_two_rows() -> None:
    assert cuts(day(100), day(50, 30, 30, 30, 30, 30)) == [[(0, 0, 1)], [(1, 0, 4)], [(1, 4, 6)]]


def test_a_single_row_is_not_left_for_the_next_page() -> None:
    assert cuts(day(30, 30, 30, 30, 30, 30, 30)) == [[(0, 0, 5)], [(0, 5, 7)]]


def test_rows_at_the_same_time_stay_together() -> None:
    assert cuts(day(30, 30, 30, 30, 30, 30, 30, 30, tied=(5, 6))) == [[(0, 0, 4)], [(0, 4, 8)]]


def test_a_row_as_tall_as_a_page_still_finds_one() -> None:
    assert cuts(day(500, 30)) == [[(0, 0, 1)], [(0, 1, 2)]]


def test_empty_days_are_left_out() -> None:
    assert cuts(day(), day(30)) == [[(1, 0, 1)]]


def test_nothing_to_lay_is_one_page() -> None:
    assert cuts() == [[]]


@given(st.lists(st.lists(st.tuples(st.integers(1, 180), st.booleans()), max_size=25), max_size=8), st.integers(0, 200))
def test_every_row_stands_once_in_order_and_inside_its_page(
    days: list[list[tuple[int, bool]]], first_room: int
) -> None:
    blocks = [Block(20, tuple(height for height, _ in rows), tuple(tie for _, tie in rows), 20) for rows in days]
    laid = pages(blocks, first_room=first_room, room=200, gap=10)
    placed = [(stretch.block, row) for page in laid for stretch in page for row in range(stretch.first, stretch.last)]
    assert placed == [(block, row) for block, rows in enumerate(days) for row in range(len(rows))]
    for number, page in enumerate(laid):
        for stretch in page:
            bottom = stretch.top + 20 + sum(blocks[stretch.block].rows[stretch.first : stretch.last])
            assert bottom <= (200 if number else first_room) + 1e-6
