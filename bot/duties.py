"""Leases: who polls, who sends, who ticks. One holder each among all processes, so limits are exact."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

import structlog

from bot.work import Works
from storage import duties
from storage.database import Unavailable

log = structlog.get_logger()

#: How long a lease is good, and how often it is renewed, in seconds. A dead holder is replaced
#: after the lease, plus one look.
LEASE = 6.0
RENEW = 2.0


class Duty:
    """One thing that exactly one process does."""

    def __init__(
        self, works: Works, name: str, holder: str, perform: Callable[[], Awaitable[None]]
    ) -> None:
        self._works = works
        self._name = name
        self._holder = holder
        self._perform = perform

    async def run(self) -> None:
        """Perform while the lease is ours; look for it while it is not. Leaves it when cancelled."""
        task: asyncio.Task[None] | None = None
        try:
            while True:
                held = await self._take()
                if held and (task is None or task.done()):
                    task = self._begin(task)
                elif not held and task:
                    await _stop(task)
                    task = None
                await self._works.clock.sleep(RENEW)
        finally:
            if task:
                await _stop(task)
            await self._leave()

    def _begin(self, before: asyncio.Task[None] | None) -> asyncio.Task[None]:
        if before and not before.cancelled() and (error := before.exception()):
            log.error("duty_broken", duty=self._name, exc_info=error)
        log.info("duty_taken", duty=self._name)
        return asyncio.ensure_future(self._perform())

    async def _take(self) -> bool:
        """Whether the lease is ours now. Without a database nobody may act."""
        try:
            async with self._works.begin() as work:
                until = work.now + timedelta(seconds=LEASE)
                return await duties.take(work.tx, self._name, self._holder, work.now, until)
        except Unavailable as error:
            log.error("duty_unavailable", duty=self._name, why=str(error))
            return False

    async def _leave(self) -> None:
        try:
            async with self._works.begin() as work:
                await duties.leave(work.tx, self._name, self._holder)
        except Unavailable:
            log.error("duty_not_left", duty=self._name)


async def _stop(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
