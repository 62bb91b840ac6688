"""Leases: who polls, who sends, who ticks. One holder each among all processes: limits are exact.

Two never hold a duty at once: a holder that could not renew its lease in time stops, and has
stopped before the lease is over. One that was frozen meanwhile could not stop; so what must not be
done by two asks ``held`` before each thing it does.

Nobody reads the time off another's lease, for clocks differ and are set. A lease is over when one
has watched it for as long as it is good, by one's own steady clock, and it was not renewed.
"""

import asyncio
import math
from collections.abc import Awaitable, Callable, Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any

import structlog

from bot.clock import ended, to_the_end
from bot.work import Works
from storage import duties
from storage.database import Unavailable
from storage.duties import Lease

log = structlog.get_logger()

#: How long a lease is good, in seconds. A dead holder is replaced after the lease, plus two looks.
LEASE = 10.0

#: How often it is renewed.
RENEW = 2.0

#: How often those look who do not have it.
LOOK = 1.0

#: How long renewing may take. The rest of the lease is for stopping: ``bot.outbox`` takes 4 s.
PATIENCE = 3.0

#: How soon a database that is away is asked again, in seconds. A lost connection costs no duty.
AGAIN = 0.5

#: A lease is believed in until so many seconds before its end: no two clocks run quite the same.
MARGIN = 1.0

#: Whether the duty is certainly ours at this moment.
Held = Callable[[], bool]


class Duty:
    """One thing that exactly one process does."""

    def __init__(
        self,
        works: Works,
        name: str,
        holder: str,
        perform: Callable[[Held], Awaitable[None]],
        *,
        aside: Callable[[], None] = lambda: None,
    ) -> None:
        """``aside``: called whenever somebody else is seen to have just taken or renewed it."""
        self.name = name
        self._works = works
        self._holder = holder
        self._perform = perform
        self._aside = aside
        self.looked = asyncio.Event()  #: whose it is was asked once; if it is ours, it has begun
        self._ours_until = (-math.inf, datetime.min.replace(tzinfo=UTC))  #: steady, on the wall
        self._seen: Lease | None = None  #: somebody else's lease
        self._seen_since = 0.0

    def held(self) -> bool:
        """Whether the duty is certainly ours; a program that froze for long wakes up without it."""
        steady, wall = self._ours_until
        return self._works.clock.steady() < steady and self._works.clock.now() < wall

    async def run(self) -> None:
        """Perform while the lease is ours, look for it while it is not. Cancelled, leave it.

        A lease that is just being taken is taken to the end, or it would outlive the leaving.
        """
        try:
            while True:
                ours = await to_the_end(self._in_time(self._take()))
                asyncio.get_running_loop().call_soon(self.looked.set)
                if ours:
                    await self._hold()
                await self._works.clock.sleep(LOOK)
        finally:
            await self._in_time(self._leave())

    async def _hold(self) -> None:
        """Perform until the lease is lost, or the performance ends by itself."""
        log.info("duty_taken", duty=self.name)
        task = asyncio.ensure_future(self._perform(self.held))
        try:
            while not await ended((task,), self._works.clock, RENEW):
                if not await self._in_time(self._renew()):
                    log.warning("duty_lost", duty=self.name)
                    return
            if not task.cancelled() and (error := task.exception()):
                log.error("duty_broken", duty=self.name, exc_info=error)
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def _in_time(self, asking: Coroutine[Any, Any, bool]) -> bool:
        """What the database says; one that is away, or does not answer in time, counts as no."""
        task = asyncio.ensure_future(asking)
        try:
            if await ended((task,), self._works.clock, PATIENCE):
                return task.result()
            log.error("duty_unavailable", duty=self.name, why="no answer in time")
        except Unavailable as error:
            log.error("duty_unavailable", duty=self.name, why=str(error))
        finally:
            task.cancel()
        return False

    async def _renew(self) -> bool:
        """Keep the lease; while the database is away it is asked again."""
        while True:
            try:
                return await self._take()
            except Unavailable as error:
                log.warning("duty_asks_again", duty=self.name, why=str(error))
                await self._works.clock.sleep(AGAIN)

    async def _take(self) -> bool:
        """Take or renew the lease; whether it is ours."""
        good = LEASE - MARGIN
        ends = self._works.clock.steady() + good
        async with self._works.apart() as work:
            mine = Lease(self._holder, work.now + timedelta(seconds=LEASE))
            took = await duties.take(work.tx, self.name, mine, self._over())
            other = None if took else await duties.of(work.tx, self.name)
        self._watch(other)
        if took:
            self._ours_until = (ends, work.now + timedelta(seconds=good))
        return took

    def _watch(self, lease: Lease | None) -> None:
        if lease != self._seen:
            self._seen, self._seen_since = lease, self._works.clock.steady()
            if lease:
                self._aside()

    def _over(self) -> Lease | None:
        """The lease that nobody has renewed for as long as it was good."""
        watched = self._works.clock.steady() - self._seen_since
        return self._seen if watched >= LEASE else None

    async def _leave(self) -> bool:
        async with self._works.apart() as work:
            await duties.leave(work.tx, self.name, self._holder)
        return True
