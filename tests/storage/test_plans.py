"""No statement costs more because much is stored: each is explained, on both engines.

A new statement is looked at by itself. If it reads a whole table, sorts, or finds as many rows as
there may be, it has to be bounded, or to stand in a list of ``plans_known.py`` with the reason why
that is no harm.
"""

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from storage.statements import Statement, statements
from tests.storage.plans_known import ALL_OF_IT, OPEN_ROWS, SORTED, WHOLE_TABLE

EVERY = pytest.mark.parametrize("name", sorted(statements()))


# ── SQLite ───────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Plans:
    """What SQLite means to do with a statement, in a database without statistics, as it is used."""

    schema: sqlite3.Connection

    def of(self, statement: Statement) -> list[str]:
        rows = self.schema.execute(
            f"EXPLAIN QUERY PLAN {statement.sqlite}", [None] * len(statement.parameters)
        )
        return [str(row[3]) for row in rows]

    def read_through(self, plan: list[str]) -> list[str]:
        """The tables and indexes that are read from one end to the other."""
        own = {step.split()[1] for step in plan if step.startswith(("CO-ROUTINE", "MATERIALIZE"))}
        scans = [step for step in plan if step.startswith("SCAN ") and step != "SCAN CONSTANT ROW"]
        return [
            step
            for step in scans
            if step.split()[1] not in own and step.rpartition("INDEX ")[2] not in OPEN_ROWS
        ]

    def finds_many(self, plan: list[str]) -> list[str]:
        """The searches that find as many rows as there may be, rather than one."""
        return [
            step
            for step in plan
            if step.startswith(("SEARCH", "SCAN"))
            and step != "SCAN CONSTANT ROW"
            and not self._finds_one(step)
        ]

    def _finds_one(self, step: str) -> bool:
        found = re.fullmatch(r"SEARCH \w+ USING (?:COVERING )?INDEX (\w+) \((.*)\)", step)
        if not found:
            return "INTEGER PRIMARY KEY (rowid=?)" in step
        index, condition = found.groups()
        key = self.schema.execute("SELECT COUNT(*) FROM pragma_index_info(?)", (index,))
        return self._is_unique(index) and condition.count("=?") == key.fetchone()[0]

    def _is_unique(self, index: str) -> bool:
        found = self.schema.execute(
            'SELECT l."unique" FROM sqlite_schema AS t, pragma_index_list(t.tbl_name) AS l'
            " WHERE t.name = ?1 AND l.name = ?1",
            (index,),
        )
        return bool(found.fetchone()[0])


@pytest.fixture(scope="module")
def plans(migrated: Path) -> Iterator[Plans]:
    connection = sqlite3.connect(migrated)
    yield Plans(connection)
    connection.close()


@EVERY
def test_a_statement_reads_no_whole_table(plans: Plans, name: str) -> None:
    through = plans.read_through(plans.of(statements()[name]))

    assert bool(through) == (name in WHOLE_TABLE), through


@EVERY
def test_a_statement_finds_its_rows_in_order_and_sorts_nothing(plans: Plans, name: str) -> None:
    plan = plans.of(statements()[name])
    sorts = [step for step in plan if "TEMP B-TREE" in step]

    assert bool(sorts) == (name in SORTED), plan


@EVERY
def test_a_statement_touches_one_row_or_a_limited_number_of_them(plans: Plans, name: str) -> None:
    statement = statements()[name]
    many = plans.finds_many(plans.of(statement)) if "LIMIT" not in statement.sqlite else []

    assert bool(many) == (name in ALL_OF_IT), many


@EVERY
def test_no_page_is_counted_off_from_the_beginning(name: str) -> None:
    assert "OFFSET" not in statements()[name].sqlite


@pytest.mark.parametrize(
    ("name", "plan"),
    [
        (
            "questions_in_queue",
            "SEARCH questions USING INDEX questions_open "
            "(queue=? AND status=? AND sensitive=? AND due_at>?)",
        ),
        (
            "questions_of_asker",
            "SEARCH questions USING INDEX questions_asker (asker=? AND household=? AND id<?)",
        ),
        (
            "answers_public_of_ward",
            "SEARCH r USING INDEX releases_newest_of_ward (ward=? AND public_at>? AND public_at<?)",
        ),
        (
            "board_untouched",
            "SEARCH q USING INDEX questions_board (session=? AND sensitive=? AND id>?)",
        ),
        ("history_words", "SEARCH history USING INDEX history_words (question=?)"),
        ("mailbox_newest", "SEARCH web_mailbox USING INDEX web_mailbox_order (chat=? AND id<?)"),
        ("drafts_of", "SEARCH drafts USING INDEX drafts_person (person=? AND id>?)"),
        ("holding_open", "SEARCH holding USING INDEX holding_open (id>?)"),
    ],
    ids=[
        "queue",
        "my questions",
        "a ward's answers",
        "board",
        "thread",
        "web chat",
        "drafts",
        "pen",
    ],
)
def test_a_page_that_people_open_begins_where_the_one_before_ended(
    plans: Plans, name: str, plan: str
) -> None:
    assert plans.of(statements()[name])[0] == plan


def test_a_queue_is_counted_from_its_index_of_open_questions_alone(plans: Plans) -> None:
    looks = [one for one in plans.of(statements()["queue_counts"]) if one.startswith("SEARCH")]

    assert looks == [
        "SEARCH q USING COVERING INDEX questions_open (queue=? AND status=? AND sensitive=?)",
        "SEARCH q USING COVERING INDEX questions_open "
        "(queue=? AND status=? AND sensitive=? AND due_at<?)",
    ]


def test_what_stands_on_a_board_is_counted_from_its_index_of_open_questions(plans: Plans) -> None:
    looks = plans.of(statements()["board_untouched_count"])

    assert "SEARCH q USING INDEX questions_board (session=? AND sensitive=? AND id>?)" in looks
