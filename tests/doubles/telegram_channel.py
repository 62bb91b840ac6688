"""The Telegram channel set up against the double, for its tests."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any

import pytest

from bot.channels.base import Arrival, Store
from bot.channels.telegram import Telegram, Timeouts
from bot.domain.errors import SendError
from bot.domain.messages import Choice, Inbound, Outgoing
from tests.doubles.telegram import TelegramDouble

QUICK = Timeouts(
    connect=1.0,
    write=0.3,
    read=0.6,
    body=0.1,
    poll=1.0,
    poll_grace=0.2,
    first_pause=0.01,
    longest_pause=0.02,
    not_stored=0.02,
    refused=0.02,
    look=0.02,
)
COMMANDS = {"": [("hoi", "Gửi câu hỏi")], "en": [("hoi", "Ask a question")]}


@asynccontextmanager
async def opened(double: TelegramDouble, **settings: Any) -> AsyncIterator[Telegram]:
    settings = {"api_base_url": double.url, "commands": COMMANDS, "timeouts": QUICK, **settings}
    channel = Telegram(double.token, **settings)
    await channel.open()
    try:
        yield channel
    finally:
        await channel.close()


class Kept:
    """A store in memory that fails where a test asks for it."""

    def __init__(self, fails: int = 0) -> None:
        self.arrivals: list[Arrival] = []
        self.fails = fails
        self.reached = asyncio.Event()

    async def __call__(self, batch: Sequence[Arrival]) -> None:
        if self.fails:
            self.fails -= 1
            raise OSError("the disk is full")
        self.arrivals.extend(batch)

    async def stores_and_hangs(self, batch: Sequence[Arrival]) -> None:
        """Keep the batch, and be killed before anybody hears of it."""
        await self(batch)
        self.reached.set()
        await asyncio.Event().wait()

    @property
    def texts(self) -> list[str]:
        return [found.text for found in self.arrivals if isinstance(found, Inbound)]


@asynccontextmanager
async def polling(channel: Telegram, store: Store) -> AsyncIterator[None]:
    task = asyncio.create_task(channel.poll(store))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


CONSENT = Outgoing(
    text="Cô chú đồng ý không?",
    choices=(
        (Choice(label="Đồng ý", data="consent:yes"), Choice(label="Thôi", data="consent:no")),
        (Choice(label="Xem trên mạng", url="https://langnghe.example.vn/traloi"),),
    ),
)
HELLO = Outgoing(text="Xin chào cô Thạch Thị Lan")


async def failure(telegram: Telegram, chat: int | str, message: Outgoing = HELLO) -> SendError:
    with pytest.raises(SendError) as caught:
        await telegram.send(str(chat), message)
    return caught.value
