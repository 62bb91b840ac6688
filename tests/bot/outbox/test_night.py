"""When quiet hours begin, what is left of the day waits for their end."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.errors import TryLater
from bot.services.sessions import housekeeping
from storage import addresses, pairs
from storage.outbox import Kind, Priority
from tests.doubles.spine import Line, Post

CITY = ZoneInfo("Asia/Ho_Chi_Minh")
EVENING = datetime(2026, 4, 29, 20, 59, 50, tzinfo=CITY)
NIGHT = datetime(2026, 4, 29, 21, 0, 30, tzinfo=CITY)
MORNING = datetime(2026, 4, 30, 6, 0, tzinfo=CITY)


@pytest.fixture(autouse=True)
async def evening(desk: Post) -> None:
    """Ten seconds before quiet hours."""
    await desk.clock.move_to(EVENING)


async def in_the_morning(desk: Post) -> None:
    await desk.clock.move_to(MORNING)
    async with desk.works.begin() as work:
        await housekeeping.send_deferred(work)
    await desk.settle()


async def test_promise_8_a_notice_that_failed_in_the_evening_is_not_tried_at_night(
    desk: Post, line: Line
) -> None:
    line.fails("lan", TryLater("502", after=20))
    await desk.put("lan", "notice", Priority.NOTICE)
    await desk.settle()

    await desk.clock.move_to(NIGHT)
    await desk.settle()
    assert line.said == []
    await in_the_morning(desk)

    assert line.said == [("lan", "notice")]


@pytest.mark.parametrize("kind", [Kind.SEND, Kind.EDIT])
async def test_promise_8_a_reply_and_a_change_that_makes_no_sound_go_at_night(
    desk: Post, line: Line, kind: Kind
) -> None:
    async with desk.works.begin() as work:
        pair = await pairs.put(work.tx, "line:lan", "question:1", pairs.CARD, work.now)
        await pairs.named(work.tx, pair, "m1")
    priority = Priority.REPLY if kind is Kind.SEND else Priority.NOTICE
    await desk.clock.move_to(NIGHT)
    await desk.put("lan", "words", priority, kind=kind, pair=pair)

    await desk.settle()

    assert [*line.said, *line.changed] == [
        ("lan", "words") if kind is Kind.SEND else ("lan", "m1", "words")
    ]


async def test_promise_8_who_wrote_a_moment_ago_is_awake(desk: Post, line: Line) -> None:
    await desk.clock.move_to(NIGHT)
    async with desk.works.begin() as work:
        await addresses.put(work.tx, "line:lan", work.now, person=None)
    await desk.put("lan", "notice", Priority.NOTICE)

    await desk.settle()

    assert line.said == [("lan", "notice")]


async def test_several_notices_to_one_chat_keep_their_order_in_the_morning(
    desk: Post, line: Line
) -> None:
    for words in ("một", "hai", "ba"):
        await desk.put("lan", words, Priority.NOTICE)
    await desk.clock.move_to(NIGHT)
    await desk.settle()

    await in_the_morning(desk)

    assert [words for _, words in line.said] == ["một", "hai", "ba"]
