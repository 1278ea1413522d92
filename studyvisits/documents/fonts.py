"""The letters of all paper: Inter for what it holds, DejaVu Sans for the rest, embedded as subsets.

Sizes are in points, widths are given for size 1. reportlab keeps fonts per process, so they are registered once.
"""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from studyvisits.assets import resource

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont


@dataclass(frozen=True, slots=True)
class Face:
    """One weight of the type: names of font files. ``kerned`` faces are for titles, where a loose pair is seen."""

    font: str
    fallback: str
    kerned: bool = False


TEXT = Face("Inter-Regular", "DejaVuSans")
MEDIUM = Face("Inter-Medium", "DejaVuSans")
STRONG = Face("Inter-SemiBold", "DejaVuSans-Bold")
TITLE = Face("Inter-SemiBold", "DejaVuSans-Bold", kerned=True)


@cache
def font(name: str) -> "TTFont":
    """Register and return the font of a file in ``resources/fonts``, which bears its own name: reportlab keeps one font
    for each name that a face gives itself."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    made = TTFont(name, str(resource("fonts", f"{name}.ttf")))
    pdfmetrics.registerFont(made)
    return made


@cache
def letters_of(name: str) -> frozenset[str]:
    """The letters that a font holds."""
    return frozenset(chr(code) for code in _glyphs(name))


@cache
def _glyphs(name: str) -> dict[int, int]:
    """As the font itself says: shaping adds private letters to the table that reportlab keeps."""
    glyphs: dict[int, int] = dict(font(name).face.charToGlyph)
    return glyphs


def glyph_of(name: str, letter: str) -> int | None:
    return _glyphs(name).get(ord(letter))


def letter_of(name: str, glyph: int, meant: str, advance: int) -> str:
    """Return the letter by which reportlab draws a glyph: the one meant if that is its glyph, another one of the font
    (an Arabic presentation form), else a private one that depends on nothing but the glyph, so that the same text
    makes the same bytes whatever was drawn before."""
    if glyph_of(name, meant) == glyph:
        return meant
    face: Any = font(name).face
    known: list[int] | None = face.glyphToChar.get(glyph)
    if known:
        return chr(known[0])
    code = 0xE000 + glyph % 0x1900
    while code in face.charToGlyph:
        code += 1
    face.charToGlyph[code] = glyph
    face.glyphToChar[glyph] = [code]
    face.charWidths[code] = advance * 1000 / face.unitsPerEm
    return chr(code)
