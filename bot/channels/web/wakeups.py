"""Waking the open pages of a chat, in this process and in the others."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class PageWakeUps:
    """Pages that are subscribed to a chat are woken when it changes; nothing is kept for others."""

    def __init__(self) -> None:
        self.publish: Callable[[str], None] = lambda _chat: None  #: tells the other processes
        self._subscribed: dict[str, set[asyncio.Event]] = {}
        self.closed = False

    def notify(self, chat: str) -> None:
        self.received(chat)
        self.publish(chat)

    def received(self, chat: str) -> None:
        """Wake the pages of this process."""
        for event in self._subscribed.get(chat, ()):
            event.set()

    def close(self) -> None:
        """Wake everybody, for good: they see ``closed`` and go home."""
        self.closed = True
        for chat in list(self._subscribed):
            self.received(chat)

    def open(self) -> None:
        self.closed = False

    @contextmanager
    def subscribed(self, chat: str) -> Iterator[asyncio.Event]:
        """An event that is set at each change; clear it before looking at what changed."""
        event = asyncio.Event()
        self._subscribed.setdefault(chat, set()).add(event)
        try:
            yield event
        finally:
            self._subscribed[chat].discard(event)
            if not self._subscribed[chat]:
                del self._subscribed[chat]


async def wait(event: asyncio.Event, seconds: float) -> bool:
    """Wait for the event, but not for ever; True if it was set."""
    try:
        async with asyncio.timeout(seconds):
            return await event.wait()
    except TimeoutError:
        return False
