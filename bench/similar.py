"""P15: answers found by their words, over very many: time, recall, memory, and time to begin.

What is looked for is a known answer by its question in other words, as in P15. The times are those
of the whole look-up: memory, SQL's public rule, and weighing.
"""

import asyncio
import time
from pathlib import Path
from typing import Any

import orjson

from bench.archive import Archive, build
from bench.figures import Figure, interval, percentile
from bench.rig import Bench, Failed, database, settings, started
from bench.words import rewrite


async def measure(bench: Bench) -> list[Figure]:
    many = bench.sizes.answered
    bench.tell(f"library: writing {many:,} questions")
    place = bench.place()
    archive = Archive(many, time.time_ns() // 1_000_000)
    await asyncio.to_thread(build, database(place), archive)
    await asyncio.to_thread(rewrite, database(place))
    bench.tell("library: looking for answers")
    found = await _probe(place, bench.sizes.probes)
    return _figures(found)


async def _probe(place: Path, repeats: int) -> Any:
    to = place / "found.json"
    more = {"LANGNGHE_STORAGE__URL": f"sqlite:///{database(place)}"}
    given = (str(settings(place)), str(repeats), str(to))
    async with started("bench.similar_probe", *given, place=place, more=more) as subject:
        if await subject.process.wait():
            raise Failed(f"looking for answers broke off:\n{subject.words}")
    return orjson.loads(to.read_bytes())


def _figures(found: Any) -> list[Figure]:
    held, (right, asked) = f"{found['held']:,} answers", found["recall"]
    low, high = interval(right, asked)
    return [
        _time("similar_find", f"words found in memory, {held}", found["find"], 3, 25),
        _time("similar_search", f"/traloi with words, {held}", found["search"], 5, 25),
        _time("similar_offer", f"an answer offered before asking, {held}", found["offer"], 5, 25),
        Figure(
            name="similar_recall",
            title="the known answer among the first ten",
            value=right / asked,
            unit="of 1",
            better="higher",
            goal=0.97,
            least=0.93,
            against=f"{right} of {asked}; 95 %: {low:.1%} to {high:.1%}",
        ),
        Figure(
            name="similar_build",
            title=f"from the start until {held} are held",
            value=found["built"],
            unit="s",
            better="lower",
            against="in the background, five hundred a transaction",
        ),
        Figure(
            name="similar_memory",
            title=f"memory for {held}",
            value=found["rss"],
            unit="MB",
            better="lower",
        ),
    ]


def _time(name: str, title: str, took: list[float], goal: float, least: float) -> Figure:
    return Figure(
        name=name,
        title=f"{title}, p99",
        value=percentile(took, 0.99),
        unit="ms",
        better="lower",
        goal=goal,
        least=least,
        against=f"p50 {percentile(took, 0.5):.2f} ms, {len(took)} looks",
    )
