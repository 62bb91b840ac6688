"""Papers from the command line."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot import app
from bot.cli.options import DEFAULT, Config, out, settings_of
from bot.domain.errors import ConfigError
from bot.services.sessions import papers
from bot.services.sessions.papers import Paper


def report(
    session: Annotated[int, typer.Option(help="Session number.")],
    paper: Annotated[Paper, typer.Option(help="Which paper.")],
    target: Annotated[Path, typer.Option("--out", help="The DOCX file to write.")],
    agency: Annotated[str, typer.Option(help="Agency id, for the pack.")] = "",
    config: Config = DEFAULT,
) -> None:
    """Write a paper of a session as DOCX: minutes, report, results, pack or running order."""
    settings = settings_of(config)
    if not target.parent.is_dir():
        raise ConfigError(f"{target.parent} is no folder; name a file in one that exists.")

    async def write() -> None:
        async with app.opened(settings, alone=False) as database:
            made = await app.assemble(settings, database, channels=lambda _s, _w: [])
            drawn = await papers.make(made.works, session, paper, reader=None, agency=agency)
        target.write_bytes(drawn.content)
        out.print(f"Wrote {target} ({len(drawn.content):,} bytes).", markup=False)

    asyncio.run(write())
