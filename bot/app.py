"""Assembles the world: the only place (with ``cli`` above it) that names concrete classes."""

from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta
from importlib.util import find_spec
from pathlib import Path

from bot.channels.base import Channel, Invites, Limits, Stands, degrade, in_one
from bot.channels.console import Console
from bot.channels.telegram import Telegram, TelegramWebhook, Timeouts
from bot.channels.web.channel import Web
from bot.channels.web.crowd import Crowd
from bot.channels.web.mailbox import Pace
from bot.channels.web.uploads import Uploads
from bot.clock import Clock, SystemClock
from bot.config import Settings, read_programme
from bot.domain.errors import ConfigError, Problem
from bot.domain.messages import Outgoing
from bot.domain.programme import Programme
from bot.domain.programme_json import programme_to_json
from bot.domain.rules import Rules
from bot.health import Health
from bot.i18n import Texts
from bot.inbox.dispatch import Dispatch
from bot.inbox.intake import Intake
from bot.jobs import Jobs
from bot.programme_cache import ProgrammeCache
from bot.running import App, Listen, converse
from bot.services.questions import labels
from bot.services.seats import phases
from bot.services.sessions import programme_changes
from bot.serving.edge import by_name, named_proxies
from bot.voice import Voice
from bot.wakeups import Receive, WakeUps
from bot.work import Works
from handlers import ROUTES, SLOW
from storage import duties, inbox, jobs, programmes, schema
from storage.database import Database, KeepsTime
from storage.lock import Locked, at_work, lock
from storage.sqlite import Sqlite


def on_postgres(settings: Settings) -> bool:
    """Whether the memory is a PostgreSQL server. Raises ConfigError if asyncpg is not installed."""
    return is_server(settings.storage.url.get_secret_value(), "storage.url")


def is_server(url: str, where: str, driver: str = "asyncpg") -> bool:
    """Whether an address, found at ``where``, is a PostgreSQL server's. Raises as above."""
    if not url.startswith("postgresql://"):
        return False
    if find_spec(driver) is None:
        raise ConfigError(
            str(
                Problem(
                    where,
                    f"names a PostgreSQL server, for which {driver} is not installed",
                    "run: pip install --require-hashes -r requirements/postgres.txt",
                )
            )
        )
    return True


def sqlite_path(settings: Settings) -> Path:
    """The file of the database, where it is one."""
    return file_in(settings.storage.url.get_secret_value())


def file_in(url: str) -> Path:
    """The file that an address of SQLite names."""
    return Path(url.removeprefix("sqlite:///"))


@asynccontextmanager
async def opened(
    settings: Settings, *, alone: bool = True, machine: Clock | None = None
) -> AsyncIterator[Database]:
    """The database, migrated and open. ``alone`` refuses a second program on an SQLite file.

    On PostgreSQL other programs may be at work: their leases are left to them, or to run out.
    Tests hand in a ``machine`` whose clock is not the server's.
    """
    async with AsyncExitStack() as stack:
        if on_postgres(settings):
            database = await _on_server(settings.storage.url.get_secret_value(), machine)
        else:
            database = await _in_file(sqlite_path(settings), stack, alone=alone)
        stack.push_async_callback(database.close)
        if alone and isinstance(database, Sqlite):
            await _free(database)
        yield database


async def _on_server(url: str, machine: Clock | None) -> Database:
    from storage.postgres import Postgres  # noqa: PLC0415 - asyncpg is an extra

    await schema.ensure_postgres(url)
    return await Postgres.open(url, machine)


async def _in_file(path: Path, stack: AsyncExitStack, *, alone: bool) -> Database:
    try:
        stack.enter_context(at_work(path))
        if alone:
            stack.enter_context(lock(path))
    except Locked as error:
        raise ConfigError(f"storage.url: {error}") from error
    await schema.ensure_sqlite(path)
    return await Sqlite.open(path)


async def _free(database: Database) -> None:
    """A program that has just started alone on its database holds no lease: return them all.

    Those of the outbox are left to the delivery, which counts what may have gone out.
    """
    async with database.transaction() as tx:
        await inbox.free(tx)
        await jobs.free(tx)
        await duties.free(tx)


async def programme_of(database: Database, settings: Settings, clock: Clock) -> Programme:
    """The programme in force; an empty database gets that of the settings, dated from now."""
    async with database.transaction() as tx:
        found = await programmes.newest(tx)
        if found is None:
            seed = programme_to_json(read_programme(settings.programme, clock.now()))
            await programmes.put(tx, 1, seed, by=None, now=clock.now())
            found = await programmes.newest(tx) or (1, seed)  # another program may have been first
    hear, grace = settings.relay.askers_hear, settings.relay.grace_minutes
    return programme_changes.read(*found, askers_hear=hear, slot_grace_minutes=grace)


def _refreshing(works: Works) -> Callable[[], Awaitable[None]]:
    async def refresh() -> None:
        await programme_changes.refresh(works)
        await labels.refresh(works)

    return refresh


