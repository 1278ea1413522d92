"""Names of files that every system takes."""

import re
import unicodedata
from collections.abc import Collection

LONGEST_NAME = 120
"""Letters of a file name, its suffix included."""
LONGEST_NAME_OCTETS = 240
"""File systems take 255 octets, and the name it has while being written is longer."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"}
)
"""Names that Windows keeps for devices, whatever suffix follows (Naming Files, Paths, and Namespaces)."""


def safe_name(text: str) -> str:
    """Return what of ``text`` may stand in a file name: no separators, control or invisible characters, no blanks or
    dots at its ends, no device of Windows; empty where nothing is left."""
    plain = _FORBIDDEN.sub("-", unicodedata.normalize("NFC", text))
    plain = "".join(" " if letter.isspace() else letter for letter in plain if not _is_hidden(letter))
    plain = re.sub(r" +", "-", plain.strip())
    plain = re.sub(r"-{2,}", "-", plain).strip("-. ")
    return f"_{plain}" if plain.partition(".")[0].casefold() in _RESERVED else plain


def file_name(stem: str, document: str, language: str, suffix: str, taken: Collection[str] = ()) -> str:
    """Return ``stem_document_language.suffix``, with ``-2`` and so on before the suffix where the name is among
    ``taken`` (compared as Windows and macOS do, without regard to capitals)."""
    folded = {name.casefold() for name in taken}
    number = 1
    while True:
        end = f"_{document}_{language}{'' if number == 1 else f'-{number}'}{suffix}"
        name = _shortened(safe_name(stem) or document, end) + end
        if name.casefold() not in folded:
            return name
        number += 1


def _is_hidden(letter: str) -> bool:
    """Control, format (direction marks among them), surrogate and private characters; blanks are not hidden."""
    return unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Co", "Cn") and not letter.isspace()


def _shortened(stem: str, end: str) -> str:
    stem = stem[: max(1, LONGEST_NAME - len(end))]
    while len((stem + end).encode()) > LONGEST_NAME_OCTETS and len(stem) > 1:
        stem = stem[:-1]
    return stem.rstrip("-. ") or stem
