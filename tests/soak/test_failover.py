"""The PostgreSQL of two programs dies for good, and its standby takes its place.

What is committed is on both (``synchronous_standby_names``), and whatever leads programs to the
database, here a wire, leads them to the standby from then on: a moment too early, while it can only
be read. Programs are told nothing. ``make soak`` lets the program that sends die with the server.
"""

import asyncio
import random
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.doubles.postgres import Server, ask
from tests.doubles.standby import Standby, standby
from tests.doubles.telegram import TelegramDouble, User
from tests.soak import crashes
from tests.soak.crowd import Deliveries, asks, comes
from tests.soak.doors import Doors
from tests.soak.fleet import KILLED, Fleet, Mishap, fleet
from tests.soak.test_fleet import IN_FLIGHT, LIMIT
from tests.soak.ward import all_was_heard, broadcast, calm, move_in, nothing_is_missing, places

pytestmark = pytest.mark.postgres

TEXTS = ("Bản tin thứ nhất", "Bản tin thứ hai")

#: Until all is said, in seconds: far more than it should take.
PATIENCE = 120.0


@pytest.mark.parametrize(
    ("followers", "sender_dies"),
    [
        pytest.param(60, False, id="the server dies"),
        pytest.param(
            400, True, id="the server dies, and the one that sends", marks=pytest.mark.soak
        ),
    ],
)
async def test_when_a_standby_takes_over_nothing_is_lost_and_the_limit_holds(
    server: Server, tmp_path: Path, chance: random.Random, followers: int, sender_dies: bool
) -> None:
    with standby(server) as second:
        async with TelegramDouble() as double, fleet(server, double, tmp_path, 2, chance) as town:
            known = [double.user(f"Resident {n}", started=True) for n in range(followers)]
            askers = [double.user(f"Asker {n}", started=True) for n in range(8)]
            await move_in(town.url, places(known), datetime.now(UTC), follow=True)
            await move_in(town.url, places(askers), datetime.now(UTC))
            pages = await _live(town, double, Failover(server, second, sender_dies), askers)
            questions, copies = len(askers) + len(pages), len(TEXTS) * followers
            await nothing_is_missing(town.url, questions=questions, copies=copies)

    said = crashes.heard(double.calls)
    assert double.violations == []
    assert crashes.most_in(said, 1.0) <= LIMIT
    all_was_heard(said, known, TEXTS, askers)
    again = crashes.repeats(said, [one.at for one in town.mishaps])
    assert sum(repeated.total() for repeated in again.values()) <= IN_FLIGHT
    assert [page for page in pages if len(set(page)) < len(page)] == [] or sender_dies


class Failover:
    """From a server to its standby."""

    def __init__(self, first: Server, second: Standby, sender_dies: bool) -> None:
        self._first = first
        self._second = second
        self._sender_dies = sender_dies

    async def befalls(self, town: Fleet) -> None:
        database = town.url.partition("?")[0].rpartition("/")[2]
        follows = "SELECT sync_state FROM pg_stat_replication"
        assert await ask(town.url, follows) == [("sync",)], "it would prove nothing"
        sender = await town.a_sender()
        await asyncio.to_thread(self._first.dies)
        if self._sender_dies:
            town.mishaps.append(Mishap(KILLED, to_sender=True, at=time.monotonic()))
            await sender.dies()
        for wire in town.wires.values():
            wire.leads_to(self._second.socket)
        await asyncio.sleep(1)
        await asyncio.to_thread(self._second.takes_over)
        town.url = self._second.url(database)
        await asyncio.to_thread(self._first.gets_up)  # nobody is led there
        self._second.is_waited_for_no_more()
        if self._sender_dies:
            await town.a_sender()  # another one
            await sender.begins()


async def _live(
    town: Fleet, double: TelegramDouble, failover: Failover, askers: Sequence[User]
) -> list[list[str]]:
    """People write before, while and after it happens; returns what stands on newcomers' pages."""
    doors = Doors(town.programs)
    async with asyncio.TaskGroup() as tasks:
        await broadcast(town.url, *TEXTS)
        delivering = tasks.create_task(Deliveries(double, doors).run(delivers=True))
        writing, pages = [], []
        for number, asker in enumerate(askers):
            writing.append(tasks.create_task(asks(asker)))
            if number % 2 == 0:
                pages.append(tasks.create_task(comes(doors)))
            await asyncio.sleep(0.25)
            if number == len(askers) // 2:
                await failover.befalls(town)
        await asyncio.gather(*writing, *pages)
        await calm(town.url, PATIENCE)
        delivering.cancel()
    return [page.result() for page in pages]
