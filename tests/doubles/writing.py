"""Turns of one statement, and how many commits they came to."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from storage import mailboxes
from storage.database import Tx
from storage.sqlite import Sqlite


async def write(tx: Tx, chat: str) -> None:
    """One event in a chat: the least that a turn can do."""
    await tx.value("mailbox_step", chat=chat)


async def kept_of(database: Sqlite, chat: str) -> int:
    async with database.reading() as tx:
        return await mailboxes.last_seq(tx, chat)


async def a_turn(database: Sqlite, chat: str, goes_on: asyncio.Event | None = None) -> None:
    async with database.transaction() as tx:
        await write(tx, chat)
        if goes_on:
            await goes_on.wait()


async def breaks(
    database: Sqlite, chat: str, afterwards: Callable[[], None] = lambda: None
) -> None:
    async with database.transaction() as tx:
        await write(tx, chat)
        tx.after_commit(afterwards)
        raise ValueError("broken")


async def until_waiting(*turns: "asyncio.Task[None]") -> None:
    """Give turns time to reach the queue for the writer."""
    for _ in range(5):
        await asyncio.sleep(0)
    assert not any(turn.done() for turn in turns)


class Commits:
    """Counts what reaches the disk, by the file's own log of transactions."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen = self._version()

    def fresh(self) -> int:
        """How many transactions were written since the last look."""
        before, self._seen = self._seen, self._version()
        return self._seen - before

    def _version(self) -> int:
        """Commits in the write-ahead log: its frames that carry the size of the database."""
        log = self._path.with_name(self._path.name + "-wal")
        data = log.read_bytes() if log.exists() else b""
        page = int.from_bytes(data[8:12], "big") if data else 0
        frames = range(32, len(data), 24 + page) if page else range(0)
        return sum(int.from_bytes(data[at + 4 : at + 8], "big") > 0 for at in frames)
