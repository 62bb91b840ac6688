"""Outbox → channel: claim, send, settle, back off. The only place that sends.

At least once, in order in each chat. What a crash repeats is at most what was on its way: one message
a chat, ``in_flight`` in all.
"""

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from bot.channels.base import Channel
from bot.domain.errors import Gone, Rejected, SendError, TryLater
from bot.domain.messages import Address, Outgoing
from bot.pace import Pace
from bot.services import chats
from bot.work import Works
from storage import broadcasts, outbox, pairs
from storage.database import Tx, Unavailable
from storage.outbox import Kind, Parcel, Priority

log = structlog.get_logger()

#: Longest wait between two tries, in seconds, by who is waiting.
_LONGEST = {Priority.REPLY: 5.0, Priority.NOTICE: 30.0, Priority.BROADCAST: 60.0}

#: How long an acknowledged press is worth telling the platform about.
_ACK_AGE = timedelta(seconds=10)

#: Claimed rows that may wait for their chat's turn, for each one on its way.
_WAITING_ROOM = 4

#: How many tries a message gets before it is given up; about a day at the longest wait.
TRIES = 1_000


@dataclass(slots=True)
class Sent:
    """What a try came to: the channel's name of the message, or the error."""

    external_id: str = ""
    error: SendError | None = None


