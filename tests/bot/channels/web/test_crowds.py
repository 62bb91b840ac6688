"""How much one address sends: whole halls may, a machine with ever new cookies may not."""

import html
from collections.abc import AsyncIterator

import pytest
from starlette.applications import Starlette
from structlog.testing import capture_logs

from bot.channels.web.crowd import Crowd
from bot.serving.edge import by_name
from tests.doubles.clock import ManualClock
from tests.doubles.web import TEXTS, Visitor, World, browser

MACHINE, HALL = "203.0.113.7", "203.0.113.8"  # of a network that is kept for examples
WAIT = f"{TEXTS.say('vi', 'web-crowded')} Đang nguy hiểm thì gọi ngay: Công an 113."


def crowded(world: World, **counts: int) -> Starlette:
    world.counts = counts
    return Starlette(routes=list(world.web().routes(world.inbox.store)))


async def news(app: Starlette, address: str = MACHINE) -> AsyncIterator[Visitor]:
    """Browsers that have never been here."""
    while True:
        async with browser(app, address) as visitor:
            await visitor.visit()
            yield visitor


async def first_words(app: Starlette, many: int, address: str = MACHINE) -> list[int]:
    """The status of as many first words, each from a new browser."""
    found = list[int]()
    async for visitor in news(app, address):
        if len(found) == many:
            return found
        found.append(await visitor.send(text="Khi nào?"))
    return found


async def test_ever_new_cookies_are_counted_as_one_address(world: World) -> None:
    app = crowded(world, firsts=2)

    assert await first_words(app, 3) == [204, 204, 429]
    assert await first_words(app, 1, HALL) == [204]
    await world.clock.move(minutes=1)
    assert await first_words(app, 1) == [204]


async def test_whoever_is_here_already_goes_on_while_new_ones_wait(world: World) -> None:
    app = crowded(world, firsts=1)
    async with browser(app, MACHINE) as lan:
        await lan.visit()
        assert await lan.send("nonce-of-1", text="Khi nào?") == 204
        assert await first_words(app, 1) == [429]
        assert await lan.send("nonce-of-2", text="Ở đâu?") == 204


async def test_all_that_an_address_sends_is_counted(world: World) -> None:
    app = crowded(world, forms=2)
    async with browser(app, MACHINE) as lan:
        await lan.visit()
        sent = [await lan.send(f"nonce-of-{one}", text="Khi nào?") for one in range(3)]
    assert sent == [204, 204, 429]


async def test_what_one_phone_is_refused_keeps_nobody_beside_it_waiting(world: World) -> None:
    app = crowded(world, forms=35)
    async with browser(app, MACHINE) as lan:
        await lan.visit()
        sent = [await lan.send(f"nonce-of-{one}", text="Khi nào?") for one in range(40)]
        again = [await lan.send("nonce-of-0", text="Khi nào?") for _ in range(10)]
    assert sent == [204] * 30 + [429] * 10
    assert again == [204] * 10
    assert await first_words(app, 1) == [204]


async def test_ever_new_cookies_that_have_to_wait_keep_nobody_waiting_who_is_here(
    world: World,
) -> None:
    app = crowded(world, forms=5, firsts=1)
    async with browser(app, MACHINE) as lan:
        await lan.visit()
        await lan.send("nonce-of-1", text="Khi nào?")
        assert await first_words(app, 6) == [429] * 6
        assert await lan.send("nonce-of-2", text="Ở đâu?") == 204


async def test_long_words_count_by_their_letters(world: World) -> None:
    app = crowded(world, letters=8_001)
    async with browser(app, MACHINE) as lan:
        await lan.visit()
        sent = [await lan.send(f"nonce-of-{one}", text="ộ" * 8000) for one in range(3)]
        assert sent == [204, 204, 429]
    assert len(world.inbox.texts) == 2


@pytest.mark.parametrize("live", [True, False], ids=["the script", "a form"])
async def test_who_waits_keeps_the_words_and_reads_why_until_when_and_whom_to_call(
    world: World, live: bool
) -> None:
    app = crowded(world, forms=0)
    async with browser(app, MACHINE) as lan:
        await lan.visit()
        answer = await lan.answer(live=live, text="Cứu tui với", reply_to="")
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "30")
    if live:
        assert answer.json() == {"words": WAIT}
    else:
        assert html.escape(WAIT) in answer.text
        assert "\nCứu tui với</textarea>" in answer.text
    assert world.inbox.texts == []


def test_a_proxy_that_names_nobody_keeps_no_town_waiting(clock: ManualClock) -> None:
    crowd = Crowd(clock, is_proxy=by_name("10.88.0.0/16"), forms=1)
    assert [crowd.holds("10.88.0.1", 8, first=True) for _ in range(3)] == [False] * 3


def test_that_somebody_has_to_wait_is_told_once_a_minute(clock: ManualClock) -> None:
    crowd = Crowd(clock, forms=0)
    with capture_logs() as logs:
        for seconds in (0, 1, 58, 1):
            clock.jump(seconds=seconds)
            crowd.holds(MACHINE, 8, first=False)
    told = {"event": "web_address_waits", "log_level": "warning"}
    assert logs == [told | {"forms": 1}, told | {"forms": 3}]


def test_two_hundred_people_join_in_one_hall_and_write(clock: ManualClock) -> None:
    """Forty a minute come, press five buttons each, and ask in five hundred letters."""
    crowd = Crowd(clock)
    letters, first = [0] * 5 + [500], [True] + [False] * 5
    held = [
        crowd.holds(HALL, many, first=one)
        for _ in range(80)  # in the fullest minute twice as many
        for many, one in zip(letters, first, strict=True)
    ]
    assert not any(held)
