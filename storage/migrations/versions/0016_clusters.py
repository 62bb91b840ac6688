"""Clusters: the same question of many, who joined and split them, and what each has followed."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"

Key = sa.BigInteger().with_variant(sa.Integer, "sqlite")

#: What can be joined: nothing private, nothing that is settled.
_ALIKE = "sensitive = '' AND status IN ('waiting','taken','drafted')"


def upgrade() -> None:
    _clusters()
    _members()
    _suggestions()
    op.add_column("releases", _number("cluster"))
    op.add_column("releases", _number("asked", "1"))
    op.add_column("releases", _text("words"))


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead: who shares an answer would be lost")


def _id() -> sa.Column[int]:
    return sa.Column("id", Key, sa.Identity(), primary_key=True)


def _ms(name: str, *, null: bool = False) -> sa.Column[int]:
    """A moment in epoch milliseconds."""
    return sa.Column(name, sa.BigInteger, nullable=null)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, server_default="")


def _number(name: str, default: str = "0") -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, nullable=False, server_default=default)


def _ref(name: str, table: str) -> sa.Column[int]:
    return sa.Column(name, Key, sa.ForeignKey(f"{table}.id"), nullable=False)


def _index(
    name: str, table: str, columns: list[str], condition: str, *, unique: bool = False
) -> None:
    where = sa.text(condition)
    op.create_index(name, table, columns, unique=unique, sqlite_where=where, postgresql_where=where)


def _clusters() -> None:
    op.create_table(
        "clusters",
        _id(),
        _text("queue"),
        _ref("head", "questions"),
        _text("stands"),
        _number("holder"),
        _number("answer"),
        _number("asked"),
        _text("words"),
        _number("extra"),
        _number("behind"),
        _number("version"),
        _number("cursor"),
        _ms("made_at"),
        _ms("ended_at", null=True),
        sqlite_autoincrement=True,  # a number in an old button never means something newer
    )
    _index("clusters_head", "clusters", ["head"], "ended_at IS NULL", unique=True)
    _index("clusters_behind", "clusters", ["id"], "behind > 0")


def _members() -> None:
    op.create_table(
        "cluster_acts",
        _id(),
        _ref("cluster", "clusters"),
        _text("kind"),
        _ms("at"),
        sa.Column("by", Key, nullable=True),
        _ms("undone_at", null=True),
        sa.Column("undone_by", Key, nullable=True),
        sqlite_autoincrement=True,  # a number in an old button never means something newer
    )
    op.create_table(
        "cluster_members",
        _id(),
        _ref("cluster", "clusters"),
        _ref("question", "questions"),
        _number("extra"),
        _number("joined_act"),
        _ms("joined_at"),
        sa.Column("joined_by", Key, nullable=True),
        _number("left_act"),
        _ms("left_at", null=True),
        sa.Column("left_by", Key, nullable=True),
        _text("left_why"),
    )
    belongs = "left_at IS NULL"
    _index("cluster_members_question", "cluster_members", ["question"], belongs, unique=True)
    _index("cluster_members_open", "cluster_members", ["cluster", "question"], belongs)
    op.create_index("cluster_members_left", "cluster_members", ["left_act", "question"])


def _suggestions() -> None:
    op.create_table(
        "to_compare",
        sa.Column(
            "question", Key, sa.ForeignKey("questions.id"), primary_key=True, autoincrement=False
        ),
    )
    op.create_table(
        "likenesses",
        sa.Column("question", Key, sa.ForeignKey("questions.id"), primary_key=True),
        sa.Column("other", Key, sa.ForeignKey("questions.id"), primary_key=True),
        _number("percent"),
    )
    _index("questions_alike", "questions", ["queue", "topic", "id"], _ALIKE)
