"""Dispatches from the command line: made, written as files, and put in when they come back."""

import sys
from pathlib import Path
from typing import Annotated

import orjson
import typer
from rich.table import Table
from rich.text import Text

from bot.cli.options import DEFAULT, Config, out, over, texts
from bot.domain.agencies import Queue
from bot.domain.dispatches import Dispatch, read_number
from bot.domain.errors import ConfigError
from bot.i18n import HOME
from bot.services.dispatches import dispatch_papers, dispatch_reading, dispatch_returns, dispatches
from bot.services.dispatches.dispatch_reading import Understood
from bot.services.dispatches.dispatch_verdicts import NEEDS_NO_WORD, SETTLED, Judged
from bot.services.dispatches.dispatch_words import summary, why_of
from bot.work import Works
from storage import dispatches as sheets

_FILE = typer.Argument(help="The sheet that came back: .xlsx or CSV.", exists=True)
_FOLDER = typer.Option("--out", help="The folder to write into.")


def say(key: str, **args: str) -> str:
    return texts().say(HOME, key, **args)


def make(
    target: Annotated[Path, _FOLDER],
    session: Annotated[int, typer.Option(help="Session number; without it whatever is open.")] = 0,
    agency: Annotated[str, typer.Option(help="Queue, such as bhxh; without it all.")] = "",
    send: Annotated[bool, typer.Option("--send", help="Send them to the heads, too.")] = False,
    config: Config = DEFAULT,
) -> None:
    """Make the numbered sheets of what is unanswered: an XLSX an agency, with a letter as DOCX."""
    target.mkdir(parents=True, exist_ok=True)

    async def run(works: Works) -> None:
        async with works.look() as work:
            wanted = [one for one in dispatches.queues(work) if agency in ("", str(one))]
        if not wanted:
            raise ConfigError(f"--agency {agency} is no queue of the programme; write bhxh, or so.")
        made = [await _made(works, one, session, send=send) for one in wanted]
        written = [await _write(works, one, target) for one in made if one]
        out.print(f"Wrote {len(written)} sheets into {target}.", markup=False)

    over(config, run)


async def _made(works: Works, queue: Queue, session: int, *, send: bool) -> Dispatch | None:
    async with works.begin() as work:
        found = await dispatches.make(work, queue, session, by=None)
        if found and send:
            await dispatch_papers.send(work, found)
        return found


def write(
    number: Annotated[str, typer.Argument(help="The sheet's number, such as 03/2026.")],
    target: Annotated[Path, _FOLDER],
    config: Config = DEFAULT,
) -> None:
    """Write the files of a sheet once more, its rows and codes as they went out."""
    named = read_number(number)
    if named is None or not target.is_dir():
        raise ConfigError(f"{number} into {target}: write a number such as 03/2026, and a folder.")

    async def run(works: Works) -> None:
        async with works.look() as work:
            found = await sheets.numbered(work.tx, *named)
        if found is None:
            raise ConfigError(f"There is no sheet {number}; langnghe dispatch list shows them.")
        out.print(f"Wrote {await _write(works, found, target)}.", markup=False)

    over(config, run)


async def _write(works: Works, one: Dispatch, target: Path) -> str:
    drawn = await dispatch_papers.draw(works, one.id)
    for ending, content in (("xlsx", drawn.sheet), ("docx", drawn.letter)):
        if content:
            (target / f"{drawn.name}.{ending}").write_bytes(content)
    return str(target / drawn.name)


def list_(config: Config = DEFAULT) -> None:
    """Show the sheets that went out, newest first."""

    async def run(works: Works) -> None:
        async with works.look() as work:
            table = Table("number", "agency", "session", "rows", "made", box=None)
            for one in await sheets.newest(work.tx):
                rows = str(len(await sheets.rows(work.tx, one.id)))
                made = f"{one.made_at.astimezone(work.programme.zone):%Y-%m-%d %H:%M}"
                name = work.programme.queue_name(one.queue)
                table.add_row(one.label, name, str(one.session or ""), rows, made)
        out.print(table)

    over(config, run)


# ── the way back ─────────────────────────────────────────────────────────────────────────────


def import_dispatch(
    file: Annotated[Path, _FILE],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what it says.")] = False,
    json: Annotated[
        bool, typer.Option("--json", help="A line of JSON a row, for programs.")
    ] = False,
    config: Config = DEFAULT,
) -> None:
    """Put in a sheet that came back: drafts for the heads to approve; rows left out are named."""
    content = file.read_bytes()

    async def run(works: Works) -> Understood:
        filled = dispatch_reading.read(content)
        async with works.look() if dry_run else works.begin() as work:
            found = await dispatch_reading.understand(work, filled, None)
            if not dry_run:
                await dispatch_returns.bring_in(work, found)
            return found

    found = over(config, run)
    (_print_lines if json else _print_table)(found)
    if dry_run and not json:
        out.print(say("dispatch-trial"))
    if not dry_run and any(one.verdict not in SETTLED for one in found.judged):
        raise typer.Exit(1)


def _print_lines(found: Understood) -> None:
    for one in found.judged:
        line = {
            "line": one.line.place,
            "verdict": one.verdict.value,
            "number": one.number,
            "answer": one.text,
            "why": _why(one),
        }
        sys.stdout.buffer.write(orjson.dumps(line) + b"\n")
    sys.stdout.buffer.flush()


def _print_table(found: Understood) -> None:
    table = Table(box=None)
    for heading in ("line", "number", "what", "why"):
        table.add_column(say(f"dispatch-heading-{heading}"))
    for one in found.judged:
        what = say(f"dispatch-verdict-{one.verdict.value}")
        table.add_row(*map(Text, (one.line.place, one.number, what, _why(one))))
    out.print(table)
    out.print(summary(texts(), HOME, found), markup=False)


def _why(one: Judged) -> str:
    quiet = one.verdict in NEEDS_NO_WORD
    return "" if quiet else why_of(texts(), HOME, one)
