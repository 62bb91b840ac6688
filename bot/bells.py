"""Bells: whoever waits for rows is woken when there are some, in this process and in the others.

A bell only saves waiting. Whoever waits looks by itself as well, so a ring that is lost costs a
second, and nothing else.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.clock import Clock

#: Hears what another process rings for: the rest of the name, behind its kind.
Hears = Callable[[str], None]


class Bell:
    """Wakes whoever waits for something to do; a bell that rang before the wait is heard too."""

    def __init__(self) -> None:
        self._rang = asyncio.Event()

    def ring(self) -> None:
        self._rang.set()

    async def wait(self, clock: Clock, at_most: float) -> None:
        """Return when it rings, or after ``at_most`` seconds."""
        if not self._rang.is_set():
            timer = asyncio.ensure_future(clock.sleep(at_most))
            timer.add_done_callback(self._is_over)
            try:
                await self._rang.wait()
            finally:
                timer.cancel()
        self._rang.clear()

    def _is_over(self, timer: "asyncio.Future[None]") -> None:
        if not timer.cancelled():
            self.ring()


@dataclass(slots=True)
class Bells:
    """One bell for each loop that waits for rows."""

    abroad: Callable[[str], None] = lambda _name: None  #: tells the other processes, if there are
    incoming: Bell = field(default_factory=Bell)
    jobs: Bell = field(default_factory=Bell)
    _outgoing: dict[str, Bell] = field(default_factory=dict)  #: by channel
    _hearing: dict[str, Hears] = field(default_factory=dict)  #: by kind

    def out(self, channel: str) -> Bell:
        """The bell of the one who sends on a channel."""
        return self._outgoing.setdefault(channel, Bell())

    def call(self, channel: str) -> None:
        """Something waits to be said on a channel: wake its sender, in whichever process it is."""
        self.out(channel).ring()
        self.abroad(f"out {channel}")

    def hear(self, kind: str, hears: Hears) -> None:
        """What to do when another process rings ``kind something``."""
        self._hearing[kind] = hears

    def rung(self, name: str) -> None:
        """Another process rang."""
        kind, _, rest = name.partition(" ")
        if kind == "out":
            self.out(rest).ring()
        elif hears := self._hearing.get(kind):
            hears(rest)
