"""A table of (how often, what). APScheduler only ticks: what is due is decided by rows."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger

from bot.clock import Clock
from bot.domain.values import dataclass
from bot.services.answers import commitment_news, commitments, ends
from bot.services.asking import asking
from bot.services.dispatches import dispatches
from bot.services.hall import closing
from bot.services.queues import calling, comparing, ladder, pen, succession
from bot.services.relay import broadcasting, catching_up, following_up, relay, visits
from bot.services.residents import old_households
from bot.services.seats import offers, reminding, seating, short_lists
from bot.services.sessions import housekeeping, news_by_hand, panel, panel_papers, session_news
from bot.work import Work, Works
from storage.database import Unavailable

log = structlog.get_logger()

#: Drafts whose writer never pressed *Gửi* are sent after this.
FORGOTTEN_AFTER = timedelta(minutes=30)


async def _file_forgotten(work: Work) -> int:
    return await asking.file_forgotten(work, FORGOTTEN_AFTER)


@dataclass(frozen=True, slots=True)
class Tick:
    """One service and how often it is asked whether something is due."""

    seconds: int
    service: Callable[[Work], Awaitable[int | None]]


@dataclass(frozen=True, slots=True)
class Unhurried:
    """A service that opens its own transactions, and rests as it likes; True while more is due."""

    seconds: int
    service: Callable[[Works], Awaitable[bool]]


TABLE = (
    Tick(1, relay.tell_due),
    Tick(1, relay.tell_heard),
    Tick(1, broadcasting.step),
    Tick(1, closing.step),
    Tick(1, dispatches.step),
    Tick(1, catching_up.step),
    Tick(1, commitment_news.step),
    Tick(1, ends.tell_askers),
    Unhurried(1, comparing.step),
    Tick(5, calling.step),
    Tick(5, housekeeping.send_deferred),
    Tick(5, seating.join_late),
    Tick(5, offers.offer_planned),
    Tick(5, session_news.look),
    Tick(5, news_by_hand.ask),
    Tick(60, _file_forgotten),
    Tick(60, ladder.step),
    Tick(60, panel.invite_due),
    Tick(60, panel_papers.order_due),
    Tick(60, dispatches.begin_due),
    Tick(60, offers.lapse),
    Tick(60, offers.release),
    Tick(60, short_lists.ask),
    Tick(60, reminding.remind),
    Tick(60, visits.step),
    Tick(60, pen.tell_waiting),
    Tick(60, succession.step),
    Tick(60, commitments.remind),
    Tick(60, ends.step),
    Tick(60, following_up.ask_due),
    Tick(60, housekeeping.forget_contacts),
    Tick(60, old_households.forget),
    Tick(60, housekeeping.forget_files),
    Tick(600, housekeeping.erase_unconsented),
    Tick(3600, housekeeping.forget_finished),
)


async def perform(works: Works, tick: Tick | Unhurried) -> None:
    """Do what is due until nothing is: a transaction at a time, or as an unhurried one likes.

    A failure is logged, and tried again when it is next due; the other ticks go on.
    """
    try:
        while await _done_once(works, tick):
            pass
    except Unavailable as error:
        log.error("tick_unavailable", service=tick.service.__name__, why=str(error))
    except Exception:
        log.exception("tick_broken", service=tick.service.__name__)


async def _done_once(works: Works, tick: Tick | Unhurried) -> bool:
    """Whether something was due."""
    if isinstance(tick, Unhurried):
        return await tick.service(works)
    async with works.begin() as work:
        return bool(await tick.service(work))


@dataclass(frozen=True, slots=True)
class Every:
    """A trigger: so long after the last tick was taken, also where the clock has skipped years.

    APScheduler's own would count through them, tick by tick, and stop the program for as long.
    """

    interval: timedelta

    def get_next_fire_time(self, _previous: datetime | None, now: datetime) -> datetime:
        return now + self.interval


BaseTrigger.register(Every)


def schedule(works: Works) -> AsyncIOScheduler:
    """The ticks, not started yet. One that comes late is still taken; two that pile up are one."""
    scheduler = AsyncIOScheduler(
        timezone=works.programme.zone,
        job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
    )
    for tick in TABLE:
        scheduler.add_job(perform, Every(timedelta(seconds=tick.seconds)), (works, tick))
    return scheduler


async def keep_ticking(scheduler: AsyncIOScheduler, clock: Clock) -> None:
    """Tick for ever. A clock that is set back does not leave the ticks behind in the future."""
    while True:
        await clock.sleep(1)
        now = datetime.now(scheduler.timezone)
        for job in scheduler.get_jobs():
            if job.next_run_time > now + job.trigger.interval:
                job.modify(next_run_time=now)
