"""Around the web chat: a core that only keeps, a browser without JavaScript, a live line."""

import asyncio
import html
import re
import socket
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import orjson
import uvicorn
from starlette.applications import Starlette

from bot.channels.base import Arrival
from bot.channels.web.channel import Web
from bot.channels.web.crowd import Crowd
from bot.channels.web.mailbox import Pace
from bot.domain.messages import Choice, Inbound, Outgoing
from bot.i18n import Texts
from storage.database import Database
from tests.doubles.clock import ManualClock

SITE = "http://testserver"
TEXTS = Texts.load()
QUICK = Pace(look_seconds=0.05, beat_seconds=0.2, answer_seconds=0.05)
NONCE = "nonce-of-a-form"


class Inbox:
    """Stands for the core: keeps what the channel stores, each id once."""

    def __init__(self) -> None:
        self.arrived: dict[str, Arrival] = {}
        self.trouble: Exception | None = None

    async def store(self, arrivals: Sequence[Arrival]) -> None:
        if self.trouble is not None:
            raise self.trouble
        for arrival in arrivals:
            self.arrived.setdefault(arrival.id, arrival)

    @property
    def messages(self) -> list[Inbound]:
        return [one for one in self.arrived.values() if isinstance(one, Inbound)]

    @property
    def texts(self) -> list[str]:
        return [one.text for one in self.messages]


@dataclass
class World:
    """A web chat over a database in a file, at a time that the test sets."""

    database: Database
    inbox: Inbox = field(default_factory=Inbox)
    now: datetime = datetime(2026, 4, 29, 3, 0, tzinfo=UTC)
    pace: Pace = QUICK
    clock: ManualClock = field(default_factory=ManualClock)  #: of what is counted by address
    counts: Mapping[str, Any] = field(default_factory=dict)  #: how many, if not as ever

    def web(self, public_url: str = SITE) -> Web:
        web = Web(
            self.database,
            TEXTS.say,
            _programme,
            public_url=public_url,
            clock=lambda: self.now,
            zone=ZoneInfo("Asia/Ho_Chi_Minh"),
            pace=self.pace,
        )
        web.crowd = Crowd(self.clock, lambda: "Công an 113", **self.counts)
        return web


async def _programme() -> str:
    return "Đối thoại 2023"


@dataclass
class Visitor:
    """A browser without JavaScript: it keeps cookies and sends the forms it finds."""

    client: httpx.AsyncClient
    page: str = ""
    path: str = "/"

    async def visit(self, path: str = "/") -> httpx.Response:
        answer = await self.client.get(path, follow_redirects=True)
        self.page, self.path = answer.text, answer.url.path
        return answer

    @property
    def base(self) -> str:
        return one(r'data-base="([^"]*)"', self.page)

    @property
    def csrf(self) -> str:
        return one(r'name="csrf" value="([^"]*)"', self.page)

    async def encloses(
        self, name: str, content: bytes, nonce: str = NONCE, *, live: bool = True, **fields: object
    ) -> httpx.Response:
        """Send the form below the conversation, with a file."""
        return await self.client.post(
            f"{self.base}/gui",
            data={"csrf": self.csrf, "nonce": nonce, "reply_to": "", "text": "", **fields},
            files={"file": (name, content, "application/x-anything")},
            headers={"Accept": "application/json"} if live else {},
        )

    async def send(self, nonce: str = NONCE, *, live: bool = True, **fields: object) -> int:
        """Send a form of the page; returns the status. ``live``: as the page's script does."""
        return (await self.answer(nonce, live=live, **fields)).status_code

    async def answer(
        self, nonce: str = NONCE, *, live: bool = True, **fields: object
    ) -> httpx.Response:
        return await self.client.post(
            f"{self.base}/gui",
            data={"csrf": self.csrf, "nonce": nonce, **fields},
            headers={"Accept": "application/json"} if live else {},
        )

    def messages(self) -> list[str]:
        """The words on the page, in order."""
        return words_in(self.page)


def words_in(page: str) -> list[str]:
    """The words of every message in a piece of a page."""
    found = re.findall(r'<p class="text"[^>]*>(.*?)</p>', page, re.DOTALL)
    return [html.unescape(re.sub("<[^>]+>", "", one)) for one in found if one]


def one(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    assert found is not None, pattern
    return found[1]


@asynccontextmanager
async def browser(app: Starlette, address: str = "127.0.0.1") -> AsyncIterator[Visitor]:
    transport = httpx.ASGITransport(app, client=(address, 50_000))
    async with httpx.AsyncClient(transport=transport, base_url=SITE) as client:
        yield Visitor(client)


async def first_word(visitor: Visitor, inbox: Inbox) -> str:
    """The name of the visitor's chat; a first word tells it."""
    await visitor.send("first-word-of-all", text="Dạ chào")
    return inbox.messages[-1].address.chat


def with_buttons(*labels: str, text: str = "Câu hỏi TV-0012") -> Outgoing:
    row = tuple(Choice(label=label, data=f"{label.lower()}:12") for label in labels)
    return Outgoing(text=text, choices=(row,))


@dataclass
class Line:
    """A stream as a page hears it."""

    client: httpx.AsyncClient
    lines: AsyncIterator[str]

    async def event(self) -> dict[str, str]:
        """The next event, by its fields; a comment is a field without a name."""
        fields: dict[str, str] = {}
        async for line in self.lines:
            if not line and fields:
                return fields
            name, _, value = line.partition(":")
            fields[name] = value.strip()
        raise EOFError

    async def heard(self) -> tuple[str, str]:
        """The next message: its number, and its words."""
        while True:
            event = await self.event()
            if "data" in event and "event" not in event:
                return event["id"], words_in(orjson.loads(event["data"])["html"])[0]


@asynccontextmanager
async def served(app: Starlette, web: Web) -> AsyncIterator[str]:
    """The app on a port of this machine; what is still open at the end, the channel must end."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        config = uvicorn.Config(app, log_level="warning", lifespan="off", ws="none")
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve(sockets=[listening]))
        host, port = listening.getsockname()
        yield f"http://{host}:{port}"
        await web.close()
        server.should_exit = True
        await asyncio.wait_for(serving, 5)


@asynccontextmanager
async def listening(
    site: str, cookie: str, path: str = "/su-kien", headers: dict[str, str] | None = None
) -> AsyncIterator[Line]:
    async with (
        httpx.AsyncClient(base_url=site, cookies={"ln": cookie}, timeout=5) as client,
        client.stream("GET", path, headers=headers) as answer,
    ):
        assert answer.headers["content-type"].startswith("text/event-stream")
        yield Line(client, answer.aiter_lines())
