"""What each turn has cost is kept apart from the stories: numbers alone, which outlive a deleted story."""

import sqlalchemy as sa
from alembic import op

revision = "spent"
down_revision = "opinions"


def upgrade() -> None:
    """Nothing is known of what earlier turns have cost."""
    op.create_table(
        "spent",
        sa.Column("turn_id", sa.String(32), primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("prompt", sa.Integer(), nullable=False),
        sa.Column("completion", sa.Integer(), nullable=False),
        sa.Column("estimated", sa.Boolean(), nullable=False),
    )
    op.create_index("ix_spent_at", "spent", ["at"])
