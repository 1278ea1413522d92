"""The first version of the file."""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    for statement in Path(__file__).with_name("0001.sql").read_text("utf-8").split(";\n"):
        if statement.strip():
            op.execute(statement)
