"""A program that goes on through trouble with its database, round by round, on a clock by hand."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from storage import inbox, outbox
from storage.database import Unavailable
from tests.doubles.chat import Talk
from tests.doubles.journey import Batch

#: Until the same program has said what it owed, once its disk is well again, in seconds.
RECOVERS = 5


async def until_taken(talk: Talk, batch: Batch) -> None:
    """The platform repeats what was not acknowledged, a second later each time."""
    while not await taken(talk, batch):
        await talk.clock.move(seconds=1)


async def until_done(talk: Talk) -> None:
    """Until nothing is left to work on or to say."""
    while await is_busy(talk):
        await go_on(talk)


async def taken(talk: Talk, batch: Batch) -> bool:
    try:
        await talk.app.intake.store(batch)
    except Unavailable:
        return False
    return True


async def is_busy(talk: Talk) -> bool:
    """Whether something is left to work on or to say, as far as the database can tell."""
    try:
        async with talk.app.works.look() as work:
            waiting, _ = await inbox.waiting(work.tx)
            return bool(waiting or await outbox.backlog(work.tx))
    except Unavailable:
        return True


async def go_on(talk: Talk) -> None:
    """One round of everything, and the time it waits for."""
    await talk.app.dispatch.step()
    while not talk.app.dispatch.idle:
        if talk.clock.sleepers:
            await talk.clock.move(seconds=1)
        await asyncio.sleep(0)
    await talk.delivery.step()
    await talk.delivery.drain()
    await talk.clock.move(seconds=5)


@asynccontextmanager
async def at_work(talk: Talk) -> AsyncIterator[None]:
    """Turns are taken and messages sent by themselves, as in the program that runs."""
    loops = [asyncio.create_task(talk.app.dispatch.run()), asyncio.create_task(talk.delivery.run())]
    await everybody_waits(talk)
    yield
    for one in loops:
        one.cancel()
    await asyncio.gather(*loops, return_exceptions=True)


async def a_second_passes(talk: Talk) -> None:
    await talk.clock.move(seconds=1)
    await everybody_waits(talk)


async def everybody_waits(talk: Talk) -> None:
    """Until only the clock makes anything happen: both loops sleep, and a turn if there is one."""
    while True:
        if talk.clock.sleepers >= 2 + (not talk.app.dispatch.idle):
            return
        await asyncio.sleep(0.001)


def fill_up(file: Path) -> None:
    """Take all the room there is."""
    with file.open("wb", buffering=0) as filling, suppress(OSError):
        while True:
            filling.write(bytes(4096))
