"""The product's spine alone: the tools of a turn over a real database, and a channel to watch."""

import asyncio
import math
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from bot.channels.base import Limits, degrade, in_one
from bot.clock import Clock
from bot.config import load, read_programme
from bot.domain.messages import Address, Happened, Inbound, Outgoing
from bot.domain.programme import Programme
from bot.i18n import Texts
from bot.outbox.delivery import Delivery
from bot.outbox.settling import Settling
from bot.programme_cache import ProgrammeCache
from bot.voice import Voice
from bot.work import Work, Works
from storage import outbox
from storage.database import Database
from storage.outbox import Kind, Priority
from tests.doubles.clock import ManualClock

EXAMPLE = Path(__file__).parents[2] / "config.example.toml"

FREE = Limits(per_second=math.inf, per_chat_second=math.inf, per_group_minute=math.inf)


@cache
def _texts() -> Texts:
    return Texts.load()


@cache
def _programme() -> Programme:
    return read_programme(load(EXAMPLE, {}).programme, ManualClock().now())


def works_over(database: Database, clock: Clock) -> Works:
    """The tools of a turn, with the example's programme."""

    def fit(
        _channel: str, message: Outgoing, link: str = "", _first: int = 1
    ) -> tuple[Outgoing, ...]:
        return degrade(message, Limits(), link)

    def fit_one(_channel: str, message: Outgoing, _first: int = 1) -> Outgoing:
        return in_one(message, Limits())

    voice = Voice(texts=_texts(), fit=fit, fit_one=fit_one)
    return Works(database=database, clock=clock, voice=voice, cache=ProgrammeCache(_programme()))


@dataclass(slots=True)
class Line:
    """A ``bot.channels.base.Channel`` that keeps what is said, and fails or holds when told."""

    clock: Clock
    limits: Limits = FREE
    name: str = "line"
    said: list[tuple[str, str]] = field(default_factory=list)  #: (chat, words), as they arrived
    times: list[float] = field(default_factory=list)  #: when, in seconds
    changed: list[tuple[str, str, str]] = field(default_factory=list)  #: (chat, message, words)
    acknowledged: list[str] = field(default_factory=list)
    troubles: dict[str, deque[Exception]] = field(default_factory=lambda: defaultdict(deque))
    holds: asyncio.Event | None = None  #: until it is set no try is answered
    under_way: list[str] = field(default_factory=list)  #: chats that wait for an answer
    crowd: int = 0  #: the most that were on their way at once

    async def send(self, chat: str, message: Outgoing) -> str:
        await self._travel(chat)
        self.said.append((chat, message.text))
        self.times.append(self.clock.steady())
        return f"m{len(self.said)}"

    async def edit(self, chat: str, message_id: str, message: Outgoing) -> None:
        await self._travel(chat)
        self.changed.append((chat, message_id, message.text))

    async def acknowledge(self, chat: str, press_id: str) -> None:
        if self.troubles[press_id]:
            raise self.troubles[press_id].popleft()
        self.acknowledged.append(press_id)

    def fails(self, chat: str, *errors: Exception) -> None:
        """The next tries to this chat (or the acks of this press) end so."""
        self.troubles[chat].extend(errors)

    async def _travel(self, chat: str) -> None:
        assert chat not in self.under_way, "two messages to one chat on their way at once"
        self.under_way.append(chat)
        self.crowd = max(self.crowd, len(self.under_way))
        try:
            if self.holds:
                await self.holds.wait()
            if self.troubles[chat]:
                raise self.troubles[chat].popleft()
        finally:
            self.under_way.remove(chat)


@dataclass(slots=True)
class Post:
    """A delivery over a line, moved by hand."""

    works: Works
    clock: ManualClock
    line: Line
    delivery: Delivery

    async def put(
        self,
        chat: str,
        words: str,
        priority: Priority = Priority.REPLY,
        *,
        kind: Kind = Kind.SEND,
        pair: int | None = None,
    ) -> int:
        """Something is to be said; returns its row."""
        async with self.works.begin() as work:
            return await put(work, f"{self.line.name}:{chat}", words, priority, kind, pair)

    async def settle(self) -> None:
        """Send all that may go now."""
        while await self.delivery.step() or not self.delivery.idle:
            await self.delivery.drain()

    async def run_for(self, seconds: float) -> None:
        """Let time pass, as ``Delivery.run`` would live through it."""
        end = self.clock.steady() + seconds
        await self.settle()
        while (left := end - self.clock.steady()) > 0.0001:
            await self.clock.move(seconds=min(left, self.delivery.patience()))
            await self.settle()


def post(
    database: Database,
    clock: ManualClock,
    line: Line,
    in_flight: int = 8,
    *,
    again: bool = True,
) -> Post:
    return post_over(works_over(database, clock), clock, line, in_flight, again=again)


def post_over(
    works: Works, clock: ManualClock, line: Line, in_flight: int = 8, *, again: bool = True
) -> Post:
    """A delivery of its own over what is there."""
    settling = Settling(line.name, again=again, chance=lambda: 1.0)
    delivery = Delivery(works, line, in_flight=in_flight, settling=settling)
    return Post(works, clock, line, delivery)


async def put(
    work: Work,
    address: str,
    words: str,
    priority: Priority = Priority.REPLY,
    kind: Kind = Kind.SEND,
    pair: int | None = None,
) -> int:
    """Words (or a press's name, for an ack) into the outbox."""
    payload = words if kind is Kind.ACK else outbox.outgoing_to_json(Outgoing(text=words))
    return await outbox.put(
        work.tx,
        address=address,
        kind=kind,
        payload=payload,
        now=work.now,
        priority=priority,
        pair=pair,
    )


def said(text: str, *, chat: str = "lan", **fields: object) -> Inbound:
    """Somebody wrote something on the line."""
    given: dict[str, object] = {
        "address": Address("line", chat),
        "id": f"{chat}/{text}",
        "sender": chat,
        "at": ManualClock().now(),
        "text": text,
        "happened": Happened.SAID,
        **fields,
    }
    return Inbound(**given)  # type: ignore[arg-type]


async def until(condition: Callable[[], bool], at_most: float = 10.0) -> None:
    """Let the loop turn until it is so."""
    end = asyncio.get_running_loop().time() + at_most
    while not condition():
        assert asyncio.get_running_loop().time() < end, "it never came about"
        await asyncio.sleep(0.001)
