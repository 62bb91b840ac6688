"""What goes and what stays: seats given back, boards of one number, counts of who is erased."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

Key = sa.BigInteger().with_variant(sa.Integer, "sqlite")

#: What boards and papers name: nothing private, nothing asked after the session.
_IN_HALL = "sensitive = '' AND phase IN ('before','during')"


def upgrade() -> None:
    op.add_column("seats", sa.Column("took", Key, nullable=True))
    op.add_column("session_runs", sa.Column("since", sa.BigInteger, nullable=True))
    op.create_table(
        "headcounts",
        sa.Column("session", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("day", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("what", sa.Text, primary_key=True),
        sa.Column("many", sa.BigInteger, nullable=False),
    )
    op.add_column("files", sa.Column("size", sa.BigInteger, nullable=False, server_default="0"))
    _index("questions_season", "questions", ["session", "asked_at", "id"], _IN_HALL)
    _index("also_asks_devices", "also_asks", ["at"], "substr(who, 1, 7) = 'device:'")


def _index(name: str, table: str, columns: list[str], condition: str) -> None:
    where = sa.text(condition)
    op.create_index(name, table, columns, sqlite_where=where, postgresql_where=where)


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead: what people are promised would be lost")
