"""P1, P2: registration and question, everything durable, against an echo that keeps nothing.

Closed loop: 200 dialogues, each sends its next message on the answer. The product stores each
update, works on it in a transaction, and sends from its outbox; the peer only sends the words back.
"""

import asyncio
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass

from bench import people
from bench.figures import Figure, middle_ratio, spread
from bench.people import Crowd, Script
from bench.rig import Bench, Failed, Subject, database, echo, product
from bench.server import BotApi


@dataclass(frozen=True, slots=True)
class Window:
    """What was measured in one window of one process."""

    rate: float  #: updates answered a second
    cpu: float  #: milliseconds of processor time an update


async def measure(bench: Bench) -> list[Figure]:
    """Typed, where an update is one message on both sides; and with buttons, as people do it."""
    plain = await _side_by_side(bench, "typed", people.typed)
    buttons = await _side_by_side(bench, "with buttons", people.pressed)
    return [
        *_figures("p1_intake_cpu", "p2_intake_rate", "registration + question", plain, goals=True),
        *_figures(
            "intake_buttons_cpu",
            "intake_buttons_rate",
            "the same, with buttons",
            buttons,
            goals=False,
        ),
    ]


Pairs = list[tuple[Window, Window]]


async def _side_by_side(bench: Bench, name: str, script: Callable[[int], Script]) -> Pairs:
    found = []
    for turn in range(bench.sizes.rounds):
        bench.tell(f"intake, {name}, round {turn + 1}: PTB echo")
        theirs = await _echoed(bench, people.echoed(script))
        bench.tell(f"intake, {name}, round {turn + 1}: product")
        ours = await _kept(bench, script)
        found.append((ours, theirs))
    return found


async def _echoed(bench: Bench, script: Callable[[int], Script]) -> Window:
    async with BotApi() as api, echo(api, bench.place()) as subject:
        return await _window(bench, subject, Crowd(api, script))


async def _kept(bench: Bench, script: Callable[[int], Script]) -> Window:
    place = bench.place()
    async with BotApi() as api:
        crowd = Crowd(api, script)
        async with product(api, place) as subject:
            found = await _window(bench, subject, crowd)
    _must_be_kept(str(database(place)), crowd.finished)
    return found


async def _window(bench: Bench, subject: Subject, crowd: Crowd) -> Window:
    sizes = bench.sizes
    crowd.talk(sizes.dialogues)
    try:
        await subject.until(crowd.settled, within=60)
    except Failed as error:
        raise Failed(f"{crowd.unanswered()}\n{error}") from None
    await asyncio.sleep(sizes.warm)
    since, used = time.perf_counter(), subject.cpu
    await asyncio.sleep(sizes.window)
    until, used = time.perf_counter(), subject.cpu - used
    answered = len(crowd.waits(since, until))
    if not answered:
        raise Failed(f"{crowd.unanswered()}\n{subject.words}")
    return Window(rate=answered / (until - since), cpu=1000 * used / answered)


def _must_be_kept(path: str, finished: int) -> None:
    """A figure counts only if the work behind it was done: a receipt means a question kept."""
    connection = sqlite3.connect(path)
    try:
        asked, signed = (
            connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0]
            for table in ("questions", "registrations")
        )
    finally:
        connection.close()
    if min(asked, signed) < finished:
        raise Failed(f"{finished} dialogues ended, but {asked} questions, {signed} seats")


def _figures(cpu: str, rate: str, what: str, pairs: Pairs, *, goals: bool) -> list[Figure]:
    ours, theirs = [one for one, _ in pairs], [one for _, one in pairs]
    our_cpu, their_cpu = [one.cpu for one in ours], [one.cpu for one in theirs]
    our_rate, their_rate = [one.rate for one in ours], [one.rate for one in theirs]
    return [
        Figure(
            name=cpu,
            title=f"{what}: CPU an update",
            value=middle_ratio(our_cpu, their_cpu),
            unit="x",
            better="lower",
            goal=0.45 if goals else None,
            least=0.7 if goals else None,
            against=f"{spread(our_cpu)} ms; bare PTB echo {spread(their_cpu)} ms",
        ),
        Figure(
            name=rate,
            title=f"{what}: updates/s",
            value=middle_ratio(our_rate, their_rate),
            unit="x",
            better="higher",
            goal=2.5 if goals else None,
            least=1.5 if goals else None,
            against=f"{spread(our_rate, '.0f')}/s; bare PTB echo {spread(their_rate, '.0f')}/s",
        ),
    ]
