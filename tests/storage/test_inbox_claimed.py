"""A message that is stored as claimed: only where the next claim would have taken it as well."""

from storage import inbox
from storage.database import Database
from storage.inbox import Claimed
from tests.doubles.clock import ManualClock
from tests.doubles.spine import said


async def _store(database: Database, clock: ManualClock, text: str, **more: str) -> Claimed | None:
    async with database.transaction() as tx:
        return await inbox.store_claimed(tx, said(text, **more), clock.now())


async def _claim(database: Database, clock: ManualClock) -> list[str]:
    async with database.transaction() as tx:
        return [one.message.text for one in await inbox.claim(tx, clock.now(), 10)]


async def test_a_message_alone_in_its_chat_is_claimed_at_once(
    database: Database, clock: ManualClock
) -> None:
    claimed = await _store(database, clock, "một")

    assert claimed == Claimed(1, "line:lan", inbox.inbound_to_json(said("một")), 1)
    assert await _claim(database, clock) == [], "nobody else takes it"


async def test_its_lease_is_twenty_seconds_like_any_other(
    database: Database, clock: ManualClock
) -> None:
    await _store(database, clock, "một")

    await clock.move(seconds=19)
    assert await _claim(database, clock) == []
    await clock.move(seconds=1)
    assert await _claim(database, clock) == ["một"]


async def test_promise_1_it_waits_for_another_one_of_its_chat(
    database: Database, clock: ManualClock
) -> None:
    first = await _store(database, clock, "một")
    assert first
    assert await _store(database, clock, "hai") is None
    assert await _store(database, clock, "một", chat="minh") is not None
    assert await _claim(database, clock) == []

    async with database.transaction() as tx:
        assert await inbox.done(tx, first.id, clock.now()) is True, "one waits behind it"
    assert await _claim(database, clock) == ["hai"]


async def test_promise_1_what_has_been_here_is_not_taken_again(
    database: Database, clock: ManualClock
) -> None:
    first = await _store(database, clock, "một", id="77")
    assert first
    assert await _store(database, clock, "một", id="77") is None
    async with database.transaction() as tx:
        await inbox.done(tx, first.id, clock.now())

    assert await _store(database, clock, "một", id="77") is None
    assert await _claim(database, clock) == []
