"""A bulletin goes out once, or its slot is missed: never both."""

from datetime import timedelta

from bot.domain.slots import Means
from storage import relay
from storage.database import Database
from tests.doubles.clock import ManualClock


async def _of_this_morning(database: Database, clock: ManualClock) -> int:
    async with database.transaction() as tx:
        at = clock.now() - timedelta(hours=2)
        return await relay.bulletin_at(tx, "p7", Means.LOUDSPEAKER, at, at)


async def test_a_bulletin_whose_slot_was_missed_goes_out_no_more(
    database: Database, clock: ManualClock
) -> None:
    bulletin = await _of_this_morning(database, clock)

    async with database.transaction() as tx:
        assert await relay.missed(tx, bulletin)
        assert not await relay.due_now(tx, bulletin, clock.now())
        assert not await relay.told(tx, bulletin, clock.now())


async def test_a_bulletin_that_went_out_is_not_missed_and_goes_out_once(
    database: Database, clock: ManualClock
) -> None:
    bulletin = await _of_this_morning(database, clock)

    async with database.transaction() as tx:
        assert await relay.told(tx, bulletin, clock.now())
        assert not await relay.missed(tx, bulletin)
        assert not await relay.told(tx, bulletin, clock.now())
