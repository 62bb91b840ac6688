"""What time it is, and waiting for it. Handed in everywhere, so that tests can move it."""

import asyncio
from collections.abc import Collection, Coroutine
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any, Protocol, TypeVar

T = TypeVar("T")


class Clock(Protocol):
    """A source of time."""

    def now(self) -> datetime:
        """The present moment, UTC."""
        ...

    async def sleep(self, seconds: float) -> None: ...


class SystemClock:
    """The time of this machine."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


async def to_the_end(work: Coroutine[Any, Any, T]) -> T:
    """Do what must not be left half done: a caller who is cancelled leaves when it has ended."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        while not task.done():
            with suppress(asyncio.CancelledError):
                await asyncio.wait((task,))
        raise


async def ended(tasks: Collection["asyncio.Future[Any]"], clock: Clock, at_most: float) -> bool:
    """Wait until all of ``tasks`` have ended, or ``at_most`` seconds; True if they have."""
    everything = asyncio.gather(*tasks, return_exceptions=True)
    timer = asyncio.ensure_future(clock.sleep(at_most))
    try:
        await asyncio.wait((everything, timer), return_when=asyncio.FIRST_COMPLETED)
    finally:
        timer.cancel()
    return everything.done()
