"""A message that is handed over is worked on at once, and otherwise like any other."""

import asyncio
from collections.abc import Sequence

import pytest

from storage import inbox
from storage.inbox import Claimed
from storage.sqlite import Sqlite
from tests.doubles.clock import ManualClock
from tests.doubles.dispatching import Office
from tests.doubles.spine import said, until, works_over


class Dead:
    """A dispatcher whose program dies as soon as a message is on disk."""

    def reserve(self, many: int) -> int:
        return many

    def begin(self, reserved: int, claimed: Sequence[Claimed] = ()) -> None:
        pass


@pytest.fixture
def office(database: Sqlite, clock: ManualClock) -> Office:
    """An office at work that can be handed messages, with room for two turns."""
    made = Office(works_over(database, clock), at_once=2)
    made.dispatch.attend()
    return made


async def test_a_message_is_worked_on_when_it_is_on_disk(office: Office) -> None:
    await office.intake.store([said("một")])
    await until(lambda: office.heard == ["một"])

    await office.dispatch.drain()
    assert await office.waiting() == 0


async def test_promise_1_one_at_a_time_and_in_order_in_each_chat(office: Office) -> None:
    await office.intake.store([said("một"), said("hai")])
    await office.intake.store([said("ba")])
    await office.settle()

    assert office.heard == ["một", "hai", "ba"]


async def test_promise_1_a_message_that_arrives_twice_is_worked_on_once(office: Office) -> None:
    await office.intake.store([said("một", id="77"), said("một", id="77")])
    await office.intake.store([said("một", id="77")])
    await office.settle()
    await office.intake.store([said("một", id="77")])
    await office.settle()

    assert office.heard == ["một"]


async def test_what_finds_no_room_waits_to_be_claimed(office: Office) -> None:
    await office.intake.store([said(f"{number}", chat=f"chat {number}") for number in range(5)])

    async with office.works.begin() as work:
        left = [one.message.text for one in await inbox.claim(work.tx, work.now, 10)]

    await until(lambda: office.heard == ["0", "1"])
    assert left == ["2", "3", "4"]


async def test_a_batch_that_cannot_be_stored_leaves_no_turn_occupied(office: Office) -> None:
    for _ in range(5):
        with pytest.raises(TypeError):
            await office.intake.store([said("một"), said("hai", title=object())])
    assert office.dispatch.idle

    await office.arrive(said("một"))
    assert office.heard == ["một"]


async def test_what_is_on_disk_only_after_the_end_is_left_to_the_next_start(
    office: Office,
) -> None:
    running = asyncio.create_task(office.dispatch.run())
    await asyncio.sleep(0.01)
    room = office.dispatch.reserve(1)
    async with office.works.begin() as work:
        claimed = await inbox.store_claimed(work.tx, said("một"), work.now)
        assert claimed
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)

    office.dispatch.begin(room, [claimed])
    await office.dispatch.drain()

    assert office.heard == []


async def test_who_has_stopped_is_handed_nothing(office: Office) -> None:
    running = asyncio.create_task(office.dispatch.run())
    await asyncio.sleep(0.01)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)

    await office.intake.store([said("một")])
    await asyncio.sleep(0.01)

    assert office.heard == []
    async with office.works.begin() as work:
        assert len(await inbox.claim(work.tx, work.now, 10)) == 1


async def test_promise_1_how_often_it_was_taken_counts_from_the_first_time(
    office: Office,
) -> None:
    office.works.handoff.dispatcher = Dead()
    await office.intake.store([said("một")])

    async with office.works.begin() as work:
        await inbox.free(work.tx)
        (claimed,) = await inbox.claim(work.tx, work.now, 10)

    assert claimed.attempts == 2
