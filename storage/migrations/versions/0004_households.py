"""Households and the seats they have, files that people send and get, jobs that are numbered."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

Key = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    _households()
    _seats()
    _registrations()
    _files()
    _jobs()


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead: households would be lost")


def _id() -> sa.Column[int]:
    return sa.Column("id", Key, sa.Identity(), primary_key=True)


def _ms(name: str, *, null: bool = False) -> sa.Column[int]:
    """A moment in epoch milliseconds."""
    return sa.Column(name, sa.BigInteger, nullable=null)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, server_default="")


def _number(name: str, default: int = 0) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, nullable=False, server_default=str(default))


def _ref(name: str, to: str) -> sa.Column[int]:
    return sa.Column(name, Key, sa.ForeignKey(f"{to}.id"), nullable=False)


def _whom(name: str) -> sa.Column[int]:
    """A person, or nobody; kept when the person is erased."""
    return sa.Column(name, Key, nullable=True)


def _index(
    name: str, table: str, columns: list[str], condition: str = "", *, unique: bool = False
) -> None:
    """An index, over only the rows that are looked for where there is a condition."""
    where = sa.text(condition) if condition else None
    op.create_index(name, table, columns, unique=unique, sqlite_where=where, postgresql_where=where)


def _households() -> None:
    """Who may be invited. What is private about them stands apart, behind one gate."""
    op.create_table(
        "households",
        _id(),
        _text("name"),
        _text("ward"),
        _text("hamlet"),
        _text("source"),
        _ms("made_at"),
        _ms("changed_at"),
        _ms("left_at", null=True),
    )
    _index("households_name", "households", ["ward", "name", "source", "id"], "left_at IS NULL")
    _index("households_place", "households", ["ward", "hamlet", "id"], "left_at IS NULL")
    op.create_table(
        "household_facts",
        sa.Column("household", Key, sa.ForeignKey("households.id"), primary_key=True),
        _text("phone"),
        _text("category"),
        _text("ethnicity"),
        _text("sex"),
        _number("birth_year"),
        _ms("changed_at"),
    )
    _index("household_facts_phone", "household_facts", ["phone"], "phone <> ''")
    op.create_table(
        "household_people",
        _id(),
        _ref("household", "households"),
        _ref("person", "people"),
        _text("relation"),
        _text("consent"),
        _ms("since"),
        _ms("until", null=True),
        _whom("made_by"),
    )
    _index(
        "household_people_one",
        "household_people",
        ["household", "person"],
        "until IS NULL",
        unique=True,
    )
    _index("household_people_person", "household_people", ["person", "id"], "until IS NULL")
    _index("household_people_household", "household_people", ["household", "id"], "until IS NULL")
    op.create_table(
        "household_codes",
        _id(),
        sa.Column("code_hash", sa.Text, unique=True, nullable=False),
        _ref("household", "households"),
        _whom("made_by"),
        _ms("made_at"),
        _ms("expires_at"),
    )


def _seats() -> None:
    """A household's place in a session, from the roster to the hall; each change has a row."""
    op.create_table(
        "seats",
        _id(),
        _number("session"),
        _ref("household", "households"),
        _text("seat_group"),
        _text("ward"),
        _text("state"),
        _text("listed"),
        _number("position"),
        _number("rank"),
        _text("reasons"),
        _text("guest"),
        _text("edit"),
        _text("edit_why"),
        _whom("edited_by"),
        _ms("held_until", null=True),
        _ms("ask_at", null=True),
        _ms("came_at", null=True),
        _whom("came_by"),
        _ms("changed_at"),
        sa.UniqueConstraint("session", "household"),
    )
    corner = ["session", "seat_group", "ward"]
    _index("seats_rank", "seats", [*corner, "rank", "id"])
    _index("seats_figures", "seats", [*corner, "state"])
    _index("seats_state", "seats", ["session", "state", "id"])
    _index("seats_taken", "seats", corner, "state IN ('planned','offered','accepted','came')")
    _index("seats_waiting", "seats", [*corner, "rank", "id"], "state = 'waiting'")
    _index("seats_household", "seats", ["household", "session"])
    _index("seats_held", "seats", ["held_until", "id"], "held_until IS NOT NULL")
    _index("seats_ask", "seats", ["ask_at", "id"], "ask_at IS NOT NULL")
    op.create_table(
        "seat_moves",
        _id(),
        _ref("seat", "seats"),
        _ms("at"),
        _whom("actor"),
        _text("move"),
        _text("before"),
        _text("after"),
        _text("why"),
    )
    _index("seat_moves_seat", "seat_moves", ["seat", "id"])
    op.create_table(
        "seat_reminders",
        sa.Column("seat", Key, sa.ForeignKey("seats.id"), primary_key=True),
        sa.Column("kind", sa.Text, primary_key=True),
        _ms("at"),
    )
    op.create_table(
        "seat_plans",
        sa.Column("session", Key, primary_key=True, autoincrement=False),
        _text("state"),
        _number("version"),
        _ms("made_at"),
        _whom("made_by"),
        _ms("signed_at", null=True),
        _whom("signed_by"),
        _ms("released_at", null=True),
    )


