"""The wire between a program and its PostgreSQL: it can be cut, and it can go silent."""

import asyncio
from contextlib import suppress
from typing import Self

from tests.doubles.ports import free_port


class Wire:
    """Carries bytes from a port of this machine to the server's socket. ``async with Wire(…)``."""

    def __init__(self, socket: str) -> None:
        self.port = free_port()
        self._socket = socket
        self._listening: asyncio.Server | None = None
        self._carrying: set[asyncio.Task[None]] = set()
        self._goes = asyncio.Event()
        self._goes.set()

    async def __aenter__(self) -> Self:
        await self.mends()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.cuts()

    async def cuts(self) -> None:
        """End all connections, and refuse new ones."""
        self._goes.set()
        if self._listening:
            self._listening.close()
            self._listening = None
        for one in self._carrying:
            one.cancel()
        await asyncio.gather(*self._carrying, return_exceptions=True)

    async def mends(self) -> None:
        """Carry again, on the same port."""
        self._goes.set()
        if self._listening is None:
            self._listening = await asyncio.start_server(self._connected, "127.0.0.1", self.port)

    def leads_to(self, socket: str) -> None:
        """Whoever connects from now on reaches another server."""
        self._socket = socket

    def goes_silent(self) -> None:
        """Carry nothing, and let everybody believe that it still might. Nothing is lost."""
        self._goes.clear()

    def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.ensure_future(self._carry(reader, writer))
        self._carrying.add(task)
        task.add_done_callback(self._carrying.discard)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            from_server, to_server = await asyncio.open_unix_connection(self._socket)
        except OSError:  # the server is away
            writer.transport.abort()
            return
        ways = [
            asyncio.ensure_future(self._one_way(reader, to_server)),
            asyncio.ensure_future(self._one_way(from_server, writer)),
        ]
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for way in ways:
                way.cancel()
            to_server.transport.abort()
            writer.transport.abort()
            await asyncio.gather(*ways, return_exceptions=True)

    async def _one_way(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while some := await reader.read(65536):
                await self._goes.wait()
                writer.write(some)
                await writer.drain()
