"""One look tells what is stuck, why, and since when."""

from dataclasses import replace
from datetime import timedelta
from typing import NoReturn

import pytest

from bot.domain.messages import Outgoing
from bot.health import Finding, Health
from bot.understanding.similar import Similar
from bot.work import Works
from storage import holding, inbox, outbox
from storage.database import Database, Unavailable
from storage.outbox import Kind, Priority
from storage.sqlite import Sqlite
from tests.doubles.clock import ManualClock
from tests.doubles.spine import put, said, works_over


@pytest.fixture
def works(database: Database, clock: ManualClock) -> Works:
    return works_over(database, clock)


async def _about(works: Works, what: str, states: dict[str, str] | None = None) -> Finding | None:
    told = {name: (lambda state=state: state) for name, state in (states or {}).items()}
    found = {one.what: one for one in await Health(works, told).findings()}
    return found.get(what)


async def test_where_nothing_waits_all_is_well(works: Works) -> None:
    well, report = await Health(works, {}).report()

    assert (well, report["status"]) == (True, "ok")


async def test_it_is_told_that_words_cannot_be_looked_for_and_is_no_trouble(works: Works) -> None:
    works = replace(works, similar=Similar(available=False))

    assert await _about(works, "library") == Finding(
        "library",
        0,
        0,
        ok=True,
        why="tantivy is not installed: answers are not found by their words",
    )


@pytest.mark.parametrize(("minutes", "ok"), [(1.9, True), (2, False)])
async def test_a_message_that_waits_for_two_minutes_is_trouble(
    works: Works, clock: ManualClock, minutes: float, ok: bool
) -> None:
    async with works.begin() as work:
        await inbox.store(work.tx, [said("một"), said("hai")], work.now)
    await clock.move(minutes=minutes)

    assert await _about(works, "inbox") == Finding("inbox", 2, minutes * 60, ok=ok)


async def test_what_waits_to_be_said_is_told_with_its_reason(
    works: Works, clock: ManualClock
) -> None:
    async with works.begin() as work:
        await put(work, "line:lan", "hello")
        await put(work, "line:minh", "hello", Priority.BROADCAST)
        [parcel] = await outbox.claim(work.tx, "line", work.now, 1)
        await outbox.later(work.tx, parcel, work.now + timedelta(hours=1), "502")
        await outbox.pause(work.tx, "line:", work.now + timedelta(hours=1), "Too Many Requests")
    await clock.move(minutes=5)

    assert await _about(works, "outbox line") == Finding(
        "outbox line",
        2,
        300,
        ok=False,
        why="1 tried in vain; paused until 04:00:00 UTC: Too Many Requests",
    )


async def test_what_failed_and_what_is_held_are_counted(works: Works, clock: ManualClock) -> None:
    async with works.begin() as work:
        await put(work, "line:lan", "x")
        [parcel] = await outbox.claim(work.tx, "line", work.now, 1)
        await outbox.fail(work.tx, parcel, "too long", work.now)
        await holding.put(work.tx, holding.BROKEN, "line:lan", "{}", "KeyError", work.now)
    await clock.move(seconds=30)

    failed, held = await _about(works, "outbox failed"), await _about(works, "holding pen")
    assert failed == Finding("outbox failed", 1, 0, ok=True, why="see langnghe doctor")
    assert held == Finding("holding pen", 1, 30, ok=True)


@pytest.mark.parametrize(("state", "ok"), [("polling", True), ("token refused", False)])
async def test_a_channel_that_does_not_poll_is_trouble(works: Works, state: str, ok: bool) -> None:
    found = await _about(works, "channel line", {"line": state})

    assert found == Finding("channel line", 1, 0, ok=ok, why=state)


class _Gone(Sqlite):
    """A database whose disk cannot be read."""

    def __init__(self) -> None: ...

    def reading(self) -> NoReturn:
        raise Unavailable("disk I/O error")


async def test_a_database_that_cannot_be_read_is_said_and_not_raised(clock: ManualClock) -> None:
    well, report = await Health(works_over(_Gone(), clock), {}).report()

    assert (well, report["status"]) == (False, "trouble")
    assert report["findings"][0]["why"] == "disk I/O error"


async def test_metrics_tell_how_many_wait_and_since_when(works: Works, clock: ManualClock) -> None:
    async with works.begin() as work:
        await put(work, "line:lan", "press 1", kind=Kind.ACK)
        await work.put("line:lan", Outgoing(text="Xin chào"), Priority.REPLY)
    await clock.move(seconds=7)

    lines = (await Health(works, {}).metrics()).decode().splitlines()

    assert 'langnghe_waiting{what="outbox line"} 2.0' in lines
    assert 'langnghe_age_seconds{what="outbox line"} 7.0' in lines
    assert 'langnghe_ok{what="outbox line"} 1.0' in lines


@pytest.mark.parametrize(("failed", "written"), [(999, "999"), (1001, "999+")])
async def test_nothing_is_counted_beyond_999(
    works: Works, clock: ManualClock, failed: int, written: str
) -> None:
    async with works.begin() as work:
        for number in range(failed):
            await put(work, f"line:{number}", "x")
        for parcel in await outbox.claim(work.tx, "line", work.now, failed):
            await outbox.fail(work.tx, parcel, "too long", work.now)

    found = await _about(works, "outbox failed")

    assert found is not None
    assert found.how_many == written


async def test_of_a_long_backlog_what_goes_first_is_looked_at(
    works: Works, clock: ManualClock
) -> None:
    async with works.begin() as work:
        await put(work, "line:lan", "a reply that waits")
    await clock.move(minutes=5)
    async with works.begin() as work:
        for number in range(1001):
            await put(work, f"line:{number}", "hello", Priority.NOTICE)

    found = await _about(works, "outbox line")

    assert found == Finding("outbox line", 1000, 300, ok=False)
