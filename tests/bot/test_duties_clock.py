"""Leases go by nobody's clock on the wall: none is over early, none lasts for ever."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.duties import LEASE, LOOK, Duty, Held
from storage import duties
from storage.database import Tx
from storage.sqlite import Sqlite
from tests.doubles.clock import Machine, ManualClock
from tests.doubles.spine import until, works_over

#: By how many seconds people set clocks, and clocks of machines differ.
STEPS = [-86400, -3600, -12, -3, 3, 12, 3600, 86400]

#: How long a duty may lie there when its holder has died.
SOON = LEASE + 2 * LOOK


@dataclass
class Line:
    """Connections to the database; ``busy`` while somebody is at work with it."""

    database: Sqlite
    busy: int = 0
    serial: bool = True

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Tx]:
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
        await self.database.close()


@dataclass
class Town:
    """Programs on machines of their own, which share a database and a duty."""

    database: Line
    clock: ManualClock = field(default_factory=ManualClock)
    machines: dict[str, Machine] = field(default_factory=dict)
    tasks: dict[str, "asyncio.Task[None]"] = field(default_factory=dict)
    on: list[str] = field(default_factory=list)  #: who performs, at this moment
    most: int = 0  #: how many did at once

    async def starts(self, name: str) -> None:
        machine = self.machines.setdefault(name, Machine(self.clock))
        works = replace(works_over(self.database, self.clock), clock=machine)
        duty = Duty(works, "poll", name, self._part(name))
        self.tasks[name] = asyncio.create_task(duty.run())
        await self.lives(0.5)

    def _part(self, name: str) -> Callable[[Held], Awaitable[None]]:
        async def perform(_held: Held) -> None:
            self.on.append(name)
            self.most = max(self.most, len(self.on))
            try:
                await asyncio.Event().wait()
            finally:
                self.on.remove(name)

        return perform

    async def dies(self, name: str) -> None:
        """A program that is gone leaves its lease behind."""
        async with self.database.reading() as tx:
            lease = await duties.of(tx, "poll")
        self.tasks[name].cancel()
        await asyncio.gather(self.tasks.pop(name), return_exceptions=True)
        if lease and lease.holder == name:
            async with self.database.transaction() as tx:
                await duties.take(tx, "poll", lease)

    async def lives(self, seconds: float) -> None:
        """Time passes, and whoever wakes does what they woke for."""
        for _ in range(round(seconds / 0.5)):
            await self.clock.move(seconds=0.5)
            for _ in range(3):
                for _ in range(20):
                    await asyncio.sleep(0)
                await until(lambda: not self.database.busy)

    async def ends(self) -> None:
        for name in list(self.tasks):
            await self.dies(name)
        await self.database.close()


@asynccontextmanager
async def town_in(folder: str, migrated: Path) -> AsyncIterator[Town]:
    made = Town(Line(await Sqlite.open(Path(shutil.copy(migrated, folder)))))
    yield made
    await made.ends()


@pytest.fixture
async def town(tmp_path: Path, migrated: Path) -> AsyncIterator[Town]:
    async with town_in(str(tmp_path), migrated) as made:
        yield made


@pytest.mark.parametrize("step", STEPS)
async def test_a_lease_is_not_over_because_the_clock_was_set(town: Town, step: float) -> None:
    await town.starts("a")
    await town.starts("b")

    town.clock.set(seconds=step)
    await town.lives(2 * LEASE)

    assert (town.on, town.most) == (["a"], 1)


@pytest.mark.parametrize("step", STEPS)
async def test_a_dead_holder_is_replaced_as_soon_as_ever(town: Town, step: float) -> None:
    await town.starts("a")
    await town.starts("b")

    await town.dies("a")
    town.clock.set(seconds=step)
    await town.lives(SOON)

    assert (town.on, town.most) == (["b"], 1)


@pytest.mark.parametrize("ahead", STEPS)
async def test_machines_whose_clocks_differ_agree_on_who_has_it(town: Town, ahead: float) -> None:
    town.machines["b"] = Machine(town.clock, timedelta(seconds=ahead))
    await town.starts("a")
    await town.starts("b")

    await town.lives(2 * LEASE)
    assert town.on == ["a"]
    await town.dies("a")
    await town.lives(SOON)

    assert (town.on, town.most) == (["b"], 1)


Event = tuple[str, float | str]

EVENTS = st.lists(
    st.one_of(
        st.tuples(st.just("passes"), st.sampled_from([0.5, 2, 7, 11])),
        st.tuples(st.just("is set"), st.sampled_from(STEPS)),
        st.tuples(st.just("starts or dies"), st.sampled_from("abc")),
    ),
    max_size=12,
)


@pytest.mark.parametrize("examples", [15, pytest.param(500, marks=pytest.mark.soak)])
def test_promise_7_there_is_one_holder_and_soon_another_whatever_is_done_to_clocks_and_programs(
    migrated: Path, examples: int
) -> None:
    @settings(max_examples=examples, deadline=None)
    @given(events=EVENTS)
    def holds(events: list[Event]) -> None:
        with TemporaryDirectory() as folder:
            asyncio.run(happen(events, folder))

    async def happen(events: list[Event], folder: str) -> None:
        async with town_in(folder, migrated) as town:
            for what, how in events:
                if what == "passes":
                    await town.lives(float(how))
                elif what == "is set":
                    town.clock.set(seconds=float(how))
                elif how in town.tasks:
                    await town.dies(str(how))
                else:
                    await town.starts(str(how))
            await town.lives(SOON)
            assert town.most <= 1
            assert bool(town.on) == bool(town.tasks)

    holds()
