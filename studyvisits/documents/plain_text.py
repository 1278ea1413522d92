"""Text as it may stand in a cell or a line of a calendar."""

import re

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 (2.2) and RFC 5545 (3.1) forbid; tab and line feed stay."""


def plain(text: str) -> str:
    """Return the text with line feeds alone between its lines and without control characters."""
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n"))
