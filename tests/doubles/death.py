"""A program that dies at a chosen moment of its work with the database, and all that is kept.

Death stands at the wire: from that moment on nothing that the program asks for happens. What the
operating system and the server see of it is played by who uses this: the files as they lie there,
connections that end.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing
from typing import Any

import asyncpg

from storage.database import Database, Row, Tx

#: All rows of all tables.
Ledger = dict[str, list[tuple[Any, ...]]]


async def _nothing() -> None:
    """Nobody watches."""


class Mortal:
    """A ``Database`` with a program that dies before its ``dies_at``th move; 0: it never does.

    A move is a statement, the beginning of a transaction, and both sides of its end.
    """

    def __init__(self, database: Database) -> None:
        self.moves = 0
        self.commits = 0
        self.dies_at = 0
        self.committed: Callable[[], Awaitable[None]] = _nothing  #: called after each commit
        self.dead = asyncio.Event()
        self._database = database
        self._others: set[asyncio.Task[Any]] = asyncio.all_tasks()
        self._is_buried = False

    @property
    def serial(self) -> bool:
        return self._database.serial

    async def move(self) -> None:
        self.moves += 1
        if self.moves == self.dies_at:
            self.dead.set()
        if self._is_buried:
            raise asyncio.CancelledError
        if self.dead.is_set():
            await asyncio.Event().wait()

    async def bury(self) -> None:
        """End everything that the program was doing."""
        self._is_buried = True
        left = asyncio.all_tasks() - self._others
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Tx]:
        await self.move()
        async with self._database.transaction() as tx:
            yield MortalTx(tx, self)
            await self.move()
        self.commits += 1
        await self.committed()
        await self.move()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Tx]:
        async with self._database.reading() as tx:
            yield MortalTx(tx, self)

    async def close(self) -> None:
        """Its owner closes it."""


class MortalTx:
    """Every statement is a move."""

    def __init__(self, tx: Tx, mortal: Mortal) -> None:
        self._tx = tx
        self._move = mortal.move

    async def run(self, statement: str, /, **values: object) -> int:
        await self._move()
        return await self._tx.run(statement, **values)

    async def one(self, statement: str, /, **values: object) -> Row | None:
        await self._move()
        return await self._tx.one(statement, **values)

    async def all(self, statement: str, /, **values: object) -> list[Row]:
        await self._move()
        return await self._tx.all(statement, **values)

    async def value(self, statement: str, /, **values: object) -> Any:
        await self._move()
        return await self._tx.value(statement, **values)

    async def many(self, statement: str, rows: list[dict[str, object]], /) -> None:
        await self._move()
        await self._tx.many(statement, rows)

    def savepoint(self) -> AbstractAsyncContextManager[None]:
        return self._tx.savepoint()

    def after_commit(
        self, call: Callable[[], None], undone: Callable[[], None] | None = None
    ) -> None:
        self._tx.after_commit(call, undone)


async def everything(url: str) -> Ledger:
    """What is kept, read past the product, on either engine."""
    if url.startswith("sqlite:"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as file:
            tables = file.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            return {
                name: sorted(file.execute(f"SELECT * FROM {name}"), key=repr) for (name,) in tables
            }
    connection: Any = await asyncpg.connect(url)
    try:
        tables = await connection.fetch(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        )
        return {
            name: sorted(map(tuple, await connection.fetch(f"SELECT * FROM {name}")), key=repr)
            for (name,) in tables
        }
    finally:
        await connection.close()
