"""Telegram asks for pauses, of a second or a day: they are kept, cost no try, and all arrives.

``make test`` lives through each kind of storm once, ``make soak`` through fifty, one after another.
"""

import os
import random
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from bot.channels.base import Limits
from storage.database import Database
from storage.outbox import Priority
from tests.doubles.clock import ManualClock
from tests.doubles.telegram import Group, RateLimit, User
from tests.soak.post_office import PostOffice, post_office

#: What may be on its way when the first 429 comes: it was sent before anybody knew.
IN_FLIGHT = 32

#: Nine tenths of what the limit allows to what can wait, in a second.
RATE = 0.9 * 29

#: How many hear a bulletin that a storm interrupts.
WARD = 150

LENGTHS = (1, 35, 1386, 86_400)
KINDS = ("all", "chat", "group")


@dataclass(frozen=True)
class Storm:
    """What is refused, for how long, and whether the product is restarted meanwhile."""

    kind: str
    seconds: int
    restarts: bool

    def __str__(self) -> str:
        return f"{self.kind}, {self.seconds} s" + (", restarted" if self.restarts else "")


EVERY = [
    Storm(kind, seconds, restarts)
    for kind in KINDS
    for seconds in LENGTHS
    for restarts in (False, True)
]


@dataclass
class Town:
    """People and groups that are written to, and a Telegram that refuses what comes too fast."""

    office: PostOffice
    guard: RateLimit
    people: list[User]
    groups: list[Group]


@pytest.fixture
async def town(database: Database, clock: ManualClock) -> AsyncIterator[Town]:
    async with post_office(database, clock, Limits()) as office:
        guard = office.double.guards()
        guard.now = lambda: office.now
        yield Town(office, guard, office.people(WARD), await office.groups(3))


async def passes(town: Town, storm: Storm, chance: random.Random) -> None:
    """Live through one storm, and hold what is promised."""
    office, guard = town.office, town.guard
    await office.run_for(61)  # no limit has anything left to count
    struck: User | Group = chance.choice(town.people)
    if storm.kind == "group":
        struck = chance.choice(town.groups)
    for _ in range(2):
        await office.put([*chance.sample(town.people, 5), struck, *town.groups], "trả lời")
    if storm.kind == "all":
        await office.put(town.people, "bản tin", Priority.BROADCAST)
        await office.run_for(chance.uniform(0, 1))
    before, end = guard.refused, office.now + storm.seconds
    guard.pauses(0 if storm.kind == "all" else struck.id, storm.seconds)

    await office.run_for(0.9)
    learned = guard.refused
    assert 1 <= learned - before <= (IN_FLIGHT + 1 if storm.kind == "all" else 1)
    if storm.restarts:
        await office.restarts()
    await stays_away(town, storm, struck, end, chance)
    assert await office.tried() == [], "a pause cost a try"
    await office.clock.move(seconds=end - office.now)
    await comes_back(town, storm)
    await office.run_for(60)

    assert guard.refused == learned, "something was sent into a pause that was known"
    assert await office.waiting() == []
    assert office.astray() == {}
    assert office.out_of_order("trả lời") == []


async def stays_away(
    town: Town, storm: Storm, struck: User | Group, end: float, chance: random.Random
) -> None:
    """Look in at some moments of the pause: the struck hear nothing, the others what is new."""
    office = town.office
    others = [one for one in town.people if one is not struck]
    silent, moments = len(struck.heard), [chance.uniform(office.now, end) for _ in range(8)]
    for moment in sorted(moments) if storm.seconds > 1 else []:
        await office.clock.move(seconds=max(0.0, moment - office.now))
        other = chance.choice(others)
        await office.put([other, struck], "nhắc")
        await office.settle()
        if storm.kind != "all":
            assert other.heard[-1] == office.owed[other.id][-1]
    assert len(struck.heard) == silent


async def comes_back(town: Town, storm: Storm) -> None:
    """Two seconds after the pause the rate is what it was."""
    office = town.office
    await office.run_for(2)
    if storm.kind == "all":
        left, before = sum(one.waiting for one in await office.waiting()), office.arrived
        await office.run_for(2)
        assert office.arrived - before >= min(left, RATE * 2)


@pytest.mark.parametrize("storm", EVERY, ids=str)
async def test_a_storm_passes_and_everything_arrives_in_order_and_once(
    town: Town, storm: Storm
) -> None:
    await passes(town, storm, random.Random(str(storm)))


@pytest.mark.soak
async def test_fifty_storms_pass_one_after_another(town: Town) -> None:
    seed = os.environ.get("LANGNGHE_SEED") or str(random.SystemRandom().randrange(10**6))
    print(f"LANGNGHE_SEED={seed}")  # noqa: T201 - shown when the test fails
    chance = random.Random(seed)

    for _ in range(50):
        await passes(town, chance.choice(EVERY), chance)
