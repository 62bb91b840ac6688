"""Whose seat a walk-in took; what browsers pressed in a hall, by age; sessions of one number."""

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
    _index("questions_season", "questions", ["session", "asked_at", "id"], _IN_HALL)
    _index("also_asks_devices", "also_asks", ["at"], "substr(who, 1, 7) = 'device:'")


def _index(name: str, table: str, columns: list[str], condition: str) -> None:
    where = sa.text(condition)
    op.create_index(name, table, columns, sqlite_where=where, postgresql_where=where)


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead: what people are promised would be lost")
