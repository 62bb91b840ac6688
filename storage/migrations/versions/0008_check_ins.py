"""The door of a hall: the installation's secrets, clerks' keys, and what their devices told."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

Key = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.create_table(
        "seals",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("made_at", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "door_keys",
        sa.Column("id", Key, sa.Identity(), primary_key=True),
        sa.Column("link_hash", sa.Text, nullable=False, unique=True),
        sa.Column("key_hash", sa.Text, nullable=True, unique=True),
        sa.Column("session", sa.BigInteger, nullable=False),
        sa.Column("person", Key, nullable=False),
        sa.Column("made_at", sa.BigInteger, nullable=False),
        sa.Column("expires_at", sa.BigInteger, nullable=False),
    )
    op.create_index("door_keys_expired", "door_keys", ["expires_at"])
    _check_ins()
    op.drop_table("household_codes")  # codes are made from a secret now; none had been printed


def _check_ins() -> None:
    op.create_table(
        "check_ins",
        sa.Column("id", Key, sa.Identity(), primary_key=True),
        sa.Column("session", sa.BigInteger, nullable=False),
        sa.Column("mark", sa.Text, nullable=False),
        sa.Column("door_key", Key, nullable=False),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("seat", Key, nullable=True),
        sa.Column("name", sa.Text, nullable=False, server_default=""),
        sa.Column("device_at", sa.BigInteger, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=False, server_default=""),
        sa.Column("settled_at", sa.BigInteger, nullable=True),
        sa.Column("settled_by", Key, nullable=True),
        sa.UniqueConstraint("session", "mark"),
    )
    opened = sa.text("state = 'open'")
    op.create_index(
        "check_ins_open",
        "check_ins",
        ["session", "id"],
        sqlite_where=opened,
        postgresql_where=opened,
    )
    op.create_index("check_ins_device", "check_ins", ["door_key", "at"])
    op.create_index("check_ins_seat", "check_ins", ["seat"])
    op.create_index("check_ins_at", "check_ins", ["at"])


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead: printed codes would stop working")
