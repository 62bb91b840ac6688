"""One holder at a time, whatever happens to it; the next one follows within seconds."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial

import pytest

from bot.duties import LEASE, MARGIN, PATIENCE, RENEW, Duty, Held
from bot.work import Works
from storage import duties
from storage.database import Database, Tx, Unavailable
from storage.duties import Lease
from tests.doubles.clock import ManualClock
from tests.doubles.spine import until, works_over


@dataclass
class Stage:
    """Where a duty is performed: by one at a time."""

    on: list[str] = field(default_factory=list)
    began: list[str] = field(default_factory=list)
    breaks: asyncio.Event = field(default_factory=asyncio.Event)
    held: dict[str, Held] = field(default_factory=dict)  #: what each performer was handed
    aside: list[str] = field(default_factory=list)  #: who saw, each time, that another has it

    def part(self, name: str) -> Callable[[Held], Awaitable[None]]:
        async def perform(held: Held) -> None:
            self.held[name] = held
            assert self.on == [], "two hold the duty at once"
            self.on.append(name)
            self.began.append(name)
            try:
                await self.breaks.wait()
                self.breaks.clear()
                raise ConnectionError("it broke")
            finally:
                self.on.remove(name)

        return perform


@dataclass
class Line:
    """A process's connection to the database: it may be refused, or hang."""

    database: Database
    gone: bool = False
    hangs: asyncio.Event | None = None
    busy: int = 0
    serial: bool = True

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Tx]:
        if self.hangs:
            await self.hangs.wait()
        if self.gone:
            raise Unavailable("locked")
        self.busy += 1
        try:
            async with self.database.transaction() as tx:
                yield tx
        finally:
            self.busy -= 1

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Tx]:
        async with self.database.reading() as tx:
            yield tx

    async def close(self) -> None:
        """Its owner closes it."""


@dataclass
class House:
    """Processes that share a database."""

    works: Works
    clock: ManualClock
    stage: Stage = field(default_factory=Stage)
    lines: dict[str, Line] = field(default_factory=dict)
    tasks: dict[str, "asyncio.Task[None]"] = field(default_factory=dict)

    async def starts(self, name: str) -> Line:
        """A process looks for the duty, and has looked once when this returns."""
        self.lines[name] = Line(self.works.database)
        works = replace(self.works, database=self.lines[name])
        aside = partial(self.stage.aside.append, name)
        duty = Duty(works, "poll", name, self.stage.part(name), aside=aside)
        self.tasks[name] = asyncio.create_task(duty.run())
        await self._settle()
        return self.lines[name]

    async def stops(self, name: str) -> None:
        self.tasks[name].cancel()
        await asyncio.gather(self.tasks.pop(name), return_exceptions=True)

    async def lives(self, seconds: float) -> None:
        """Time passes; everybody who wakes does what they woke for and waits again."""
        for _ in range(round(seconds / 0.5)):
            await self.clock.move(seconds=0.5)
            await self._settle()

    async def _settle(self) -> None:
        """Until nobody is at work with the database any more."""
        for _ in range(2):
            for _ in range(20):
                await asyncio.sleep(0)
            await until(lambda: not any(line.busy for line in self.lines.values()))
        for _ in range(20):
            await asyncio.sleep(0)

    async def dies(self, name: str) -> None:
        """A process that is gone leaves its lease behind."""
        await self.stops(name)
        async with self.works.begin() as work:
            ends = work.now + timedelta(seconds=LEASE)
            await duties.take(work.tx, "poll", Lease(name, ends))


@pytest.fixture
def works(database: Database, clock: ManualClock) -> Works:
    return works_over(database, clock)


@pytest.fixture
async def house(works: Works, clock: ManualClock) -> AsyncIterator[House]:
    made = House(works, clock)
    yield made
    stopping = [asyncio.create_task(made.stops(name)) for name in list(made.tasks)]
    while not all(one.done() for one in stopping):
        await clock.move(seconds=0.5)
        await asyncio.sleep(0.001)


async def test_promise_7_a_duty_has_one_holder_and_the_others_wait(house: House) -> None:
    await house.starts("a")
    await house.starts("b")

    await house.lives(60)

    assert (house.stage.on, house.stage.began) == (["a"], ["a"])


async def test_who_waits_hears_whenever_another_was_alive_to_renew_it(house: House) -> None:
    await house.starts("a")
    await house.starts("b")

    await house.lives(5 * RENEW)
    assert set(house.stage.aside) == {"b"}
    assert len(house.stage.aside) >= 5

    await house.dies("a")
    await house.lives(1)
    house.stage.aside.clear()
    await house.lives(2 * LEASE)
    assert (house.stage.on, house.stage.aside) == (["b"], [])


