"""SQLite: WAL, synchronous=FULL, one writer. Turns that wait together commit together.

A commit costs a flush to disk. While one turn works, others queue for the writer; each works in its
own savepoint of the same transaction, and the last of them commits for all. A turn returns to its
caller only after that commit, so what was promised is on disk. A caller who is cancelled, or a turn
that fails, takes back its own part and disturbs nobody else's.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

import aiosqlite

from bot.clock import to_the_end
from storage.database import Row, Unavailable
from storage.statements import statements

T = TypeVar("T")

#: How many turns may share one commit. More would make the first of them wait without need.
_TOGETHER = 64

_SETUP = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=5000",
    "PRAGMA journal_size_limit=67108864",
)

#: What SQLite answers when the disk, not the statement, is the trouble.
_TROUBLE = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PROTOCOL,
}


class SqliteTx:
    """One turn's savepoint inside the shared transaction."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection
        self._names = count(1)
        self.calls: list[Callable[[], None]] = []

    async def run(self, statement: str, /, **values: object) -> int:
        found = statements()[statement]
        if found.returns:  # read to its end, or it would still be at work when the commit comes
            return len(await self.all(statement, **values))
        work = self._connection.execute(found.sqlite, found.bind(values))
        return (await _answer(work)).rowcount

    async def one(self, statement: str, /, **values: object) -> Row | None:
        rows = await self.all(statement, **values)
        return rows[0] if rows else None

    async def all(self, statement: str, /, **values: object) -> list[Row]:
        found = statements()[statement]
        work = self._connection.execute_fetchall(found.sqlite, found.bind(values))
        return list(await _answer(work))

    async def value(self, statement: str, /, **values: object) -> Any:
        found = statements()[statement]
        work = self._connection.execute_fetchall(found.sqlite, found.bind(values))
        rows = list(await _answer(work))
        return rows[0][0] if rows else None

    async def many(self, statement: str, rows: list[dict[str, object]], /) -> None:
        found = statements()[statement]
        work = self._connection.executemany(found.sqlite, [found.bind(row) for row in rows])
        await _answer(work)

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        name, calls = f"part_{next(self._names)}", len(self.calls)
        await _answer(self._connection.execute(f"SAVEPOINT {name}"))
        try:
            yield
        except BaseException:
            del self.calls[calls:]
            await to_the_end(_undo(self._connection, f"ROLLBACK TO {name}"))
            raise
        await _answer(self._connection.execute(f"RELEASE {name}"))

    def after_commit(self, call: Callable[[], None]) -> None:
        self.calls.append(call)


class Sqlite:
    """A ``storage.database.Database`` in one file."""

    def __init__(self, writer: aiosqlite.Connection, reader: aiosqlite.Connection) -> None:
        self._writer = writer
        self._reader = reader
        self._turn = asyncio.Lock()
        self._waiting = 0  #: turns in the queue for the writer
        self._together = 0  #: turns in the open transaction, also those that took back their part
        self._batch: list[tuple[asyncio.Future[None], SqliteTx]] = []  #: those to be told
        self._left_behind: set[asyncio.Task[None]] = set()

    @classmethod
    async def open(cls, path: Path) -> "Sqlite":
        """Open the file, made with its folder if it is not there. Raises Unavailable."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            sqlite3.connect(path).close()  # a file that cannot be opened starts no threads
            writer = await _connect(path)
            reader = await _connect(path)
        except (OSError, sqlite3.Error) as error:
            raise Unavailable(f"cannot open {path}: {error}") from error
        await reader.execute("PRAGMA query_only=ON")
        return cls(writer, reader)

    async def close(self) -> None:
        await asyncio.gather(*self._left_behind)
        async with self._turn:
            await self._writer.close()
            await self._reader.close()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[SqliteTx]:
        yield SqliteTx(self._reader)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[SqliteTx]:
        await self._wait_for_turn()
        tx, done = SqliteTx(self._writer), asyncio.get_running_loop().create_future()
        try:
            undo = await _answer(to_the_end(self._begin()))
            try:
                yield tx
            except BaseException:
                await to_the_end(_undo(self._writer, undo))
                raise
            self._batch.append((done, tx))
        finally:
            await to_the_end(self._leave())
        await done

    async def _wait_for_turn(self) -> None:
        self._waiting += 1
        try:
            await self._turn.acquire()
        except asyncio.CancelledError:
            # The turn before may have left the commit to this one.
            task = asyncio.create_task(self._commit_for_others())
            self._left_behind.add(task)
            task.add_done_callback(self._left_behind.discard)
            raise
        finally:
            self._waiting -= 1

    async def _commit_for_others(self) -> None:
        await self._turn.acquire()
        await self._leave()

    async def _begin(self) -> str:
        """Begin, or join what has begun; returns what takes back this turn's part.

        No turn releases its savepoint: the commit does, for all of them.
        """
        if self._writer.in_transaction:
            self._together += 1
            await self._writer.execute("SAVEPOINT turn")
            return "ROLLBACK TO turn"
        self._together = 1
        await self._writer.execute("BEGIN IMMEDIATE")
        return "ROLLBACK"

    async def _leave(self) -> None:
        """Commit unless another turn waits to share the commit, and let the next one in.

        Where SQLite took the whole transaction back by itself (disk full), every turn in it fails.
        """
        try:
            if not self._writer.in_transaction:
                self._settle(Unavailable("the database took the transaction back"))
            elif not self._waiting or self._together >= _TOGETHER:
                await self._commit()
        finally:
            self._turn.release()

    async def _commit(self) -> None:
        try:
            await self._writer.commit()
        except sqlite3.Error as error:
            with suppress(sqlite3.Error):
                await self._writer.rollback()
            self._settle(_as_unavailable(error))
        else:
            self._settle(None)

    def _settle(self, error: Exception | None) -> None:
        """Tell every turn of the batch how it ended; those cancelled in between do not listen."""
        batch, self._batch = self._batch, []
        for done, _tx in batch:
            if error is None and not done.done():
                done.set_result(None)
            elif error is not None and not done.done():
                done.set_exception(error)
                done.exception()  # heard, even where nobody listens any more
        for call in [call for _done, tx in batch for call in tx.calls if error is None]:
            call()


async def _connect(path: Path) -> aiosqlite.Connection:
    connection = await aiosqlite.connect(path, isolation_level=None, cached_statements=512)
    connection.row_factory = sqlite3.Row
    for pragma in _SETUP:
        await connection.execute(pragma)
    return connection


async def _undo(connection: aiosqlite.Connection, how: str) -> None:
    """Take back a part, unless SQLite took back everything by itself (disk full)."""
    try:
        await connection.execute(how)
    except sqlite3.Error:
        if connection.in_transaction:
            raise


async def _answer(work: Awaitable[T]) -> T:
    """What the database answers; trouble with the disk is Unavailable, a wrong statement stays."""
    try:
        return await work
    except sqlite3.Error as error:
        raise _as_unavailable(error) from error


def _as_unavailable(error: sqlite3.Error) -> Exception:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) & 0xFF
    return Unavailable(str(error)) if code in _TROUBLE else error
