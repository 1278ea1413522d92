"""What the rows of one person would change, field by field. Empty cells erase nothing."""

from collections.abc import Mapping, Sequence, Set

from studyvisits.domain.folding import fold
from studyvisits.domain.kinds import ParticipationStatus, Presence
from studyvisits.domain.matching import name_key
from studyvisits.domain.people_fields import NEED_FIELDS, PARTICIPATION_FIELDS, PERSON_FIELDS
from studyvisits.domain.people_read import PeopleRow
from studyvisits.domain.person_names import full_name
from studyvisits.domain.presence import presence_of
from studyvisits.domain.roster import (
    FieldChange,
    KnownMember,
    KnownParticipation,
    KnownPerson,
    KnownRoster,
    NewOrganisation,
    PlannedPerson,
)

_NAMES = ("family_name", "given_name")
_PARTICIPATION_COLUMNS = tuple(field for field in PARTICIPATION_FIELDS if field != "roles")
_SHOWN_AS = {"organisation_id": "organisation", "partner_id": "partner", "profession_id": "profession"}

UNCLEAR_STATUS = ParticipationStatus.NOMINATED
"""Of a new participation where the sheet has a column for it and the cell says nothing: the least that can be said."""


class PersonComparison:
    """``planned`` for one person after another; the lists of what is known are indexed once."""

    def __init__(
        self, known: KnownRoster, new_organisations: Sequence[NewOrganisation], unclear_status: Set[int]
    ) -> None:
        """``unclear_status``: the rows whose cell for the status is empty or was not understood."""
        self.known = known
        self.unclear_status = unclear_status
        self.participations: dict[int, KnownParticipation] = {each.member_id: each for each in known.participations}
        self.organisations = {each.id: each.name for each in known.organisations}
        self.organisations |= {-1 - index: each.name for index, each in enumerate(new_organisations)}
        self.presences: dict[tuple[object, object], Presence | None] = {}
        """By partner and employer."""
        self.countries: dict[object, str | None] = {each.id: each.country for each in known.organisations}
        self.countries |= {-1 - index: each.country for index, each in enumerate(new_organisations)}
        self.partner_countries: dict[object, str | None] = {each.id: each.country for each in known.partners}
        self.partners = {each.id: each.short_name or each.name for each in known.partners}
        self.professions = {each.id: each.one for each in known.professions}
        self.names = {
            "organisation_id": self.organisations,
            "partner_id": self.partners,
            "profession_id": self.professions,
        }

    def planned(
        self, person: KnownPerson | None, rows: Sequence[PeopleRow], member_values: dict[str, object]
    ) -> PlannedPerson | None:
        """Return ``None`` where it cannot be told which of a person's members is meant."""
        values = rows[0].values if len(rows) == 1 else _merged(rows)
        name = full_name(str(values["family_name"]), _text(values.get("given_name")))
        one = PlannedPerson(rows=tuple(row.number for row in rows), name=name)
        if person is None:
            self._plan_new(one, values, member_values)
            return one
        member = self.member(person, member_values)
        if isinstance(member, str):
            return None
        changes: list[FieldChange] = []
        one.person_id = person.id
        self._plan_person(one, person, values, changes)
        self._plan_needs(one, person, values, changes)
        self._plan_member(one, member, member_values, changes)
        if self.known.activity_id is not None:
            self._plan_participation(one, values, self._presence(member, member_values), changes)
        one.changes = tuple(changes)
        return one

    def _plan_new(self, one: PlannedPerson, values: Mapping[str, object], member_values: dict[str, object]) -> None:
        one.person_values = {field: value for field in PERSON_FIELDS if (value := values.get(field)) is not None}
        one.needs = [(None, kind, str(values[kind])) for kind in NEED_FIELDS if values.get(kind) is not None]
        one.member_values = member_values
        if self.known.activity_id is not None:
            one.participation_values = self._new_participation(one, values, self._presence(None, member_values))
            roles = values.get("roles")
            one.new_roles = roles if isinstance(roles, tuple) else ()

    def member(self, person: KnownPerson, wanted: Mapping[str, object]) -> KnownMember | str | None:
        """Return the person's member meant, ``None`` for one to be made, ``"several"`` where it cannot be told."""
        here = [member for member in person.members if member.project_id == self.known.project_id]
        if len(here) <= 1:
            return here[0] if here else None
        employer, partner = wanted.get("organisation_id"), wanted.get("partner_id")
        if employer is not None:
            same = [member for member in here if member.organisation_id == employer]
            if not same:
                return None
            here = same
        if partner is not None and len(here) > 1:
            here = [member for member in here if member.partner_id == partner] or here
        if len(here) > 1:
            here = [member for member in here if member.id in self.participations] or here
        return here[0] if len(here) == 1 else "several"

    def _plan_person(
        self, one: PlannedPerson, person: KnownPerson, values: Mapping[str, object], changes: list[FieldChange]
    ) -> None:
        known = person.values
        for field in PERSON_FIELDS:
            after, before = values.get(field), known.get(field)
            if after is None or after == before or field in _NAMES or _same(field, before, after):
                continue
            one.person_values[field] = after
            changes.append(FieldChange(field, before, after))
        for field, after in _better_names(known, values).items():
            one.person_values[field] = after
            changes.append(FieldChange(field, known.get(field), after))

    def _plan_needs(
        self, one: PlannedPerson, person: KnownPerson, values: Mapping[str, object], changes: list[FieldChange]
    ) -> None:
        for kind in NEED_FIELDS:
            after = values.get(kind)
            known = person.needs.get(kind, ())
            if after is None or any(fold(text) == fold(str(after)) for _, text in known):
                continue
            only = known[0] if len(known) == 1 else None
            one.needs.append((only[0] if only else None, kind, str(after)))
            changes.append(FieldChange(kind, only[1] if only else None, after))

    def _plan_member(
        self,
        one: PlannedPerson,
        member: KnownMember | None,
        wanted: Mapping[str, object],
        changes: list[FieldChange],
    ) -> None:
        if member is None:
            one.member_values = dict(wanted)
            changes.append(FieldChange("project", None, one.name))
        else:
            one.member_id = member.id
        for field, after in wanted.items():
            before = getattr(member, field) if member else None
            if after == before:
                continue
            one.member_values[field] = after
            shown = [self._shown(field, value) for value in (before, after)]
            changes.append(FieldChange(_SHOWN_AS.get(field, field), *shown))

    def _shown(self, field: str, value: object) -> object:
        return self.names[field].get(value) if field in self.names and isinstance(value, int) else value

    def _presence(self, member: KnownMember | None, wanted: Mapping[str, object]) -> Presence | None:
        """By the partner's country, else the employer's."""
        partner = wanted.get("partner_id") or (member and member.partner_id)
        employer = wanted.get("organisation_id") or (member and member.organisation_id)
        told = partner, employer
        if told not in self.presences:
            country = self.partner_countries.get(partner) or self.countries.get(employer)
            self.presences[told] = presence_of(country, self.known.host_countries, self.known.mode)
        return self.presences[told]

    def _plan_participation(
        self, one: PlannedPerson, values: Mapping[str, object], presence: Presence | None, changes: list[FieldChange]
    ) -> None:
        known = self.participations.get(one.member_id or 0)
        roles = values.get("roles")
        wanted_roles: tuple[str, ...] = roles if isinstance(roles, tuple) else ()
        if known is None:
            one.participation_values = self._new_participation(one, values, presence)
            one.new_roles = wanted_roles
            changes.append(FieldChange("activity", None, one.name))
            return
        one.participation_id, one.participation_values = known.id, {}
        for field in _PARTICIPATION_COLUMNS:
            after, before = values.get(field), known.values.get(field)
            if after is not None and after != before:
                one.participation_values[field] = after
                changes.append(FieldChange(field, before, after))
        before_roles = tuple(role for _, role in known.roles)
        if wanted_roles and set(wanted_roles) != set(before_roles):
            one.new_roles = tuple(role for role in wanted_roles if role not in before_roles)
            one.gone_roles = tuple(id for id, role in known.roles if role not in wanted_roles)
            changes.append(FieldChange("roles", before_roles, wanted_roles))

    def _new_participation(
        self, one: PlannedPerson, values: Mapping[str, object], presence: Presence | None
    ) -> dict[str, object]:
        made = {field: value for field in _PARTICIPATION_COLUMNS if (value := values.get(field)) is not None}
        if "status" not in made and not self.unclear_status.isdisjoint(one.rows):
            made["status"] = UNCLEAR_STATUS
        if presence is not None and "presence" not in made:
            made["presence"] = presence
        return made


