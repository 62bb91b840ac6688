"""One call: a head and a body on a connection of aiohttp's pool, and the answer to it.

aiohttp makes and keeps the connections and reads what comes back. Its session would make some
twenty objects of each call besides, which costs more than the call.
"""

import asyncio

import aiohttp
from aiohttp.connector import Connection
from aiohttp.http import HttpProcessingError
from yarl import URL

from bot.domain.values import dataclass

_HEAD = "POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\nContent-Length: "


@dataclass(frozen=True, slots=True)
class _Method:
    """What is the same in every call of one address."""

    request: aiohttp.ClientRequest  #: never sent; it tells the pool where to connect
    head: str  #: up to the length of the body

    @classmethod
    def at(cls, address: str) -> "_Method":
        """Raises aiohttp.InvalidURL."""
        try:
            url = URL(address)
        except ValueError:
            raise aiohttp.InvalidURL("") from None
        request = aiohttp.ClientRequest("POST", url, loop=asyncio.get_running_loop())
        return cls(request, _HEAD.format(path=url.raw_path_qs, host=request.headers["Host"]))


class Wire:
    """Posts JSON over ``connector``. Raises what aiohttp does; a redirect is an answer too."""

    def __init__(self, connector: aiohttp.BaseConnector) -> None:
        self._connector = connector
        self._methods: dict[str, _Method] = {}

    async def post(
        self, address: str, body: bytes, within: aiohttp.ClientTimeout
    ) -> tuple[int, bytes]:
        """Status and body of the answer, which is there as a whole within ``within.sock_read``.

        Nothing is sent twice.
        """
        method = self._methods.get(address)
        if method is None:
            method = self._methods[address] = _Method.at(address)
        connection = await self._connected(method, within)
        try:
            async with asyncio.timeout(within.sock_read):
                head = f"{method.head}{len(body)}\r\n\r\n".encode()
                answer = await _answer(connection, head + body)
        except BaseException:
            connection.close()
            raise
        connection.release()
        return answer

    async def _connected(self, method: _Method, within: aiohttp.ClientTimeout) -> Connection:
        try:
            return await self._connector.connect(method.request, traces=[], timeout=within)
        except TimeoutError as error:
            raise aiohttp.ConnectionTimeoutError from error


async def _answer(connection: Connection, sent: bytes) -> tuple[int, bytes]:
    protocol = connection.protocol
    if protocol is None or protocol.transport is None:
        raise aiohttp.ServerDisconnectedError
    protocol.set_response_params()
    protocol.transport.write(sent)
    try:
        message, body = await protocol.read()
    except HttpProcessingError as error:
        raise aiohttp.ClientPayloadError("what came back is no HTTP") from error
    return message.code, await body.read()
