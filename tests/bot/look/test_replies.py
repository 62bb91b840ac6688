"""What answers do beyond carrying words."""

import asyncio
from collections.abc import AsyncGenerator
from typing import Any

from starlette.types import Message

from bot.look import replies


async def test_a_stream_ends_as_soon_as_its_browser_has_left() -> None:
    told: list[str] = []
    heard = asyncio.Event()

    async def events() -> AsyncGenerator[bytes, None]:
        try:
            while True:
                yield b": \n\n"
        finally:
            told.append("ended")

    async def left() -> Message:
        await heard.wait()
        return {"type": "http.disconnect"}

    async def browser(message: Message) -> None:
        if message["type"] == "http.response.body":
            heard.set()
        await asyncio.sleep(0)

    held = events()
    scope: dict[str, Any] = {"type": "http", "asgi": {"spec_version": "2.3"}}
    await replies.stream(held)(scope, left, browser)

    assert told == ["ended"]
