"""P13, P14, P22: a broadcast to 100,000 as fast as it goes, while others write.

Queueing and sending go side by side here, as they do in the product. A stall of the intake is the
time from a batch of updates being handed out until the next poll confirms it: until it is stored.
"""

import asyncio
import math
import statistics
import time
from dataclasses import dataclass

from bench import people, seed
from bench.figures import Figure, percentile, spread
from bench.limit import begun
from bench.outbox import all_sent
from bench.people import Crowd
from bench.rig import Bench, Failed, product
from bench.server import BotApi

_INBOUND = 50.0  # updates a second
_LONGEST, _SHORTEST = 300.0, 0.5  # seconds


@dataclass(frozen=True, slots=True)
class Storm:
    """What others felt of one broadcast."""

    rate: float  #: messages a second
    p99: float  #: milliseconds until an answer
    stall: float  #: longest, in milliseconds
    rss: float  #: MB afterwards


async def measure(bench: Bench) -> list[Figure]:
    storms = []
    for turn in range(bench.sizes.rounds):
        bench.tell(f"broadcast of {bench.sizes.storm:,} with others writing, round {turn + 1}")
        storms.append(await _storm(bench))
    return _figures(storms, f"{bench.sizes.storm:,}")


def _figures(storms: list[Storm], many: str) -> list[Figure]:
    rates = spread([one.rate for one in storms])
    beside = f"{_INBOUND:.0f} updates/s beside {rates} messages/s"
    answer = _figure(
        "p13_reply_lifted",
        "answer beside a broadcast as fast as it goes, p99",
        ([one.p99 for one in storms], "ms", beside),
        goal=80,
        least=150,
    )
    stall = _figure(
        "p14_stall",
        f"longest stall of the intake while {many} are queued",
        ([one.stall for one in storms], "ms", beside),
        goal=40,
        least=100,
    )
    rss = _figure(
        "p22_rss_broadcast",
        f"memory after a broadcast to {many}",
        ([one.rss for one in storms], "MB", beside),
        goal=100,
        least=180,
    )
    return [answer, stall, rss]


async def _storm(bench: Bench) -> Storm:
    many = bench.sizes.storm
    place = await seed.place_with(bench, many)
    async with BotApi() as api:
        crowd = Crowd(api, people.typed)
        async with product(api, place) as subject:
            writing = asyncio.create_task(crowd.write(_INBOUND, _LONGEST))
            await begun(crowd, subject)
            await asyncio.sleep(bench.sizes.warm + _SHORTEST)
            await all_sent(crowd, many, subject, within=_LONGEST)
            since = crowd.others[0] + bench.sizes.warm
            felt = await _felt(crowd, api, since)
            writing.cancel()
            await asyncio.sleep(bench.sizes.warm)
            rss = subject.rss
    began, last = crowd.others[0], crowd.others[many - 1]
    until = max(last, since + _SHORTEST, felt)
    waits = crowd.waits(since, until)
    stalls = _stalls(api, since, until)
    rate = (many - 1) / (last - began)
    return Storm(rate, 1000 * percentile(waits, 0.99), 1000 * max(stalls), rss)


async def _felt(crowd: Crowd, api: BotApi, since: float) -> float:
    """Wait until somebody was answered and a batch was stored; returns when, however slow it is."""
    end = time.perf_counter() + _LONGEST
    while not crowd.waits(since, math.inf) or not _stalls(api, since, math.inf):
        if time.perf_counter() > end:
            raise Failed(f"nobody was answered: {crowd.unanswered()}")
        await asyncio.sleep(0.02)
    answered = next(at for at, _ in crowd.answered if at >= since)
    stored = next(at for at, _ in api.kept if at >= since)
    return math.nextafter(max(answered, stored), math.inf)


def _stalls(api: BotApi, since: float, until: float) -> list[float]:
    return [wait for at, wait in api.kept if since <= at < until]


def _figure(
    name: str, title: str, found: tuple[list[float], str, str], *, goal: float, least: float
) -> Figure:
    values, unit, beside = found
    return Figure(
        name=name,
        title=title,
        value=statistics.median(values),
        unit=unit,
        better="lower",
        goal=goal,
        least=least,
        against=f"{spread(values)} {unit}; {beside}",
    )
