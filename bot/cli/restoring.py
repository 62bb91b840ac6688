"""Bringing a copy of the database back."""

import asyncio
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from bot import app
from bot.cli.options import DEFAULT, Config, out, remarks, settings_of
from bot.domain.errors import ConfigError
from storage import schema
from storage.restoring import NotRestored, Restored
from storage.restoring import restore as bring_back


def restore(
    copy: Annotated[Path, typer.Argument(help="The file that langnghe backup wrote.")],
    config: Config = DEFAULT,
) -> None:
    """Put a copy in the place of the database, which is kept beside it. Stop the program first."""
    settings = settings_of(config)
    if app.on_postgres(settings):
        raise ConfigError(
            "The database is on a PostgreSQL server. Stop every program, then: createdb NEW; "
            f"pg_restore --exit-on-error --no-owner --dbname=NEW {copy}; "
            "and write NEW into [storage] url."
        )
    path = app.sqlite_path(settings)
    try:
        with remarks.status("Looking through the copy, and bringing it back."):
            done = asyncio.run(bring_back(copy, path, datetime.now().astimezone()))
    except NotRestored as error:
        raise ConfigError(f"Nothing was restored: {error}") from None
    out.print(_told(done, copy, path), markup=False)


def _told(done: Restored, copy: Path, path: Path) -> str:
    newest = f", the last news of {done.newest.astimezone():%Y-%m-%d %H:%M}" if done.newest else ""
    brought = f" It was of version {done.version} and was brought to {schema.HEAD}."
    kept = f" What was there before is kept as {done.kept}." if done.kept else ""
    return (
        f"{path} is now what {copy} holds: {done.questions:,} questions{newest}."
        f"{brought if done.version != schema.HEAD else ''}{kept}"
    )
