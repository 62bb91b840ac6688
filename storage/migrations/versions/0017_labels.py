"""What officials corrected: a message and the topic it was really about."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"

Key = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.create_table(
        "labels",
        sa.Column("id", Key, sa.Identity(), primary_key=True),
        sa.Column("question", Key, sa.ForeignKey("questions.id"), nullable=False, unique=True),
        sa.Column("person", Key, nullable=False),
        sa.Column("topic", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("made_at", sa.BigInteger, nullable=False),
    )
    op.create_index("labels_person", "labels", ["person"])


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead: what officials taught would be lost")
