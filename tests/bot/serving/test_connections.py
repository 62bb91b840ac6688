"""The web server on a real port: silent and slow connections, and a crowd."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.serving.connections import Doorstep, guarded
from bot.serving.edge import BODY, HEAD, Doing, Edge, Guest
from tests.doubles.clock import ManualClock
from tests.doubles.site import at


class Listening(Edge):
    """Knows how much it has heard."""

    guests = 0
    bytes = 0

    def enter(self, guest: Guest) -> bool:
        self.guests += 1
        return super().enter(guest)

    def goes_on(self, guest: Guest, doing: Doing, sent: int = 0) -> None:
        self.bytes += sent
        super().goes_on(guest, doing, sent)


@dataclass
class Web:
    """A server that answers what it was sent, and /slow when it is told to."""

    clock: ManualClock
    edge: Listening
    port: int = 0
    go: asyncio.Event = field(default_factory=asyncio.Event)

    def app(self) -> Doorstep:
        async def slow(_request: Request) -> Response:
            await self.go.wait()
            return PlainTextResponse("done")

        async def echo(request: Request) -> Response:
            return PlainTextResponse(await request.body())

        routes = [Route("/slow", slow), Route("/health", echo), Route("/", echo, methods=["POST"])]
        return Doorstep(Starlette(routes=routes), self.edge, lambda _: PlainTextResponse("", 503))

    @asynccontextmanager
    async def visited(self, words: str) -> AsyncIterator[asyncio.StreamReader]:
        """Somebody who has said so much, once the server has heard it."""
        heard = (self.edge.guests + 1, self.edge.bytes + len(words))
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(words.encode())
        await writer.drain()
        while (self.edge.guests, self.edge.bytes) != heard:  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0.001)
        try:
            yield reader
        finally:
            writer.close()

    async def passes(self, seconds: float) -> None:
        self.clock.jump(seconds=seconds)
        self.edge.look()


@pytest.fixture
async def web(clock: ManualClock) -> AsyncIterator[Web]:
    made = Web(clock, Listening(clock, 8))
    async with at(made.app(), guarded(made.edge)) as port:
        made.port = port
        yield made
        made.go.set()


def _get(path: str) -> str:
    return f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n"


async def _status(reader: asyncio.StreamReader) -> str:
    return (await asyncio.wait_for(reader.readline(), 5)).decode().split(" ")[1]


@pytest.mark.parametrize("words", ["", "GET / HTTP/1.1\r\nHo"])
async def test_who_sends_no_request_is_sent_away(web: Web, words: str) -> None:
    async with web.visited(words) as reader:
        await web.passes(HEAD + 1)
        assert await _heard(reader) == b""


async def test_who_sends_a_body_too_slowly_is_sent_away(web: Web) -> None:
    head = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 90000\r\n\r\n"
    async with web.visited(head + "a") as reader:
        await web.passes(BODY - 1)
        assert not reader.at_eof()
        await web.passes(2)
        assert await _heard(reader) == b""


async def test_who_waits_for_an_answer_is_not(web: Web) -> None:
    async with web.visited(_get("/slow")) as reader:
        await web.passes(3600)
        web.go.set()
        assert await _status(reader) == "200"


async def test_who_was_answered_and_says_nothing_more_is_sent_away(web: Web) -> None:
    async with web.visited(_get("/health")) as reader:
        await web.passes(HEAD + 1)
        assert (await _heard(reader)).startswith(b"HTTP/1.1 200")


async def test_a_crowd_is_asked_to_come_again_and_health_answers(web: Web) -> None:
    async with (
        web.visited(_get("/slow")),
        web.visited(_get("/slow")),
        web.visited(_get("/slow")),
        web.visited(_get("/slow")),
        web.visited(_get("/slow")),
        web.visited(_get("/slow")),
        web.visited(_get("/slow")) as seventh,
        web.visited(_get("/health")) as health,
    ):
        assert [await _status(seventh), await _status(health)] == ["503", "200"]


async def _heard(reader: asyncio.StreamReader) -> bytes:
    """Everything until the connection ends."""
    try:
        return await asyncio.wait_for(reader.read(), 3)
    except ConnectionResetError:
        return b""
