"""Every statement of storage/*.sql is sound; ``test_plans.py`` says how it finds its rows."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.statements import Statement, parse, statements


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
        "LIST SUBQUERY 4",
        "SCALAR SUBQUERY 3",
        "SEARCH c USING INDEX sqlite_autoindex_pauses_1 (address=?)",
        "SEARCH o USING INDEX outbox_due (channel=? AND priority<?)",
        "CORRELATED SCALAR SUBQUERY 1",
        "SEARCH p USING INDEX outbox_open (address=?)",
        "CORRELATED SCALAR SUBQUERY 2",
        "SEARCH w USING INDEX sqlite_autoindex_pauses_1 (address=?)",
        "CORRELATED SCALAR SUBQUERY 5",
        "SEARCH a USING INDEX sqlite_autoindex_addresses_1 (address=?)",
    ]


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


def test_what_statements_share_is_written_once_above_them() -> None:
    due, late = parse(
        "-- part: mine\n"
        "-- Whose it is.\n"
        "person = :person AND note <> '{}'\n\n"
        "-- name: due\nSELECT id FROM t WHERE at > :now AND {mine}\n\n"
        "-- name: late\nDELETE FROM t WHERE {mine}\n"
    )

    assert due.sqlite == "SELECT id FROM t WHERE at > ?1 AND person = ?2 AND note <> '{}'"
    assert due.parameters == ("now", "person")
    assert late.postgres == "DELETE FROM t WHERE person = $1 AND note <> '{}'"


def test_a_part_that_is_not_there_is_a_mistake() -> None:
    with pytest.raises(KeyError, match="mine"):
        list(parse("-- name: due\nSELECT id FROM t WHERE {mine}\n"))


def test_a_value_that_a_statement_does_not_know_or_misses_is_a_mistake() -> None:
    statement = statements()["inbox_fail"]

    values = {"id": 7, "try": 1, "why": "KeyError", "now": 5}
    assert statement.bind(values) == ["KeyError", 5, 7, 1]
    with pytest.raises(KeyError):
        statement.bind({"id": 7, "try": 1, "why": "KeyError"})
    with pytest.raises(KeyError):
        statement.bind({"id": 7, "try": 1, "why": "KeyError", "then": 5})


def test_every_statement_is_used() -> None:
    root = Path(__file__).parents[2]
    code = "".join(path.read_text() for path in (root / "storage").glob("*.py"))

    assert [name for name in statements() if f'"{name}"' not in code] == []


@pytest.mark.parametrize(("name", "lease"), [("outbox_claim", 60), ("inbox_claim", 20)])
def test_a_lease_is_as_long_as_the_guide_says(name: str, lease: int) -> None:
    assert f"AS BIGINT) + {lease}000" in statements()[name].sqlite
