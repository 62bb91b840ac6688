"""The PostgreSQL of two programs restarts, crashes, drops connections, refuses and deadlocks.

All goes on by itself: nothing is lost, and because no program dies, nothing comes twice. ``make
test`` plays each fault once, ``make soak`` two hundred of them.
"""

import asyncio
import random
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

import asyncpg
import pytest

from tests.doubles.postgres import Server, ask
from tests.doubles.telegram import TelegramDouble, User
from tests.soak import crashes
from tests.soak.crowd import Deliveries, asks, comes
from tests.soak.doors import Doors
from tests.soak.fleet import Fleet, fleet
from tests.soak.ward import all_was_heard, broadcast, calm, move_in, nothing_is_missing, places

pytestmark = pytest.mark.postgres

TEXTS = ("Bản tin thứ nhất", "Bản tin thứ hai")

#: Until all is said after the last fault, and until something is said after each, in seconds.
PATIENCE, RECOVERY = 600.0, 60.0

#: For how long nothing was said after each kind of fault.
Recoveries = Mapping[str, list[float]]

#: Fails one change in five for as long as ``faults`` says with which error.
REFUSING = (
    "CREATE TABLE faults (code TEXT)",
    "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE with_code TEXT; BEGIN"
    " SELECT code INTO with_code FROM faults; IF with_code IS NOT NULL AND random() < 0.2 THEN"
    " RAISE EXCEPTION USING ERRCODE = with_code, MESSAGE = 'refused on purpose'; END IF;"
    " RETURN NEW; END $$",
    *(
        f"CREATE TRIGGER refused BEFORE INSERT OR UPDATE ON {table}"
        " FOR EACH ROW EXECUTE FUNCTION refuse()"
        for table in ("inbox", "outbox", "questions", "conversations", "web_mailbox", "duties")
    ),
)


class Faults:
    """What may happen to a server, over and over."""

    def __init__(self, server: Server, town: Fleet) -> None:
        self._server = server
        self._town = town
        self._database = town.url.partition("?")[0].rpartition("/")[2]

    @property
    def all(self) -> Mapping[str, Callable[[], Awaitable[None]]]:
        return {
            "restart": lambda: asyncio.to_thread(self._server.restarts),
            "crash": lambda: asyncio.to_thread(self._server.restarts, crashes=True),
            "connections end": lambda: self._ends("TRUE"),
            "some connections end": lambda: self._ends("random() < 0.5"),
            "serialization failures": lambda: self._refuses("40001"),
            "deadlocks": lambda: self._refuses("40P01"),
            "no connection to be had": self._is_full,
        }

    async def _ends(self, which: str) -> None:
        await ask(
            self._town.url,
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
            f" AND datname = '{self._database}' AND {which}",
        )

    async def _refuses(self, code: str) -> None:
        await ask(self._town.url, f"INSERT INTO faults VALUES ('{code}')")
        await asyncio.sleep(1)
        await ask(self._town.url, "DELETE FROM faults")

    async def _is_full(self) -> None:
        """Others hold every connection there is, also those that the programs had."""
        held: list[Any] = []
        try:
            await self._fill(held)
            ends = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1"
            await held[0].fetch(ends, self._database)
            await self._fill(held)
            await asyncio.sleep(2)
        finally:
            await asyncio.gather(*(one.close() for one in held))

    async def _fill(self, held: list[Any]) -> None:
        try:
            while True:
                held.append(await asyncpg.connect(self._server.url("postgres")))
        except asyncpg.TooManyConnectionsError:
            return


SMALL = pytest.param(7, 120, id="7 faults")
FULL = pytest.param(200, 2500, id="200 faults", marks=pytest.mark.soak)


@pytest.mark.parametrize(("times", "followers"), [SMALL, FULL])
async def test_whatever_befalls_the_server_nothing_is_lost_and_nothing_comes_twice(
    server: Server,
    tmp_path: Path,
    chance: random.Random,
    capsys: pytest.CaptureFixture[str],
    times: int,
    followers: int,
) -> None:
    async with TelegramDouble() as double, fleet(server, double, tmp_path, 2, chance) as town:
        known = [double.user(f"Resident {n}", started=True) for n in range(followers)]
        askers = [double.user(f"Asker {n}", started=True) for n in range(times)]
        await move_in(town.url, places(known), datetime.now(UTC), follow=True)
        await move_in(town.url, places(askers), datetime.now(UTC))
        recoveries, pages = await _live(town, double, Faults(server, town), askers)
        questions, copies = times + len(pages), len(TEXTS) * followers
        await nothing_is_missing(town.url, questions=questions, copies=copies)

    with capsys.disabled():
        print(_report(recoveries))  # noqa: T201 - figures, asserted nowhere
    said = crashes.heard(double.calls)
    assert double.violations == []
    all_was_heard(said, known, TEXTS, askers)
    assert crashes.repeats(said, crashes=[]) == {}
    assert [page for page in pages if len(set(page)) < len(page)] == []


async def _live(
    town: Fleet, double: TelegramDouble, faults: Faults, askers: Sequence[User]
) -> tuple[Recoveries, list[list[str]]]:
    """One fault for each asker, until all is said; returns what stands on newcomers' pages."""
    recoveries: dict[str, list[float]] = defaultdict(list)
    doors = Doors(town.programs)
    for sql in REFUSING:
        await ask(town.url, sql)
    async with asyncio.TaskGroup() as tasks:
        await broadcast(town.url, *TEXTS)
        delivering = tasks.create_task(Deliveries(double, doors).run(delivers=True))
        writing, pages = [], []
        for number, asker in enumerate(askers):
            writing.append(tasks.create_task(asks(asker)))
            if number % 5 == 0:
                pages.append(tasks.create_task(comes(doors)))
            await asyncio.sleep(town.chance.uniform(0.0, 0.5))
            what = list(faults.all)[number % len(faults.all)]
            await faults.all[what]()
            recoveries[what].append(await _something_is_said(double))
        await asyncio.gather(*writing, *pages)
        await calm(town.url, PATIENCE)
        delivering.cancel()
    return recoveries, [page.result() for page in pages]


async def _something_is_said(double: TelegramDouble) -> float:
    """Seconds until it is."""
    start = time.monotonic()
    await double.called("sendMessage", double.counts["sendMessage"] + 1, within=RECOVERY)
    return time.monotonic() - start


def _report(recoveries: Recoveries) -> str:
    return "\n".join(
        f"  {what:<23} {len(waits):>3} times, then silence {median(waits):.1f} s, "
        f"at most {max(waits):.1f} s"
        for what, waits in recoveries.items()
    )
