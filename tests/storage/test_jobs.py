"""Slow work: taken for ten minutes by one worker, done once, tried again when it failed."""

from datetime import timedelta

from storage import jobs
from storage.database import Database
from storage.jobs import Job
from tests.doubles.clock import ManualClock


async def _put(database: Database, clock: ManualClock, kind: str) -> int:
    async with database.transaction() as tx:
        return await jobs.put(tx, kind, {"ref": kind}, clock.now())


async def _claim(database: Database, clock: ManualClock, batch: int = 1) -> list[Job]:
    async with database.transaction() as tx:
        return await jobs.claim(tx, clock.now(), batch)


async def test_a_job_is_taken_by_one(database: Database, clock: ManualClock) -> None:
    row = await _put(database, clock, "photo")

    assert await _claim(database, clock, 5) == [Job(row, "photo", {"ref": "photo"}, 1)]
    assert await _claim(database, clock, 5) == []


async def test_the_longest_waiting_job_comes_first(database: Database, clock: ManualClock) -> None:
    await _put(database, clock, "first")
    await clock.move(seconds=1)
    await _put(database, clock, "second")

    assert [job.kind for job in await _claim(database, clock)] == ["first"]


async def test_a_job_whose_worker_died_is_taken_again_after_ten_minutes(
    database: Database, clock: ManualClock
) -> None:
    await _put(database, clock, "photo")
    await _claim(database, clock)
    await clock.move(minutes=9)
    assert await _claim(database, clock) == []
    await clock.move(minutes=1)

    assert [job.attempts for job in await _claim(database, clock)] == [2]


async def test_a_job_whose_worker_died_does_not_wait_for_a_clock_that_was_set_back(
    database: Database, clock: ManualClock
) -> None:
    await _put(database, clock, "photo")
    await _claim(database, clock)

    clock.set(days=-1)

    assert [job.attempts for job in await _claim(database, clock)] == [2]


async def test_the_only_program_returns_every_lease_at_its_start(
    database: Database, clock: ManualClock
) -> None:
    await _put(database, clock, "photo")
    await _claim(database, clock)
    async with database.transaction() as tx:
        await jobs.free(tx)

    assert [job.kind for job in await _claim(database, clock)] == ["photo"]


async def test_a_job_that_failed_for_now_waits_for_its_moment(
    database: Database, clock: ManualClock
) -> None:
    row = await _put(database, clock, "photo")
    await _claim(database, clock)
    async with database.transaction() as tx:
        await jobs.later(tx, row, clock.now() + timedelta(seconds=30), "timed out")

    assert await _claim(database, clock) == []
    await clock.move(seconds=30)
    assert [job.id for job in await _claim(database, clock)] == [row]


async def test_a_job_that_is_done_or_given_up_is_never_taken_again(
    database: Database, clock: ManualClock
) -> None:
    done, failed = await _put(database, clock, "a"), await _put(database, clock, "b")
    await _claim(database, clock, 2)
    async with database.transaction() as tx:
        await jobs.done(tx, done)
        await jobs.fail(tx, failed, "no such file")
    await clock.move(days=1)

    assert await _claim(database, clock, 2) == []
