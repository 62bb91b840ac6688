"""Who was reminded of a promise; and of each answer, whether it settled the matter."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0026"

Key = sa.BigInteger().with_variant(sa.Integer, "sqlite")

#: Of how many times reopened the answer was that somebody was asked about: one fewer than the
#: question says while a newer answer is still to come. What was sealed has no topic.
_KEPT = """
INSERT INTO follow_ups_of_rounds
       (question, round, session, topic, due_at, asked_at, said, said_at)
SELECT f.question,
       CASE WHEN q.status IN ('answered', 'closed') OR q.reopened = 0 THEN q.reopened
            ELSE q.reopened - 1 END,
       f.session, CASE WHEN q.sensitive IN ('accusation', 'crisis') THEN '' ELSE f.topic END,
       f.due_at, f.asked_at, f.said, f.said_at
  FROM follow_ups AS f JOIN questions AS q ON q.id = f.question
"""

_COUNTED = """
INSERT INTO follow_up_counts (topic, asked, settled, unsettled)
SELECT topic, COUNT(*), SUM(CASE WHEN said = 1 THEN 1 ELSE 0 END),
       SUM(CASE WHEN said = 0 THEN 1 ELSE 0 END)
  FROM follow_ups WHERE asked_at IS NOT NULL GROUP BY topic
"""


def upgrade() -> None:
    op.add_column("ladders", sa.Column("told", sa.Text, nullable=False, server_default=""))
    op.add_column("ladders", sa.Column("told_at", sa.BigInteger, nullable=True))
    _rounds()
    _counts()


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead: what was said before would be lost")


def _rounds() -> None:
    """A row an answer: a key cannot be made wider where it stands, so the table is made anew."""
    op.create_table(
        "follow_ups_of_rounds",
        sa.Column("question", Key, sa.ForeignKey("questions.id"), primary_key=True),
        sa.Column("round", sa.BigInteger, primary_key=True, server_default="0"),
        sa.Column("session", Key, nullable=False),
        sa.Column("topic", sa.Text, nullable=False),
        sa.Column("due_at", sa.BigInteger, nullable=False),
        sa.Column("asked_at", sa.BigInteger, nullable=True),
        sa.Column("said", sa.BigInteger, nullable=True),
        sa.Column("said_at", sa.BigInteger, nullable=True),
    )
    op.execute(_KEPT)
    op.drop_table("follow_ups")
    op.rename_table("follow_ups_of_rounds", "follow_ups")
    open_ = sa.text("asked_at IS NULL")
    op.create_index("follow_ups_session", "follow_ups", ["session", "topic"])
    op.create_index(
        "follow_ups_due",
        "follow_ups",
        ["due_at", "question"],
        sqlite_where=open_,
        postgresql_where=open_,
    )


def _counts() -> None:
    op.create_table(
        "follow_up_counts",
        sa.Column("topic", sa.Text, primary_key=True),
        sa.Column("asked", sa.BigInteger, nullable=False),
        sa.Column("settled", sa.BigInteger, nullable=False),
        sa.Column("unsettled", sa.BigInteger, nullable=False),
    )
    op.execute(_COUNTED)
