"""What a column of a people sheet may mean: the field names of mappings, of ``--set`` and of ``columns`` in answers."""

PERSON_FIELDS = (
    "family_name",
    "given_name",
    "title_before",
    "title_after",
    "other_name",
    "email",
    "phone",
    "nationality",
    "gender",
    "birth_date",
    "languages",
    "paper_language",
    "note",
)
"""Columns of ``persons``."""
NEED_FIELDS = ("diet", "allergy", "access", "health")
"""Kinds of ``needs``."""
ORGANISATION_FIELDS = ("sector", "town", "country", "organisation_address")
"""Of an organisation that the import makes; one that is known keeps its own. ``country`` finds the partner first."""
MEMBER_FIELDS = ("organisation", "partner", "profession", "job_title")
PARTICIPATION_FIELDS = (
    "presence",
    "status",
    "roles",
    "arrival_day",
    "arrival_time",
    "departure_day",
    "departure_time",
    "reserve_order",
    "activity_note",
)
"""Understood only where an activity is chosen."""
NAME_PARTS = ("name", "middle_name")
"""Split or joined on reading: the whole name in one column; the father's name that stands between in Bulgaria, which
becomes part of the given name."""
FIELDS = frozenset(
    (*PERSON_FIELDS, *NEED_FIELDS, *ORGANISATION_FIELDS, *MEMBER_FIELDS, *PARTICIPATION_FIELDS, *NAME_PARTS)
)
