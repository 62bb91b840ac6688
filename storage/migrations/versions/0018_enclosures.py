"""Files that go with answers."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"

Key = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.create_table(
        "enclosures",
        sa.Column("id", Key, sa.Identity(), primary_key=True),
        sa.Column("answer", Key, sa.ForeignKey("answers.id"), nullable=False),
        sa.Column("token", sa.Text, nullable=False),
        sa.UniqueConstraint("answer", "token"),
        sqlite_autoincrement=True,  # an address on the page never means something newer
    )
    op.create_index("enclosures_answer", "enclosures", ["answer", "id"])
    op.create_index("enclosures_token", "enclosures", ["token"])


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead: papers sent with answers would be lost")
