"""Answers that hold for a time, and who was told; releases whose question has moved since."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"

Key = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.create_table(
        "endings",
        sa.Column("answer", Key, sa.ForeignKey("answers.id"), primary_key=True),
        sa.Column("question", Key, sa.ForeignKey("questions.id"), nullable=False),
        sa.Column("family", Key, nullable=False),
        sa.Column("queue", sa.Text, nullable=False),
        sa.Column("ends_at", sa.BigInteger, nullable=False),
        sa.Column("told", sa.Text, nullable=False, server_default=""),
        sa.Column("next_at", sa.BigInteger, nullable=True),
        sa.Column("untold", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("telling", Key, nullable=True),
        sa.Column("spread_at", sa.BigInteger, nullable=True),
    )
    op.create_index("endings_question", "endings", ["question"])
    op.create_index("endings_family", "endings", ["family", "answer"])
    _index("endings_due", ["next_at", "answer"], "next_at IS NOT NULL")
    _index("endings_untold", ["queue", "answer"], "untold = 1")
    _index("endings_told", ["queue", "ends_at", "answer"], "told <> ''")
    _index("endings_telling", ["answer"], "telling IS NOT NULL")
    op.add_column("announcements", sa.Column("others", sa.Text, nullable=False, server_default=""))
    op.add_column("releases", sa.Column("moved_at", sa.BigInteger, nullable=True))
    op.create_index(
        "releases_moved",
        "releases",
        ["moved_at", "id"],
        sqlite_where=sa.text("moved_at IS NOT NULL"),
        postgresql_where=sa.text("moved_at IS NOT NULL"),
    )
    op.execute(_KNOWN)


def _index(name: str, columns: list[str], where: str) -> None:
    only = sa.text(where)
    op.create_index(name, "endings", columns, sqlite_where=only, postgresql_where=only)


#: Answers that have an end already: when its office hears of it, the next look finds out. Those
#: that share an answer were approved as one.
_KNOWN = """
INSERT INTO endings (answer, question, family, queue, ends_at, told, next_at, untold)
SELECT a.id, a.question, f.family, q.queue, a.valid_until, '', a.valid_until - 1209600000, 0
  FROM answers AS a JOIN questions AS q ON q.id = a.question
  JOIN (SELECT approved_at, approver, text, MIN(id) AS family FROM answers
         WHERE status = 'approved' AND valid_until IS NOT NULL
         GROUP BY approved_at, approver, text) AS f
    ON f.approved_at = a.approved_at AND f.approver = a.approver AND f.text = a.text
 WHERE a.status = 'approved' AND a.valid_until IS NOT NULL
"""


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead: whose office was told would be lost")
