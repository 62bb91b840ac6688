"""The library: what an answer rests on, from when to when it holds, who read it without asking."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"

Key = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.add_column("answers", sa.Column("valid_from", sa.BigInteger, nullable=True))
    op.add_column("answers", sa.Column("valid_until", sa.BigInteger, nullable=True))
    op.add_column("answers", sa.Column("khmer", sa.Text, nullable=False, server_default=""))
    op.create_table(
        "bases",
        sa.Column("id", Key, sa.Identity(), primary_key=True),
        sa.Column("mark", sa.Text, nullable=False, unique=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("made_at", sa.BigInteger, nullable=False),
        sa.Column("ended_at", sa.BigInteger, nullable=True),
        sa.Column("ended_by", Key, nullable=True),
        sa.Column("replaced_by", sa.Text, nullable=False, server_default=""),
        sqlite_autoincrement=True,  # a number in an old button never means something newer
    )
    op.create_table(
        "answer_bases",
        sa.Column("answer", Key, sa.ForeignKey("answers.id"), primary_key=True),
        sa.Column("basis", Key, sa.ForeignKey("bases.id"), primary_key=True),
    )
    op.create_index("answer_bases_basis", "answer_bases", ["basis", "answer"])
    _reads()


def _reads() -> None:
    op.create_table(
        "library_reads",
        sa.Column("id", Key, sa.Identity(), primary_key=True),
        sa.Column("person", Key, nullable=True),
        sa.Column("answer", Key, nullable=False),
        sa.Column("ward", sa.Text, nullable=False),
        sa.Column("hamlet", sa.Text, nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sqlite_autoincrement=True,  # a number in an old button never means something newer
    )
    op.create_index("library_reads_answer", "library_reads", ["answer", "person"])
    op.create_index("library_reads_person", "library_reads", ["person", "id"])
    worded = sa.text("payload <> ''")
    op.create_index(
        "library_reads_worded",
        "library_reads",
        ["at"],
        sqlite_where=worded,
        postgresql_where=worded,
    )


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead: what answers rest on would be lost")
