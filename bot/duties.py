"""Leases: who polls, who sends, who ticks. One holder each among all processes: limits are exact.

Two never hold a duty at once: a holder that could not renew its lease in time stops, and has
stopped before the lease is over.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

import structlog

from bot.clock import ended
from bot.work import Works
from storage import duties
from storage.database import Unavailable

log = structlog.get_logger()

#: How long a lease is good, in seconds. A dead holder is replaced after the lease, plus one look.
LEASE = 10.0

#: How often it is renewed, and looked for.
RENEW = 2.0

#: How long renewing may take. The rest of the lease is for stopping: ``bot.delivery`` takes 4 s.
PATIENCE = 3.0


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
        """Perform while the lease is ours, look for it while it is not. Cancelled, leave it."""
        try:
            while True:
                if await self._taken():
                    await self._hold()
                await self._works.clock.sleep(RENEW)
        finally:
            await self._leave()

    async def _hold(self) -> None:
        """Perform until the lease is lost, or the performance ends by itself."""
        log.debug("duty_taken", duty=self._name)
        task = asyncio.ensure_future(self._perform())
        try:
            while not await ended((task,), self._works.clock, RENEW):
                if not await self._renewed():
                    log.warning("duty_lost", duty=self._name)
                    return
            if not task.cancelled() and (error := task.exception()):
                log.error("duty_broken", duty=self._name, exc_info=error)
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def _renewed(self) -> bool:
        """Whether the lease is ours for another while; a database that hangs counts as no."""
        renewing = asyncio.ensure_future(self._taken())
        try:
            if await ended((renewing,), self._works.clock, PATIENCE):
                return renewing.result()
            log.error("duty_unavailable", duty=self._name, why="no answer in time")
            return False
        finally:
            renewing.cancel()

    async def _taken(self) -> bool:
        """Take or renew the lease. Without a database nobody may act."""
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
