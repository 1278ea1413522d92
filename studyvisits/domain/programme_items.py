"""What one line of a programme says beside its times: title, place, people and groups.

``Social department, Sokolovská 14 (T. Říha)``: brackets hold people, what looks like an address behind a comma is the
place, and venues, organisations and people known to the project are recognised wherever they stand.
"""

import re

from studyvisits.domain.folding import fold
from studyvisits.domain.kinds import SessionKind
from studyvisits.domain.known_names import KnownNames, People, PlaceName, Places, pieces_of
from studyvisits.domain.name_words import PARTICLES
from studyvisits.domain.programme_read import ReadPerson, ReadSession
from studyvisits.domain.programme_words import (
    GROUP_JOINED,
    GROUP_WORDS,
    NOT_PLACES,
    ROOM_WORDS,
    STREET_WORDS,
    exact_words,
    holds,
    kind_of,
)
from studyvisits.domain.split_names import split_names

SEPARATOR = re.compile(r"\s*[,;|]\s*|\s+[–—-]\s+|\s+@\s*")
BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]+)[)\]]")
HOUSE_NUMBER = re.compile(r"(?:^|\s)\d{1,4}(?:[/-]\d{1,4})?\s?[a-zA-Z]?$")
NAME = re.compile(r"[^\W\d_][\w'’.-]*")
GROUP_MARK = re.compile(
    rf"(?P<word>{'|'.join(GROUP_WORDS.split())})?\s*(?P<names>[^:–—|]{{1,60}}?)\s*(?::|[–—-]\s)\s*", re.I
)
GROUP_JOINT = re.compile(rf"\s*(?:[,+&/]|\s(?:{'|'.join(GROUP_JOINED.split())})\s)\s*", re.IGNORECASE)


class Items:
    """Reads items against the names of one project and activity."""

    def __init__(self, names: KnownNames) -> None:
        self._venues, self._organisations = Places(names.venues), Places(names.organisations)
        self._people = People(names.people)
        self._groups = {fold(name): group for group, name in names.groups}

    def item(self, text: str, *, start: int | None, minutes: int | None) -> ReadSession | None:
        """Read what stands beside the times; nothing where no words are left."""
        groups, words = self.groups_before(text)
        words, people, places = self._out_of_brackets(words)
        pieces = [piece for piece in _split(words) if piece.strip()]
        if not pieces or not any(letter.isalpha() for letter in words):
            return None
        title = [pieces[0]]
        if self._is_meal_and_place(pieces):
            places.append(pieces.pop())
        for piece in pieces[1:]:
            self._take(piece, title, places, people)
        joined = _joined(words, title)
        return self.built(joined, start, minutes, places, people, groups)

    def _is_meal_and_place(self, pieces: list[str]) -> bool:
        """ "Lunch, Bistro Žižkov": behind a meal stands where it is, if it is a name at all."""
        if len(pieces) != 2 or kind_of(pieces[0]) != SessionKind.MEAL:
            return False
        return pieces[1][:1].isupper() and self._people.called(pieces[1]) is None

    def built(
        self,
        title: str,
        start: int | None,
        minutes: int | None,
        places: list[str],
        people: list[ReadPerson],
        groups: tuple[int, ...],
    ) -> ReadSession:
        """Put an item together and recognise whom and what its title names."""
        venue, note = self.place(places)
        venue = venue or self._venues.within(title)
        known = {each.person for each in people}
        people += [ReadPerson(words, person) for person, words in self._people.named_in(title) if person not in known]
        kind = kind_of(title)
        hosted = kind not in (SessionKind.MEAL, SessionKind.TRAVEL)
        organisation = self._organisations.within(title) if hosted else None
        return ReadSession(
            title=title,
            start=start,
            minutes=minutes,
            kind=kind,
            venue=venue.id if venue else None,
            place=venue.name if venue else None,
            place_note=note,
            organisation=organisation.id if organisation else None,
            people=tuple(people),
            groups=groups,
        )

    def groups_before(self, text: str) -> tuple[tuple[int, ...], str]:
        """Read "A:", "Group A:", "Skupina A –" where the activity has such groups; else the text stays whole."""
        found = GROUP_MARK.match(text)
        if not found:
            return (), text
        groups = self.groups_called(found["names"]) or self.groups_called(f"{found['word'] or ''} {found['names']}")
        return (groups, text[found.end() :]) if groups else ((), text)

    def groups_called(self, text: str) -> tuple[int, ...]:
        """The groups of a list of names; none unless all of them are known."""
        whole = self._groups.get(fold(text))
        if whole is not None:
            return (whole,)
        marks = exact_words(GROUP_WORDS)
        names = [" ".join(word for word in fold(name).split() if word not in marks) for name in GROUP_JOINT.split(text)]
        found = [self._groups.get(name) for name in names if name]
        return tuple(group for group in found if group is not None) if None not in found else ()

    def people(self, text: str) -> list[ReadPerson]:
        """Read a list of people: those known with their ids, the others in words."""
        return [ReadPerson(piece, self._people.called(piece)) for piece in pieces_of(text)]

    def place(self, pieces: list[str]) -> tuple[PlaceName | None, str | None]:
        """Return the venue known among the pieces of a place, and what the others say beside it."""
        whole = self._venues.called(" ".join(pieces))
        if whole:
            return whole, None
        venue, notes = None, []
        for piece in pieces:
            found = self._venues.called(piece) or (None if venue else self._venues.at_address(piece))
            its_address = venue is not None and fold(venue.address or "") == fold(piece)
            if (found and venue is None) or its_address:
                venue = venue or found
            else:
                notes.append(piece)
        return venue, ", ".join(notes) or None

    def _take(self, piece: str, title: list[str], places: list[str], people: list[ReadPerson]) -> None:
        """Sort a piece behind the first one: a known or likely place, a known person, else more of the title."""
        person = self._people.called(piece) if looks_like_name(piece) else None
        if self._venues.called(piece) or self._venues.at_address(piece):
            places.append(piece)
        elif person is not None or (split_names([piece])[0].title_before and looks_like_name(piece)):
            people.append(ReadPerson(piece, person))
        elif is_place(piece) or places:
            places.append(piece)
        elif people and people[-1].person is None and piece[:1].islower():
            people.append(ReadPerson(f"{people.pop().words}, {piece}"))
        else:
            title.append(piece)

    def _out_of_brackets(self, text: str) -> tuple[str, list[ReadPerson], list[str]]:
        people: list[ReadPerson] = []
        places: list[str] = []
        left = text
        for found in BRACKETS.finditer(text):
            inside = found[1].strip()
            if self._venues.called(inside) or is_place(inside):
                places.append(inside)
            elif self._are_people(inside):
                people += self.people(inside)
            else:
                continue
            left = left.replace(found[0], " ", 1)
        return re.sub(r"\s+([,;])", r"\1", re.sub(r"[ ]{2,}", " ", left)).strip(" ,;"), people, places

    def _are_people(self, text: str) -> bool:
        pieces = pieces_of(text)
        known = [self._people.called(piece) for piece in pieces]
        if any(known):
            return True
        return bool(pieces) and all(looks_like_name(piece) for piece in pieces) and not self._are_bodies(text)

    def _are_bodies(self, text: str) -> bool:
        return self._organisations.called(text) is not None


