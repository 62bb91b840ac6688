"""The two ends of a move that are PostgreSQL servers: one transaction each, by asyncpg."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from typing import Any

import asyncpg

from storage import moved, schema
from storage.database import to_ms
from storage.moving import Table, Unmoved, Values, quoted
from storage.postgres import version
from storage.statements import statements

#: How long connecting may take, in seconds.
_PATIENCE = 10.0

#: A move takes what it takes, and one side waits for the other. Whoever holds a table is waited
#: for only as long as the server needs to send its own housekeeping away.
_SESSION = {
    "application_name": "langnghe migrate",
    "statement_timeout": "0",
    "idle_in_transaction_session_timeout": "0",
    "lock_timeout": "3s",
}

_TABLES = """
SELECT c.relname,
       ARRAY(SELECT attname::text FROM pg_attribute
              WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped ORDER BY attnum),
       ARRAY(SELECT t.relname::text FROM pg_constraint f JOIN pg_class t ON t.oid = f.confrelid
              WHERE f.conrelid = c.oid AND f.contype = 'f')
  FROM pg_class c
 WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
   AND c.relname <> 'alembic_version'
 ORDER BY c.relname
"""

#: Table, column, its sequence, and the last number that gave.
_NUMBERS = """
SELECT c.relname, a.attname, s.oid::regclass::text, COALESCE(pg_sequence_last_value(s.oid), 0)
  FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attidentity <> ''
  JOIN pg_class s ON s.oid = pg_get_serial_sequence(c.oid::regclass::text, a.attname)::regclass
 WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
"""


#: Refuses a statement that writes to a moved database. The code says that an operator should look.
_REFUSE = f"""
CREATE FUNCTION langnghe_moved() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN RAISE EXCEPTION '{moved.SENTENCE}' USING ERRCODE = '57000'; END $body$
"""

_REFUSED = """
CREATE TRIGGER langnghe_moved BEFORE INSERT OR UPDATE OR DELETE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION langnghe_moved()
"""

#: What goes wrong under way.
_LOST = (OSError, asyncpg.PostgresError, asyncpg.InterfaceError)

#: What the driver says, or the server, of a value that does not fit its column.
_MISFIT = (TypeError, ValueError, OverflowError, asyncpg.DataError)


class PostgresEnd:
    """A ``storage.moving.Target``, or a ``Source``, on a server."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    async def version(self) -> str | None:
        return await version(self._connection)

    async def tables(self) -> dict[str, Table]:
        rows = await self._connection.fetch(_TABLES)
        return {row[0]: Table(row[0], tuple(row[1]), frozenset(row[2])) for row in rows}

    async def count(self, table: Table) -> int:
        return int(await self._connection.fetchval(f"SELECT COUNT(*) FROM {table.quoted}"))

    async def rows(self, table: Table) -> AsyncIterator[list[Values]]:
        cursor = await self._connection.cursor(table.select)
        while batch := await cursor.fetch(table.batch):
            yield [tuple(row) for row in batch]

    async def numbers(self) -> dict[str, int]:
        return {row[0]: row[3] for row in await self._connection.fetch(_NUMBERS)}

    def fit(self, rows: list[Values]) -> list[Values]:
        return [_without_nul(row) for row in rows]

    async def put(self, table: Table, rows: list[Values]) -> None:
        columns = table.columns
        try:
            await self._connection.copy_records_to_table(table.name, records=rows, columns=columns)
        except _MISFIT as error:
            raise Unmoved.broke_off(f"{table.name} holds a value of a wrong type") from error

    async def number_after(self, numbers: Mapping[str, int]) -> None:
        for table, column, sequence, _last in await self._connection.fetch(_NUMBERS):
            top = f"SELECT MAX({quoted(column)}) FROM {quoted(table)}"
            last = max(numbers.get(table, 0), await self._connection.fetchval(top) or 0)
            if last:
                await self._connection.execute(
                    "SELECT setval($1::text::regclass, $2)", sequence, last
                )

    async def mark(self) -> None:
        """Also whoever connected before, and waits to write, finds out."""
        await self._connection.execute(_REFUSE)
        for table in (await self.tables()).values():
            await self._connection.execute(_REFUSED.format(table=table.quoted))
        await _set_version(self._connection, moved.marked(schema.HEAD))

    async def run(self, statement: str) -> None:
        await self._connection.execute(statements()[statement].postgres)


