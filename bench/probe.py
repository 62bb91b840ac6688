"""The product measured from the inside, over an archive, in a process of its own.

python -m bench.probe TASK CONFIG QUESTIONS NOW REPEATS TO   writes what it found to TO, as JSON
"""

import asyncio
import gc
import math
import os
import statistics
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from time import perf_counter

import orjson

from bench import stalls
from bench.archive import Archive
from bench.looks import Look, counters, pages
from bot import app
from bot.channels.web.channel import Web
from bot.channels.web.forms import Said
from bot.channels.web.mailbox import Mailbox, Pace
from bot.clock import Clock, SystemClock
from bot.config import load
from bot.domain.messages import Address, Happened, Inbound
from bot.domain.people import Person
from bot.outbox.delivery import Delivery
from bot.running import App
from bot.services.asking import drafting
from bot.work import Work
from storage import outbox, questions


@asynccontextmanager
async def opened(config: Path, clock: Clock | None = None) -> AsyncIterator[App]:
    """The product over the archive, nothing running; its garbage collected as in ``run``."""
    settings = load(config, os.environ)
    async with app.opened(settings) as database:
        made = await app.assemble(settings, database, clock=clock)
        await made.works.cache.prepare(made.works.today)
        gc.collect()
        gc.freeze()
        yield made


async def looks(config: Path, archive: Archive, repeats: int) -> dict[str, object]:
    """Milliseconds of each page that somebody opens, of each counter, and of a claim."""
    async with opened(config) as made:
        async with made.works.begin() as work:
            shown = {name: await _timed(work, one, repeats) for name, one in pages(archive).items()}
            counts = {**counters(archive), "health": lambda _work: made.health.findings()}
            counted = {name: await _timed(work, one, repeats) for name, one in counts.items()}
        claims = [await _claim(made) for _ in range(repeats)]
    return {"pages": shown, "counters": counted, "claim": statistics.median(claims)}


async def _timed(work: Work, look: Look, repeats: int) -> float:
    """The median of many looks, in milliseconds; the first ones only warm up."""
    found = []
    for _ in range(repeats + repeats // 10):
        since = perf_counter()
        await look(work)
        found.append(1000 * (perf_counter() - since))
    return statistics.median(found[repeats // 10 :])


async def _claim(made: App) -> float:
    """Take eight messages to be sent, and give them back."""
    async with made.works.begin() as work:
        since = perf_counter()
        claimed = await outbox.claim(work.tx, "telegram", work.now, 8)
        took = 1000 * (perf_counter() - since)
        await outbox.wait(work.tx, [(one, work.now) for one in claimed])
    return took


async def store(config: Path, archive: Archive, repeats: int) -> list[float]:
    """Milliseconds from the press on *send* until the question is on disk, in its queue."""
    found = []
    async with opened(config) as made:
        began = made.works.clock.now() - timedelta(milliseconds=1)
        for number in range(1, repeats + 1):
            resident = 1 + number % archive.people
            draft = await _draft(made, resident, number)
            since = perf_counter()
            await _press(made, resident, f"send:{draft}")
            found.append(1000 * (perf_counter() - since))
            async with made.works.look() as work:
                newest = await questions.of_asker(work.tx, resident, most=1)
            assert newest[0].asked_at >= began, "it was not filed"
    return found


async def _draft(made: App, resident: int, number: int) -> int:
    message = _inbound(
        resident, text=f"Nhà tôi ở hẻm {number}, vay vốn nuôi bò thì cần giấy tờ gì?"
    )
    async with made.works.begin() as work:
        return await drafting.draft(work, Person(id=resident), message)


async def _press(made: App, resident: int, data: str) -> None:
    await made.intake.store([_inbound(resident, press=data, happened=Happened.PRESSED)])
    await _work_off(made)


async def _work_off(made: App) -> None:
    while await made.dispatch.step() or not made.dispatch.idle:
        await made.dispatch.drain()


#: Names of updates that no run before has used.
_updates = count(time.time_ns())


def _inbound(
    resident: int, *, text: str = "", press: str = "", happened: Happened = Happened.SAID
) -> Inbound:
    number = str(next(_updates))
    return Inbound(
        address=Address("telegram", str(resident)),
        id=number,
        sender=str(resident),
        at=datetime.now(UTC),
        happened=happened,
        text=text,
        press=press,
        message_id=number,
    )


async def replies(config: Path, archive: Archive, repeats: int) -> dict[str, list[float]]:
    """Milliseconds of a whole reply on the web page: to an old hand, and to a newcomer."""
    found: dict[str, list[float]] = {"old-hand": [], "newcomer": []}
    async with opened(config) as made:
        [web] = made.channels
        assert isinstance(web, Web)
        web.limits = replace(web.limits, per_second=math.inf, per_chat_second=math.inf)
        delivery = Delivery(made.works, web)
        moments = count(1)

        def later() -> datetime:
            """Nobody writes so much that they are asked to slow down."""
            return datetime.now(UTC) + timedelta(minutes=next(moments))

        mailbox = Mailbox(made.works.database, later, Pace())
        for number in range(repeats + repeats // 10):
            for chat in sorted(found, reverse=number % 2 == 0):
                said = Said(nonce=f"nonce{number:06d}", text=f"Thẻ bảo hiểm hết hạn, hẻm {number}?")
                since = perf_counter()
                await mailbox.keep(chat, said)
                await mailbox.hand_over(chat, made.intake.store)
                await _work_off(made)
                while await delivery.step() or not delivery.idle:
                    await delivery.drain()
                found[chat].append(1000 * (perf_counter() - since))
    return {chat: times[repeats // 10 :] for chat, times in found.items()}


async def holds(config: Path, archive: Archive, repeats: int) -> dict[str, float]:
    """The longest time that the event loop stood still, in milliseconds, by what went on."""
    clock = stalls.Later(SystemClock(), timedelta(days=200))
    async with opened(config, clock) as made:
        return await stalls.longest(stalls.Strain(made, config, archive, seconds=repeats / 50))


_TASKS: dict[str, Callable[[Path, Archive, int], Awaitable[object]]] = {
    "looks": looks,
    "store": store,
    "replies": replies,
    "holds": holds,
}


def main(task: str, config: str, given: Sequence[str], to: str) -> None:
    many, now, repeats = map(int, given)
    found = asyncio.run(_do(_TASKS[task](Path(config), Archive(many, now), repeats)))
    Path(to).write_bytes(orjson.dumps(found))


async def _do(work: Awaitable[object]) -> object:
    return await work


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:6], sys.argv[6])
