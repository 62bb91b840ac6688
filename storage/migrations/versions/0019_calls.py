"""Questions of people in danger, called out until somebody takes them."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"

Key = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.create_table(
        "calls",
        sa.Column("question", Key, sa.ForeignKey("questions.id"), primary_key=True),
        sa.Column("came_at", sa.BigInteger, nullable=False),
        sa.Column("next_at", sa.BigInteger),
    )
    op.create_index(
        "calls_next",
        "calls",
        ["next_at", "question"],
        sqlite_where=sa.text("next_at IS NOT NULL"),
        postgresql_where=sa.text("next_at IS NOT NULL"),
    )


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead: who waits for help would be lost")
