"""A person's name as somebody types it into a chooser or a programme: "Ing. Tomáš Říha, Ph.D.", "Říha, T."."""

import re
from dataclasses import dataclass

ACADEMIC = "bc mgr mga ing arch dr prof doc mudr phdr judr rndr mvdr paedr thdr dis mag dipl med jur phil soc univ"
ADDRESSED = "mr mrs ms miss herr frau pan paní ga г-н г-жа доц проф д-р инж"
TITLES = frozenset(f"{ACADEMIC} {ADDRESSED}".split())
BETWEEN_TITLES = frozenset({"et", "&"})
TITLE_AFTER = re.compile(r"[A-ZÀ-Ž]{3,4}|[A-Z]\w{0,3}\.?(?:\w\.)+|[A-Z]\w{1,3}\.")
PARTICLES = frozenset(["von", "van", "de", "der", "den", "di", "da", "af", "zu", "la", "le", "el", "al", "bin", "ibn"])


@dataclass(frozen=True, slots=True)
class TypedName:
    family_name: str
    given_name: str | None = None
    title_before: str | None = None
    title_after: str | None = None


def typed_name(text: str) -> TypedName:
    """Split a name. With a comma the family name stands first, unless what follows the comma is a title; without one
    the last word is the family name, with the particles before it."""
    pieces = [piece.strip() for piece in text.split(",") if piece.strip()]
    if not pieces:
        return TypedName("")
    after = [piece for piece in pieces[1:] if _is_title_after(piece)]
    names = [piece for piece in pieces if piece not in after]
    words = " ".join(names[:1]).split()
    titles: list[str] = []
    while len(words) > 1 and (is_title(words[0]) or (titles and words[0] in BETWEEN_TITLES)):
        titles.append(words.pop(0))
    before, behind = " ".join(titles) or None, ", ".join(after) or None
    if len(names) > 1:
        return TypedName(" ".join(words), " ".join(names[1:]), before, behind)
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in PARTICLES:
        first -= 1
    return TypedName(" ".join(words[first:]), " ".join(words[:first]) or None, before, behind)


def is_title(word: str) -> bool:
    pieces = [piece for piece in word.lower().split(".") if piece]
    return bool(pieces) and all(piece in TITLES for piece in pieces)


def _is_title_after(piece: str) -> bool:
    """Titles behind a name hold a full stop or capitals alone: "Ph.D.", "CSc.", "DiS.", "MBA"."""
    return " " not in piece and bool(TITLE_AFTER.fullmatch(piece))
