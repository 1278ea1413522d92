"""Partners by profession against their places: the numbers of a participant list's summary."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from studyvisits.domain.kinds import EXPECTED
from studyvisits.domain.quotas import PartnerFilling, fills_place, stands_with
from studyvisits.queries.participants import ActivityList, fillings_of

Key = tuple[int | None, str | None]
"""Partner and presence."""


@dataclass(frozen=True, slots=True)
class Line:
    """One partner's people of one presence in an activity.

    ``people`` are those who fill places, named or counted, by profession (None: of an unknown one); ``places`` those of
    each profession (None: for any); ``others`` the number of those who are there but fill no place: speakers,
    interpreters, organisers.
    """

    one: ActivityList
    filling: PartnerFilling
    people: Counter[int | None]
    places: Counter[int | None]
    others: int


def lines_of(one: ActivityList) -> list[Line]:
    """At least one, so that an activity with nobody is not forgotten."""
    fillings = fillings_of(one)
    expected = [person for person in one.people if person.status in EXPECTED]
    with_quota = {row.partner for row in one.quotas}
    hosts = [partner for partner in one.hosting if partner in with_quota]
    people: dict[Key, Counter[int | None]] = defaultdict(Counter)
    counted: dict[Key, Counter[int | None]] = defaultdict(Counter)
    others: Counter[Key] = Counter()
    for person in expected:
        key = stands_with(person.partner_id, person.presence, hosts)
        if fills_place(person.status, person.roles):
            people[key][person.profession_id] += 1
        else:
            others[key] += 1
    for each in one.counted:
        counted[stands_with(each.partner_id, each.presence, hosts)][each.profession_id] += each.number
    lines = [_line(one, filling, people, counted, others) for filling in fillings]
    known = {(filling.partner, filling.presence) for filling in fillings}
    lines += [_line(one, _nobody(key), people, counted, others) for key in others if key not in known]
    return lines or [_line(one, _nobody((None, None)), people, counted, others)]


def _line(
    one: ActivityList,
    filling: PartnerFilling,
    people: dict[Key, Counter[int | None]],
    counted: dict[Key, Counter[int | None]],
    others: Counter[Key],
) -> Line:
    """Whoever is told as a number without a profession is not "profession unknown": only the total knows of them."""
    key = (filling.partner, filling.presence)
    told = {profession: number for profession, number in counted[key].items() if profession is not None}
    places: Counter[int | None] = Counter({row.profession: row.places for row in filling.lines})
    people[key] |= Counter(told)
    return Line(one, filling, people[key], places, others[key])


def _nobody(key: Key) -> PartnerFilling:
    """Of a partner that sends nobody but people who fill no place, or of an activity with nobody at all."""
    return PartnerFilling(*key, lines=(), places=0, named=0, counted=0, filled=0, has_quota=False)
