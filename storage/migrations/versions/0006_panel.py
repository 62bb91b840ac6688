"""The panel of each session: who was invited, and who sits there."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

Key = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.create_table(
        "panel",
        sa.Column("session", Key, primary_key=True, autoincrement=False),
        sa.Column("queue", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False, server_default=""),
        sa.Column("post", sa.Text, nullable=False, server_default=""),
        sa.Column("person", Key, nullable=True),
        sa.Column("reached", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("invited_at", sa.BigInteger, nullable=False),
        sa.Column("answered_at", sa.BigInteger, nullable=True),
    )
    op.create_index("panel_person", "panel", ["person", "answered_at"])


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead: who sits on the panel would be lost")
