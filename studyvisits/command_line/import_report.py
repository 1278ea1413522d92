"""What an import did, or would do, told to people and to programs."""

from collections.abc import Sequence

from studyvisits.command_line.console import Console
from studyvisits.domain.people_read import WhyEmpty
from studyvisits.domain.refusal import Refused
from studyvisits.domain.roster import AmbiguousRow, Candidate, FieldChange, ImportPlan, PlannedPerson
from studyvisits.wording import refusal_text


def report(plan: ImportPlan, console: Console, *, trial: bool, done: bool) -> None:
    """``done``: the plan was carried out; a ``trial`` never is."""
    reasons = [
        refusal_text(Refused(each.reason, row=each.row, column=each.column, value=each.value), console.texts)
        for each in plan.refused
    ]
    if console.json:
        console.result(_document(plan, reasons))
        return
    _say_columns(plan, console)
    _say_people(plan, console)
    for reason in reasons:
        console.remark(reason)
    _say_sums(plan, console, trial=trial, done=done)


def _document(plan: ImportPlan, reasons: Sequence[str]) -> dict[str, object]:
    return {
        "new": len(plan.new),
        "changed": len(plan.changed),
        "unchanged": len(plan.unchanged),
        "columns": plan.columns,
        "ignored": list(plan.ignored),
        "hidden_rows": list(plan.hidden_rows),
        "hidden_columns": list(plan.hidden_columns),
        "ambiguous": [
            {
                "row": each.row,
                "name": each.name,
                "candidates": [
                    {
                        "id": one.person_id,
                        "name": one.name,
                        "employer": one.employer,
                        "partner": one.partner,
                        "email": one.email,
                    }
                    for one in each.candidates
                ],
            }
            for each in plan.ambiguous
        ],
        "unknown": [
            {"field": each.field, "value": each.value, "rows": list(each.rows), "reason": each.why}
            for each in plan.unknown
        ],
        "refused": [
            {"row": each.row, "column": each.column, "value": each.value, "reason": reason}
            for each, reason in zip(plan.refused, reasons, strict=True)
        ],
    }


def _say_columns(plan: ImportPlan, console: Console) -> None:
    _ = console.texts.gettext
    if plan.sheet:
        console.say(_("Sheet “{sheet}”:").format(sheet=plan.sheet))
    for heading, field in plan.columns.items():
        console.say(f"  {heading} → {field}")
    if plan.ignored:
        console.say(_("Not used: {headings}").format(headings=", ".join(plan.ignored)))
    _say_hidden(plan, console)
    if plan.skipped:
        told = console.texts.ngettext(
            "Passed over, as it holds no person: row {rows}",
            "Passed over, as they hold no person: rows {rows}",
            len(plan.skipped),
        )
        console.say(told.format(rows=_numbers(plan.skipped)))
    if plan.other_sheets:
        told = _("There are lists of people in other sheets too; choose one with --sheet: {sheets}")
        console.say(told.format(sheets=", ".join(plan.other_sheets)))


def _say_hidden(plan: ImportPlan, console: Console) -> None:
    """Who sends a sheet may have forgotten what it hides, not seldom what is private."""
    if plan.hidden_rows:
        told = console.texts.ngettext(
            "Hidden in the sheet, read all the same: row {rows}",
            "Hidden in the sheet, read all the same: rows {rows}",
            len(plan.hidden_rows),
        )
        console.say(told.format(rows=_stretches(plan.hidden_rows)))
    if plan.hidden_columns:
        told = console.texts.ngettext(
            "Hidden in the sheet, read all the same: column {columns}",
            "Hidden in the sheet, read all the same: columns {columns}",
            len(plan.hidden_columns),
        )
        console.say(told.format(columns=", ".join(plan.hidden_columns)))


def _say_people(plan: ImportPlan, console: Console) -> None:
    _ = console.texts.gettext
    for person in plan.new:
        told = _understood(person, plan)
        console.say(_("new: {name}").format(name=f"{person.name} ({told})" if told else person.name))
    for person in plan.changed:
        what = "; ".join(map(_changed, person.changes))
        console.say(_("changed: {name} ({what})").format(name=person.name, what=what))
    for row in plan.ambiguous:
        console.say(_left_out(row, console))
    for unknown in plan.unknown:
        told = _left_empty(unknown.why, len(unknown.rows), console)
        console.say(told.format(field=unknown.field, value=unknown.value, rows=_numbers(unknown.rows)))


