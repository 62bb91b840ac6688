"""Everything assembled, at work: polling, dispatch, delivery, the ticks, the web server."""

import asyncio
import os
import secrets
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, replace

import uvicorn

from bot.channels.base import Channel, Opens, Polls, Serves
from bot.config import Settings
from bot.delivery import Delivery
from bot.dispatch import Dispatch, Intake
from bot.duties import Duty
from bot.health import Health
from bot.scheduler import schedule
from bot.server import application
from bot.work import Works
from storage import inbox, outbox

#: How long requests under way may take to end when the program stops, in seconds.
_GRACE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class App:
    """Everything assembled, and nothing running yet."""

    settings: Settings
    works: Works
    channels: tuple[Channel, ...]
    intake: Intake
    dispatch: Dispatch
    health: Health


@asynccontextmanager
async def running(app: App) -> AsyncIterator[None]:
    """Everything at work but the web server: polling, dispatch, delivery, the ticks."""
    holder = f"{os.uname().nodename}:{os.getpid()}:{secrets.token_hex(4)}"
    async with AsyncExitStack() as stack:
        for channel in app.channels:
            if isinstance(channel, Opens):
                await channel.open()
                stack.push_async_callback(channel.close)
        loops: list[Awaitable[None]] = [app.dispatch.run()]
        loops += [duty.run() for duty in _duties(app, holder)]
        tasks = [asyncio.ensure_future(one) for one in loops]
        stack.push_async_callback(_stop, tasks)
        yield


def _duties(app: App, holder: str) -> list[Duty]:
    """Who polls, who sends, who ticks: one duty each."""
    found = []
    for channel in app.channels:
        delivery = Delivery(app.works, channel, in_flight=app.settings.limits.in_flight)
        found.append(Duty(app.works, f"send {channel.name}", holder, delivery.run))
        if isinstance(channel, Polls):
            found.append(
                Duty(app.works, f"poll {channel.name}", holder, _polling(channel, app.intake))
            )
    found.append(Duty(app.works, "tick", holder, _ticking(app.works)))
    return found


def _polling(channel: Polls, intake: Intake) -> Callable[[], Awaitable[None]]:
    return lambda: channel.poll(intake.store)


def _ticking(works: Works) -> Callable[[], Awaitable[None]]:
    async def tick() -> None:
        scheduler = schedule(works)
        scheduler.start()
        try:
            await asyncio.Event().wait()
        finally:
            scheduler.shutdown(wait=False)

    return tick


async def _stop(tasks: Sequence["asyncio.Future[None]"]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def serve(app: App, ready: Callable[[], Awaitable[None]]) -> None:
    """Run until SIGTERM or SIGINT, then settle what is on its way and leave."""
    routes = [
        route
        for channel in app.channels
        if isinstance(channel, Serves)
        for route in channel.routes(app.intake.store)
    ]
    config = uvicorn.Config(
        application(routes, app.health),
        host=app.settings.web.host,
        port=app.settings.web.port,
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=_GRACE,
        server_header=False,
    )
    server = _Server(config)
    async with running(app):
        stopping = asyncio.create_task(_on_signal(app, server))
        serving = asyncio.create_task(server.serve())
        while not server.started and not serving.done():
            await asyncio.sleep(0.01)
        if not serving.done():
            await ready()
        await serving
        stopping.cancel()
        with suppress(asyncio.CancelledError):
            await stopping


class _Server(uvicorn.Server):
    """uvicorn in our loop; the signals are ours."""

    def install_signal_handlers(self) -> None:
        """Left to ``serve``."""


async def _on_signal(app: App, server: uvicorn.Server) -> None:
    """The open pages are sent home first, then the server stops waiting for them."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for one in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(one, stop.set)
    await stop.wait()
    for channel in app.channels:
        if isinstance(channel, Serves) and isinstance(channel, Opens):
            await channel.close()
    server.should_exit = True


async def converse(app: App, channel: Channel) -> None:
    """Run with one channel that polls, until its input ends and everything has been answered."""
    assert isinstance(channel, Polls)
    async with running(replace(app, channels=())):
        sending = asyncio.ensure_future(Delivery(app.works, channel).run())
        await channel.poll(app.intake.store)
        while not await _quiet(app, channel.name):
            await app.works.clock.sleep(0.05)
        await _stop([sending])


async def _quiet(app: App, channel: str) -> bool:
    """Whether nothing is left to work on and nothing is left to say."""
    async with app.works.database.reading() as tx:
        waiting, _oldest = await inbox.waiting(tx)
        return not waiting and all(one.channel != channel for one in await outbox.backlog(tx))
