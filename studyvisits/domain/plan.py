"""What a plan is made of: how tables and columns are written in a plan file, described once.

From this description (the tables themselves stand in ``studyvisits.domain.plan_tables``) come the JSON Schema, reading,
writing, and which rows belong to a plan. A plan's rows are handed over as ``PlanRows``.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from studyvisits.domain.fields import YEARS

FORMAT = 1
"""Rises when a plan written by this version could be misread by an older one."""

MOST_DAYS = 366 * (YEARS[1] - YEARS[0] + 1)
"""Whatever day a file can hold is at most so many days away from another one."""


class Shape(StrEnum):
    """How the value of a column is written in JSON."""

    TEXT = "text"
    LINES = "lines"
    """A list; in the column one a line."""
    LANGUAGES = "languages"
    """A list of codes; in the column a blank between them."""
    NUMBER = "number"
    DEGREES = "degrees"
    AMOUNT = "amount"
    FLAG = "flag"
    DAY = "day"
    PROGRAMME_DAY = "programme_day"
    """A date, or the number of the activity's day, counted from 1."""
    CLOCK = "clock"
    ENDS = "ends"
    """A time of day instead of the minutes; read, never written."""
    IMAGE = "image"
    MEANINGS = "meanings"
    """An object of texts and nulls; in the column its JSON."""
    MEANINGS_BY_FIELD = "meanings_by_field"
    """An object of such objects."""
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Field:
    """``name`` is the property in JSON, ``to`` the table that a reference points to."""

    column: str
    name: str
    shape: Shape
    about: str
    starred: bool = False
    to: str = ""


class Form(StrEnum):
    """How the rows of a table are written within what they belong to."""

    OBJECTS = "objects"
    ONE = "one"
    """One object, since there is at most one row."""
    VALUES = "values"
    """A list of the values of their only field."""
    AUDIENCE = "audience"
    """One object that says by property whom a session is for."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A table in a plan.

    ``owner`` is the column that points to what the row is nested in; ``names`` are the columns that a row answers to
    when others refer to it, the shorter first, several of one name with a blank between; ``named_after`` is the column
    whose target lends its names instead. Of rows that agree in ``unique`` their owner has only one. ``dated`` rows have
    ``dates``, ``days`` and ``provisional`` for their first and last day and certainty. What is ``scoped`` is referred
    to within its activity only.
    """

    table: str
    name: str
    about: str
    fields: tuple[Field, ...]
    owner: str = ""
    form: Form = Form.OBJECTS
    ordered: bool = False
    names: tuple[tuple[str, ...], ...] = ()
    named_after: str = ""
    unique: tuple[str, ...] = ()
    dated: bool = False
    scoped: bool = False
    nested: tuple["Kind", ...] = ()

    @property
    def referable(self) -> bool:
        return bool(self.names or self.named_after)


def all_kinds(kinds: Sequence[Kind]) -> Iterator[Kind]:
    """Each kind, then what is nested in it: owners before what they own."""
    for kind in kinds:
        yield kind
        yield from all_kinds(kind.nested)


Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PlanRows:
    """Rows by table, with columns and values as in the file, but ``id`` and references counting within this plan only.

    A row without ``uid`` is new. ``needs_of`` are the persons whose needs the plan tells, so that it may also tell that
    there are none. Rows of a table stand in the order in which they are to be stored.
    """

    tables: Mapping[str, Sequence[Row]]
    needs_of: frozenset[int] = field(default_factory=frozenset)

    @property
    def project(self) -> Row:
        return self.tables["projects"][0]


class PlanMode(StrEnum):
    NEW = "new"
    REPLACE = "replace"
    """The project's own rows are replaced; persons, organisations and venues are updated, never deleted."""
    COPY = "copy"
    """Everything gets an identity of its own."""


@dataclass(frozen=True, slots=True)
class PlanAdded:
    """``project`` is the id in the file, ``added`` the number of new rows by table."""

    project: int
    added: Mapping[str, int]
