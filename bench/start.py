"""P21, P22: from nothing to the first question for updates, and the memory used when idle."""

import asyncio
import time

from bench.figures import Figure, spread
from bench.rig import Bench, echo, product
from bench.server import BotApi


async def measure(bench: Bench) -> list[Figure]:
    """An empty database is made on the way: schema, programme, the example's sign-in links."""
    bench.tell("start: once, so that nothing is compiled while the clock runs")
    await _once(bench, ours=True)
    ours, theirs = [], []
    for turn in range(bench.sizes.rounds):
        bench.tell(f"start, round {turn + 1}")
        theirs.append(await _once(bench, ours=False))
        ours.append(await _once(bench, ours=True))
    our_start, their_start = [one for one, _ in ours], [one for one, _ in theirs]
    our_rss, their_rss = [one for _, one in ours], [one for _, one in theirs]
    return [
        Figure(
            name="p21_start",
            title="start to first getUpdates",
            value=sorted(our_start)[len(our_start) // 2],
            unit="s",
            better="lower",
            goal=0.8,
            least=1.5,
            against=f"{spread(our_start)} s; bare PTB echo {spread(their_start)} s",
        ),
        Figure(
            name="p22_rss_idle",
            title="memory, idle",
            value=sorted(our_rss)[len(our_rss) // 2],
            unit="MB",
            better="lower",
            goal=75,
            least=110,
            against=f"{spread(our_rss, '.0f')} MB; bare PTB echo {spread(their_rss, '.0f')} MB",
        ),
    ]


async def _once(bench: Bench, *, ours: bool) -> tuple[float, float]:
    """Seconds until the first poll, and MB a little later."""
    place = bench.place()
    async with BotApi() as api:
        began = time.perf_counter()
        async with product(api, place) if ours else echo(api, place) as subject:
            ready = time.perf_counter() - began
            await asyncio.sleep(bench.sizes.warm)
            return ready, subject.rss