async def assemble(
    settings: Settings,
    database: Database,
    *,
    clock: Clock | None = None,
    channels: Callable[[Settings, Works], Sequence[Channel]] | None = None,
) -> App:
    """Put the parts together. Tests hand in their own clock, and channels that talk to doubles."""
    clock = clock or (database.clock if isinstance(database, KeepsTime) else SystemClock())
    programme = await programme_of(database, settings, clock)
    limits: dict[str, Limits] = defaultdict(Limits)
    links: dict[str, Callable[[str], str]] = {}

    def fit(
        channel: str, message: Outgoing, link: str = "", first: int = 1
    ) -> tuple[Outgoing, ...]:
        return degrade(message, limits[channel], link, first)

    def fit_one(channel: str, message: Outgoing, first: int = 1) -> Outgoing:
        return in_one(message, limits[channel], first)

    voice = Voice(
        texts=Texts.load(),
        fit=fit,
        fit_one=fit_one,
        carries=lambda channel: limits[channel].files,
        numbers=lambda channel: not limits[channel].buttons,
        offered=settings.languages.offered,
        public_url=public_url(settings),
        links=links,
    )
    listen, tell = _signals(settings)
    works = Works(
        database=database,
        clock=clock,
        voice=voice,
        cache=ProgrammeCache(programme),
        rules=_rules(settings),
        wakeups=WakeUps(publish=tell),
    )
    await phases.refresh(works)
    made = tuple((channels or channels_of)(settings, works))
    limits.update({one.name: one.limits for one in made})
    links.update({one.name: one.link for one in made if isinstance(one, Invites)})
    return App(
        settings=settings,
        works=works,
        channels=made,
        intake=Intake(works),
        dispatch=Dispatch(works, ROUTES),
        jobs=Jobs(works, SLOW, made),
        health=Health(works, _states(made)),
        refresh=_refreshing(works),
        listen=listen,
    )


def _signals(settings: Settings) -> tuple[Listen, Receive]:
    """How to receive what other processes publish, and how to publish for them."""
    if not on_postgres(settings):
        return _nobody, lambda _name: None
    from storage.signals import Signals  # noqa: PLC0415 - asyncpg is an extra

    signals = Signals(settings.storage.url.get_secret_value())
    return signals.run, signals.tell


async def _nobody(_receive: Receive) -> None:
    """There is no other process."""


def _rules(settings: Settings) -> Rules:
    limits, privacy = settings.limits, settings.privacy
    return Rules(
        question_chars=limits.question_chars,
        answer_chars=limits.answer_chars,
        unconsented=timedelta(hours=privacy.unconsented_hours),
        messages=timedelta(days=privacy.messages_days),
        contacts=timedelta(days=privacy.contacts_days),
        roster=timedelta(days=privacy.roster_days),
        reading_log=timedelta(days=privacy.reading_log_days),
        file_bytes=limits.file_mb * 1024 * 1024,
        files_bytes=limits.files_total_mb * 1024 * 1024,
        files=timedelta(days=privacy.files_days),
        ask_again=timedelta(days=settings.relay.ask_again_days),
        asked_back_days=settings.relay.asked_back_days,
    )


def _states(channels: Sequence[Channel]) -> dict[str, Callable[[], str]]:
    """The states of the channels that depend on a platform."""

    def state(channel: Stands) -> Callable[[], str]:
        return lambda: channel.state.value

    return {one.name: state(one) for one in channels if isinstance(one, Stands)}


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
        return works.programme.name

    web = Web(
        works.database,
        works.voice.texts.say,
        name,
        public_url=public_url(settings),
        clock=works.clock.now,
        zone=works.programme.zone,
        pace=Pace(uploads=_uploads(works.rules)),
    )
    web.lines = works.lines
    is_proxy = by_name(named_proxies())
    web.crowd = Crowd(works.clock, lambda: _calls(works.programme), is_proxy=is_proxy)
    web.publish_by(lambda chat: works.wakeups.publish(f"{Web.name} {chat}"))
    works.wakeups.subscribe(Web.name, web.received)
    return web


def _calls(programme: Programme) -> str:
    """Whom to call in danger, on one line."""
    return ", ".join(f"{what} {number}" for what, number in programme.hotlines)


def _uploads(rules: Rules) -> Uploads:
    return Uploads(most=rules.file_bytes, total=rules.files_bytes, kept=rules.unconsented)


#: What Telegram shows beside the box to write in.
_COMMANDS = ("hoi", "hoigiup", "cauhoi", "lich", "traloi", "dulieu", "ngung", "ngonngu", "giup")


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
        timeouts=Timeouts(poll=section.poll_seconds),
    )


async def chat(settings: Settings, database: Database, *, name: str, start: str) -> None:
    """The terminal chat of ``name``, until its input ends and everything has been answered."""
    console = Console(chat=name, start=start)
    made = await assemble(settings, database, channels=lambda _settings, _works: [console])
    await converse(made, console)
