"""Members with what stands behind them: the person, the partner that sends them, the organisation that employs them."""

from typing import Any

from sqlalchemy import Select, func
from sqlalchemy.orm import aliased

from studyvisits.store.tables import Member, Organisation, Participation, Partner, Person

sender = aliased(Organisation, name="sender")
"""The partner's organisation."""
employer = aliased(Organisation, name="employer")
"""The member's organisation, else the partner's."""

COUNTRY = func.coalesce(Partner.country, sender.country, employer.country)
"""Where somebody comes from: the partner's country, else that of the organisation."""


def with_member(wanted: Select[*tuple[Any, ...]], *, outer: bool = False) -> Select[*tuple[Any, ...]]:
    """Join what stands behind a participation; ``outer``: there may be none."""
    return (
        wanted.join(Member, Member.id == Participation.member_id, isouter=outer)
        .join(Person, Person.id == Member.person_id, isouter=outer)
        .outerjoin(Partner, Partner.id == Member.partner_id)
        .outerjoin(sender, sender.id == Partner.organisation_id)
        .outerjoin(employer, employer.id == func.coalesce(Member.organisation_id, Partner.organisation_id))
    )
