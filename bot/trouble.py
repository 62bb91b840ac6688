"""What a stage of the road does in trouble: it writes down what became of a row, and says so."""

from collections.abc import Awaitable, Callable

import structlog

from bot.work import Work, Works
from storage.database import Unavailable

log = structlog.get_logger()

#: How long to wait before the database is asked again, in seconds.
PATIENCE = 1.0


class ManyCrashes(Exception):
    """The program died too often while it worked on this row."""


async def written_down(
    works: Works, write: Callable[[Work], Awaitable[object]], at_most: float
) -> Unavailable | None:
    """Write in a transaction of its own as soon as the database can, for ``at_most`` seconds.

    Returns the trouble where that was not enough: then the lease of the row ends by itself.
    """
    end = works.clock.steady() + at_most
    while True:
        try:
            async with works.begin() as work:
                await write(work)
            return None
        except Unavailable as error:
            if works.clock.steady() >= end:
                return error
        await works.clock.sleep(PATIENCE)


async def tell_if_possible(work: Work, telling: Awaitable[None]) -> None:
    """Say that it went wrong; where even that breaks, what was written before stands."""
    try:
        async with work.tx.savepoint():
            await telling
    except Unavailable:
        raise
    except Exception:
        log.exception("trouble_not_told")
