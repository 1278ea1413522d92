"""Ways of saying in one line how a column is written in a plan."""

from studyvisits.domain.plan import Field, Shape


def text(column: str, about: str, *, starred: bool = False) -> Field:
    return Field(column, column, Shape.TEXT, about, starred)


def of(shape: Shape, column: str, about: str, *, starred: bool = False) -> Field:
    return Field(column, column, shape, about, starred)


def to(table: str, name: str, about: str, *, starred: bool = False) -> Field:
    return Field(f"{name}_id", name, Shape.REFERENCE, about, starred, table)


COUNTRY = text("country", "Country, ISO 3166-1 alpha-2: FI, CZ, SE.")
TOWN = text("town", "Town or city.")
ADDRESS = text("address", "Street and number, postal code where known.")
START = of(Shape.CLOCK, "start", "Beginning, on the wall clock of the activity's place: 09:30.")
MINUTES = of(Shape.NUMBER, "minutes", "Duration in minutes; or give ends.")
ENDS = Field(
    "minutes", "ends", Shape.ENDS, "End as a time of day instead of minutes: 12:00. Before the start: next day."
)
