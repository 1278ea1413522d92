"""One line of typed text as it is drawn: which font holds each letter, which way it runs, how letters join.

Nothing typed is markup. What no font holds becomes U+FFFD; ``missing_letters`` names it for the warning.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Any, cast

from studyvisits.documents.fonts import TEXT, Face, font, letter_of, letters_of
from studyvisits.documents.letter_order import JOINERS, has_right_to_left, in_visual_order, levels

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_MARKS_OF_DIRECTION = "\u200e\u200f\u061c"
_UNSEEN = frozenset(JOINERS + _MARKS_OF_DIRECTION)
_ARABIC = re.compile("[\u0600-\u06ff\u0700-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]")
_ODD = re.compile(
    "[^\\S ]|[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f]"
    "|[\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]"
)
"""Blanks but the plain one, and letters that are not seen: where there are none, there is nothing to take out."""
_LINE_ENDS = re.compile("\r\n?|[\u0085\u2028\u2029\v\f]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters of one font in the order in which they are drawn; ``width`` for size 1. ``text`` is a plain ``str``, or
    reportlab's ``ShapedStr``, which knows where each glyph stands."""

    font: str
    text: str
    width: float


@lru_cache(maxsize=16384)
def cleaned(text: str) -> str:
    """Return the text in composed letters, its lines divided by line feeds, without control characters, embeddings,
    variation selectors and soft hyphens; other blanks become plain ones, a no-break space stays."""
    if _ODD.search(text) is None:
        return unicodedata.normalize("NFC", text)
    composed = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text))
    return "".join(_kept(letter) for letter in composed)


def _kept(letter: str) -> str:
    if letter in "\n\u00a0" or letter in _UNSEEN:
        return letter
    if letter in "\u202f\u2007":
        return "\u00a0"
    if letter.isspace():
        return " "
    hidden = unicodedata.category(letter) in ("Cc", "Cf") or "\ufe00" <= letter <= "\ufe0f"
    return "" if hidden else letter


def missing_letters(text: str) -> set[str]:
    """The letters that no font on paper holds."""
    if letters_of(TEXT.font).issuperset(set(text) - {"\n"}):
        return set()
    return {
        letter
        for letter in set(cleaned(text)) - letters_of(TEXT.font)
        if letter not in letters_of(TEXT.fallback) and letter not in _UNSEEN and letter != "\n"
    }


def width(text: str, face: Face, size: float) -> float:
    """The width in points of one cleaned line."""
    return sum(piece.width for piece in pieces(text, face)) * size


@lru_cache(maxsize=16384)
def pieces(text: str, face: Face) -> tuple[Piece, ...]:
    """Divide one cleaned line into pieces, in the order in which they stand from left to right."""
    if not text:
        return ()
    if not face.kerned and letters_of(face.font).issuperset(text) and not _needs_shaping(text):
        return (Piece(face.font, text, font(face.font).stringWidth(text, 1)),)
    drawn = (_drawn(run, name, level) for run, name, level in _runs(text, face))
    return tuple(piece for piece in drawn if piece is not None)


def _needs_shaping(text: str) -> bool:
    return not text.isascii() and (has_right_to_left(text) or any(unicodedata.combining(letter) for letter in text))


def _runs(text: str, face: Face) -> list[tuple[str, str, int]]:
    """Runs of one font, level and script, from left to right; each still in the order it is read."""
    fonts = _fonts(text, face)
    text_levels = levels(text)
    keyed = [
        (name, level, _ARABIC.match(letter) is not None)
        for letter, name, level in zip(text, fonts, text_levels, strict=True)
    ]
    runs: list[tuple[str, str, int]] = []
    place = 0
    for (name, level, _), members in groupby(keyed):
        length = len(list(members))
        runs.append((text[place : place + length], name, level))
        place += length
    return in_visual_order(runs)


def _fonts(text: str, face: Face) -> list[str]:
    """The font of each letter; a combining mark and its letter share one."""
    main, spare = letters_of(face.font), letters_of(face.fallback)
    found: list[str] = []
    for place, letter in enumerate(text):
        if letter in _UNSEEN or (unicodedata.combining(letter) and place):
            if found and letter not in main and letter in spare:
                found[-1] = face.fallback
            found.append(found[-1] if found else face.font)
        else:
            found.append(face.font if letter in main else face.fallback)
    return found


def _drawn(run: str, name: str, level: int) -> Piece | None:
    """None for a run of nothing but marks that are not seen."""
    held = letters_of(name)
    shown = "".join(
        letter if letter in held or letter in JOINERS else "" if letter in _UNSEEN else REPLACEMENT for letter in run
    )
    return _shaped(shown, name, level % 2 == 1) if shown else None


def _shaped(run: str, name: str, right_to_left: bool) -> Piece:
    """Let HarfBuzz choose and place the glyphs. Contextual and discretionary forms stay off: they would turn a typed
    "->" into an arrow."""
    import uharfbuzz
    from reportlab.pdfbase.ttfonts import ShapeData, ShapedStr

    its = font(name)
    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(run)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if right_to_left else "ltr"
    arabic = _ARABIC.search(run) is not None
    uharfbuzz.shape(its.hbFont(), buffer, {"kern": True, "liga": arabic, "calt": arabic, "dlig": False})
    letters, places, total = [], [], 0.0
    face: Any = its.face
    scale = 1000 / face.unitsPerEm
    for glyph, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        letter = letter_of(name, glyph.codepoint, run[glyph.cluster], place.x_advance)
        advance = place.x_advance * scale
        letters.append(letter)
        places.append(
            ShapeData(
                glyph.cluster,
                advance,
                place.y_advance * scale,
                place.x_offset * scale,
                place.y_offset * scale,
                face.charWidths[ord(letter)],
            )
        )
        total += advance
    return Piece(name, ShapedStr("".join(letters), cast(Any, places)), total / 1000)
