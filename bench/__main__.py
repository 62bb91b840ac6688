"""``make bench``: measures, shows the table, writes ``bench/results.json``.

Ratios travel, absolute figures do not: read them together with the machine they were measured on.
"""

import asyncio
import gc
import os
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from bench import (
    disk,
    far,
    fsm,
    growth,
    intake,
    latency,
    limit,
    locked,
    memory,
    outbox,
    plots,
    postgres,
    replies,
    roster,
    seats,
    similar,
    start,
    storm,
    understanding,
    webhook,
)
from bench.figures import RESULTS, SERIES, Figure, table, write, write_series
from bench.rig import FULL, QUICK, TINY, Bench, Failed, stay_aside, workplace

Groups = Mapping[str, Callable[[Bench], Awaitable[list[Figure]]]]

#: What can be measured, in the order of the table.
GROUPS: Groups = {
    "intake": intake.measure,
    "far": far.measure,
    "fsm": fsm.measure,
    "latency": latency.measure,
    "disk": disk.measure,
    "locked": locked.measure,
    "webhook": webhook.measure,
    "outbox": outbox.measure,
    "limit": limit.measure,
    "replies": replies.measure,
    "storm": storm.measure,
    "start": start.measure,
    "memory": memory.measure,
    "postgres": postgres.measure,
    "growth": growth.measure,
    "seats": seats.measure,
    "roster": roster.measure,
    "similar": similar.measure,
    "understanding": understanding.measure,
}

#: The figures that say how a cost grows with what is in the database.
_GROWS = ("p18_", "p19_", "p20_", "p25_")

#: Load up to which the machine counts as idle.
_QUIET = 0.5

screen = Console(highlight=False)


@dataclass(slots=True)
class Found:
    """The results of a run."""

    figures: list[Figure] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)  #: groups that could not be measured, and why


async def measured(groups: Groups, bench: Bench, done: Callable[[], None]) -> Found:
    """Every figure of the groups. One that fails is told of, and does not stop the others."""
    found = Found()
    for name, measure in groups.items():
        try:
            found.figures += await measure(bench)
        except Failed as error:
            found.failures.append(f"{name}: {error}")
        done()
    for one in found.figures:
        if one.name.startswith(_GROWS) and one.unit == "x":
            bench.keep("growth", one.title, round(one.value, 3))
    return found


@contextmanager
def telling(groups: int) -> Iterator[tuple[Callable[[str], None], Callable[[], None]]]:
    """To tell what is being done, and that a group is; lines instead of a bar without a screen."""
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    shown = Progress(*columns, console=screen, auto_refresh=False, transient=True)
    with shown:
        task = shown.add_task("", total=groups)

        def tell(words: str) -> None:
            shown.update(task, description=words)
            shown.refresh()
            if not screen.is_terminal:
                screen.print(words)

        yield tell, lambda: shown.advance(task)


def main(
    *,
    quick: Annotated[
        bool, typer.Option(help="About three minutes: one round, short windows.")
    ] = False,
    tiny: Annotated[bool, typer.Option(help="Only to see that everything works.")] = False,
    only: Annotated[list[str] | None, typer.Option(help="A group; may be repeated.")] = None,
    to: Annotated[Path, typer.Option(help="The file to write.")] = RESULTS,
) -> None:
    """Measure speed against python-telegram-bot, on this machine, in this run."""
    names = only or list(GROUPS)
    if unknown := [name for name in names if name not in GROUPS]:
        raise typer.BadParameter(f"{unknown[0]} is none of {', '.join(GROUPS)}")
    before = os.getloadavg()[0]
    stay_aside()
    gc.freeze()
    with workplace() as folder, telling(len(names)) as (tell, done):
        bench = Bench(TINY if tiny else QUICK if quick else FULL, folder, tell)
        found = asyncio.run(measured({name: GROUPS[name] for name in names}, bench, done))
    screen.print(table(found.figures))
    write(found.figures, to, beside=bool(only))
    write_series(bench.series, to.with_name(SERIES.name), beside=bool(only))
    if to == RESULTS:
        plots.draw(SERIES, plots.FOLDER)
    screen.print(f"Wrote {to}.")
    if before > _QUIET:
        screen.print(
            f"Before, {before:.1f} programs wanted a core: measure again when it is quiet."
        )
    if found.failures:
        screen.print("\n".join(found.failures), markup=False)
        raise typer.Exit(1)


if __name__ == "__main__":
    typer.run(main)
