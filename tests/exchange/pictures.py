"""Small pictures to test with."""

import io

from studyvisits.exchange.pictures import png_of


def picture(form: str = "PNG", mode: str = "RGB", colour: object = 7, size: tuple[int, int] = (3, 2)) -> bytes:
    from PIL import Image

    target = io.BytesIO()
    Image.new(mode, size, colour).save(target, form)  # type: ignore[arg-type]
    return target.getvalue()


def tiny_png(shade: int) -> bytes:
    """A picture as the program keeps it."""
    return png_of(picture(colour=(shade, 0, 0)))