async def test_who_waits_until_it_was_asked_for_finds_it_begun(works: Works) -> None:
    stage = Stage()
    duty = Duty(works, "poll", "a", stage.part("a"))
    running = asyncio.create_task(duty.run())

    await asyncio.wait_for(duty.looked.wait(), 10)
    await asyncio.sleep(0)
    began = list(stage.began)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)

    assert began == ["a"]


async def test_who_waits_until_it_was_asked_for_does_not_wait_for_a_database_that_is_away(
    works: Works,
) -> None:
    away = replace(works, database=Line(works.database, gone=True))
    duty = Duty(away, "poll", "a", Stage().part("a"))
    running = asyncio.create_task(duty.run())

    await asyncio.wait_for(duty.looked.wait(), 10)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def test_promise_7_when_the_holder_leaves_another_takes_over_at_its_next_look(
    house: House,
) -> None:
    await house.starts("a")
    await house.starts("b")

    await house.stops("a")
    await house.lives(RENEW)

    assert house.stage.on == ["b"]


async def test_promise_7_when_the_holder_dies_another_takes_over_within_seconds(
    house: House,
) -> None:
    await house.starts("a")
    await house.starts("b")
    await house.dies("a")

    await house.lives(LEASE - 0.5)
    assert house.stage.on == []
    await house.lives(RENEW + 0.5)

    assert house.stage.on == ["b"]


async def test_a_holder_that_cannot_renew_stops_and_takes_up_again_when_it_can(
    house: House,
) -> None:
    trouble = await house.starts("a")
    trouble.gone = True
    await house.lives(RENEW + PATIENCE)
    assert house.stage.on == []

    trouble.gone = False
    await house.lives(RENEW)
    assert house.stage.began == ["a", "a"]


async def test_a_database_that_is_away_for_a_moment_costs_nobody_the_duty(house: House) -> None:
    trouble = await house.starts("a")
    await house.starts("b")
    trouble.gone = True
    await house.lives(RENEW + PATIENCE - 1)

    trouble.gone = False
    await house.lives(60)

    assert house.stage.began == ["a"]


async def test_promise_7_a_holder_whose_database_hangs_has_stopped_before_the_next_one_begins(
    house: House,
) -> None:
    trouble = await house.starts("a")
    await house.starts("b")
    trouble.hangs = asyncio.Event()

    await house.lives(5.5)
    assert house.stage.on == [], "well before its lease of ten seconds is over"
    await house.lives(7)

    assert house.stage.began == ["a", "b"]
    trouble.hangs.set()


async def test_promise_7_who_was_frozen_knows_at_once_that_its_lease_may_be_over(
    house: House,
) -> None:
    await house.starts("a")
    held = house.stage.held["a"]

    house.clock.jump(seconds=LEASE - MARGIN - 0.001)
    assert held()
    house.clock.jump(seconds=0.001)
    assert not held()

    await house.lives(RENEW)
    assert held(), "nobody else had taken it"


async def test_a_duty_that_is_not_ours_is_not_held(house: House) -> None:
    await house.starts("a")
    held = house.stage.held["a"]
    async with house.works.begin() as work:
        await duties.leave(work.tx, "poll", "a")
        await duties.take(work.tx, "poll", Lease("b", work.now + timedelta(days=1)))

    await house.lives(LEASE)

    assert not held()


async def test_a_holder_that_was_overtaken_stops(house: House) -> None:
    await house.starts("a")
    async with house.works.begin() as work:
        await duties.leave(work.tx, "poll", "a")
        await duties.take(work.tx, "poll", Lease("b", work.now + timedelta(days=1)))

    await house.lives(RENEW)

    assert house.stage.on == []


async def test_what_broke_is_performed_again(house: House) -> None:
    await house.starts("a")
    house.stage.breaks.set()
    await until(lambda: house.stage.on == [])

    await house.lives(RENEW * 2)

    assert (house.stage.on, house.stage.began) == (["a"], ["a", "a"])


async def test_stopping_while_the_database_is_away_does_not_hang(house: House) -> None:
    trouble = await house.starts("a")
    trouble.gone = True

    await asyncio.wait_for(house.stops("a"), 5)

    assert house.stage.on == []


async def test_stopping_while_the_database_hangs_takes_three_seconds(house: House) -> None:
    trouble = await house.starts("a")
    trouble.hangs = asyncio.Event()
    stopping = asyncio.create_task(house.stops("a"))
    await until(lambda: house.stage.on == [])
    assert not stopping.done()

    await until(lambda: house.clock.sleepers == 1)
    await house.clock.move(seconds=3)

    await asyncio.wait_for(stopping, 5)
