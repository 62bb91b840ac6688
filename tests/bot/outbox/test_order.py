"""What is said reaches its chat once and in order, also after a crash and when another sends."""

import asyncio

import pytest

from bot.domain.messages import Outgoing
from storage import broadcasts
from storage.broadcasts import Circle, Copy, To
from storage.outbox import Priority
from tests.doubles.delivering import restarted, waiting
from tests.doubles.spine import Line, Post


async def test_promise_4_what_is_said_arrives_once_and_in_order(desk: Post, line: Line) -> None:
    for number in range(5):
        await desk.put("lan", f"{number}")
        await desk.put("minh", f"{number}")

    await desk.settle()

    assert [words for chat, words in line.said if chat == "lan"] == ["0", "1", "2", "3", "4"]
    assert [words for chat, words in line.said if chat == "minh"] == ["0", "1", "2", "3", "4"]
    assert await waiting(desk) == 0


async def test_promise_4_replies_overtake_broadcasts(desk: Post, line: Line) -> None:
    for number in range(20):
        await desk.put(f"resident {number}", "bulletin", Priority.BROADCAST)
    await desk.put("lan", "reply")

    await desk.settle()

    assert line.said[0] == ("lan", "reply")
    assert len(line.said) == 21


async def test_promise_4_no_more_are_on_their_way_than_the_setting_says(
    desk: Post, line: Line
) -> None:
    line.holds = asyncio.Event()
    for number in range(20):
        await desk.put(f"resident {number}", "bulletin", Priority.BROADCAST)

    while await desk.delivery.step():
        pass
    await asyncio.sleep(0)

    assert len(line.under_way) == 8
    line.holds.set()
    await desk.settle()
    assert (line.crowd, len(line.said)) == (8, 20)


async def test_promise_4_two_messages_to_one_chat_are_never_on_their_way_at_once(
    desk: Post, line: Line
) -> None:
    for number in range(3):
        await desk.put("lan", f"{number}")
        await desk.put("lan", f"bulletin {number}", Priority.BROADCAST)

    await desk.settle()  # the line itself refuses two at once

    assert [words for _, words in line.said] == [
        "0", "1", "2", "bulletin 0", "bulletin 1", "bulletin 2",
    ]  # fmt: skip


async def test_promise_4_after_a_crash_only_what_was_on_its_way_repeats(
    desk: Post, line: Line
) -> None:
    for number in range(20):
        await desk.put(f"resident {number}", "bulletin", Priority.BROADCAST)
    line.holds = asyncio.Event()
    await desk.delivery.step()
    await asyncio.sleep(0)
    line.holds.set()
    await asyncio.sleep(0.01)  # they arrive, and the program dies before it writes that down
    assert len(line.said) == 8

    after = restarted(desk)
    await after.delivery.take_over()
    await after.settle()

    times = [line.said.count((f"resident {number}", "bulletin")) for number in range(20)]
    assert sorted(times) == [1] * 12 + [2] * 8


@pytest.mark.parametrize("checks", range(8))
async def test_promise_7_who_was_frozen_longer_than_its_lease_sends_nothing_more(
    desk: Post, line: Line, checks: int
) -> None:
    for number in range(3):
        await desk.put(f"resident {number}", "reply")
    good = iter([True] * checks)

    def held() -> bool:
        return next(good, False)

    frozen = asyncio.create_task(desk.delivery.run(held))
    await asyncio.sleep(0.01)
    frozen.cancel()
    await asyncio.gather(frozen, return_exceptions=True)
    by_the_frozen = len(line.said)

    after = restarted(desk)
    await after.delivery.take_over()
    await after.settle()

    assert by_the_frozen <= max(0, checks - 2), "one look at the lease before each message"
    assert sorted(line.said) == [(f"resident {number}", "reply") for number in range(3)]


async def test_promise_7_who_wakes_up_without_its_lease_leaves_the_next_sender_alone(
    desk: Post, line: Line
) -> None:
    await desk.put("lan", "hello")
    line.holds = asyncio.Event()
    after = restarted(desk)
    await after.delivery.step()

    woken = asyncio.create_task(desk.delivery.run(lambda: False))
    await asyncio.sleep(0.01)
    line.holds.set()
    await after.settle()
    woken.cancel()
    await asyncio.gather(woken, return_exceptions=True)

    await after.settle()
    assert line.said == [("lan", "hello")]
    assert await waiting(desk) == 0


async def test_each_receiver_of_a_broadcast_reads_it_in_their_language(
    desk: Post, line: Line
) -> None:
    async with desk.works.begin() as work:
        texts = {"vi": Outgoing(text="Bản tin"), "en": Outgoing(text="Bulletin")}
        made = await broadcasts.make(
            work.tx, Circle(to=To.FOLLOWERS, ward="p1"), texts=texts, now=work.now
        )
        other = await broadcasts.make(
            work.tx,
            Circle(to=To.FOLLOWERS, ward="p2"),
            texts={"vi": Outgoing(text="Khác")},
            now=work.now,
        )
        copies = [Copy("line:a", "vi"), Copy("line:b", "en"), Copy("line:c", "km")]
        await broadcasts.put_copies(work.tx, made, copies, work.now)
        await broadcasts.put_copies(work.tx, other, [Copy("line:a", "vi")], work.now)

    await desk.settle()

    assert sorted(line.said) == [
        ("a", "Bản tin"), ("a", "Khác"), ("b", "Bulletin"), ("c", "Bản tin"),
    ]  # fmt: skip


async def test_promise_8_copies_that_an_outage_held_back_until_the_night_wait_for_the_morning(
    desk: Post, line: Line
) -> None:
    await desk.put("lan", "bulletin", Priority.BROADCAST)
    await desk.clock.move(hours=12)  # 22:00, and the platform is back
    await desk.put("minh", "reply")
    await desk.settle()
    assert line.said == [("minh", "reply")]

    await desk.clock.move(hours=8)
    await desk.settle()

    assert line.said == [("minh", "reply"), ("lan", "bulletin")]
