"""A client that asks the double by hand."""

from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import orjson

from tests.doubles.telegram import TelegramDouble

Json = dict[str, Any]
Ask = Callable[..., Coroutine[Any, Any, Json]]


@asynccontextmanager
async def asking(double: TelegramDouble) -> AsyncIterator[Ask]:
    """Calls a method as JSON and returns the answer."""
    async with aiohttp.ClientSession() as session:

        async def call(method: str, *, token: str = double.token, **fields: Any) -> Json:
            url = f"{double.url}/bot{token}/{method}"
            headers = {"Content-Type": "application/json"}
            async with session.post(url, data=orjson.dumps(fields), headers=headers) as response:
                answer: Json = orjson.loads(await response.read())
                assert answer["ok"] == (response.status == 200)
                return answer

        yield call


def keyboard(*rows: list[Json]) -> Json:
    return {"inline_keyboard": list(rows)}


def data(size: int) -> Json:
    return {"text": "Nút", "callback_data": "x" * size}
