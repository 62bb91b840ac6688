"""What became of a promise: who was reminded of it, as its asker reads it."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0026"


def upgrade() -> None:
    op.add_column("ladders", sa.Column("told", sa.Text, nullable=False, server_default=""))
    op.add_column("ladders", sa.Column("told_at", sa.BigInteger, nullable=True))


def downgrade() -> None:
    op.drop_column("ladders", "told_at")
    op.drop_column("ladders", "told")
