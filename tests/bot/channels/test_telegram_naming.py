"""Learning the bot's own name goes on beside everything else, and breaks none of it."""

import asyncio
from dataclasses import replace

from structlog.testing import capture_logs

from bot.channels.telegram.api import Api
from bot.channels.telegram.naming import Naming
from bot.channels.telegram.request import AiohttpRequest
from tests.doubles.telegram_channel import QUICK


async def test_what_broke_the_asking_keeps_nobody_from_closing_and_is_told() -> None:
    timeouts, asked = replace(QUICK, naming=0.0), asyncio.Event()

    def known() -> str:
        asked.set()
        raise LookupError("nobody expected this")

    api = Api("4711:none", "http://127.0.0.1:1", AiohttpRequest(timeouts))
    naming = Naming(api, "telegram", timeouts, known)
    with capture_logs() as logs:
        naming.begin()
        await asked.wait()
        await asyncio.sleep(0)
        await naming.end()

    assert logs == [
        {
            "event": "naming_broken",
            "channel": "telegram",
            "why": "LookupError",
            "log_level": "error",
        }
    ]
