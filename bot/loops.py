"""Loops that go on for as long as the program does."""

from collections.abc import Awaitable, Callable

import structlog

from bot.clock import Clock

log = structlog.get_logger()

Loop = Callable[[], Awaitable[None]]

#: How soon a loop that broke begins again, in seconds.
_AGAIN = 1.0


async def endless(name: str, run: Loop, clock: Clock) -> None:
    """Run it until this is cancelled: what breaks it is told in the log, and it begins again.

    Nobody waits for these loops, so one that ended would not be missed: people would write, and
    nothing would be worked on any more.
    """
    while True:
        try:
            await run()
            return  # nothing is left for it to do, as listening where there is one program
        except Exception:
            log.exception("loop_broken", loop=name)
        await clock.sleep(_AGAIN)
