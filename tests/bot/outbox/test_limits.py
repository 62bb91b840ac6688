"""No limit of a channel is exceeded, and a reply hardly waits for it."""

import asyncio

import pytest

from storage import addresses
from storage.outbox import Priority
from tests.bot.outbox.test_pace import most_in_any
from tests.doubles.clock import ManualClock
from tests.doubles.delivering import restarted
from tests.doubles.spine import Line, Post


async def test_a_broadcast_keeps_to_the_limit_in_any_second_and_uses_it(
    strict: Post, line: Line
) -> None:
    for number in range(120):
        await strict.put(f"resident {number}", "bulletin", Priority.BROADCAST)

    await strict.run_for(3)

    assert most_in_any(line.times, 1.0) <= 30
    assert 0.96 * 90 <= len(line.said) <= 91


async def test_a_reply_finds_room_at_once_while_a_broadcast_uses_the_limit(
    strict: Post, line: Line, clock: ManualClock
) -> None:
    for number in range(120):
        await strict.put(f"resident {number}", "bulletin", Priority.BROADCAST)
    await strict.run_for(1.5)

    for number in range(5):
        await strict.run_for(0.2)
        await strict.put(f"asker {number}", "reply")
        await strict.settle()
        assert (line.said[-1], line.times[-1]) == (
            (f"asker {number}", "reply"),
            clock.steady(),
        )

    assert most_in_any(line.times, 1.0) <= 30


async def test_what_a_slow_road_brings_late_counts_when_it_arrives(
    strict: Post, line: Line, clock: ManualClock
) -> None:
    line.holds = asyncio.Event()
    for number in range(90):
        await strict.put(f"asker {number}", "reply")
    await strict.delivery.step()
    await clock.move(seconds=0.7)

    line.holds.set()
    await strict.run_for(5)

    assert len(line.said) == 90
    assert most_in_any(line.times, 1.0) <= 30


async def test_what_may_go_since_the_sender_last_looked_does_not_wait_for_a_ring(
    strict: Post, line: Line, clock: ManualClock
) -> None:
    for number in range(4):
        await strict.put(f"resident {number}", "bulletin", Priority.BROADCAST)
    await strict.settle()
    assert len(line.said) < 4

    await clock.move(seconds=0.1)  # as a disk takes at times

    assert strict.delivery.patience() < 0.01


async def test_a_chat_hears_one_message_a_second(strict: Post, line: Line) -> None:
    for number in range(4):
        await strict.put("lan", f"{number}")

    await strict.run_for(3.5)

    start = line.times[0]
    assert [round(at - start, 3) for at in line.times] == [0, 1, 2, 3]


async def test_a_chat_that_must_wait_keeps_nobody_else_waiting(strict: Post, line: Line) -> None:
    for number in range(4):
        await strict.put("lan", f"{number}")
    await strict.put("minh", "hello")

    await strict.run_for(0.5)

    assert line.said == [("lan", "0"), ("minh", "hello")]


async def test_a_group_hears_twenty_messages_in_any_minute_and_each_of_them_once(
    strict: Post, line: Line, clock: ManualClock
) -> None:
    async with strict.works.begin() as work:
        await addresses.put(work.tx, "line:-100", clock.now(), is_group=True)
    for number in range(23):
        await strict.put("-100", f"{number}", Priority.NOTICE)

    await strict.run_for(59)
    assert [words for _, words in line.said] == [f"{number}" for number in range(20)]

    await strict.run_for(61)  # longer than any lease: what waited was not sent twice
    assert [words for _, words in line.said] == [f"{number}" for number in range(23)]
    assert most_in_any(line.times, 60.0) == 20


async def test_limits_hold_over_a_restart(strict: Post, line: Line, clock: ManualClock) -> None:
    async with strict.works.begin() as work:
        await addresses.put(work.tx, "line:-100", clock.now(), is_group=True)
    for number in range(25):
        await strict.put("-100", f"{number}", Priority.NOTICE)
    await strict.run_for(30)
    assert len(line.said) == 20

    after = restarted(strict)
    await after.delivery.take_over()
    await after.run_for(20)
    assert len(line.said) == 20

    await after.run_for(20)
    assert [words for _, words in line.said] == [f"{number}" for number in range(25)]
    assert most_in_any(line.times, 60.0) == 20


async def test_what_was_on_its_way_at_a_crash_counts_for_the_limits(
    strict: Post, line: Line
) -> None:
    for number in range(60):
        await strict.put(f"resident {number}", "reply")
    line.holds = asyncio.Event()
    await strict.delivery.step()
    await asyncio.sleep(0)
    line.holds.set()
    await asyncio.sleep(0.01)  # eight arrive, and the program dies before it writes that down

    after = restarted(strict)
    await after.delivery.take_over()
    await after.run_for(0.9)

    assert len(line.said) == 30
    await after.run_for(5)
    assert most_in_any(line.times, 1.0) == 30
    assert {chat for chat, _ in line.said} == {f"resident {number}" for number in range(60)}


async def test_a_sender_that_lost_its_duty_for_a_moment_counts_each_message_once(
    strict: Post, line: Line
) -> None:
    for number in range(120):
        await strict.put(f"resident {number}", "bulletin", Priority.BROADCAST)
    await strict.run_for(2)

    await strict.delivery.take_over()
    await strict.run_for(2)

    assert len(line.said) == pytest.approx(120, abs=5), "the limit was used all the time"
    assert most_in_any(line.times, 1.0) <= 30


async def test_nobody_is_asked_again_and_again_while_the_first_of_a_chat_waits(
    strict: Post, clock: ManualClock
) -> None:
    for number in range(50):
        await strict.put("lan", f"{number}")
    await strict.settle()

    assert await strict.delivery.step() is False
    assert 0.9 < strict.delivery.patience() <= 1.0
