"""Inbox row → one transaction → one handler. One at a time in each chat, chats side by side.

A message that breaks its handler is undone, put in the holding pen, and its sender is told once;
those behind it go on. Trouble with the disk breaks nothing: the message is worked on again.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

import structlog

from bot import spoken
from bot.clock import ended, to_the_end
from bot.domain.errors import Refused
from bot.domain.messages import Happened, Inbound
from bot.i18n import HOME
from bot.routes import Routes
from bot.services.people import chats
from bot.trouble import PATIENCE, ManyCrashes, tell_if_possible, written_down
from bot.turn import Turn
from bot.understanding.sentences import looks_like_a_question
from bot.work import Work, Works
from storage import conversations, holding, inbox
from storage.database import Unavailable
from storage.inbox import Claimed

log = structlog.get_logger()

#: While the database cannot write, what became of a message is tried again for so many seconds:
#: fewer than its lease has, which is twenty.
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
                    await refuse(work, message, refusal)

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


async def take_turn(work: Work, routes: Routes, message: Inbound) -> None:
    """Find the person and the handler, and let it work. Raises Refused with the work half done."""
    if await chats.was_all(work, message):
        return
    turn = await _begin(work, message)
    await _handle(turn, routes)
    await chats.acknowledge(work, message)
    await _end(turn)


async def refuse(work: Work, message: Inbound, refusal: Refused) -> None:
    """Say what to do instead."""
    turn = await _begin(work, message)
    await turn.say(refusal.key, **refusal.args_for_text)
    await chats.acknowledge(work, message)
    await _end(turn)


async def _begin(work: Work, message: Inbound) -> Turn:
    person = await chats.person_behind(work, message)
    address = str(message.address)
    conversation = await conversations.get(work.tx, address, message.sender)
    if message.group and work.voice.numbers(message.address.channel):
        told = await conversations.get(work.tx, address, message.address.chat)
        conversation = replace(conversation, choices=told.choices)  # all of them read the same
    elif message.happened is not Happened.DONE:
        work.shown[address] = []  # numbers begin anew
    return Turn(work=work, person=person, message=message, conversation=conversation)


async def _end(turn: Turn) -> None:
    """Remember the step, and the buttons that were shown, for those who answer with a number."""
    if turn.forget:
        await conversations.forget(turn.work.tx, turn.address)
        return
    if shown := turn.work.shown.get(turn.address) or turn.shown:
        turn.conversation = replace(turn.conversation, choices=tuple(shown))
    await conversations.put(turn.work.tx, turn.conversation, turn.work.now)


async def _handle(turn: Turn, routes: Routes) -> None:
    """Let the handler work, then every journey it hands over to."""
    await _begun(turn, routes)
    while turn.onward:
        way = turn.onward.pop(0)
        await (routes.ways.get(way) or routes.prompts[way])(turn)


async def _begun(turn: Turn, routes: Routes) -> None:
    message = turn.message
    if message.happened is Happened.OPENED:
        await routes.opened(turn)
    elif message.happened is Happened.EDITED:
        await routes.edited(turn)
    elif message.happened is Happened.DONE:
        action, _, argument = message.press.partition(":")
        await routes.done[action](turn, argument)
    elif message.start:
        await routes.start(turn, message.start)
    elif message.press:
        await _press(turn, routes, message.press)
    else:
        await _said(turn, routes)


async def _press(turn: Turn, routes: Routes, data: str) -> None:
    action, _, argument = data.partition(":")
    if action == "back" and (prompt := routes.prompts.get(turn.data.get("back", ""))):
        await prompt(turn)
    elif action == "fill" and turn.conversation.step in routes.steps:
        turn.message = turn.message_with(turn.data.get("typed", ""))
        await routes.steps[turn.conversation.step](turn)
    elif action in routes.presses:
        await routes.presses[action](turn, argument)
    else:
        await routes.lost(turn)


async def _said(turn: Turn, routes: Routes) -> None:
    """Words: a command, a choice by number or name, danger, or anything else."""
    private = not turn.message.group
    if (handler := spoken.command(turn, routes)) is not None:
        await handler(turn)
    elif chosen := turn.chosen(by_number=turn.conversation.step not in routes.numbers):
        first, *others = chosen
        await (routes.unclear(turn, first.label) if others else _press(turn, routes, first.data))
    elif not (private and await spoken.heeded(turn, routes)):
        await _told(turn, routes, private=private)


async def _told(turn: Turn, routes: Routes, *, private: bool) -> None:
    """A reply, a file, a main label, the step that waits, or free words."""
    if (subject := await spoken.replied_to(turn)) and subject.kind in routes.replies:
        await routes.replies[subject.kind](turn, str(subject.subject_id))
    elif private and turn.message.attachments and (use := routes.files(turn)):
        await use(turn)
    elif private and (found := spoken.label(turn, routes)):
        await found
    elif turn.conversation.step in routes.steps:
        await _fill(turn, routes)
    elif turn.message.to_bot and turn.person.is_official:
        await routes.unmatched(turn)
    else:
        await (routes.fallback if private else routes.group)(turn)


async def _fill(turn: Turn, routes: Routes) -> None:
    step = turn.conversation.step
    long_words = step in routes.short_steps and turn.person.consents
    if long_words and looks_like_a_question(turn.text):
        await routes.which(turn)
    else:
        await routes.steps[step](turn)
