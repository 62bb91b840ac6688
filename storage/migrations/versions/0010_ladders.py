"""Promises that are brought up again, and how long answers took."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

Key = sa.BigInteger().with_variant(sa.Integer, "sqlite")

#: While a question stands so, silence about it counts.
_CLIMBED = "status IN ('waiting','taken','drafted') AND stopped_at IS NULL AND text <> ''"


def upgrade() -> None:
    _ladders()
    _nudges()
    _timings()


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead: figures of answers would be lost")


def _ms(name: str, *, null: bool = False) -> sa.Column[int]:
    """A moment in epoch milliseconds."""
    return sa.Column(name, sa.BigInteger, nullable=null)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, server_default="")


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, nullable=False, server_default="0")


def _where(name: str, table: str, columns: list[str], condition: str) -> None:
    """An index over only the rows that are looked for."""
    only = sa.text(condition)
    op.create_index(name, table, columns, sqlite_where=only, postgresql_where=only)


def _ladders() -> None:
    op.create_table(
        "ladders",
        sa.Column("question", Key, sa.ForeignKey("questions.id"), primary_key=True),
        _ms("due_at"),
        _text("reached"),
        _ms("next_at", null=True),
        _number("again"),
    )
    _where("ladders_due", "ladders", ["next_at", "question"], "next_at IS NOT NULL")
    _where("ladders_late", "ladders", ["due_at"], "reached = 'late'")
    # what is open begins to climb: the program, which knows the calendars, looks where each stands
    op.execute(
        "INSERT INTO ladders (question, due_at, reached, next_at) "
        f"SELECT id, due_at, '', 0 FROM questions WHERE {_CLIMBED}"
    )


def _nudges() -> None:
    op.create_table(
        "nudges",
        sa.Column("id", Key, sa.Identity(), primary_key=True),
        sa.Column("person", Key, nullable=False, server_default="0"),
        _text("address"),
        sa.Column("question", Key, sa.ForeignKey("questions.id"), nullable=False),
        _text("rung"),
        _ms("due_at"),
        _number("instead"),
        _ms("told_at", null=True),
        sa.UniqueConstraint("person", "address", "question", name="nudges_receiver"),
    )
    _where("nudges_untold", "nudges", ["person", "address", "question"], "told_at IS NULL")
    op.create_index("nudges_question", "nudges", ["question"])


def _timings() -> None:
    op.create_table(
        "timings",
        sa.Column("question", Key, sa.ForeignKey("questions.id"), primary_key=True),
        sa.Column("round", sa.BigInteger, primary_key=True),
        _text("queue"),
        _ms("began_at"),
        _ms("due_at"),
        _ms("done_at"),
        _number("allowed"),
        _number("used"),
        _number("over"),
    )
    op.create_index("timings_queue", "timings", ["queue", "done_at"])
    _where(
        "history_clock",
        "history",
        ["question", "id"],
        "move IN ('ask','transfer','reopen','ask_back','told_more','go_on','speak','approve')",
    )
