"""The updates Telegram holds for the bot until it is told that it may forget them."""

import asyncio
import random
import time
from collections import deque
from collections.abc import Callable
from itertools import islice
from typing import Any, TypeVar

import orjson

T = TypeVar("T")


class Pulse:
    """Wakes everybody who waits for something to become true."""

    def __init__(self) -> None:
        self._beat = asyncio.Event()

    def beat(self) -> None:
        self._beat.set()
        self._beat = asyncio.Event()

    async def until(self, found: Callable[[], T | None], within: float) -> T | None:
        """What ``found`` returns once that is neither None nor false; None when time is up."""
        try:
            async with asyncio.timeout(within):
                while not (what := found()):
                    await self._beat.wait()
                return what
        except TimeoutError:
            return found() or None


class Updates:
    """A queue of (number, bytes). Numbers grow; an acknowledgement drops everything before it."""

    def __init__(self, pulse: Pulse, seed: int) -> None:
        self.acknowledged = 0  #: the highest offset the bot has named
        self.acknowledged_at: deque[tuple[int, float]] = deque(maxlen=100_000)
        self.shuffled = False
        self.twice = 0.0  #: the part of updates that comes twice
        self.lost_acknowledgements = 0  #: how many of the next ones are not heard
        self._pulse = pulse
        self._random = random.Random(seed)
        self._next = 1_000
        self._held: deque[tuple[int, bytes]] = deque()

    def __len__(self) -> int:
        return len(self._held)

    def add(self, update: dict[str, Any] | bytes) -> int:
        """Queue an update. Bytes are sent as they are, with ``%d`` for the number."""
        number = self._next
        self._next += 1
        if isinstance(update, dict):
            raw = orjson.dumps({"update_id": number, **update})
        else:
            raw = update.replace(b"%d", str(number).encode())
        self._held.append((number, raw))
        self._pulse.beat()
        return number

    def acknowledge(self, offset: int) -> None:
        """Forget what comes before ``offset``, unless this acknowledgement is to be lost."""
        if self.lost_acknowledgements and self._held and self._held[0][0] < offset:
            self.lost_acknowledgements -= 1
            return
        while self._held and self._held[0][0] < offset:
            self._held.popleft()
        if offset > self.acknowledged:
            self.acknowledged = offset
            self.acknowledged_at.append((offset, time.monotonic()))
            self._pulse.beat()

    def oldest(self, limit: int) -> list[tuple[int, bytes]]:
        """What a webhook is told first."""
        return list(islice(self._held, limit))

    def batch(self, limit: int) -> list[bytes]:
        """What is handed out now; it stays held."""
        updates = [update for _, update in islice(self._held, limit)]
        if self.twice:
            updates += [update for update in updates if self._random.random() < self.twice]
        if self.shuffled:
            self._random.shuffle(updates)
        return updates
