"""Wake-ups: whoever waits for rows is woken when there are some, here and in other processes.

They only save waiting. Whoever waits looks by itself as well, so one that is lost costs a second,
and nothing else.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.clock import Clock

#: Receives what another process has published: the rest of the name, behind its kind.
Receive = Callable[[str], None]


class WakeUp:
    """An event for one loop, with a longest wait; set before the wait, it is not lost."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def set(self) -> None:
        self._event.set()

    async def wait(self, clock: Clock, at_most: float) -> None:
        """Return when it is set, or after ``at_most`` seconds; it is clear afterwards."""
        if not self._event.is_set():
            timer = asyncio.ensure_future(clock.sleep(at_most))
            timer.add_done_callback(self._is_over)
            try:
                await self._event.wait()
            finally:
                timer.cancel()
        self._event.clear()

    def _is_over(self, timer: "asyncio.Future[None]") -> None:
        if not timer.cancelled():
            self.set()


@dataclass(slots=True)
class WakeUps:
    """One for each loop that waits for rows, and what is to be done for other names.

    A name is ``kind rest``, such as ``out telegram``.
    """

    publish: Callable[[str], None] = lambda _name: None  #: tells the other processes, if there are
    incoming: WakeUp = field(default_factory=WakeUp)
    jobs: WakeUp = field(default_factory=WakeUp)
    _outgoing: dict[str, WakeUp] = field(default_factory=dict)  #: by channel
    _subscribed: dict[str, Receive] = field(default_factory=dict)  #: by kind

    def outgoing(self, channel: str) -> WakeUp:
        """What wakes the one who sends on a channel."""
        return self._outgoing.setdefault(channel, WakeUp())

    def wake_sender(self, channel: str) -> None:
        """Something waits to be said on a channel: wake its sender, in whichever process it is."""
        self.outgoing(channel).set()
        self.publish(f"out {channel}")

    def subscribe(self, kind: str, receive: Receive) -> None:
        """What to do when ``kind rest`` is received."""
        self._subscribed[kind] = receive

    def notify(self, name: str) -> None:
        """Something has changed: known here, and to the other processes."""
        self.received(name)
        self.publish(name)

    def received(self, name: str) -> None:
        """Another process has published something."""
        kind, _, rest = name.partition(" ")
        if kind == "out":
            self.outgoing(rest).set()
        elif receive := self._subscribed.get(kind):
            receive(rest)
