"""What happens to a chat itself: blocked, opened again, moved."""

import pytest

from bot.domain.messages import Address, Happened, channel_of, chat_of
from storage import addresses, deferred, pairs
from storage.outbox import Priority
from tests.doubles.dispatching import Office
from tests.doubles.spine import said


async def test_who_blocks_the_bot_gets_nothing_of_what_waited(office: Office) -> None:
    await office.arrive(said("chào"))
    async with office.works.begin() as work:
        for _ in range(2):
            message = work.voice.render("vi", "question-kept")
            await work.put("line:lan", message, Priority.BROADCAST)
            await deferred.put(work.tx, address="line:lan", message=message, due_at=work.now,
                               priority=Priority.NOTICE)  # fmt: skip

    await office.arrive(said("", happened=Happened.CLOSED))

    async with office.works.begin() as work:
        assert await deferred.take_due(work.tx, work.now) == []
        place = await addresses.get(work.tx, "line:lan")
        assert place is not None
        assert place.is_closed
    assert await office.outgoing() == []


async def test_who_comes_back_is_written_to_again(office: Office) -> None:
    await office.arrive(said("chào"), said("", happened=Happened.CLOSED), said("lại đây"))

    async with office.works.look() as work:
        place = await addresses.get(work.tx, "line:lan")
    assert place is not None
    assert not place.is_closed


@pytest.mark.parametrize("first", ["the move", "a message under the new name"])
async def test_a_group_that_becomes_a_supergroup_keeps_its_queue_and_its_cards(
    office: Office, first: str
) -> None:
    async with office.works.begin() as work:
        await addresses.put(work.tx, "line:-1", work.now, title="Tổ 4", is_group=True)
        await addresses.bind(work.tx, "line:-1", queue="nhcsxh")
        pair = await pairs.put(work.tx, "line:-1", "question:7", pairs.CARD, work.now)
        await pairs.named(work.tx, pair, "m7")
    before = said("chuyện", chat="-1", sender="lan", group=True, title="Tổ 4")
    after = said("chuyện", chat="-100", sender="lan", group=True, title="Tổ 4")
    move = said("", chat="-1", happened=Happened.MOVED, moved_to="-100")
    await office.arrive(before)
    if first == "the move":
        await office.arrive(move)
        await office.arrive(after)
    else:
        await office.arrive(after)
        await office.arrive(move)

    assert await office.held() == []
    async with office.works.look() as work:
        [place] = await addresses.of_queue(work.tx, "nhcsxh")
        assert place.address == "line:-100"
        assert await pairs.of_message(work.tx, "line:-100", "m7") is not None


def test_an_address_is_read_back_as_it_was_written() -> None:
    assert Address.parse("line:a:b") == Address("line", "a:b")
    assert (channel_of("line:a:b"), chat_of("line:a:b")) == ("line", "a:b")
