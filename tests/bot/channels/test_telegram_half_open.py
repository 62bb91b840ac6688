"""Connections that are dead without saying so: noticed within a minute, and none holds up others.

``make test`` meets each kind of death twice, ``make soak`` fifty times.
"""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest

from bot.channels.telegram import Timeouts
from bot.domain.channels import State
from bot.domain.errors import TryLater
from tests.doubles.spine import until
from tests.doubles.telegram import TelegramDouble
from tests.doubles.telegram_channel import HELLO, QUICK, Kept, failure, opened, polling

#: A poll is waited for a tenth of a second, a call of any other kind for good.
STUCK = replace(QUICK, read=60.0, write=0.05, poll=0.0, poll_grace=0.1)

TWICE = pytest.param(2, id="twice")
OFTEN = pytest.param(50, id="50 times", marks=pytest.mark.soak)

DEATHS: dict[str, dict[str, Any]] = {
    "no answer": {"hang": True},
    "half an answer": {"half": True},
    "a cut line": {"drop": True},
}


@pytest.fixture
async def double() -> AsyncIterator[TelegramDouble]:
    async with TelegramDouble() as double:
        yield double
    assert double.violations == []


def test_with_the_real_figures_every_call_and_every_poll_ends_within_a_minute() -> None:
    timeouts = Timeouts()

    call = timeouts.connect + timeouts.write + timeouts.read
    poll = timeouts.connect + timeouts.write + timeouts.poll + timeouts.poll_grace
    assert max(call, poll, timeouts.look + call) < 60.0


@pytest.mark.parametrize("times", [TWICE, OFTEN])
@pytest.mark.parametrize("death", DEATHS.values(), ids=DEATHS)
async def test_a_poll_whose_connection_died_is_noticed_and_asked_anew(
    double: TelegramDouble, death: dict[str, Any], times: int
) -> None:
    lan, store = double.user(), Kept()

    async with opened(double, timeouts=STUCK) as telegram, polling(telegram, store):
        for number in range(times):
            await until(lambda: telegram.state is State.POLLING)
            double.answers("getUpdates", **death)
            await until(lambda: telegram.state is State.UNREACHABLE)
            await lan.says(f"câu {number}")
            await double.acknowledged()

    assert store.texts == [f"câu {number}" for number in range(times)]


async def test_after_a_dead_poll_one_answer_is_enough_to_know_that_it_is_over(
    double: TelegramDouble,
) -> None:
    """A long poll would leave the word of trouble standing until somebody writes."""
    patient = replace(STUCK, poll=60.0)
    async with opened(double, timeouts=patient) as telegram, polling(telegram, Kept()):
        double.answers("getUpdates", drop=True)
        await until(lambda: telegram.state is State.UNREACHABLE)
        await until(lambda: telegram.state is State.POLLING)


@pytest.mark.parametrize("times", [TWICE, OFTEN])
async def test_sends_that_all_hang_do_not_keep_the_bot_from_listening(
    double: TelegramDouble, times: int
) -> None:
    lan, store = double.user(started=True), Kept()
    double.answers("sendMessage", times=None, hang=True)

    async with opened(double, timeouts=STUCK) as telegram, polling(telegram, store):
        hung = [asyncio.create_task(telegram.send(str(lan.id), HELLO)) for _ in range(150)]
        await double.called("sendMessage", 100)  # more do not go out at once
        for number in range(times):
            await lan.says(f"câu {number}")
            await double.acknowledged()
        state = telegram.state
        for task in hung:
            task.cancel()
        await asyncio.gather(*hung, return_exceptions=True)

    assert state is State.POLLING
    assert store.texts == [f"câu {number}" for number in range(times)]


async def test_a_send_whose_answer_stops_halfway_is_given_up_as_one_that_may_have_arrived(
    double: TelegramDouble,
) -> None:
    lan = double.user(started=True)
    double.answers("sendMessage", half=True)
    async with opened(double) as telegram:
        error = await failure(telegram, lan.id)

    assert isinstance(error, TryLater)
    assert error.reached


async def test_a_name_that_nobody_knows_reached_nobody(double: TelegramDouble) -> None:
    async with opened(double, api_base_url="http://telegram.invalid") as telegram:
        error = await failure(telegram, 1)
        async with polling(telegram, Kept()):
            await until(lambda: telegram.state is State.UNREACHABLE)

    assert isinstance(error, TryLater)
    assert not error.reached