def is_place(piece: str) -> bool:
    """Whether a piece looks like an address or a room: "Sokolovská 14", "Praha 3", "room 135", "great hall"."""
    words = fold(piece).split()
    if not words or len(words) > 8 or holds(NOT_PLACES, words[0]):
        return False
    if any(holds(STREET_WORDS, word) for word in words) or holds(ROOM_WORDS, words[-1]) or holds(ROOM_WORDS, words[0]):
        return len(words) > 1 or holds(ROOM_WORDS, words[0])
    numbered = HOUSE_NUMBER.search(piece) and any(letter.isalpha() for letter in piece)
    return bool(numbered) and piece[:1].isupper() and not any(holds(NOT_PLACES, word) for word in words)


def looks_like_name(piece: str) -> bool:
    """Whether a piece reads as somebody's name: two to five words with capitals, titles and initials apart."""
    told = split_names([piece])[0]
    words = f"{told.given_name or ''} {told.family_name}".split()
    titled = bool(told.title_before)
    if not 2 - titled <= len(words) <= 5 or any(not NAME.fullmatch(word) for word in words):
        return False
    if any(holds(ROOM_WORDS, fold(word)) for word in words):
        return False
    return all(word[0].isupper() or word.lower() in PARTICLES for word in words)


def _split(text: str) -> list[str]:
    """Part a text at commas and the like, not inside figures ("1,5") nor inside brackets."""
    pieces: list[str] = []
    start = 0
    for found in SEPARATOR.finditer(text):
        depth = text[: found.start()].count("(") - text[: found.start()].count(")")
        between_figures = found[0] == "," and text[found.end() : found.end() + 1].isdigit()
        if depth <= 0 and not between_figures:
            pieces.append(text[start : found.start()])
            start = found.end()
    return [*pieces, text[start:]]


def _joined(text: str, pieces: list[str]) -> str:
    """Put the pieces of a title together with what stood between them."""
    title = pieces[0]
    for piece in pieces[1:]:
        before = text[: text.find(piece, len(title))]
        joint = re.search(r"\s*[,;|–—@-]\s*$", before)
        title += (joint[0] if joint else " ") + piece
    return title.strip(" ,;–—-")
