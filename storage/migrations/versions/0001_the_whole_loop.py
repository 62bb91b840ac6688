"""The whole loop: people, questions, answers, relay, and the road of a message."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

Key = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    _road()
    _people()
    _questions()
    _relay()


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead: words of residents would be lost")


def _id() -> sa.Column[int]:
    return sa.Column("id", Key, sa.Identity(), primary_key=True)


def _ms(name: str, *, null: bool = False) -> sa.Column[int]:
    """A moment in epoch milliseconds."""
    return sa.Column(name, sa.BigInteger, nullable=null)


def _text(name: str, *, null: bool = False) -> sa.Column[str]:
    default = None if null else ""
    return sa.Column(name, sa.Text, nullable=null, server_default=default)


def _number(name: str, default: int = 0) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, nullable=False, server_default=str(default))


def _ref(name: str, to: str, *, null: bool = False) -> sa.Column[int]:
    return sa.Column(name, Key, sa.ForeignKey(f"{to}.id"), nullable=null)


def _where(
    name: str, table: str, columns: list[str], condition: str, *, unique: bool = False
) -> None:
    """An index over only the rows that are looked for."""
    op.create_index(
        name,
        table,
        columns,
        unique=unique,
        sqlite_where=sa.text(condition),
        postgresql_where=sa.text(condition),
    )


def _road() -> None:
    op.create_table(
        "inbox",
        _id(),
        _text("channel"),
        _text("external_id"),
        _text("address"),
        _text("payload"),
        sa.Column("raw", sa.LargeBinary, nullable=True),
        _text("state"),
        _text("why"),
        _number("attempts"),
        _ms("lease_until", null=True),
        _ms("received_at"),
        _ms("done_at", null=True),
        sa.UniqueConstraint("channel", "external_id"),
    )
    _where("inbox_open", "inbox", ["address", "id"], "state IN ('new','working')")
    _where("inbox_next", "inbox", ["id"], "state IN ('new','working')")
    _where("inbox_done", "inbox", ["done_at"], "state = 'done'")
    op.create_table(
        "outbox",
        _id(),
        _text("channel"),
        _text("address"),
        _text("kind"),
        _number("priority"),
        _text("payload"),
        _text("state"),
        _number("attempts"),
        _ms("due_at"),
        _ms("lease_until", null=True),
        sa.Column("pair", Key, nullable=True),
        sa.Column("broadcast", Key, nullable=True),
        _text("language"),
        _text("external_id"),
        _text("why"),
        _ms("created_at"),
        _ms("done_at", null=True),
    )
    _where(
        "outbox_open",
        "outbox",
        ["address", "priority", "id"],
        "state IN ('queued','sending')",
    )
    _where(
        "outbox_due",
        "outbox",
        ["channel", "priority", "due_at", "id"],
        "state IN ('queued','sending')",
    )
    _where("outbox_pair", "outbox", ["pair"], "state = 'queued' AND pair IS NOT NULL")
    _where("outbox_done", "outbox", ["done_at"], "state IN ('sent','failed')")
    _where("outbox_failed", "outbox", ["id"], "state = 'failed'")
    op.create_index("outbox_broadcast", "outbox", ["broadcast"])
    op.create_table(
        "pauses",
        sa.Column("address", sa.Text, primary_key=True),
        _ms("until"),
        _text("why"),
    )
    op.create_table(
        "pairs",
        _id(),
        _text("address"),
        _text("external_id"),
        _text("subject"),
        _text("role"),
        _number("live", 1),
        _ms("made_at"),
        sqlite_autoincrement=True,  # a number in an old button never means something newer
    )
    op.create_index("pairs_message", "pairs", ["address", "external_id"])
    op.create_index("pairs_subject", "pairs", ["subject", "live"])
    op.create_table(
        "deferred",
        _id(),
        _ms("due_at"),
        _text("address"),
        _number("priority"),
        _text("payload"),
        _text("subject"),
        _text("role"),
    )
    op.create_index("deferred_due", "deferred", ["due_at", "id"])
    op.create_index("deferred_address", "deferred", ["address"])
    op.create_table(
        "conversations",
        sa.Column("address", sa.Text, primary_key=True),
        sa.Column("sender", sa.Text, primary_key=True),
        _text("step"),
        _text("data"),
        _text("choices"),
        _ms("changed_at"),
    )
    op.create_table(
        "holding",
        _id(),
        _text("kind"),
        _text("address"),
        _text("payload"),
        sa.Column("raw", sa.LargeBinary, nullable=True),
        _text("why"),
        _ms("at"),
        _ms("settled_at", null=True),
        sa.Column("settled_by", Key, nullable=True),
        _text("settled_how"),
    )
    _where("holding_open", "holding", ["id"], "settled_at IS NULL")
    op.create_table(
        "broadcasts",
        _id(),
        _text("kind"),
        _text("audience"),
        _text("payload"),
        _text("cursor"),
        _text("state"),
        _number("told"),
        _ms("due_at"),
        _ms("made_at"),
    )
    _where("broadcasts_open", "broadcasts", ["due_at"], "state = 'open'")
    op.create_table(
        "jobs",
        _id(),
        _text("kind"),
        _text("payload"),
        _text("state"),
        _number("attempts"),
        _ms("due_at"),
        _ms("lease_until", null=True),
        _text("why"),
        _ms("made_at"),
    )
    _where("jobs_open", "jobs", ["due_at", "id"], "state IN ('queued','working')")
    op.create_table(
        "duties",
        sa.Column("name", sa.Text, primary_key=True),
        _text("holder"),
        _ms("until"),
    )
    op.create_table("web_chats", sa.Column("chat", sa.Text, primary_key=True), _number("seq"))
    op.create_table(
        "web_mailbox",
        _id(),
        _text("chat"),
        _number("seq"),
        _text("kind"),
        sa.Column("nonce", sa.Text, nullable=True),
        _text("body"),
        _ms("at"),
        sa.UniqueConstraint("chat", "nonce"),
        sqlite_autoincrement=True,  # a number in an old button never means something newer
    )
    op.create_index("web_mailbox_seq", "web_mailbox", ["chat", "seq"])
    op.create_index("web_mailbox_order", "web_mailbox", ["chat", "id"])
    op.create_index("web_mailbox_at", "web_mailbox", ["at"])


def _people() -> None:
    op.create_table(
        "programmes",
        sa.Column("version", Key, primary_key=True, autoincrement=False),
        _text("data"),
        _ms("made_at"),
        sa.Column("made_by", Key, nullable=True),
    )
    op.create_table(
        "people",
        _id(),
        _text("name"),
        _text("language"),
        _text("ward"),
        _text("hamlet"),
        _ms("consented_at", null=True),
        _number("consent_version"),
        _ms("muted_at", null=True),
        _ms("erased_at", null=True),
        _ms("made_at"),
    )
    op.create_table(
        "addresses",
        sa.Column("address", sa.Text, primary_key=True),
        _ref("person", "people", null=True),
        _text("title"),
        _number("is_group"),
        _text("queue"),
        _text("ward"),
        _ms("closed_at", null=True),
        _text("closed_why"),
        _ms("seen_at"),
    )
    op.create_index("addresses_person", "addresses", ["person"])
    _where("addresses_queue", "addresses", ["queue"], "queue <> ''")
    _where("addresses_ward", "addresses", ["ward"], "ward <> ''")
    op.create_table(
        "roles",
        _id(),
        _ref("person", "people"),
        _text("role"),
        _text("scope"),
        _ms("since"),
        _ms("until", null=True),
        sa.Column("given_by", Key, nullable=True),
    )
    _where("roles_held", "roles", ["role", "scope"], "until IS NULL")
    _where("roles_of", "roles", ["person", "role", "scope"], "until IS NULL", unique=True)
    op.create_table(
        "invitations",
        _id(),
        sa.Column("code_hash", sa.Text, unique=True, nullable=False),
        _text("role"),
        _text("scope"),
        sa.Column("made_by", Key, nullable=True),
        _ms("made_at"),
        _ms("expires_at"),
        _ms("used_at", null=True),
        sa.Column("used_by", Key, nullable=True),
    )
    op.create_table(
        "private_facts",
        sa.Column("person", Key, sa.ForeignKey("people.id"), primary_key=True),
        _text("phone"),
        _text("category"),
        _text("ethnicity"),
        _ms("changed_at"),
    )
    op.create_table(
        "audit",
        _id(),
        _ms("at"),
        sa.Column("actor", Key, nullable=True),
        _text("action"),
        _text("subject"),
        _text("detail"),
    )
    op.create_index("audit_subject", "audit", ["subject", "id"])
    op.create_table(
        "held_words",
        _id(),
        _text("address"),
        _text("payload"),
        _ms("at"),
    )
    op.create_index("held_words_address", "held_words", ["address", "id"])
    op.create_index("held_words_at", "held_words", ["at"])
    op.create_table(
        "subscriptions",
        sa.Column("person", Key, sa.ForeignKey("people.id"), primary_key=True),
        sa.Column("ward", sa.Text, primary_key=True),
        _ms("since"),
    )
    op.create_index("subscriptions_ward", "subscriptions", ["ward", "person"])
    op.create_table(
        "registrations",
        _id(),
        _number("session"),
        _ref("person", "people"),
        _text("ward"),
        _text("hamlet"),
        _text("seat_group"),
        _text("name"),
        _text("state"),
        _ms("made_at"),
        _ms("reminded_at", null=True),
        _ms("left_at", null=True),
    )
    _where(
        "registrations_one",
        "registrations",
        ["session", "person"],
        "left_at IS NULL",
        unique=True,
    )
    _where("registrations_person", "registrations", ["person"], "left_at IS NULL")
    op.create_index("registrations_group", "registrations", ["session", "seat_group", "state"])
    op.create_table(
        "counters",
        sa.Column("name", sa.Text, primary_key=True),
        _number("value"),
    )


def _questions() -> None:
    op.create_table(
        "questions",
        _id(),
        sa.Column("number", sa.Text, unique=True, nullable=False),
        _ref("asker", "people"),
        _text("address"),
        _text("ward"),
        _text("hamlet"),
        _number("session"),
        _text("phase"),
        _text("text"),
        _text("topic"),
        _text("queue"),
        _text("kind"),
        _text("sensitive"),
        _text("status"),
        sa.Column("taken_by", Key, nullable=True),
        _ms("asked_at"),
        _ms("due_at"),
        _number("promised_days"),
        _ms("stopped_at", null=True),
        _ms("answered_at", null=True),
        _ms("closed_at", null=True),
        _number("reopened"),
        _number("version", 1),
    )
    op.create_index("questions_queue", "questions", ["queue", "status", "due_at", "id"])
    op.create_index("questions_asker", "questions", ["asker", "id"])
    op.create_table(
        "drafts",
        _id(),
        _ref("person", "people"),
        _text("address"),
        _text("payload"),
        _ms("made_at"),
        sqlite_autoincrement=True,  # a number in an old button never means something newer
    )
    op.create_index("drafts_person", "drafts", ["person", "id"])
    op.create_index("drafts_made", "drafts", ["made_at"])
    op.create_table(
        "history",
        _id(),
        _ref("question", "questions"),
        _ms("at"),
        sa.Column("actor", Key, nullable=True),
        _text("move"),
        _text("before"),
        _text("after"),
        _text("note"),
        _text("detail"),
    )
    op.create_index("history_question", "history", ["question", "id"])
    op.create_table(
        "attachments",
        _id(),
        _ref("question", "questions"),
        _text("channel"),
        _text("media"),
        _text("ref"),
        _text("name"),
        _ms("at"),
    )
    op.create_index("attachments_question", "attachments", ["question"])
    op.create_table(
        "answers",
        _id(),
        _ref("question", "questions"),
        _text("text"),
        _text("status"),
        _number("private"),
        sa.Column("author", Key, nullable=True),
        sa.Column("approver", Key, nullable=True),
        _text("note"),
        _ms("made_at"),
        _ms("approved_at", null=True),
    )
    op.create_index("answers_question", "answers", ["question", "id"])
    op.create_table(
        "feedback",
        _id(),
        _ref("question", "questions"),
        _ref("person", "people"),
        _number("helpful"),
        _ms("at"),
    )
    op.create_index("feedback_question", "feedback", ["question"])
    op.create_table(
        "followers",
        sa.Column("question", Key, sa.ForeignKey("questions.id"), primary_key=True),
        sa.Column("person", Key, sa.ForeignKey("people.id"), primary_key=True),
        _ms("since"),
    )


def _relay() -> None:
    op.create_table(
        "bulletins",
        _id(),
        _text("ward"),
        _text("means"),
        _ms("due_at"),
        _ms("chat_at"),
        _text("state"),
        _text("note"),
        _ms("told_at", null=True),
        _ms("heard_at", null=True),
        _ms("aired_at", null=True),
        sa.Column("aired_by", Key, nullable=True),
    )
    _where("bulletins_open", "bulletins", ["ward", "due_at"], "told_at IS NULL", unique=True)
    _where("bulletins_unheard", "bulletins", ["chat_at"], "heard_at IS NULL")
    op.create_index("bulletins_ward", "bulletins", ["ward", "id"])
    op.create_table(
        "releases",
        _id(),
        _ref("answer", "answers"),
        _ref("question", "questions"),
        _text("ward"),
        _ref("bulletin", "bulletins", null=True),
        _ms("made_at"),
        _ms("told_at", null=True),
        _ms("public_at", null=True),
        sa.UniqueConstraint("answer", "ward"),
    )
    op.create_index("releases_bulletin", "releases", ["bulletin"])
    _where("releases_newest", "releases", ["public_at", "id"], "public_at IS NOT NULL")
    _where(
        "releases_newest_of_ward", "releases", ["ward", "public_at", "id"], "public_at IS NOT NULL"
    )
    op.create_index("releases_question", "releases", ["question"])
