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
class ReadProgramme:
    """``unread`` are lines as they were typed: what could not be understood, and what is told of other days."""

    sessions: tuple[ReadSession, ...] = ()
    unread: tuple[str, ...] = ()
