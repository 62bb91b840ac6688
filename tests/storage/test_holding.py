"""What nobody could place is kept until somebody has dealt with it."""

from storage import holding
from storage.database import Database
from tests.doubles.clock import ManualClock


async def test_what_waits_is_shown_oldest_first_with_its_reason(
    database: Database, clock: ManualClock
) -> None:
    since = clock.now()
    async with database.transaction() as tx:
        await holding.put(tx, holding.BROKEN, "line:lan", "{}", "KeyError", since)
        await clock.move(seconds=5)
        await holding.put(tx, holding.UNMATCHED, "line:minh", "{}", "no card", clock.now())

    async with database.reading() as tx:
        held = await holding.waiting(tx)
        assert [(one.kind, one.address, one.why) for one in held] == [
            ("broken", "line:lan", "KeyError"),
            ("unmatched", "line:minh", "no card"),
        ]
        assert await holding.count(tx) == (2, since)


async def test_promise_9_it_is_taken_out_once_and_its_words_are_dropped(
    database: Database, clock: ManualClock
) -> None:
    async with database.transaction() as tx:
        row = await holding.put(tx, holding.BROKEN, "line:lan", "words", "KeyError", clock.now())
        assert await holding.settle(tx, row, 7, "seen", clock.now()) is True
        assert await holding.settle(tx, row, 8, "seen", clock.now()) is False
        assert await holding.waiting(tx) == []
        assert await holding.count(tx) == (0, None)
