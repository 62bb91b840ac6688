"""Links to files, for chats on platforms that carry none."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"

Key = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.create_table(
        "file_links",
        sa.Column("id", Key, sa.Identity(), primary_key=True),
        sa.Column("link_hash", sa.Text, nullable=False, unique=True),
        sa.Column("key_hash", sa.Text, nullable=True),
        sa.Column("token", sa.Text, nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("person", Key, nullable=True),
        sa.Column("made_at", sa.BigInteger, nullable=False),
        sa.Column("expires_at", sa.BigInteger, nullable=False),
    )
    op.create_index("file_links_expired", "file_links", ["expires_at"])
    op.create_index("file_links_person", "file_links", ["person"])
    ended = sa.text("until IS NOT NULL")
    op.create_index(
        "roles_ended", "roles", ["person", "until"], sqlite_where=ended, postgresql_where=ended
    )


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead: links that are on their way would be lost")
