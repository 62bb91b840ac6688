"""The scheduler only ticks; what is due is decided by rows."""

import asyncio
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from structlog.testing import capture_logs

from bot.scheduler import TABLE, Every, Tick, Unhurried, keep_ticking, perform, schedule
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


async def test_an_unhurried_service_opens_its_own_transactions_until_nothing_is_due(
    database: Database, clock: ManualClock
) -> None:
    left, begun = [True, True, False], list[Tx]()

    async def service(works: Works) -> bool:
        async with works.begin() as work:  # there would be no end of waiting for another one
            begun.append(work.tx)
        return left.pop(0)

    await perform(works_over(database, clock), Unhurried(1, service))

    assert left == []
    assert len(set(map(id, begun))) == 3


async def test_trouble_with_the_disk_ends_a_tick_and_not_the_ticking(
    database: Database, clock: ManualClock
) -> None:
    came_to: list[int | Exception] = [Unavailable("disk full"), 1, 0]

    async def service(_work: Work) -> int:
        match came_to.pop(0):
            case int() as many:
                return many
            case trouble:
                raise trouble

    works = works_over(database, clock)
    with capture_logs() as told:
        await perform(works, Tick(1, service))
    assert [(one["event"], one["service"]) for one in told] == [("tick_unavailable", "service")]
    assert came_to == [1, 0]

    await perform(works, Tick(1, service))
    assert came_to == []


async def test_a_tick_that_breaks_is_told_of_and_does_not_stop_the_others(
    database: Database, clock: ManualClock
) -> None:
    async def service(_work: Work) -> int:
        raise ValueError("a row that nobody thought of")

    with capture_logs() as told:
        await perform(works_over(database, clock), Tick(1, service))

    assert [(one["event"], one["service"]) for one in told] == [("tick_broken", "service")]


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
