"""Where pages end: blocks of rows laid on pages of a given height, as pure arithmetic in points.

A block (a day with its heading) that fits on a page is not split; one that must be never ends a page with fewer than
its first two rows, nor leaves a single row for the next page. Rows are never split.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Block:
    """``rows`` are heights; ``tied`` says of each whether it stays with the row before it. ``again`` is the height of
    the heading repeated where the block goes on."""

    heading: float
    rows: tuple[float, ...]
    tied: tuple[bool, ...]
    again: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rows ``first`` to ``last`` (not included) of a block, ``top`` below the page's top; ``goes_on`` where the
    block began on an earlier page."""

    block: int
    first: int
    last: int
    top: float
    goes_on: bool


def pages(blocks: Sequence[Block], *, first_room: float, room: float, gap: float) -> list[list[Stretch]]:
    """Return the stretches of each page. The first page has ``first_room`` left below what stands above, further ones
    ``room``; ``gap`` stands between blocks. Below the title, where no block stands yet, a block is rather split than
    the page left empty. Blocks without rows are left out."""
    laid: list[list[Stretch]] = [[]]
    used, limit = 0.0, first_room
    for number, block in enumerate(blocks):
        first = 0
        while first < len(block.rows):
            top = used + gap if laid[-1] else 0.0
            heading = block.again if first else block.heading
            last = _end(block, first, limit - top - heading)
            if first == 0 and last < len(block.rows) and _may_wait(block, limit - top, room, waits=bool(laid[-1])):
                last = first
            if last == first and not laid[-1] and limit >= room:
                last = first + 1
            if last > first:
                laid[-1].append(Stretch(number, first, last, top, first > 0))
                used = top + heading + sum(block.rows[first:last])
                first = last
            if first < len(block.rows):
                laid.append([])
                used, limit = 0.0, room
    return laid


def _may_wait(block: Block, left: float, room: float, *, waits: bool) -> bool:
    """Whether a block that does not fit in what is left should stand whole on the next page instead."""
    return block.heading + sum(block.rows) <= room and (waits or left < room / 4)


def _end(block: Block, first: int, room: float) -> int:
    """Return where to end a stretch that begins with row ``first``: as late as ``room`` and the ties allow; ``first``
    itself where not enough fits."""
    used, last = 0.0, first
    while last < len(block.rows) and used + block.rows[last] <= room + 1e-6:
        used += block.rows[last]
        last += 1
    if last == len(block.rows):
        return last
    ends = [end for end in range(first + 1, last + 1) if not block.tied[end]]
    if good := [end for end in ends if end - first >= 2 and len(block.rows) - end >= 2]:
        return good[-1]
    if first:
        return ends[-1] if ends else last
    return last if last >= 2 else first
