"""Two programs on one PostgreSQL: both take messages in and work on them, nothing is done twice."""

import asyncio
import random
from collections import defaultdict
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import datetime
from typing import Any

import asyncpg
import pytest

from bot import app
from bot.clock import SystemClock
from bot.config import Settings
from bot.domain.messages import Outgoing
from bot.duties import Duty, Held
from bot.inbox.dispatch import Dispatch
from bot.running import App
from bot.turn import Turn
from handlers import ROUTES
from storage import duties, inbox
from storage.duties import Lease
from storage.outbox import Priority
from storage.postgres import Postgres
from tests.doubles.chat import Platform, Talk
from tests.doubles.clock import ManualClock
from tests.doubles.postgres import ask
from tests.doubles.spine import said, works_over

#: One program alone takes fewer at once than there are chats, two of them more.
CHATS, MESSAGES, AT_ONCE = 12, 6, 8

#: Only so that a program that does nothing is noticed: however slow the machine, it is done before.
_LONG = 300

pytestmark = pytest.mark.postgres


@pytest.fixture
def engine() -> str:
    return "postgres"


class Heard:
    """What was worked on, by chat, in the order in which it was committed; and by whom."""

    def __init__(self) -> None:
        self.words: dict[str, list[str]] = defaultdict(list)
        self.workers: set[str] = set()
        self.at_work: set[str] = set()
        self._both = asyncio.Event()  #: two programs have begun a turn

    def by(self, worker: str, made: App) -> Dispatch:
        async def listen(turn: Turn) -> None:
            assert turn.address not in self.at_work, "two turns in one chat at once"
            self.at_work.add(turn.address)
            self._begins(worker)
            await self._both.wait()
            await asyncio.sleep(random.uniform(0, 0.005))
            await turn.say("question-kept")
            self.at_work.remove(turn.address)
            turn.work.tx.after_commit(lambda: self.words[turn.address].append(turn.text))

        routes = replace(ROUTES, labels={}, fallback=listen)
        return Dispatch(made.works, routes, at_once=AT_ONCE)

    def _begins(self, worker: str) -> None:
        self.workers.add(worker)
        if len(self.workers) == 2:
            self._both.set()


class Standing(SystemClock):
    """Waits as any clock, and shows the same hour: no lease runs out, however long a turn takes."""

    def now(self) -> datetime:
        return ManualClock().now()


async def _until_nothing_waits(made: App) -> None:
    async with asyncio.timeout(_LONG):
        while True:
            async with made.works.database.reading() as tx:
                waiting, _ = await inbox.waiting(tx)
            if not waiting:
                return
            await asyncio.sleep(0.05)


async def test_promise_1_two_programs_work_on_each_chat_in_order_and_nothing_twice(
    settings: Settings, url: str
) -> None:
    heard, platform = Heard(), Platform("line")
    async with AsyncExitStack() as stack:
        made = []
        for _ in range(2):
            database = await stack.enter_async_context(app.opened(settings))
            made.append(
                await app.assemble(
                    settings, database, clock=Standing(), channels=lambda _s, _w: [platform]
                )
            )
        dispatches = [heard.by(f"program {n}", one) for n, one in enumerate(made)]
        loops = [asyncio.ensure_future(one.run()) for one in dispatches]
        for number in range(MESSAGES):
            batch = [said(f"câu {number}", chat=f"chat {n}") for n in range(CHATS)]
            # a platform that tells both, twice
            await asyncio.gather(*(one.intake.store(batch) for one in (*made, *made)))
        await _until_nothing_waits(made[0])
        for loop in loops:
            loop.cancel()
        await asyncio.gather(*loops, return_exceptions=True)
        await Talk(made[1], platform, ManualClock()).settle()

    wanted = [f"câu {number}" for number in range(MESSAGES)]
    assert dict(heard.words) == {f"line:chat {n}": wanted for n in range(CHATS)}
    assert heard.workers == {"program 0", "program 1"}
    assert [len(chat) for chat in platform.chats.values()] == [MESSAGES] * CHATS
    assert await ask(url, "SELECT state, COUNT(*) FROM inbox GROUP BY state") == [
        ("done", CHATS * MESSAGES)
    ]
    assert await ask(url, "SELECT COUNT(*) FROM people") == [(CHATS,)]


async def test_a_program_that_starts_leaves_the_leases_of_another_alone(
    settings: Settings, clock: ManualClock
) -> None:
    async with app.opened(settings) as first:
        async with first.transaction() as tx:
            await inbox.store(tx, [said("một")], clock.now())
            await inbox.claim(tx, clock.now(), 1)
            await duties.take(tx, "tick", Lease("first", clock.now()))
        async with app.opened(settings) as second, second.transaction() as tx:
            assert await inbox.claim(tx, clock.now(), 1) == []
            assert [one[:2] for one in await duties.everyone(tx)] == [("tick", "first")]


async def test_the_program_that_sends_is_woken_by_the_one_that_wrote(settings: Settings) -> None:
    platform = Platform("line")
    async with AsyncExitStack() as stack:
        writes, sends = [
            await app.assemble(
                settings,
                await stack.enter_async_context(app.opened(settings)),
                channels=lambda _s, _w: [platform],
            )
            for _ in range(2)
        ]
        loops = [
            asyncio.ensure_future(one.listen(one.works.wakeups.received)) for one in (writes, sends)
        ]
        never = ManualClock()
        woken = asyncio.ensure_future(sends.works.wakeups.outgoing("line").wait(never, 3600))
        async with asyncio.timeout(_LONG):
            while not woken.done():  # until both of them listen
                async with writes.works.begin() as work:
                    await work.put("line:lan", Outgoing(text="Dạ"), Priority.REPLY)
                await asyncio.wait((woken,), timeout=0.05)
        for loop in loops:
            loop.cancel()
        await asyncio.gather(*loops, return_exceptions=True)


async def _performs_nothing(_held: Held) -> None:
    await asyncio.Event().wait()


#: What commits wait for that take a duty.
_GATE = 17


async def _commits_wait(url: str) -> None:
    """Whoever takes a duty waits with its commit for the gate."""
    await ask(
        url,
        "CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN PERFORM pg_advisory_xact_lock({_GATE}); RETURN NULL; END $$",
    )
    await ask(
        url,
        "CREATE CONSTRAINT TRIGGER waits AFTER INSERT ON duties DEFERRABLE INITIALLY DEFERRED "
        "FOR EACH ROW EXECUTE FUNCTION wait()",
    )


async def _until_somebody_commits(url: str) -> None:
    waits = f"SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = {_GATE}"
    async with asyncio.timeout(_LONG):
        while True:
            if await ask(url, f"{waits} AND NOT granted"):
                return
            await asyncio.sleep(0.01)


async def test_who_stops_while_it_takes_a_duty_leaves_it_free(database: Postgres, url: str) -> None:
    await _commits_wait(url)
    duty = Duty(works_over(database, ManualClock()), "tick", "a", _performs_nothing)
    gate: Any = await asyncpg.connect(url)
    await gate.execute(f"SELECT pg_advisory_lock({_GATE})")
    running = asyncio.create_task(duty.run())
    await _until_somebody_commits(url)

    running.cancel()
    await asyncio.wait((running,), timeout=0.5)  # one that left at once would be done by now
    await gate.close()
    await asyncio.gather(running, return_exceptions=True)
    await database.close()  # whatever is still under way has ended then

    assert await ask(url, "SELECT name FROM duties") == []
