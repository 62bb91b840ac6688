"""The loop wakes for what there is to do, and stops without leaving a turn half done."""

import asyncio

from storage.sqlite import Sqlite
from tests.doubles.clock import ManualClock
from tests.doubles.dispatching import Office
from tests.doubles.spine import said, until, works_over


async def _stop(task: "asyncio.Task[None]") -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_the_loop_wakes_for_what_arrives_and_for_what_waits_behind_it(
    office: Office,
) -> None:
    running = asyncio.create_task(office.dispatch.run())
    await asyncio.sleep(0.01)

    await office.intake.store([said(f"{n}") for n in range(5)])
    await until(lambda: len(office.heard) == 5)
    await _stop(running)

    assert office.heard == ["0", "1", "2", "3", "4"]


async def test_more_chats_than_fit_at_once_are_all_worked_on(
    database: Sqlite, clock: ManualClock
) -> None:
    office = Office(works_over(database, clock), at_once=2)
    running = asyncio.create_task(office.dispatch.run())
    await office.intake.store([said("một", chat=f"chat {n}") for n in range(9)])
    await until(lambda: len(office.heard) == 9)
    await _stop(running)

    assert await office.waiting() == 0


async def test_a_broken_message_does_not_stop_the_loop(office: Office) -> None:
    running = asyncio.create_task(office.dispatch.run())
    await office.intake.store([said("poison"), said("sau")])
    await until(lambda: office.heard == ["poison", "sau"])
    await _stop(running)

    assert await office.waiting() == 0


async def test_stopping_lets_a_turn_that_has_begun_finish(office: Office) -> None:
    office.holds = asyncio.Event()
    running = asyncio.create_task(office.dispatch.run())
    await office.intake.store([said("wait")])
    await until(lambda: office.heard == ["wait"])

    running.cancel()
    await asyncio.sleep(0.01)
    assert not running.done()
    office.holds.set()
    await asyncio.gather(running, return_exceptions=True)

    assert await office.waiting() == 0
    assert len(await office.outgoing()) == 1


async def test_stopping_undoes_a_turn_that_does_not_end(office: Office, clock: ManualClock) -> None:
    office.holds = asyncio.Event()
    running = asyncio.create_task(office.dispatch.run())
    await office.intake.store([said("wait")])
    await until(lambda: office.heard == ["wait"])

    running.cancel()
    await asyncio.sleep(0.01)
    await clock.move(seconds=4)
    await asyncio.wait_for(asyncio.gather(running, return_exceptions=True), 5)

    assert await office.waiting() == 1
    assert await office.outgoing() == []
