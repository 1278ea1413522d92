"""What a paper cannot show, told to the person who writes it."""

from collections.abc import Collection

from studyvisits.documents.activity_words import title_of
from studyvisits.domain.kinds import Severity
from studyvisits.domain.problem import Problem, Where
from studyvisits.queries.activity_heads import ActivityHead
from studyvisits.texts import Texts

MOST_SHOWN = 20


def letters_warning(missing: Collection[str], head: ActivityHead, texts: Texts) -> tuple[Problem, ...]:
    """``letters_not_on_paper``, once for an activity; nothing where every letter has its font."""
    if not missing:
        return ()
    letters = sorted(missing)
    shown = " ".join(letters[:MOST_SHOWN]) + (" …" if len(letters) > MOST_SHOWN else "")
    where = Where("activities", head.id, title_of(head, texts))
    return (Problem("letters_not_on_paper", Severity.WARN, where, {"activity": where.title, "letters": shown}),)
