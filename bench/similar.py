"""P15, P16: answers found by their words, over very many: time, recall, memory, and time to begin.

What is looked for is a known answer by its question in other words, as in P15. The times are those
of the whole look-up: memory, SQL's public rule, and weighing.
"""

import asyncio
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from bench.archive import Archive, build
from bench.figures import Figure, interval, percentile
from bench.rig import Bench, Failed, database, settings, started
from bench.words import rewrite


@dataclass(frozen=True, slots=True)
class _Goals:
    """What is held of a look, in milliseconds, and of what is found: goal and line."""

    name: str  #: before the names of its figures
    find: tuple[float, float]
    search: tuple[float, float]
    recall: tuple[float, float]


#: P15 over a hundred thousand, P16 over a million.
_FEW = _Goals("similar", (3, 25), (5, 25), (0.97, 0.93))
_MANY = _Goals("similar_many", (15, 120), (15, 120), (0.95, 0.90))


async def measure(bench: Bench) -> list[Figure]:
    return [
        figure
        for many, goals in zip(bench.sizes.answered, (_FEW, _MANY), strict=True)
        for figure in await _measured(bench, many, goals)
    ]


async def _measured(bench: Bench, many: int, goals: _Goals) -> list[Figure]:
    bench.tell(f"library: writing {many:,} questions")
    place = bench.place()
    archive = Archive(many, time.time_ns() // 1_000_000)
    await asyncio.to_thread(build, database(place), archive)
    await asyncio.to_thread(rewrite, database(place))
    bench.tell("library: looking for answers")
    return _figures(await _probe(place, bench.sizes.probes), goals)


async def _probe(place: Path, repeats: int) -> Any:
    to = place / "found.json"
    more = {"LANGNGHE_STORAGE__URL": f"sqlite:///{database(place)}"}
    given = (str(settings(place)), str(repeats), str(to))
    async with started("bench.similar_probe", *given, place=place, more=more) as subject:
        if await subject.process.wait():
            raise Failed(f"looking for answers broke off:\n{subject.words}")
    return orjson.loads(to.read_bytes())


def _figures(found: Any, goals: _Goals) -> list[Figure]:
    held, (right, asked) = f"{found['held']:,} answers", found["recall"]
    low, high = interval(right, asked)
    name, (goal, least) = goals.name, goals.recall
    return [
        _time(f"{name}_find", f"words found in memory, {held}", found["find"], goals.find),
        _time(f"{name}_search", f"/traloi with words, {held}", found["search"], goals.search),
        _time(f"{name}_offer", f"offered before asking, {held}", found["offer"], goals.search),
        Figure(
            name=f"{name}_recall",
            title=f"the known answer among the first ten, {held}",
            value=right / asked,
            unit="of 1",
            better="higher",
            goal=goal,
            least=least,
            against=f"{right} of {asked}; 95 %: {low:.1%} to {high:.1%}",
        ),
        Figure(
            name=f"{name}_build",
            title=f"from the start until {held} are held",
            value=found["built"],
            unit="s",
            better="lower",
            against="in the background, five hundred a transaction",
        ),
        Figure(
            name=f"{name}_memory",
            title=f"memory for {held}",
            value=found["rss"],
            unit="MB",
            better="lower",
        ),
    ]


def _time(name: str, title: str, took: list[float], held: tuple[float, float]) -> Figure:
    return Figure(
        name=name,
        title=f"{title}, p99",
        value=percentile(took, 0.99),
        unit="ms",
        better="lower",
        goal=held[0],
        least=held[1],
        against=f"p50 {percentile(took, 0.5):.2f} ms, {len(took)} looks",
    )
