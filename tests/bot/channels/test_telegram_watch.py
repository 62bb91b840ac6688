"""The webhook is looked after: who changes it, or keeps Telegram from delivering, is noticed."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from starlette.applications import Starlette
from structlog.testing import capture_logs

from bot.channels.base import Invites, Stands
from bot.channels.telegram import TelegramWebhook
from bot.domain.channels import State
from tests.doubles.site import site
from tests.doubles.spine import until
from tests.doubles.telegram import TelegramDouble
from tests.doubles.telegram_channel import COMMANDS, QUICK, Kept

URL, SECRET = "https://langnghe.example.vn/telegram", "gio-mat-0123"
ELSEWHERE = "https://other.example.vn/a-path-that-is-a-secret"


@pytest.fixture
async def double() -> AsyncIterator[TelegramDouble]:
    async with TelegramDouble() as double:
        yield double
    assert double.violations == []


@asynccontextmanager
async def watching(
    double: TelegramDouble, store: Kept | None = None
) -> AsyncIterator[TelegramWebhook]:
    """The webhook behind a proxy that leads to a port of this machine."""
    channel = TelegramWebhook(
        double.token,
        webhook_url=URL,
        webhook_secret=SECRET,
        api_base_url=double.url,
        commands=COMMANDS,
        timeouts=QUICK,
    )
    async with site(Starlette(routes=[*channel.routes(store or Kept())])) as here:
        double.hooks.leads[URL] = f"{here}/telegram"
        await channel.open()
        try:
            await until(lambda: channel.state is State.LISTENING)
            yield channel
        finally:
            await channel.close()


async def looks(double: TelegramDouble, times: int = 2) -> None:
    """Wait until it has looked again."""
    await double.called("getWebhookInfo", double.counts["getWebhookInfo"] + times)


async def test_it_tells_how_it_stands_and_what_its_link_is(double: TelegramDouble) -> None:
    async with watching(double) as telegram:
        assert isinstance(telegram, Stands)
        assert isinstance(telegram, Invites)
        assert telegram.link("W1-9f") == "https://t.me/LangNgheBot?start=W1-9f"
        assert (telegram.state, telegram.why) == (State.LISTENING, "")

    assert telegram.state is State.IDLE


@pytest.mark.parametrize(
    ("url", "told"), [(ELSEWHERE, "other.example.vn"), ("", "none")], ids=["elsewhere", "nowhere"]
)
async def test_a_webhook_that_somebody_else_moved_is_told_and_set_again(
    double: TelegramDouble, url: str, told: str
) -> None:
    lan, store = double.user(), Kept()
    async with watching(double, store) as telegram:
        double.methods.webhook = {"url": url}
        with capture_logs() as logs:
            await lan.says("xin chào")
            await double.acknowledged()
            await until(lambda: telegram.state is State.LISTENING)

    [conflict] = [log for log in logs if log.get("state") == State.CONFLICT]
    assert conflict["why"] == f"its webhook was {told}"
    assert double.methods.webhook["url"] == URL
    assert store.texts == ["xin chào"]


async def test_what_telegram_cannot_deliver_is_told_until_it_can(double: TelegramDouble) -> None:
    lan, store = double.user(), Kept()
    async with watching(double, store) as telegram:
        here = double.hooks.leads[URL]
        double.hooks.leads[URL] = f"{here}/nowhere"
        await lan.says("xin chào")
        await until(lambda: telegram.state is State.UNDELIVERED)
        why = telegram.why
        await looks(double)
        still = telegram.state
        double.hooks.leads[URL] = here
        await double.acknowledged()
        await until(lambda: telegram.state is State.LISTENING)

    assert why == "Wrong response from the webhook: 404 Not Found"
    assert still is State.UNDELIVERED
    assert store.texts == ["xin chào"]


async def test_a_secret_that_somebody_else_changed_is_set_again(double: TelegramDouble) -> None:
    lan, store = double.user(), Kept()
    async with watching(double, store):
        double.methods.webhook["secret_token"] = "not-ours"
        await lan.says("xin chào")
        await double.acknowledged()

    assert 403 in double.hooks.statuses
    assert store.texts == ["xin chào"]


async def test_an_address_that_telegram_refuses_is_told_with_its_reason(
    double: TelegramDouble,
) -> None:
    words = "Bad Request: bad webhook: Failed to resolve host: Name or service not known"
    async with watching(double) as telegram:
        double.methods.webhook = {"url": ""}
        double.answers("setWebhook", times=None, status=400, description=words)
        await until(lambda: telegram.state is State.UNDELIVERED)
        told = telegram.why
        double.recovers()
        await until(lambda: telegram.state is State.LISTENING)

    assert told == "Bad webhook: failed to resolve host: name or service not known"


async def test_a_failure_that_is_over_is_no_trouble_though_telegram_still_tells_of_it(
    double: TelegramDouble,
) -> None:
    double.methods.webhook_failure = {"last_error_date": 1_700_000_000, "last_error_message": "?"}
    double.hooks.held_back = True
    with capture_logs() as logs:
        async with watching(double):
            await double.user().says("xin chào")  # one waits, as it may at any time
            await looks(double)

    assert State.UNDELIVERED not in [log.get("state") for log in logs]


async def test_what_could_not_be_stored_is_not_blamed_on_the_road(double: TelegramDouble) -> None:
    lan, store = double.user(), Kept(fails=1_000_000)
    with capture_logs() as logs:
        async with watching(double, store) as telegram:
            await lan.says("xin chào")
            await until(lambda: telegram.state is State.NOT_STORED)
            await looks(double)
            still = telegram.state
            store.fails = 0
            await double.acknowledged()
            await until(lambda: telegram.state is State.LISTENING)

    assert still is State.NOT_STORED
    assert State.UNDELIVERED not in [log.get("state") for log in logs]


STATES: dict[str, tuple[dict[str, Any], State]] = {
    "a revoked token": ({"status": 401}, State.REFUSED),
    "an outage": ({"status": 502}, State.UNREACHABLE),
    "no answer": ({"hang": True}, State.UNREACHABLE),
    "half an answer": ({"half": True}, State.UNREACHABLE),
    "a captive portal": ({"body": b"<html>"}, State.UNREACHABLE),
    "no description": ({"json": {"ok": True, "result": [1]}}, State.UNREACHABLE),
    "half a description": ({"json": {"ok": True, "result": {"url": URL}}}, State.UNREACHABLE),
}


@pytest.mark.parametrize(("fault", "state"), STATES.values(), ids=STATES)
async def test_trouble_shows_although_nothing_arrives_and_ends_by_itself(
    double: TelegramDouble, fault: dict[str, Any], state: State
) -> None:
    async with watching(double) as telegram:
        double.answers("getWebhookInfo", times=None, **fault)
        await until(lambda: telegram.state is state)
        double.recovers()
        await until(lambda: telegram.state is State.LISTENING)
