"""One chat that has sent thousands: all of it is kept, and the others go first."""

from datetime import datetime, timedelta

from bot.domain.messages import Address, Happened, Inbound
from storage import inbox
from storage.database import Database
from storage.inbox import Claimed
from storage.postgres import Postgres
from storage.sqlite import Sqlite
from tests.doubles.clock import ManualClock
from tests.doubles.postgres import ask

MANY = 1200


def _said(chat: str, number: int, now: datetime) -> Inbound:
    return Inbound(
        address=Address("web", chat),
        id=f"{chat}.{number}",
        sender=chat,
        at=now,
        happened=Happened.SAID,
        text=f"Tin {number}",
    )


async def _floods(database: Database, now: datetime, *others: str) -> None:
    """One chat has sent many, then others a message each."""
    async with database.transaction() as tx:
        await inbox.store(tx, [_said("minh", number, now) for number in range(MANY)], now)
        await inbox.store(tx, [_said(chat, 0, now) for chat in others], now)


async def _claim(database: Database, now: datetime, batch: int = 8) -> list[Claimed]:
    async with database.transaction() as tx:
        return await inbox.claim(tx, now, batch)


def _words(claimed: list[Claimed]) -> list[str]:
    return [f"{one.message.address.chat}: {one.message.text}" for one in claimed]


async def test_others_do_not_wait_for_one_who_has_sent_thousands(
    database: Database, clock: ManualClock
) -> None:
    await _floods(database, clock.now(), "lan", "an", "zung")

    first, then = [await _claim(database, clock.now()) for _ in range(2)]

    assert _words(first) == ["minh: Tin 0", "lan: Tin 0", "an: Tin 0", "zung: Tin 0"]
    assert then == []


async def test_what_one_has_sent_comes_whole_and_in_order(
    database: Database, clock: ManualClock
) -> None:
    await _floods(database, clock.now(), "lan")
    heard: list[str] = []

    while claimed := await _claim(database, clock.now()):
        heard += _words([one for one in claimed if one.address == "web:minh"])
        async with database.transaction() as tx:
            for one in claimed:
                await inbox.done(tx, one.id, clock.now())

    assert heard == [f"minh: Tin {number}" for number in range(MANY)]


async def test_no_more_are_taken_than_there_is_room_for(
    database: Database, clock: ManualClock
) -> None:
    await _floods(database, clock.now(), *(f"chat {number}" for number in range(20)))

    claimed = await _claim(database, clock.now(), batch=5)

    assert len({one.address for one in claimed}) == len(claimed) == 5


async def test_among_many_a_lease_that_has_run_out_is_taken_again(
    database: Database, clock: ManualClock
) -> None:
    await _floods(database, clock.now(), "lan")
    before = await _claim(database, clock.now())

    after = await _claim(database, clock.now() + timedelta(seconds=20))

    assert [one.id for one in after] == [one.id for one in before]
    assert [one.attempts for one in after] == [2, 2]


async def test_where_many_chats_wait_the_oldest_go_first(
    database: Database, clock: ManualClock
) -> None:
    now = clock.now()
    async with database.transaction() as tx:
        await inbox.store(tx, [_said(f"chat {number}", 0, now) for number in range(MANY)], now)

    claimed = await _claim(database, now)

    assert _words(claimed) == [f"chat {number}: Tin 0" for number in range(8)]


async def test_among_many_nobody_takes_a_chat_in_which_a_later_message_is_in_work(
    database: Postgres, url: str, clock: ManualClock
) -> None:
    """An older one may be on disk after it: of two programs, or what a job came to."""
    await _floods(database, clock.now(), "lan", "an")
    taken = await _claim(database, clock.now())
    await ask(url, f"UPDATE inbox SET id = -1 WHERE id = {taken[0].id + 1}")

    assert await _claim(database, clock.now()) == []


async def test_a_claim_costs_no_more_because_one_has_sent_more(
    database: Sqlite, clock: ManualClock
) -> None:
    """Counted in steps of SQLite's machine, a hundred at a time."""
    steps: list[None] = []
    counted: list[int] = []
    for first, last in ((0, MANY), (MANY, 6 * MANY)):
        sent = [_said("minh", number, clock.now()) for number in range(first, last)]
        async with database.transaction() as tx:
            await inbox.store(tx, sent, clock.now())
        await _claim(database, clock.now())
        database._connection.set_progress_handler(lambda: steps.append(None), 100)
        await _claim(database, clock.now())
        database._connection.set_progress_handler(None, 0)
        counted.append(len(steps) - sum(counted))

    assert counted[1] < 2 * counted[0]
