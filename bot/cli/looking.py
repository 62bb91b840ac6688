"""Commands that look: what is stuck, where a question would go, when it is due; and a copy."""

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import orjson
import typer
from rich.table import Table

from bot import app, running
from bot.cli.jsonl import Questions, read
from bot.cli.options import (
    DEFAULT,
    Config,
    out,
    over_all,
    programme_in,
    remarks,
    say_which,
    settings_of,
    texts,
)
from bot.domain.agencies import Queue
from bot.domain.errors import ConfigError
from bot.domain.messages import channel_of
from bot.i18n import HOME
from bot.services import alarms
from bot.timekeeping import remark
from bot.understanding.routing import Router
from storage import outbox, schema
from storage.backup import NotCopied, copy
from storage.database import KeepsTime
from storage.lock import Locked, at_work


def doctor(config: Config = DEFAULT) -> None:
    """Say what is stuck, why, and since when."""

    async def look(made: running.App) -> bool:
        well = await _findings(made)
        await _troubles(made)
        _clock(made)
        await _admins(made)
        return well

    if not over_all(config, look):
        raise typer.Exit(1)


async def _findings(made: running.App) -> bool:
    table = Table("what", "many", "oldest", "", box=None)
    found = await made.health.findings()
    for one in found:
        mark = "ok" if one.ok else "LOOK"
        table.add_row(one.what, one.how_many, f"{one.age:.0f} s", f"{mark} {one.why}")
    out.print(table)
    return all(one.ok for one in found)


async def _admins(made: running.App) -> None:
    """Trouble with Telegram is told in chat, so somebody needs a chat elsewhere."""
    if not made.settings.telegram.on:
        return
    async with made.works.look() as work:
        nobody = await alarms.reaches_nobody_without(work, "telegram")
    if nobody:
        out.print(
            "No admin can be told when Telegram is cut off: let one sign in on the web page as "
            "well, with the link of langnghe invite --role admin."
        )


async def _troubles(made: running.App) -> None:
    """What is being retried, and what will never go. Chats are shown by channel alone."""
    async with made.works.database.reading() as tx:
        rows = [("retrying", one) for one in await outbox.stuck(tx)]
        rows += [("will never go", one) for one in await outbox.failed(tx)]
    if rows:
        table = Table("", "row", "channel", "kind", "tries", "since", "why", box=None)
        for state, one in rows:
            channel = channel_of(one.address)
            since = f"{one.created_at.astimezone():%Y-%m-%d %H:%M}"
            table.add_row(state, str(one.id), channel, one.kind, str(one.attempts), since, one.why)
        out.print(table)


def _clock(made: running.App) -> None:
    """Nothing is stuck because of it; but logs are dated by it, and certificates checked."""
    database = made.works.database
    if isinstance(database, KeepsTime) and (said := remark(database.clock)):
        remarks.print(said, style="yellow", markup=False)


def backup(
    target: Annotated[Path, typer.Argument(help="The file to write; must not exist yet.")],
    config: Config = DEFAULT,
) -> None:
    """Write a copy of the database while it is in use."""
    settings = settings_of(config)
    if app.on_postgres(settings):
        raise ConfigError(
            "The database is on a PostgreSQL server: copy it with pg_dump --format=custom, "
            "and bring it back with pg_restore."
        )
    path = app.sqlite_path(settings)
    if target.exists():
        raise ConfigError(f"{target} exists already; name a file that does not.")
    if not path.exists():
        raise ConfigError(f"{path} does not exist yet; there is nothing to back up.")
    say_which(settings)
    try:
        with at_work(path):
            schema.must_not_be_moved(path)
            copy(path, target)
    except Locked as error:
        raise ConfigError(f"Nothing was copied: {error}.") from None
    except NotCopied as error:
        raise ConfigError(
            f"{target} was not written ({error}); name a file in a folder that exists and has room."
        ) from None
    out.print(f"Wrote {target} ({target.stat().st_size:,} bytes).")


def route(jsonl: Questions, config: Config = DEFAULT) -> None:
    """Say for each question which agency it is for: a line of JSON per input line."""
    router = Router(programme_in(settings_of(config)).topics)
    for given in read(jsonl):
        found = router.suggest(given.text)
        line = {
            "id": given.id,
            "agency": found.agency,
            "topic": found.topic,
            "alternatives": found.alternatives,
            "kind": found.kind,
            "sensitive": found.sensitive or None,
        }
        sys.stdout.buffer.write(orjson.dumps(line) + b"\n")


def deadline(
    start: Annotated[
        str, typer.Option("--from", help="When it arrived: 2026-06-10, or 2026-06-10T09:00.")
    ],
    days: Annotated[int, typer.Option(help="Working days.", min=0, max=3650)],
    agency: Annotated[str, typer.Option(help="Agency id; it may keep hours of its own.")] = "",
    config: Config = DEFAULT,
) -> None:
    """Say when something is due, and which days were skipped on the way."""
    programme = programme_in(settings_of(config))
    if agency and programme.agency(agency) is None:
        raise ConfigError(
            f"--agency {agency} is not in the programme; write one of its agency ids."
        )
    found = programme.calendar_of(Queue(agency)).due(_moment(start, programme.zone), days)
    skipped = [
        {
            "date": one.day.isoformat(),
            "why": texts().say(HOME, "day-off", why=one.why.value, name=one.name),
        }
        for one in found.skipped
    ]
    sys.stdout.buffer.write(orjson.dumps({"due": found.at.isoformat(), "skipped": skipped}) + b"\n")


#: Years that a calendar can count through.
_YEARS = range(1900, 9000)


def _moment(typed: str, zone: ZoneInfo) -> datetime:
    """What was typed; local time where it names no zone. Raises ConfigError."""
    try:
        found = datetime.fromisoformat(typed.strip())
    except ValueError:
        found = None
    if found is None or found.year not in _YEARS:
        raise ConfigError(
            f"--from {typed} is no moment; write it as 2026-06-10 or 2026-06-10T09:00."
        )
    return found if found.tzinfo else found.replace(tzinfo=zone)
