"""Files of those who have not agreed to anything: found, oldest first, to make room for newer."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"

_THEIRS = sa.text("stranger = 1")


def upgrade() -> None:
    op.add_column("files", sa.Column("stranger", sa.BigInteger, nullable=False, server_default="0"))
    # With the sizes in it: in the table they stand behind the bytes.
    op.create_index(
        "files_strangers",
        "files",
        ["id", "size"],
        sqlite_where=_THEIRS,
        postgresql_where=_THEIRS,
    )


def downgrade() -> None:
    op.drop_index("files_strangers", "files")
    op.drop_column("files", "stranger")
