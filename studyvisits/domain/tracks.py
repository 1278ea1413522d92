"""Where groups part: the tracks of a day, side by side."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence


def tracks_of(audiences: Iterable[Sequence[int]], groupings: Mapping[int, Sequence[int]]) -> tuple[int, ...]:
    """Return the groups that stand side by side on a day, in their order; none where nobody parts.

    ``audiences`` are the groups that each session of the day is for alone, ``groupings`` the groups of each grouping.
    Of several groupings the one with the most sessions on that day makes the tracks; ties go to the first.
    """
    owner = {group: grouping for grouping, groups in groupings.items() for group in groups}
    used = Counter(
        grouping for groups in audiences for grouping in {owner[group] for group in groups if group in owner}
    )
    if not used:
        return ()
    most = max(used.values())
    return tuple(groupings[next(grouping for grouping in groupings if used[grouping] == most)])


def span_of(groups: Sequence[int], tracks: Sequence[int]) -> tuple[int, ...]:
    """Return the tracks that a session takes: those of its groups, else all."""
    return tuple(track for track in tracks if track in groups) or tuple(tracks)
