"""What was understood of a typed programme."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadPerson:
    """``person`` is the id of somebody known; else the words are kept as they stand."""

    words: str
    person: int | None = None


@dataclass(frozen=True, slots=True)
class ReadSession:
    """A session as far as a line tells it. ``start`` counts minutes since midnight; ``venue`` and ``organisation`` are
    ids, ``place`` what is to be shown of the place; ``groups`` are ids of the groups it is for, none: everybody."""

    title: str
    start: int | None = None
    minutes: int | None = None
    kind: str | None = None
    venue: int | None = None
    place: str | None = None
    place_note: str | None = None
    organisation: int | None = None
    people: tuple[ReadPerson, ...] = ()
    groups: tuple[int, ...] = ()
    description: str | None = None


@dataclass(frozen=True, slots=True)
class OtherDay:
    """What is told of a day that was not asked for: the day and its lines as they were typed, its heading the first of
    them where it has one."""

    day: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadProgramme:
    """``unread`` are lines as they were typed that could not be understood; ``elsewhere`` are those of other days."""

    sessions: tuple[ReadSession, ...] = ()
    unread: tuple[str, ...] = ()
    elsewhere: tuple[OtherDay, ...] = ()


class OtherDays:
    """Gathers lines of other days while a programme is read; ``open`` while the reading stands in one of them."""

    def __init__(self) -> None:
        self._lines: dict[str, list[str]] = {}
        self._day: str | None = None

    @property
    def open(self) -> bool:
        return self._day is not None

    def go_to(self, day: str | None) -> None:
        """Whatever comes is of this day, as it was typed, or of the day asked for (None)."""
        self._day = day

    def add(self, line: str) -> None:
        assert self._day is not None
        self._lines.setdefault(self._day, []).append(line)

    def found(self) -> tuple[OtherDay, ...]:
        return tuple(OtherDay(day, tuple(lines)) for day, lines in self._lines.items())
