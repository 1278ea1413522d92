"""Ctrl+C while documents are written."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def interrupts_waiting() -> Iterator[Callable[[], None]]:
    """Have Ctrl+C wait for what is yielded, which raises KeyboardInterrupt once it was pressed: to be called between
    steps of a second or less.

    Raised just anywhere it may fall into a finalizer, which prints a traceback and goes on as if nothing had been; and
    openpyxl's half-written sheets print theirs when they are swept away.
    """
    pressed = False

    def note(*_: object) -> None:
        nonlocal pressed
        pressed = True

    def stop_if_pressed() -> None:
        if pressed:
            raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, note)
    try:
        yield stop_if_pressed
        stop_if_pressed()
    finally:
        signal.signal(signal.SIGINT, before)
