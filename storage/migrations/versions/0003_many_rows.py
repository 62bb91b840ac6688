"""Many rows: what is looked for has an index of its own, with only what may be found in it."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    _pages()
    _forgetting()
    _sending()


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead; these are only indexes")


def _index(name: str, table: str, columns: list[str], condition: str = "") -> None:
    """An index, over only the rows that are looked for where there is a condition."""
    where = sa.text(condition) if condition else None
    op.create_index(name, table, columns, sqlite_where=where, postgresql_where=where)


def _pages() -> None:
    """What people open: a queue and its figures, the words said about a question, bulletins."""
    op.drop_index("questions_queue", "questions")
    _index(
        "questions_open",
        "questions",
        ["queue", "status", "sensitive", "due_at", "id", "asker"],
        "status IN ('waiting','taken','asked_back','drafted')",
    )
    _index("history_words", "history", ["question", "id"], "note <> ''")
    op.drop_index("pairs_subject", "pairs")
    _index("pairs_cards", "pairs", ["subject", "id"], "live = 1 AND role = 'card'")
    op.drop_index("bulletins_ward", "bulletins")
    _index("bulletins_ward", "bulletins", ["ward", "due_at", "id"])
    _index("web_mailbox_own", "web_mailbox", ["chat", "id"], "kind = 'mine'")


def _forgetting() -> None:
    """What is forgotten with a person, and who is looked at for that."""
    _index("people_known", "people", ["id"], "erased_at IS NULL")
    _index("followers_person", "followers", ["person"])
    op.drop_index("registrations_person", "registrations")
    _index("registrations_person", "registrations", ["person", "session"])
    _index("deferred_subject", "deferred", ["subject"], "subject <> ''")
    _index("holding_address", "holding", ["address"], "settled_at IS NULL")
    _index("pauses_until", "pauses", ["until"])


def _sending() -> None:
    """What time brings: scripts, reminders, broadcasts and their copies."""
    _index("bulletins_due", "bulletins", ["due_at", "id"], "told_at IS NULL")
    op.drop_index("registrations_group", "registrations")
    _index("registrations_group", "registrations", ["session", "seat_group", "state", "id"])
    _index(
        "registrations_unreminded",
        "registrations",
        ["session", "id"],
        "state = 'seated' AND left_at IS NULL AND reminded_at IS NULL",
    )
    op.drop_index("outbox_broadcast", "outbox")
    _index(
        "outbox_copies",
        "outbox",
        ["broadcast"],
        "broadcast IS NOT NULL AND state IN ('queued','sending')",
    )
    _index("broadcasts_worded", "broadcasts", ["id"], "state = 'done' AND payload <> ''")
