"""``make bench``: measures, shows the table, writes ``bench/results.json``.

Ratios travel, absolute figures do not: read them together with the machine they were measured on.
"""

import asyncio
import gc
import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from bench import intake, latency, outbox, start, understanding
from bench.figures import RESULTS, Figure, table, write
from bench.rig import FULL, QUICK, TINY, Bench, Failed, Sizes, stay_aside, workplace

#: What can be measured, in the order of the table.
GROUPS: dict[str, Callable[[Bench], Awaitable[list[Figure]]]] = {
    "intake": intake.measure,
    "latency": latency.measure,
    "outbox": outbox.measure,
    "start": start.measure,
    "understanding": understanding.measure,
}

#: Load up to which the machine counts as idle.
_QUIET = 0.5

screen = Console(highlight=False)


async def measured(names: list[str], sizes: Sizes) -> list[Figure]:
    """Every figure of the groups, told about on the way."""
    stay_aside()
    gc.freeze()
    found: list[Figure] = []
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    shown = Progress(*columns, console=screen, auto_refresh=False, transient=True)
    with workplace() as folder, shown:
        task = shown.add_task("", total=len(names))

        def tell(words: str) -> None:
            shown.update(task, description=words)
            shown.refresh()
            if not screen.is_terminal:
                screen.print(words)

        bench = Bench(sizes, folder, tell)
        for name in names:
            found += await GROUPS[name](bench)
            shown.advance(task)
    return found


def main(
    *,
    quick: Annotated[bool, typer.Option(help="About a minute: one round, short windows.")] = False,
    tiny: Annotated[bool, typer.Option(help="Only to see that everything works.")] = False,
    only: Annotated[list[str] | None, typer.Option(help="A group; may be repeated.")] = None,
    to: Annotated[Path, typer.Option(help="The file to write.")] = RESULTS,
) -> None:
    """Measure speed against python-telegram-bot, on this machine, in this run."""
    names = only or list(GROUPS)
    if unknown := [name for name in names if name not in GROUPS]:
        raise typer.BadParameter(f"{unknown[0]} is none of {', '.join(GROUPS)}")
    sizes = TINY if tiny else QUICK if quick else FULL
    before = os.getloadavg()[0]
    try:
        found = asyncio.run(measured(names, sizes))
    except Failed as error:
        screen.print(str(error), markup=False)
        raise typer.Exit(1) from None
    screen.print(table(found))
    write(found, to, beside=bool(only))
    screen.print(f"Wrote {to}.")
    if before > _QUIET:
        screen.print(
            f"Before, {before:.1f} programs wanted a core: measure again when it is quiet."
        )


if __name__ == "__main__":
    typer.run(main)
