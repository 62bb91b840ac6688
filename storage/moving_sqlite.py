"""The two ends of a move that are SQLite files, by plain connections of their own."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, closing, contextmanager
from pathlib import Path
from typing import TypeVar

from bot.clock import to_the_end
from storage import moved, schema
from storage.lock import Locked, alone
from storage.moving import Table, Unmoved, Values, quoted
from storage.sqlite_file import beside, put_in_place, remove
from storage.statements import statements

T = TypeVar("T")

#: A draft is thrown away when anything goes wrong, so it is made without a net, and fast.
_DRAFT = ("PRAGMA journal_mode=OFF", "PRAGMA synchronous=OFF", "PRAGMA cache_size=-65536")

_TABLES = """
SELECT name FROM sqlite_schema
 WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> 'alembic_version'
"""

_COUNTING = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%'"


class SqliteEnd:
    """A ``storage.moving.Target``, or a ``Source``, in a file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    async def version(self) -> str | None:
        return await _apart(self._version)

    async def tables(self) -> dict[str, Table]:
        return await _apart(self._tables)

    async def count(self, table: Table) -> int:
        sql = f"SELECT COUNT(*) FROM {table.quoted}"
        return int(await _apart(lambda: self._connection.execute(sql).fetchone()[0]))

    async def rows(self, table: Table) -> AsyncIterator[list[Values]]:
        cursor = await _apart(lambda: self._connection.execute(table.select))
        while batch := await _apart(lambda: cursor.fetchmany(table.batch)):
            yield batch

    async def numbers(self) -> dict[str, int]:
        return await _apart(self._numbers)

    def fit(self, rows: list[Values]) -> list[Values]:
        return rows

    async def put(self, table: Table, rows: list[Values]) -> None:
        await _apart(lambda: self._put(table, rows))

    async def number_after(self, numbers: Mapping[str, int]) -> None:
        await _apart(lambda: self._number_after(numbers))

    async def run(self, statement: str) -> None:
        sql = statements()[statement].sqlite
        await _apart(lambda: self._write(lambda: self._connection.execute(sql)))

    async def mark(self) -> None:
        sql = "UPDATE alembic_version SET version_num = ?"
        await _apart(lambda: self._connection.execute(sql, (moved.marked(schema.HEAD),)))

    def _version(self) -> str | None:
        there = "SELECT 1 FROM sqlite_schema WHERE name = 'alembic_version'"
        if self._connection.execute(there).fetchone() is None:
            return None
        row = self._connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return str(row[0]) if row else None

    def _tables(self) -> dict[str, Table]:
        names = [str(name) for (name,) in self._connection.execute(_TABLES).fetchall()]
        return {name: self._table(name) for name in names}

    def _table(self, name: str) -> Table:
        columns = self._connection.execute(f"PRAGMA table_info({quoted(name)})").fetchall()
        refers = self._connection.execute(f"PRAGMA foreign_key_list({quoted(name)})").fetchall()
        return Table(name, tuple(row[1] for row in columns), frozenset(row[2] for row in refers))

    def _numbers(self) -> dict[str, int]:
        return dict(self._connection.execute("SELECT name, seq FROM sqlite_sequence").fetchall())

    def _put(self, table: Table, rows: list[Values]) -> None:
        columns = ", ".join(map(quoted, table.columns))
        places = ", ".join("?" * len(table.columns))
        sql = f"INSERT INTO {table.quoted} ({columns}) VALUES ({places})"
        self._write(lambda: self._connection.executemany(sql, rows))

    def _number_after(self, numbers: Mapping[str, int]) -> None:
        """Only tables that never give a number twice remember it; others go on after their rows."""
        counting = [name for (name,) in self._connection.execute(_COUNTING).fetchall()]
        mine = self._numbers()
        last = [(name, max(mine.get(name, 0), numbers.get(name, 0))) for name in counting]

        def write() -> None:
            self._connection.execute("DELETE FROM sqlite_sequence")
            self._connection.executemany("INSERT INTO sqlite_sequence VALUES (?, ?)", last)

        self._write(write)

    def _write(self, work: Callable[[], object]) -> None:
        self._connection.execute("BEGIN")
        work()
        self._connection.execute("COMMIT")


@asynccontextmanager
async def source(path: Path) -> AsyncIterator[SqliteEnd]:
    """The file as it is now, while nobody else may work on it. Raises Unmoved.

    Nothing is written there but the mark, which counts once the caller is done with the target.
    """
    _must_exist(path)
    with _one_sentence(), alone(path), closing(_connect(path, "?mode=rw")) as connection:
        connection.execute("BEGIN IMMEDIATE")  # whoever takes no lock of ours is kept out as well
        yield SqliteEnd(connection)
        try:
            await _apart(connection.commit)
        except sqlite3.Error as error:
            raise Unmoved.unmarked(str(error)) from error


async def reopen(path: Path) -> bool:
    """Take the mark away; False if there is none. Raises Unmoved."""
    _must_exist(path)
    with _one_sentence(), alone(path), closing(_connect(path, "?mode=rw")) as connection:
        version = await SqliteEnd(connection).version()
        if version is None or not moved.is_marked(version):
            return False
        sql = "UPDATE alembic_version SET version_num = ?"
        connection.execute(sql, (moved.without_mark(version),))
        return True


@asynccontextmanager
async def target(path: Path) -> AsyncIterator[SqliteEnd]:
    """A new file with its schema, which appears at ``path`` only when all went well.

    Until then it is a draft beside that; one left behind by a move that was killed is replaced.
    Raises Unmoved.
    """
    _must_not_exist(path)
    draft = path.with_name(f"{path.name}.moving")
    with _one_sentence(), alone(path):
        remove(draft)
        try:
            await schema.ensure_sqlite(draft)
            with closing(_connect(draft)) as connection:
                for pragma in _DRAFT:
                    connection.execute(pragma)
                yield SqliteEnd(connection)
            await _apart(lambda: put_in_place(draft, path))
        finally:
            remove(draft)


def _must_exist(path: Path) -> None:
    if not path.exists():
        raise Unmoved(f"{path} does not exist; look at the address in --from")


def _must_not_exist(path: Path) -> None:
    """Neither the file nor a part of one that was there: SQLite would take it for the new one's."""
    for one in (path, *beside(path)):
        if one.exists():
            raise Unmoved(f"{one} exists already; name a file that does not in --to")


def _connect(path: Path, how: str = "") -> sqlite3.Connection:
    """A connection that any thread may use, one at a time."""
    address = path.absolute().as_uri() + how
    return sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)


@contextmanager
def _one_sentence() -> Iterator[None]:
    try:
        yield
    except Locked as error:
        raise Unmoved(str(error)) from error
    except (OSError, sqlite3.Error) as error:
        raise Unmoved.broke_off(str(error)) from error


async def _apart(work: Callable[[], T]) -> T:
    """In a thread, and to its end: a connection may not be closed under a statement at work."""
    return await to_the_end(asyncio.to_thread(work))
