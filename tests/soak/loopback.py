"""The product as a process that can be killed, over a platform that is two files.

The platform keeps what reached it whatever happens to the product: ``heard`` has a line for every
message that arrived, ``arrivals`` what people wrote, ``acknowledged`` how much of it the product
has taken over.
"""

import asyncio
import json
import math
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from bot import app, log
from bot.channels.base import Channel, Limits, Store
from bot.config import load
from bot.domain.messages import Address, Inbound, Outgoing
from bot.running import running
from bot.work import Works

EXAMPLE = Path(__file__).parents[2] / "config.example.toml"

#: Ten in the morning in Trà Vinh: nothing has to wait for the end of quiet hours.
MORNING = datetime(2026, 4, 29, 3, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Town:
    """The files of one installation and of the platform around it."""

    folder: Path

    @property
    def database(self) -> Path:
        return self.folder / "langnghe.db"

    @property
    def arrivals(self) -> Path:
        return self.folder / "arrivals"

    @property
    def acknowledged(self) -> Path:
        return self.folder / "acknowledged"

    @property
    def heard(self) -> Path:
        return self.folder / "heard"

    def heard_lines(self) -> list[tuple[str, str]]:
        """(chat, words) of everything that arrived, in order."""
        lines = self.heard.read_text().splitlines() if self.heard.exists() else []
        return [(chat, words) for chat, words in map(json.loads, lines)]


@dataclass(frozen=True, slots=True)
class Road:
    """To the platform and back."""

    rate: float = math.inf  #: messages a second that it takes
    round_trip: float = 0.02  #: seconds


@dataclass(frozen=True, slots=True)
class DayClock:
    """The machine's clock, moved so that ``begun`` was a morning."""

    begun: datetime

    def now(self) -> datetime:
        return MORNING + (datetime.now(UTC) - self.begun)

    def steady(self) -> float:
        return time.monotonic()

    def worked(self) -> float:
        return 0.0

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class Loopback:
    """``bot.channels.base.Channel`` and ``Polls`` over a town's files."""

    name = "loop"

    def __init__(self, town: Town, road: Road) -> None:
        self.limits = Limits(
            per_second=road.rate, per_chat_second=math.inf, per_group_minute=math.inf, acks=False
        )
        self._town = town
        self._round_trip = road.round_trip
        self._log = os.open(town.heard, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        self._names = count(1)

    async def send(self, chat: str, message: Outgoing) -> str:
        os.write(self._log, (json.dumps([chat, message.text]) + "\n").encode())
        await asyncio.sleep(self._round_trip)
        return f"{os.getpid()}-{next(self._names)}"

    async def edit(self, chat: str, message_id: str, message: Outgoing) -> None:
        await asyncio.sleep(self._round_trip)

    async def acknowledge(self, chat: str, press_id: str) -> None:
        await asyncio.sleep(self._round_trip)

    async def poll(self, store: Store) -> None:
        """Hand over what arrived, ten at a time; what was not acknowledged comes again."""
        lines = self._town.arrivals.read_text().splitlines()
        at = int(self._town.acknowledged.read_text()) if self._town.acknowledged.exists() else 0
        while at < len(lines):
            batch = lines[at : at + 10]
            await store([_inbound(json.loads(line)) for line in batch])
            at += len(batch)
            self._acknowledge(at)
            await asyncio.sleep(self._round_trip)
        await asyncio.Event().wait()

    def _acknowledge(self, at: int) -> None:
        fresh = self._town.acknowledged.with_suffix(".new")
        fresh.write_text(str(at))
        fresh.replace(self._town.acknowledged)


def _inbound(fields: dict[str, str]) -> Inbound:
    chat = fields["chat"]
    return Inbound(
        address=Address("loop", chat), id=fields["id"], sender=chat, at=MORNING, text=fields["text"]
    )


def live(folder: str, begun: str, road: Road) -> None:
    """Run the product until it is killed."""
    log.setup(level="critical")
    asyncio.run(_live(Town(Path(folder)), datetime.fromisoformat(begun), road))


async def _live(town: Town, begun: datetime, road: Road) -> None:
    settings = load(EXAMPLE, {"LANGNGHE_STORAGE__URL": f"sqlite:///{town.database}"})

    def channels(_settings: object, _works: Works) -> Sequence[Channel]:
        return [Loopback(town, road)]

    async with app.opened(settings) as database:
        made = await app.assemble(settings, database, clock=DayClock(begun), channels=channels)
        async with running(made):
            await asyncio.Event().wait()
