"""Answers looked for by their words, over an archive whose texts differ, in a process of its own.

python -m bench.similar_probe CONFIG REPEATS TO   writes what it found to TO, as JSON
"""

import asyncio
import random
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from time import perf_counter

import orjson

from bench.probe import opened
from bench.words import asked_again
from bot.domain.people import Person
from bot.running import App
from bot.services.answers import library, offering
from bot.understanding.similar import Similar
from bot.work import Work
from storage import answers
from storage.answers import Published

#: How many known answers are looked for, as P15 does.
_KNOWN = 300


def _rss() -> float:
    """Memory in use, in MB."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


async def look(config: Path, repeats: int) -> dict[str, object]:
    async with opened(config) as made:
        await asyncio.to_thread(made.works.cache.router(made.works.today).rehearse)
        before, since = _rss(), perf_counter()
        await library.refresh(made.works)
        built, held = perf_counter() - since, len(made.works.similar)
        known = await _known(made, random.Random(1))
        asked = [(one, asked_again(one.question, number)) for number, one in enumerate(known)]
        similar = made.works.similar
        found = [
            one.release in {hit.id for hit in similar.find(text, 10, asked=True)}
            for one, text in asked
        ]
        texts = [text for _, text in asked][:repeats]
        return {
            "held": held,
            "built": built,
            "rss": _rss() - before,
            "recall": [sum(found), len(found)],
            "find": [_look_up(similar, text) for text in texts],
            "search": await _timed(made, [_some(text) for text in texts], library.search),
            "offer": await _timed(made, texts, _offer),
        }


def _some(text: str) -> str:
    """As many words as people look for."""
    return " ".join(text.split()[:5])


async def _offer(work: Work, text: str) -> object:
    return await offering.fitting(work, Person(id=1, ward="p7"), text)


async def _known(made: App, dice: random.Random) -> list[Published]:
    """Some of what is public, from all over the years."""
    found: list[Published] = []
    async with made.works.look() as work:
        page = await answers.published(work.tx, most=10)
        oldest, newest = 1, page[0].release
        for _ in range(min(_KNOWN, newest)):
            releases = [dice.randint(oldest, newest) for _ in range(20)]
            found += (await answers.public_among(work.tx, releases))[:1]
    return found


async def _timed(
    made: App, texts: list[str], do: Callable[[Work, str], Awaitable[object]]
) -> list[float]:
    """Milliseconds of each, in one transaction, as in a turn."""
    took = []
    async with made.works.look() as work:
        warm = texts[:20]
        for text in [*warm, *texts]:
            since = perf_counter()
            await do(work, text)
            took.append(1000 * (perf_counter() - since))
    return took[len(warm) :]


def _look_up(similar: Similar, text: str) -> float:
    since = perf_counter()
    similar.find(text, 10, asked=True)
    return 1000 * (perf_counter() - since)


if __name__ == "__main__":
    config, repeats, to = Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    to.write_bytes(orjson.dumps(asyncio.run(look(config, repeats))))
