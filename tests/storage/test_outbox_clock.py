"""The clock on the wall is set while something waits in the outbox: it waits as long as before."""

from datetime import timedelta

import pytest

from storage import outbox
from storage.database import Database
from storage.outbox import Kind, Parcel
from tests.doubles.clock import ManualClock

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)

STEPS = [-HOUR, HOUR]


async def _put(database: Database, clock: ManualClock, chat: str = "lan") -> None:
    async with database.transaction() as tx:
        await outbox.put(tx, address=f"line:{chat}", kind=Kind.SEND, payload=chat, now=clock.now())


async def _claim(database: Database, clock: ManualClock) -> list[Parcel]:
    async with database.transaction() as tx:
        return await outbox.claim(tx, "line", clock.now(), 10)


async def _set(database: Database, clock: ManualClock, step: timedelta) -> None:
    """Somebody sets the clock, and the sender notices."""
    since = clock.now() - MINUTE
    clock.set(seconds=step.total_seconds())
    async with database.transaction() as tx:
        await outbox.shift(tx, "line", step, since)


@pytest.mark.parametrize("step", STEPS)
async def test_what_never_waited_is_due_by_whatever_clock_it_was_written(
    database: Database, clock: ManualClock, step: timedelta
) -> None:
    await _put(database, clock, "before")
    clock.set(seconds=step.total_seconds())
    await _put(database, clock, "after")

    assert [one.payload for one in await _claim(database, clock)] == ["before", "after"]


@pytest.mark.parametrize("step", STEPS)
async def test_a_try_that_is_put_off_is_put_off_as_long(
    database: Database, clock: ManualClock, step: timedelta
) -> None:
    await _put(database, clock)
    [parcel] = await _claim(database, clock)
    async with database.transaction() as tx:
        await outbox.later(tx, parcel, clock.now() + timedelta(seconds=30), "down")

    await _set(database, clock, step)
    await clock.move(seconds=29)
    assert await _claim(database, clock) == []
    await clock.move(seconds=1)

    assert len(await _claim(database, clock)) == 1


@pytest.mark.parametrize("step", STEPS)
async def test_a_lease_lasts_a_minute(
    database: Database, clock: ManualClock, step: timedelta
) -> None:
    await _put(database, clock)
    await _claim(database, clock)

    await _set(database, clock, step)
    await clock.move(seconds=59)
    assert await _claim(database, clock) == []
    await clock.move(seconds=1)

    assert len(await _claim(database, clock)) == 1


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("where", ["line:", "line:lan"])
async def test_a_pause_of_a_chat_or_of_the_whole_channel_lasts_as_long(
    database: Database, clock: ManualClock, where: str, step: timedelta
) -> None:
    async with database.transaction() as tx:
        await outbox.pause(tx, where, clock.now() + timedelta(seconds=30), "flood")

    await _set(database, clock, step)
    await _put(database, clock)
    await clock.move(seconds=29)
    assert await _claim(database, clock) == []
    await clock.move(seconds=1)

    assert len(await _claim(database, clock)) == 1


@pytest.mark.parametrize("step", STEPS)
async def test_what_was_just_sent_is_as_long_ago(
    database: Database, clock: ManualClock, step: timedelta
) -> None:
    for chat, later in (("old", 70), ("new", 20)):
        await _put(database, clock, chat)
        sent = await _claim(database, clock)
        async with database.transaction() as tx:
            await outbox.sent(tx, sent, clock.now())
        await clock.move(seconds=later)
    before = clock.now()

    await _set(database, clock, step)

    async with database.transaction() as tx:
        found = await outbox.recent(tx, "line", before - timedelta(days=1))
    assert {address: at for address, at, _ in found} == {
        "line:new": clock.now() - timedelta(seconds=20),
        "line:old": before - timedelta(seconds=90),  # no limit counts it any more
    }


async def test_other_channels_are_left_to_their_own_senders(
    database: Database, clock: ManualClock
) -> None:
    until = clock.now() + timedelta(seconds=30)
    async with database.transaction() as tx:
        await outbox.pause(tx, "line:", until, "flood")
        await outbox.pause(tx, "linen:", until, "flood")
        await outbox.shift(tx, "line", HOUR, clock.now() - MINUTE)

        found = [await outbox.paused(tx, where, clock.now()) for where in ("line:", "linen:")]
    assert [one and one.until for one in found] == [until + HOUR, until]
