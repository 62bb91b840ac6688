"""P9, P10, P12: a broadcast as fast as it goes, at the platform's limit, and beside replies."""

import asyncio
import time
from collections.abc import Sequence
from itertools import pairwise

from bench import people, seed
from bench.figures import Figure, middle_ratio, percentile, spread
from bench.people import Crowd
from bench.rig import Bench, Failed, Subject, database, product, started
from bench.server import BotApi, Gate

_LIMIT = 30  # messages a second, Telegram's
_INBOUND = 5.0  # updates a second beside a broadcast
_REST = 3.0  # seconds between two messages of one person: Telegram takes one a second a chat


async def measure(bench: Bench) -> list[Figure]:
    return [await _lifted(bench), *await _at_the_limit(bench), await _beside_replies(bench)]


# ── as fast as it goes ───────────────────────────────────────────────────────────────────────


async def _lifted(bench: Bench) -> Figure:
    """From the first message to the last. The product also queues and settles a row for each."""
    ours, theirs, many = [], [], bench.sizes.broadcast
    for turn in range(bench.sizes.rounds):
        bench.tell(f"broadcast of {many:,}, round {turn + 1}: PTB, 8 workers")
        async with BotApi() as api:
            crowd, place = Crowd(api, people.typed), bench.place()
            async with started(
                "bench.peer", "broadcast", api.url, str(many), place=place
            ) as subject:
                theirs.append(await _rate(crowd, many, subject))
        bench.tell(f"broadcast of {many:,}, round {turn + 1}: product")
        place = bench.place()
        await seed.subscribers(database(place), many)
        async with BotApi() as api:
            crowd = Crowd(api, people.typed)
            async with product(api, place) as subject:
                ours.append(await _rate(crowd, many, subject))
    return Figure(
        name="p9_outbox_lifted",
        title=f"broadcast of {many:,}, limits lifted",
        value=middle_ratio(ours, theirs),
        unit="x",
        better="higher",
        goal=4.0,
        least=2.5,
        against=f"{spread(ours, '.0f')}/s; PTB, 8 workers, nothing kept {spread(theirs, '.0f')}/s",
    )


async def _rate(crowd: Crowd, many: int, subject: Subject) -> float:
    end = time.perf_counter() + 120
    while len(crowd.others) < many:
        await asyncio.sleep(0.02)
        if time.perf_counter() > end:
            raise Failed(f"{len(crowd.others)} of {many} went out:\n{subject.words}")
    return (many - 1) / (crowd.others[many - 1] - crowd.others[0])


# ── at the limit ─────────────────────────────────────────────────────────────────────────────


async def _at_the_limit(bench: Bench) -> list[Figure]:
    """The platform takes 30 within any second, and shuts out for 3 s whoever sends one more."""
    seconds = bench.sizes.limit_window
    bench.tell(f"broadcast at the limit, {seconds:g} s")
    place = bench.place()
    await seed.subscribers(database(place), int(_LIMIT * (seconds + 5)))
    async with BotApi() as api:
        api.gate = gate = Gate(_LIMIT)
        crowd = Crowd(api, people.typed)
        async with product(api, place, per_second=str(_LIMIT), per_chat="1") as subject:
            await _first(crowd, subject)
            await asyncio.sleep(seconds)
            sent = [at for at in crowd.others if at < crowd.others[0] + seconds]
    against = f"strict {_LIMIT}/s, {seconds:g} s; longest gap {1000 * _longest_gap(sent):.0f} ms"
    return [
        Figure(
            name="p10_limit_rate",
            title="broadcast at the limit: rate / limit",
            value=len(sent) / seconds / _LIMIT,
            unit="x",
            better="higher",
            goal=0.98,
            least=0.96,
            against=against,
        ),
        Figure(
            name="p10_limit_most",
            title="broadcast at the limit: most in a second",
            value=most_in_a_second(sent),
            unit="",
            better="lower",
            goal=_LIMIT,
            least=_LIMIT,
            against=against,
        ),
        Figure(
            name="p10_limit_refused",
            title="broadcast at the limit: refused with 429",
            value=gate.refused,
            unit="",
            better="lower",
            goal=0,
            least=0,
            against=against,
        ),
    ]


async def _first(crowd: Crowd, subject: Subject) -> None:
    for _ in range(1_000):
        if crowd.others:
            return
        await asyncio.sleep(0.02)
    raise Failed(f"the broadcast did not begin:\n{subject.words}")


def most_in_a_second(moments: Sequence[float]) -> int:
    """The largest number within any one second. ``moments`` are in order."""
    first, most = 0, 0
    for index, at in enumerate(moments):
        while at - moments[first] >= 1.0:
            first += 1
        most = max(most, index - first + 1)
    return most


def _longest_gap(moments: Sequence[float]) -> float:
    return max((after - before for before, after in pairwise(moments)), default=0.0)


# ── beside replies ───────────────────────────────────────────────────────────────────────────


async def _beside_replies(bench: Bench) -> Figure:
    """The same few people write, with and without a broadcast at the limit going out."""
    busy, idle = [], []
    for turn in range(bench.sizes.rounds):
        bench.tell(f"replies, round {turn + 1}: nothing else going on")
        idle.append(await _replies(bench, 0))
        bench.tell(f"replies, round {turn + 1}: beside a broadcast of {bench.sizes.broadcast:,}")
        busy.append(await _replies(bench, bench.sizes.broadcast))
    ours, theirs = ([percentile(one, 0.99) for one in side] for side in (busy, idle))
    return Figure(
        name="p12_reply_beside_broadcast",
        title="answer beside a broadcast, p99",
        value=middle_ratio(ours, theirs),
        unit="x",
        better="lower",
        goal=1.1,
        least=1.5,
        against=f"{spread(ours, '.1f')} ms; with no broadcast {spread(theirs, '.1f')} ms",
    )


async def _replies(bench: Bench, receivers: int) -> list[float]:
    place = bench.place()
    if receivers:
        await seed.subscribers(database(place), receivers)
    async with BotApi() as api:
        crowd = Crowd(api, people.typed)
        async with product(api, place, per_second=str(_LIMIT), per_chat="1") as subject:
            if receivers:
                await _first(crowd, subject)
            await crowd.write(_INBOUND, 2 * bench.sizes.warm, rest=_REST)
            since = time.perf_counter()
            await crowd.write(_INBOUND, bench.sizes.reply_window, rest=_REST)
            await asyncio.sleep(0.5)
            waits = crowd.waits(since, time.perf_counter())
    if not waits:
        raise Failed("nobody was answered")
    return [1000 * one for one in waits]
