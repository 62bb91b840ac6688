"""What has been put onto a list of visits is found without looking at what else waits."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    listed = sa.text("state = 'listed' AND settled_at IS NULL")
    op.create_index(
        "reach_listed",
        "reach",
        ["household", "id"],
        sqlite_where=listed,
        postgresql_where=listed,
    )


def downgrade() -> None:
    op.drop_index("reach_listed", "reach")
