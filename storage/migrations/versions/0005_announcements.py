"""Announcements, and the people of a ward in the order in which they are told."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

Key = sa.BigInteger().with_variant(sa.Integer, "sqlite")

#: Who may be told something they did not ask for.
_HEARS = "consented_at IS NOT NULL AND muted_at IS NULL AND erased_at IS NULL"


def upgrade() -> None:
    op.create_table(
        "announcements",
        sa.Column("id", Key, sa.Identity(), primary_key=True),
        sa.Column("author", Key, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("audience", sa.Text, nullable=False, server_default=""),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("approver", Key, nullable=True),
        sa.Column("made_at", sa.BigInteger, nullable=False),
        sa.Column("changed_at", sa.BigInteger, nullable=False),
        sa.Column("approved_at", sa.BigInteger, nullable=True),
        sqlite_autoincrement=True,  # a number in an old button never means something newer
    )
    _index("people_hearing", ["id"])
    _index("people_hearing_of_ward", ["ward", "id"])
    op.add_column("broadcasts", sa.Column("announcement", Key, nullable=True))
    condition = sa.text("announcement IS NOT NULL")
    op.create_index(
        "broadcasts_announcement",
        "broadcasts",
        ["announcement", "state"],
        sqlite_where=condition,
        postgresql_where=condition,
    )


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead: announcements would be lost")


def _index(name: str, columns: list[str]) -> None:
    condition = sa.text(_HEARS)
    op.create_index(name, "people", columns, sqlite_where=condition, postgresql_where=condition)
