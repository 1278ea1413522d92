"""A version that never was: languages were "spoken", persons had no note, and no mapping was remembered."""

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Nobody has a file older than this one."""
