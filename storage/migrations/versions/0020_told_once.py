"""How far officials were reminded of a cluster, and people told what became of a promise.

An index that nothing used is dropped. That of seats that are taken cost each seat that changes its
state a third of what planning costs it: with four states in its condition, SQLite builds the list
of them anew each time. What is taken is counted from another index.
"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"

Key = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.add_column("clusters", sa.Column("reached", sa.Text, nullable=False, server_default=""))
    _promises()
    op.drop_index("seats_taken", "seats")


def _promises() -> None:
    """How far people were told what became of one, and the other wards that it was made to."""
    op.add_column("commitments", sa.Column("telling", sa.Text, nullable=False, server_default=""))
    told_to = sa.Column("told_to", sa.BigInteger, nullable=False, server_default="0")
    op.add_column("commitments", told_to)
    told = sa.text("telling <> ''")
    op.create_index(
        "commitments_untold", "commitments", ["id"], sqlite_where=told, postgresql_where=told
    )
    op.create_table(
        "commitment_wards",
        sa.Column("ward", sa.Text, primary_key=True),
        sa.Column("commitment", Key, sa.ForeignKey("commitments.id"), primary_key=True),
    )


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead: officials would be reminded again")
