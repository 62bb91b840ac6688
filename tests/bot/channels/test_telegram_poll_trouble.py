"""How polling fails: told in a word, logged once, waited out at a pace that fits, and healed."""

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.channels.telegram import Telegram, Timeouts
from bot.domain.channels import State
from tests.doubles.telegram import TelegramDouble
from tests.doubles.telegram_channel import QUICK, Kept, opened, polling


@pytest.fixture
async def double() -> AsyncIterator[TelegramDouble]:
    async with TelegramDouble() as double:
        yield double
    assert double.violations == []


@pytest.fixture
async def telegram(double: TelegramDouble) -> AsyncIterator[Telegram]:
    async with opened(double) as channel:
        yield channel


IMPATIENT = replace(QUICK, poll=0.0, poll_grace=0.1)

STATES: dict[str, tuple[dict[str, Any], State]] = {
    "another poller": ({"status": 409}, State.CONFLICT),
    "a revoked token": ({"status": 401}, State.REFUSED),
    "an outage": ({"status": 502}, State.UNREACHABLE),
    "a half-open connection": ({"hang": True}, State.UNREACHABLE),
    "a cut connection": ({"drop": True}, State.UNREACHABLE),
    "a captive portal": ({"body": b"<html>"}, State.UNREACHABLE),
    "no list": ({"json": {"ok": True, "result": {}}}, State.UNREACHABLE),
}


@pytest.mark.parametrize(("fault", "state"), STATES.values(), ids=STATES)
async def test_a_failing_poll_shows_in_the_state_is_logged_once_and_heals(
    double: TelegramDouble, fault: dict[str, Any], state: State
) -> None:
    lan, store = double.user(), Kept()
    async with opened(double, timeouts=IMPATIENT) as telegram:
        with capture_logs() as logs:
            async with polling(telegram, store):
                await double.called("getUpdates")
                double.answers("getUpdates", times=4, **fault)
                await double.called("getUpdates", 6)
                seen = {log["state"] for log in logs if log["event"] == "channel_state"}
                await lan.says("xin chào")
                await double.acknowledged()
                healed = telegram.state

    assert str(state) in seen
    assert [log.get("state") for log in logs].count(str(state)) == 1
    assert healed == State.POLLING
    assert store.texts == ["xin chào"]


async def test_a_refused_token_is_asked_with_at_a_pace_of_its_own(
    double: TelegramDouble,
) -> None:
    """Whatever the pauses after other failures are: here they would outlast the test."""
    lan, store = double.user(), Kept()
    timeouts = replace(QUICK, first_pause=60.0, longest_pause=60.0, refused=0.01)
    double.answers("getUpdates", times=3, status=401)
    await lan.says("xin chào")

    async with opened(double, timeouts=timeouts) as telegram, polling(telegram, store):
        await double.acknowledged()

    assert store.texts == ["xin chào"]
    assert Timeouts().refused == 60.0


async def test_two_pollers_the_second_ends_the_first(
    double: TelegramDouble, telegram: Telegram
) -> None:
    with capture_logs() as logs:
        async with polling(telegram, Kept()):
            await double.called("getUpdates", 2)
            async with opened(double) as second, polling(second, Kept()):
                await double.called("getUpdates", 6)

    assert "conflict" in [log.get("state") for log in logs]
