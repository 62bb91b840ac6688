"""uvicorn's connections, watched over by the edge: each tells what it is waiting for."""

import asyncio
import socket
from collections.abc import Callable
from typing import ClassVar

import h11
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.serving.edge import STALLED, Doing, Edge

_DOING = {h11.IDLE: Doing.HEAD, h11.SEND_BODY: Doing.BODY}

#: Linux ends a connection whose other side acknowledges nothing for so long, in milliseconds.
_TCP_USER_TIMEOUT = getattr(socket, "TCP_USER_TIMEOUT", None)


class Guarded(H11Protocol):
    """A ``bot.serving.edge.Guest``."""

    edge: ClassVar[Edge]
    address = ""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        super().connection_made(transport)
        self.address = self.client[0] if self.client else ""
        _end_with_its_network(transport)
        if not self.edge.enter(self):
            transport.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        self.edge.leave(self)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self.edge.goes_on(self, self._doing(), len(data))

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self.edge.goes_on(self, self._doing())

    def drop(self) -> None:
        self.transport.abort()

    @property
    def untaken(self) -> int:
        return self.transport.get_write_buffer_size()

    def _doing(self) -> Doing:
        if self.transport.is_closing():
            return Doing.END
        return _DOING.get(self.conn.their_state, Doing.OURS)


def guarded(edge: Edge) -> type[asyncio.Protocol]:
    """What uvicorn makes one of for each connection."""
    return type("Guarded", (Guarded,), {"edge": edge})


def _end_with_its_network(transport: asyncio.Transport) -> None:
    """A phone that is gone without a word is noticed when it is written to."""
    connected = transport.get_extra_info("socket")
    if connected is not None and _TCP_USER_TIMEOUT is not None:
        connected.setsockopt(socket.IPPROTO_TCP, _TCP_USER_TIMEOUT, int(STALLED * 1000))


class Doorstep:
    """Before the application: while it is crowded, all but platforms hear to come again."""

    def __init__(self, app: ASGIApp, edge: Edge, busy: Callable[[Request], Response]) -> None:
        self._app = app
        self._edge = edge
        self._busy = busy

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and self._edge.is_crowded(scope["path"]):
            response = self._busy(Request(scope))
            response.headers["Connection"] = "close"
            await response(scope, receive, send)
        else:
            await self._app(scope, receive, send)
