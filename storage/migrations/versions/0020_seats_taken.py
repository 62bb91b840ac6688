"""An index of seats that are taken is dropped: what it was for is counted from another.

It cost each seat that changes its state a third of what planning costs it: with four states in its
condition, SQLite builds the list of them anew each time.
"""

from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    op.drop_index("seats_taken", "seats")


def downgrade() -> None:
    op.create_index("seats_taken", "seats", ["session", "seat_group", "ward"])
