"""P21, P22: from nothing to the first question for updates, and the memory used when idle."""

import asyncio
import statistics
import time
from pathlib import Path

from bench.figures import Figure, spread
from bench.rig import Bench, echo, product
from bench.server import BotApi

Starts = list[tuple[float, float]]  #: seconds until the first poll, and MB


async def measure(bench: Bench) -> list[Figure]:
    """The first start makes the database: schema, programme, the example's sign-in links.

    Every later one finds it there. That is the memory an installation needs from day to day.
    """
    bench.tell("start: once, so that nothing is compiled while the clock runs")
    await _once(bench, bench.place(), ours=True)
    first, again, theirs = [], [], []
    for turn in range(bench.sizes.rounds):
        bench.tell(f"start, round {turn + 1}")
        theirs.append(await _once(bench, bench.place(), ours=False))
        place = bench.place()
        first.append(await _once(bench, place, ours=True))
        again.append(await _once(bench, place, ours=True))
    return _figures(first, again, theirs)


def _figures(first: Starts, again: Starts, theirs: Starts) -> list[Figure]:
    echoes = [seconds for seconds, _ in theirs]
    rss, echoes_rss = [mb for _, mb in again], [mb for _, mb in theirs]
    return [
        _start("p21_start", "start to first getUpdates, empty database", first, echoes),
        _start("p21_start_again", "the same, the second time", again, echoes),
        Figure(
            name="p22_rss_idle",
            title="memory, idle",
            value=statistics.median(rss),
            unit="MB",
            better="lower",
            goal=75,
            least=110,
            against=f"{spread(rss)} MB; bare PTB echo {spread(echoes_rss)} MB",
        ),
    ]


def _start(name: str, title: str, starts: Starts, echoes: list[float]) -> Figure:
    found = [seconds for seconds, _ in starts]
    return Figure(
        name=name,
        title=title,
        value=statistics.median(found),
        unit="s",
        better="lower",
        goal=0.8,
        least=1.5,
        against=f"{spread(found)} s; bare PTB echo {spread(echoes)} s",
    )


async def _once(bench: Bench, place: Path, *, ours: bool) -> tuple[float, float]:
    """Seconds until the first poll, and MB a little later."""
    async with BotApi() as api:
        began = time.perf_counter()
        async with product(api, place) if ours else echo(api, place) as subject:
            ready = time.perf_counter() - began
            await asyncio.sleep(bench.sizes.warm)
            return ready, subject.rss