def _registrations() -> None:
    """Who signed up by chat becomes a household with a seat; a person's household has its number.

    Nobody has planned yet: who was told that they have a seat is put in by hand, and keeps it.
    """
    op.execute(
        "INSERT INTO households (id, name, ward, hamlet, source, made_at, changed_at)"
        " SELECT id, name, ward, hamlet, 'chat', made_at, made_at FROM people AS p"
        " WHERE erased_at IS NULL AND EXISTS"
        " (SELECT 1 FROM registrations AS g WHERE g.person = p.id AND g.left_at IS NULL)"
    )
    if op.get_context().dialect.name == "postgresql":
        op.execute(
            "SELECT setval(pg_get_serial_sequence('households', 'id'), MAX(id)) FROM households"
        )
    op.execute(
        "INSERT INTO household_facts (household, phone, category, ethnicity, changed_at)"
        " SELECT f.person, f.phone, f.category, f.ethnicity, f.changed_at"
        " FROM private_facts AS f JOIN households AS h ON h.id = f.person"
    )
    op.execute(
        "INSERT INTO household_people (household, person, relation, consent, since)"
        " SELECT id, id, 'self', 'chat', made_at FROM households"
    )
    op.execute(
        "INSERT INTO seats"
        " (session, household, seat_group, ward, state, edit, edit_why, changed_at)"
        " SELECT g.session, g.person, g.seat_group, g.ward, 'listed',"
        " CASE g.state WHEN 'seated' THEN 'in' ELSE '' END,"
        " CASE g.state WHEN 'seated' THEN 'đã được nhận chỗ khi đăng ký' ELSE '' END, g.made_at"
        " FROM registrations AS g JOIN households AS h ON h.id = g.person"
        " WHERE g.left_at IS NULL ORDER BY g.id"
    )
    op.drop_table("registrations")
    op.drop_column("private_facts", "category")


def _files() -> None:
    """Files that a person sent or is to get: a roster, a list, a letter. They do not stay long."""
    op.create_table(
        "files",
        _id(),
        sa.Column("token", sa.Text, unique=True, nullable=False),
        _text("name"),
        sa.Column("content", sa.LargeBinary, nullable=False),
        _whom("person"),
        _text("address"),
        _ms("made_at"),
        _ms("expires_at"),
    )
    _index("files_expired", "files", ["expires_at"])
    _index("files_person", "files", ["person"], "person IS NOT NULL")
    _index("files_address", "files", ["address", "id"], "address <> ''")


def _jobs() -> None:
    """The number of a job is never used again; on PostgreSQL it never was."""
    if op.get_context().dialect.name != "sqlite":
        return
    op.drop_index("jobs_open")
    op.rename_table("jobs", "jobs_before")
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
        sqlite_autoincrement=True,
    )
    op.execute("INSERT INTO jobs SELECT * FROM jobs_before")
    op.drop_table("jobs_before")
    _index("jobs_open", "jobs", ["due_at", "id"], "state IN ('queued','working')")
