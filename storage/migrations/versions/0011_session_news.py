"""What people were told of each session, and which papers its panel was sent."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

Key = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.create_table(
        "session_news",
        sa.Column("session", Key, primary_key=True, autoincrement=False),
        sa.Column("told", sa.Text, nullable=False),
        sa.Column("followed", sa.Text, nullable=False),
        sa.Column("asked", sa.Text, nullable=False, server_default=""),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("changed_at", sa.BigInteger, nullable=True),
        sa.Column("by_hand", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("told_at", sa.BigInteger, nullable=True),
        sa.Column("told_by", Key, nullable=True),
    )
    op.create_table(
        "panel_papers",
        sa.Column("session", Key, primary_key=True, autoincrement=False),
        sa.Column("queue", sa.Text, primary_key=True),
        sa.Column("round", sa.Text, primary_key=True),
        sa.Column("day", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("put_at", sa.BigInteger, nullable=False),
    )


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead: people would be told again")
