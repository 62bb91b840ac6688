"""SQLite: WAL, synchronous=FULL, one writer. Turns that wait together commit together.

A commit costs a flush to disk. While one turn works, others queue for the writer; each works in its
own savepoint of the same transaction, and the last of them commits for all. A turn returns to its
caller only after that commit, so what was promised is on disk.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any

import aiosqlite

from storage.database import Row, Unavailable
from storage.statements import statements

#: How many turns may share one commit. More would make the first of them wait without need.
_TOGETHER = 64

_SETUP = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=5000",
    "PRAGMA journal_size_limit=67108864",
)


class SqliteTx:
    """One turn's savepoint inside the shared transaction."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection
        self._names = count(1)
        self.calls: list[Callable[[], None]] = []

    async def run(self, statement: str, /, **values: object) -> int:
        found = statements()[statement]
        cursor = await self._connection.execute(found.sqlite, found.bind(values))
        return cursor.rowcount

    async def one(self, statement: str, /, **values: object) -> Row | None:
        rows = await self.all(statement, **values)
        return rows[0] if rows else None

    async def all(self, statement: str, /, **values: object) -> list[Row]:
        found = statements()[statement]
        return list(await self._connection.execute_fetchall(found.sqlite, found.bind(values)))

    async def value(self, statement: str, /, **values: object) -> Any:
        found = statements()[statement]
        rows = list(await self._connection.execute_fetchall(found.sqlite, found.bind(values)))
        return rows[0][0] if rows else None

    async def many(self, statement: str, rows: list[dict[str, object]], /) -> None:
        found = statements()[statement]
        await self._connection.executemany(found.sqlite, [found.bind(row) for row in rows])

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        name, calls = f"part_{next(self._names)}", len(self.calls)
        await self._connection.execute(f"SAVEPOINT {name}")
        try:
            yield
        except BaseException:
            del self.calls[calls:]
            await self._connection.execute(f"ROLLBACK TO {name}")
            await self._connection.execute(f"RELEASE {name}")
            raise
        await self._connection.execute(f"RELEASE {name}")

    def after_commit(self, call: Callable[[], None]) -> None:
        self.calls.append(call)


class Sqlite:
    """A ``storage.database.Database`` in one file."""

    def __init__(self, writer: aiosqlite.Connection, reader: aiosqlite.Connection) -> None:
        self._writer = writer
        self._reader = reader
        self._turn = asyncio.Lock()
        self._waiting = 0
        self._batch: list[tuple[asyncio.Future[None], SqliteTx]] = []
        self._flushes: set[asyncio.Task[None]] = set()

    @classmethod
    async def open(cls, path: Path) -> "Sqlite":
        """Open the file, made with its folder if it is not there. Raises Unavailable."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            writer = await _connect(path)
            reader = await _connect(path)
        except (OSError, sqlite3.Error) as error:
            raise Unavailable(f"cannot open {path}: {error}") from error
        await reader.execute("PRAGMA query_only=ON")
        return cls(writer, reader)

    async def close(self) -> None:
        async with self._turn:
            await self._writer.close()
            await self._reader.close()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[SqliteTx]:
        yield SqliteTx(self._reader)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[SqliteTx]:
        await self._wait_for_turn()
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        try:
            tx = SqliteTx(self._writer)
            try:
                await self._begin()
                async with tx.savepoint():
                    yield tx
                self._batch.append((done, tx))
            except sqlite3.Error as error:
                raise _as_unavailable(error) from error
            finally:
                await self._commit_if_last()
        finally:
            self._turn.release()
        await done

    async def _wait_for_turn(self) -> None:
        self._waiting += 1
        try:
            await self._turn.acquire()
        except asyncio.CancelledError:
            # The turn before this one may have left the commit to it.
            flush = asyncio.create_task(self._flush())
            self._flushes.add(flush)
            flush.add_done_callback(self._flushes.discard)
            raise
        finally:
            self._waiting -= 1

    async def _flush(self) -> None:
        async with self._turn:
            await self._commit_if_last()

    async def _begin(self) -> None:
        if not self._writer.in_transaction:
            await self._writer.execute("BEGIN IMMEDIATE")

    async def _commit_if_last(self) -> None:
        """Commit unless another turn is waiting to share the commit.

        Where SQLite took the whole transaction back by itself (disk full), every turn in it fails.
        """
        if not self._writer.in_transaction:
            self._settle(Unavailable("the database took the transaction back"))
        elif not self._waiting or len(self._batch) >= _TOGETHER:
            try:
                await self._writer.commit()
            except sqlite3.Error as error:
                if self._writer.in_transaction:
                    await self._writer.rollback()
                self._settle(_as_unavailable(error))
            else:
                self._settle(None)

    def _settle(self, error: Exception | None) -> None:
        batch, self._batch = self._batch, []
        for done, tx in batch:
            if error is None:
                for call in tx.calls:
                    call()
            if done.cancelled():
                continue
            if error is None:
                done.set_result(None)
            else:
                done.set_exception(error)


async def _connect(path: Path) -> aiosqlite.Connection:
    connection = await aiosqlite.connect(path, isolation_level=None, cached_statements=512)
    connection.row_factory = sqlite3.Row
    for pragma in _SETUP:
        await connection.execute(pragma)
    return connection


def _as_unavailable(error: sqlite3.Error) -> Exception:
    """Tell trouble with the disk from a mistake in a statement, which stays what it is."""
    if isinstance(error, sqlite3.OperationalError) and not isinstance(
        error, sqlite3.ProgrammingError
    ):
        text = str(error)
        if any(
            word in text for word in ("full", "locked", "readonly", "disk I/O", "unable to open")
        ):
            return Unavailable(text)
    return error
