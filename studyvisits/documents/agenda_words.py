"""What an agenda says, as words: the head of the page, its days, and a row for each session. Nothing is measured."""

from collections.abc import Iterable
from dataclasses import dataclass

from studyvisits.documents.activity_words import dates_of, kind_of, times_of, title_of, town_of
from studyvisits.documents.agenda_days import Day, agenda_days, joined, where_is
from studyvisits.documents.facts import Cell, Line
from studyvisits.documents.line_breaking import unbroken
from studyvisits.domain.kinds import ActivityKind, ActivityStatus, Presence, Role
from studyvisits.queries.activity_heads import ActivityHead, Place
from studyvisits.queries.agenda import Agenda, From
from studyvisits.texts import Texts, mark

DOCUMENT_NAMES = {
    ActivityKind.STUDY_VISIT: mark("Agenda of the study visit"),
    ActivityKind.TRAINING: mark("Agenda of the training"),
    ActivityKind.PREPARATORY_MEETING: mark("Agenda of the preparatory meeting"),
    ActivityKind.FOLLOW_UP_MEETING: mark("Agenda of the follow-up meeting"),
    ActivityKind.PROJECT_MEETING: mark("Agenda of the project meeting"),
    ActivityKind.SEMINAR: mark("Agenda of the seminar"),
    ActivityKind.MULTIPLIER_EVENT: mark("Agenda of the multiplier event"),
    ActivityKind.PEER_REVIEW: mark("Agenda of the peer review"),
}


@dataclass(frozen=True, slots=True)
class AgendaWords:
    project: str
    document: str
    title: str
    subtitle: str
    state: str
    cells: tuple[Cell, ...]
    purpose: str
    days: tuple[Day, ...]
    remark: str


def agenda_words(agenda: Agenda, texts: Texts) -> AgendaWords:
    head = agenda.head
    subtitle = [kind_of(head, texts), town_of(head, texts), unbroken(dates_of(head, texts))]
    days = agenda_days(agenda, texts)
    return AgendaWords(
        project=agenda.project.acronym or agenda.project.title,
        document=document_name(head, texts),
        title=title_of(head, texts),
        subtitle=" · ".join(part for part in subtitle if part),
        state=_state(head, texts),
        cells=tuple(cell for cell in _cells(agenda, texts) if cell.lines),
        purpose=head.purpose or "",
        days=days,
        remark=_remark(agenda, texts),
    )


def _remark(agenda: Agenda, texts: Texts) -> str:
    """What is known of a programme that is not settled yet: its parts, where some have no session on a day."""
    settled = {session.part_id for session in agenda.sessions}
    if any(part.id not in settled for part in agenda.parts):
        parts = " · ".join(part.title for part in agenda.parts)
        return texts.gettext("Parts of the programme: {parts}").format(parts=parts)
    if agenda.sessions or agenda.head.start is not None:
        return ""
    return texts.gettext("The programme will follow.")


def document_name(head: ActivityHead, texts: Texts) -> str:
    return texts.gettext(DOCUMENT_NAMES.get(ActivityKind(head.kind), mark("Agenda")))


def _state(head: ActivityHead, texts: Texts) -> str:
    if head.status != ActivityStatus.CANCELLED:
        return ""
    cancelled = texts.label(ActivityStatus.CANCELLED)
    return f"{cancelled}: {head.cancel_reason}" if head.cancel_reason else cancelled


def _cells(agenda: Agenda, texts: Texts) -> Iterable[Cell]:
    _ = texts.gettext
    head = agenda.head
    yield Cell(_("Time"), tuple(Line(text, True) for text in times_of(head, agenda.spots, texts).split(" · ") if text))
    yield Cell(texts.ngettext("Host", "Hosts", len(agenda.hosts)), tuple(_hosts(agenda)))
    yield Cell(_("Place"), _venue(head.venue, agenda, texts))
    yield Cell(_("On the spot"), tuple(_contacts(agenda)))
    yield Cell(_("Join at"), (Line(head.joining_link, True, head.joining_link),) if head.joining_link else ())
    visiting = [one for one in agenda.people if one.presence == Presence.VISITING]
    shown = visiting or agenda.people
    yield Cell(_("Visitors") if visiting else _("People"), tuple(Line(_number(one, texts), True) for one in shown))
    yield Cell(*_languages(agenda, texts))


def _hosts(agenda: Agenda) -> Iterable[Line]:
    for host in agenda.hosts:
        yield Line(host.name, True)
        where = joined(host.address, host.town)
        if where:
            yield Line(where)


def _contacts(agenda: Agenda) -> Iterable[Line]:
    for contact in agenda.contacts:
        yield Line(contact.name, True)
        if way := contact.phone or contact.email:
            yield Line(way)


def _venue(venue: Place | None, agenda: Agenda, texts: Texts) -> tuple[Line, ...]:
    """Where it takes place, unless that is the address of a host, which stands there already."""
    if venue is None or (venue.address and any(venue.address == host.address for host in agenda.hosts)):
        return ()
    where = where_is(venue, agenda.head, texts)
    return (Line(venue.name, True), *((Line(where),) if where else ()))


def _number(one: From, texts: Texts) -> str:
    """ "Katutyö Helsinki, 4", or what is planned as long as nobody is known: "Katutyö Helsinki, 4 places"."""
    _ = texts.gettext
    if not one.filled:
        number = texts.ngettext("{n} place", "{n} places", one.places).format(n=texts.number(one.places))
    elif 0 < one.named < one.filled:
        number = _("{count}, {named} named").format(count=texts.number(one.filled), named=texts.number(one.named))
    else:
        number = texts.number(one.filled)
    return f"{one.partner}, {number}" if one.partner else number


def _languages(agenda: Agenda, texts: Texts) -> tuple[str, tuple[Line, ...]]:
    codes = (agenda.head.working_languages or "").split()
    label = texts.ngettext("Language", "Languages", max(1, len(codes)))
    names = texts.list_of([texts.language_name(code) for code in codes])
    lines = [Line(names[:1].upper() + names[1:], True)] if codes else []
    lines += [Line(f"{texts.label(Role.INTERPRETER)}: {name}") for name in agenda.interpreters]
    return label, tuple(lines)
