"""Papers from the command line."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.options import DEFAULT, Config, out, over
from bot.domain.errors import ConfigError
from bot.services.sessions import papers
from bot.services.sessions.papers import Paper


def report(
    session: Annotated[int, typer.Option(help="Session number.")],
    paper: Annotated[Paper, typer.Option(help="Which paper.")],
    target: Annotated[Path, typer.Option("--out", help="The file to write.")],
    agency: Annotated[str, typer.Option(help="Agency id, for the pack.")] = "",
    config: Config = DEFAULT,
) -> None:
    """Write a paper of a session: DOCX, of the seats also a sheet (XLSX)."""
    if not target.parent.is_dir():
        raise ConfigError(f"{target.parent} is no folder; name a file in one that exists.")
    drawn = over(
        config, lambda works: papers.make(works, session, paper, reader=None, agency=agency)
    )
    target.write_bytes(drawn.content)
    out.print(f"Wrote {target} ({len(drawn.content):,} bytes).", markup=False)
