"""SQLite: WAL, synchronous=FULL, one writer. Turns that wait together commit together.

Statements of a turn run on the event loop's own thread: each takes some microseconds, and handing
it to another thread and back took five times as long. A turn with much to do lets the rest of the
program go on every few milliseconds; only other turns wait for it. What waits for the disk or for
another program (COMMIT, a BEGIN that finds the file locked, reading outside a turn) runs in
aiosqlite's threads. Only one of the two touches the writer's connection at a time: the lock sees to
it.

A commit costs a flush to disk. While one commits, others queue; then each works in its own
savepoint of one transaction, and one commit is for all of them. A turn returns to its caller only
after that commit, so what was promised is on disk. A caller who is cancelled, or a turn that fails,
takes back its own part and disturbs nobody else's.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from itertools import count
from pathlib import Path
from time import monotonic
from typing import Any

import aiosqlite

from bot.clock import to_the_end
from storage.afterwards import Afterwards
from storage.database import Row, Unavailable
from storage.statements import statements

#: How many turns may share one commit. More would make the first of them wait without need.
_TOGETHER = 64

#: How many passes of the event loop a commit lets others catch up: some microseconds where nothing
#: happens, a third of all commits where much does.
_PASSES = 3

#: How long a turn keeps the event loop to itself, in seconds.
_BREATH = 0.005

#: How long another program may keep the file locked before a turn is told so, in seconds, and how
#: long a turn waits for that without looking whether it is to wait no longer.
_PATIENCE, _STEP = 5.0, 1.0

_SETUP = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA journal_size_limit=67108864",
    "PRAGMA wal_autocheckpoint=2000",  # 8 MB: what changes all the time is copied less often
    "PRAGMA cache_size=-4000",  # 4 MB on each side; the rest is the operating system's cache
    "PRAGMA cache_spill=OFF",  # a large turn writes its pages to disk once, whatever they take
    "PRAGMA temp_store=MEMORY",  # or what takes a turn back is written to a file beside it
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

#: Runs one statement: its rows, and how many it changed.
Ask = Callable[[str, Sequence[object]], Awaitable[tuple[list[Row], int]]]


_UNDO_PART = "ROLLBACK TO turn"


class SqliteTx:
    """One turn's savepoint inside the shared transaction, or a reader's statements."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._names = count(1)
        self.afterwards = Afterwards()

    async def run(self, statement: str, /, **values: object) -> int:
        found = statements()[statement]
        rows, changed = await self._ask(found.sqlite, found.bind(values))
        return len(rows) if found.returns else changed

    async def one(self, statement: str, /, **values: object) -> Row | None:
        rows = await self.all(statement, **values)
        return rows[0] if rows else None

    async def all(self, statement: str, /, **values: object) -> list[Row]:
        found = statements()[statement]
        rows, _changed = await self._ask(found.sqlite, found.bind(values))
        return rows

    async def value(self, statement: str, /, **values: object) -> Any:
        rows: list[Any] = await self.all(statement, **values)
        return rows[0][0] if rows else None

    async def many(self, statement: str, rows: list[dict[str, object]], /) -> None:
        found = statements()[statement]
        for row in rows:
            await self._ask(found.sqlite, found.bind(row))

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        name, calls = f"part_{next(self._names)}", len(self.afterwards)
        await self._ask(f"SAVEPOINT {name}", ())
        try:
            yield
        except BaseException:
            self.afterwards.was_undone(calls)
            with suppress(Unavailable):  # then all of it was taken back
                await self._ask(f"ROLLBACK TO {name}", ())
            raise
        await self._ask(f"RELEASE {name}", ())

    def after_commit(
        self, call: Callable[[], None], undone: Callable[[], None] | None = None
    ) -> None:
        self.afterwards.add(call, undone)


