"""The programme in force: show it, see how a changed one differs, put that in force."""

import asyncio
import os
from pathlib import Path
from typing import Annotated, Any

import typer

from bot import app
from bot.cli.options import DEFAULT, Config, out, programme_in, settings_of
from bot.config import load
from bot.domain.programme import Programme
from bot.domain.programme_json import programme_to_json
from storage import programmes


def show_programme(config: Config = DEFAULT) -> None:
    """Print the programme in force as JSON."""
    settings = settings_of(config)

    async def show() -> None:
        async with app.opened(settings, alone=False) as database, database.reading() as tx:
            found = await programmes.newest(tx)
            out.print_json(found[1] if found else programme_to_json(programme_in(settings)))

    asyncio.run(show())


def apply_programme(
    file: Annotated[Path, typer.Argument(help="A settings file with a [programme] part.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change.")] = False,
    config: Config = DEFAULT,
) -> None:
    """Put the programme of a file in force, or say how it differs from the one in force."""
    settings, wanted = settings_of(config), programme_in(load(file, os.environ))

    async def apply() -> None:
        async with app.opened(settings, alone=False) as database:
            made = await app.assemble(settings, database, channels=lambda _s, _w: [])
            changes = _differences(made.works.shelf.programme, wanted)
            for line in changes or ["Nothing differs."]:
                out.print(line, markup=False)
            if changes and not dry_run:
                async with made.works.begin() as work:
                    version = await programmes.version(work.tx) + 1
                    await programmes.put(
                        work.tx, version, programme_to_json(wanted), by=None, now=work.now
                    )
                out.print(f"In force as version {version}.")

    asyncio.run(apply())


def _differences(now: Programme, wanted: Programme) -> list[str]:
    """A line a difference: what is added, dropped or changed, by kind and id."""
    lines = []
    for kind in ("wards", "agencies", "topics", "sessions", "slots"):
        before = {_name(one): one for one in getattr(now, kind)}
        after = {_name(one): one for one in getattr(wanted, kind)}
        lines += [f"+ {kind} {name}" for name in after if name not in before]
        lines += [f"- {kind} {name}" for name in before if name not in after]
        lines += [
            f"~ {kind} {name}" for name in after if name in before and after[name] != before[name]
        ]
    for field in ("name", "host", "categories", "calendar", "quiet", "answer_days", "contact"):
        if getattr(now, field) != getattr(wanted, field):
            lines.append(f"~ {field}")
    return lines


def _name(item: Any) -> str:
    for field in ("id", "number"):
        if hasattr(item, field):
            return str(getattr(item, field))
    return f"{item.ward} {item.means} {item.day or item.weekdays} {item.at:%H:%M}"
