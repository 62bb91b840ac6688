"""Outbox → channel: claim, send, have it written down. The only place that sends.

At least once, in order in each chat. What a crash repeats is at most what was on its way: one
message a chat, ``in_flight`` in all.
"""

import asyncio
from datetime import timedelta

import structlog

from bot.channels.base import Channel
from bot.clock import Steps, after, ended, to_the_end
from bot.duties import Held
from bot.handoff import Reservation
from bot.outbox import night
from bot.outbox.attempts import Attempts
from bot.outbox.pace import Pace
from bot.outbox.settling import DutyLost, Sent, Settling
from bot.work import Work, Works
from storage import outbox
from storage.database import Unavailable
from storage.outbox import Kind, Parcel, Priority

log = structlog.get_logger()

#: How long a try may take, in seconds: well within the lease of a claimed row (a minute).
_ANSWER = 45.0

#: How long what is on its way may take to settle when the program stops, in seconds.
_DRAIN = 4.0

#: How long an answer waits for others, to be written down with them, in seconds; less if half of
#: all that may be on their way has come back.
_GATHER = 0.01

#: What the limits still have to count when this program takes over: a group's minute.
_RECENT = timedelta(seconds=61)

#: When a row is looked at again whose chat has a reply in a turn that has not ended, in seconds.
_SOON = 0.05

#: Rows are due to the millisecond; one that was given back is looked for until this much later.
_GRAIN = 0.01


