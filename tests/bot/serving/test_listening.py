"""On which addresses a program listens."""

import asyncio
import os
import signal

import aiohttp
import pytest

from bot import app, running
from bot.config import Settings
from tests.doubles.ports import free_port


async def answers(address: str) -> bool:
    """Whether a program is reached there."""
    async with aiohttp.ClientSession() as session:
        try:
            async with session.get(f"http://{address}/health"):
                return True
        except aiohttp.ClientError:
            return False


@pytest.mark.parametrize(
    ("host", "reached"), [("127.0.0.1", ["127.0.0.1"]), ("::", ["[::1]"]), ("::1", ["[::1]"])]
)
async def test_one_socket_takes_one_kind_of_address_or_no_proxy_would_be_known_by_its_own(
    settings: Settings, host: str, reached: list[str]
) -> None:
    port, ready, found = free_port(), asyncio.Event(), list[str]()
    web = settings.web.model_copy(update={"host": host, "port": port})
    settings = settings.model_copy(update={"web": web})

    async def up() -> None:
        ready.set()

    async with app.opened(settings) as database:
        made = await app.assemble(settings, database, channels=lambda _s, _w: [])
        serving = asyncio.create_task(running.serve(made, up))
        await ready.wait()
        found += [one for one in ("127.0.0.1", "[::1]") if await answers(f"{one}:{port}")]
        os.kill(os.getpid(), signal.SIGTERM)
        await serving

    assert found == reached
