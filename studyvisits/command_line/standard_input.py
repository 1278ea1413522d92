"""What is piped or pasted into a command in the place of a file."""

import errno
import os
import sys

STANDARD_INPUT = "-"
"""Stands for standard input where a file is asked for."""


def piped(most: int) -> bytes:
    """Return what comes in, to its end or one octet beyond ``most``. Raises OSError where nothing can."""
    if sys.stdin is None:  # closed, or a program without a console on Windows
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return sys.stdin.buffer.read(most + 1)