def _left_empty(why: WhyEmpty, n: int, console: Console) -> str:
    ngettext = console.texts.ngettext
    if why is WhyEmpty.NO_PARTNER_THERE:
        return ngettext(
            "left empty: {field} “{value}” (row {rows}); no partner is there, so name one in a column or by "
            "--set partner",
            "left empty: {field} “{value}” (rows {rows}); no partner is there, so name one in a column or by "
            "--set partner",
            n,
        )
    if why is WhyEmpty.SEVERAL_PARTNERS_THERE:
        return ngettext(
            "left empty: {field} “{value}” (row {rows}); several partners are there, so name one in a column or by "
            "--set partner",
            "left empty: {field} “{value}” (rows {rows}); several partners are there, so name one in a column or by "
            "--set partner",
            n,
        )
    if why is WhyEmpty.PARTNER_ELSEWHERE:
        return ngettext(
            "left empty: {field} “{value}” (row {rows}); the partner is in another country",
            "left empty: {field} “{value}” (rows {rows}); the partner is in another country",
            n,
        )
    return ngettext(
        "not understood and left empty: {field} “{value}” (row {rows}); a mapping can say what it means",
        "not understood and left empty: {field} “{value}” (rows {rows}); a mapping can say what it means",
        n,
    )


def _understood(person: PlannedPerson, plan: ImportPlan) -> str:
    """Where somebody new belongs, and which of more than two words are the family name: what may be guessed wrong."""
    told: dict[str, object] = {}
    if len(person.name.split()) > 2:
        told["family_name"] = person.person_values.get("family_name")
    for field, names in plan.names.items():
        value = person.member_values.get(field)
        told[field.removesuffix("_id")] = names.get(value) if isinstance(value, int) else None
    told |= {field: (person.participation_values or {}).get(field) for field in ("presence", "status")}
    return "; ".join(f"{field}: {value}" for field, value in told.items() if value)


def _changed(one: FieldChange) -> str:
    """Of somebody known who comes into the project or the activity there is no value to show."""
    if one.field in ("project", "activity"):
        return f"+ {one.field}"
    return f"{one.field}: {_value(one.before)} → {_value(one.after)}"


def _left_out(row: AmbiguousRow, console: Console) -> str:
    _ = console.texts.gettext
    names = ", ".join(_described(one) for one in row.candidates)
    if not names:
        return _("row {row} left out: {name} stands in several rows that differ").format(row=row.row, name=row.name)
    return _("row {row} left out: {name} may be {names}").format(row=row.row, name=row.name, names=names)


def _described(candidate: Candidate) -> str:
    """Candidates share a name; employer, partner and address tell them apart."""
    told = ", ".join(filter(None, (candidate.employer, candidate.partner, candidate.email)))
    return f"{candidate.name} ({told})" if told else candidate.name


def _numbers(rows: Sequence[int]) -> str:
    return ", ".join(map(str, rows))


def _stretches(rows: Sequence[int]) -> str:
    """ "5, 8–120": a filter hides hundreds of rows at once."""
    stretches: list[list[int]] = []
    for row in rows:
        if stretches and row == stretches[-1][-1] + 1:
            stretches[-1][1:] = [row]
        else:
            stretches.append([row])
    return ", ".join("–".join(map(str, stretch)) for stretch in stretches)


def _say_sums(plan: ImportPlan, console: Console, *, trial: bool, done: bool) -> None:
    _, n = console.texts.gettext, len(plan.refused)
    console.say(
        _("{new} new, {changed} changed, {same} unchanged, {refused} refused.").format(
            new=len(plan.new), changed=len(plan.changed), same=len(plan.unchanged), refused=n
        )
    )
    if trial:
        console.say(_("Nothing was imported; this was a trial."))
    elif not done:
        told = console.texts.ngettext(
            "Nothing was imported, because {n} row was refused. Mend it, or import the others with --partial.",
            "Nothing was imported, because {n} rows were refused. Mend them, or import the others with --partial.",
            n,
        )
        console.remark(told.format(n=n))


def _value(value: object) -> str:
    return "–" if value is None or value == () else str(value)
