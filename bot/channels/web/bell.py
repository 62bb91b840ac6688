"""Waking the open pages of a chat, in this process and in the others."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Bell:
    """Whoever listens is woken when their chat changes. A ring that nobody hears is not kept."""

    def __init__(self) -> None:
        self.abroad: Callable[[str], None] = lambda _chat: None  #: tells the other processes
        self._listening: dict[str, set[asyncio.Event]] = {}
        self.closed = False

    def ring(self, chat: str) -> None:
        self.rung(chat)
        self.abroad(chat)

    def rung(self, chat: str) -> None:
        """Wake the pages of this process."""
        for event in self._listening.get(chat, ()):
            event.set()

    def close(self) -> None:
        """Wake everybody, for good: they see ``closed`` and go home."""
        self.closed = True
        for chat in list(self._listening):
            self.rung(chat)

    def open(self) -> None:
        self.closed = False

    @contextmanager
    def listening(self, chat: str) -> Iterator[asyncio.Event]:
        """An event that is set at each ring; clear it before looking at what changed."""
        event = asyncio.Event()
        self._listening.setdefault(chat, set()).add(event)
        try:
            yield event
        finally:
            self._listening[chat].discard(event)
            if not self._listening[chat]:
                del self._listening[chat]


async def wait(event: asyncio.Event, seconds: float) -> bool:
    """Wait for the event, but not for ever; True if it was set."""
    try:
        async with asyncio.timeout(seconds):
            return await event.wait()
    except TimeoutError:
        return False
