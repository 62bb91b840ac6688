"""P9: a broadcast as fast as it goes, against what python-telegram-bot does best by itself."""

import asyncio
import time

from bench import people, seed
from bench.figures import Figure, ratio
from bench.people import Crowd
from bench.rig import Bench, Failed, Subject, product, started
from bench.server import BotApi


async def measure(bench: Bench) -> list[Figure]:
    """From the first message to the last. The product also queues and settles a row for each."""
    ours, theirs, many = [], [], bench.sizes.broadcast
    for turn in range(bench.sizes.rounds):
        bench.tell(f"broadcast of {many:,}, round {turn + 1}: PTB, 8 workers")
        theirs.append(await _sent_by_peer(bench, many))
        bench.tell(f"broadcast of {many:,}, round {turn + 1}: product")
        ours.append(await _sent(bench, many))
    return [
        ratio(
            "p9_outbox_lifted",
            f"broadcast of {many:,}, limits lifted",
            (ours, theirs),
            "{}/s; PTB, 8 workers, nothing kept {}/s",
            better="higher",
            goal=4.0,
            least=2.5,
        )
    ]


async def _sent_by_peer(bench: Bench, many: int) -> float:
    place = bench.place()
    async with BotApi() as api:
        crowd = Crowd(api, people.typed)
        async with started("bench.peer", "broadcast", api.url, str(many), place=place) as subject:
            return await _rate(crowd, many, subject)


async def _sent(bench: Bench, many: int) -> float:
    place = await seed.place_with(bench, many)
    async with BotApi() as api:
        crowd = Crowd(api, people.typed)
        async with product(api, place) as subject:
            return await _rate(crowd, many, subject)


async def _rate(crowd: Crowd, many: int, subject: Subject) -> float:
    await all_sent(crowd, many, subject)
    return (many - 1) / (crowd.others[many - 1] - crowd.others[0])


async def all_sent(crowd: Crowd, many: int, subject: Subject, *, within: float = 120) -> None:
    """Wait until a broadcast has reached everybody."""
    end = time.perf_counter() + within
    while len(crowd.others) < many:
        await asyncio.sleep(0.02)
        if time.perf_counter() > end:
            raise Failed(f"{len(crowd.others)} of {many} went out:\n{subject.words}")
