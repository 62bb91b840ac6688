"""Where chats can be reached, who is behind them, and which groups work on which queue."""

import pytest

from storage import addresses, people
from storage.database import Database
from tests.doubles.clock import ManualClock


async def test_a_person_is_reached_where_they_wrote_last(
    database: Database, clock: ManualClock
) -> None:
    async with database.transaction() as tx:
        person = await people.make(tx, "vi", clock.now())
        for chat in ("line:a", "line:b"):
            await addresses.put(tx, chat, clock.now(), person=person.id)
        await clock.move(seconds=1)
        await addresses.put(tx, "line:a", clock.now(), person=person.id)
        await addresses.put(tx, "line:-1", clock.now(), person=person.id, is_group=True)

        found = [one.address for one in await addresses.of_person(tx, person.id)]
    assert found == ["line:a", "line:b"]


async def test_a_closed_chat_is_not_written_to_until_it_is_heard_of_again(
    database: Database, clock: ManualClock
) -> None:
    async with database.transaction() as tx:
        person = await people.make(tx, "vi", clock.now())
        await addresses.put(tx, "line:a", clock.now(), person=person.id)
        assert await addresses.close(tx, "line:a", "blocked", clock.now()) is True
        assert await addresses.close(tx, "line:a", "blocked", clock.now()) is False
        assert await addresses.of_person(tx, person.id) == []
        assert await addresses.all_of_person(tx, person.id) == ["line:a"]

        await addresses.put(tx, "line:a", clock.now())
        [place] = await addresses.of_person(tx, person.id)
    assert (place.address, place.is_closed) == ("line:a", False)


@pytest.mark.parametrize("known", [False, True], ids=["unknown before", "heard of before"])
async def test_a_group_that_moved_keeps_its_queue_and_its_ward(
    database: Database, clock: ManualClock, known: bool
) -> None:
    async with database.transaction() as tx:
        await addresses.put(tx, "line:-1", clock.now(), title="Tổ 4", is_group=True)
        await addresses.bind(tx, "line:-1", queue="nhcsxh", ward="p7")
        if known:
            await addresses.put(tx, "line:-100", clock.now(), is_group=True)
        await addresses.move(tx, "line:-1", "line:-100")
        await addresses.move(tx, "line:-1", "line:-100")

        [queue] = await addresses.of_queue(tx, "nhcsxh")
        [ward] = await addresses.of_ward(tx, "p7")
        assert queue == ward
        assert (queue.address, queue.title) == ("line:-100", "Tổ 4")
        assert await addresses.get(tx, "line:-1") is None


async def test_nobody_works_on_the_queue_without_a_name(
    database: Database, clock: ManualClock
) -> None:
    async with database.transaction() as tx:
        await addresses.put(tx, "line:-1", clock.now(), is_group=True)

        assert await addresses.of_queue(tx, "") == []
        assert await addresses.of_ward(tx, "") == []
