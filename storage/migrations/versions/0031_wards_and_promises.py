"""Open questions by their ward, the newest of a queue, and open promises by their day."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"


def upgrade() -> None:
    _index("questions_of_ward", "questions", ["ward", "id"], _OPEN)
    _index("questions_beside", "questions", ["queue", "id"], _BESIDE)
    _index("commitments_open", "commitments", ["due_at", "id"], "stand = 'open'")


_OPEN = "status IN ('waiting', 'taken', 'asked_back', 'drafted')"
_BESIDE = "sensitive = '' AND status IN ('waiting', 'taken', 'drafted')"


def _index(name: str, table: str, columns: list[str], where: str) -> None:
    only = sa.text(where)
    op.create_index(name, table, columns, sqlite_where=only, postgresql_where=only)


def downgrade() -> None:
    op.drop_index("commitments_open", "commitments")
    op.drop_index("questions_beside", "questions")
    op.drop_index("questions_of_ward", "questions")
