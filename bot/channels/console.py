"""A chat in the terminal: lines in, lines out. For trying things, and where no browser is."""

import asyncio
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TextIO

from bot.channels.base import Limits, Store
from bot.domain.messages import Address, Inbound, Outgoing


class Console:
    """One person at a terminal. Buttons are written as numbers; a changed card is shown again."""

    name = "console"
    limits = Limits(
        text=4000, buttons=False, edits=True, acks=False, per_second=1000, per_chat_second=1000
    )

    def __init__(
        self,
        *,
        source: TextIO = sys.stdin,
        sink: TextIO = sys.stdout,
        chat: str = "terminal",
        start: str = "",
        folder: Path = Path(),
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._source = source
        self._sink = sink
        self._chat = chat
        self._start = start
        self._folder = folder
        self._now = now
        self._ids = count(1)
        self._run = int(now().timestamp() * 1000)

    async def poll(self, store: Store) -> None:
        """Read lines until the input ends; the first words are ``/start``."""
        await store([self._inbound("" if self._start else "/start", start=self._start)])
        while line := await asyncio.to_thread(self._source.readline):
            if line.strip():
                await store([self._inbound(line.strip())])

    async def send(self, chat: str, message: Outgoing) -> str:
        """Print it; messages for other chats are ignored."""
        if chat == self._chat:
            self._sink.write(f"\n{message.text}\n\n> ")
            self._sink.flush()
        return f"{self._run}-{next(self._ids)}"

    async def send_file(self, chat: str, message: Outgoing, content: bytes) -> str:
        """Put the file into the folder, beside what is there, and tell where it is."""
        if chat == self._chat and message.file:
            path = await asyncio.to_thread(_put, self._folder, message.file.name, content)
            message = replace(message, text=f"{message.text}\n→ {path}".strip())
        return await self.send(chat, message)

    async def edit(self, chat: str, message_id: str, message: Outgoing) -> None:
        await self.send(chat, message)

    async def acknowledge(self, chat: str, press_id: str) -> None:
        """Nothing is waiting for it."""

    def _inbound(self, text: str, *, start: str = "") -> Inbound:
        name = f"{self._run}-{next(self._ids)}"
        return Inbound(
            address=Address(self.name, self._chat),
            id=name,
            message_id=name,
            sender=self._chat,
            at=self._now(),
            text=text,
            start=start,
        )


def _put(folder: Path, name: str, content: bytes) -> Path:
    """Write a new file; where its name is taken it gets a number."""
    path = folder / name
    for number in count(2):
        try:
            with path.open("xb") as file:
                file.write(content)
        except FileExistsError:
            path = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
        else:
            break
    return path
