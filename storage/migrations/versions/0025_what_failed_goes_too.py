"""What failed is forgotten as what was done is; of the holding pen, the chat that it came from."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0023"


def upgrade() -> None:
    # What could not be read was settled when it came, and did not say so.
    op.execute("UPDATE inbox SET done_at = received_at WHERE state = 'failed' AND done_at IS NULL")
    _anew("inbox_done", "inbox", ["done_at"], "state IN ('done','failed')")
    _anew("holding_address", "holding", ["address"], "address <> ''")
    _over("holding_settled", "holding", ["settled_at"], "settled_at IS NOT NULL AND address <> ''")


def downgrade() -> None:
    op.drop_index("holding_settled", "holding")
    _anew("holding_address", "holding", ["address"], "settled_at IS NULL")
    _anew("inbox_done", "inbox", ["done_at"], "state = 'done'")


def _anew(name: str, table: str, columns: list[str], condition: str) -> None:
    op.drop_index(name, table)
    _over(name, table, columns, condition)


def _over(name: str, table: str, columns: list[str], condition: str) -> None:
    """An index over only the rows that are looked for."""
    where = sa.text(condition)
    op.create_index(name, table, columns, sqlite_where=where, postgresql_where=where)
