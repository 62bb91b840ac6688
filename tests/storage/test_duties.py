"""A duty has one holder; it is taken when it is free, one's own, or its holder has gone."""

from datetime import datetime, timedelta

from storage import duties
from storage.database import Database
from storage.duties import Lease
from tests.doubles.clock import ManualClock


def _lease(holder: str, now: datetime) -> Lease:
    return Lease(holder, now + timedelta(seconds=10))


async def _take(database: Database, lease: Lease, over: Lease | None = None) -> bool:
    async with database.transaction() as tx:
        return await duties.take(tx, "poll", lease, over)


async def test_a_free_duty_is_taken_and_kept_from_others(
    database: Database, clock: ManualClock
) -> None:
    a = _lease("a", clock.now())

    assert await _take(database, a) is True
    assert await _take(database, _lease("b", clock.now())) is False
    async with database.reading() as tx:
        assert await duties.of(tx, "poll") == a
        assert await duties.of(tx, "send") is None
        assert await duties.everyone(tx) == [("poll", "a", a.until)]


async def test_a_holder_renews_its_own(database: Database, clock: ManualClock) -> None:
    await _take(database, _lease("a", clock.now()))
    await clock.move(seconds=9)
    renewed = _lease("a", clock.now())

    assert await _take(database, renewed) is True
    async with database.reading() as tx:
        assert await duties.of(tx, "poll") == renewed


async def test_a_lease_that_was_not_renewed_gives_way_to_one_of_those_who_watched(
    database: Database, clock: ManualClock
) -> None:
    dead = _lease("a", clock.now())
    await _take(database, dead)

    assert await _take(database, _lease("b", clock.now()), over=dead) is True
    assert await _take(database, _lease("c", clock.now()), over=dead) is False


async def test_a_lease_that_was_renewed_in_the_last_moment_stays(
    database: Database, clock: ManualClock
) -> None:
    watched = _lease("a", clock.now())
    await _take(database, watched)
    await clock.move(seconds=10)
    await _take(database, _lease("a", clock.now()))

    assert await _take(database, _lease("b", clock.now()), over=watched) is False


async def test_no_clock_on_the_wall_ends_a_lease(database: Database, clock: ManualClock) -> None:
    await _take(database, _lease("a", clock.now()))
    clock.set(days=1)

    assert await _take(database, _lease("b", clock.now())) is False


async def test_a_duty_that_was_left_is_free_at_once(database: Database, clock: ManualClock) -> None:
    await _take(database, _lease("a", clock.now()))
    async with database.transaction() as tx:
        await duties.leave(tx, "poll", "a")

    assert await _take(database, _lease("b", clock.now())) is True


async def test_nobody_leaves_somebody_elses_duty(database: Database, clock: ManualClock) -> None:
    await _take(database, _lease("a", clock.now()))
    async with database.transaction() as tx:
        await duties.leave(tx, "poll", "b")

    assert await _take(database, _lease("b", clock.now())) is False
