"""The reader presses *Phát ngay* in the moment in which a missed bulletin goes to the next slot."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.domain.errors import Refused
from bot.services.relay import relay
from bot.work import Works
from storage import relay as bulletins
from storage.database import Database
from storage.postgres import Postgres
from tests.conftest import connected
from tests.doubles.clock import ManualClock
from tests.doubles.postgres import ask
from tests.soak.city import City

_WAITING = (
    "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%bulletin%'"
)


@pytest.fixture
async def city(database: Database, url: str, clock: ManualClock) -> AsyncIterator[City]:
    """Two programs, and an answer whose slot nobody saw to."""
    other = await connected(url)
    made = await City.found([database, other], clock)
    await made.is_answered("p7")
    await clock.move_to(made.placed[0].promised + timedelta(minutes=31))
    yield made
    await other.close()


async def presses(city: City, works: Works) -> None:
    async with works.begin() as work:
        [coming, *_] = await bulletins.of_ward(work.tx, "p7")
        await relay.air_now(work, city.readers["p7"], coming.id)


async def is_held_up(url: str, task: "asyncio.Task[None]") -> None:
    """Wait until it waits for a row that somebody else is changing, or has come through."""
    while not await ask(url, _WAITING) and not task.done():
        pass


def read_out(city: City) -> int:
    return sum(city.placed[0].words in words for words in city.heard().get("reader p7", []))


async def test_who_presses_first_has_it_read_out_and_it_is_not_read_out_again(
    city: City, url: str, database: Postgres
) -> None:
    presser, ticker = city.programs
    async with presser.begin() as work:
        [coming, *_] = await bulletins.of_ward(work.tx, "p7")
        await relay.air_now(work, city.readers["p7"], coming.id)
        ticking = asyncio.create_task(ticks(ticker))
        await is_held_up(url, ticking)
    await ticking
    await city.clock.move(hours=12)  # half past five, the next slot
    await city.ticks()

    assert read_out(city) == 1


async def test_who_presses_second_is_told_and_it_is_read_out_in_the_next_slot(
    city: City, url: str, database: Postgres
) -> None:
    ticker, presser = city.programs
    async with ticker.begin() as work:
        await relay.tell_due(work)
        pressing = asyncio.create_task(presses(city, presser))
        await is_held_up(url, pressing)
    with pytest.raises(Refused, match="bulletin-told-already"):
        await pressing
    assert read_out(city) == 0
    await city.clock.move(hours=12)  # half past five, the next slot
    await city.ticks()

    assert read_out(city) == 1


async def ticks(works: Works) -> None:
    async with works.begin() as work:
        await relay.tell_due(work)