class Delivery:
    """Sends what waits for one channel. One holder among all processes (a duty).

    A claimed row is sent at once; one whose chat may not be written to yet is given back until
    then. So every try ends within its lease, and ``in_flight`` is all that a crash can repeat.
    Nothing is sent once the duty is no longer ours, however long this process was frozen.
    """

    def __init__(
        self,
        works: Works,
        channel: Channel,
        *,
        in_flight: int = 32,
        settling: Settling | None = None,
    ) -> None:
        self._works = works
        self._channel = channel
        self._settling = settling or Settling(channel.name)
        self._pace = Pace(channel.limits)
        self._most = in_flight
        self._steps = Steps(works.clock)
        self._tries: dict[asyncio.Task[None], float] = {}  #: on their way, since when
        self._back: list[Sent] = []  #: answered, not written down yet
        self._gathers = False  #: whether a moment is being waited for more of them
        self._reserved: dict[str, Reservation] = {}  #: chat → room for the reply of a turn at work
        self._claimed = 0  #: rows of an exchange that has not ended
        self._given_back: dict[str, float] = {}  #: chat → when its row may go
        self._asked = self._steady()  #: when the last step began: what may go since, waits for one
        self._attempts = Attempts(works, channel)
        self._held: Held = lambda: True

    async def run(self, held: Held = lambda: True) -> None:
        """Deliver as long as the duty is ``held``; cancelled, it settles what is on its way."""
        wakeup, clock = self._works.wakeups.outgoing(self._channel.name), self._works.clock
        self._held = held
        await self.take_over()
        self.attend()
        try:
            while True:
                if not await to_the_end(self.step()):
                    await wakeup.wait(clock, at_most=self.patience())
        finally:
            self._works.handoff.senders.pop(self._channel.name, None)
            await to_the_end(self.drain())

    def attend(self) -> None:
        """Turns of this process may hand their replies over from now on."""
        self._works.handoff.senders[self._channel.name] = self

    def stand_aside(self) -> None:
        """Another one sends: whatever clock was set, the rows that wait are in its hands."""
        self._steps.forget(self._steps.since())

    def reserve(self, address: str) -> Reservation | None:
        """Room for the reply of a turn, if it could leave right now; see ``bot.handoff``."""
        now, waiting = self._steady(), len(self._reserved) + self._claimed
        if (
            self._room <= self._claimed
            or waiting >= self._pace.room(now)
            or self._pace.free_at(address, now, group=True) > now
            or address in self._reserved
            or self._in_trouble
            or self._steps.since()  # what is claimed now would be shifted with the rest
        ):
            return None
        reserved = self._reserved[address] = Reservation(address)
        return reserved

    def send(self, reserved: Reservation) -> None:
        """The turn is on disk, and its reply is claimed: it leaves at once."""
        self.cancel(reserved)
        attends = self._works.handoff.senders.get(self._channel.name) is self
        if reserved.parcel and attends and not self._in_trouble:
            self._set_off(reserved.parcel)
            return
        if reserved.parcel:
            self._back.append(Sent(reserved.parcel, error=DutyLost("paused, or stopped")))
        self._works.wakeups.outgoing(self._channel.name).set()

    def cancel(self, reserved: Reservation) -> None:
        """The room is for others; saying so twice does no harm."""
        if self._reserved.get(reserved.address) is reserved:
            del self._reserved[reserved.address]
            reserved.over.set_result(None)

    async def drain(self) -> None:
        """Wait for what is on its way, not for ever, and write down what became of it."""
        under_way = [*self._tries, *(one.over for one in self._reserved.values())]
        if under_way and not await ended(under_way, self._works.clock, _DRAIN):
            for task in self._tries:
                task.cancel()
            await asyncio.gather(*self._tries, return_exceptions=True)
        try:
            await self._exchange(claims=False)
        except Unavailable as error:
            log.error("outbox_unavailable", channel=self._channel.name, why=str(error))

    async def step(self) -> bool:
        """Write down what came back, send what may go; True if more may go right now."""
        self._asked = self._steady()
        self._give_up_waiting()
        if self._room <= 0 and not self._back:
            return False
        try:
            claimed, more = await self._exchange()
        except Unavailable as error:
            log.error("outbox_unavailable", channel=self._channel.name, why=str(error))
            return False
        for parcel in claimed:
            self._set_off(parcel)
        return more

    @property
    def idle(self) -> bool:
        """Whether nothing is on its way, and nothing came back that is not written down."""
        return not self._tries and not self._back and not self._reserved

    @property
    def _in_trouble(self) -> bool:
        """Whether a send failed and what follows from it for others is not written down yet."""
        return any(one.error for one in self._back)

    async def take_over(self) -> None:
        """Begin where the last sender stopped: with its limits used up, and with what it held.

        What it had on its way may have gone out a moment ago: it counts as sent now.
        """
        await self._exchange(claims=False)  # what came back when this one was the last sender
        self._pace = Pace(self._channel.limits)
        async with self._works.begin() as work:
            recent = await outbox.recent(work.tx, self._channel.name, work.now - _RECENT)
            if not self._held():
                return
            left = await self._settling.take_over(work)
        now = self._steady()
        for address, at, is_group in (*recent, *((one, work.now, group) for one, group in left)):
            then = now - max(0.0, (work.now - at).total_seconds())
            self._pace.leaves(then)
            self._pace.answered(then)
            self._pace.arrived(address, then, group=is_group)

    def patience(self) -> float:
        """Seconds until it is worth asking again, if nobody rings."""
        now = self._steady()
        self._given_back = {chat: at for chat, at in self._given_back.items() if at > now - _GRAIN}
        due = self._asked + (self._pace.wait(self._asked) or 1.0)
        waits = [1.0, due - now, *(at - now for at in self._given_back.values())]
        return max(0.001, min(waits))

    def _give_up_waiting(self) -> None:
        """A channel that never answers does not keep its row beyond the lease."""
        late = self._steady() - _ANSWER
        for task, since in self._tries.items():
            if since <= late:
                task.cancel()

    @property
    def _room(self) -> int:
        """How many more may be on their way. What came back counts until that is on disk."""
        return self._most - len(self._tries) - len(self._reserved) - len(self._back)

    async def _exchange(self, *, claims: bool = True) -> tuple[list[Parcel], bool]:
        """One transaction: what came back is settled, what may go is claimed."""
        back = tuple(self._back)
        try:
            async with self._works.begin() as work:
                if step := self._steps.since():
                    since = work.now - step - _RECENT
                    await outbox.shift(work.tx, self._channel.name, step, since)
                await self._settling.settle(work, back)
                claimed = await self._claim(work, len(back)) if claims else ([], False)
        finally:
            self._claimed = 0
        del self._back[: len(back)]
        self._steps.forget(step)
        return claimed

    async def _claim(self, work: Work, settled: int) -> tuple[list[Parcel], bool]:
        """Replies go as long as there is room; what can wait only as the pace allows.

        Room is counted here and not before: while this transaction waited for its turn, others have
        kept places. ``settled``: how many that came back are written down with it.
        """
        now, room = self._steady(), self._room + settled
        spare = self._pace.spare(now)
        most = min(room, self._pace.room(now) - len(self._reserved), spare or room)
        if most <= 0 or not self._held():
            return [], False
        lowest = night.lowest(work) if spare else Priority.REPLY
        self._claimed = most
        taken = await outbox.claim(work.tx, self._channel.name, work.now, most, lowest)
        claimed = await night.may_go(work, taken)
        self._claimed = len(claimed)
        turns = [(parcel, self._turn_of(parcel, now)) for parcel in claimed]
        early = [(parcel, after(work.now, at - now)) for parcel, at in turns if at > now]
        if early:
            await outbox.wait(work.tx, early)
        more = len(taken) == most or len(taken) > len(claimed)  # others of their chats are next
        return [parcel for parcel, at in turns if at <= now], more

    def _turn_of(self, parcel: Parcel, now: float) -> float:
        """From when its chat may be written to; remembered if that is later.

        On PostgreSQL a row may be claimed while a turn that cannot be seen yet replies there.
        """
        if parcel.address in self._reserved and parcel.kind is not Kind.ACK:
            self._given_back[parcel.address] = now + _SOON
            return now + _SOON
        if parcel.kind is not Kind.SEND:
            return now
        at = self._pace.free_at(parcel.address, now, group=parcel.is_group)
        if at > now:
            self._given_back[parcel.address] = at
        return at

    def _set_off(self, parcel: Parcel) -> None:
        now = self._steady()
        if parcel.kind is not Kind.ACK:
            self._pace.leaves(now, reply=parcel.priority is Priority.REPLY)
        if parcel.kind is Kind.SEND:
            self._given_back.pop(parcel.address, None)
        task = asyncio.create_task(self._deliver(parcel, now))
        self._tries[task] = now
        task.add_done_callback(self._returned)

    def _returned(self, task: asyncio.Task[None]) -> None:
        del self._tries[task]
        if len(self._back) >= self._most // 2 or self._in_trouble:
            self._works.wakeups.outgoing(self._channel.name).set()
        elif not self._gathers:
            self._gathers = True
            asyncio.get_running_loop().call_later(_GATHER, self._gathered)

    def _gathered(self) -> None:
        self._gathers = False
        self._works.wakeups.outgoing(self._channel.name).set()

    async def _deliver(self, parcel: Parcel, left: float) -> None:
        """One try, begun at ``left``; its outcome waits to be written down."""
        sent = await self._attempts.make(parcel, self._held)
        at = self._steady()
        if parcel.kind is not Kind.ACK:
            self._pace.answered(at, None if sent.error else at - left)
        if parcel.kind is Kind.SEND:
            self._pace.arrived(parcel.address, at, group=parcel.is_group)
        self._back.append(sent)

    def _steady(self) -> float:
        """What limits count in: a clock that somebody sets makes nothing early or late."""
        return self._works.clock.steady()
