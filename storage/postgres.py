"""PostgreSQL by asyncpg: several processes on one database, a connection a turn.

READ COMMITTED, and every taking is a conditional update, so what SQLite gets from its one writer
holds here too. Where looking comes before acting, ``lock_`` statements let one look at a time.

What a turn cannot help (a lost connection, a deadlock, a server that stops) is ``Unavailable``. It
is not tried again here, because the turn's own code would have to run again: its message is given
back to the inbox, rows come round with their lease. A COMMIT whose answer is lost may have
happened; whoever repeats the turn finds its conditional updates without effect.

All programs go by the server's clock, for their machines' may differ: each connection reads it when
it is made, so that nothing is done on a server whose clock is not known.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager, suppress
from functools import partial
from itertools import count
from typing import Any, TypeVar

import asyncpg

from bot.clock import Clock, SharedClock, SystemClock, to_the_end
from storage import moved, postgres_clock
from storage.afterwards import Afterwards
from storage.database import Row, Unavailable
from storage.postgres_trouble import ERRORS, is_lost, is_trouble, why
from storage.statements import Statement, statements

T = TypeVar("T")

#: Connections of one process: turns at work at once, and readers, who never wait for those; and
#: one for leases, which a burst of slow turns must not keep from being renewed.
_TURNS, _READERS, _APART = 8, 4, 1

#: How long a turn waits for a connection, and to connect, in seconds.
_PATIENCE = 10.0

#: How long it may take to take something back, and to close, in seconds.
_UNDOING = 3.0

#: How long the client waits for an answer, in seconds: longer than the server's own limit.
_ANSWER = 35.0

#: What each connection asks of the server; a process that hangs lets go of its locks.
_SESSION = {
    "application_name": "langnghe",
    "statement_timeout": "30s",
    "idle_in_transaction_session_timeout": "10s",
    "jit": "off",
}

#: Every statement stays prepared, for as long as its connection lives.
_PREPARED: dict[str, Any] = {"statement_cache_size": 512, "max_cached_statement_lifetime": 0}

#: One migrates at a time. A number of our own: eight letters.
_MIGRATING = int.from_bytes(b"langnghe", "big")


class PostgresTx:
    """One turn's transaction; a reader's statements each stand alone."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._names = count(1)
        self.afterwards = Afterwards()

    async def run(self, statement: str, /, **values: object) -> int:
        found = statements()[statement]
        work: Awaitable[str] = self._connection.execute(found.postgres, *_bound(found, values))
        return int((await self._answer(work)).rpartition(" ")[2])

    async def one(self, statement: str, /, **values: object) -> Row | None:
        rows = await self.all(statement, **values)
        return rows[0] if rows else None

    async def all(self, statement: str, /, **values: object) -> list[Row]:
        found = statements()[statement]
        work = self._connection.fetch(found.postgres, *_bound(found, values))
        return list(await self._answer(work))

    async def value(self, statement: str, /, **values: object) -> Any:
        found = statements()[statement]
        work = self._connection.fetchval(found.postgres, *_bound(found, values))
        return await self._answer(work)

    async def many(self, statement: str, rows: list[dict[str, object]], /) -> None:
        found = statements()[statement]
        bound = [_bound(found, row) for row in rows]
        await self._answer(self._connection.executemany(found.postgres, bound))

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        name, calls = f"part_{next(self._names)}", len(self.afterwards)
        await self.command(f"SAVEPOINT {name}")
        try:
            yield
        except BaseException:
            self.afterwards.was_undone(calls)
            await to_the_end(self._undo_part(name))
            raise
        await self.command(f"RELEASE {name}")

    def after_commit(
        self, call: Callable[[], None], undone: Callable[[], None] | None = None
    ) -> None:
        self.afterwards.add(call, undone)

    async def read(self, clock: SharedClock) -> None:
        """Read the server's clock; a connection that does not tell it soon is dropped."""
        await self._answer(postgres_clock.read(clock, self._connection, postgres_clock.PATIENCE))

    async def command(self, sql: str) -> None:
        """BEGIN, COMMIT and the like."""
        await self._answer(self._connection.execute(sql))

    async def commit(self) -> None:
        """Keep it, and tell those who wait for that."""
        await self.command("COMMIT")
        self.afterwards.was_kept()

    async def undo(self) -> None:
        """Take everything back; a connection that cannot even do that is dropped."""
        try:
            await self._take_back("ROLLBACK")
        except (Unavailable, *ERRORS):
            self._drop()

    async def _undo_part(self, name: str) -> None:
        """Take back a part, unless the connection is lost: then all of it is taken back."""
        if not is_lost(self._connection):
            await self._take_back(f"ROLLBACK TO {name}")

    async def _take_back(self, sql: str) -> None:
        """asyncpg's own limits begin only when a statement called off before is out of the way."""
        try:
            async with asyncio.timeout(_UNDOING):
                await self.command(sql)
        except TimeoutError as error:
            self._drop()
            raise Unavailable("no answer in time") from error

    def _drop(self) -> None:
        with suppress(*ERRORS):
            self._connection.terminate()

    async def _answer(self, work: Awaitable[T]) -> T:
        """What the server answers; trouble is Unavailable, a wrong statement stays what it is."""
        try:
            return await work
        except (TimeoutError, asyncpg.InternalClientError) as error:
            self._drop()
            raise Unavailable(why(error)) from error
        except ERRORS as error:
            if is_lost(self._connection) or is_trouble(error):
                raise Unavailable(why(error)) from error
            raise


