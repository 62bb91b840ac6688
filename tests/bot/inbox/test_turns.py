"""A turn is kept whole or not at all, whatever stops it."""

import asyncio

import pytest

from storage import conversations, inbox, outbox, people
from storage.sqlite import Sqlite
from tests.doubles.clock import ManualClock
from tests.doubles.dispatching import Office, words
from tests.doubles.spine import said, until, works_over


async def test_promise_2_a_turn_is_kept_whole_or_not_at_all(office: Office) -> None:
    await office.arrive(said("poison"))

    async with office.works.look() as work:
        kept = await conversations.get(work.tx, "line:lan", "lan")
        assert (kept.step, kept.choices) == ("", ())
        assert await people.of_address(work.tx, "line:lan") is None


async def test_promise_2_a_refusal_undoes_half_done_work_and_still_answers(
    office: Office,
) -> None:
    await office.arrive(said("refused"))

    assert await office.outgoing() == [("line:lan", "send", words(office.works, "holding-gone"))]
    async with office.works.look() as work:
        assert (await conversations.get(work.tx, "line:lan", "lan")).step == ""
    assert await office.held() == []


@pytest.mark.parametrize("seconds", [1, 6], ids=["at once", "after some tries to write it down"])
async def test_promise_2_a_message_is_worked_on_again_when_the_disk_has_room(
    office: Office, database: Sqlite, clock: ManualClock, seconds: int
) -> None:
    office.holds = asyncio.Event()
    await office.intake.store([said("wait")])
    await office.dispatch.step()
    await until(lambda: office.heard == ["wait"])
    await database.tune("PRAGMA query_only=ON")
    office.holds.set()
    for _ in range(seconds - 1):
        await until(lambda: bool(clock.sleepers))
        await clock.move(seconds=1)
    await until(lambda: bool(clock.sleepers))
    await database.tune("PRAGMA query_only=OFF")
    await clock.move(seconds=1)
    await office.dispatch.drain()

    await office.settle()

    assert await office.waiting() == 0
    assert await office.outgoing() == [("line:lan", "send", words(office.works, "question-kept"))]
    assert await office.held() == []


async def test_promise_3_nothing_is_sent_while_a_turn_is_taken(office: Office) -> None:
    office.holds = asyncio.Event()
    await office.intake.store([said("wait")])
    await office.dispatch.step()
    await until(lambda: office.heard == ["wait"])

    async with office.works.look() as work:
        assert await outbox.backlog(work.tx) == []
    office.holds.set()
    await office.settle()
    async with office.works.look() as work:
        assert [one.waiting for one in await outbox.backlog(work.tx)] == [1]


async def test_a_restart_in_the_middle_of_a_turn_takes_it_again_from_the_beginning(
    office: Office, database: Sqlite, clock: ManualClock
) -> None:
    office.holds = asyncio.Event()
    await office.intake.store([said("wait")])
    running = asyncio.create_task(office.dispatch.run())
    await until(lambda: office.heard == ["wait"])
    running.cancel()
    await clock.move(seconds=1)  # it lets go of the bell
    await until(lambda: clock.sleepers > 0)
    await clock.move(seconds=5)  # longer than it waits for the turn
    try:
        await until(running.done)
    finally:
        office.holds.set()

    async with database.transaction() as tx:
        await inbox.free(tx)
    after = Office(works_over(database, clock))
    after.holds = asyncio.Event()
    after.holds.set()
    await after.settle()

    assert after.heard == ["wait"]
    assert len(await after.outgoing()) == 1
