"""What cannot be stored or read, as data. ``studyvisits.wording`` turns it into a sentence."""

from collections.abc import Mapping


class Refused(Exception):
    """The input cannot be taken; nothing was changed.

    ``code`` names the reason and has a sentence in ``studyvisits.wording`` in every language; ``facts`` fill its slots
    (file, sheet, row, column, value, field, table, path …) and are plain text or numbers.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts: Mapping[str, object] = facts
