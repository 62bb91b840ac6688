"""What has been put onto a list of visits, and what stands on a board, is found without looking at
what else there is.

SQLite, which knows no figures of a table, took the index of all questions of a session for those on
its board: at equal length the one that was made later. With one column more it takes the right one.
"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"

_LISTED = "state = 'listed' AND settled_at IS NULL"
_ON_BOARD = (
    "sensitive = '' AND phase IN ('before','during') "
    "AND status IN ('waiting','taken','asked_back','drafted')"
)


def upgrade() -> None:
    _index("reach_listed", "reach", ["household", "id"], _LISTED)
    op.drop_index("questions_board", "questions")
    _index("questions_board", "questions", ["session", "sensitive", "id"], _ON_BOARD)


def _index(name: str, table: str, columns: list[str], condition: str) -> None:
    where = sa.text(condition)
    op.create_index(name, table, columns, sqlite_where=where, postgresql_where=where)


def downgrade() -> None:
    op.drop_index("reach_listed", "reach")
    op.drop_index("questions_board", "questions")
    _index("questions_board", "questions", ["session", "id"], _ON_BOARD)
