"""Slow work: taken for twenty seconds by one worker, done once, tried again when it failed."""

import asyncio
from datetime import timedelta

from bot.domain.jobs import JobKind
from storage import jobs
from storage.database import Database
from storage.jobs import Job
from storage.postgres import Postgres
from tests.doubles.clock import ManualClock


async def _put(database: Database, clock: ManualClock, kind: JobKind) -> int:
    async with database.transaction() as tx:
        return await jobs.put(tx, kind, {"ref": kind.value}, clock.now())


async def _claim(database: Database, clock: ManualClock, batch: int = 1) -> list[Job]:
    async with database.transaction() as tx:
        return await jobs.claim(tx, clock.now(), batch)


async def test_a_job_is_taken_by_one(database: Database, clock: ManualClock) -> None:
    row = await _put(database, clock, JobKind.FILE)

    assert await _claim(database, clock, 5) == [Job(row, "file", {"ref": "file"}, 1)]
    assert await _claim(database, clock, 5) == []


async def test_the_longest_waiting_job_comes_first(database: Database, clock: ManualClock) -> None:
    await _put(database, clock, JobKind.ROSTER)
    await clock.move(seconds=1)
    await _put(database, clock, JobKind.PAPER)

    assert [job.kind for job in await _claim(database, clock)] == [JobKind.ROSTER]


async def test_a_job_whose_worker_died_is_taken_again_after_twenty_seconds(
    database: Database, clock: ManualClock
) -> None:
    await _put(database, clock, JobKind.FILE)
    await _claim(database, clock)
    await clock.move(seconds=19)
    assert await _claim(database, clock) == []
    await clock.move(seconds=1)

    assert [job.attempts for job in await _claim(database, clock)] == [2]


async def test_a_job_whose_worker_died_does_not_wait_for_a_clock_that_was_set_back(
    database: Database, clock: ManualClock
) -> None:
    await _put(database, clock, JobKind.FILE)
    await _claim(database, clock)

    clock.set(days=-1)

    assert [job.attempts for job in await _claim(database, clock)] == [2]


async def test_the_only_program_returns_every_lease_at_its_start(
    database: Database, clock: ManualClock
) -> None:
    await _put(database, clock, JobKind.FILE)
    await _claim(database, clock)
    async with database.transaction() as tx:
        await jobs.free(tx)

    assert [job.kind for job in await _claim(database, clock)] == [JobKind.FILE]


async def test_a_job_that_is_renewed_stays_with_its_worker(
    database: Database, clock: ManualClock
) -> None:
    await _put(database, clock, JobKind.FILE)
    [job] = await _claim(database, clock)
    await clock.move(seconds=19)
    async with database.transaction() as tx:
        assert await jobs.renew(tx, job, clock.now())
    await clock.move(seconds=19)

    assert await _claim(database, clock) == []


async def test_a_job_that_failed_for_now_waits_for_its_moment(
    database: Database, clock: ManualClock
) -> None:
    row = await _put(database, clock, JobKind.FILE)
    [job] = await _claim(database, clock)
    async with database.transaction() as tx:
        await jobs.later(tx, job, clock.now() + timedelta(seconds=30), "timed out")

    assert await _claim(database, clock) == []
    await clock.move(seconds=30)
    assert [(job.id, job.attempts) for job in await _claim(database, clock)] == [(row, 2)]


async def test_a_job_that_is_given_back_has_lost_no_try(
    database: Database, clock: ManualClock
) -> None:
    await _put(database, clock, JobKind.FILE)
    [job] = await _claim(database, clock)
    async with database.transaction() as tx:
        await jobs.again(tx, job)

    assert [job.attempts for job in await _claim(database, clock)] == [1]


async def test_who_was_overtaken_changes_nothing_any_more(
    database: Database, clock: ManualClock
) -> None:
    await _put(database, clock, JobKind.FILE)
    [frozen] = await _claim(database, clock)
    await clock.move(seconds=20)
    [job] = await _claim(database, clock)
    async with database.transaction() as tx:
        assert not await jobs.renew(tx, frozen, clock.now())
        assert not await jobs.end(tx, frozen)
        await jobs.later(tx, frozen, clock.now(), "late")
        await jobs.again(tx, frozen)

    assert await _claim(database, clock) == []
    async with database.transaction() as tx:
        assert await jobs.end(tx, job)


async def test_a_job_that_has_ended_is_never_taken_again(
    database: Database, clock: ManualClock
) -> None:
    await _put(database, clock, JobKind.FILE)
    [job] = await _claim(database, clock)
    async with database.transaction() as tx:
        assert await jobs.end(tx, job)
        assert not await jobs.end(tx, job)
    await clock.move(days=1)

    assert await _claim(database, clock) == []


async def test_the_number_of_a_job_is_never_used_again(
    database: Database, clock: ManualClock
) -> None:
    first = await _put(database, clock, JobKind.FILE)
    async with database.transaction() as tx:
        await jobs.end(tx, (await jobs.claim(tx, clock.now()))[0])

    assert await _put(database, clock, JobKind.FILE) > first


async def test_what_waits_and_since_when_is_known(database: Database, clock: ManualClock) -> None:
    since = clock.now()
    await _put(database, clock, JobKind.ROSTER)
    await clock.move(minutes=1)
    await _put(database, clock, JobKind.PAPER)
    await _claim(database, clock)

    async with database.reading() as tx:
        assert await jobs.waiting(tx) == (2, since)


async def test_many_processes_take_each_job_once(database: Postgres, clock: ManualClock) -> None:
    """Without the row lock two of them would take the same one."""
    rows = [await _put(database, clock, JobKind.FILE) for _ in range(40)]

    takers = [_claim(database, clock, 4) for _ in range(20)]
    taken = [job.id for claimed in await asyncio.gather(*takers) for job in claimed]

    assert sorted(taken) == rows
