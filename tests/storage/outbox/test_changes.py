"""A card changes while it is on its way and does not arrive: what is said last is the newest."""

import asyncio

import pytest

from bot.domain.errors import TryLater
from bot.domain.messages import Outgoing
from storage import pairs
from storage.database import Database
from storage.outbox import Priority
from tests.doubles.clock import ManualClock
from tests.doubles.spine import Line, Post, post, post_over


@pytest.fixture
def line(clock: ManualClock) -> Line:
    return Line(clock)


@pytest.fixture
def desk(database: Database, clock: ManualClock, line: Line) -> Post:
    return post(database, clock, line)


async def _on_its_way(desk: Post, line: Line) -> pairs.Pair:
    """A card that waits for the platform's answer, and changed meanwhile."""
    line.holds = asyncio.Event()
    async with desk.works.begin() as work:
        await work.put("line:lan", Outgoing(text="waiting"), Priority.NOTICE, about="question:1",
                       role=pairs.CARD)  # fmt: skip
        [card] = await pairs.live_cards(work.tx, "question:1")
    await desk.delivery.step()
    await asyncio.sleep(0)
    await _change(desk, card, "taken")
    return card


async def _fails(desk: Post, line: Line) -> None:
    assert line.holds
    line.fails("lan", TryLater("502"))
    line.holds.set()
    await desk.delivery.drain()


async def _change(desk: Post, card: pairs.Pair, words: str) -> None:
    async with desk.works.begin() as work:
        await work.change(card, Outgoing(text=words))


async def test_a_card_that_is_tried_again_says_what_has_changed_meanwhile(
    desk: Post, line: Line
) -> None:
    await _on_its_way(desk, line)
    await _fails(desk, line)

    await desk.run_for(20)

    assert (line.said, line.changed) == ([("lan", "taken")], [])


async def test_no_older_change_comes_after_the_newest_words(desk: Post, line: Line) -> None:
    card = await _on_its_way(desk, line)
    await _fails(desk, line)

    await _change(desk, card, "answered")
    await desk.run_for(20)

    assert (line.said, line.changed) == ([("lan", "answered")], [])


async def test_no_older_change_comes_after_the_newest_words_where_the_sender_died(
    desk: Post, line: Line
) -> None:
    card = await _on_its_way(desk, line)
    after = post_over(desk.works, desk.clock, Line(desk.clock))
    await after.delivery.take_over()

    await _change(desk, card, "answered")
    await after.settle()
    await _fails(desk, line)
    await after.run_for(20)

    assert (after.line.said, after.line.changed) == ([("lan", "answered")], [])


async def test_a_card_that_arrives_is_changed_where_it_stands(desk: Post, line: Line) -> None:
    await _on_its_way(desk, line)
    assert line.holds
    line.holds.set()

    await desk.settle()

    assert (line.said, line.changed) == ([("lan", "waiting")], [("lan", "m1", "taken")])
