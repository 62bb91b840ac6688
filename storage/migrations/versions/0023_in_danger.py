"""People in danger whom nobody has taken up are counted without looking at those of long ago."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"

_WAITS = sa.text("sensitive = 'crisis' AND status = 'waiting'")


def upgrade() -> None:
    op.create_index(
        "questions_in_danger",
        "questions",
        ["id"],
        sqlite_where=_WAITS,
        postgresql_where=_WAITS,
    )


def downgrade() -> None:
    op.drop_index("questions_in_danger", "questions")
