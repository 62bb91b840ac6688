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
        sa.Column("spread_in", Key, nullable=True),
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


#: Answers that have an end already: when its office hears of it, the next look finds out. One that
#: a newer answer stands in place of ends no more. What one cluster was answered in one moment is
#: one: not what only reads alike, as two rows of a sheet may, and no private one with others.
_KNOWN = """
INSERT INTO endings (answer, question, family, queue, ends_at, told, next_at, untold)
SELECT a.id, a.question,
       COALESCE((SELECT MIN(o.id) FROM cluster_members AS h
                   JOIN cluster_members AS m ON m.cluster = h.cluster AND m.left_at IS NULL
                   JOIN answers AS o ON o.question = m.question AND o.status = 'approved'
                    AND o.approved_at = a.approved_at AND o.text = a.text
                    AND o.private = a.private AND o.valid_until = a.valid_until
                    AND NOT EXISTS (SELECT 1 FROM answers AS p
                                     WHERE p.question = o.question AND p.status = 'approved'
                                       AND (p.approved_at, p.id) > (o.approved_at, o.id))
                  WHERE h.question = a.question AND h.left_at IS NULL), a.id),
       q.queue, a.valid_until, '', a.valid_until - 1209600000, 0
  FROM answers AS a JOIN questions AS q ON q.id = a.question
 WHERE a.status = 'approved' AND a.valid_until IS NOT NULL
   AND NOT EXISTS (SELECT 1 FROM answers AS n
                    WHERE n.question = a.question AND n.status = 'approved'
                      AND (n.approved_at, n.id) > (a.approved_at, a.id))
"""


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead: whose office was told would be lost")
