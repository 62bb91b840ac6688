"""The programme in force: show it, see how a changed one differs, put that in force."""

import asyncio
import os
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from bot import app
from bot.cli.options import DEFAULT, Config, out, over, programme_in, say_which, settings_of
from bot.config import load
from bot.domain.programme import Programme
from bot.domain.programme_json import programme_to_json
from bot.services.sessions import programme_changes
from bot.work import Works
from storage import programmes


def show_programme(config: Config = DEFAULT) -> None:
    """Print the programme in force as JSON."""
    settings = settings_of(config)
    say_which(settings)

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
    wanted = programme_in(load(file, os.environ))

    async def apply(works: Works) -> None:
        changes = _differences(works.programme, wanted)
        for line in changes or ["Nothing differs."]:
            out.print(line, markup=False)
        if changes and not dry_run:
            async with works.begin() as work:
                fresh = await programme_changes.put(work, wanted, by=None)
            out.print(f"In force as version {fresh.version}.")

    over(config, apply)


#: What the settings rule, or what counts versions: no part of the file.
_NOT_IN_THE_FILE = {"version", "askers_hear", "slot_grace_minutes"}


def _differences(now: Programme, wanted: Programme) -> list[str]:
    """A line a difference: what is added (+), dropped (-) or changed (~), by kind and id."""
    lines: list[str] = []
    for field in fields(Programme):
        before, after = getattr(now, field.name), getattr(wanted, field.name)
        if field.name in _NOT_IN_THE_FILE or before == after:
            continue
        lines += _in_a_list(field.name, before, after) or [f"~ {field.name}"]
    return lines


def _in_a_list(kind: str, before: Any, after: Any) -> list[str]:
    """The differences of a list whose items have names; of anything else none."""
    if not isinstance(before, tuple) or not all(map(is_dataclass, (*before, *after))):
        return []
    old, new = ({_name(one): one for one in items} for items in (before, after))
    lines = [f"+ {kind} {name}" for name in new if name not in old]
    lines += [f"- {kind} {name}" for name in old if name not in new]
    for name in new:
        if name in old and new[name] != old[name]:
            lines += _inside(f"{kind} {name}", old[name], new[name])
    return lines


def _inside(what: str, before: Any, after: Any) -> list[str]:
    """Which parts of one item changed."""
    changed = [
        field.name
        for field in fields(before)
        if field.compare and getattr(before, field.name) != getattr(after, field.name)
    ]
    return [f"~ {what}: {', '.join(changed)}"]


def _name(item: Any) -> str:
    """The id or number of an item with its validity, or what tells a slot from another."""
    for field in ("id", "number"):
        if hasattr(item, field):
            since = item.valid.since if hasattr(item, "valid") else None
            return f"{getattr(item, field)}{f' from {since}' if since else ''}"
    return f"{item.ward} {item.means} {item.day or item.weekdays} {item.at:%H:%M}"
