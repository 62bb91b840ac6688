"""Trouble with a channel: tried again, paused, or given up with its reason."""

import asyncio

import pytest

from bot.domain.errors import Rejected, TryLater
from bot.outbox.delivery import Delivery
from bot.outbox.settling import Settling
from storage import outbox
from storage.outbox import Priority
from storage.sqlite import Sqlite
from tests.doubles.clock import ManualClock
from tests.doubles.delivering import failures, restarted
from tests.doubles.spine import Line, Post, works_over


async def test_a_temporary_trouble_is_tried_again_after_doubling_waits(
    desk: Post, line: Line
) -> None:
    line.fails("lan", *[TryLater("502")] * 5)
    await desk.put("lan", "hello")
    start = desk.clock.steady()

    await desk.run_for(14)

    # 0.5 + 1 + 2 + 4, then never longer than five seconds for a reply; looked for every second
    assert [at - start for at in line.times] == [pytest.approx(0.5 + 1 + 2 + 4 + 5, abs=1)]


@pytest.mark.parametrize(
    ("priority", "longest"),
    [(Priority.REPLY, 5), (Priority.NOTICE, 30), (Priority.BROADCAST, 60)],
    ids=["reply", "notice", "broadcast"],
)
async def test_nobody_waits_longer_between_two_tries_than_they_can_bear(
    desk: Post, line: Line, priority: Priority, longest: int
) -> None:
    line.fails("lan", *[TryLater("502")] * 12)
    row = await desk.put("lan", "hello", priority)
    for _ in range(12):
        await desk.settle()
        async with desk.works.look() as work:
            [trouble] = await outbox.stuck(work.tx)
        assert trouble.id == row
        await desk.clock.move(seconds=longest)

    await desk.settle()
    assert line.said == [("lan", "hello")]


@pytest.mark.parametrize(("chance", "wait"), [(0.0, 0.375), (1.0, 0.5)])
async def test_a_quarter_of_each_wait_is_chance(
    database: Sqlite, clock: ManualClock, line: Line, chance: float, wait: float
) -> None:
    settling = Settling(line.name, chance=lambda: chance)
    works = works_over(database, clock)
    desk = Post(works, clock, line, Delivery(works, line, settling=settling))
    line.fails("lan", TryLater("502"))
    await desk.put("lan", "hello")
    await desk.settle()

    await clock.move(seconds=wait - 0.001)
    await desk.settle()
    assert line.said == []
    await clock.move(seconds=0.001)
    await desk.settle()
    assert line.said == [("lan", "hello")]


async def test_nothing_overtakes_a_message_that_is_tried_again(desk: Post, line: Line) -> None:
    line.fails("lan", TryLater("502"))
    await desk.put("lan", "first")
    await desk.put("lan", "second")

    await desk.settle()
    assert line.said == []
    await desk.run_for(1)
    assert line.said == [("lan", "first"), ("lan", "second")]


@pytest.mark.parametrize("after", [1, 35, 1386, 86400])
async def test_a_chat_that_asks_for_a_pause_gets_it_and_the_others_go_on(
    desk: Post, line: Line, after: int
) -> None:
    line.fails("lan", TryLater("429", after=after))
    await desk.put("lan", "hello")
    await desk.put("minh", "hello")

    await desk.settle()
    await desk.put("lan", "and again")
    await desk.clock.move(seconds=after - 0.001)
    await desk.settle()
    assert line.said == [("minh", "hello")]

    await desk.clock.move(seconds=0.001)
    await desk.settle()
    assert line.said[1:] == [("lan", "hello"), ("lan", "and again")]


async def test_a_channel_that_asks_for_a_pause_is_left_alone(desk: Post, line: Line) -> None:
    line.fails("lan", TryLater("429", after=35, whole_channel=True))
    await desk.put("lan", "hello")
    await desk.settle()
    await desk.put("minh", "hello")

    await desk.run_for(34)
    assert line.said == []

    await desk.run_for(2)
    assert sorted(line.said) == [("lan", "hello"), ("minh", "hello")]


@pytest.mark.parametrize("whole", [False, True], ids=["one chat", "the whole channel"])
async def test_a_pause_outlives_a_restart_and_costs_no_try(
    desk: Post, line: Line, whole: bool
) -> None:
    line.fails("lan", TryLater("429", after=600, whole_channel=whole))
    await desk.put("lan", "hello")
    await desk.settle()

    after = restarted(desk)
    await after.clock.move(seconds=599)
    await after.settle()
    assert line.said == []
    async with after.works.look() as work:
        assert [one.attempts for one in await outbox.stuck(work.tx)] == []

    await after.clock.move(seconds=1)
    await after.settle()
    assert line.said == [("lan", "hello")]


async def test_what_will_never_go_is_given_up_with_its_reason_and_the_next_goes(
    desk: Post, line: Line
) -> None:
    line.fails("lan", Rejected("message is too long"))
    await desk.put("lan", "too long")
    await desk.put("lan", "short")

    await desk.settle()

    assert line.said == [("lan", "short")]
    assert await failures(desk) == ["message is too long"]


async def test_a_channel_that_breaks_costs_one_message_and_not_the_delivery(
    desk: Post, line: Line
) -> None:
    line.fails("lan", KeyError("result"))
    await desk.put("lan", "first")
    await desk.put("lan", "second")

    await desk.settle()

    assert line.said == [("lan", "second")]
    assert await failures(desk) == ["KeyError in the channel"]


async def test_a_message_is_not_tried_for_ever(
    database: Sqlite, clock: ManualClock, line: Line
) -> None:
    works, settling = works_over(database, clock), Settling(line.name, tries=3)
    desk = Post(works, clock, line, Delivery(works, line, settling=settling))
    line.fails("lan", *[TryLater("502")] * 3)
    await desk.put("lan", "hello")

    await desk.run_for(10)

    assert (line.said, await failures(desk)) == ([], ["502"])


async def test_a_channel_that_never_answers_is_waited_for_less_than_a_lease(
    desk: Post, line: Line
) -> None:
    line.holds = asyncio.Event()
    await desk.put("lan", "hello")
    await desk.delivery.step()
    await desk.clock.move(seconds=44)
    await desk.delivery.step()
    await asyncio.sleep(0)
    assert line.under_way == ["lan"]

    await desk.clock.move(seconds=1)
    await desk.delivery.step()
    await asyncio.sleep(0)
    assert line.under_way == []

    line.holds = None
    await desk.run_for(1)
    assert line.said == [("lan", "hello")]
