"""Slow work outside turns: claimed by any process, done, and its result told as a message.

A job that dies with its process is done anew by another; what it comes to is written once, together
with its end. One that fails is tried again, and after the last try its chat is told and the holding
pen keeps note of it; so does one that takes the program down with it each time.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta

import structlog

from bot.channels.base import Channel, Fetches
from bot.clock import ended, to_the_end
from bot.domain.errors import Refused, Rejected, SendError, TryLater
from bot.domain.messages import Address, Happened, Inbound
from bot.services.people import chats
from bot.services.slow import Ending, Slow, Task
from bot.trouble import ManyCrashes, tell_if_possible, written_down
from bot.work import Work, Works
from storage import holding, inbox, jobs
from storage.database import Unavailable
from storage.jobs import Job

log = structlog.get_logger()

#: How many tries a job gets, whether it fails or the program dies over it.
TRIES = 3

#: The pause after a first failed try; after a second one it is six times as long.
_PAUSE = timedelta(seconds=10)

#: How often a lease (``until`` of ``storage/jobs.sql``) is renewed, in seconds.
_RENEW = 5.0

#: How long one try may take, in seconds.
_LONGEST = 600.0

#: How long what is under way may take to end when the program stops, in seconds.
_DRAIN = 2.0

#: While the database cannot write, what became of a job is tried again for so many seconds.
_TROUBLE = 40.0


class LeaseLost(Exception):
    """The lease ran out, and somebody else has the job now."""


class TooLong(Exception):
    """One try took longer than any may."""


class Jobs:
    """Does slow work. ``kinds`` says how, ``channels`` hand out the files that people sent."""

    def __init__(
        self,
        works: Works,
        kinds: Mapping[str, Slow],
        channels: Sequence[Channel],
        *,
        at_once: int = 2,
    ) -> None:
        self._works = works
        self._kinds = kinds
        self._fetching = {one.name: one for one in channels if isinstance(one, Fetches)}
        self._at_once = at_once
        self._hands: dict[asyncio.Task[None], Job] = {}

    async def run(self) -> None:
        """Work for ever; cancelled, it hands over what does not end within a moment."""
        wakeup, clock = self._works.wakeups.jobs, self._works.clock
        try:
            while True:
                if not await to_the_end(self.step()):
                    await wakeup.wait(clock, at_most=1.0)
        finally:
            await to_the_end(self._stop())

    @property
    def idle(self) -> bool:
        """Whether nothing is being done."""
        return not self._hands

    async def drain(self) -> None:
        """Wait for everything that is being done."""
        await asyncio.gather(*self._hands)

    async def step(self) -> bool:
        """Begin what may begin now; True if there may be more of it."""
        room = self._at_once - len(self._hands)
        if room <= 0:
            return False
        try:
            async with self._works.begin() as work:
                claimed = await jobs.claim(work.tx, work.now, room)
        except Unavailable as error:
            log.error("jobs_unavailable", why=str(error))
            return False
        for job in claimed:
            hand = asyncio.create_task(self._work_on(job))
            self._hands[hand] = job
            hand.add_done_callback(self._free)
        return len(claimed) == room

    def _free(self, hand: asyncio.Task[None]) -> None:
        del self._hands[hand]
        self._works.wakeups.jobs.set()

    async def _stop(self) -> None:
        """Another process, or the next start, starts over what cannot end now."""
        left = dict(self._hands)
        if left and not await ended(left, self._works.clock, _DRAIN):
            for hand in left:
                hand.cancel()
            await asyncio.gather(*left, return_exceptions=True)
        for hand, job in left.items():
            if hand.cancelled():
                log.info("job_handed_over", job=job.id, kind=job.kind)
                await self._give_back(job, at_most=0)

    async def _work_on(self, job: Job) -> None:
        structlog.contextvars.bind_contextvars(job=job.id)  # in the context of this task alone
        try:
            if job.attempts > TRIES:
                raise ManyCrashes
            ending = await self._in_hand(job)
            await to_the_end(self._end(job, ending))
        except LeaseLost:
            log.warning("job_overtaken", kind=job.kind)
        except Unavailable as error:
            log.error("job_again", kind=job.kind, why=str(error))
            await self._give_back(job)
        except Refused as refusal:
            await self._give_up(job, refusal)
        except Exception as error:
            await self._failed(job, error)

    async def _in_hand(self, job: Job) -> Ending:
        """Do the slow part, and keep the lease meanwhile."""
        clock = self._works.clock
        end = clock.steady() + _LONGEST
        doing = asyncio.ensure_future(self._kinds[job.kind](self._task(job)))
        try:
            while not await ended((doing,), clock, _RENEW):
                if clock.steady() > end:
                    raise TooLong
                await self._renew(job)
            return doing.result()
        finally:
            doing.cancel()
            await asyncio.gather(doing, return_exceptions=True)

    def _task(self, job: Job) -> Task:
        return Task(
            id=job.id,
            works=self._works,
            address=job.payload["address"],
            given=job.payload["given"],
            fetch=self._fetch,
        )

    async def _fetch(self, channel: str, ref: str) -> bytes:
        if channel not in self._fetching:
            raise Rejected(f"{channel} hands out no files")
        return await self._fetching[channel].fetch(ref)

    async def _renew(self, job: Job) -> None:
        try:
            async with self._works.begin() as work:
                renewed = await jobs.renew(work.tx, job, work.now)
        except Unavailable as error:  # whoever takes it meanwhile ends it, or this one does
            log.error("job_not_renewed", kind=job.kind, why=str(error))
            return
        if not renewed:
            raise LeaseLost

    async def _end(self, job: Job, ending: Ending) -> None:
        """Its result is written, and its chat hears of it: all of it once, or nothing."""
        async with self._works.begin() as work:
            if not await jobs.end(work.tx, job):
                raise LeaseLost
            if press := await ending(work):
                await inbox.store(work.tx, [_result(job, press, work)], work.now)
                work.tx.after_commit(work.wakeups.incoming.set)

    async def _failed(self, job: Job, error: Exception) -> None:
        why = error.why if isinstance(error, SendError) else type(error).__name__
        last = job.attempts >= TRIES
        log.exception("job_broken", kind=job.kind, attempt=job.attempts, why=why)
        if last:
            await self._give_up(job, Refused("job-failed"), f"{job.kind}: {why}")
        else:
            asked = error.after if isinstance(error, TryLater) and error.after else 0.0
            pause = max(_PAUSE * 6 ** (job.attempts - 1), timedelta(seconds=asked))
            await self._written_down(lambda work: jobs.later(work.tx, job, work.now + pause, why))

    async def _give_up(self, job: Job, refusal: Refused, why: str = "") -> None:
        """It is not done. Its chat is told what to do instead; ``why`` is for the holding pen."""

        async def write(work: Work) -> None:
            if not await jobs.end(work.tx, job):
                return
            if why:
                address = job.payload["address"]
                await holding.put(work.tx, holding.JOB, address, "", why, work.now)
            await tell_if_possible(work, _tell(work, job, refusal))

        await self._written_down(write)

    async def _give_back(self, job: Job, at_most: float = _TROUBLE) -> None:
        await self._written_down(lambda work: jobs.again(work.tx, job), at_most)

    async def _written_down(
        self, write: Callable[[Work], Awaitable[object]], at_most: float = _TROUBLE
    ) -> None:
        """Write as soon as it can be written; where that takes too long the lease ends."""
        if trouble := await written_down(self._works, write, at_most):
            log.error("job_waits_for_its_lease", why=str(trouble))


def _result(job: Job, press: str, work: Work) -> Inbound:
    """A job is never done twice, so its number makes the message one that comes once."""
    address = Address.parse(job.payload["address"])
    return Inbound(
        address=address,
        id=f"job:{job.id}",
        sender=address.chat,
        at=work.now,
        happened=Happened.DONE,
        press=press,
    )


async def _tell(work: Work, job: Job, refusal: Refused) -> None:
    """Only in private chats; somebody erased meanwhile is told nothing."""
    address = job.payload["address"]
    person = await chats.who(work, address)
    if person:
        words = work.voice.render(person.language, refusal.key, **refusal.args_for_text)
        await work.send(address, words, reply=True)
