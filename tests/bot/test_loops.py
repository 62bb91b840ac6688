"""What has to go on for ever begins again when it breaks, and the log says so."""

import asyncio

from structlog.testing import capture_logs

from bot.loops import endless
from tests.doubles.clock import ManualClock
from tests.doubles.spine import until


async def test_what_breaks_is_told_and_begins_again(clock: ManualClock) -> None:
    begun: list[int] = []

    async def breaks() -> None:
        begun.append(len(begun) + 1)
        if len(begun) == 1:
            raise KeyError("a programme of a newer program")
        await asyncio.Event().wait()

    with capture_logs() as logs:
        task = asyncio.create_task(endless("refresh", breaks, clock))
        await until(lambda: bool(logs))
        assert begun == [1]
        await clock.move(seconds=1)
        await until(lambda: len(begun) > 1)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)

    assert begun == [1, 2]
    assert [(one["event"], one["loop"]) for one in logs] == [("loop_broken", "refresh")]


async def test_what_has_nothing_to_do_ends(clock: ManualClock) -> None:
    async def nothing() -> None:
        pass

    with capture_logs() as logs:
        await endless("listen", nothing, clock)

    assert logs == []


async def test_who_is_told_to_stop_stops_and_may_settle_first(clock: ManualClock) -> None:
    settled: list[str] = []

    async def settles() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            settled.append("settled")

    task = asyncio.create_task(endless("dispatch", settles, clock))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)

    assert task.cancelled()
    assert settled == ["settled"]
