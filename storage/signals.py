"""Signals between the processes of one PostgreSQL: names of what has just changed.

Without them a process that waits for another's rows sees them at its next look. A signal may be
lost (a connection breaks, a server restarts) and none is kept: they only save waiting.
"""

import asyncio
from collections.abc import Callable
from typing import Any

import asyncpg
import structlog

from storage.json import dump, load

log = structlog.get_logger()

_CHANNEL = "langnghe"

#: What is rung for within so many seconds goes out together.
_TOGETHER = 0.005

#: How many names one signal carries: PostgreSQL takes 8,000 bytes.
_MOST = 100

#: How long to wait before a lost connection is made again, and for a new one, in seconds.
_AGAIN, _PATIENCE = 1.0, 10.0


#: How a lost connection shows.
_LOST = (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError)


class Signals:
    """One connection that tells and hears. What it told itself it does not hear."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._names: dict[str, None] = {}  #: to be told, in order, each once
        self._told = asyncio.Event()

    def tell(self, name: str) -> None:
        """Tell the other processes, in a moment."""
        self._names[name] = None
        self._told.set()

    async def run(self, hears: Callable[[str], None]) -> None:
        """Tell and hear for ever."""
        well = True
        while True:
            try:
                await self._connected(hears)
            except _LOST as error:
                if well:
                    log.warning("signals_lost", why=type(error).__name__)
                well = False
            else:
                well = True
            await asyncio.sleep(_AGAIN)

    async def _connected(self, hears: Callable[[str], None]) -> None:
        """Tell and hear until the connection is lost."""
        settings = {"application_name": "langnghe signals"}
        connection: Any = await asyncpg.connect(
            self._url, timeout=_PATIENCE, command_timeout=_PATIENCE, server_settings=settings
        )
        try:
            own = connection.get_server_pid()

            def heard(_connection: object, pid: int, _channel: str, payload: object) -> None:
                for name in load(str(payload)) if pid != own else ():
                    hears(name)

            await connection.add_listener(_CHANNEL, heard)
            connection.add_termination_listener(lambda _connection: self._told.set())
            while not connection.is_closed():
                await self._told.wait()
                await asyncio.sleep(_TOGETHER)
                self._told.clear()
                await self._tell(connection)
        finally:
            connection.terminate()

    async def _tell(self, connection: Any) -> None:
        while names := list(self._names)[:_MOST]:
            for name in names:
                del self._names[name]
            await connection.execute("SELECT pg_notify($1, $2)", _CHANNEL, dump(names))
