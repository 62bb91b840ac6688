"""P5: how long an answer takes at 100 updates a second, against the echo of python-telegram-bot."""

import asyncio
import time
from collections.abc import Callable

from bench import people
from bench.figures import Figure, percentile, ratio
from bench.people import Crowd, Script
from bench.rig import Bench, echo, product
from bench.server import BotApi

_PER_SECOND = 100.0

#: How often it is looked, a tenth of a second apart, whether all were answered.
_LOOKS = 100


async def measure(bench: Bench) -> list[Figure]:
    """Open loop, Poisson arrivals, long poll on both sides; milliseconds until the first answer."""
    ours, theirs = [], []
    for turn in range(bench.sizes.rounds):
        bench.tell(f"open loop, round {turn + 1}: PTB echo")
        async with BotApi(poll_delay=0) as api, echo(api, bench.place()):
            theirs.append(await _waits(bench, api, people.echoed(people.typed)))
        bench.tell(f"open loop, round {turn + 1}: product")
        async with BotApi(poll_delay=0) as api, product(api, bench.place()):
            ours.append(await _waits(bench, api, people.typed))
    return [_figure(ours, theirs, 0.99), _figure(ours, theirs, 0.5)]


async def _waits(bench: Bench, api: BotApi, script: Callable[[int], Script]) -> list[float]:
    crowd = Crowd(api, script)
    await crowd.write(_PER_SECOND, bench.sizes.warm)
    since = time.perf_counter()
    await crowd.write(_PER_SECOND, bench.sizes.open_loop)
    for _ in range(_LOOKS):  # who waits longest counts as well
        if not crowd.still_waiting():
            break
        await asyncio.sleep(0.1)
    return [1000 * wait for wait in crowd.waits(since, time.perf_counter())]


def _figure(ours: list[list[float]], theirs: list[list[float]], share: float) -> Figure:
    name, is_last = f"p{round(100 * share)}", share == 0.99
    return ratio(
        f"p5_open_loop_{name}",
        f"answer at 100 updates/s, {name}",
        ([percentile(one, share) for one in ours], [percentile(one, share) for one in theirs]),
        "{} ms; PTB long poll {} ms",
        better="lower",
        goal=0.8 if is_last else None,
        least=1.5 if is_last else None,
    )
