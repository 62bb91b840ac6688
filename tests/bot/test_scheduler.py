"""The scheduler only ticks; what is due is decided by rows."""

import asyncio
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.scheduler import TABLE, Every, Tick, keep_ticking, perform, schedule
from bot.work import Work, Works
from storage.database import Database, Tx, Unavailable
from tests.doubles.clock import ManualClock
from tests.doubles.spine import until, works_over


async def test_everything_that_is_due_is_done_a_transaction_at_a_time(
    database: Database, clock: ManualClock
) -> None:
    left, begun = [2, 1, 0], list[Tx]()

    async def service(work: Work) -> int:
        begun.append(work.tx)
        return left.pop(0)

    await perform(works_over(database, clock), Tick(1, service))

    assert left == []
    assert len(set(map(id, begun))) == 3


async def test_what_can_wait_takes_no_more_than_its_share_of_the_time(
    database: Database, clock: ManualClock
) -> None:
    begun = list[float]()

    async def service(_work: Work) -> int:
        begun.append(clock.steady())
        await clock.sleep(1)
        return 3 - len(begun)

    tick = Tick(1, service, share=0.25)
    ticking = asyncio.create_task(perform(works_over(database, clock), tick))
    while not ticking.done():
        await until(lambda: clock.sleepers == 1 or ticking.done())
        await clock.move(seconds=0.5)

    assert begun == [0, 4, 8], "it waits three times as long as it took"


async def test_what_is_done_ahead_is_done_before_the_transaction_opens(
    database: Database, clock: ManualClock
) -> None:
    done, left = list[str](), [1, 0]

    async def ahead(works: Works) -> None:
        async with works.begin():  # there would be no end of waiting for the other
            done.append("ahead")

    async def service(_work: Work) -> int:
        done.append("step")
        return left.pop(0)

    await perform(works_over(database, clock), Tick(1, service, ahead=ahead))

    assert done == ["ahead", "step"] * 2


async def test_trouble_with_the_disk_ends_a_tick_and_not_the_ticking(
    database: Database, clock: ManualClock
) -> None:
    async def service(_work: Work) -> int:
        raise Unavailable("disk full")

    await perform(works_over(database, clock), Tick(1, service))


async def test_promise_5_a_tick_that_comes_late_is_taken_and_two_that_pile_up_are_one(
    database: Database, clock: ManualClock
) -> None:
    scheduler = schedule(works_over(database, clock))
    scheduler.start(paused=True)
    jobs = scheduler.get_jobs()
    scheduler.shutdown(wait=False)

    assert len(jobs) == len(TABLE)
    assert {job.misfire_grace_time for job in jobs} == {None}, "the default skips a late tick"
    assert {(job.coalesce, job.max_instances) for job in jobs} == {(True, 1)}
    assert [job.trigger.interval for job in jobs] == [timedelta(seconds=t.seconds) for t in TABLE]


async def test_promise_5_a_clock_that_is_set_back_leaves_no_tick_behind_in_the_future(
    database: Database, clock: ManualClock
) -> None:
    scheduler = schedule(works_over(database, clock))
    scheduler.start(paused=True)
    for job in scheduler.get_jobs():  # what it comes to for them
        job.modify(next_run_time=job.next_run_time + timedelta(hours=1))

    ticking = asyncio.create_task(keep_ticking(scheduler, clock))
    await until(lambda: bool(clock.sleepers))
    await clock.move(seconds=1)
    ticking.cancel()
    late = [job.next_run_time for job in scheduler.get_jobs()]
    scheduler.shutdown(wait=False)

    assert max(late) <= datetime.now(UTC)


def test_promise_5_a_clock_that_skips_years_owes_one_tick() -> None:
    now = datetime(2026, 4, 29, 3, 0, tzinfo=UTC)
    second = Every(timedelta(seconds=1))

    assert second.get_next_fire_time(None, now) == now + timedelta(seconds=1)
    assert second.get_next_fire_time(datetime(1970, 1, 1, tzinfo=UTC), now) == (
        now + timedelta(seconds=1)
    )


async def test_ticks_follow_the_clock_of_the_city(database: Database, clock: ManualClock) -> None:
    assert schedule(works_over(database, clock)).timezone == ZoneInfo("Asia/Ho_Chi_Minh")
