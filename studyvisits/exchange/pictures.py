"""Pictures from outside, kept as PNG that the program itself encoded, so that nothing but pixels comes in."""

import io
import warnings

from studyvisits.domain.refusal import Refused

MOST_PIXELS = 24_000_000
"""Of the picture as it comes: 96 MB once unpacked."""
WIDEST = 2400
"""Pixels of the longer side that are kept: 20 cm on paper at 300 dpi."""


def png_of(content: bytes) -> bytes:
    """Return a PNG or JPEG picture as PNG; one that came from here stays the same, byte for byte.

    Raises ``Refused`` for what is neither, broken, or too large.
    """
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(content), formats=("PNG", "JPEG"))
            if picture.width * picture.height > MOST_PIXELS:
                raise Refused("picture_too_large", width=picture.width, height=picture.height)
            upright = ImageOps.exif_transpose(picture)
            clear = "A" in upright.getbands() or "transparency" in upright.info
            kept = upright.convert("RGBA" if clear else "RGB")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise Refused("picture_too_large", width="?", height="?") from bomb
    except (OSError, ValueError, SyntaxError, TypeError, IndexError) as broken:  # what Pillow raises on torn files
        raise Refused("picture_unreadable") from broken
    kept.thumbnail((WIDEST, WIDEST))
    kept.info.clear()
    target = io.BytesIO()
    kept.save(target, "PNG")
    return target.getvalue()
