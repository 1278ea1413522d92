"""The name of what is being read, in every refusal that its reading ends with."""

from collections.abc import Iterator
from contextlib import contextmanager

from studyvisits.domain.refusal import Refused


@contextmanager
def reading_of(file: str) -> Iterator[None]:
    """Every function that others call to read something wraps what it does in this: within, nobody knows the name."""
    try:
        yield
    except Refused as refused:
        raise Refused(refused.code, **{"file": file, **refused.facts}) from None
