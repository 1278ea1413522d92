"""Who pays for a project, as every document says it."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from studyvisits.store.tables import FundingProfile, Statement


@dataclass(frozen=True, slots=True)
class OwnStatement:
    """What the profile says in a language, instead of the ready text."""

    language: str
    statement: str | None
    disclaimer: str | None


@dataclass(frozen=True, slots=True)
class Funding:
    programme: str | None
    granting_authority: str | None
    grant_number: str | None
    kind: str | None
    statements: tuple[OwnStatement, ...]


def funding(db: Db, *, project: int) -> Funding | None:
    """None where nobody is said to fund the project."""
    row = db.execute(
        select(
            FundingProfile.id,
            FundingProfile.programme,
            FundingProfile.granting_authority,
            FundingProfile.grant_number,
            FundingProfile.kind,
        ).where(FundingProfile.project_id == project)
    ).one_or_none()
    if row is None:
        return None
    statements = db.execute(
        select(Statement.language, Statement.statement, Statement.disclaimer)
        .where(Statement.funding_profile_id == row.id)
        .order_by(Statement.language)
    ).all()
    return Funding(
        row.programme,
        row.granting_authority,
        row.grant_number,
        row.kind,
        tuple(OwnStatement(*statement) for statement in statements),
    )
