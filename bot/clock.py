"""What time it is, and waiting for it. Handed in everywhere, so that tests can move it.

There are two times. The clock on the wall tells when something is due, and somebody may set it at
any moment. Limits, leases and waits are spans: they go by the steady one, which nobody can set.

Machines that share a database on a server also share its clock on the wall (``SharedClock``).
"""

import asyncio
import math
import time
from collections.abc import AsyncIterator, Collection, Coroutine, Iterable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol, TypeVar

T = TypeVar("T")


class Clock(Protocol):
    """A source of time."""

    def now(self) -> datetime:
        """The present moment by the clock on the wall, UTC."""
        ...

    def steady(self) -> float:
        """Seconds since some moment; they pass evenly, whatever the clock on the wall is set to."""
        ...

    def worked(self) -> float:
        """Seconds of processor time that this process has used."""
        ...

    async def sleep(self, seconds: float) -> None: ...


#: Where the system counts it, a machine that slept has grown older meanwhile: a program that slept
#: through its lease must not wake up and believe in it.
_ALSO_ASLEEP: int | None = getattr(time, "CLOCK_BOOTTIME", None)


class SystemClock:
    """The time of this machine."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def steady(self) -> float:
        return time.monotonic() if _ALSO_ASLEEP is None else time.clock_gettime(_ALSO_ASLEEP)

    def worked(self) -> float:
        return time.process_time()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class SharedClock:
    """The time on another's wall, a database server's, by which several machines go.

    It is read there now and then; in between this machine's steady clock carries it on. So nobody
    who sets the clock of this machine changes it, and it steps when that other clock is set.
    """

    def __init__(self, machine: Clock) -> None:
        self._machine = machine
        self._began: datetime | None = None  #: what that wall showed when ``steady`` was 0

    def now(self) -> datetime:
        """The machine's own time, as long as that other clock was never read."""
        if self._began is None:
            return self._machine.now()
        return self._began + timedelta(seconds=self.steady())

    def steady(self) -> float:
        return self._machine.steady()

    def worked(self) -> float:
        return self._machine.worked()

    async def sleep(self, seconds: float) -> None:
        await self._machine.sleep(seconds)

    def read(self, shown: datetime, asked: float, answered: float) -> None:
        """``shown`` was to be seen at some moment between these two, in seconds of ``steady``.

        What is believed already, and may well be so, stays: a reading that took long changes
        nothing. Otherwise the middle is the best guess, wrong by half of the time at most.
        """
        latest = shown - timedelta(seconds=asked)
        earliest = shown - timedelta(seconds=answered)
        if self._began is None or not earliest <= self._began <= latest:
            self._began = earliest + (latest - earliest) / 2

    @property
    def machine_ahead(self) -> timedelta:
        """How far the machine's own clock is ahead of it; negative where it is behind."""
        return self._machine.now() - self.now()


#: Less than this is no setting of the clock, only two clocks that are read one after the other.
_STEP = timedelta(seconds=1)


class Steps:
    """How far the clock on the wall was set, forward or back, since one last asked.

    It may run a little fast or slow: whoever asks every few seconds hears nothing of that, however
    much it comes to in a day.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._ahead = self._measured()

    def since(self) -> timedelta:
        """How far since ``forget``; less than a second is forgotten here, and is zero."""
        step = self._measured() - self._ahead
        if abs(step) >= _STEP:
            return step
        self.forget(step)
        return timedelta(0)

    def forget(self, step: timedelta) -> None:
        """What had to be done about this step is done."""
        self._ahead += step

    def _measured(self) -> datetime:
        return self._clock.now() - timedelta(seconds=self._clock.steady())


def after(now: datetime, seconds: float) -> datetime:
    """The first millisecond that is not before so many seconds have passed."""
    return now + timedelta(milliseconds=math.ceil(seconds * 1000))


async def to_the_end(work: Coroutine[Any, Any, T]) -> T:
    """Do what must not be left half done: a caller who is cancelled leaves when it has ended."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        while not task.done():
            with suppress(asyncio.CancelledError):
                await asyncio.wait((task,))
        if not task.cancelled():
            task.exception()  # heard, though whoever waited for it has gone
        raise


async def giving_way(items: Iterable[T], every: float = 0.005) -> AsyncIterator[T]:
    """What takes long to compute, item by item: everybody else has a turn after so many seconds."""
    since = time.monotonic()
    for item in items:
        yield item
        if time.monotonic() - since >= every:
            await asyncio.sleep(0)
            since = time.monotonic()


async def ended(tasks: Collection["asyncio.Future[Any]"], clock: Clock, at_most: float) -> bool:
    """Wait until all of ``tasks`` have ended, or ``at_most`` seconds; True if they have.

    What is still under way keeps no trace of having been waited for: ``gather`` would leave one
    each time, and a task that lives as long as the program is waited for every other second.
    """
    timer = asyncio.ensure_future(clock.sleep(at_most))
    left = set(tasks)
    try:
        while left and not timer.done():
            await asyncio.wait((*left, timer), return_when=asyncio.FIRST_COMPLETED)
            left = {task for task in left if not task.done()}
    finally:
        timer.cancel()
    return not left
