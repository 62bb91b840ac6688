"""Everything assembled, at work: polling, dispatch, delivery, the ticks, the web server."""

import asyncio
import gc
import os
import secrets
import signal
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import replace
from functools import partial
from typing import Any

import structlog
import uvicorn
from starlette.routing import BaseRoute

from bot.channels.base import Channel, Opens, Polls, Serves, Stands, Streams
from bot.config import Settings
from bot.domain.errors import ConfigError, Problem
from bot.domain.values import dataclass
from bot.duties import Duty, Held
from bot.health import Health
from bot.inbox.dispatch import Dispatch
from bot.inbox.intake import Intake
from bot.jobs import Jobs
from bot.look import replies
from bot.lookout import Lookout
from bot.loops import Loop, endless
from bot.outbox.delivery import Delivery
from bot.outbox.settling import Settling
from bot.pages.answers import Answers
from bot.pages.door.clerks import Clerks
from bot.pages.door.letters import Letters
from bot.pages.files import Files
from bot.pages.live import Live
from bot.scheduler import keep_ticking, schedule
from bot.services.answers import library
from bot.serving import capacity
from bot.serving.connections import Doorstep, guarded
from bot.serving.edge import Edge, by_name, named_proxies, proxies
from bot.serving.server import application
from bot.timekeeping import keep_time
from bot.wakeups import Receive
from bot.work import Works
from storage import duties, inbox, jobs, outbox
from storage.database import Abandons, Database, Unavailable

log = structlog.get_logger()

#: How long requests under way may take to end when the program stops, in seconds.
_GRACE = 5

#: How long a database may leave a program that stops without an answer, in seconds.
_LAST = 5.0

#: How often a changed programme is looked for, in seconds.
_REFRESH = 2.0

