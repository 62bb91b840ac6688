"""A database in which very much is stored: years of questions, with the people behind them.

What is open is as much as officials can work on, however much was asked before: the same in a small
archive and in a large one.
"""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from storage import schema
from storage.statements import Statement, parse

QUEUES = ("nhcsxh", "bhxh", "ldtbxh", "kinhte", "yte", "gddt", "ubnd_phuong@p7")

#: The ward that everybody follows.
FOLLOWED = "p7"

_YEARS = 5 * 365 * 86_400_000

#: Speed is all that counts for a file that is thrown away if it does not get ready.
_IN_HASTE = ("journal_mode=OFF", "synchronous=OFF", "cache_size=-262144")


@dataclass(frozen=True, slots=True)
class Archive:
    """So many questions, the last of them asked at ``now`` (epoch milliseconds)."""

    questions: int
    now: int

    @property
    def people(self) -> int:
        """Residents: persons 1 … ``people``; their chats are ``telegram:1`` …"""
        return max(10, self.questions // 10)

    @property
    def open(self) -> int:
        """The newest questions, which nobody has answered yet."""
        return min(self.questions // 5, 2_000)

    @property
    def messages(self) -> int:
        """How much the old hand has said."""
        return min(10_000, self.questions)

    @property
    def old_hand(self) -> int:
        """Somebody with a long history, on the web as ``web:old-hand``."""
        return self.people + 1

    @property
    def newcomer(self) -> int:
        """Somebody who is known and has said nothing: ``web:newcomer``."""
        return self.people + 2

    def officer(self, queue: str) -> int:
        return self.people + 3 + 2 * QUEUES.index(queue)

    def head(self, queue: str) -> int:
        return self.officer(queue) + 1

    def steps(self) -> Iterator[tuple[Statement, list[object]]]:
        """Statements with their values, in an order that keeps every reference."""
        values = {
            "now": self.now,
            "began": self.now - _YEARS,
            "people": self.people,
            "open": self.open,
            "messages": self.messages,
            "old_hand": self.old_hand,
            "newcomer": self.newcomer,
            "officer": self.officer(QUEUES[0]),
            "recent": 1 + self.questions * 3 // 10,
            "queued": min(500, self.people),
        }
        known = self.head(QUEUES[-1])
        for statement in parse(Path(__file__).with_suffix(".sql").read_text("utf-8")):
            many = known if statement.name in ("people", "addresses") else self.questions
            for role in self._roles() if statement.name == "role" else ({},):
                given = {**values, "many": many, **role}
                yield statement, [given[name] for name in statement.parameters]

    def _roles(self) -> Iterator[dict[str, object]]:
        for queue in QUEUES:
            yield {"person": self.officer(queue), "role": "officer", "queue": queue}
            yield {"person": self.head(queue), "role": "head", "queue": queue}


def build(path: Path, archive: Archive) -> None:
    """Write the archive to a new SQLite file; its indexes last, which takes half the time."""
    asyncio.run(schema.ensure_sqlite(path))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for pragma in _IN_HASTE:
            connection.execute(f"PRAGMA {pragma}")
        indexes = connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"
        ).fetchall()
        connection.execute("BEGIN")
        for name, _ in indexes:
            connection.execute(f"DROP INDEX {name}")
        for statement, values in archive.steps():
            connection.execute(statement.sqlite, values)
        for _, index in indexes:
            connection.execute(index)
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode=WAL")
