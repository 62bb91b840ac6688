"""Two programs on one PostgreSQL: both take messages in and work on them, nothing is done twice."""

import asyncio
import random
from collections import defaultdict
from contextlib import AsyncExitStack
from dataclasses import replace

import pytest

from bot import app
from bot.clock import SystemClock
from bot.config import Settings
from bot.dispatch import Dispatch
from bot.domain.messages import Outgoing
from bot.duties import Duty, Held
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

CHATS, MESSAGES = 12, 6

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

    def by(self, worker: str, made: App) -> Dispatch:
        async def listen(turn: Turn) -> None:
            assert turn.address not in self.at_work, "two turns in one chat at once"
            self.at_work.add(turn.address)
            await asyncio.sleep(random.uniform(0, 0.005))
            await turn.say("question-kept")
            self.at_work.remove(turn.address)
            turn.work.tx.after_commit(lambda: self.words[turn.address].append(turn.text))
            self.workers.add(worker)

        return Dispatch(made.works, replace(ROUTES, labels={}, fallback=listen))


async def _until_nothing_waits(made: App) -> None:
    async with asyncio.timeout(60):
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
                    settings, database, clock=SystemClock(), channels=lambda _s, _w: [platform]
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
        loops = [asyncio.ensure_future(one.listen(one.works.bells.rung)) for one in (writes, sends)]
        never = ManualClock()
        woken = asyncio.ensure_future(sends.works.bells.out("line").wait(never, 3600))
        async with asyncio.timeout(60):
            while not woken.done():  # until both of them listen
                async with writes.works.begin() as work:
                    await work.put("line:lan", Outgoing(text="Dạ"), Priority.REPLY)
                await asyncio.wait((woken,), timeout=0.05)
        for loop in loops:
            loop.cancel()
        await asyncio.gather(*loops, return_exceptions=True)


async def _performs_nothing(_held: Held) -> None:
    await asyncio.Event().wait()


async def _commits_slowly(url: str) -> None:
    """Whoever takes a duty waits for its commit."""
    await ask(
        url,
        "CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN PERFORM pg_sleep(0.5); RETURN NULL; END $$",
    )
    await ask(
        url,
        "CREATE CONSTRAINT TRIGGER waits AFTER INSERT ON duties DEFERRABLE INITIALLY DEFERRED "
        "FOR EACH ROW EXECUTE FUNCTION wait()",
    )


async def _until_somebody_commits(url: str) -> None:
    async with asyncio.timeout(10):
        while True:
            if await ask(url, "SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep'"):
                return
            await asyncio.sleep(0.01)


async def test_who_stops_while_it_takes_a_duty_leaves_it_free(database: Postgres, url: str) -> None:
    await _commits_slowly(url)
    duty = Duty(works_over(database, SystemClock()), "tick", "a", _performs_nothing)
    running = asyncio.create_task(duty.run())
    await _until_somebody_commits(url)

    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    await database.close()  # whatever is still under way has ended then

    assert await ask(url, "SELECT name FROM duties") == []
