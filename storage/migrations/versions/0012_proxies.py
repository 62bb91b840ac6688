"""Who asks and listens for households: whose matter a question is, phones that several share, and
the record of what reached whom."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

Key = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.add_column("household_people", _text("agreed"))
    op.add_column("addresses", _number("shared"))
    op.add_column("drafts", _number("household"))
    op.add_column("questions", _number("household"))
    op.drop_index("questions_asker", "questions")
    op.create_index("questions_asker", "questions", ["asker", "household", "id"])
    _index("questions_household", "questions", ["household", "id"], "household <> 0")
    _index("drafts_household", "drafts", ["household", "id"], "household <> 0")
    _reach()


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead: who asked for whom would be lost")


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, server_default="")


def _number(name: str) -> sa.Column[int]:
    """A household, a person or a flag; 0 is none."""
    return sa.Column(name, sa.BigInteger, nullable=False, server_default="0")


def _index(
    name: str, table: str, columns: list[str], condition: str, *, unique: bool = False
) -> None:
    where = sa.text(condition)
    op.create_index(name, table, columns, unique=unique, sqlite_where=where, postgresql_where=where)


def _reach() -> None:
    """What is to be read out to whom, by whom, and what has been; no words of it."""
    op.create_table(
        "reach",
        sa.Column("id", Key, sa.Identity(), primary_key=True),
        _number("household"),
        _number("reader"),
        _text("subject"),
        _text("state"),
        sa.Column("told_at", sa.BigInteger, nullable=False),
        sa.Column("due_at", sa.BigInteger, nullable=True),
        _number("reminded"),
        _text("what"),
        sa.Column("settled_at", sa.BigInteger, nullable=True),
        sa.Column("settled_by", Key, nullable=True),
    )
    waits = "settled_at IS NULL"
    _index("reach_one", "reach", ["household", "reader", "subject"], waits, unique=True)
    _index("reach_reader", "reach", ["reader", "household", "id"], waits)
    _index("reach_household", "reach", ["household", "id"], waits)
    _index("reach_due", "reach", ["due_at", "id"], "due_at IS NOT NULL")
    op.create_index("reach_subject", "reach", ["subject", "id"])
