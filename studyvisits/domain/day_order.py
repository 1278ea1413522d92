"""The order of a day, the same in agenda, list, calendar and board."""

from collections.abc import Sequence
from typing import Protocol, TypeVar


class Placed(Protocol):
    """``order`` counts within the day; ``start`` is in minutes since midnight, empty without a time."""

    @property
    def order(self) -> int: ...
    @property
    def start(self) -> int | None: ...


S = TypeVar("S", bound=Placed)


def in_day_order(sessions: Sequence[S]) -> list[S]:
    """Sort the sessions of one day: a timed one by its start, an untimed one stays after the one before it."""
    blocks: list[tuple[int, list[S]]] = [(-1, [])]
    for session in sorted(sessions, key=lambda session: session.order):
        if session.start is None:
            blocks[-1][1].append(session)
        else:
            blocks.append((session.start, [session]))
    return [session for _, block in sorted(blocks, key=lambda block: block[0]) for session in block]
