"""What every command shares: the settings it runs with, and where it writes."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console as Screen

from bot import log
from bot.config import Settings, load, read_programme
from bot.config.load import secrets_in
from bot.domain.programme import Programme

EXAMPLE = Path("config.example.toml")
DEFAULT = Path("config.toml")

Config = Annotated[Path, typer.Option("--config", help="The settings file.")]

#: Results go to standard output, remarks and errors to standard error.
out = Screen(highlight=False, soft_wrap=True)
remarks = Screen(stderr=True, highlight=False, soft_wrap=True)


def settings_of(config: Path) -> Settings:
    """The settings; without a ``config.toml`` those of the example, and that is said."""
    if config == DEFAULT and not config.exists() and EXAMPLE.exists():
        remarks.print(f"No {DEFAULT} here: running with {EXAMPLE}.", style="yellow")
        config = EXAMPLE
    settings = load(config, os.environ)
    for advice in secrets_in(config):
        remarks.print(advice, style="yellow", markup=False)
    log.setup(level=settings.log.level, json=settings.log.format == "json")
    return settings


def programme_in(settings: Settings) -> Programme:
    """The programme that the settings describe, dated from now."""
    return read_programme(settings.programme, datetime.now(UTC))