#: Passes on what other processes publish, until it is cancelled.
Listen = Callable[[Receive], Awaitable[None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class App:
    """Everything assembled, and nothing running yet."""

    settings: Settings
    works: Works
    channels: tuple[Channel, ...]
    intake: Intake
    dispatch: Dispatch
    jobs: Jobs
    health: Health
    refresh: Callable[[], Awaitable[None]]  #: put a newer programme of the database in force
    listen: Listen  #: receives what other processes publish


@asynccontextmanager
async def running(app: App) -> AsyncIterator[None]:
    """Everything at work but the web server: polling, dispatch, delivery, the ticks."""
    holder = f"{os.uname().nodename}:{os.getpid()}:{secrets.token_hex(4)}"
    async with AsyncExitStack() as stack:
        for channel in app.channels:
            if isinstance(channel, Opens):
                await channel.open()
                stack.push_async_callback(channel.close)
        lookout = Lookout(app.works, [one for one in app.channels if isinstance(one, Stands)])
        duties = _duties(app, holder)
        routed = asyncio.Event()
        loops: dict[str, Loop] = {duty.name: duty.run for duty in duties}
        loops["dispatch"] = partial(_working, app, duties, routed)
        loops["refresh"] = partial(_refreshing, app)
        loops["remember"] = partial(_remembering, app, routed)
        loops["listen"] = partial(app.listen, app.works.wakeups.received)
        loops |= {"lookout": lookout.run, "jobs": app.jobs.run}
        loops["clock"] = partial(keep_time, app.works)
        clock = app.works.clock
        tasks = [asyncio.create_task(endless(name, run, clock)) for name, run in loops.items()]
        stack.push_async_callback(_stop, tasks)
        yield


async def _working(app: App, duties: Sequence[Duty], routed: asyncio.Event) -> None:
    """What arrives is stored from the start, and worked on as soon as questions can be routed.

    Learning to route takes the processor to itself for a fifth of a second, so updates are asked
    for before.
    """
    await asyncio.gather(*(duty.looked.wait() for duty in duties))
    await app.works.cache.prepare(app.works.today)
    routed.set()
    await app.dispatch.run()


async def _refreshing(app: App) -> None:
    """Every process looks by itself for a changed programme, and for a new day's routing."""
    while True:
        await app.works.clock.sleep(_REFRESH)
        try:
            await app.refresh()
            await app.works.cache.prepare(app.works.today)
        except Unavailable as error:
            log.error("programme_unavailable", why=str(error))


async def _remembering(app: App, routed: asyncio.Event) -> None:
    """Every process holds the words of what was released, its own and the others'.

    First those of the topics: at the same time, the two would only be in each other's way.
    """
    await routed.wait()
    await asyncio.to_thread(app.works.cache.router(app.works.today).rehearse)
    while True:
        try:
            await library.refresh(app.works)
        except Unavailable as error:
            log.error("library_unavailable", why=str(error))
        await app.works.clock.sleep(_REFRESH)


def _duties(app: App, holder: str) -> list[Duty]:
    """Who polls, who sends, who ticks: one duty each."""
    found = []
    for channel in app.channels:
        delivery = _delivery(app, channel)
        name, aside = f"{duties.SEND}{channel.name}", delivery.stand_aside
        found.append(Duty(app.works, name, holder, delivery.run, aside=aside))
        if isinstance(channel, Polls):
            found.append(
                Duty(app.works, f"poll {channel.name}", holder, _polling(channel, app.intake))
            )
    found.append(Duty(app.works, "tick", holder, _ticking(app.works)))
    return found


def _delivery(app: App, channel: Channel) -> Delivery:
    limits = app.settings.limits
    settling = Settling(channel.name, again=limits.in_doubt == "again")
    return Delivery(app.works, channel, in_flight=limits.in_flight, settling=settling)


def _polling(channel: Polls, intake: Intake) -> Callable[[Held], Awaitable[None]]:
    return lambda _held: channel.poll(intake.store)


def _ticking(works: Works) -> Callable[[Held], Awaitable[None]]:
    async def tick(_held: Held) -> None:
        scheduler = schedule(works)
        scheduler.start()
        try:
            await keep_ticking(scheduler, works.clock)
        finally:
            scheduler.shutdown(wait=False)

    return tick


async def _stop(tasks: Sequence["asyncio.Future[Any]"]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def serve(app: App, ready: Callable[[], Awaitable[None]]) -> None:
    """Run until SIGTERM or SIGINT, then settle what is on its way and leave.

    All stops at the same time: while requests under way end, the loops settle and leave their
    duties, so that another process has them a moment later. Channels close when nobody sends.
    """
    live = Live(app.works, is_proxy=by_name(named_proxies()))
    files = capacity.open_files()
    most = capacity.connections(files)
    edge = Edge(app.works.clock, most, proxies(named_proxies()))
    app.works.lines.most = capacity.lines(most)
    told, server = (
        _told_to_stop(),
        _Server(_configured(app, live, edge, capacity.at_once(files - most))),
    )
    listening = _bound(app.settings.web.host, app.settings.web.port)
    async with AsyncExitStack() as stack:
        stack.push_async_callback(server.end)
        await stack.enter_async_context(running(app))
        watching = asyncio.create_task(endless("edge", edge.watch, app.works.clock))
        stack.push_async_callback(_stop, [watching])
        if await server.begin(listening):
            await ready()
            _keep_what_was_built()
            await _either(told.wait(), server.ended.wait())
        _give_up_at_last(app.works.database)
        for channel in app.channels:
            if isinstance(channel, Streams):
                channel.hang_up()
        live.hang_up()
        server.should_exit = True


def _keep_what_was_built() -> None:
    """Collect garbage once more, then freeze what start-up built so later collections skip it.

    The collector remembers how much it was, and starts a full collection only when what came since
    has grown to a quarter of that. This takes a tenth of a second, which a start does not wait for.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _give_up_at_last(database: Database) -> None:
    """A database that does not answer keeps nobody from stopping."""
    if isinstance(database, Abandons):
        asyncio.get_running_loop().call_later(_LAST, database.abandon)


def _told_to_stop() -> asyncio.Event:
    """Set at SIGTERM and at SIGINT."""
    told, loop = asyncio.Event(), asyncio.get_running_loop()
    for one in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(one, told.set)
    return told


async def _either(*waits: Coroutine[Any, Any, object]) -> None:
    tasks = [asyncio.ensure_future(one) for one in waits]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    await _stop(tasks)


def _configured(app: App, live: Live, edge: Edge, at_once: int) -> uvicorn.Config:
    say = app.works.voice.texts.say
    site = application(routes(app, live), app.health, say)
    return uvicorn.Config(
        Doorstep(site, edge, partial(replies.busy, words=say)),
        http=guarded(edge),
        ws="none",
        backlog=at_once,
        host=app.settings.web.host,
        port=app.settings.web.port,
        log_config=None,  # its lines go where ours go, by the same rules
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=_GRACE,
        server_header=False,
    )


def routes(app: App, live: Live | None = None) -> list[BaseRoute]:
    """What the channels serve, and the pages for everyone."""
    serving = [channel for channel in app.channels if isinstance(channel, Serves)]
    routes = [route for channel in serving for route in channel.routes(app.intake.store)]
    clerks = Clerks(app.works)
    doors = (clerks, Letters(app.works, clerks))
    answers = Answers(app.works)
    files = Files(app.works, answers.assets)
    pages = (answers, files, *doors, live or Live(app.works))
    return [*routes, *(route for page in pages for route in page.routes())]


class _Server(uvicorn.Server):
    """uvicorn in our loop; the signals are ours."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ended = asyncio.Event()
        self._serving: asyncio.Task[None] | None = None

    async def begin(self, listening: socket.socket) -> bool:
        """Serve in the background; False if it could not begin."""
        self._serving = asyncio.create_task(self.serve(sockets=[listening]))
        self._serving.add_done_callback(lambda _task: self.ended.set())
        while not self.started and not self.ended.is_set():  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0.01)
        return self.started

    async def end(self) -> None:
        """Return when the requests under way have ended."""
        self.should_exit = True
        if self._serving:
            await self._serving

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Left to ``_told_to_stop``."""
        yield


def _bound(host: str, port: int) -> socket.socket:
    """The socket to listen on. Raises ConfigError where somebody else has it."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if family == socket.AF_INET6:  # else IPv4 comes as ::ffff:…, and uvicorn knows no proxy by that
        listening.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        raise ConfigError(
            str(
                Problem(
                    "web.port",
                    f"{port} on {host} cannot be had ({error.strerror})",
                    "write a free one, or stop the program that has it",
                )
            )
        ) from error
    return listening


async def converse(app: App, channel: Channel) -> None:
    """Run with one channel that polls, until its input ends and everything has been answered."""
    assert isinstance(channel, Polls)
    async with running(replace(app, channels=())):
        clock = app.works.clock
        deliver = endless("deliver", _delivery(app, channel).run, clock)
        sending = asyncio.create_task(deliver)
        await channel.poll(app.intake.store)
        while not await _quiet(app, channel.name):
            await clock.sleep(0.05)
        await _stop([sending])


async def _quiet(app: App, channel: str) -> bool:
    """Whether nothing is left to work on and nothing is left to say."""
    async with app.works.database.reading() as tx:
        if (await inbox.waiting(tx))[0] or (await jobs.waiting(tx))[0]:
            return False
        return all(one.channel != channel for one in await outbox.backlog(tx))