class Sqlite:
    """A ``storage.database.Database`` in one file."""

    serial = True

    def __init__(
        self,
        connection: sqlite3.Connection,
        writer: aiosqlite.Connection,
        reader: aiosqlite.Connection,
        patience: float,
    ) -> None:
        self._connection = connection  #: the writer's own, for statements that wait for nothing
        self._writer = writer
        self._reader = reader
        self._patience = patience
        self._turn = asyncio.Lock()
        self._since = 0.0  #: when the turn at work last let others go on
        self._together = 0  #: turns in the open transaction, also those that took back their part
        self._batch: list[tuple[asyncio.Future[None], SqliteTx]] = []  #: those to be told
        self._committing: asyncio.Task[None] | None = None  #: in the queue, or at it

    @classmethod
    async def open(cls, path: Path, *, patience: float = _PATIENCE) -> "Sqlite":
        """Open the file, made with its folder if it is not there. Raises Unavailable.

        ``patience``: seconds that another program may keep the file locked.
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            connection, reading = _connected(path), _connected(path)
        except (OSError, sqlite3.Error) as error:
            raise Unavailable(f"cannot open {path}: {error}") from error
        connection.execute("PRAGMA busy_timeout=0")  # nothing on the event loop waits for a lock
        reading.execute("PRAGMA query_only=ON")
        return cls(connection, await _threaded(connection), await _threaded(reading), patience)

    async def tune(self, statement: str) -> list[Any]:
        """Run a statement on the connection that writes, beside all transactions; its rows.

        For SQLite's own settings, such as ``PRAGMA query_only``.
        """
        return list(await self._writer.execute_fetchall(statement))

    async def close(self) -> None:
        if self._committing:
            await asyncio.wait((self._committing,))
        async with self._turn:
            await self._writer.close()
            await self._reader.close()

    def abandon(self) -> None:
        """Wait for other programs no longer: a turn that does so is Unavailable within a second,
        and a later one that finds the file locked at once."""
        self._patience = 0.0

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[SqliteTx]:
        yield SqliteTx(self._ask_reader)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[SqliteTx]:
        async with self._turn:
            undo = self._begin() or await self._begin_patiently()
            self._since = monotonic()
            tx, done = SqliteTx(self._ask), asyncio.get_running_loop().create_future()
            try:
                yield tx
                if undo == _UNDO_PART:  # or what it changed would be remembered until the commit
                    self._undo("RELEASE turn")
            except BaseException:
                tx.afterwards.was_undone()
                self._undo(undo)
                raise
            else:
                self._batch.append((done, tx))
            finally:
                self._left()
                if self._together >= _TOGETHER:
                    await to_the_end(self._commit())
        await done

    async def _ask(self, sql: str, values: Sequence[object]) -> tuple[list[Row], int]:
        """Run a statement of a turn, here and now."""
        if monotonic() - self._since > _BREATH:
            await asyncio.sleep(0)
            self._since = monotonic()
        if not self._connection.in_transaction:
            raise Unavailable("the database took the transaction back")
        try:
            cursor = self._connection.execute(sql, values)
            return cursor.fetchall(), cursor.rowcount
        except sqlite3.Error as error:
            raise _as_unavailable(error) from error

    async def _ask_reader(self, sql: str, values: Sequence[object]) -> tuple[list[Row], int]:
        """Run a statement outside a turn: it may read much, so it does that in a thread."""
        try:
            return list(await self._reader.execute_fetchall(sql, values)), 0
        except sqlite3.Error as error:
            raise _as_unavailable(error) from error

    def _begin(self) -> str:
        """Begin, or join what has begun; returns what takes back this turn's part.

        Nothing where another program has the file locked. A joined turn releases its savepoint when
        it succeeds; the shared COMMIT makes it durable.
        """
        try:
            if self._connection.in_transaction:
                self._connection.execute("SAVEPOINT turn")
                self._together += 1
                return _UNDO_PART
            self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            if _code(error) != sqlite3.SQLITE_BUSY:
                raise _as_unavailable(error) from error
            return ""
        self._together = 1
        return "ROLLBACK"

    async def _begin_patiently(self) -> str:
        """Begin in the thread, which waits until the other program lets go of the file."""
        try:
            await to_the_end(self._wait_for_file())
        except sqlite3.Error as error:
            raise _as_unavailable(error) from error
        except asyncio.CancelledError:  # it may have begun all the same
            self._undo("ROLLBACK")
            raise
        self._together = 1
        return "ROLLBACK"

    async def _wait_for_file(self) -> None:
        """A second at a time, so that ``abandon`` is heard."""
        waited = 0.0
        while True:
            step = max(0.0, min(_STEP, self._patience - waited))
            waited += step
            await self._writer.execute(f"PRAGMA busy_timeout={int(step * 1000)}")
            try:
                await self._writer.execute("BEGIN IMMEDIATE")
                return
            except sqlite3.Error as error:
                if waited >= self._patience or _code(error) != sqlite3.SQLITE_BUSY:
                    raise
            finally:
                await self._writer.execute("PRAGMA busy_timeout=0")

    def _undo(self, how: str) -> None:
        """Take back a part, unless SQLite took back everything by itself (disk full)."""
        try:
            self._connection.execute(how)
        except sqlite3.Error:
            if self._connection.in_transaction:
                raise

    def _left(self) -> None:
        """See to the commit: after the turns that wait already, which share it.

        Where SQLite took the whole transaction back by itself, every turn in it has failed.
        """
        if not self._connection.in_transaction:
            self._settle(Unavailable("the database took the transaction back"))
        elif self._committing is None:
            self._committing = asyncio.create_task(self._commit_in_turn())

    async def _commit_in_turn(self) -> None:
        for _ in range(_PASSES):  # what has just arrived comes along
            await asyncio.sleep(0)
        async with self._turn:
            self._committing = None
            await self._commit()

    async def _commit(self) -> None:
        """Commit for the whole batch; nobody else has the connection meanwhile."""
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
        for _done, tx in batch:
            if error is None:
                tx.afterwards.was_kept()
            else:
                tx.afterwards.was_undone()


def _connected(path: Path) -> sqlite3.Connection:
    """A connection that two threads use, one at a time."""
    connection = sqlite3.connect(
        path, isolation_level=None, cached_statements=512, check_same_thread=False
    )
    connection.row_factory = sqlite3.Row
    for pragma in _SETUP:
        connection.execute(pragma)
    return connection


async def _threaded(connection: sqlite3.Connection) -> aiosqlite.Connection:
    """The same connection with a thread for what takes long."""
    return await aiosqlite.Connection(lambda: connection, 64)


def _code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) & 0xFF


def _as_unavailable(error: sqlite3.Error) -> Exception:
    """Trouble with the disk is Unavailable; a wrong statement stays what it is."""
    return Unavailable(str(error)) if _code(error) in _TROUBLE else error
