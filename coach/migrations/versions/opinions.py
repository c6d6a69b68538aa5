"""Answers know what the user thought of them; choices that hold for all stories have a table."""

import sqlalchemy as sa
from alembic import op

revision = "opinions"
down_revision = "notes"


def upgrade() -> None:
    """Nobody has said anything yet of what was answered before."""
    op.add_column("turns", sa.Column("good", sa.Boolean(), nullable=True))
    op.add_column("turns", sa.Column("reason", sa.Text(), nullable=False, server_default=""))
    op.create_table(
        "choices",
        sa.Column("name", sa.String(32), primary_key=True),
        sa.Column("value", sa.Text(), nullable=False),
    )
