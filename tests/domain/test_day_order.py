from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from studyvisits.domain.day_order import in_day_order


@dataclass(frozen=True)
class Item:
    name: str
    order: int
    start: int | None


def names(*items: tuple[str, int | None]) -> str:
    return "".join(
        item.name for item in in_day_order([Item(name, order, start) for order, (name, start) in enumerate(items)])
    )


def test_timed_sessions_sort_by_their_start() -> None:
    assert names(("b", 600), ("a", 540)) == "ab"


def test_an_untimed_session_stays_after_the_one_before_it() -> None:
    assert names(("c", 600), ("d", None), ("a", 540), ("b", None)) == "abcd"


def test_untimed_sessions_before_any_timed_one_come_first() -> None:
    assert names(("a", None), ("b", None), ("c", 0)) == "abc"


def test_sessions_at_the_same_time_keep_their_order() -> None:
    assert names(("a", 540), ("b", 540), ("c", None)) == "abc"


@given(st.lists(st.one_of(st.none(), st.integers(0, 1439)), max_size=12))
def test_every_session_appears_once_and_starts_never_go_back(starts: list[int | None]) -> None:
    items = [Item(str(order), order, start) for order, start in enumerate(starts)]
    ordered = in_day_order(items)
    assert sorted(ordered, key=lambda item: item.order) == items
    timed = [item.start for item in ordered if item.start is not None]
    assert timed == sorted(timed)
