"""Calls on the wire itself, against a server that says whatever it is told to."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import aiohttp
import pytest

from bot.channels.telegram.wire import Wire

PATIENCE = aiohttp.ClientTimeout(total=5, connect=5, sock_connect=5, sock_read=5)


@dataclass
class Other:
    """The other side: answers each call with the next of ``answers``, and keeps what it heard."""

    answers: list[bytes]
    url: str = ""
    heard: list[bytes] = field(default_factory=list)
    connections: int = 0

    async def serves(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        while self.answers:
            try:
                head = await reader.readuntil(b"\r\n\r\n")
            except asyncio.IncompleteReadError:
                break
            length = int(head.partition(b"Content-Length: ")[2].partition(b"\r")[0])
            self.heard.append(head + await reader.readexactly(length))
            writer.write(self.answers.pop(0))
        writer.close()


@pytest.fixture
async def other() -> AsyncIterator[Other]:
    other = Other([])
    server = await asyncio.start_server(other.serves, "127.0.0.1", 0)
    other.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    yield other
    server.close()


@pytest.fixture
async def wire() -> AsyncIterator[Wire]:
    async with aiohttp.TCPConnector() as pool:
        yield Wire(pool)


async def test_a_call_is_its_address_and_its_body(other: Other, wire: Wire) -> None:
    other.answers = [b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"]

    assert await wire.post(f"{other.url}/bot7:x/getMe", "{…}".encode(), PATIENCE) == (200, b"{}")

    head = "POST /bot7:x/getMe HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\n"
    body = "Content-Length: 5\r\n\r\n{…}"
    host = other.url.removeprefix("http://")
    assert other.heard == [(head.format(host) + body).encode()]


async def test_one_connection_carries_one_call_after_the_other(other: Other, wire: Wire) -> None:
    whole = b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n1"
    chunked = b"HTTP/1.1 400 Bad Request\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n2\r\n0\r\n\r\n"
    other.answers = [whole, chunked, whole]

    answers = [await wire.post(f"{other.url}/{n}", b"", PATIENCE) for n in range(3)]

    assert answers == [(200, b"1"), (400, b"2"), (200, b"1")]
    assert other.connections == 1


async def test_a_connection_that_the_server_ends_is_not_used_again(
    other: Other, wire: Wire
) -> None:
    last = b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1\r\n\r\n1"
    other.answers = [last, last]

    assert [await wire.post(other.url, b"", PATIENCE) for _ in range(2)] == [(200, b"1")] * 2
    assert other.connections == 2


async def test_a_redirect_is_an_answer_and_nobody_follows_it(other: Other, wire: Wire) -> None:
    other.answers = [b"HTTP/1.1 302 Found\r\nLocation: /there\r\nContent-Length: 0\r\n\r\n"]

    assert await wire.post(other.url, b"", PATIENCE) == (302, b"")


async def test_what_is_no_http_is_no_answer(other: Other, wire: Wire) -> None:
    other.answers = [b"220 mail.example ESMTP\r\n"]

    with pytest.raises(aiohttp.ClientPayloadError):
        await wire.post(other.url, b"", PATIENCE)


async def test_half_an_answer_is_no_answer(other: Other, wire: Wire) -> None:
    other.answers = [b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"]

    with pytest.raises(aiohttp.ClientPayloadError):
        await wire.post(other.url, b"", PATIENCE)


async def test_an_address_that_is_none_is_called_so(wire: Wire) -> None:
    with pytest.raises(aiohttp.InvalidURL):
        await wire.post("http://[nobody/", b"", PATIENCE)
