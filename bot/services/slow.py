"""Slow work: a row is put inside a turn, the work is done outside of any, its end is a turn again.

A kind of slow work is an async function that is handed its ``Task``. It may wait for networks and
compute, in a thread where that takes long (``in_thread``), and returns an ``Ending``. What the
ending writes is kept together with the fact that the work is done, or not at all; until then a
crash repeats the work, so nothing before it may leave traces.
"""

import asyncio
import threading
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, TypeVar

from bot.domain.jobs import JobKind
from bot.voice import Buttons
from bot.work import Work, Works
from storage import jobs, pairs

T = TypeVar("T")

#: The bytes of a file that came in a channel: (channel, the channel's name of the file).
Fetch = Callable[[str, str], Awaitable[bytes]]

#: Writes the result of the work; returns what its chat hears of it, ``action:argument`` as on a
#: button (its ``JobKind`` is a key of ``Routes.done``), or nothing.
Ending = Callable[[Work], Awaitable[str]]

#: How often a message may change that tells how far the work has come, in seconds.
_SELDOM = 1.0


@dataclass(slots=True, kw_only=True)
class Task:
    """One piece of slow work, as it is handed to the function that does it."""

    id: int
    works: Works
    address: str  #: the chat that waits for it
    given: Mapping[str, Any]  #: what ``put`` was given
    fetch: Fetch
    _told_at: float = field(default=-_SELDOM, init=False)

    async def progress(self, language: str, key: str, **args: Any) -> None:
        """Change the message that announced the work (``subject``), at most once a second."""
        now = self.works.clock.steady()
        if now - self._told_at < _SELDOM:
            return
        self._told_at = now
        async with self.works.begin() as work:
            for pair in await pairs.live_cards(work.tx, subject(self.id)):
                await work.change(pair, work.voice.render(language, key, **args))

    async def say(
        self, work: Work, language: str, key: str, buttons: Buttons = (), **args: Any
    ) -> None:
        """Tell the chat the result; at night too, for somebody waits for it."""
        message = work.voice.render(language, key, buttons, **args)
        await work.send(self.address, message, urgent=True)


#: A kind of slow work. A Refused is told to the person; after any other error it is tried again.
Slow = Callable[[Task], Awaitable[Ending]]


async def put(work: Work, kind: JobKind, address: str, **given: Any) -> int:
    """Have something done outside of this turn, for a chat; returns the number of the job."""
    job = await jobs.put(work.tx, kind, {"address": address, "given": given}, work.now)
    work.tx.after_commit(work.wakeups.jobs.set)
    return job


def subject(job: int) -> str:
    """What a message is about that shows how far a job has come."""
    return f"job:{job}"


async def imported(*modules: str) -> None:
    """Have modules imported beside the loop: some take a tenth of a second, once in a life.

    What needs them imports them by name where it does, at no cost then. Always in a thread: what
    another one is just importing is known by its name before it is all there.
    """

    def all_of_them() -> None:
        for module in modules:
            import_module(module)

    await in_thread(all_of_them)


async def in_thread(call: Callable[[], T]) -> T:
    """Compute beside the loop. A program that stops does not wait for it."""
    came_to: Future[T] = Future()

    def run() -> None:
        came_to.set_running_or_notify_cancel()
        try:
            came_to.set_result(call())
        except BaseException as error:
            came_to.set_exception(error)

    threading.Thread(target=run, daemon=True).start()
    return await asyncio.wrap_future(came_to)