class Postgres:
    """A ``storage.database.Database`` on a server."""

    serial = False

    def __init__(self, clock: SharedClock, *pools: Any) -> None:
        self.clock = clock
        self._turns, self._readers, self._apart = self._pools = pools

    @classmethod
    async def open(cls, url: str, machine: Clock | None = None) -> "Postgres":
        """Connect, from a ``machine`` with a clock of its own. Raises Unavailable."""
        clock = SharedClock(machine or SystemClock())
        async with AsyncExitStack() as opened:
            pools = []
            for most, reads in ((_TURNS, False), (_READERS, True), (_APART, False)):
                pools.append(await _pool(url, most, clock, reads=reads))
                opened.push_async_callback(pools[-1].close)
            opened.pop_all()
        return cls(clock, *pools)

    async def read_clock(self) -> None:
        """Without a transaction: on a connection that has died it would wait to begin one."""
        async with _lent(self._apart) as tx:
            await tx.read(self.clock)

    async def close(self) -> None:
        try:
            async with asyncio.timeout(_UNDOING):
                await asyncio.gather(*(pool.close() for pool in self._pools))
        except ERRORS:  # no answer in time, or the server went away meanwhile
            self.abandon()

    def abandon(self) -> None:
        """Wait for the server no longer: whatever is under way is Unavailable at once."""
        for pool in self._pools:
            pool.terminate()

    def reading(self) -> AbstractAsyncContextManager[PostgresTx]:
        return _lent(self._readers)

    def transaction(self) -> AbstractAsyncContextManager[PostgresTx]:
        return _transaction(self._turns)

    def apart(self) -> AbstractAsyncContextManager[PostgresTx]:
        return _transaction(self._apart)


@asynccontextmanager
async def _lent(pool: Any) -> AsyncIterator[PostgresTx]:
    """A connection whose statements each stand alone."""
    connection = await _acquired(pool)
    try:
        yield PostgresTx(connection)
    finally:
        await to_the_end(_give_back(pool, connection))


@asynccontextmanager
async def _transaction(pool: Any) -> AsyncIterator[PostgresTx]:
    connection = await _acquired(pool)
    tx = PostgresTx(connection)
    try:
        try:
            await tx.command("BEGIN")
            yield tx
        except BaseException:
            await to_the_end(tx.undo())
            raise
        await to_the_end(_commit(tx))
    finally:
        tx.afterwards.was_undone()  # what was kept has been told already
        await to_the_end(_give_back(pool, connection))


async def _commit(tx: PostgresTx) -> None:
    """Commit; where that fails nothing of the turn stays behind on the connection."""
    try:
        await tx.commit()
    except Unavailable:
        await tx.undo()
        raise


async def migrate(url: str, head: str, script: Callable[[str | None], Awaitable[str]]) -> None:
    """Run what ``script`` makes of the version found, unless it is ``head``: all of it or nothing.

    Of several processes that start at once one does it, and the others wait for that.
    Raises Unavailable, and whatever ``script`` raises.
    """
    connection = await _connected(url)
    try:
        if await connection.fetchval(moved.IS_AT_REST) is False:
            raise Unavailable(moved.UNDER_WAY)
        if await version(connection) == head:
            return
        async with connection.transaction():
            await connection.execute("SELECT pg_advisory_xact_lock($1)", _MIGRATING)
            found = await version(connection)
            if found != head:
                await connection.execute(await script(found))
    except ERRORS as error:
        if is_lost(connection) or is_trouble(error):
            raise Unavailable(why(error)) from error
        raise
    finally:
        await connection.close(timeout=_PATIENCE)


async def version(connection: Any) -> str | None:
    """The schema of a database; None where there is none."""
    if await connection.fetchval("SELECT to_regclass('alembic_version')") is None:
        return None
    found = await connection.fetchval("SELECT version_num FROM alembic_version")
    return None if found is None else str(found)


async def _pool(url: str, most: int, clock: SharedClock, *, reads: bool) -> Any:
    return await _reached(
        asyncpg.create_pool(
            url,
            min_size=1,
            max_size=most,
            timeout=_PATIENCE,
            command_timeout=_ANSWER,
            server_settings=_SESSION,
            init=partial(postgres_clock.met, clock, reads=reads),
            reset=_as_it_is,
            **_PREPARED,
        )
    )


async def _as_it_is(_: Any) -> None:
    """No turn changes a session, so a connection given back needs no statement to reset it."""


async def _connected(url: str) -> Any:
    """A connection without time limits: migrations take what they take."""
    settings = {"application_name": "langnghe migrate"}
    return await _reached(asyncpg.connect(url, timeout=_PATIENCE, server_settings=settings))


async def _reached(connecting: Awaitable[Any]) -> Any:
    """The first connection. Its address may hold a password, so the address is not told."""
    try:
        return await connecting
    except (*ERRORS, ValueError) as error:
        raise Unavailable(f"cannot reach the PostgreSQL of storage.url: {why(error)}") from error


async def _acquired(pool: Any) -> Any:
    """A connection, as soon as one is free."""
    try:
        return await pool.acquire(timeout=_PATIENCE)
    except TimeoutError as error:
        raise Unavailable("no connection to the database is free") from error
    except ERRORS as error:
        raise Unavailable(f"cannot reach the database: {why(error)}") from error


async def _give_back(pool: Any, connection: Any) -> None:
    """Trouble with the connection is the next one's; what was committed stays committed."""
    with suppress(*ERRORS):
        await pool.release(connection)


def _bound(statement: Statement, values: dict[str, object]) -> list[object]:
    """The values by position. NUL, which PostgreSQL does not keep in a text, is left out."""
    return [
        value.replace("\0", "") if isinstance(value, str) and "\0" in value else value
        for value in statement.bind(values)
    ]
