"""Turns that hold every connection to the database cost no duty."""

import asyncio
from contextlib import AsyncExitStack, suppress

from bot.duties import RENEW, Duty, Held
from storage import duties
from storage.database import Database
from storage.duties import Lease
from storage.postgres import Postgres
from tests.doubles.clock import ManualClock
from tests.doubles.spine import works_over


async def test_a_duty_is_renewed_while_turns_hold_every_connection(
    database: Postgres, clock: ManualClock
) -> None:
    ended: list[str] = []

    async def perform(_held: Held) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append("lost")

    duty = Duty(works_over(database, clock), "poll", "a", perform)
    running = asyncio.create_task(duty.run())
    await duty.looked.wait()
    async with AsyncExitStack() as turns:
        await _fill(turns, database)
        first = await _lease(database)
        await clock.move(seconds=RENEW)
        async with asyncio.timeout(5):
            while await _lease(database) == first:  # noqa: ASYNC110 - it tells nobody
                await asyncio.sleep(0.01)
        kept = list(ended)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)

    assert kept == []


async def _fill(turns: AsyncExitStack, database: Database) -> None:
    """Begin turns until the next one has to wait."""
    with suppress(TimeoutError):
        while True:
            async with asyncio.timeout(0.5):
                await turns.enter_async_context(database.transaction())


async def _lease(database: Database) -> Lease | None:
    async with database.reading() as tx:
        return await duties.of(tx, "poll")
