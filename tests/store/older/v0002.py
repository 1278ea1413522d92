"""From there to the present version: a table rebuilt to which others refer, and a new one."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    with op.batch_alter_table("persons", recreate="always") as persons:
        persons.alter_column("spoken", new_column_name="languages")
        persons.add_column(sa.Column("note", sa.Text), insert_after="paper_language")
    op.create_table(
        "import_mappings",
        sa.Column("project_id", sa.Integer, nullable=False),
        sa.Column("headings", sa.Text, nullable=False),
        sa.Column("columns", sa.Text, nullable=False),
        sa.Column("values", sa.Text, nullable=False),
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("uid", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_import_mappings"),
        sa.UniqueConstraint("project_id", "headings", name="uq_import_mappings_project_id_headings"),
        sa.ForeignKeyConstraint(
            ["project_id"], ["projects.id"], name="fk_import_mappings_project_id", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("uid", name="uq_import_mappings_uid"),
    )
    op.create_index("ix_import_mappings_project_id", "import_mappings", ["project_id"])
