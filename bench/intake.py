"""P1, P2: registration and question, everything durable, against an echo that keeps nothing.

Closed loop: 200 dialogues, each sends its next message on the answer. The product stores each
update, works on it in a transaction, and sends from its outbox; the peer only sends the words back.
"""

import asyncio
import sqlite3
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import people
from bench.figures import Figure, ratio
from bench.people import Crowd, Script
from bench.rig import Bench, Failed, Subject, database, echo, product
from bench.server import BotApi

Scripts = Callable[[int], Script]

#: A busy machine gets so many windows until somebody is answered in them, and a tick of processor
#: time was used: it is told in hundredths of a second.
_WINDOWS = 20


@dataclass(frozen=True, slots=True)
class Window:
    """What was measured in one window of one process."""

    rate: float  #: updates answered a second
    cpu: float  #: milliseconds of processor time an update
    rss: float  #: MB in use at its end


Pairs = list[tuple[Window, Window]]  #: (ours, theirs), side by side


async def measure(bench: Bench) -> list[Figure]:
    """Typed, where an update is one message on both sides; and with buttons, as people do it."""
    plain = await _side_by_side(bench, "typed", people.typed)
    buttons = await _side_by_side(bench, "with buttons", people.pressed)
    keep(bench, "Lắng Nghe", [ours for ours, _ in plain])
    keep(bench, "python-telegram-bot", [theirs for _, theirs in plain])
    what, same = "registration + question", "the same, with buttons"
    return [
        *figures(plain, ("p1_intake_cpu", "p2_intake_rate"), what, goals=True),
        *figures(buttons, ("intake_buttons_cpu", "intake_buttons_rate"), same),
    ]


async def _side_by_side(bench: Bench, name: str, script: Scripts) -> Pairs:
    found = []
    for turn in range(bench.sizes.rounds):
        bench.tell(f"intake, {name}, round {turn + 1}: PTB echo")
        theirs = await echoed(bench, script)
        bench.tell(f"intake, {name}, round {turn + 1}: product")
        found.append((await kept(bench, script), theirs))
    return found


async def echoed(bench: Bench, script: Scripts = people.typed) -> Window:
    """The bare echo of python-telegram-bot."""
    async with BotApi() as api, echo(api, bench.place()) as subject:
        return await window(bench, subject, Crowd(api, people.echoed(script)))


async def kept(
    bench: Bench,
    script: Scripts = people.typed,
    *,
    place: Path | None = None,
    module: str = "bot",
) -> Window:
    """The product on SQLite; what it answered for must be in the database afterwards."""
    place = place or bench.place()
    async with BotApi() as api:
        crowd = Crowd(api, script)
        async with product(api, place, module=module) as subject:
            found = await window(bench, subject, crowd)
    must_be_kept(crowd.finished, *counted(str(database(place))))
    return found


async def window(
    bench: Bench, subject: Subject, crowd: Crowd, *, even_mixture: bool = True
) -> Window:
    """Have the crowd talk, and measure.

    First comes an ``even_mixture`` of steps, which is of no need where all cost alike.
    """
    sizes = bench.sizes
    crowd.talk(sizes.dialogues)
    try:
        if even_mixture:
            await subject.until(crowd.settled, within=60)
    except Failed as error:
        raise Failed(f"{crowd.unanswered()}\n{error}") from None
    await asyncio.sleep(sizes.warm)
    since, before = time.perf_counter(), subject.cpu
    for _ in range(_WINDOWS):
        await asyncio.sleep(sizes.window)
        until, used = time.perf_counter(), subject.cpu - before
        if (answered := len(crowd.waits(since, until))) and used:
            break
    else:
        raise Failed(f"{crowd.unanswered()}\n{subject.words}")
    rate, cpu = answered / (until - since), 1000 * used / answered
    return Window(rate=rate, cpu=cpu, rss=subject.rss)


#: What a receipt stands for: a question and a seat.
KEPT = ("questions", "seats")


def counted(path: str) -> tuple[int, int]:
    """How many questions and seats an SQLite file holds."""
    connection = sqlite3.connect(path)
    try:
        asked, signed = (
            int(connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0]) for table in KEPT
        )
    finally:
        connection.close()
    return asked, signed


def must_be_kept(finished: int, asked: int, signed: int) -> None:
    """A figure counts only if the work behind it was done: a receipt means a question kept."""
    if min(asked, signed) < finished:
        raise Failed(f"{finished} dialogues ended, but {asked} questions, {signed} seats")


def keep(bench: Bench, who: str, windows: Sequence[Window]) -> None:
    """For the plot of intake."""
    rate = statistics.median(one.rate for one in windows)
    cpu = statistics.median(one.cpu for one in windows)
    bench.keep("intake", who, {"rate": round(rate, 1), "cpu": round(cpu, 3)})


def figures(
    pairs: Pairs, names: tuple[str, str], what: str, *, goals: bool = False
) -> list[Figure]:
    """Processor time an update, and updates a second: ours to those of PTB's echo."""
    return [
        ratio(
            names[0],
            f"{what}: CPU an update",
            ([ours.cpu for ours, _ in pairs], [theirs.cpu for _, theirs in pairs]),
            "{} ms; bare PTB echo {} ms",
            better="lower",
            goal=0.45 if goals else None,
            least=0.7 if goals else None,
        ),
        ratio(
            names[1],
            f"{what}: updates/s",
            rates(pairs),
            "{}/s; bare PTB echo {}/s",
            better="higher",
            goal=2.5 if goals else None,
            least=1.5 if goals else None,
        ),
    ]


def rates(pairs: Pairs) -> tuple[list[float], list[float]]:
    """Updates answered a second, ours and theirs."""
    return [ours.rate for ours, _ in pairs], [theirs.rate for _, theirs in pairs]
