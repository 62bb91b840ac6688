"""Stopping, a full disk, a duty that comes back: what was sent is written down, once."""

import asyncio

from bot.domain.messages import Outgoing
from storage.database import Unavailable
from storage.sqlite import Sqlite
from tests.doubles.clock import ManualClock
from tests.doubles.delivering import failures, restarted, waiting
from tests.doubles.spine import Line, Post, until


class Full:
    """Lets the database's disk be full for a while."""

    def __init__(self, database: Sqlite) -> None:
        self._database = database

    async def __aenter__(self) -> None:
        await self._database.tune("PRAGMA max_page_count=1")
        await self._database.tune("PRAGMA query_only=ON")

    async def __aexit__(self, *_error: object) -> None:
        await self._database.tune("PRAGMA query_only=OFF")
        await self._database.tune("PRAGMA max_page_count=1000000")


async def test_what_was_sent_while_the_disk_was_full_is_written_down_later_and_not_sent_again(
    desk: Post, line: Line, database: Sqlite
) -> None:
    line.holds = asyncio.Event()
    await desk.put("lan", "hello")
    await desk.delivery.step()
    async with Full(database):
        line.holds.set()
        await asyncio.sleep(0.01)
        assert await desk.delivery.step() is False
        assert await waiting(desk) == 1

    await desk.settle()

    assert line.said == [("lan", "hello")]
    assert await waiting(desk) == 0


async def test_who_takes_the_duty_up_again_sends_nothing_twice(
    desk: Post, line: Line, database: Sqlite
) -> None:
    line.holds = asyncio.Event()
    await desk.put("lan", "hello")
    running = await _running(desk)
    async with Full(database):
        line.holds.set()
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        assert await waiting(desk) == 1, "it could not be written down"

    await desk.delivery.take_over()
    await desk.settle()

    assert line.said == [("lan", "hello")]
    assert await waiting(desk) == 0


async def test_words_that_cannot_be_read_for_a_moment_are_not_lost(desk: Post, line: Line) -> None:
    line.fails("lan", Unavailable("disk I/O error"))
    await desk.put("lan", "hello")

    await desk.run_for(1)

    assert (line.said, await failures(desk)) == ([("lan", "hello")], [])


async def _running(desk: Post) -> "asyncio.Task[None]":
    task = asyncio.create_task(desk.delivery.run())
    await until(lambda: bool(desk.line.under_way))
    return task


async def test_stopping_settles_what_is_on_its_way_and_leaves_the_rest(
    desk: Post, line: Line
) -> None:
    line.holds = asyncio.Event()
    for number in range(3):
        await desk.put("lan", f"{number}")
    running = await _running(desk)

    running.cancel()
    line.holds.set()
    await asyncio.gather(running, return_exceptions=True)

    assert line.said == [("lan", "0")]
    assert await waiting(desk) == 2
    await restarted(desk).settle()
    assert line.said == [("lan", "0"), ("lan", "1"), ("lan", "2")]


async def test_stopping_does_not_wait_for_ever_for_an_answer(
    desk: Post, line: Line, clock: ManualClock
) -> None:
    line.holds = asyncio.Event()
    await desk.put("lan", "hello")
    running = await _running(desk)

    running.cancel()
    await asyncio.sleep(0.01)
    assert not running.done()
    await clock.move(seconds=4)
    await asyncio.wait_for(asyncio.gather(running, return_exceptions=True), 5)

    line.holds = None
    after = restarted(desk)
    await after.run_for(1)
    assert line.said == [("lan", "hello")]


async def test_what_is_put_while_nothing_waits_is_sent_when_the_bell_rings(
    desk: Post, line: Line
) -> None:
    running = asyncio.create_task(desk.delivery.run())
    await asyncio.sleep(0.01)
    async with desk.works.begin() as work:
        await work.send("line:lan", Outgoing(text="hello"), reply=True)
    await until(lambda: bool(line.said))
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)

    assert line.said == [("lan", "hello")]
