"""Papers of the door from the command line: letters to hand out, and the list to sign."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import track

from bot.cli.options import DEFAULT, Config, out, over, remarks
from bot.documents.words import Drawing
from bot.domain.errors import ConfigError
from bot.i18n import HOME
from bot.work import Works

_ENDINGS = (".docx", ".xlsx")


def letters(
    session: Annotated[int, typer.Option(help="Session number.")],
    target: Annotated[Path, typer.Option("--out", help="The folder to write into.")],
    hamlet: Annotated[str, typer.Option(help="Hamlet id; without it every hamlet.")] = "",
    config: Config = DEFAULT,
) -> None:
    """Write the invitations of a session: a DOCX a hamlet, for its head to hand out."""
    target.mkdir(parents=True, exist_ok=True)
    many = over(config, lambda works: _letters(works, session, target, hamlet))
    out.print(f"Wrote {many} files into {target}.", markup=False)


async def _letters(works: Works, session: int, target: Path, hamlet: str) -> int:
    from bot.services.hall import door_papers  # noqa: PLC0415 - it draws: 15 MB

    async with works.begin() as work:
        found = await door_papers.for_letters(work, session, hamlet)
    for (ward, place), draw in track(found.items(), console=remarks, transient=True):
        file = target / f"giay-moi-{session}-{place or ward}.docx"
        file.write_bytes(_drawn(works, draw))
    return len(found)


def attendance(
    session: Annotated[int, typer.Option(help="Session number.")],
    target: Annotated[Path, typer.Option("--out", help="The file to write: .docx or .xlsx.")],
    config: Config = DEFAULT,
) -> None:
    """Write the list to sign of a session: who was checked in, with the sums of the voucher."""
    if target.suffix not in _ENDINGS or not target.parent.is_dir():
        raise ConfigError(f"--out {target}: name a file {' or '.join(_ENDINGS)} in a folder.")
    content = over(config, lambda works: _attendance(works, session, target.suffix))
    target.write_bytes(content)
    out.print(f"Wrote {target} ({len(content):,} bytes).", markup=False)


async def _attendance(works: Works, session: int, ending: str) -> bytes:
    from bot.services.hall import door_papers  # noqa: PLC0415 - it draws: 15 MB

    async with works.begin() as work:
        draw = await door_papers.for_attendance(work, session, as_sheet=ending == ".xlsx")
    return _drawn(works, draw)


def _drawn(works: Works, draw: Drawing) -> bytes:
    """Nobody waits for it but the command: it is drawn in the same thread."""
    return draw(partial(works.voice.texts.say, HOME), works.today)
