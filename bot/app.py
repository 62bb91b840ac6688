"""Assembles the world: the only place (with ``cli`` above it) that names concrete classes."""

import asyncio
import os
import secrets
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

import structlog
import uvicorn

from bot.channels.base import Channel, Limits, Opens, Polls, Serves, degrade
from bot.channels.console import Console
from bot.channels.telegram import Patience, Telegram, TelegramWebhook
from bot.channels.web.channel import Web
from bot.clock import Clock, SystemClock
from bot.config import Settings, read_programme
from bot.delivery import Delivery
from bot.dispatch import Dispatch, Intake
from bot.domain.errors import ConfigError, Problem
from bot.domain.messages import Outgoing
from bot.domain.programme import Programme
from bot.domain.programme_json import programme_from_json, programme_to_json
from bot.duties import Duty
from bot.health import Health
from bot.i18n import Texts
from bot.scheduler import schedule
from bot.server import application
from bot.work import Shelf, Voice, Works
from handlers import ROUTES
from storage import duties, inbox, jobs, outbox, programmes, schema
from storage.database import Database
from storage.lock import Locked, lock
from storage.sqlite import Sqlite

log = structlog.get_logger()

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

    def channel(self, name: str) -> Channel:
        return next(one for one in self.channels if one.name == name)


def sqlite_path(settings: Settings) -> Path:
    """The file of the database. Raises ConfigError for an engine this program cannot use."""
    url = settings.storage.url.get_secret_value()
    if not url.startswith("sqlite:///"):
        raise ConfigError(
            str(
                Problem(
                    "storage.url",
                    "names a database that this version cannot use",
                    'write "sqlite:///data/langnghe.db"',
                )
            )
        )
    return Path(url.removeprefix("sqlite:///"))


@asynccontextmanager
async def opened(settings: Settings, *, alone: bool = True) -> AsyncIterator[Database]:
    """The database, migrated and open. ``alone`` refuses a second program that works on it."""
    path = sqlite_path(settings)
    async with AsyncExitStack() as stack:
        if alone:
            try:
                stack.enter_context(lock(path))
            except Locked as error:
                raise ConfigError(f"storage.url: {error}") from error
        await schema.ensure_sqlite(path)
        database = await Sqlite.open(path)
        stack.push_async_callback(database.close)
        if alone:
            await _free(database)
        yield database


async def _free(database: Database) -> None:
    """A program that has just started alone on its database holds no lease: return them all."""
    async with database.transaction() as tx:
        await inbox.free(tx)
        await outbox.free(tx)
        await jobs.free(tx)
        for name, holder, _until in await duties.everyone(tx):
            await duties.leave(tx, name, holder)


async def programme_of(database: Database, settings: Settings, clock: Clock) -> Programme:
    """The programme in force; an empty database is given the one in the settings, dated from now."""
    async with database.transaction() as tx:
        found = await programmes.newest(tx)
        if found is None:
            seed = read_programme(settings.programme, clock.now())
            await programmes.put(tx, 1, programme_to_json(seed), by=None, now=clock.now())
            found = (1, programme_to_json(seed))
    version, text = found
    return replace(
        programme_from_json(text),
        version=version,
        askers_hear=settings.relay.askers_hear,
        slot_grace_minutes=settings.relay.grace_minutes,
    )


async def assemble(
    settings: Settings,
    database: Database,
    *,
    clock: Clock | None = None,
    channels: Callable[[Settings, Works], Sequence[Channel]] | None = None,
) -> App:
    """Put the parts together. Tests hand in their clock, and channels that reach doubles."""
    clock = clock or SystemClock()
    programme = await programme_of(database, settings, clock)
    limits: dict[str, Limits] = {}

    def fit(channel: str, message: Outgoing) -> tuple[Outgoing, ...]:
        return degrade(message, limits.get(channel, Limits()))

    voice = Voice(
        texts=Texts.load(),
        fit=fit,
        offered=settings.languages.offered,
        public_url=public_url(settings),
    )
    works = Works(database=database, clock=clock, voice=voice, shelf=Shelf(programme))
    made = tuple((channels or channels_of)(settings, works))
    limits.update({one.name: one.limits for one in made})
    return App(
        settings=settings,
        works=works,
        channels=made,
        intake=Intake(works),
        dispatch=Dispatch(works, ROUTES),
        health=Health(works, _states(made)),
    )


def _states(channels: Sequence[Channel]) -> dict[str, Callable[[], str]]:
    """How the channels go that depend on a platform's good will."""

    def state(channel: Telegram | TelegramWebhook) -> Callable[[], str]:
        return lambda: channel.state.value

    return {
        one.name: state(one) for one in channels if isinstance(one, Telegram | TelegramWebhook)
    }


def public_url(settings: Settings) -> str:
    web = settings.web
    return web.public_url.rstrip("/") or f"http://{web.host}:{web.port}"


def channels_of(settings: Settings, works: Works) -> list[Channel]:
    """The channels that the settings turn on; the web chat always is."""
    found: list[Channel] = [web_channel(settings, works)]
    if settings.telegram.on:
        found.append(telegram_channel(settings, works))
    return found


def web_channel(settings: Settings, works: Works) -> Web:
    async def name() -> str:
        return works.shelf.programme.name

    return Web(
        works.database,
        works.voice.texts.say,
        name,
        public_url=public_url(settings),
        clock=works.clock.now,
        zone=works.shelf.programme.zone,
    )


#: What Telegram shows beside the box to write in.
_COMMANDS = ("hoi", "cauhoi", "lich", "traloi", "dulieu", "ngung", "ngonngu", "giup")


def telegram_channel(settings: Settings, works: Works) -> Telegram | TelegramWebhook:
    """Telegram by long polling, or by webhook where the settings name its address."""
    section = settings.telegram
    texts = works.voice.texts
    commands = {
        "" if language == works.voice.offered[0] else language: [
            (name, texts.say(language, f"command-{name}")) for name in _COMMANDS
        ]
        for language in works.voice.offered
    }
    token = section.token.get_secret_value()
    limits = Limits(
        per_second=section.per_second,
        per_chat_second=section.per_chat_second,
        per_group_minute=section.per_group_minute,
    )
    if section.webhook_url:
        return TelegramWebhook(
            token,
            webhook_url=section.webhook_url,
            webhook_secret=section.webhook_secret.get_secret_value(),
            api_base_url=section.api_base_url,
            limits=limits,
            commands=commands,
        )
    return Telegram(
        token,
        api_base_url=section.api_base_url,
        limits=limits,
        commands=commands,
        patience=Patience(poll=section.poll_seconds),
    )


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
        if isinstance(channel, Web):
            await channel.close()
    server.should_exit = True


async def chat(settings: Settings, database: Database, *, name: str, start: str) -> None:
    """The terminal chat of ``name``, until its input ends and everything has been answered."""
    console = Console(chat=name, start=start)
    made = await assemble(settings, database, channels=lambda _settings, _works: [console])
    async with running(replace(made, channels=())):
        sending = asyncio.create_task(Delivery(made.works, console).run())
        await console.poll(made.intake.store)
        await quiet(made, console.name)
        await _stop([sending])


async def quiet(app: App, channel: str) -> None:
    """Wait until nothing is left to work on and nothing is left to say."""
    while True:
        async with app.works.database.reading() as tx:
            waiting, _oldest = await inbox.waiting(tx)
            backlog = [one for one in await outbox.backlog(tx) if one.channel == channel]
        if not waiting and not backlog:
            return
        await app.works.clock.sleep(0.05)
