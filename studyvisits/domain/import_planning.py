"""From an understood sheet and what is known to what an import would do. Pure: nothing is read or written here."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from studyvisits.domain.assigning import assign
from studyvisits.domain.collecting import no_collecting
from studyvisits.domain.folding import fold
from studyvisits.domain.matching import Sought, name_key
from studyvisits.domain.people_read import Answers, PeopleRead, PeopleRow, Unknown, WhyEmpty
from studyvisits.domain.person_changes import PersonComparison
from studyvisits.domain.person_names import full_name
from studyvisits.domain.place_words import partner_meant, profession_meant
from studyvisits.domain.refusal import Refused
from studyvisits.domain.roster import (
    AmbiguousRow,
    Candidate,
    ImportPlan,
    KnownPerson,
    KnownRoster,
    NewOrganisation,
    PlannedPerson,
)


class _Row(NamedTuple):
    row: PeopleRow
    sought: Sought
    profession_id: int | None


def plan_import(read: PeopleRead, known: KnownRoster) -> ImportPlan:
    """Raises ``Refused`` when a partner or profession given for all rows is not one of the project."""
    with no_collecting():
        return _Planning(read, known).plan()


class _Planning:
    def __init__(self, read: PeopleRead, known: KnownRoster) -> None:
        self.read = read
        self.known = known
        self.unknown: dict[tuple[str, str, WhyEmpty], list[int]] = {}
        self.organisation_ids: dict[str, int] = {}
        for organisation in known.organisations:
            for name in (organisation.short_name, organisation.name):
                if name:
                    self.organisation_ids[_organisation_key(name)] = organisation.id
        self.organisation_countries = {each.id: each.country for each in known.organisations}
        self.new_organisations: list[NewOrganisation] = []
        self.partners_there = countries = Counter(partner.country for partner in known.partners)
        self.partner_in: defaultdict[str, int | None] = defaultdict(lambda: None)
        """The partner in a country where there is exactly one."""
        for partner in known.partners:
            if partner.country and countries[partner.country] == 1:
                self.partner_in[partner.country] = partner.id
        self.partners = {partner.id: partner for partner in known.partners}
        self.partner_employing: dict[object, int] = {each.organisation_id: each.id for each in known.partners}

    def plan(self) -> ImportPlan:
        rows = self._rows()
        unclear = {row.number for row in self.read.rows if "status" in row.values and row.values["status"] is None}
        compare = PersonComparison(self.known, self.new_organisations, unclear)
        groups, ambiguous = self._groups(rows, compare)
        planned: dict[str, list[PlannedPerson]] = {"new": [], "changed": [], "unchanged": []}
        for person, group in groups:
            one = compare.planned(person, [each.row for each in group], self._member_values(person, group))
            if one is None and person is not None:
                ambiguous.extend(self._ambiguous(each, [person]) for each in group)
                continue
            assert one is not None
            kind = "new" if person is None else "changed" if one.changes else "unchanged"
            planned[kind].append(one)
        return ImportPlan(
            project_id=self.known.project_id,
            activity_id=self.known.activity_id,
            sheet=self.read.sheet,
            headings=self.read.headings,
            columns=self.read.columns,
            ignored=self.read.ignored,
            new=planned["new"],
            changed=planned["changed"],
            unchanged=planned["unchanged"],
            ambiguous=sorted(ambiguous, key=lambda each: each.row),
            unknown=[*self.read.unknown, *self._unknown()],
            refused=self.read.refused,
            skipped=self.read.skipped,
            other_sheets=self.read.other_sheets,
            organisations=self.new_organisations,
            names=compare.names,
            remember=self._remember(),
            hidden_rows=self.read.hidden_rows,
            hidden_columns=self.read.hidden_columns,
        )

    def _rows(self) -> list[_Row]:
        partners = self._meant("partner")
        professions = self._meant("profession")
        rows = []
        for row in self.read.rows:
            values = row.values
            partner = values.get("partner")
            partner_id = partners.get(partner) if partner else None
            country = values.get("country")
            if country and partner_id is None:
                partner_id = self.partner_in[str(country)]
            organisation = values.get("organisation")
            organisation_id = self._organisation(row) if organisation else None
            if country:
                makes = organisation_id is not None and organisation_id < 0
                self._check_country(row, str(country), partner_id, organisation_id, makes)
            email = values.get("email")
            key = name_key(str(values["family_name"]), row.text("given_name"))
            sought = Sought(key, str(email).casefold() if email else None, organisation_id, partner_id)
            profession = values.get("profession")
            rows.append(_Row(row, sought, professions.get(profession) if profession else None))
        return rows

    def _meant(self, field: str) -> dict[object, int | None]:
        """The partner or profession meant by each word of the sheet; words not understood are noted with their rows."""
        words: dict[str, list[int]] = {}
        for row in self.read.rows:
            word = row.values.get(field)
            if word:
                words.setdefault(str(word), []).append(row.number)
        meant: dict[object, int | None] = {}
        for word, rows in words.items():
            meant[word] = self._one_meant(field, word)
            if meant[word] is not None:
                continue
            if field in self.read.given:
                raise Refused("import_set_not_understood", field=field, value=word)
            self.unknown.setdefault((field, word, WhyEmpty.NOT_UNDERSTOOD), []).extend(rows)
        return meant

    def _one_meant(self, field: str, word: str) -> int | None:
        if field == "partner":
            return partner_meant(word, self.known.partners, self.read.partner_countries)
        return profession_meant(word, self.known.professions)

    def _organisation(self, row: PeopleRow) -> int:
        name = row.text("organisation") or ""
        key = _organisation_key(name)
        found = self.organisation_ids.get(key)
        if found is None:
            self.new_organisations.append(
                NewOrganisation(
                    name=" ".join(name.split()),
                    sector=row.text("sector"),
                    address=row.text("organisation_address"),
                    town=row.text("town"),
                    country=row.text("country"),
                )
            )
            found = self.organisation_ids[key] = -len(self.new_organisations)
        return found

    def _check_country(
        self, row: PeopleRow, country: str, partner_id: int | None, organisation_id: int | None, makes: bool
    ) -> None:
        """A country that found neither partner nor place in an organisation is listed as unknown."""
        partner = self.partners.get(partner_id) if partner_id is not None else None
        if makes or (partner and partner.country == country):
            return
        if organisation_id is not None and self.organisation_countries.get(organisation_id) == country:
            return
        word = self.read.country_words.get(country, country)
        there = self.partners_there[country]
        why = WhyEmpty.SEVERAL_PARTNERS_THERE if there else WhyEmpty.NO_PARTNER_THERE
        why = why if partner is None else WhyEmpty.PARTNER_ELSEWHERE
        self.unknown.setdefault(("country", word, why), []).append(row.number)

    def _unknown(self) -> list[Unknown]:
        return [Unknown(field, value, tuple(rows), why) for (field, value, why), rows in self.unknown.items()]

    def _groups(
        self, rows: Sequence[_Row], compare: PersonComparison
    ) -> tuple[list[tuple[KnownPerson | None, list[_Row]]], list[AmbiguousRow]]:
        """Rows of one person together, in the order of the sheet; those that are ambiguous apart."""
        persons = {person.id: person for person in self.known.persons}
        sought = [each.sought for each in rows]
        assigned = assign(sought, self.known.persons, self.known.project_id, compare.member)
        groups: dict[int, list[_Row]] = {}
        ambiguous = []
        for index, (row, person) in enumerate(zip(rows, assigned.people, strict=True)):
            if person is None:
                ambiguous.append(self._ambiguous(row, [persons[each] for each in assigned.candidates[index]]))
            else:
                groups.setdefault(person, []).append(row)
        return [(persons.get(person), group) for person, group in groups.items()], ambiguous

    def _member_values(self, person: KnownPerson | None, group: Sequence[_Row]) -> dict[str, object]:
        """Later rows win; an empty cell says nothing. Whom a partner employs is sent by it, unless anything says
        otherwise."""
        values: dict[str, object] = {}
        for each in group:
            told = {
                "organisation_id": each.sought.organisation_id,
                "partner_id": each.sought.partner_id,
                "profession_id": each.profession_id,
                "job_title": each.row.values.get("job_title"),
            }
            values |= {name: value for name, value in told.items() if value is not None}
        if "partner_id" not in values:
            sender = self.partner_employing.get(values.get("organisation_id"))
            if sender is not None and self._may_send(person, group):
                values["partner_id"] = sender
        return values

    def _may_send(self, person: KnownPerson | None, group: Sequence[_Row]) -> bool:
        """Whether nothing that is told or known says who sends somebody."""
        told = any(each.row.values.get("partner") or each.row.values.get("country") for each in group)
        members = person.members if person else ()
        known = any(member.partner_id for member in members if member.project_id == self.known.project_id)
        return not told and not known

    def _ambiguous(self, row: _Row, persons: Iterable[KnownPerson]) -> AmbiguousRow:
        values = row.row.values
        name = full_name(str(values["family_name"]), row.row.text("given_name"))
        return AmbiguousRow(row.row.number, name, tuple(map(self._candidate, persons)))

    def _candidate(self, person: KnownPerson) -> Candidate:
        values = person.values
        names = {organisation.id: organisation.name for organisation in self.known.organisations}
        member = next((each for each in person.members if each.project_id == self.known.project_id), None)
        member = member or next(iter(person.members), None)
        partner = self.partners.get(member.partner_id or 0) if member else None
        given, email = values.get("given_name"), values.get("email")
        return Candidate(
            person_id=person.id,
            name=full_name(str(values["family_name"]), str(given) if given else None),
            employer=names.get(member.organisation_id or 0) if member else None,
            partner=(partner.short_name or partner.name) if partner else None,
            email=str(email) if email else None,
        )

    def _remember(self) -> Answers | None:
        answers = self.read.answers
        earlier = self.known.remembered.get(self.read.headings)
        now = Answers(answers.columns, answers.values)
        if not (now.columns or now.values) or now == earlier:
            return None
        return now


def _organisation_key(name: str) -> str:
    return fold(name) or name