class Delivery:
    """Sends what waits for one channel. One holder among all processes (a duty)."""

    def __init__(
        self,
        works: Works,
        channel: Channel,
        *,
        in_flight: int = 8,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._works = works
        self._channel = channel
        self._pace = Pace(channel.limits)
        self._slots = asyncio.Semaphore(in_flight)
        self._most = in_flight * _WAITING_ROOM
        self._tasks: set[asyncio.Task[None]] = set()
        self._texts: dict[int, dict[str, Outgoing]] = {}
        self._chance = chance

    async def run(self) -> None:
        """Deliver for ever; cancelled, it settles what is on its way."""
        bell, clock = self._works.bells.out(self._channel.name), self._works.clock
        try:
            while True:
                wait = await self.step()
                if wait > 0:
                    await bell.wait(clock, at_most=wait)
        finally:
            await self.drain()

    async def drain(self) -> None:
        """Wait until everything on its way is settled."""
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def step(self) -> float:
        """Claim what may go now and send it side by side; returns seconds until it is worth asking again."""
        room = self._most - len(self._tasks)
        if room <= 0:
            return 1.0
        try:
            parcels, wait = await self._claim(room)
        except Unavailable as error:
            log.error("outbox_unavailable", why=str(error))
            return 1.0
        for parcel in parcels:
            self._count(parcel)
            task = asyncio.create_task(self._deliver(parcel))
            self._tasks.add(task)
            task.add_done_callback(self._finished)
        return 0.0 if parcels else wait

    async def _claim(self, room: int) -> tuple[list[Parcel], float]:
        """Replies are always claimed; what can wait only as the channel's pace allows."""
        async with self._works.begin() as work:
            pause = await outbox.paused_until(work.tx, f"{self._channel.name}:")
            if pause and pause > work.now:
                return [], min(1.0, (pause - work.now).total_seconds())
            free = self._pace.room(_seconds(work.now))
            lowest = Priority.BROADCAST if free else Priority.REPLY
            parcels = await outbox.claim(
                work.tx, self._channel.name, work.now, min(room, free or room), lowest
            )
            return parcels, min(1.0, self._pace.wait(_seconds(work.now)) or 1.0)

    def _count(self, parcel: Parcel) -> None:
        if parcel.kind is not Kind.ACK:
            now = _seconds(self._works.clock.now())
            self._pace.reserve(now)

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._works.bells.out(self._channel.name).ring()
        if not task.cancelled() and (error := task.exception()):
            log.error("delivery_broken", exc_info=error)

    async def _deliver(self, parcel: Parcel) -> None:
        """Wait for the chat's turn, send, and settle."""
        chat = Address.parse(parcel.address).chat
        if parcel.kind is Kind.SEND:
            await self._wait_for_chat(chat)
        async with self._slots:
            sent = await self._try(parcel, chat)
        await self._settle(parcel, sent)

    async def _wait_for_chat(self, chat: str) -> None:
        clock, group = self._works.clock, chat.startswith("-")
        while wait := self._pace.chat_wait(chat, _seconds(clock.now()), group=group):
            await clock.sleep(wait)
        self._pace.spend(chat, _seconds(clock.now()), group=group)

    async def _try(self, parcel: Parcel, chat: str) -> Sent:
        try:
            return Sent(external_id=await self._send(parcel, chat))
        except SendError as error:
            return Sent(error=error)
        except Exception as error:
            log.exception("channel_broken", row=parcel.id, channel=self._channel.name)
            return Sent(error=Rejected(f"{type(error).__name__} in the channel"))

    async def _send(self, parcel: Parcel, chat: str) -> str:
        if parcel.kind is Kind.ACK:
            if self._works.clock.now() - parcel.created_at < _ACK_AGE:
                await self._channel.acknowledge(chat, parcel.payload)
            return ""
        message = await self._words(parcel)
        if parcel.kind is Kind.EDIT:
            await self._channel.edit(chat, await self._target(parcel), message)
            return ""
        return await self._channel.send(chat, message)

    async def _words(self, parcel: Parcel) -> Outgoing:
        """The parcel's own words, or those of its broadcast in its language."""
        if parcel.broadcast is None:
            return outbox.outgoing_from_json(parcel.payload)
        texts = self._texts.get(parcel.broadcast)
        if texts is None:
            async with self._works.database.reading() as tx:
                texts = await broadcasts.texts(tx, parcel.broadcast)
            self._texts = {parcel.broadcast: texts}
        return texts.get(parcel.language) or next(iter(texts.values()))

    async def _target(self, parcel: Parcel) -> str:
        async with self._works.database.reading() as tx:
            pair = await pairs.get(tx, parcel.pair or 0)
        if pair is None or not pair.external_id:
            raise Rejected("the message to change was never sent")
        return pair.external_id

    async def _settle(self, parcel: Parcel, sent: Sent) -> None:
        """Write down what became of a row. Until that is possible, nothing else goes to this chat."""
        while True:
            try:
                async with self._works.begin() as work:
                    await self._write_down(work.tx, parcel, sent, work.now)
                return
            except Unavailable as error:
                log.error("settle_again", row=parcel.id, why=str(error))
                await self._works.clock.sleep(1.0)

    async def _write_down(self, tx: Tx, parcel: Parcel, sent: Sent, now: datetime) -> None:
        match sent.error:
            case None:
                await outbox.sent(tx, parcel.id, sent.external_id, now)
                if parcel.pair and parcel.kind is Kind.SEND:
                    await pairs.named(tx, parcel.pair, sent.external_id)
            case Gone() as gone:
                await self._closed(tx, parcel, gone, now)
            case TryLater() as trouble if parcel.kind is not Kind.ACK and parcel.attempts < TRIES:
                await self._again(tx, parcel, trouble, now)
            case SendError() as error:
                log.warning("message_failed", row=parcel.id, kind=parcel.kind, why=error.why)
                await outbox.fail(tx, parcel.id, error.why, now)

    async def _closed(self, tx: Tx, parcel: Parcel, gone: Gone, now: datetime) -> None:
        """A closed chat gets nothing more; one that moved is followed, with all that waits for it."""
        if gone.moved_to:
            after = str(Address(self._channel.name, gone.moved_to))
            await outbox.later(tx, parcel.id, now, gone.why, counts=False)
            await chats.move_everything(tx, parcel.address, after)
        else:
            log.info("chat_closed", row=parcel.id, why=gone.why)
            await chats.close_everything(tx, parcel.address, gone.why, now)

    async def _again(self, tx: Tx, parcel: Parcel, trouble: TryLater, now: datetime) -> None:
        """Wait as the platform says, and remember that across restarts; otherwise back off."""
        if trouble.after is not None:
            until = now + timedelta(seconds=trouble.after)
            where = f"{self._channel.name}:" if trouble.whole_channel else parcel.address
            await outbox.pause(tx, where, until, trouble.why)
            await outbox.later(tx, parcel.id, until, trouble.why, counts=False)
        else:
            wait = self._back_off(parcel)
            await outbox.later(tx, parcel.id, now + timedelta(seconds=wait), trouble.why)

    def _back_off(self, parcel: Parcel) -> float:
        """Seconds, doubling from one half, never longer than who waits can bear; a quarter is chance."""
        longest = _LONGEST[parcel.priority]
        wait = min(longest, 0.5 * 2 ** min(parcel.attempts - 1, 12))
        return float(wait * (0.75 + 0.25 * self._chance()))


def _seconds(moment: datetime) -> float:
    return moment.timestamp()
