"""A chat that closes gets nothing more; one that moves is followed with all that waits."""

import asyncio

from bot.domain.errors import Gone
from storage import addresses, outbox, people
from tests.doubles.delivering import failures
from tests.doubles.spine import Line, Post


async def test_who_blocked_the_bot_is_written_to_no_more(desk: Post, line: Line) -> None:
    async with desk.works.begin() as work:
        person = await people.make(work.tx, "vi", work.now)
        await addresses.put(work.tx, "line:lan", work.now, person=person.id)
    line.fails("lan", Gone("blocked by the person"))
    for number in range(3):
        await desk.put("lan", f"{number}")

    await desk.settle()

    assert line.said == []
    assert await failures(desk) == ["blocked by the person"] * 3
    async with desk.works.look() as work:
        assert await addresses.of_person(work.tx, person.id) == []


async def test_a_group_that_became_a_supergroup_is_followed_with_all_that_waits(
    desk: Post, line: Line
) -> None:
    async with desk.works.begin() as work:
        await addresses.put(work.tx, "line:-1", work.now, is_group=True, title="Tổ 4")
        await addresses.bind(work.tx, "line:-1", queue="nhcsxh")
    line.fails("-1", Gone("moved", moved_to="-100"))
    for number in range(3):
        await desk.put("-1", f"{number}")

    await desk.settle()

    assert line.said == [("-100", "0"), ("-100", "1"), ("-100", "2")]
    async with desk.works.look() as work:
        [place] = await addresses.of_queue(work.tx, "nhcsxh")
    assert (place.address, place.title, place.is_group) == ("line:-100", "Tổ 4", True)


async def test_a_chat_that_closes_under_its_old_name_while_it_moves_loses_nothing(
    desk: Post, line: Line
) -> None:
    line.holds = asyncio.Event()
    line.fails("-1", Gone("chat not found"))
    await desk.put("-1", "hello")
    await desk.delivery.step()
    async with desk.works.begin() as work:
        await outbox.move(work.tx, "line:-1", "line:-100")
    line.holds.set()

    await desk.settle()

    assert line.said == [("-100", "hello")]
