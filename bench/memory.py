"""P22: whether memory grows with every update."""

import asyncio
import time

from bench import people
from bench.figures import Figure, spread
from bench.people import Crowd
from bench.rig import Bench, Failed, Subject, database, product
from bench.server import BotApi
from storage import schema

_PATIENCE = 300.0  # seconds


async def measure(bench: Bench) -> list[Figure]:
    """New people all the time, in a closed loop; what comes before the first look fills caches."""
    many, place = bench.sizes.drift, bench.place()
    third = many // 3
    bench.tell(f"memory over {many:,} updates")
    await schema.ensure_sqlite(database(place))  # the first start ever is the largest
    async with BotApi() as api:
        crowd = Crowd(api, people.typed)
        async with product(api, place) as subject:
            crowd.talk(bench.sizes.dialogues)
            await _answered(crowd, third, subject)
            await asyncio.sleep(bench.sizes.all_read)
            found, before = [subject.rss], len(crowd.answered)
            for part in (1, 2):
                await _answered(crowd, before + part * third, subject)
                found.append(subject.rss)
    return [
        Figure(
            name="p22_rss_drift",
            title=f"growth of memory over {2 * third:,} updates",
            value=100 * (found[2] / found[0] - 1),
            unit="%",
            better="lower",
            goal=2,
            least=5,
            against=f"{spread(found)} MB once all is read, after {third:,} more, and {2 * third:,}",
        )
    ]


async def _answered(crowd: Crowd, many: int, subject: Subject) -> None:
    end = time.perf_counter() + _PATIENCE
    while len(crowd.answered) < many:
        await asyncio.sleep(0.02)
        if time.perf_counter() > end:
            raise Failed(f"{len(crowd.answered)} of {many} were answered:\n{subject.words}")
