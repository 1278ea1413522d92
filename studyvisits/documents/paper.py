"""A sheet of A4 to draw on: places count in points from its top left corner, text is typed text, never markup.

Sizes and colours are those of the printed page: readable in grey, icons and words carry the meaning.
"""

from dataclasses import dataclass, field
from functools import cache, partial
from io import BytesIO
from typing import TYPE_CHECKING

from studyvisits.documents.emblem import draw_emblem
from studyvisits.documents.fonts import Face, font
from studyvisits.documents.icons import GRID, draw_icon
from studyvisits.documents.lettering import cleaned, pieces, width

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlab.lib.colors import Color
    from reportlab.pdfgen.canvas import Canvas

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)

INK, SECOND, THIRD = "#1A2229", "#45505A", "#5C6771"
LINE, FAINT, SOFT, ACCENT = "#C4CBD1", "#E3E7EA", "#E9EDF0", "#0E5E70"
HAIR = 0.5


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set. ``leading`` is the distance of its lines, ``spacing`` that of its letters, in points."""

    face: Face
    size: float
    leading: float
    colour: str = INK
    spacing: float = 0


@dataclass(slots=True)
class Paper:
    """Draws into a PDF in memory. ``wide`` lays the sheet on its side."""

    title: str
    author: str
    language: str
    compress: bool = True
    wide: bool = False
    octets: BytesIO = field(default_factory=BytesIO)
    canvas: "Canvas" = field(init=False)
    width: float = field(init=False)
    height: float = field(init=False)
    filled: str = field(init=False, default="")
    """The colour that texts and boxes are filled with at present."""

    def __post_init__(self) -> None:
        """The same content makes the same bytes: no clock, no random names (``invariant``)."""
        from reportlab.pdfgen.canvas import Canvas

        self.width, self.height = A4[::-1] if self.wide else A4
        self.canvas = Canvas(
            self.octets,
            pagesize=(self.width, self.height),
            invariant=1,
            pageCompression=int(self.compress),
            lang=self.language,
        )
        self.canvas.setTitle(cleaned(self.title))
        self.canvas.setAuthor(cleaned(self.author))
        self.canvas.setSubject("")
        self.canvas.setCreator("Study Visits")
        self.canvas.setProducer("Study Visits")

    def text(self, x: float, baseline: float, line: str, style: Style) -> None:
        """Draw one broken line with its left end at ``x``."""
        canvas, size = self.canvas, style.size
        self._fill(style.colour)
        for piece in pieces(line, style.face):
            written = canvas.beginText(x, self.height - baseline)
            written.setFont(font(piece.font).fontName, size)
            if style.spacing:
                written.setCharSpace(style.spacing)
            written.textOut(piece.text)
            if style.spacing:
                written.setCharSpace(0)
            canvas.drawText(written)
            x += piece.width * size + style.spacing * len(piece.text)

    def text_right(self, x: float, baseline: float, line: str, style: Style) -> None:
        self.text(x - width(line, style.face, style.size), baseline, line, style)

    def text_centred(self, x: float, baseline: float, line: str, style: Style) -> None:
        self.text(x - width(line, style.face, style.size) / 2, baseline, line, style)

    def lines(self, x: float, baseline: float, lines: tuple[str, ...], style: Style) -> float:
        """Draw lines below each other; return the baseline of the one that would follow."""
        for line in lines:
            self.text(x, baseline, line, style)
            baseline += style.leading
        return baseline

    def rule(self, x1: float, x2: float, y: float, *, shade: str = FAINT, thickness: float = HAIR) -> None:
        self.canvas.setStrokeColor(colour(shade))
        self.canvas.setLineWidth(thickness)
        self.canvas.line(x1, self.height - y, x2, self.height - y)

    def box(self, x: float, y: float, box_width: float, box_height: float, *, shade: str, radius: float = 0) -> None:
        """Fill a box whose top left corner is at ``x``, ``y``."""
        self._fill(shade)
        self.canvas.roundRect(x, self.height - y - box_height, box_width, box_height, radius, stroke=0, fill=1)

    def icon(self, name: str, x: float, y: float, size: float, *, shade: str = SECOND) -> None:
        self.canvas.setStrokeColor(colour(shade))
        self.stamp(f"icon-{name}", partial(draw_icon, name=name), x, self.height - y - size, size / GRID)

    def emblem(self, x: float, y: float, height: float) -> None:
        self.stamp("emblem", partial(draw_emblem, height=height), x, self.height - y - height)

    def stamp(self, name: str, draw: "Callable[[Canvas], None]", x: float, bottom: float, scale: float = 1) -> None:
        """Draw something that is the same wherever it stands: kept once in the file, put where it is needed."""
        canvas = self.canvas
        if not canvas.hasForm(name):
            canvas.beginForm(name, 0, 0, *A4)
            draw(canvas)
            canvas.endForm()
        canvas.saveState()
        canvas.transform(scale, 0, 0, scale, x, bottom)
        canvas.doForm(name)
        canvas.restoreState()

    def _fill(self, shade: str) -> None:
        if shade != self.filled:
            self.canvas.setFillColor(colour(shade))
            self.filled = shade

    def picture(self, image: bytes, x: float, y: float, box_width: float, box_height: float) -> None:
        """Draw a picture file into a box; what is transparent stays so."""
        from reportlab.lib.utils import ImageReader

        self.canvas.drawImage(
            ImageReader(BytesIO(image)), x, self.height - y - box_height, box_width, box_height, mask="auto"
        )

    def link(self, address: str, x: float, y: float, box_width: float, box_height: float) -> None:
        """Make a box open a page of the web; other schemes are left alone."""
        if address.startswith(("https://", "http://")) and address.isprintable():
            top = self.height - y
            self.canvas.linkURL(address, (x, top - box_height, x + box_width, top), relative=0)

    def bookmark(self, key: str, title: str, y: float) -> None:
        """Let readers jump here from the outline."""
        self.canvas.bookmarkHorizontal(key, 0, self.height - y)
        self.canvas.addOutlineEntry(cleaned(title), key, 0)

    def next_page(self) -> None:
        self.canvas.showPage()
        self.filled = ""

    def finished(self) -> bytes:
        self.canvas.save()
        return self.octets.getvalue()


@cache
def colour(code: str) -> "Color":
    from reportlab.lib.colors import HexColor

    return HexColor(code)
