"""The same thing done again and again, by several at once. Needs nothing but Python."""

import asyncio
import time
from collections.abc import Awaitable, Callable

#: As many as have a connection each.
WORKERS = 8

_WARM = 0.2  # of the time, before anything counts


async def hammered(unit: Callable[[int, int], Awaitable[None]], seconds: float) -> dict[str, float]:
    """``unit(worker, number)`` for so long: units a second, and milliseconds of CPU for each."""
    done = 0
    start = time.perf_counter()
    until = start + seconds * (1 + _WARM)

    async def work(worker: int) -> None:
        nonlocal done
        number = 0
        while time.perf_counter() < until:
            number += 1
            await unit(worker, number)
            done += 1

    working = asyncio.gather(*(work(worker) for worker in range(WORKERS)))
    await asyncio.sleep(seconds * _WARM)
    since, before, used = time.perf_counter(), done, time.process_time()
    await working
    counted, used = done - before, time.process_time() - used
    return {"rate": counted / (time.perf_counter() - since), "cpu": 1000 * used / counted}
