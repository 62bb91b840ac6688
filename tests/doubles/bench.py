"""A bench for slow work alone: jobs over a real database, moved by hand."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.channels.base import Channel
from bot.domain.jobs import JobKind
from bot.jobs import Jobs
from bot.services import slow
from bot.services.slow import Ending, Slow, Task
from bot.work import Work, Works
from storage import addresses, holding, inbox, jobs, outbox, people
from storage.database import Database
from tests.doubles.clock import ManualClock
from tests.doubles.spine import works_over

CHAT = "line:lan"

#: The chore stands for this kind; which one makes no difference.
_KIND = JobKind.PAPER


@dataclass(slots=True)
class Chore:
    """A kind of slow work that does what it is told, and keeps note of each try."""

    tries: list[Mapping[str, object]] = field(default_factory=list)
    troubles: list[Exception] = field(default_factory=list)  #: of the slow part, first to last
    spoils: list[Exception] = field(default_factory=list)  #: of the ending
    holds: asyncio.Event | None = None  #: until it is set nothing is done
    press: str = "chore:done"
    tasks: list[Task] = field(default_factory=list)

    async def __call__(self, task: Task) -> Ending:
        self.tries.append(task.given)
        self.tasks.append(task)
        if self.holds:
            await self.holds.wait()
        if self.troubles:
            raise self.troubles.pop(0)
        return self._ending

    async def _ending(self, work: Work) -> str:
        """A note in the pen stands for whatever is written."""
        await holding.put(work.tx, "written", CHAT, "", f"try {len(self.tries)}", work.now)
        if self.spoils:
            raise self.spoils.pop(0)
        return self.press


@dataclass(slots=True)
class Bench:
    """Works over a database, a chore, and who does it."""

    works: Works
    clock: ManualClock
    chore: Chore
    hands: Jobs

    async def put(self, **given: object) -> int:
        """Lan asks for the chore."""
        async with self.works.begin() as work:
            if await people.of_address(work.tx, CHAT) is None:
                lan = await people.make(work.tx, "vi", work.now)
                await addresses.put(work.tx, CHAT, work.now, person=lan.id)
            return await slow.put(work, _KIND, CHAT, **given)

    async def settle(self) -> None:
        """Do all that may be done now."""
        while await self.hands.step() or not self.hands.idle:
            await self.hands.drain()

    async def waiting(self) -> int:
        async with self.works.look() as work:
            return (await jobs.waiting(work.tx))[0]

    async def results(self) -> list[tuple[str, str]]:
        """(id, press) of the messages that tell how jobs ended."""
        async with self.works.begin() as work:
            claimed = await inbox.claim(work.tx, work.now, 100)
            for one in claimed:
                await inbox.done(work.tx, one.id, work.now)
        return [(one.message.id, one.message.press) for one in claimed]

    async def kept(self) -> list[tuple[str, str]]:
        """(kind, why) of everything in the holding pen."""
        async with self.works.look() as work:
            return [(one.kind, one.why) for one in await holding.waiting(work.tx)]

    async def told(self) -> list[str]:
        """What is to be said, in order."""
        found: list[str] = []
        async with self.works.begin() as work:
            while parcels := await outbox.claim(work.tx, "line", work.now, 100):
                found += [outbox.outgoing_from_json(one.payload).text for one in parcels]
                await outbox.sent(work.tx, parcels, work.now)
        return found


def bench(
    database: Database,
    clock: ManualClock,
    chore: Chore,
    channels: Sequence[Channel] = (),
    at_once: int = 2,
) -> Bench:
    works = works_over(database, clock)
    kinds: dict[str, Slow] = {_KIND: chore}
    return Bench(works, clock, chore, Jobs(works, kinds, channels, at_once=at_once))
