"""A broadcast over several channels: one that is dead keeps nobody on the others waiting."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from bot.domain.channels import State
from bot.domain.messages import Outgoing
from bot.services.relay import broadcasting
from bot.work import Work, Works
from storage import addresses, alarms, broadcasts, duties, outbox, people
from storage.broadcasts import Circle, To
from storage.database import Database
from storage.duties import Lease
from tests.doubles.clock import ManualClock
from tests.doubles.spine import works_over

Happens = Callable[[Work], Awaitable[None]]


@pytest.fixture
def works(database: Database, clock: ManualClock) -> Works:
    return works_over(database, clock)


async def begins(works: Works, *chats: str) -> None:
    """Two channels are sent on; these people are to hear something, in this order."""
    async with works.begin() as work:
        for channel in ("line", "web"):
            await duties.take(work.tx, f"send {channel}", Lease("a program", work.now))
        for chat in chats:
            person = await people.make(work.tx, "vi", work.now)
            await people.consent(work.tx, person.id, 1, work.now)
            await addresses.put(work.tx, chat, work.now, person=person.id)
        text = {"vi": Outgoing(text="Bản tin")}
        await broadcasts.make(work.tx, Circle(to=To.EVERYONE), texts=text, now=work.now)


async def steps(works: Works) -> list[int]:
    """How many each step reaches, until one reaches nobody. Pages of two; four copies may wait."""
    found = [1]
    while found[-1]:
        async with works.begin() as work:
            found.append(await broadcasting.step(work, size=2, waiting=4))
    return found[1:]


async def says(works: Works, channel: str) -> list[str]:
    """The channel sends all it has; returns the chats."""
    async with works.begin() as work:
        claimed = await outbox.claim(work.tx, channel, work.now, 100)
        await outbox.sent(work.tx, claimed, work.now)
    return [one.address for one in claimed]


async def happens(works: Works, what: Happens) -> None:
    async with works.begin() as work:
        await what(work)


async def unreachable(work: Work) -> None:
    await alarms.seen(work.tx, "line", State.UNREACHABLE, "away", work.now)


async def refused(work: Work) -> None:
    await alarms.seen(work.tx, "line", State.REFUSED, "the token", work.now)


async def given_up(work: Work) -> None:
    """The channel was taken out of the settings: no process sends on it any more."""
    await duties.leave(work.tx, "send line", "a program")


async def paused_for_a_day(work: Work) -> None:
    await outbox.pause(work.tx, "line:", work.now + timedelta(days=1), "429")


@pytest.mark.parametrize("dies", [unreachable, refused, given_up, paused_for_a_day])
async def test_a_dead_channel_full_of_copies_stops_no_broadcast_on_the_others(
    works: Works, dies: Happens
) -> None:
    await begins(works, *(f"line:{n}" for n in range(4)), "web:lan", "web:minh")
    assert await steps(works) == [2, 2, 0]

    await happens(works, dies)

    assert await steps(works) == [2, 0]
    assert await says(works, "web") == ["web:lan", "web:minh"]


async def another_program_hears_too(work: Work) -> None:
    await alarms.seen(work.tx, "line", State.CONFLICT, "two of us", work.now)


async def paused_for_a_moment(work: Work) -> None:
    await outbox.pause(work.tx, "line:", work.now + timedelta(seconds=30), "429")


@pytest.mark.parametrize("stumbles", [another_program_hears_too, paused_for_a_moment])
async def test_promise_8_a_channel_that_still_speaks_gets_no_more_than_it_can_say(
    works: Works, stumbles: Happens
) -> None:
    await begins(works, *(f"line:{n}" for n in range(5)), "web:lan")
    await steps(works)

    await happens(works, stumbles)

    assert await steps(works) == [0]
    assert await says(works, "web") == []


async def test_a_full_channel_is_not_forgotten_beside_an_empty_one(works: Works) -> None:
    await begins(works, *(f"line:{n}" for n in range(4)), "web:lan")
    assert await steps(works) == [2, 2, 0]

    assert len(await says(works, "line")) == 4

    assert await steps(works) == [1, 0]
    assert await says(works, "web") == ["web:lan"]


async def test_where_no_channel_speaks_no_more_than_before_is_piled_up(works: Works) -> None:
    await begins(works, *(f"line:{n}" for n in range(8)))
    await happens(works, unreachable)
    await happens(works, lambda work: duties.leave(work.tx, "send web", "a program"))

    assert await steps(works) == [2, 2, 0]


async def test_when_the_channel_is_back_everybody_on_it_is_told_once(
    works: Works, clock: ManualClock
) -> None:
    chats = [f"line:{n}" for n in range(6)]
    await begins(works, *chats, "web:lan")
    await happens(works, unreachable)
    await steps(works)

    await clock.move(minutes=5)
    async with works.begin() as work:
        await alarms.end(work.tx, "line", work.now)

    assert sorted(await says(works, "line")) == chats
    assert await says(works, "web") == ["web:lan"]
    assert await steps(works) == [0]
