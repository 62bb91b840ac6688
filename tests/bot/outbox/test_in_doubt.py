"""A message that may have arrived: sent again by default, or left, as the operator prefers."""

import asyncio

import pytest

from bot.domain.errors import TryLater
from bot.domain.messages import Outgoing
from storage import outbox, pairs
from storage.database import Database
from storage.outbox import Priority
from tests.doubles.clock import ManualClock
from tests.doubles.spine import Line, Post, post, post_over

LOST = TryLater("no answer in time", reached=True)
NOT_REACHED = TryLater("no route", reached=False)


@pytest.fixture
def line(clock: ManualClock) -> Line:
    return Line(clock)


@pytest.fixture
def careful(database: Database, clock: ManualClock, line: Line) -> Post:
    """Nothing is said twice, rather than nothing lost."""
    return post(database, clock, line, again=False)


async def _failed(desk: Post) -> list[str]:
    async with desk.works.look() as work:
        return [one.why for one in await outbox.failed(work.tx)]


async def test_by_default_it_is_sent_again(
    database: Database, clock: ManualClock, line: Line
) -> None:
    desk = post(database, clock, line)
    line.fails("lan", LOST)
    await desk.put("lan", "Dạ em nghe")

    await desk.run_for(2)

    assert line.said == [("lan", "Dạ em nghe")]
    assert await _failed(desk) == []


async def test_left_in_doubt_it_is_not_sent_again_and_stands_in_a_list(
    careful: Post, line: Line
) -> None:
    line.fails("lan", LOST)
    await careful.put("lan", "Dạ em nghe")
    await careful.put("lan", "câu sau")

    await careful.run_for(5)

    assert line.said == [("lan", "câu sau")], "what comes behind it goes on"
    assert await _failed(careful) == ["unknown whether it arrived: no answer in time"]


async def test_what_never_reached_the_platform_is_sent_again_in_any_case(
    careful: Post, line: Line
) -> None:
    line.fails("lan", NOT_REACHED)
    await careful.put("lan", "Dạ em nghe")

    await careful.run_for(2)

    assert line.said == [("lan", "Dạ em nghe")]
    assert await _failed(careful) == []


async def test_after_a_crash_what_was_on_its_way_is_left_and_the_rest_goes(
    careful: Post, line: Line
) -> None:
    for number in range(20):
        await careful.put(f"resident {number}", "bulletin")
    line.holds = asyncio.Event()
    await careful.delivery.step()
    await asyncio.sleep(0)
    line.holds.set()
    await asyncio.sleep(0.01)  # they arrive, and the program dies before it writes that down
    assert len(line.said) == 8

    after = post_over(careful.works, careful.clock, line, again=False)
    await after.delivery.take_over()
    await after.settle()

    assert sorted(line.said) == sorted((f"resident {number}", "bulletin") for number in range(20))
    assert await _failed(after) == ["unknown whether it arrived"] * 8


async def test_a_change_of_a_card_is_made_again_for_it_changes_nothing_twice(
    careful: Post, line: Line
) -> None:
    async with careful.works.begin() as work:
        waiting = Outgoing(text="waiting")
        about = "question:1"
        await work.put("line:lan", waiting, Priority.NOTICE, about=about, role=pairs.CARD)
        (card,) = await pairs.live_cards(work.tx, about)
    await careful.settle()
    line.fails("lan", LOST)
    async with careful.works.begin() as work:
        await work.change(card, Outgoing(text="taken"))

    await careful.run_for(2)

    assert line.changed == [("lan", "m1", "taken")]
    assert await _failed(careful) == []
