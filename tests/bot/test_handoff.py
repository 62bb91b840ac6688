"""What is handed on without being looked for keeps to the same order, limits and places."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import pytest

from bot.domain.errors import TryLater
from bot.domain.messages import Outgoing
from bot.handoff import Reservation
from bot.work import Work
from storage import outbox
from storage.outbox import Priority
from storage.sqlite import Sqlite
from tests.doubles.clock import ManualClock
from tests.doubles.delivering import TELEGRAM, failures, restarted, waiting
from tests.doubles.spine import Line, Post, post, until


@pytest.fixture
def line(clock: ManualClock) -> Line:
    return Line(clock)


@pytest.fixture
def desk(database: Sqlite, clock: ManualClock, line: Line) -> Post:
    """A delivery that can be handed replies."""
    made = post(database, clock, line)
    made.delivery.attend()
    return made


async def _say(work: Work, chat: str, words: str) -> None:
    await work.send(f"line:{chat}", Outgoing(text=words), reply=True)


async def _reply(desk: Post, chat: str, words: str) -> None:
    async with desk.works.begin() as work:
        await _say(work, chat, words)


async def _at_work(run: Coroutine[Any, Any, None], desk: Post) -> "asyncio.Task[None]":
    """Run a sender until it has nothing to do and waits."""
    desk.works.handoff.senders.clear()
    running = asyncio.create_task(run)
    await until(lambda: "line" in desk.works.handoff.senders and desk.clock.sleepers > 0)
    return running


async def test_a_reply_leaves_with_the_commit_of_its_turn(desk: Post, line: Line) -> None:
    async with desk.works.begin() as work:
        await _say(work, "lan", "Dạ em nghe")
        await asyncio.sleep(0)
        assert line.said == [], "not before it is on disk"
    await asyncio.sleep(0)

    assert line.said == [("lan", "Dạ em nghe")]
    await desk.settle()
    assert await waiting(desk) == 0


async def test_a_long_reply_arrives_part_by_part_in_order(desk: Post, line: Line) -> None:
    words = [f"Câu thứ {number}. " + "chữ " * 300 for number in range(9)]

    await _reply(desk, "lan", "\n\n".join(words))
    await desk.settle()

    assert len(line.said) == 3
    arrived = "".join(text for _chat, text in line.said)
    assert "".join(arrived.split()) == "".join("".join(words).split())


async def test_a_turn_that_is_taken_back_says_nothing_and_keeps_no_room(
    desk: Post, line: Line
) -> None:
    async def breaks() -> None:
        async with desk.works.begin() as work:
            await _say(work, "lan", "never")
            raise ValueError("broken")

    for _ in range(20):
        with pytest.raises(ValueError, match="broken"):
            await breaks()
    assert desk.delivery.idle

    await _reply(desk, "lan", "sau")
    await desk.settle()

    assert line.said == [("lan", "sau")]


async def test_promise_4_no_more_are_on_their_way_than_the_setting_says(
    desk: Post, line: Line
) -> None:
    line.holds = asyncio.Event()
    for number in range(20):
        await _reply(desk, f"resident {number}", "Dạ")
    await desk.delivery.step()
    await asyncio.sleep(0)
    assert len(line.under_way) == 8

    line.holds.set()
    await desk.settle()

    assert (line.crowd, len(line.said)) == (8, 20)


async def test_promise_4_a_claim_leaves_room_for_replies_of_turns_it_had_to_wait_for(
    desk: Post, line: Line
) -> None:
    line.holds = asyncio.Event()
    for number in range(8):
        await desk.put(f"follower {number}", "Tin", Priority.NOTICE)

    async with desk.works.begin() as work:
        stepping = asyncio.create_task(desk.delivery.step())
        await asyncio.sleep(0)
        for number in range(5):
            await _say(work, f"resident {number}", "Dạ")
    await stepping
    await asyncio.sleep(0)
    assert len(line.under_way) == 8

    line.holds.set()
    await desk.settle()
    assert (line.crowd, len(line.said)) == (8, 13)


async def test_promise_4_what_is_not_written_down_yet_counts_as_on_its_way(
    desk: Post, line: Line
) -> None:
    for number in range(20):
        await _reply(desk, f"resident {number}", "Dạ")
        await asyncio.sleep(0)
    assert len(line.said) == 8

    after = restarted(desk)  # the program has died before it wrote down any of them
    await after.delivery.take_over()
    await after.settle()

    times = [line.said.count((f"resident {number}", "Dạ")) for number in range(20)]
    assert sorted(times) == [1] * 12 + [2] * 8


async def test_promise_4_replies_to_one_chat_arrive_one_after_the_other(
    desk: Post, line: Line
) -> None:
    for number in range(5):
        await _reply(desk, "lan", f"{number}")  # the line itself refuses two at once
    await desk.settle()

    assert line.said == [("lan", f"{number}") for number in range(5)]


async def test_promise_4_nothing_is_claimed_for_a_chat_whose_turn_is_about_to_reply(
    desk: Post, line: Line
) -> None:
    reserved = desk.delivery.reserve("line:lan")
    assert reserved
    await desk.put("lan", "a notice that the turn has not seen", Priority.NOTICE)

    await desk.delivery.step()
    await asyncio.sleep(0)
    assert line.said == []

    desk.delivery.cancel(reserved)
    await desk.run_for(1)
    assert line.said == [("lan", "a notice that the turn has not seen")]


async def test_replies_overtake_a_broadcast_to_the_same_chat(desk: Post, line: Line) -> None:
    await desk.put("lan", "bulletin", Priority.BROADCAST)

    await _reply(desk, "lan", "Dạ")
    await asyncio.sleep(0)

    assert line.said == [("lan", "Dạ")]


async def test_no_limit_is_exceeded_by_what_is_handed_over(
    database: Sqlite, clock: ManualClock, line: Line
) -> None:
    line.limits = TELEGRAM
    strict = post(database, clock, line, in_flight=64)
    strict.delivery.attend()
    for number in range(70):
        await _reply(strict, f"resident {number}", "Dạ")
    await _reply(strict, "resident 0", "once more")
    await asyncio.sleep(0)
    assert len(line.said) == 30

    await strict.run_for(5)

    assert len(line.said) == 71
    for first in line.times:
        assert sum(first <= at < first + 1 for at in line.times) <= 30
    said = zip(line.said, line.times, strict=True)
    once, more = (at for (chat, _words), at in said if chat == "resident 0")
    assert more - once >= 1


async def test_nobody_is_written_to_after_the_platform_asked_for_a_pause(
    desk: Post, line: Line
) -> None:
    line.fails("lan", TryLater("flood control", after=5, whole_channel=True))
    await _reply(desk, "lan", "một")
    async with desk.works.begin() as work:
        await _say(work, "minh", "a turn that ends while the refusal is not written down yet")
        await asyncio.sleep(0)
    await _reply(desk, "ba", "hai")
    await desk.settle()
    assert line.said == []

    await desk.run_for(6)

    assert sorted(chat for chat, _ in line.said) == ["ba", "lan", "minh"]


async def test_a_clock_that_was_set_back_has_nothing_sent_twice(desk: Post, line: Line) -> None:
    line.holds = asyncio.Event()
    desk.clock.set(hours=-1)
    await _reply(desk, "lan", "Dạ")
    for _ in range(3):
        await desk.delivery.step()
        await asyncio.sleep(0)

    line.holds.set()
    await desk.settle()

    assert line.said == [("lan", "Dạ")]
    assert await failures(desk) == []


async def test_what_a_sender_has_left_behind_is_sent_by_the_next_one(
    desk: Post, line: Line
) -> None:
    running = await _at_work(desk.delivery.run(), desk)
    async with desk.works.begin() as work:
        await _say(work, "lan", "Dạ")
        running.cancel()
        await asyncio.sleep(0.01)
        assert not running.done(), "it waits for the turn"
    await asyncio.gather(running, return_exceptions=True)
    assert (line.said, await waiting(desk)) == ([], 1)

    after = restarted(desk)
    await after.settle()

    assert line.said == [("lan", "Dạ")]


async def test_who_does_not_hold_the_duty_sends_nothing_and_gives_it_back(
    desk: Post, line: Line
) -> None:
    running = await _at_work(desk.delivery.run(lambda: False), desk)

    await _reply(desk, "lan", "Dạ")
    await asyncio.sleep(0.01)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)

    assert line.said == []
    async with desk.works.begin() as work:
        assert len(await outbox.claim(work.tx, "line", work.now, 10)) == 1


async def test_who_has_just_been_written_to_gets_the_next_reply_a_second_later(
    database: Sqlite, clock: ManualClock, line: Line
) -> None:
    line.limits = TELEGRAM
    strict = post(database, clock, line)
    strict.delivery.attend()
    for words in ("một", "hai"):
        await _reply(strict, "lan", words)
        await strict.settle()
    assert line.said == [("lan", "một")]

    await strict.run_for(1)

    assert line.said == [("lan", "một"), ("lan", "hai")]


async def test_a_reservation_may_be_cancelled_twice_and_stays_another_turns(desk: Post) -> None:
    first = desk.delivery.reserve("line:lan")
    assert isinstance(first, Reservation)
    desk.delivery.cancel(first)
    assert desk.delivery.reserve("line:lan")

    desk.delivery.cancel(first)

    assert desk.delivery.reserve("line:lan") is None
