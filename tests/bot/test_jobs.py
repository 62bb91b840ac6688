"""Who does slow work: nothing is lost when it stops, it computes beside the loop."""

import asyncio
import subprocess
import sys
import threading
from dataclasses import dataclass

import pytest

from bot.domain.errors import Rejected
from bot.domain.messages import Outgoing
from bot.services import slow
from storage import jobs
from storage.sqlite import Sqlite
from tests.conftest import ROOT
from tests.doubles.bench import CHAT, Bench, Chore, bench
from tests.doubles.clock import ManualClock
from tests.doubles.spine import Line, until


@pytest.fixture
def office(database: Sqlite, clock: ManualClock) -> Bench:
    return bench(database, clock, Chore())


# --- stopping ------------------------------------------------------------------------------------


async def test_a_program_that_stops_lets_end_what_is_nearly_done(
    office: Bench, clock: ManualClock
) -> None:
    office.chore.holds = asyncio.Event()
    running = asyncio.create_task(office.hands.run())
    await office.put()
    await until(lambda: bool(office.chore.tries))
    running.cancel()
    await asyncio.sleep(0)
    office.chore.holds.set()
    await asyncio.gather(running, return_exceptions=True)

    assert (await office.waiting(), len(await office.results())) == (0, 1)


async def test_a_program_that_stops_hands_over_the_rest_and_no_try_is_lost(
    database: Sqlite, office: Bench, clock: ManualClock
) -> None:
    office.chore.holds = asyncio.Event()
    running = asyncio.create_task(office.hands.run())
    await office.put(ref="a")
    await until(lambda: bool(office.chore.tries))
    running.cancel()
    while not running.done():
        await clock.move(seconds=1)
        await asyncio.sleep(0)

    async with office.works.begin() as work:
        [left] = await jobs.claim(work.tx, work.now)
    assert (left.payload["given"], left.attempts) == ({"ref": "a"}, 1)
    assert (await office.results(), await office.kept()) == ([], [])


async def test_what_another_program_left_is_done_at_the_next_look(
    office: Bench, clock: ManualClock
) -> None:
    await office.put()
    running = asyncio.create_task(office.hands.run())
    await until(lambda: bool(office.chore.tries))
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)

    assert len(await office.results()) == 1


async def test_a_try_that_takes_ten_minutes_has_failed(office: Bench, clock: ManualClock) -> None:
    office.chore.holds = asyncio.Event()
    await office.put()
    await office.hands.step()
    await until(lambda: bool(office.chore.tries))
    for _ in range(60):  # twenty minutes
        await clock.move(seconds=20)
        await asyncio.sleep(0.001)

    assert office.hands.idle
    assert await office.waiting() == 1


# --- threads -------------------------------------------------------------------------------------


async def test_a_thread_computes_while_the_loop_goes_on() -> None:
    told = threading.Event()

    def compute() -> int:
        assert told.wait(5)  # set by the loop, which therefore was not held up
        return 42

    computing = asyncio.create_task(slow.in_thread(compute))
    await asyncio.sleep(0)
    told.set()

    assert await computing == 42


async def test_what_a_thread_raises_is_raised_where_its_result_is_waited_for() -> None:
    def compute() -> int:
        raise KeyError("x")

    with pytest.raises(KeyError, match="x"):
        await slow.in_thread(compute)


_STOPS = """
import asyncio, time
from bot.services.slow import in_thread

async def main():
    computing = asyncio.create_task(in_thread(lambda: time.sleep(120)))
    await asyncio.sleep(0.05)
    computing.cancel()

asyncio.run(main())
"""


def test_a_program_that_stops_waits_for_no_thread() -> None:
    ended = subprocess.run([sys.executable, "-c", _STOPS], cwd=ROOT, timeout=20, check=False)

    assert ended.returncode == 0


# --- progress ------------------------------------------------------------------------------------


async def test_the_message_that_announced_it_tells_how_far_it_is_once_a_second(
    office: Bench, clock: ManualClock
) -> None:
    office.chore.holds = asyncio.Event()
    job = await office.put()
    async with office.works.begin() as work:
        await work.send(
            CHAT, Outgoing(text="đang đọc…"), about=slow.subject(job), card=True, reply=True
        )
    await office.hands.step()
    await until(lambda: bool(office.chore.tasks))
    [task] = office.chore.tasks

    told: list[list[str]] = []
    for seconds, rows in ((0, "100"), (0.9, "200"), (0.1, "300")):
        await clock.move(seconds=seconds)
        await task.progress("vi", "plain", words=f"{rows} dòng")
        told.append(await office.told())
    office.chore.holds.set()
    await office.hands.drain()

    assert told == [["100 dòng"], [], ["300 dòng"]]


# --- files ---------------------------------------------------------------------------------------


@dataclass(slots=True)
class ProgrammeCache(Line):
    """A line that hands out files."""

    async def fetch(self, ref: str) -> bytes:
        return f"bytes of {ref}".encode()


async def test_a_file_is_fetched_in_the_channel_it_came_in(
    database: Sqlite, clock: ManualClock
) -> None:
    office = bench(database, clock, Chore(), [ProgrammeCache(clock)])
    await office.put()
    await office.settle()
    [task] = office.chore.tasks

    assert await task.fetch("line", "photo-1") == b"bytes of photo-1"
    with pytest.raises(Rejected):
        await task.fetch("console", "photo-1")
