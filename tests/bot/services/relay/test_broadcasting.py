"""One text for many: a page at a time, nobody twice, nobody left out, not at night."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.messages import Outgoing
from bot.services.relay import broadcasting
from bot.work import Works
from storage import addresses, broadcasts, outbox, people
from storage.broadcasts import Circle, To
from storage.database import Database
from storage.outbox import Priority
from tests.doubles.clock import ManualClock
from tests.doubles.spine import works_over

TEXTS = {"vi": Outgoing(text="Bản tin"), "en": Outgoing(text="Bulletin")}


@pytest.fixture
def works(database: Database, clock: ManualClock) -> Works:
    return works_over(database, clock)


async def follower(works: Works, chat: str, ward: str = "p1", **changes: object) -> int:
    """Somebody with a chat who follows a ward; returns the person."""
    async with works.begin() as work:
        person = await people.make(work.tx, "vi", work.now)
        await people.save(work.tx, replace(person, ward=ward, **changes))  # type: ignore[arg-type]
        await people.consent(work.tx, person.id, 1, work.now)
        await addresses.put(work.tx, f"line:{chat}", work.now, person=person.id)
        await broadcasts.subscribe(work.tx, person.id, ward, work.now)
    return person.id


async def make(works: Works, ward: str = "p1", skip: tuple[int, ...] = ()) -> None:
    async with works.begin() as work:
        await broadcasts.make(
            work.tx, Circle(to=To.FOLLOWERS, ward=ward, skip=skip), texts=TEXTS, now=work.now
        )


async def step(works: Works, **bounds: int) -> int:
    async with works.begin() as work:
        return await broadcasting.step(work, **bounds)


async def told(works: Works) -> list[str]:
    """The chats whose copies wait, as the delivery would take them."""
    async with works.begin() as work:
        claimed = await outbox.claim(work.tx, "line", work.now, 10_000)
        await outbox.sent(work.tx, claimed, work.now)
    assert {one.priority for one in claimed} <= {Priority.BROADCAST}
    return [one.address.removeprefix("line:") for one in claimed]


async def test_everybody_who_follows_the_ward_is_told_once(works: Works) -> None:
    await follower(works, "lan")
    await follower(works, "minh")
    await follower(works, "elsewhere", ward="p2")
    await make(works)

    assert await step(works) == 2
    assert await step(works) == 0
    assert await told(works) == ["lan", "minh"]


async def test_who_was_told_in_another_way_or_wants_no_messages_is_left_out(
    works: Works, clock: ManualClock
) -> None:
    asker = await follower(works, "asker")
    await follower(works, "muted", muted_at=clock.now())
    await follower(works, "blocked")
    async with works.begin() as work:
        await addresses.close(work.tx, "line:blocked", "blocked", work.now)
    await follower(works, "lan")
    await make(works, skip=(asker,))
    await step(works)

    assert await told(works) == ["lan"]


async def test_promise_6_a_page_is_one_transaction_and_the_cursor_goes_with_it(
    works: Works,
) -> None:
    for chat in "abcde":
        await follower(works, chat)
    await make(works)

    async def dies() -> None:
        async with works.begin() as work:
            await broadcasting.step(work, size=2)
            raise KeyError("before the commit")

    steps = []
    for _ in range(4):
        with pytest.raises(KeyError):
            await dies()
        steps.append(await step(works, size=2))

    assert steps == [2, 2, 1, 0]
    assert await told(works) == ["a", "b", "c", "d", "e"]


async def test_who_wants_no_messages_makes_no_page_longer(works: Works, clock: ManualClock) -> None:
    for chat in "abc":
        await follower(works, chat, muted_at=clock.now())
    await follower(works, "lan")
    await make(works)

    assert [await step(works, size=2) for _ in range(4)] == [2, 2, 0, 0]
    assert await told(works) == ["lan"]


def test_promise_6_a_page_has_at_most_500_receivers() -> None:
    assert broadcasting.PAGE == 500


async def test_promise_9_two_who_step_at_once_tell_nobody_twice(works: Works) -> None:
    await follower(works, "lan")
    await make(works)
    async with works.begin() as work:
        seen = await broadcasts.next_open(work.tx, work.now)
        assert seen is not None
        assert await broadcasts.step(work.tx, seen, after=99, told=1, is_last=False) is True
        assert await broadcasts.step(work.tx, seen, after=99, told=1, is_last=False) is False


async def test_promise_6_the_text_is_stored_once(works: Works) -> None:
    for chat in "abc":
        await follower(works, chat)
    await make(works)
    await step(works)

    async with works.begin() as work:
        claimed = await outbox.claim(work.tx, "line", work.now, 10)
        assert [one.payload for one in claimed] == ["", "", ""]
        assert {one.broadcast for one in claimed} == {1}
        assert await broadcasts.texts(work.tx, 1) == TEXTS


async def test_promise_8_nothing_is_queued_in_quiet_hours_and_all_of_it_afterwards(
    works: Works, clock: ManualClock
) -> None:
    await follower(works, "lan")
    await clock.move(hours=11)  # nine in the evening
    await make(works)

    assert await step(works) == 0
    await clock.move(hours=9)
    assert await step(works) == 1
    assert await told(works) == ["lan"]


async def test_promise_8_no_more_copies_wait_than_are_said_before_quiet_hours_begin(
    works: Works,
) -> None:
    for chat in "abcdefg":
        await follower(works, chat)
    await make(works)

    assert [await step(works, size=2, waiting=4) for _ in range(3)] == [2, 2, 0]
    assert await told(works) == ["a", "b", "c", "d"]
    assert [await step(works, size=2, waiting=4) for _ in range(3)] == [2, 1, 0]
    assert await told(works) == ["e", "f", "g"]


async def test_a_broadcast_for_later_waits_for_its_moment(works: Works, clock: ManualClock) -> None:
    await follower(works, "lan")
    async with works.begin() as work:
        due = work.now + timedelta(hours=1)
        await broadcasts.make(
            work.tx, Circle(to=To.FOLLOWERS, ward="p1"), texts=TEXTS, now=work.now, due_at=due
        )

    assert await step(works) == 0
    await clock.move(hours=1)
    assert await step(works) == 1
