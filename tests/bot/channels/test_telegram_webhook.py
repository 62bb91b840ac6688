"""The webhook: who may deliver, and that 200 means stored."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import orjson
import pytest
import uvicorn
from httpx import ASGITransport, AsyncClient
from starlette.applications import Starlette
from structlog.testing import capture_logs

from bot.channels.base import Channel, Fetches, Opens, Polls, Serves
from bot.channels.telegram import TelegramWebhook
from bot.domain.channels import State
from bot.domain.errors import ConfigError
from bot.domain.messages import Unreadable
from tests.doubles.telegram import TelegramDouble
from tests.doubles.telegram_channel import COMMANDS, QUICK, Kept
from tests.doubles.telegram_samples import message

URL, SECRET = "https://langnghe.example.vn/telegram", "gio-mat-0123"
UPDATE = orjson.dumps({"update_id": 900, "message": message(text="Khi nào?")})


@pytest.fixture
async def double() -> AsyncIterator[TelegramDouble]:
    async with TelegramDouble() as double:
        double.hooks.held_back = True  # what arrives is posted by hand
        yield double
    assert double.violations == []


def webhook(double: TelegramDouble, *, url: str = URL, secret: str = SECRET) -> TelegramWebhook:
    return TelegramWebhook(
        double.token,
        webhook_url=url,
        webhook_secret=secret,
        api_base_url=double.url,
        commands=COMMANDS,
        timeouts=QUICK,
    )


@asynccontextmanager
async def knocking(channel: TelegramWebhook, store: Kept) -> AsyncIterator[AsyncClient]:
    app = ASGITransport(Starlette(routes=[*channel.routes(store)]))
    async with AsyncClient(transport=app, base_url="http://test") as client:
        yield client


@asynccontextmanager
async def listening(double: TelegramDouble, store: Kept) -> AsyncIterator[AsyncClient]:
    """A registered webhook, and a client to knock at it."""
    channel = webhook(double)
    await channel.open()
    try:
        await double.called("setWebhook")
        async with knocking(channel, store) as client:
            yield client
    finally:
        await channel.close()


async def post(
    client: AsyncClient, body: bytes | AsyncIterator[bytes], secret: str = SECRET
) -> int:
    headers = {b"X-Telegram-Bot-Api-Secret-Token": secret.encode()}
    return (await client.post("/telegram", content=body, headers=headers)).status_code


def test_it_can_what_the_product_asks_of_a_channel_that_is_called(double: TelegramDouble) -> None:
    channel: Channel = webhook(double)

    assert isinstance(channel, Serves | Opens | Fetches)
    assert not isinstance(channel, Polls)


def test_it_does_not_work_without_a_secret(double: TelegramDouble) -> None:
    with pytest.raises(ConfigError, match="webhook_secret"):
        webhook(double, secret="")


async def test_it_tells_telegram_where_to_deliver_and_what(double: TelegramDouble) -> None:
    channel = webhook(double)
    await channel.open()
    await double.called("setWebhook")
    await channel.close()

    assert double.methods.webhook == {
        "url": URL,
        "secret_token": SECRET,
        "allowed_updates": ["message", "edited_message", "callback_query", "my_chat_member"],
    }
    assert set(double.methods.commands) == {"", "en"}


async def test_it_registers_as_soon_as_telegram_answers(double: TelegramDouble) -> None:
    channel = webhook(double)
    double.answers("getMe", times=3, status=502)

    with capture_logs() as logs:
        await channel.open()
        await double.called("setWebhook")
        await channel.close()

    states = [log["state"] for log in logs if log["event"] == "channel_state"]
    assert states.count("unreachable") == 1


async def test_what_is_delivered_is_stored_and_then_answered(double: TelegramDouble) -> None:
    store = Kept()
    async with listening(double, store) as client:
        assert await post(client, UPDATE) == 200

    assert store.texts == ["Khi nào?"]


@pytest.mark.parametrize("secret", ["", "gio-mat", SECRET + "x", "gió"])
async def test_nobody_without_the_secret_gets_in(double: TelegramDouble, secret: str) -> None:
    store = Kept()
    async with listening(double, store) as client:
        assert await post(client, UPDATE, secret) == 403

    assert store.arrivals == []


async def test_what_could_not_be_stored_is_to_be_delivered_again(double: TelegramDouble) -> None:
    store = Kept(fails=2)
    with capture_logs() as logs:
        async with listening(double, store) as client:
            answers = [await post(client, UPDATE) for _ in range(3)]

    assert answers == [503, 503, 200]
    assert store.texts == ["Khi nào?"]
    assert [log["event"] for log in logs].count("arrivals_not_stored") == 1


@pytest.mark.parametrize("body", [b"<html>", b"", b"[]", b"\xff"])
async def test_what_cannot_be_read_is_kept(double: TelegramDouble, body: bytes) -> None:
    store = Kept()
    async with listening(double, store) as client:
        assert await post(client, body) == 200

    [kept] = store.arrivals
    assert isinstance(kept, Unreadable)
    assert kept.raw == body


async def test_what_concerns_nobody_is_answered_and_not_stored(double: TelegramDouble) -> None:
    store = Kept()
    async with listening(double, store) as client:
        assert await post(client, b'{"update_id":1,"poll":null}') == 200

    assert store.arrivals == []


async def test_a_body_larger_than_any_update_is_refused(double: TelegramDouble) -> None:
    store = Kept()
    async with listening(double, store) as client:
        assert await post(client, b"x" * 1_000_001) == 413

    assert store.arrivals == []


async def test_a_body_that_never_ends_is_given_up(double: TelegramDouble) -> None:
    async def endless() -> AsyncIterator[bytes]:
        yield UPDATE
        await asyncio.Event().wait()

    async with listening(double, Kept()) as client:
        assert await post(client, endless()) == 408


async def test_before_the_bot_knows_its_name_nothing_is_taken(double: TelegramDouble) -> None:
    store = Kept()
    async with knocking(webhook(double), store) as client:
        assert await post(client, UPDATE) == 503

    assert store.arrivals == []


async def test_what_people_write_comes_in_over_a_real_server(double: TelegramDouble) -> None:
    lan, store = double.user(), Kept(fails=1)
    double.hooks.held_back = False
    await lan.says("Khi nào cầu mở lại?")

    async with served(double, store) as channel:
        await double.acknowledged()
        listening = channel.state

    assert listening == State.LISTENING
    assert channel.state == State.IDLE
    assert store.texts == ["Khi nào cầu mở lại?"]
    assert 503 in double.hooks.statuses


@asynccontextmanager
async def served(double: TelegramDouble, store: Kept) -> AsyncIterator[TelegramWebhook]:
    """The webhook at a port of this machine."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        channel = webhook(double, url=f"http://127.0.0.1:{door.getsockname()[1]}/telegram")
        app = Starlette(routes=[*channel.routes(store)])
        config = uvicorn.Config(app, log_level="critical", lifespan="off", ws="none")
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve(sockets=[door]))
        await channel.open()
        try:
            yield channel
        finally:
            await channel.close()
            server.should_exit = True
            await serving
