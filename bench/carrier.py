"""Telegram's side of a webhook: carries updates to the bot, and again what it did not take."""

import asyncio
from collections import deque

from bench.server import BotApi, length_of

_CONNECTIONS = 40  # Telegram's own default
_AGAIN = 0.05  # seconds until what was refused, or found nobody, is tried once more
_HEAD = (
    b"POST /telegram HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\n"
    b"X-Telegram-Bot-Api-Secret-Token: %s\r\nContent-Length: %d\r\n\r\n"
)


class Carrier:
    """``async with Carrier(api, port)``: what happens at ``api`` is delivered to that port."""

    def __init__(self, api: BotApi, port: int) -> None:
        self.port = port
        self._api = api
        self._waiting: deque[bytes] = deque()
        self._free: list[_Road] = []
        self._roads: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> "Carrier":
        self._api.delivers = self.carry
        self._roads = [asyncio.create_task(_Road(self).open()) for _ in range(_CONNECTIONS)]
        return self

    async def __aexit__(self, *_: object) -> None:
        self._api.delivers = None
        for road in self._roads:
            road.cancel()
        await asyncio.gather(*self._roads, return_exceptions=True)

    def carry(self, update: bytes) -> None:
        """Deliver as soon as a connection is free."""
        self._waiting.append(update)
        if self._free:
            self.give(self._free.pop())

    def give(self, road: "_Road") -> None:
        """A connection is free: it gets the next update, or waits for one."""
        if self._waiting:
            road.send(self._waiting.popleft(), self._api.secret)
        else:
            self._free.append(road)

    def forget(self, road: "_Road") -> None:
        """A connection was closed; it comes back with ``give``."""
        if road in self._free:
            self._free.remove(road)

    def again(self, update: bytes) -> None:
        """It was not taken: Telegram tries again, later."""
        asyncio.get_running_loop().call_later(_AGAIN, self.carry, update)


class _Road(asyncio.Protocol):
    """One connection, one update at a time; opened again whenever the bot closes it."""

    def __init__(self, carrier: Carrier) -> None:
        self._carrier = carrier
        self._update: bytes | None = None  #: on its way
        self._read = b""
        self._transport: asyncio.Transport | None = None
        self._closed = asyncio.Event()

    async def open(self) -> None:
        """Keep the connection open until cancelled; the bot may not listen yet."""
        loop = asyncio.get_running_loop()
        try:
            while True:
                self._closed.clear()
                try:
                    await loop.create_connection(lambda: self, "127.0.0.1", self._carrier.port)
                    await self._closed.wait()
                except OSError:
                    await asyncio.sleep(_AGAIN)
        finally:
            if self._transport is not None:
                self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport, self._read = transport, b""
        self._carrier.give(self)

    def connection_lost(self, _error: Exception | None) -> None:
        self._transport = None
        self._carrier.forget(self)
        if self._update is not None:
            self._carrier.again(self._update)
            self._update = None
        self._closed.set()

    def send(self, update: bytes, secret: str) -> None:
        assert self._transport is not None
        self._update = update
        self._transport.write(_HEAD % (secret.encode(), len(update)) + update)

    def data_received(self, data: bytes) -> None:
        """Answers of bots have no body worth reading; what counts is the status."""
        self._read += data
        head, found, body = self._read.partition(b"\r\n\r\n")
        if not found or len(body) < length_of(head):
            return
        self._read = b""
        update, self._update = self._update, None
        if head.split(b" ", 2)[1] != b"200" and update is not None:
            self._carrier.again(update)
        self._carrier.give(self)