def _merged(rows: Sequence[PeopleRow]) -> dict[str, object]:
    """Several rows of one person: the first gives the name, of the rest what stands in a later row."""
    values = dict(rows[0].values)
    for row in rows[1:]:
        for field, value in row.values.items():
            if value is not None and (field not in _NAMES or values.get(field) is None):
                values[field] = value
    return values


def _same(field: str, before: object, after: object) -> bool:
    """Whether two spellings say the same, so that the one kept stays."""
    if before is None or not isinstance(before, str) or not isinstance(after, str):
        return False
    if field == "phone":
        return _dialled(before) == _dialled(after)
    if field == "email":
        return before.casefold() == after.casefold()
    if field == "languages":
        return set(before.split()) == set(after.split())
    if field == "other_name":
        return fold(before) == fold(after)
    return False


def _dialled(phone: str) -> str:
    digits = "".join(filter(str.isdigit, phone))
    return digits.removeprefix("00")


def _better_names(known: Mapping[str, object], values: Mapping[str, object]) -> dict[str, object]:
    """A name is rewritten only to gain its diacritics: "Novakova" becomes "Nováková", never the other way round."""
    better: dict[str, object] = {}
    for field in _NAMES:
        before, after = known.get(field), values.get(field)
        if (
            isinstance(before, str)
            and isinstance(after, str)
            and before.isascii()
            and not after.isascii()
            and name_key(before, None) == name_key(after, None)
        ):
            better[field] = after
    if (
        known.get("given_name") is None
        and values.get("given_name")
        and fold(str(values["family_name"])) == fold(str(known["family_name"]))
    ):
        better["given_name"] = values["given_name"]
    return better


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