def _without_nul(row: Values) -> Values:
    """What PostgreSQL can keep: a text without NUL."""
    if not any(isinstance(value, str) and "\0" in value for value in row):
        return row
    return tuple(value.replace("\0", "") if isinstance(value, str) else value for value in row)


@asynccontextmanager
async def source(url: str) -> AsyncIterator[PostgresEnd]:
    """The database as it is now; until the end nobody else writes there. Raises Unmoved."""
    async with _connected(url, "--from") as connection:
        end = PostgresEnd(connection)
        tables = [one.quoted for one in (await end.tables()).values()]
        transaction = connection.transaction(isolation="repeatable_read")
        await transaction.start()
        try:
            if tables:  # before the first look, which decides what this transaction sees
                locked = f"LOCK TABLE {', '.join(tables)} IN SHARE ROW EXCLUSIVE MODE"
                await connection.execute(locked)
            await connection.execute(moved.AT_WORK)
            if await end.version() is not None:
                await _must_be_idle(connection)
            yield end
        except BaseException:
            await _undo(transaction)
            raise
        try:
            await transaction.commit()
        except _LOST as error:
            raise Unmoved.unmarked(_why(error)) from error


async def reopen(url: str) -> bool:
    """Take the mark away; False if there is none. Raises Unmoved."""
    async with _connected(url, "[storage] url") as connection, connection.transaction():
        found = await version(connection)
        if found is None or not moved.is_marked(found):
            return False
        await connection.execute("DROP FUNCTION IF EXISTS langnghe_moved() CASCADE")
        await _set_version(connection, moved.without_mark(found))
        return True


async def _set_version(connection: Any, found: str) -> None:
    await connection.execute("UPDATE alembic_version SET version_num = $1", found)


async def _undo(transaction: Any) -> None:
    """Where the connection is lost the server does it."""
    with suppress(*_LOST):
        await transaction.rollback()


async def _must_be_idle(connection: Any) -> None:
    """Duties are held by the server's clock: nobody knows how right the one of this machine is."""
    now = await connection.fetchval("SELECT clock_timestamp()")
    alive = "SELECT holder FROM duties WHERE until > $1 ORDER BY name LIMIT 1"
    if holder := await connection.fetchval(alive, to_ms(now)):
        raise Unmoved(
            f"a Lắng Nghe is at work on the source ({holder}); stop it, and wait ten seconds if "
            "it was killed"
        )


@asynccontextmanager
async def target(url: str) -> AsyncIterator[PostgresEnd]:
    """The database with its schema; everything done there is one transaction. Raises Unmoved."""
    async with _connected(url, "--to") as connection:
        end = PostgresEnd(connection)
        if await end.version() not in (None, schema.HEAD):
            raise Unmoved("the target has the schema of another version; name an empty database")
        await schema.ensure_postgres(url)
        tables = [one.quoted for one in (await end.tables()).values()]
        async with connection.transaction():
            await connection.execute(f"LOCK TABLE {', '.join(tables)} IN EXCLUSIVE MODE")
            yield end
            await connection.execute("ANALYZE")  # until then the planner would guess


@asynccontextmanager
async def _connected(url: str, option: str) -> AsyncIterator[Any]:
    """A connection. The address may hold a password, so the option that gave it is told instead."""
    try:
        connection = await asyncpg.connect(url, timeout=_PATIENCE, server_settings=_SESSION)
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, ValueError) as error:
        raise Unmoved(f"cannot reach the PostgreSQL of {option}: {_why(error)}") from error
    try:
        yield connection
    except asyncpg.LockNotAvailableError as error:
        raise Unmoved(
            f"somebody is at work on the PostgreSQL of {option}; stop every Lắng Nghe there"
        ) from error
    except _LOST as error:
        raise Unmoved.broke_off(_why(error)) from error
    finally:
        await connection.close(timeout=_PATIENCE)


def _why(error: Exception) -> str:
    """What went wrong, without the details, which repeat the words of people."""
    return (str(error.args[0]) if error.args else "") or type(error).__name__
