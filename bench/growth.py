"""P18, P19, P20, P21, P24, P25: what is stored costs nothing. Two archives, side by side.

A large one and a small one, in which the same is open. What is measured inside runs in a process
of its own (``bench.probe``); starts and replies are measured from outside, as everywhere here.
"""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from bench import people
from bench.archive import Archive, build
from bench.figures import Figure, middle_ratio, percentile, spread
from bench.people import Crowd
from bench.rig import Bench, Failed, Subject, database, product, settings, started
from bench.server import BotApi

#: Updates a second beside which replies are timed: what a busy city sends.
_PER_SECOND = 50.0

#: What is watched for stalls, with its title.
_STALLS = {
    "backup": "backup",
    "housekeeping": "every tick",
    "refresh": "a new programme",
    "migration": "migration check",
    "erasure": "erasing a long history",
    "dispatch": "a sheet for each office",
    "roster": "a list of households from a chat",
}


@dataclass(frozen=True, slots=True)
class World:
    """An archive, and the folder in which it lies."""

    archive: Archive
    place: Path

    @property
    def name(self) -> str:
        return f"{self.archive.questions:,} questions"


async def measure(bench: Bench) -> list[Figure]:
    """The archives are written once; first what leaves them as they are, last what empties them."""
    small, big = [await _world(bench, many) for many in (bench.sizes.few, bench.sizes.many)]
    inside = await _inside(bench, small, big)
    outside = await _outside(bench, small, big)
    bench.tell(f"stalls with {big.name}")
    stalls = await _probe(big, "holds", round(50 * bench.sizes.window))
    return [*inside, *outside, *(_stall(one, stalls, big) for one in _STALLS)]


