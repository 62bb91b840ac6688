"""Waiting for what goes on beside: to its end, or no longer than one can bear."""

import asyncio
import gc
from datetime import timedelta

import pytest

from bot.clock import Steps, ended, giving_way
from tests.doubles.clock import ManualClock


async def _settled() -> None:
    """Everybody has got to where they wait."""
    for _ in range(5):
        await asyncio.sleep(0)


async def test_who_waits_leaves_when_all_have_ended(clock: ManualClock) -> None:
    tasks = [asyncio.ensure_future(clock.sleep(seconds)) for seconds in (1, 3)]
    waiting = asyncio.ensure_future(ended(tasks, clock, 10))
    await _settled()

    await clock.move(seconds=2)
    assert not waiting.done()
    await clock.move(seconds=1)

    assert await waiting


async def test_who_waits_leaves_after_as_long_as_it_can_bear_and_ends_nothing(
    clock: ManualClock,
) -> None:
    task = asyncio.ensure_future(clock.sleep(30))
    waiting = asyncio.ensure_future(ended([task], clock, 10))
    await _settled()

    await clock.move(seconds=10)

    assert not await waiting
    assert not task.done()
    await clock.move(seconds=20)
    assert task.done()


async def test_what_goes_on_for_ever_keeps_no_trace_of_those_who_waited(
    clock: ManualClock,
) -> None:
    task = asyncio.ensure_future(clock.sleep(1e6))

    async def waits(times: int) -> int:
        for _ in range(times):
            waiting = asyncio.ensure_future(ended([task], clock, 2))
            await _settled()
            await clock.move(seconds=2)
            await waiting
        gc.collect()
        return len(gc.get_objects())

    before = await waits(10)
    after = await waits(200)

    assert after - before < 100
    task.cancel()


@pytest.mark.parametrize("drift", [-50e-6, 50e-6])
def test_a_clock_that_runs_a_little_fast_or_slow_is_never_said_to_have_been_set(
    clock: ManualClock, drift: float
) -> None:
    steps, said = Steps(clock), list[timedelta]()
    for _ in range(24 * 60):
        clock.jump(minutes=1)
        clock.set(seconds=60 * drift)
        said.append(steps.since())

    assert set(said) == {timedelta(0)}


@pytest.mark.parametrize("by", [-3600, -3, 3, 3600])
def test_that_a_clock_was_set_is_said_until_all_has_been_done_about_it(
    clock: ManualClock, by: float
) -> None:
    steps = Steps(clock)
    clock.set(seconds=by)

    assert [steps.since() for _ in range(2)] == [timedelta(seconds=by)] * 2
    steps.forget(timedelta(seconds=by))
    assert steps.since() == timedelta(0)


async def test_what_takes_long_to_compute_lets_others_have_their_turn_in_between() -> None:
    heard: list[str] = []

    async def other() -> None:
        heard.append("the other")

    waiting = asyncio.ensure_future(other())
    async for item in giving_way(("first", "second"), every=0):
        heard.append(item)  # noqa: PERF401 - in which order is what counts
    await waiting

    assert heard == ["first", "the other", "second"]


async def test_what_is_quick_is_done_in_one_go() -> None:
    turns: list[int] = []
    asyncio.get_running_loop().call_soon(lambda: turns.append(1))

    assert [item async for item in giving_way(range(1000), every=60)] == list(range(1000))
    assert not turns
