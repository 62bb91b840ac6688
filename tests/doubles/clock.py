"""A clock that moves when it is told to, and machines whose walls show another time."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


class ManualClock:
    """Time stands still until ``move``. Who sleeps wakes when the time has come."""

    def __init__(self, now: datetime = datetime(2026, 4, 29, 3, 0, tzinfo=UTC)) -> None:
        self._begun = now  #: what the wall showed when no time had passed
        self._passed = timedelta(0)
        self._sleepers: list[tuple[timedelta, asyncio.Future[None]]] = []
        self.worked_for = 0.0  #: seconds that this process is said to have worked

    def now(self) -> datetime:
        return self._begun + self._passed

    def steady(self) -> float:
        return self._passed.total_seconds()

    def worked(self) -> float:
        return self.worked_for

    @property
    def sleepers(self) -> int:
        """How many wait for a moment to come."""
        return sum(not waiting.done() for _, waiting in self._sleepers)

    async def sleep(self, seconds: float) -> None:
        if seconds <= 0:
            return
        waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._sleepers.append((self._passed + timedelta(seconds=seconds), waiting))
        await waiting

    def set(self, **by: float) -> None:
        """Somebody sets the clock on the wall; no time passes."""
        self._begun += timedelta(**by)

    async def move(self, **by: float) -> None:
        """Move on by days, hours, minutes, seconds; whoever is due wakes, in order of time."""
        target = self._passed + timedelta(**by)
        while due := [one for one in self._sleepers if one[0] <= target and not one[1].done()]:
            at, first = min(due, key=lambda one: one[0])
            self._passed = max(self._passed, at)
            self._sleepers = [one for one in self._sleepers if one[1] is not first]
            first.set_result(None)
            for _ in range(10):
                await asyncio.sleep(0)
        self._passed = target

    def jump(self, **by: float) -> None:
        """Time passes while everybody is frozen: who should have woken has not yet."""
        self._passed += timedelta(**by)

    async def move_to(self, moment: datetime) -> None:
        await self.move(seconds=(moment - self.now()).total_seconds())


@dataclass
class Machine:
    """A machine whose wall shows another time."""

    clock: ManualClock
    ahead: timedelta = timedelta(0)

    def now(self) -> datetime:
        return self.clock.now() + self.ahead

    def steady(self) -> float:
        return self.clock.steady()

    def worked(self) -> float:
        return 0.0

    async def sleep(self, seconds: float) -> None:
        await self.clock.sleep(seconds)