async def _world(bench: Bench, many: int) -> World:
    bench.tell(f"growth: writing {many:,} questions")
    made = World(Archive(many, time.time_ns() // 1_000_000), bench.place())
    await asyncio.to_thread(build, database(made.place), made.archive)
    return made


async def _probe(world: World, task: str, repeats: int) -> Any:
    """What ``bench.probe`` finds in a world."""
    found, archive = world.place / "found.json", world.archive
    given = (str(archive.questions), str(archive.now), str(repeats), str(found))
    more = {"LANGNGHE_STORAGE__URL": f"sqlite:///{database(world.place)}"}
    config = str(settings(world.place))
    async with started(
        "bench.probe", task, config, *given, place=world.place, more=more
    ) as subject:
        if await subject.process.wait():
            raise Failed(f"{task} with {world.name} broke off:\n{subject.words}")
    return orjson.loads(found.read_bytes())


# ── from the inside ──────────────────────────────────────────────────────────────────────────


async def _inside(bench: Bench, small: World, big: World) -> list[Figure]:
    looks: list[tuple[Any, Any]] = []
    stores: list[tuple[Any, Any]] = []
    for turn in range(bench.sizes.rounds):
        bench.tell(f"growth, round {turn + 1}: pages and counters")
        looks.append(await _both("looks", small, big, bench.sizes.probes))
        bench.tell(f"growth, round {turn + 1}: storing")
        stores.append(await _both("store", small, big, bench.sizes.probes))
    bench.tell("growth: replies to an old hand")
    replies = [await _probe(big, "replies", bench.sizes.probes) for _ in range(bench.sizes.rounds)]
    sizes = f"{big.name} / {small.archive.questions:,}"
    return [
        *_storing(stores, big, sizes),
        _looking("pages", "page", looks, sizes),
        _looking("counters", "counter", looks, sizes),
        _claiming(looks, sizes),
        _history(replies, big),
    ]


async def _both(task: str, small: World, big: World, repeats: int) -> tuple[Any, Any]:
    return await _probe(small, task, repeats), await _probe(big, task, repeats)


def _storing(stores: Sequence[tuple[Any, Any]], big: World, sizes: str) -> list[Figure]:
    small_p50, big_p50 = ([percentile(one, 0.5) for one in side] for side in _sides(stores))
    _, big_p99 = ([percentile(one, 0.99) for one in side] for side in _sides(stores))
    return [
        Figure(
            name="p18_store_p50",
            title=f"storing a question: {sizes}, p50",
            value=middle_ratio(big_p50, small_p50),
            unit="x",
            better="lower",
            goal=1.05,
            least=1.3,
            against=f"{spread(big_p50)} ms; {spread(small_p50)} ms",
        ),
        Figure(
            name="p18_store_p99",
            title=f"storing a question with {big.name}, p99",
            value=sorted(big_p99)[len(big_p99) // 2],
            unit="ms",
            better="lower",
            goal=10,
            least=30,
            against=f"{spread(big_p99)} ms",
        ),
    ]


def _sides(rounds: Sequence[tuple[Any, Any]]) -> tuple[list[Any], list[Any]]:
    return [one for one, _ in rounds], [one for _, one in rounds]


def _looking(what: str, title: str, looks: Sequence[tuple[Any, Any]], sizes: str) -> Figure:
    """The one that grows most."""
    before, after = ([one[what] for one in side] for side in _sides(looks))
    ratios = {
        name: middle_ratio([one[name] for one in after], [one[name] for one in before])
        for name in before[0]
    }
    worst = max(ratios, key=lambda name: ratios[name])
    old, new = [one[worst] for one in before], [one[worst] for one in after]
    return Figure(
        name=f"p19_{title}",
        title=f"the {title} that grows most of {len(ratios)}: {sizes}",
        value=ratios[worst],
        unit="x",
        better="lower",
        goal=1.1,
        least=1.5,
        against=f"{worst}: {spread(new)} ms; {spread(old)} ms",
    )


def _claiming(looks: Sequence[tuple[Any, Any]], sizes: str) -> Figure:
    before, after = ([one["claim"] for one in side] for side in _sides(looks))
    return Figure(
        name="p19_claim",
        title=f"claiming eight messages to be sent: {sizes}",
        value=middle_ratio(after, before),
        unit="x",
        better="lower",
        goal=1.1,
        least=1.5,
        against=f"{spread(after)} ms; {spread(before)} ms",
    )


def _history(replies: Sequence[Any], big: World) -> Figure:
    old, new = ([percentile(one[who], 0.5) for one in replies] for who in ("old-hand", "newcomer"))
    return Figure(
        name="p20_history",
        title=f"reply to somebody with {big.archive.messages:,} messages / with none",
        value=middle_ratio(old, new),
        unit="x",
        better="lower",
        goal=1.05,
        least=1.2,
        against=f"{spread(old)} ms; {spread(new)} ms",
    )


def _stall(what: str, found: dict[str, float], big: World) -> Figure:
    return Figure(
        name=f"p24_{what}",
        title=f"longest stall of the event loop: {_STALLS[what]}, {big.name}",
        value=found[what],
        unit="ms",
        better="lower",
        goal=25,
        least=100,
        against=f"while nothing goes on {found['nothing']:.1f} ms",
    )


# ── from outside ─────────────────────────────────────────────────────────────────────────────


async def _outside(bench: Bench, small: World, big: World) -> list[Figure]:
    starts: list[tuple[float, float]] = []
    waits: list[tuple[float, float]] = []
    for turn in range(bench.sizes.rounds):
        bench.tell(f"growth, round {turn + 1}: start and replies")
        (start, wait), (big_start, big_wait) = await _run(bench, small), await _run(bench, big)
        starts.append((start, big_start))
        waits.append((wait, big_wait))
    small_start, big_start_times = _sides(starts)
    few, many = _sides(waits)
    return [
        Figure(
            name="p21_start_archive",
            title=f"start to first getUpdates with {big.name}",
            value=sorted(big_start_times)[len(starts) // 2],
            unit="s",
            better="lower",
            goal=0.8,
            least=1.5,
            against=f"{spread(big_start_times)} s; {small.name} {spread(small_start)} s",
        ),
        Figure(
            name="p25_people",
            title=f"reply, p99: {big.archive.people:,} people / {small.archive.people:,}",
            value=middle_ratio(many, few),
            unit="x",
            better="lower",
            goal=1.05,
            least=1.2,
            against=f"{spread(many, '.1f')} ms; {spread(few, '.1f')} ms",
        ),
    ]


async def _run(bench: Bench, world: World) -> tuple[float, float]:
    """Seconds until the first poll, and milliseconds of a reply (p99) after that."""
    now = int(time.time())
    async with BotApi(poll_delay=0, last_update=1000 * now) as api:
        crowd, began = Crowd(api, people.typed, seed=1000 * now % 10**9), time.perf_counter()
        async with product(api, world.place) as subject:
            ready = time.perf_counter() - began
            await _settled(crowd, subject)
            await crowd.write(_PER_SECOND, bench.sizes.warm)
            since = time.perf_counter()
            await crowd.write(_PER_SECOND, bench.sizes.open_loop)
            await asyncio.sleep(0.3)
            waits = crowd.waits(since, time.perf_counter())
    return ready, 1000 * percentile(waits, 0.99)


async def _settled(crowd: Crowd, subject: Subject) -> None:
    """It answers: it has learnt to route, and what waited in its outbox has gone."""
    for _ in range(100):
        await crowd.write(_PER_SECOND, 0.2)
        if crowd.answered:
            return
    raise Failed(f"nobody was answered:\n{subject.words}")
