"""The program is told to stop while it speaks: what is being said arrives, and is not repeated."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest

from bot import app, running
from bot.config import Settings
from storage import outbox
from tests.doubles.ports import free_port
from tests.doubles.telegram import TelegramDouble
from tests.stories.telegram.town import FAST, RunningClock, settings_for

HOOK = "https://langnghe.example.vn/telegram"
DELIVERED = {**FAST, "webhook_url": HOOK, "webhook_secret": "gio-mat-0123"}


@pytest.mark.parametrize("mode", [FAST, DELIVERED], ids=["asked for", "delivered"])
async def test_an_answer_under_way_is_waited_for_and_not_said_again(
    double: TelegramDouble, url: str, mode: dict[str, str]
) -> None:
    lan, answered = double.user("Lan"), asyncio.Event()
    settings = settings_on_a_port(double, url, mode)

    async with served(settings) as address:
        double.hooks.leads[HOOK] = f"{address}/telegram"
        double.answers("sendMessage", late=answered)
        await lan.says("/cauhoi")
        await double.called("sendMessage")
        os.kill(os.getpid(), signal.SIGTERM)
        await nobody_answers(address)
        answered.set()
    async with app.opened(settings) as database, database.reading() as tx:
        left = await outbox.backlog(tx)

    assert (len(lan.heard), left) == (1, [])


def settings_on_a_port(double: TelegramDouble, url: str, mode: dict[str, str]) -> Settings:
    settings = settings_for(double, url, mode)
    web = settings.web.model_copy(update={"port": free_port()})
    return settings.model_copy(update={"web": web})


@asynccontextmanager
async def served(settings: Settings) -> AsyncIterator[str]:
    """``langnghe run``, until it ends by itself."""
    up = asyncio.Event()

    async def ready() -> None:
        up.set()

    async with app.opened(settings) as database:
        made = await app.assemble(settings, database, clock=RunningClock())
        serving = asyncio.create_task(running.serve(made, ready))
        await up.wait()
        yield f"http://{settings.web.host}:{settings.web.port}"
        await serving


async def nobody_answers(address: str) -> None:
    """Wait until the program has stopped taking visitors."""
    async with aiohttp.ClientSession() as session:
        while True:
            try:
                async with session.get(f"{address}/health"):
                    await asyncio.sleep(0.01)
            except aiohttp.ClientError:
                return
