"""What offices have promised, and whether matters were settled."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

Key = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.create_table(
        "commitments",
        sa.Column("id", Key, sa.Identity(), primary_key=True),
        sa.Column("question", Key, sa.ForeignKey("questions.id"), nullable=False),
        sa.Column("answer", Key, sa.ForeignKey("answers.id"), nullable=False),
        sa.Column("queue", sa.Text, nullable=False),
        sa.Column("ward", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("due_at", sa.BigInteger, nullable=False),
        sa.Column("public", sa.BigInteger, nullable=False),
        sa.Column("stand", sa.Text, nullable=False),
        sa.Column("told", sa.Text, nullable=False, server_default=""),
        sa.Column("note", sa.Text, nullable=False, server_default=""),
        sa.Column("moved", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("remind_at", sa.BigInteger, nullable=True),
        sa.Column("made_at", sa.BigInteger, nullable=False),
        sa.Column("settled_at", sa.BigInteger, nullable=True),
        sa.UniqueConstraint("answer", "words"),
    )
    for name, columns, where in (
        ("commitments_queue", ["queue", "due_at", "id"], "stand = 'open'"),
        ("commitments_remind", ["remind_at", "id"], "remind_at IS NOT NULL"),
        ("commitments_ward", ["ward", "due_at", "id"], "stand = 'open'"),
        ("commitments_kept", ["ward", "settled_at", "id"], "stand = 'kept'"),
    ):
        only = sa.text(where)
        op.create_index(name, "commitments", columns, sqlite_where=only, postgresql_where=only)
    op.create_index("commitments_question", "commitments", ["question"])
    _follow_ups()


def _follow_ups() -> None:
    op.create_table(
        "follow_ups",
        sa.Column(
            "question", Key, sa.ForeignKey("questions.id"), primary_key=True, autoincrement=False
        ),
        sa.Column("session", Key, nullable=False),
        sa.Column("topic", sa.Text, nullable=False),
        sa.Column("due_at", sa.BigInteger, nullable=False),
        sa.Column("asked_at", sa.BigInteger, nullable=True),
        sa.Column("said", sa.BigInteger, nullable=True),
        sa.Column("said_at", sa.BigInteger, nullable=True),
    )
    op.create_index("follow_ups_session", "follow_ups", ["session", "topic"])
    open_ = sa.text("asked_at IS NULL")
    op.create_index(
        "follow_ups_due",
        "follow_ups",
        ["due_at", "question"],
        sqlite_where=open_,
        postgresql_where=open_,
    )


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead: what was promised would be lost")
