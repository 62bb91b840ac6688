"""The delivery over the Telegram that is played, at a time that moves by hand.

The calls are real and take the time they take; pauses, limits and waits pass on the manual clock,
so that a day of storms takes a second. What people hear is counted in their chats.
"""

import asyncio
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace

from bot.channels.base import Limits
from bot.channels.telegram.channel import TelegramBot
from bot.outbox.delivery import Delivery
from bot.outbox.settling import Settling
from bot.work import Works
from storage import addresses, outbox
from storage.database import Database
from storage.outbox import Backlog, Priority, Trouble
from tests.doubles.clock import ManualClock
from tests.doubles.spine import put, until, works_over
from tests.doubles.telegram import Group, TelegramDouble, User
from tests.doubles.telegram_channel import QUICK

#: A pace that never makes anybody wait.
FAST = Limits(per_second=1000, per_chat_second=1000, per_group_minute=60_000)

#: An answer comes at once, or is refused; where none comes at all, this long is waited, in seconds.
#: A busy machine may pause for a while: that is no lost answer, after which a message goes again.
NEVER = 60.0


@dataclass
class PostOffice:
    """A delivery, and those it writes to."""

    works: Works
    clock: ManualClock
    double: TelegramDouble
    limits: Limits
    telegram: TelegramBot
    delivery: Delivery
    no_answer: float = NEVER  #: after so many seconds an answer counts as lost
    chats: list[User | Group] = field(default_factory=list)
    owed: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))  #: by chat

    @property
    def now(self) -> float:
        return self.clock.now().timestamp()

    def people(self, many: int) -> list[User]:
        found = [self.double.user(f"Cô {number}", started=True) for number in range(many)]
        self.chats += found
        return found

    async def groups(self, many: int) -> list[Group]:
        found = [self.double.group(f"Khóm {number}") for number in range(many)]
        async with self.works.begin() as work:
            for group in found:
                await addresses.put(work.tx, f"telegram:{group.id}", work.now, is_group=True)
        self.chats += found
        return found

    async def put(
        self, where: Sequence[User | Group], words: str, priority: Priority = Priority.REPLY
    ) -> None:
        """The same words for several, one message each; each chat's are numbered."""
        async with self.works.begin() as work:
            for one in where:
                numbered = f"{words} {len(self.owed[one.id])}"
                self.owed[one.id].append(numbered)
                await put(work, f"telegram:{one.id}", numbered, priority)

    @property
    def arrived(self) -> int:
        return sum(len(one.heard) for one in self.chats)

    def astray(self) -> dict[int, tuple[list[str], list[str]]]:
        """Chats that did not hear each message once: what is missing, what came too often."""
        found = {}
        for one in self.chats:
            heard, owed = Counter(one.heard), Counter(self.owed[one.id])
            if heard != owed:
                found[one.id] = ([*(owed - heard).elements()], [*(heard - owed).elements()])
        return found

    def out_of_order(self, words: str) -> list[int]:
        """Chats in which such messages came in another order than they were put."""
        return [
            one.id
            for one in self.chats
            if _first_ones(one.heard, words) != _first_ones(self.owed[one.id], words)
        ]

    async def settle(self) -> None:
        """Send all that may go now."""
        while await self.delivery.step() or not self.delivery.idle:
            await self.delivery.drain()

    async def run_for(self, seconds: float) -> None:
        """Let time pass, as ``Delivery.run`` would live through it."""
        await self.run_until(lambda: False, self.now + seconds)

    async def run_until(self, over: Callable[[], bool], end: float) -> None:
        """The same until something is so, or until a moment."""
        await self.settle()
        while not over() and (left := end - self.now) > 0.0001:
            await self.clock.move(seconds=min(left, self.delivery.patience()))
            await self.settle()

    async def restarts(self, url: str = "") -> None:
        """Another program takes over: it knows what is in the database, and nothing else."""
        await self.delivery.drain()
        await self.telegram.close()
        self.telegram, self.delivery = _made(
            self.works, self.double, self.limits, self.no_answer, url
        )
        await self.telegram.open()
        before = self.clock.sleepers
        running = asyncio.create_task(self.delivery.run())
        await until(lambda: self.clock.sleepers > before)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)

    async def waiting(self) -> list[Backlog]:
        async with self.works.look() as work:
            return await outbox.backlog(work.tx)

    async def tried(self) -> list[Trouble]:
        """What waits, and lost a try to that."""
        async with self.works.look() as work:
            return await outbox.stuck(work.tx)

    async def failed(self, most: int = 10_000) -> list[Trouble]:
        async with self.works.look() as work:
            return await outbox.failed(work.tx, most)


def _first_ones(texts: list[str], words: str) -> list[str]:
    """The texts that begin so, each where it stands first."""
    return [one for one in dict.fromkeys(texts) if one.startswith(words)]


def _made(
    works: Works, double: TelegramDouble, limits: Limits, no_answer: float, url: str = ""
) -> tuple[TelegramBot, Delivery]:
    telegram = TelegramBot(
        double.token,
        api_base_url=url or double.url,
        limits=limits,
        timeouts=replace(QUICK, connect=NEVER, write=NEVER, read=no_answer, body=NEVER),
        now=lambda: works.clock.now().timestamp(),
    )
    return telegram, Delivery(works, telegram, settling=Settling(telegram.name, chance=lambda: 1.0))


@asynccontextmanager
async def post_office(
    database: Database, clock: ManualClock, limits: Limits, no_answer: float = NEVER
) -> AsyncIterator[PostOffice]:
    """Open it, beside a Telegram that counts by the same clock."""
    works = works_over(database, clock)
    async with TelegramDouble() as double:
        telegram, delivery = _made(works, double, limits, no_answer)
        office = PostOffice(works, clock, double, limits, telegram, delivery, no_answer)
        await telegram.open()
        try:
            yield office
        finally:
            await office.telegram.close()
        assert double.violations == []
