"""Inbox row → one transaction → one turn. One at a time in each chat, chats side by side.

A message that breaks its handler is undone, put in the holding pen, and its sender is told once;
those behind it go on. Trouble with the disk breaks nothing: the message is worked on again.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

import structlog

from bot.clock import ended, to_the_end
from bot.domain.errors import Refused
from bot.i18n import HOME
from bot.inbox.taking_turns import refuse, take_turn
from bot.routes import Routes
from bot.services.people import chats
from bot.trouble import PATIENCE, ManyCrashes, tell_if_possible, written_down
from bot.work import Work, Works
from storage import holding, inbox
from storage.database import Unavailable
from storage.inbox import Claimed

log = structlog.get_logger()

#: While the database cannot write, what became of a message is tried again for so many seconds:
#: fewer than its lease has (``until`` of ``storage/inbox.sql``).
_TROUBLE = 15.0

#: How long turns that have begun may take when the program stops, in seconds.
_DRAIN = 4.0

#: A message that was in work this many times when the program died is worked on no more.
_CRASHES = 10


class Dispatch:
    """Takes messages out of the inbox and has each of them worked on."""

    def __init__(self, works: Works, routes: Routes, *, at_once: int = 32) -> None:
        self._works = works
        self._routes = routes
        self._at_once = at_once
        self._turns: set[asyncio.Task[None]] = set()
        self._reserved = 0  #: turns reserved for what is just being stored

    async def run(self) -> None:
        """Work for ever; cancelled, it lets the turns that have begun finish."""
        wakeup, clock = self._works.wakeups.incoming, self._works.clock
        self.attend()
        step = asyncio.ensure_future(self.step())
        try:
            while True:
                if not await asyncio.shield(step):
                    await wakeup.wait(clock, at_most=1.0)
                step = asyncio.ensure_future(self.step())
        finally:
            self._works.handoff.dispatcher = None
            await to_the_end(self._stop(step))

    def attend(self) -> None:
        """What arrives in this process may be handed over from now on."""
        self._works.handoff.dispatcher = self

    def reserve(self, many: int) -> int:
        """Room for turns; see ``bot.handoff``."""
        room = max(0, min(many, self._at_once - len(self._turns) - self._reserved))
        self._reserved += room
        return room

    def begin(self, reserved: int, claimed: Sequence[Claimed] = ()) -> None:
        """Take the turns of what was stored. Once we have stopped, a new start finds it."""
        self._reserved -= reserved
        if len(claimed) < reserved:  # others may have found no room meanwhile
            self._works.wakeups.incoming.set()
        if self._works.handoff.dispatcher is self:
            for one in claimed:
                self._begin_turn(one)

    async def _stop(self, step: "asyncio.Task[bool]") -> None:
        """What a last step has claimed is worked on too; it may have to wait for a turn to end."""
        await self.drain()
        await asyncio.gather(step, return_exceptions=True)
        await self.drain()

    @property
    def idle(self) -> bool:
        """Whether no turn is being taken."""
        return not self._turns and not self._reserved

    async def drain(self) -> None:
        """Wait for the turns that have begun, not for ever; those that take too long are undone."""
        if self._turns and not await ended(self._turns, self._works.clock, _DRAIN):
            for turn in self._turns:
                turn.cancel()
            await asyncio.gather(*self._turns, return_exceptions=True)

    async def step(self) -> bool:
        """Begin the turns that may begin now; True if there may be more of them."""
        room = self._at_once - len(self._turns) - self._reserved
        if room <= 0:
            return False
        try:
            async with self._works.begin() as work:
                claimed = await inbox.claim(work.tx, work.now, room)
        except Unavailable as error:
            log.error("inbox_unavailable", why=str(error))
            return False
        for one in claimed:
            self._begin_turn(one)
        return len(claimed) == room

    def _begin_turn(self, claimed: Claimed) -> None:
        turn = asyncio.create_task(self._work_on(claimed))
        self._turns.add(turn)
        turn.add_done_callback(self._ended)

    def _ended(self, turn: asyncio.Task[None]) -> None:
        if len(self._turns) + self._reserved >= self._at_once:
            self._works.wakeups.incoming.set()
        self._turns.discard(turn)

    async def _work_on(self, claimed: Claimed) -> None:
        """One message: everything it causes is kept, or nothing."""
        structlog.contextvars.bind_contextvars(turn=claimed.id)  # in the context of this task alone
        try:
            if claimed.attempts > _CRASHES:
                raise ManyCrashes
            await self._take_turn(claimed)
        except Unavailable as error:
            log.error("turn_again", why=str(error))
            await self._works.clock.sleep(PATIENCE)
            await self._written_down(lambda work: inbox.again(work.tx, claimed))
        except Exception as error:
            why = type(error).__name__
            log.exception("turn_broken", why=why)
            await self._written_down(lambda work: _set_aside(work, claimed, why))

    async def _take_turn(self, claimed: Claimed) -> None:
        """A refusal undoes the whole turn; another one says what to do instead."""
        message = claimed.message
        try:
            async with self._works.begin() as work:
                if await self._marks_done(work, claimed):
                    await take_turn(work, self._routes, message)
        except Refused as refusal:
            async with self._works.begin() as work:
                if await self._marks_done(work, claimed):
                    await refuse(work, self._routes, message, refusal)

    async def _marks_done(self, work: Work, claimed: Claimed) -> bool:
        """Mark a message as done; False if somebody else has taken it in between."""
        behind = await inbox.done(work.tx, claimed.id, work.now)
        if behind:
            work.tx.after_commit(self._works.wakeups.incoming.set)
        return behind is not None

    async def _written_down(self, write: Callable[[Work], Awaitable[object]]) -> None:
        """Write down what became of it as soon as it can be; at the latest its lease ends."""
        if trouble := await written_down(self._works, write, _TROUBLE):
            log.error("turn_waits_for_its_lease", why=str(trouble))
        self._works.wakeups.incoming.set()


async def _set_aside(work: Work, claimed: Claimed, why: str) -> None:
    """Into the holding pen, and the sender is told; if even that breaks, at least the first."""
    if not await inbox.fail(work.tx, claimed, why, work.now):
        return  # its lease had run out, and another one took it up
    await holding.put(work.tx, holding.BROKEN, claimed.address, claimed.payload, why, work.now)
    await tell_if_possible(work, _tell_of_trouble(work, claimed))


async def _tell_of_trouble(work: Work, claimed: Claimed) -> None:
    """Say that it broke; not in a group, where it may have been meant for nobody."""
    await chats.acknowledge(work, claimed.message)
    if claimed.message.group:
        return
    person = await chats.who(work, claimed.address)
    language = person.language if person else HOME
    await work.send(claimed.address, work.voice.render(language, "something-broke"), reply=True)
