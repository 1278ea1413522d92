"""Every document there is: its name on the command line, its title, its file's suffix, and what it is made of."""

from dataclasses import dataclass

from studyvisits.domain.refusal import Refused
from studyvisits.texts import mark


@dataclass(frozen=True, slots=True)
class Document:
    """``title`` is to be translated; ``of_project`` and ``of_activity`` say for what it can be written."""

    name: str
    title: str
    suffix: str
    of_project: bool
    of_activity: bool


DOCUMENTS = (
    Document("participants", mark("List of participants"), ".xlsx", of_project=True, of_activity=True),
    Document("agenda", mark("Agenda"), ".pdf", of_project=False, of_activity=True),
    Document("calendar", mark("Calendar file"), ".ics", of_project=True, of_activity=True),
)
ALL = "all"


def documents_named(names: tuple[str, ...]) -> tuple[Document, ...]:
    """Return the documents in their own order; "all", or no name, means every one.

    Raises Refused ``unknown_document``.
    """
    known = {document.name for document in DOCUMENTS}
    for name in names:
        if name not in known and name != ALL:
            raise Refused("unknown_document", document=name, known=", ".join(document.name for document in DOCUMENTS))
    return tuple(document for document in DOCUMENTS if not names or ALL in names or document.name in names)
