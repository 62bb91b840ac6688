"""The inbox holds what was read; what could not be, as it came, only ever stood in the pen."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"


def upgrade() -> None:
    op.drop_column("inbox", "raw")


def downgrade() -> None:
    op.add_column("inbox", sa.Column("raw", sa.LargeBinary, nullable=True))
