"""A duty has one holder; it is taken when it is free, over, or one's own."""

from datetime import datetime, timedelta

import pytest

from storage import duties
from storage.database import Database
from tests.doubles.clock import ManualClock


async def _take(database: Database, holder: str, now: datetime) -> bool:
    async with database.transaction() as tx:
        return await duties.take(tx, "poll", holder, now, now + timedelta(seconds=10))


async def test_a_free_duty_is_taken_and_kept_from_others(
    database: Database, clock: ManualClock
) -> None:
    assert await _take(database, "a", clock.now()) is True
    assert await _take(database, "b", clock.now()) is False
    async with database.reading() as tx:
        assert await duties.everyone(tx) == [("poll", "a", clock.now() + timedelta(seconds=10))]


async def test_a_holder_renews_its_own(database: Database, clock: ManualClock) -> None:
    await _take(database, "a", clock.now())
    await clock.move(seconds=9)

    assert await _take(database, "a", clock.now()) is True
    await clock.move(seconds=9)
    assert await _take(database, "b", clock.now()) is False


@pytest.mark.parametrize(("after", "taken"), [(9.999, False), (10.0, True)])
async def test_a_duty_is_free_exactly_when_its_lease_is_over(
    database: Database, clock: ManualClock, after: float, taken: bool
) -> None:
    await _take(database, "a", clock.now())
    await clock.move(seconds=after)

    assert await _take(database, "b", clock.now()) is taken


async def test_a_duty_that_was_left_is_free_at_once(database: Database, clock: ManualClock) -> None:
    await _take(database, "a", clock.now())
    async with database.transaction() as tx:
        await duties.leave(tx, "poll", "a")

    assert await _take(database, "b", clock.now()) is True


async def test_nobody_leaves_somebody_elses_duty(database: Database, clock: ManualClock) -> None:
    await _take(database, "a", clock.now())
    async with database.transaction() as tx:
        await duties.leave(tx, "poll", "b")

    assert await _take(database, "b", clock.now()) is False
