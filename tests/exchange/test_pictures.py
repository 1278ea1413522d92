import io

import pytest

from studyvisits.domain.refusal import Refused
from studyvisits.exchange import pictures
from studyvisits.exchange.pictures import WIDEST, png_of
from tests.exchange.pictures import picture


def opened(content: bytes) -> tuple[str | None, str, tuple[int, int], list[object]]:
    from PIL import Image

    with Image.open(io.BytesIO(content)) as found:
        return found.format, found.mode, found.size, list(found.info)


@pytest.mark.parametrize(
    ("form", "mode", "kept"),
    [
        ("PNG", "RGB", "RGB"),
        ("PNG", "RGBA", "RGBA"),
        ("PNG", "LA", "RGBA"),
        ("PNG", "L", "RGB"),
        ("PNG", "P", "RGB"),
        ("PNG", "1", "RGB"),
        ("JPEG", "RGB", "RGB"),
        ("JPEG", "CMYK", "RGB"),
    ],
)
def test_png_and_jpeg_become_png_and_stay_as_they_are_from_then_on(form: str, mode: str, kept: str) -> None:
    content = picture(form, mode, 0 if mode in ("L", "P", "1") else None)
    made = png_of(content)
    assert opened(made) == ("PNG", kept, (3, 2), [])
    assert png_of(made) == made


def test_large_pictures_are_made_smaller() -> None:
    assert opened(png_of(picture(size=(3000, 30), colour=0)))[2] == (WIDEST, 24)


def test_what_stands_beside_the_pixels_does_not_come_in() -> None:
    from PIL import Image
    from PIL.PngImagePlugin import PngInfo

    beside, target = PngInfo(), io.BytesIO()
    beside.add_text("Author", "Anna Nováková")
    Image.new("RGB", (3, 2)).save(target, "PNG", pnginfo=beside, dpi=(300, 300))
    assert b"Anna" in target.getvalue()
    assert opened(png_of(target.getvalue()))[3] == []


@pytest.mark.parametrize("content", [b"", b"GIF89a" + b"\0" * 40, b"<svg/>", picture()[:40], picture("JPEG")[:100]])
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(Refused) as caught:
        png_of(content)
    assert caught.value.code == "picture_unreadable"


def test_too_many_pixels_are_refused_before_they_are_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MOST_PIXELS", 5)
    with pytest.raises(Refused) as caught:
        png_of(picture())
    assert (caught.value.code, dict(caught.value.facts)) == ("picture_too_large", {"width": 3, "height": 2})


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    content = bytearray(picture())
    content[16:24] = (60_000).to_bytes(4) * 2  # width and height of the header
    import zlib

    content[29:33] = zlib.crc32(bytes(content[12:29])).to_bytes(4)
    with pytest.raises(Refused) as caught:
        png_of(bytes(content))
    assert caught.value.code == "picture_too_large"
