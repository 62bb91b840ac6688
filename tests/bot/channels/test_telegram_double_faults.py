"""The double goes wrong as it is told."""

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import pytest

from tests.doubles.telegram import RateLimit, TelegramDouble
from tests.doubles.telegram_ask import Ask, asking


@pytest.fixture
async def double() -> AsyncIterator[TelegramDouble]:
    async with TelegramDouble() as double:
        yield double


@pytest.fixture
async def ask(double: TelegramDouble) -> AsyncIterator[Ask]:
    async with asking(double) as ask:
        yield ask


async def test_answers_go_wrong_as_often_as_told(double: TelegramDouble, ask: Ask) -> None:
    lan = double.user(started=True)
    double.answers("sendMessage", times=2, status=502)

    codes = [
        (await ask("sendMessage", chat_id=lan.id, text="a")).get("error_code") for _ in range(3)
    ]

    assert codes == [502, 502, None]
    assert lan.heard == ["a"]


async def test_a_fault_may_meet_one_chat_or_a_part_of_the_calls(
    double: TelegramDouble, ask: Ask
) -> None:
    lan, nam = double.user("Lan", started=True), double.user("Nam", started=True)
    double.answers("sendMessage", times=None, status=502, chat=lan)
    assert (await ask("sendMessage", chat_id=nam.id, text="a"))["ok"]
    assert not (await ask("sendMessage", chat_id=lan.id, text="a"))["ok"]
    double.recovers()
    double.answers("*", times=None, status=502, share=0.3)

    failed = [not (await ask("getMe"))["ok"] for _ in range(100)]

    assert 15 <= sum(failed) <= 45


@pytest.mark.parametrize("after_delivery", [False, True])
async def test_a_connection_may_be_cut_before_or_after_delivery(
    double: TelegramDouble, ask: Ask, after_delivery: bool
) -> None:
    lan = double.user(started=True)
    double.answers("sendMessage", drop=True, after_delivery=after_delivery)

    with pytest.raises(aiohttp.ClientError):
        await ask("sendMessage", chat_id=lan.id, text="a")

    assert lan.heard == (["a"] if after_delivery else [])


async def test_a_call_may_hang_until_the_server_goes_down(double: TelegramDouble, ask: Ask) -> None:
    double.answers("getMe", hang=True)
    hanging = asyncio.create_task(ask("getMe"))
    await double.called("getMe")

    await double.goes_down()

    with pytest.raises(aiohttp.ClientError):
        await hanging


async def test_it_comes_back_on_the_same_port(double: TelegramDouble, ask: Ask) -> None:
    before = double.url
    await double.goes_down()
    with pytest.raises(aiohttp.ClientConnectorError):
        await ask("getMe")
    await double.comes_back()

    assert double.url == before
    assert (await ask("getMe"))["ok"]


class Clock:
    def __init__(self) -> None:
        self.at = 100.0

    def __call__(self) -> float:
        return self.at


async def send(ask: Ask, chat: int) -> int:
    """Returns how long Telegram asks to wait, 0 for not at all."""
    answer = await ask("sendMessage", chat_id=chat, text="a")
    return int(answer.get("parameters", {}).get("retry_after", 0))


async def test_the_bots_rate_is_guarded_and_punished(double: TelegramDouble, ask: Ask) -> None:
    people = [double.user(started=True) for _ in range(6)]
    clock = Clock()
    double.limits = RateLimit(per_second=3, now=clock)

    assert [await send(ask, person.id) for person in people[:5]] == [0, 0, 0, 3, 3]
    assert (double.limits.refused, double.limits.during_pause) == (2, 1)
    clock.at += 3.0
    assert await send(ask, people[5].id) == 0


async def test_a_chats_and_a_groups_rates_are_guarded_for_themselves(
    double: TelegramDouble, ask: Ask
) -> None:
    lan, nam, group = double.user(started=True), double.user(started=True), double.group()
    clock = Clock()
    double.limits = RateLimit(per_group_minute=2, now=clock)

    assert [await send(ask, chat) for chat in (lan.id, lan.id, nam.id)] == [0, 3, 0]
    assert [await send(ask, group.id) for _ in range(3)] == [0, 0, 3]
    clock.at += 59.0
    assert await send(ask, group.id) == 3
    clock.at += 3.0
    assert await send(ask, group.id) == 0


def test_the_busiest_second_is_found() -> None:
    double = TelegramDouble()
    double.sent_at = [0.0, 0.5, 0.9, 1.2, 1.4, 3.0]

    assert double.most_in_a_second() == 4
