"""A table of (how often, what). APScheduler only ticks: what is due is decided by rows."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.services import asking, broadcasting, housekeeping, pen, registration, relay
from bot.work import Work, Works
from storage.database import Unavailable

log = structlog.get_logger()

#: Drafts whose writer never pressed *Gửi* are sent after this.
FORGOTTEN_AFTER = timedelta(minutes=30)


async def _file_forgotten(work: Work) -> int:
    return await asking.file_forgotten(work, FORGOTTEN_AFTER)


async def _forget(work: Work) -> None:
    await housekeeping.forget_finished(work)


@dataclass(frozen=True, slots=True)
class Tick:
    """One service and how often it is asked whether something is due."""

    seconds: int
    service: Callable[[Work], Awaitable[int | None]]


TABLE = (
    Tick(1, relay.tell_due),
    Tick(1, relay.tell_heard),
    Tick(1, broadcasting.step),
    Tick(5, housekeeping.send_deferred),
    Tick(60, _file_forgotten),
    Tick(60, registration.remind),
    Tick(60, pen.tell_waiting),
    Tick(600, housekeeping.erase_unconsented),
    Tick(3600, _forget),
    Tick(3600, housekeeping.forget_contacts),
)


async def perform(works: Works, tick: Tick) -> None:
    """Do what is due, a transaction at a time, until nothing is."""
    try:
        while True:
            async with works.begin() as work:
                if not await tick.service(work):
                    return
    except Unavailable as error:
        log.error("tick_unavailable", service=tick.service.__name__, why=str(error))


def schedule(works: Works) -> AsyncIOScheduler:
    """The ticks, not started yet. One that comes late is still taken; two that pile up are one."""
    scheduler = AsyncIOScheduler(
        timezone=works.shelf.programme.zone,
        job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
    )
    for tick in TABLE:
        scheduler.add_job(perform, "interval", (works, tick), seconds=tick.seconds)
    return scheduler
