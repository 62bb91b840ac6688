"""Two programs work on what arrives: one turn at a time in each chat, whenever it was committed."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from storage import inbox
from storage.database import Database
from storage.postgres import Postgres
from tests.doubles.clock import ManualClock
from tests.doubles.spine import said


@asynccontextmanager
async def _the_higher_is_taken(database: Database, clock: ManualClock) -> AsyncIterator[list[str]]:
    """What a job came to is written first and committed last; in between the words are claimed.

    Inside, the row of the job is there for all to see, and the claim is not committed yet.
    """
    async with database.transaction() as claims:
        async with database.transaction() as job:
            await inbox.store(job, [said("what the job came to")], clock.now())
            async with database.transaction() as arrives:
                await inbox.store(arrives, [said("words")], clock.now())
            taken = await inbox.claim(claims, clock.now(), 10)
        yield [one.message.text for one in taken]


async def _claims(database: Database, clock: ManualClock) -> list[str]:
    async with database.transaction() as tx:
        return [one.message.text for one in await inbox.claim(tx, clock.now(), 10)]


async def _claims_at_once(database: Database, clock: ManualClock) -> list[int]:
    """The bare claim, without waiting for those who claim."""
    now = int(clock.now().timestamp() * 1000)
    async with database.transaction() as tx:
        return [row["id"] for row in await tx.all("inbox_claim", now=now, batch=10)]


async def test_promise_1_a_row_that_is_committed_late_begins_no_second_turn_of_its_chat(
    database: Postgres, url: str, clock: ManualClock
) -> None:
    other = await Postgres.open(url)
    async with _the_higher_is_taken(database, clock) as taken:
        second = asyncio.create_task(_claims(other, clock))
        await asyncio.wait((second,), timeout=0.3)

    assert (taken, await second) == (["words"], [])
    async with database.transaction() as tx:
        await inbox.done(tx, 2, clock.now())
    assert await _claims(other, clock) == ["what the job came to"], "once that turn is over"
    await other.close()


async def test_without_claiming_one_after_the_other_a_chat_gets_two_turns_at_once(
    database: Postgres, url: str, clock: ManualClock
) -> None:
    other = await Postgres.open(url)
    async with _the_higher_is_taken(database, clock) as taken:
        assert (taken, await _claims_at_once(other, clock)) == (["words"], [1])
    await other.close()
