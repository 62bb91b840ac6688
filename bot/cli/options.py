"""What every command shares: the settings it runs with, and where it writes."""

import asyncio
import os
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Annotated, TypeVar

import typer
from rich.console import Console as Screen

from bot import app, log
from bot.config import Settings, load, read_programme
from bot.config.load import secrets_in
from bot.config.settings import without_secrets
from bot.domain.programme import Programme
from bot.i18n import Texts
from bot.running import App
from bot.work import Works

T = TypeVar("T")

EXAMPLE = Path("config.example.toml")
DEFAULT = Path("config.toml")

Config = Annotated[Path, typer.Option("--config", help="The settings file.")]

#: Results go to standard output, remarks and errors to standard error.
out = Screen(highlight=False, soft_wrap=True)
remarks = Screen(stderr=True, highlight=False, soft_wrap=True)


def file_of(config: Path) -> Path:
    """The settings file that counts: without a ``config.toml`` the example."""
    return EXAMPLE if config == DEFAULT and not config.exists() and EXAMPLE.exists() else config


def settings_of(config: Path) -> Settings:
    """The settings; remarks on what the operator may not expect are printed."""
    file = file_of(config)
    if file != config:
        remarks.print(f"No {config} here: running with {file}.", style="yellow")
    settings = load(file, os.environ)
    for advice in [*secrets_in(file), *_without_effect(settings)]:
        remarks.print(advice, style="yellow", markup=False)
    log.setup(level=settings.log.level, json=settings.log.format == "json")
    return settings


def _without_effect(settings: Settings) -> list[str]:
    """Channels that are filled in but not built yet."""
    filled = {"zalo_oa": settings.zalo_oa.on, "zalo_bot": settings.zalo_bot.on}
    return [
        f"[{name}] is filled in, but this version has no such channel yet; it does nothing."
        for name, on in filled.items()
        if on
    ]


def programme_in(settings: Settings) -> Programme:
    """The programme that the settings describe, dated from now."""
    return read_programme(settings.programme, datetime.now(UTC))


def over(config: Path, run: Callable[[Works], Awaitable[T]]) -> T:
    """Do something over the memory that the settings name, beside a program that runs on it."""
    return over_all(config, lambda made: run(made.works))


def over_all(config: Path, run: Callable[[App], Awaitable[T]]) -> T:
    """``over`` for whoever looks at more than the memory. No channel is opened."""
    settings = settings_of(config)
    say_which(settings)

    async def opened() -> T:
        async with app.opened(settings, alone=False) as database:
            return await run(await app.assemble(settings, database, channels=lambda _s, _w: []))

    return asyncio.run(opened())


def say_which(settings: Settings) -> None:
    """Name the database that a command works on, which may be another than the service's."""
    remarks.print(
        f"Database: {without_secrets(settings.storage.url.get_secret_value())}", markup=False
    )
    if not app.on_postgres(settings) and not app.sqlite_path(settings).exists():
        remarks.print(
            "It was not there, and is made now, empty: if Lắng Nghe runs already, it works on "
            "another one; run commands with its settings and its environment.",
            style="yellow",
        )


@cache
def texts() -> Texts:
    """The words, read when the first are needed: most commands say theirs in English."""
    return Texts.load()
