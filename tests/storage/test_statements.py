"""Every statement of storage/*.sql is sound, and finds its rows without reading whole tables."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.statements import Statement, parse, statements

#: Indexes that hold only the few rows that are open: reading one through is no scan of history.
_OPEN_ROWS = {
    "inbox_open", "inbox_next", "outbox_open", "outbox_due", "outbox_pair", "outbox_failed",
    "jobs_open", "holding_open", "broadcasts_open", "bulletins_open", "bulletins_unheard",
}  # fmt: skip

#: Statements that read a whole table, and why that is no harm.
_WHOLE_TABLE = {
    "alarms_open": "a row a trouble that is not over",
    "audit_forget": "once an hour",
    "broadcasts_forget_words": "once an hour, a row a bulletin",
    "deferred_forget_subject": "holds one night's notices",
    "drafts_old": "holds what nobody has sent yet",
    "duties_all": "a handful of rows",
    "followers_forget": "only when a person is erased",
    "held_expired": "holds one day's words",
    "pauses_over": "holds the pauses of one hour",
    "people_settled": "once an hour",
    "programme_newest": "a row a version",
    "registrations_leave_all": "only when a person is erased",
}


@pytest.fixture(scope="module")
def schema(migrated: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(migrated)
    yield connection
    connection.close()


def _plan(schema: sqlite3.Connection, statement: Statement) -> list[str]:
    rows = schema.execute(
        f"EXPLAIN QUERY PLAN {statement.sqlite}", [None] * len(statement.parameters)
    )
    return [str(row[3]) for row in rows]


@pytest.mark.parametrize("name", sorted(statements()))
def test_a_statement_can_be_prepared_on_sqlite(schema: sqlite3.Connection, name: str) -> None:
    statement = statements()[name]

    schema.execute(f"EXPLAIN {statement.sqlite}", [None] * len(statement.parameters))


@pytest.mark.parametrize("name", sorted(statements()))
def test_a_statement_reads_no_whole_table(schema: sqlite3.Connection, name: str) -> None:
    scans = [
        step
        for step in _plan(schema, statements()[name])
        if step.startswith("SCAN ")
        and step != "SCAN CONSTANT ROW"
        and step.partition(" USING INDEX ")[2] not in _OPEN_ROWS
        and step.partition(" USING COVERING INDEX ")[2] not in _OPEN_ROWS
    ]

    assert bool(scans) == (name in _WHOLE_TABLE), scans or "it does not: take it off the list"


def test_the_inbox_is_claimed_oldest_first_through_its_open_rows(
    schema: sqlite3.Connection,
) -> None:
    assert _plan(schema, statements()["inbox_claim"]) == [
        "SEARCH inbox USING INTEGER PRIMARY KEY (rowid=?)",
        "LIST SUBQUERY 2",
        "SCAN o USING INDEX inbox_next",
        "CORRELATED SCALAR SUBQUERY 1",
        "SEARCH p USING INDEX inbox_open (address=?)",
    ]


def test_the_outbox_is_claimed_in_the_order_of_its_index_without_sorting(
    schema: sqlite3.Connection,
) -> None:
    assert _plan(schema, statements()["outbox_claim"]) == [
        "SEARCH outbox USING INTEGER PRIMARY KEY (rowid=?)",
        "LIST SUBQUERY 3",
        "SEARCH o USING INDEX outbox_due (channel=? AND priority<?)",
        "CORRELATED SCALAR SUBQUERY 1",
        "SEARCH w USING INDEX sqlite_autoindex_pauses_1 (address=?)",
        "CORRELATED SCALAR SUBQUERY 2",
        "SEARCH p USING INDEX outbox_open (address=?)",
        "CORRELATED SCALAR SUBQUERY 4",
        "SEARCH a USING INDEX sqlite_autoindex_addresses_1 (address=?)",
    ]


@pytest.mark.parametrize(
    ("name", "plan"),
    [
        (
            "questions_in_queue",
            "SEARCH questions USING INDEX questions_queue (queue=? AND status=? AND due_at>?)",
        ),
        (
            "questions_of_asker",
            "SEARCH questions USING INDEX questions_asker (asker=? AND id<?)",
        ),
    ],
    ids=["a queue", "my questions"],
)
def test_a_page_of_questions_is_read_from_its_index_in_order(
    schema: sqlite3.Connection, name: str, plan: str
) -> None:
    assert _plan(schema, statements()[name]) == [plan]


def test_statements_are_written_once_for_both_engines() -> None:
    [statement] = parse(
        "-- name: claim\n"
        "-- Take some.\n"
        "SELECT id FROM t WHERE a = :a AND b <> 'x:y' AND c = :b::BIGINT AND d = :a\n"
        " LIMIT :most /* PostgreSQL: FOR UPDATE SKIP LOCKED */\n"
    )

    assert statement.parameters == ("a", "b", "most")
    assert statement.sqlite == (
        "SELECT id FROM t WHERE a = ?1 AND b <> 'x:y' AND c = ?2::BIGINT AND d = ?1\n LIMIT ?3 "
    )
    assert statement.postgres == (
        "SELECT id FROM t WHERE a = $1 AND b <> 'x:y' AND c = $2::BIGINT AND d = $1\n"
        " LIMIT $3 FOR UPDATE SKIP LOCKED"
    )


def test_a_value_that_a_statement_does_not_know_or_misses_is_a_mistake() -> None:
    statement = statements()["inbox_fail"]

    assert statement.bind({"id": 7, "why": "KeyError", "now": 5}) == ["KeyError", 5, 7]
    with pytest.raises(KeyError):
        statement.bind({"id": 7, "why": "KeyError"})
    with pytest.raises(KeyError):
        statement.bind({"id": 7, "why": "KeyError", "then": 5})


def test_every_statement_is_used() -> None:
    root = Path(__file__).parents[2]
    code = "".join(path.read_text() for path in (root / "storage").glob("*.py"))

    assert [name for name in statements() if f'"{name}"' not in code] == []


def test_a_lease_is_a_minute_in_every_claim() -> None:
    for name in ("outbox_claim", "inbox_claim"):
        assert "AS BIGINT) + 60000" in statements()[name].sqlite
