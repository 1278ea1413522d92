"""Resources are found, and what goes on paper with them may be given away."""

import re

from studyvisits.assets import CHECKOUT, checkout_version, resource, root

FONTS = ("DejaVuSans", "DejaVuSans-Bold", "Inter-Italic", "Inter-Medium", "Inter-Regular", "Inter-SemiBold")


def test_resources_lie_at_the_top_of_a_checkout() -> None:
    assert (root(), resource("fonts", "Inter-Regular.ttf")) == (
        CHECKOUT,
        CHECKOUT / "resources/fonts/Inter-Regular.ttf",
    )


def test_the_version_is_that_of_the_package() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", checkout_version())


def test_fonts_are_static_and_carry_their_licences() -> None:
    assert sorted(path.stem for path in resource("fonts").glob("*.ttf")) == list(FONTS)
    for name in FONTS:
        octets = resource("fonts", f"{name}.ttf").read_bytes()
        count = int.from_bytes(octets[4:6])
        tables = {octets[start : start + 4] for start in range(12, 12 + 16 * count, 16)}
        assert octets[:4] == b"\x00\x01\x00\x00", "TrueType outlines"
        assert ({b"fvar", b"gvar"} & tables, {b"glyf", b"cmap"} - tables) == (set(), set())
        assert resource("fonts", f"{re.match('Inter|DejaVu', name)[0]}-LICENSE.txt").is_file()  # type: ignore[index]


def test_icons_take_their_colour_from_where_they_stand() -> None:
    icons = sorted(resource("icons").glob("*.svg"))
    assert len(icons) >= 12
    assert [icon.name for icon in icons if "currentColor" not in icon.read_text(encoding="utf-8")] == []
    assert resource("icons", "LICENSE.txt").is_file()
