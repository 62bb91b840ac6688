"""A walk-in's seat is told apart from whoever lost it, so that it can be given back."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

Key = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.add_column("seats", sa.Column("took", Key, nullable=True))


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead: what people are promised would be lost")
