"""In the hall: sessions opened and closed, what stands on their boards, who asks the same."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

Key = sa.BigInteger().with_variant(sa.Integer, "sqlite")

#: What may be called in the hall: nothing private, nothing asked after it, nothing answered.
_ON_BOARD = (
    "sensitive = '' AND phase IN ('before','during') "
    "AND status IN ('waiting','taken','asked_back','drafted')"
)


def upgrade() -> None:
    _runs()
    _board()
    _also()


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead: what was said in the hall would be lost")


def _ms(name: str, *, null: bool = False) -> sa.Column[int]:
    """A moment in epoch milliseconds."""
    return sa.Column(name, sa.BigInteger, nullable=null)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, server_default="")


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, nullable=False, server_default="0")


def _question() -> sa.Column[int]:
    return sa.Column("question", Key, sa.ForeignKey("questions.id"), primary_key=True)


def _whom(name: str) -> sa.Column[int]:
    """A person, or nobody; kept when the person is erased."""
    return sa.Column(name, Key, nullable=True)


def _index(name: str, table: str, columns: list[str], condition: str = "") -> None:
    where = sa.text(condition) if condition else None
    op.create_index(name, table, columns, sqlite_where=where, postgresql_where=where)


def _runs() -> None:
    op.create_table(
        "session_runs",
        sa.Column("session", Key, primary_key=True, autoincrement=False),
        _ms("opened_at"),
        _whom("opened_by"),
        _ms("closed_at", null=True),
        _whom("closed_by"),
        _ms("settled_at", null=True),
        _number("cursor"),
        _text("chair"),
        _text("conclusions"),
    )
    _index("session_runs_unsettled", "session_runs", ["session"], "settled_at IS NULL")


def _board() -> None:
    op.create_table(
        "board_items",
        _question(),
        _number("session"),
        _text("state"),
        _number("place"),
        _number("floor"),
        _text("answered_for"),
        _text("words"),
        _ms("called_at", null=True),
        _ms("answered_at", null=True),
        _whom("recorded_by"),
        _ms("settled_at", null=True),
    )
    _index("board_items_session", "board_items", ["session", "state", "question"])
    _index("board_items_unsettled", "board_items", ["session", "question"], "settled_at IS NULL")
    op.create_table(
        "board_moves",
        sa.Column("id", Key, sa.Identity(), primary_key=True),
        sa.Column("question", Key, sa.ForeignKey("questions.id"), nullable=False),
        _ms("at"),
        _whom("actor"),
        _text("move"),
        _text("before"),
        _text("after"),
        _text("words"),
    )
    _index("board_moves_question", "board_moves", ["question", "id"])
    _index("questions_board", "questions", ["session", "id"], _ON_BOARD)
    _index(
        "questions_session",
        "questions",
        ["session", "id"],
        "sensitive = '' AND phase IN ('before','during')",
    )


def _also() -> None:
    op.create_table(
        "also_asks",
        _question(),
        sa.Column("who", sa.Text, primary_key=True),
        _ms("at"),
    )
