"""Dispatches: numbered sheets of what is unanswered, their rows, and what came back with them."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

Key = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    _rounds()
    _sheets()
    _returns()
    _doubts()


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead: sheets that are out would not come back")


def _ms(name: str, *, null: bool = False) -> sa.Column[int]:
    """A moment in epoch milliseconds."""
    return sa.Column(name, sa.BigInteger, nullable=null)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, server_default="")


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, nullable=False, server_default="0")


def _id() -> sa.Column[int]:
    return sa.Column("id", Key, sa.Identity(), primary_key=True)


def _index(name: str, table: str, columns: list[str], condition: str, *, unique: bool) -> None:
    where = sa.text(condition)
    op.create_index(name, table, columns, unique=unique, sqlite_where=where, postgresql_where=where)


def _rounds() -> None:
    op.create_table(
        "dispatch_rounds",
        _id(),
        sa.Column("name", sa.Text, nullable=False, unique=True),
        _number("session"),
        _text("reached"),
        sa.Column("made_by", Key, nullable=True),
        _ms("made_at"),
        _ms("done_at", null=True),
    )
    _index("dispatch_rounds_open", "dispatch_rounds", ["id"], "done_at IS NULL", unique=False)


def _sheets() -> None:
    op.create_table(
        "dispatches",
        _id(),
        _number("round"),
        sa.Column("year", sa.BigInteger, nullable=False),
        sa.Column("number", sa.BigInteger, nullable=False),
        sa.Column("queue", sa.Text, nullable=False),
        _number("session"),
        _number("apart"),
        _number("asked_back"),
        _number("more"),
        sa.Column("made_by", Key, nullable=True),
        _ms("made_at"),
        sa.UniqueConstraint("year", "number"),
    )
    _index("dispatches_round", "dispatches", ["round", "queue"], "round <> 0", unique=True)
    op.create_table(
        "dispatch_rows",
        _id(),
        sa.Column("dispatch", Key, sa.ForeignKey("dispatches.id"), nullable=False),
        sa.Column("place", sa.BigInteger, nullable=False),
        sa.UniqueConstraint("dispatch", "place"),
    )
    op.create_table(
        "dispatch_questions",
        sa.Column("line", Key, sa.ForeignKey("dispatch_rows.id"), primary_key=True),
        sa.Column("question", Key, sa.ForeignKey("questions.id"), primary_key=True),
    )


def _returns() -> None:
    op.create_table(
        "dispatch_returns",
        _id(),
        sa.Column("person", Key, nullable=True),
        _ms("at"),
    )
    op.create_table(
        "dispatch_answers",
        sa.Column("answer", Key, sa.ForeignKey("answers.id"), primary_key=True),
        sa.Column("returned", Key, sa.ForeignKey("dispatch_returns.id"), nullable=False),
        sa.Column("line", Key, sa.ForeignKey("dispatch_rows.id"), nullable=False),
        _text("basis"),
        _text("who"),
        _text("day"),
    )
    op.create_index("dispatch_answers_returned", "dispatch_answers", ["returned", "answer"])


def _doubts() -> None:
    op.create_table(
        "dispatch_doubts",
        _id(),
        sa.Column("digest", sa.Text, nullable=False, unique=True),
        _text("place"),
        _text("why"),
        _text("candidates"),
        _text("answer"),
        _text("basis"),
        _text("who"),
        _text("day"),
        sa.Column("person", Key, nullable=True),
        sa.Column("state", sa.Text, nullable=False),
        _ms("at"),
        _ms("settled_at", null=True),
    )
    _index(
        "dispatch_doubts_open", "dispatch_doubts", ["person", "id"], "state = 'open'", unique=False
    )
