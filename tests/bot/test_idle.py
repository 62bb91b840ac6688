"""What can wait does so while the process is busy, a minute at most."""

import asyncio

from bot.idle import IdleGate
from tests.doubles.clock import ManualClock
from tests.doubles.spine import until


async def test_it_counts_as_idle_until_it_is_known_how_busy_it_was(clock: ManualClock) -> None:
    waiting = asyncio.create_task(IdleGate().wait(clock))

    await until(lambda: waiting.done() or clock.sleepers > 0)
    assert waiting.done()


async def test_who_can_wait_waits_until_the_process_has_little_to_do(clock: ManualClock) -> None:
    waiting = await begun(clock)

    await passes(clock, worked=0.5)
    assert not waiting.done()

    await passes(clock, worked=0.05)
    assert waiting.done()


async def test_after_a_minute_it_goes_on_however_busy_the_process_is(clock: ManualClock) -> None:
    waiting = await begun(clock)

    for _ in range(58):
        await passes(clock, worked=0.9)
    assert not waiting.done()

    await passes(clock, worked=0.9)
    await passes(clock, worked=0.9)
    assert waiting.done()


async def begun(clock: ManualClock) -> "asyncio.Task[None]":
    """Somebody waits, after a second in which there was much to do."""
    gate = IdleGate()
    await gate.wait(clock)
    clock.jump(seconds=1)
    clock.worked_for += 0.9
    waiting = asyncio.create_task(gate.wait(clock))
    await until(lambda: clock.sleepers == 1)
    return waiting


async def passes(clock: ManualClock, *, worked: float) -> None:
    """A second, of which the process worked so much."""
    clock.worked_for += worked
    await clock.move(seconds=1)
