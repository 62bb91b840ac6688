"""Programs on machines whose clocks differ, over one PostgreSQL: all go by the server's clock.

What one has counted, put off or taken is the other's in the same seconds.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import urlsplit

import pytest

from bot.channels.base import Limits
from bot.domain.errors import TryLater
from bot.domain.jobs import JobKind
from storage import addresses, inbox, jobs
from storage.database import Unavailable
from storage.outbox import Priority
from storage.postgres import Postgres
from tests.doubles.clock import Machine, ManualClock
from tests.doubles.postgres import Server, Wall
from tests.doubles.spine import Line, Post, post_over, said, works_over

LIMITS = Limits(per_second=30, per_chat_second=1, per_group_minute=20)

#: By how many seconds the clock of a machine is ahead of the server's.
AHEAD = [-65, -2, 2, 65]

pytestmark = pytest.mark.postgres


@pytest.fixture
def engine() -> str:
    return "postgres"


@dataclass
class Fleet:
    """Programs that start on machines of their own; a second is as long on all of them."""

    url: str
    clock: ManualClock
    wall: Wall
    stack: AsyncExitStack
    line: Line = field(init=False)
    off: timedelta = timedelta(0)  #: by how much the clock of the server was set

    def __post_init__(self) -> None:
        self.line = Line(self.clock, LIMITS)

    async def starts(self, machine: Machine) -> Post:
        """A program, ready to send; it has not taken over yet."""
        await self.wall.shows(self.clock.now() + self.off)
        database = await Postgres.open(self.url, machine)
        self.stack.push_async_callback(database.close)
        return post_over(works_over(database, database.clock), self.clock, self.line, 64)

    def database(self, program: Post) -> Postgres:
        assert isinstance(program.works.database, Postgres)
        return program.works.database

    def machine(self, ahead: float = 0) -> Machine:
        return Machine(self.clock, timedelta(seconds=ahead))

    async def passes(self, seconds: float) -> None:
        await self.clock.move(seconds=seconds)
        await self.wall.shows(self.clock.now() + self.off)


@pytest.fixture
async def fleet(url: str, clock: ManualClock) -> AsyncIterator[Fleet]:
    async with AsyncExitStack() as stack:
        yield Fleet(url, clock, await Wall.hung_up(url, clock.now()), stack)


def most_in_any(times: list[float], seconds: float) -> int:
    return max(sum(start <= at < start + seconds for at in times) for start in times)


@pytest.mark.parametrize("ahead", AHEAD)
async def test_the_limit_of_a_second_holds_when_another_machine_goes_on_sending(
    fleet: Fleet, ahead: float
) -> None:
    first = await fleet.starts(fleet.machine())
    for number in range(60):
        await first.put(f"chat {number}", "một")
    await first.settle()
    assert len(fleet.line.said) == 30

    await fleet.passes(0.6)
    second = await fleet.starts(fleet.machine(ahead))
    await second.delivery.take_over()
    await second.run_for(2)

    assert len(fleet.line.said) == 60
    assert most_in_any(fleet.line.times, 1.0) == 30


@pytest.mark.parametrize("ahead", AHEAD)
async def test_the_minute_of_a_group_holds_when_another_machine_goes_on_sending(
    fleet: Fleet, ahead: float
) -> None:
    first = await fleet.starts(fleet.machine())
    async with first.works.begin() as work:
        await addresses.put(work.tx, "line:-100", work.now, is_group=True)
    for number in range(23):
        await first.put("-100", f"{number}", Priority.NOTICE)
    await first.run_for(30)

    second = await fleet.starts(fleet.machine(ahead))
    await second.delivery.take_over()
    await second.run_for(33)

    assert [words for _, words in fleet.line.said] == [f"{number}" for number in range(23)]
    assert most_in_any(fleet.line.times, 60.0) == 20


@pytest.mark.parametrize("ahead", AHEAD)
async def test_a_pause_that_a_platform_asked_for_is_kept_by_another_machine_as_long_as_it_lasts(
    fleet: Fleet, ahead: float
) -> None:
    first = await fleet.starts(fleet.machine())
    fleet.line.fails("lan", TryLater("flood", after=30, whole_channel=True))
    await first.put("lan", "một")
    await first.settle()

    second = await fleet.starts(fleet.machine(ahead))
    await second.delivery.take_over()
    await second.put("minh", "hai")
    await second.run_for(29)
    assert fleet.line.said == []
    await second.run_for(2)

    assert sorted(fleet.line.said) == [("lan", "một"), ("minh", "hai")]


@pytest.mark.parametrize("ahead", AHEAD)
async def test_what_was_put_off_by_one_machine_is_tried_again_by_another_as_soon(
    fleet: Fleet, ahead: float
) -> None:
    first = await fleet.starts(fleet.machine())
    fleet.line.fails("lan", *[TryLater("down")] * 3)
    await first.put("lan", "một")
    await first.run_for(2.5)  # tried at 0, 1 and 2 seconds, and next at 4

    second = await fleet.starts(fleet.machine(ahead))
    await second.delivery.take_over()
    await second.run_for(1.4)
    assert fleet.line.said == []
    await second.run_for(0.2)

    assert fleet.line.said == [("lan", "một")]


@pytest.mark.parametrize("ahead", AHEAD)
async def test_a_message_that_one_machine_works_on_is_taken_up_by_another_when_its_lease_ends(
    fleet: Fleet, ahead: float
) -> None:
    first, second = [await fleet.starts(fleet.machine(by)) for by in (0, ahead)]
    async with first.works.begin() as work:
        await inbox.store(work.tx, [said("một")], work.now)
        assert len(await inbox.claim(work.tx, work.now, 1)) == 1

    await fleet.passes(19.9)
    async with second.works.begin() as work:
        assert await inbox.claim(work.tx, work.now, 1) == []
    await fleet.passes(0.2)
    async with second.works.begin() as work:
        assert len(await inbox.claim(work.tx, work.now, 1)) == 1


@pytest.mark.parametrize("ahead", AHEAD)
async def test_a_job_that_one_machine_does_is_taken_up_by_another_when_its_lease_ends(
    fleet: Fleet, ahead: float
) -> None:
    first, second = [await fleet.starts(fleet.machine(by)) for by in (0, ahead)]
    async with first.works.begin() as work:
        await jobs.put(work.tx, JobKind.FILE, {}, work.now)
        assert len(await jobs.claim(work.tx, work.now)) == 1

    await fleet.passes(19.9)
    async with second.works.begin() as work:
        assert await jobs.claim(work.tx, work.now) == []
    await fleet.passes(0.2)
    async with second.works.begin() as work:
        assert len(await jobs.claim(work.tx, work.now)) == 1


@pytest.mark.parametrize("step", AHEAD)
async def test_what_somebody_sets_the_clock_of_a_machine_to_changes_nothing(
    fleet: Fleet, step: float
) -> None:
    machine = fleet.machine()
    program = await fleet.starts(machine)
    await fleet.passes(5)

    machine.ahead += timedelta(seconds=step)

    assert program.works.clock.now() == fleet.clock.now()


@pytest.mark.parametrize("step", AHEAD)
async def test_after_a_reconnection_the_first_turn_goes_by_the_clock_of_the_server_that_is_there(
    fleet: Fleet, server: Server, step: float
) -> None:
    program = await fleet.starts(fleet.machine(ahead=7))
    there = fleet.clock.now() + timedelta(seconds=step)
    await fleet.wall.shows(there)

    server.end_connections(urlsplit(fleet.url).path[1:])
    assert await first_turn(program) == there


@pytest.mark.parametrize("step", AHEAD)
async def test_a_clock_that_is_set_on_the_server_is_followed_when_it_is_read_again(
    fleet: Fleet, step: float
) -> None:
    program = await fleet.starts(fleet.machine(ahead=7))
    there = fleet.clock.now() + timedelta(seconds=step)
    await fleet.wall.shows(there)

    await fleet.database(program).read_clock()

    assert program.works.clock.now() == there


@pytest.mark.parametrize("step", AHEAD)
async def test_a_pause_outlasts_a_server_with_another_clock_and_the_change_of_sender_after_it(
    fleet: Fleet, step: float
) -> None:
    first, second = [await fleet.starts(fleet.machine(by)) for by in (0, 7)]
    fleet.line.fails("lan", TryLater("flood", after=300, whole_channel=True))
    await first.put("lan", "một")
    await first.settle()

    fleet.off = timedelta(seconds=step)
    await fleet.passes(5)
    for one in (first, second):
        await fleet.database(one).read_clock()
    await first.settle()
    second.delivery.stand_aside()
    await second.delivery.take_over()

    await second.run_for(294)
    assert fleet.line.said == []
    await second.run_for(2)
    assert fleet.line.said == [("lan", "một")]


@pytest.mark.parametrize("step", AHEAD)
async def test_the_limit_of_a_second_holds_when_the_server_and_the_sender_change_at_once(
    fleet: Fleet, step: float
) -> None:
    first, second = [await fleet.starts(fleet.machine(by)) for by in (0, 7)]
    for number in range(60):
        await first.put(f"chat {number}", "một")
    await first.settle()

    fleet.off = timedelta(seconds=step)
    await fleet.passes(0.6)
    await fleet.database(second).read_clock()
    await second.delivery.take_over()
    await second.run_for(2)

    assert len(fleet.line.said) == 60
    assert most_in_any(fleet.line.times, 1.0) == 30


async def first_turn(program: Post) -> datetime:
    """The time in the first turn that finds a connection."""
    while True:
        try:
            async with program.works.begin() as work:
                await work.tx.value("mailbox_step", chat="lan")
                return work.now
        except Unavailable:
            await asyncio.sleep(0.01)
