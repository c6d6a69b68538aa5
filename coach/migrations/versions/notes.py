"""Events know their order within a day, the turn they were read from, and whether the user agreed."""

import sqlalchemy as sa
from alembic import op

revision = "notes"
down_revision = "first"


def upgrade() -> None:
    """What was written down before was written down by the user: agreed, and from no turn."""
    op.add_column("events", sa.Column("number", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("events", sa.Column("turn_id", sa.String(32), nullable=False, server_default=""))
    op.add_column("events", sa.Column("agreed", sa.Boolean(), nullable=False, server_default=sa.true()))
