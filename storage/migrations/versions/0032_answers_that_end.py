"""Released answers whose question has gone to another office since."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"


def upgrade() -> None:
    op.add_column("releases", sa.Column("moved_at", sa.BigInteger, nullable=True))
    moved = sa.text("moved_at IS NOT NULL")
    op.create_index(
        "releases_moved", "releases", ["moved_at", "id"], sqlite_where=moved, postgresql_where=moved
    )


def downgrade() -> None:
    op.drop_index("releases_moved", "releases")
    op.drop_column("releases", "moved_at")
