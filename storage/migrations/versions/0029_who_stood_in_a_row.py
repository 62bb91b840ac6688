"""A row of a sheet keeps for whom it was: its question, and those that shared its answer then."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"


def upgrade() -> None:
    op.add_column(
        "dispatch_questions",
        sa.Column("leads", sa.BigInteger, nullable=False, server_default="1"),
    )


def downgrade() -> None:
    op.execute("DELETE FROM dispatch_questions WHERE leads = 0")
    op.drop_column("dispatch_questions", "leads")
